//! The two times of every record: when it happened and when it was recorded, each with its offset from UTC.

use std::{fmt, str::FromStr};

use ::time::{Date, Month, OffsetDateTime, Time, UtcOffset};
use serde::{Deserialize, Serialize};

/// A record made more than this many milliseconds after the act is late.
pub const LATE_AFTER_MS: i64 = 60 * 60 * 1000 * 2;
/// By how much two good clocks may differ: 10 minutes.
const CLOCKS_DIFFER_MS: i64 = 10 * 60 * 1000;

/// The largest offset from UTC, in minutes, either way.
pub const MAX_OFFSET_MIN: i16 = 18 * 60;

const MS_PER_SECOND: i64 = 1000;
const MS_PER_DAY: i64 = 86_400 * MS_PER_SECOND;
const MS_PER_MINUTE: i64 = 60 * MS_PER_SECOND;

/// An instant, with the offset from UTC of the place where it was read.
///
/// Ordered by instant; the offset only separates equal instants.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Moment {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    pub utc_ms: i64,
    /// Minutes east of UTC.
    pub offset_min: i16,
}

/// A text that is not a time of the form `2026-11-22T14:03:05+01:00`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("expected a time such as 2026-11-22T14:03:05+01:00")]
pub struct MomentError;

impl MomentError {
    /// Stable code of this error.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        "time-not-iso-8601"
    }
}

/// 9999-12-31T23:59:59Z in seconds since 1970: the last that can be written.
const LAST_S: u64 = 253_402_300_799;

impl Moment {
    /// In UTC, from seconds since 1970; what lies beyond the year 9999 becomes its last second.
    #[must_use]
    pub fn of_seconds(time_s: u64) -> Self {
        Self {
            utc_ms: i64::try_from(time_s.min(LAST_S)).map_or(i64::MAX, |time| time * 1000),
            offset_min: 0,
        }
    }

    /// Whether the moment lies in the years 1 to 9999 in its own offset, and the offset within 18 hours.
    #[must_use]
    pub fn is_valid(&self) -> bool {
        self.local().is_some()
    }

    /// The same instant read at another offset from UTC, in minutes.
    #[must_use]
    pub const fn at_offset(self, offset_min: i16) -> Self {
        Self {
            utc_ms: self.utc_ms,
            offset_min,
        }
    }

    /// The calendar day at the moment's own offset, `YYYY-MM-DD`; `None` when the moment is not valid.
    #[must_use]
    pub fn day(&self) -> Option<String> {
        let local = self.local()?;
        let (year, month, day) = (local.year(), u8::from(local.month()), local.day());
        Some(format!("{year:04}-{month:02}-{day:02}"))
    }

    /// The calendar date and time of day at the moment's own offset, or `None` outside the years 1 to 9999.
    fn local(&self) -> Option<OffsetDateTime> {
        if self.offset_min.unsigned_abs() > MAX_OFFSET_MIN.unsigned_abs() {
            return None;
        }
        let local_ms = self
            .utc_ms
            .checked_add(i64::from(self.offset_min) * MS_PER_MINUTE)?;
        let local = OffsetDateTime::from_unix_timestamp(local_ms.div_euclid(MS_PER_SECOND)).ok()?;
        (1..=9999).contains(&local.year()).then_some(local)
    }
}

impl fmt::Display for Moment {
    /// ISO 8601 to the second, with offset: `2026-11-22T14:03:05+01:00`; milliseconds are cut.
    ///
    /// A moment that is not [valid](Self::is_valid) is written as `@<utc_ms>`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(local) = self.local() else {
            return write!(f, "@{}", self.utc_ms);
        };
        let sign = if self.offset_min < 0 { '-' } else { '+' };
        let offset = self.offset_min.unsigned_abs();
        write!(
            f,
            "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}{sign}{:02}:{:02}",
            local.year(),
            u8::from(local.month()),
            local.day(),
            local.hour(),
            local.minute(),
            local.second(),
            offset / 60,
            offset % 60,
        )
    }
}

impl FromStr for Moment {
    type Err = MomentError;

    /// Reads `YYYY-MM-DDThh:mm:ss`, an optional fraction of one to three digits, then `Z` or `±hh:mm`.
    fn from_str(text: &str) -> Result<Self, MomentError> {
        read_moment(text).ok_or(MomentError)
    }
}

