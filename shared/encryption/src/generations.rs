//! All generations of a person's keys: one signs, any opens what was meant for it.

use std::rc::Rc;

use zeroize::Zeroizing;

use crate::OpenError;
use crate::epoch::EpochSecret;
use crate::identity::Identity;
use crate::wrap::{WrapPlace, open_wrap};

/// The keys that a keyring holds.
pub struct Generations {
    /// In use, newest first; never empty.
    used: Vec<Rc<Identity>>,
    /// Drawn, and not certified yet, newest first: whichever of them is certified comes into use.
    pending: Vec<Rc<Identity>>,
}

impl Generations {
    /// `None` without any in use. Both are in order of generation.
    pub fn new(used: Vec<Identity>, pending: Vec<Identity>) -> Option<Self> {
        let newest_first = |all: Vec<Identity>| all.into_iter().rev().map(Rc::new).collect();
        let used: Vec<Rc<Identity>> = newest_first(used);
        (!used.is_empty()).then(|| Self {
            used,
            pending: newest_first(pending),
        })
    }
    /// The one that signs.
    pub fn newest(&self) -> &Rc<Identity> {
        &self.used[0]
    }
    /// Drawn, and not certified yet, newest first.
    pub fn pending(&self) -> &[Rc<Identity>] {
        &self.pending
    }
    fn all(&self) -> impl Iterator<Item = &Rc<Identity>> {
        self.used.iter().chain(&self.pending)
    }
    /// Opens with the first that can, newest first.
    fn open<T>(&self, open: impl Fn(&Identity) -> Result<T, OpenError>) -> Result<T, OpenError> {
        let newest = open(self.newest());
        match newest {
            Ok(plain) => Ok(plain),
            Err(error) => {
                let mut others = self.all().skip(1);
                others.find_map(|identity| open(identity).ok()).ok_or(error)
            }
        }
    }
    /// Opens what any of them sealed, see [`Identity::seal_own`].
    pub fn open_own(&self, about: &str, sealed: &[u8]) -> Result<Vec<u8>, OpenError> {
        self.open(|identity| identity.open_own(about, sealed))
    }
    /// Opens the pinbook.
    pub fn open_pinbook(&self, sealed: &[u8]) -> Result<Vec<u8>, OpenError> {
        self.open(|identity| identity.open_pinbook(sealed))
    }
    /// Opens a letter, see [`Identity::open_letter`].
    pub fn open_letter(&self, suite: u8, file: &[u8]) -> Result<Zeroizing<Vec<u8>>, OpenError> {
        self.open(|identity| identity.open_letter(suite, file))
    }
    /// Opens a wrap with the generation that it names.
    pub fn open_wrap(&self, place: &WrapPlace, wrap: &[u8]) -> Result<Vec<EpochSecret>, OpenError> {
        let mut all = self.all();
        let named = all.find(|identity| identity.generation() == place.generation);
        open_wrap(named.ok_or(OpenError::Key)?, place, wrap)
    }
}
