//! Who is signed in, with open keys.

use std::cell::{Cell, Ref, RefCell};
use std::rc::Rc;

use hawser_casework::{Moment, PersonId, RecordId};
use hawser_encryption::generations::Generations;
use hawser_encryption::identity::Identity;
use hawser_encryption::keyring::Keyring;
use hawser_encryption::passphrase::ExportKey;
use hawser_encryption::random::Random;
use hawser_ledger::header::{
    CLASS_CONTENT, CLASS_MEMBERSHIP, MODE_GROUP, MODE_PUBLIC, Prefix, SUITE_X25519,
};
use hawser_ledger::{CommandId, GroupId, OrganisationId, SpaceId, UserId};

use crate::failure::{Outcome, fail};

/// An open keyring and the keys derived from it.
pub(crate) struct Session {
    user: UserId,
    keyring: RefCell<Keyring>,
    generations: RefCell<Rc<Generations>>,
    pub(crate) exercise: Cell<bool>,
}

impl Session {
    pub(crate) fn new(keyring: Keyring) -> Outcome<Self> {
        let Some(generations) = keyring.generations() else {
            return fail("keyring-damaged");
        };
        Ok(Self {
            user: keyring.user,
            keyring: RefCell::new(keyring),
            generations: RefCell::new(Rc::new(generations)),
            exercise: Cell::new(false),
        })
    }
    pub(crate) fn user(&self) -> UserId {
        self.user
    }
    pub(crate) fn person(&self) -> PersonId {
        PersonId::new(self.user.0)
    }
    /// The keys that sign and seal.
    pub(crate) fn identity(&self) -> Rc<Identity> {
        Rc::clone(self.generations.borrow().newest())
    }
    /// The keys that open.
    pub(crate) fn generations(&self) -> Rc<Generations> {
        Rc::clone(&self.generations.borrow())
    }
    pub(crate) fn keyring(&self) -> Ref<'_, Keyring> {
        self.keyring.borrow()
    }
    /// A changed keyring and the record of its next version, sealed anew for `export` if given. It is taken with
    /// [`Session::take`] once it is stored.
    pub(crate) fn reseal(
        &self,
        random: &mut Random<'_>,
        export: Option<&ExportKey>,
        change: impl FnOnce(&mut Keyring, &mut Random<'_>),
    ) -> Outcome<(Keyring, Vec<u8>)> {
        let mut next = self.keyring.borrow().clone();
        change(&mut next, random);
        let record = next.seal(random, export)?;
        Ok((next, record))
    }
    /// Goes on with a keyring that is stored.
    pub(crate) fn take(&self, keyring: Keyring) -> Outcome<()> {
        let Some(generations) = keyring.generations() else {
            return fail("keyring-damaged");
        };
        *self.generations.borrow_mut() = Rc::new(generations);
        *self.keyring.borrow_mut() = keyring;
        Ok(())
    }
    /// The id of the record that a command of this person makes.
    pub(crate) fn record_id(&self, command: CommandId) -> RecordId {
        hawser_reading::record_id(self.identity().key_id(), command)
    }
    /// Own organisation and its root.
    pub(crate) fn organisation(&self) -> Option<(OrganisationId, [u8; 32])> {
        self.keyring.borrow().organisation
    }
    pub(crate) fn own_organisation(&self) -> Outcome<(OrganisationId, [u8; 32])> {
        match self.organisation() {
            Some(organisation) => Ok(organisation),
            None => fail("no-organisation"),
        }
    }

    fn prefix(&self, space: SpaceId, command: CommandId, recorded: Moment) -> Prefix {
        Prefix {
            suite: SUITE_X25519,
            class: CLASS_MEMBERSHIP,
            mode: MODE_PUBLIC,
            kind: 0,
            space,
            group: GroupId::ZERO,
            epoch: 0,
            author: self.identity().key_id(),
            command,
            recorded_ms: recorded.utc_ms,
            offset_min: recorded.offset_min,
            keyring_version: self.keyring.borrow().version(),
            nonce: [0; 24],
            key_commit: [0; 32],
            public_len: 0,
            public_hash: [0; 32],
        }
    }
    /// Prefix of a membership act.
    pub(crate) fn act_prefix(
        &self,
        space: SpaceId,
        kind: u16,
        command: CommandId,
        recorded: Moment,
    ) -> Prefix {
        Prefix {
            kind,
            ..self.prefix(space, command, recorded)
        }
    }
    /// Prefix of content for a group's epoch; kind, nonce and commitment are still to be set.
    pub(crate) fn record_prefix(
        &self,
        space: SpaceId,
        group: GroupId,
        epoch: u64,
        command: CommandId,
        recorded: Moment,
    ) -> Prefix {
        Prefix {
            class: CLASS_CONTENT,
            mode: MODE_GROUP,
            group,
            epoch,
            ..self.prefix(space, command, recorded)
        }
    }
}