fn read_moment(text: &str) -> Option<Moment> {
    let (date, rest) = text.split_at_checked(10)?;
    let date = parse_date(date)?;
    let (clock, rest) = rest.strip_prefix('T')?.split_at_checked(8)?;
    let [hour, minute, second] = two_digit_fields(clock)?;
    let clock = Time::from_hms(hour, minute, second).ok()?;
    let (fraction_ms, rest) = match rest.strip_prefix('.') {
        Some(rest) => {
            let end = rest.find(|c: char| !c.is_ascii_digit())?;
            let (digits, rest) = rest.split_at_checked(end)?;
            let scale = match digits.len() {
                1 => 100,
                2 => 10,
                3 => 1,
                _ => return None,
            };
            (digits.parse::<i64>().ok()? * scale, rest)
        }
        None => (0, rest),
    };
    let offset_min = parse_offset(rest)?;
    let local = OffsetDateTime::new_in_offset(date, clock, UtcOffset::UTC);
    let utc_ms = local.unix_timestamp() * MS_PER_SECOND + fraction_ms
        - i64::from(offset_min) * MS_PER_MINUTE;
    let moment = Moment { utc_ms, offset_min };
    moment.is_valid().then_some(moment)
}

fn parse_offset(text: &str) -> Option<i16> {
    if text == "Z" {
        return Some(0);
    }
    let (sign, rest) = match text.strip_prefix('+') {
        Some(rest) => (1, rest),
        None => (-1, text.strip_prefix('-')?),
    };
    let [hours, minutes] = two_digit_fields(rest)?;
    let offset = i16::from(hours) * 60 + i16::from(minutes);
    (minutes < 60 && offset <= MAX_OFFSET_MIN).then_some(sign * offset)
}

/// `N` fields of two digits each, parted by colons.
fn two_digit_fields<const N: usize>(text: &str) -> Option<[u8; N]> {
    let mut fields = [0; N];
    let mut parts = text.split(':');
    for field in &mut fields {
        let part = parts.next()?;
        if part.len() != 2 || !part.bytes().all(|digit| digit.is_ascii_digit()) {
            return None;
        }
        *field = part.parse().ok()?;
    }
    parts.next().is_none().then_some(fields)
}

/// The calendar date `YYYY-MM-DD`, years 1 to 9999.
fn parse_date(text: &str) -> Option<Date> {
    let mut parts = text.split('-');
    let [year, month, day] = [parts.next()?, parts.next()?, parts.next()?];
    let digits = |part: &str| part.bytes().all(|digit| digit.is_ascii_digit());
    let shape = year.len() == 4 && month.len() == 2 && day.len() == 2 && parts.next().is_none();
    if !shape || !digits(year) || !digits(month) || !digits(day) {
        return None;
    }
    let year = year.parse::<i32>().ok().filter(|year| *year >= 1)?;
    let month = Month::try_from(month.parse::<u8>().ok()?).ok()?;
    Date::from_calendar_date(year, month, day.parse().ok()?).ok()
}

/// Whether the text is a date of the calendar in the form `YYYY-MM-DD`.
#[must_use]
pub fn is_iso_date(text: &str) -> bool {
    parse_date(text).is_some()
}

/// Whole days from the moment's own calendar day to the date `YYYY-MM-DD`, negative when it is past.
///
/// `None` when either is not a date of the calendar.
#[must_use]
pub fn days_until(date: &str, from: &Moment) -> Option<i64> {
    let midnight = OffsetDateTime::new_in_offset(parse_date(date)?, Time::MIDNIGHT, UtcOffset::UTC);
    let local_ms = from
        .is_valid()
        .then_some(from.utc_ms + i64::from(from.offset_min) * MS_PER_MINUTE)?;
    let today = local_ms.div_euclid(MS_PER_DAY);
    Some((midnight.unix_timestamp() * MS_PER_SECOND).div_euclid(MS_PER_DAY) - today)
}

/// Whole days from one date `YYYY-MM-DD` to another, negative when the other is earlier.
///
/// `None` when either is not a date of the calendar.
#[must_use]
pub fn days_between(from: &str, to: &str) -> Option<i64> {
    let (from, to) = (parse_date(from)?, parse_date(to)?);
    Some(i64::from(to.to_julian_day()) - i64::from(from.to_julian_day()))
}

/// How the author knows when it happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum HowKnown {
    /// The author was there and read a clock.
    Observed,
    /// The author estimates it.
    Estimated,
    /// Somebody told the author, or a document says so.
    Reported,
}

impl HowKnown {
    /// Stable code, as in the JSON form.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Observed => "observed",
            Self::Estimated => "estimated",
            Self::Reported => "reported",
        }
    }
}

/// When what a record tells happened.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Happened {
    /// When it happened.
    pub at: Moment,
    /// How the author knows.
    pub known: HowKnown,
    /// Why it is recorded late, when it is.
    pub late_reason: Option<String>,
}

/// Whether it is said to have happened after it was recorded, by more than clocks differ.
#[must_use]
pub fn is_ahead(happened: &Happened, recorded: &Moment) -> bool {
    happened.at.utc_ms.saturating_sub(recorded.utc_ms) > CLOCKS_DIFFER_MS
}

/// Whether the record was made more than [`LATE_AFTER_MS`] after what it tells.
#[must_use]
pub fn is_late(happened: &Happened, recorded: &Moment) -> bool {
    recorded.utc_ms.saturating_sub(happened.at.utc_ms) > LATE_AFTER_MS
}
