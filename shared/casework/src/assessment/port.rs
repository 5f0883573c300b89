//! The port that is assessed.

use serde::{Deserialize, Serialize};

use crate::{
    decimal::Decimal,
    identifier::country,
    record::{FieldError, Findings, Presence},
};

/// A port, as whoever opened the mission names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PortRef {
    /// Its name.
    pub name: String,
    /// Its State, ISO 3166-1 alpha-2, or a user-assigned code that starts with Q or X.
    pub country: String,
    /// Its UN/LOCODE: five characters, the country first.
    pub locode: Option<String>,
    /// Latitude and longitude in degrees, WGS 84, north and east positive.
    pub position: Option<(Decimal, Decimal)>,
}

impl PortRef {
    /// Checks what the fields hold.
    ///
    /// # Errors
    /// Every field that is wrong.
    pub fn validate(&self) -> Result<(), Vec<FieldError>> {
        let mut findings = Findings::default();
        self.look(&mut findings);
        findings.finish()
    }

    pub(crate) fn look(&self, findings: &mut Findings) {
        findings.title("port.name", &self.name, Presence::Required);
        if !is_country(&self.country) {
            findings.invalid("port.country", &self.country);
        }
        if let Some(locode) = &self.locode
            && !is_locode(locode)
        {
            findings.invalid("port.locode", locode);
        }
        findings.position("port.position", self.position.as_ref());
    }
}

fn is_country(code: &str) -> bool {
    let user_assigned = matches!(code.as_bytes(), [b'Q' | b'X', b'A'..=b'Z']);
    user_assigned || country::is_assigned(code)
}

/// Two letters of the country and three of `A-Z`, `2-9` (UN/LOCODE manual, part 1).
fn is_locode(code: &str) -> bool {
    let place = |c: &u8| matches!(c, b'A'..=b'Z' | b'2'..=b'9');
    code.len() == 5
        && code.bytes().take(2).all(|c| c.is_ascii_uppercase())
        && code.as_bytes().iter().skip(2).all(place)
}
