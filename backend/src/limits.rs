//! How often is too often: by account, by address, by author.

use std::hash::Hash;
use std::net::IpAddr;
use std::num::NonZeroU32;

use governor::clock::{Clock as _, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use hawser_ledger::UserId;

use crate::error::{ApiError, ApiResult};

/// Times a minute; as many may come at once.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Attempts to sign in, register or recover, for one account or invitation from one address.
    pub sign_ins: NonZeroU32,
    /// The same attempts from one address.
    pub requests: NonZeroU32,
    /// Appends of one account.
    pub appends: NonZeroU32,
}

const fn times(count: u32) -> NonZeroU32 {
    match NonZeroU32::new(count) {
        Some(count) => count,
        None => NonZeroU32::MIN,
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            sign_ins: times(20),
            requests: times(240),
            appends: times(3000),
        }
    }
}

/// How many times as many attempts one account or invitation gets from all addresses together.
const FROM_ALL_ADDRESSES: NonZeroU32 = times(10);

/// The counters.
pub struct RateLimits {
    clock: DefaultClock,
    attempts: DefaultKeyedRateLimiter<(IpAddr, String)>,
    accounts: DefaultKeyedRateLimiter<String>,
    addresses: DefaultKeyedRateLimiter<IpAddr>,
    authors: DefaultKeyedRateLimiter<UserId>,
}

impl RateLimits {
    /// Nothing counted yet.
    pub fn new(limits: Limits) -> Self {
        Self {
            clock: DefaultClock::default(),
            attempts: RateLimiter::keyed(Quota::per_minute(limits.sign_ins)),
            accounts: RateLimiter::keyed(Quota::per_minute(
                limits.sign_ins.saturating_mul(FROM_ALL_ADDRESSES),
            )),
            addresses: RateLimiter::keyed(Quota::per_minute(limits.requests)),
            authors: RateLimiter::keyed(Quota::per_minute(limits.appends)),
        }
    }

    fn check<K: Hash + Eq + Clone>(
        &self,
        limiter: &DefaultKeyedRateLimiter<K>,
        key: &K,
    ) -> ApiResult<()> {
        limiter.check_key(key).map_err(|not_until| {
            let wait = not_until.wait_time_from(self.clock.now());
            ApiError::too_many(wait.as_secs() + 1)
        })
    }

    /// Counts an attempt without a session, from an address, for a sign-in name or invitation. Who tries
    /// too often keeps themselves out, and the person whose name it is only from many addresses at once.
    pub fn attempt(&self, address: IpAddr, subject: &str) -> ApiResult<()> {
        self.address(address)?;
        self.check(&self.attempts, &(address, subject.to_owned()))?;
        self.check(&self.accounts, &subject.to_owned())
    }

    /// Counts a request without a session.
    pub fn address(&self, address: IpAddr) -> ApiResult<()> {
        self.check(&self.addresses, &address)
    }

    /// Counts an append.
    pub fn append(&self, user: UserId) -> ApiResult<()> {
        self.check(&self.authors, &user)
    }

    /// Forgets those who have been away long enough.
    pub fn forget_idle(&self) {
        self.attempts.retain_recent();
        self.accounts.retain_recent();
        self.addresses.retain_recent();
        self.authors.retain_recent();
    }
}

#[cfg(test)]
mod tests {
    use std::net::{IpAddr, Ipv4Addr};

    use super::{Limits, RateLimits, times};

    #[test]
    fn a_stranger_who_tries_a_name_too_often_keeps_themselves_out_and_not_its_owner() {
        let limits = RateLimits::new(Limits {
            sign_ins: times(3),
            ..Limits::default()
        });
        let [stranger, owner] = [1, 2].map(|last| IpAddr::V4(Ipv4Addr::new(192, 0, 2, last)));
        for _ in 0..3 {
            assert!(limits.attempt(stranger, "QN-P1").is_ok());
        }
        assert!(limits.attempt(stranger, "QN-P1").is_err());
        assert!(limits.attempt(owner, "QN-P1").is_ok());
        // From many addresses the name itself is closed for a while.
        let tried = (3..60).filter(|last| {
            let address = IpAddr::V4(Ipv4Addr::new(192, 0, 2, *last));
            limits.attempt(address, "QN-P1").is_ok()
        });
        assert!(tried.count() < 30);
    }
}
