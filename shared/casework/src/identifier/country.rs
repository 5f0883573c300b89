//! Countries: ISO 3166-1 alpha-2.

use super::{
    Checked, Warning,
    spelling::{Place, compact, shape},
};

/// The officially assigned codes, in alphabetical order.
const ASSIGNED: &str = "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE \
    BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD \
    CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM \
    DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF \
    GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU \
    ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN \
    KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME \
    MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA \
    NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM \
    PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI \
    SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK \
    TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI \
    VN VU WF WS YE YT ZA ZM ZW";

/// The officially assigned codes of ISO 3166-1, in alphabetical order.
pub fn assigned() -> impl Iterator<Item = &'static str> {
    ASSIGNED.split_ascii_whitespace()
}

/// Whether ISO 3166-1 assigns the code to a country.
#[must_use]
pub fn is_assigned(code: &str) -> bool {
    assigned().any(|assigned| assigned == code)
}

/// Whether the code is one that users assign: `XK` (Kosovo, by custom) and `QM` to `QZ` (exercises).
#[must_use]
pub fn is_user_assigned(code: &str) -> bool {
    code == "XK" || matches!(code.as_bytes(), [b'Q', b'M'..=b'Z'])
}

/// A warning when the code is of no country, with the code probably meant.
pub(super) fn unknown(code: &str) -> Option<Warning> {
    if is_assigned(code) || is_user_assigned(code) {
        return None;
    }
    let suggestion = match code {
        "UK" => Some("GB"),
        "EL" => Some("GR"),
        _ => None,
    };
    Some(Warning::UnknownCountry {
        code: code.to_owned(),
        suggestion: suggestion.map(str::to_owned),
    })
}

/// Two letters of ISO 3166-1.
pub(super) fn country(input: &str) -> Checked {
    let normal = compact(input);
    Checked {
        warning: shape(&normal, &[(Place::Letter, 2)]).or_else(|| unknown(&normal)),
        shown: normal.clone(),
        normal,
    }
}
