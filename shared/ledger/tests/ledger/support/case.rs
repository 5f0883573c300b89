//! A case of two parties, as far along as a test needs it.

use super::*;

/// A case of two parties: `alpha` founded it, `beta` has joined and was compared.
pub struct Case {
    pub ledger: Ledger,
    pub alpha: Party,
    pub beta: Party,
    pub team: GroupId,
    pub desk: GroupId,
}

impl Case {
    /// Founded by `alpha`; `beta` is foreseen and nothing more.
    pub fn founded() -> Self {
        let (alpha, beta) = (Party::new("alpha"), Party::new("beta"));
        let genesis = genesis(SpaceKind::Case, Some(&alpha), &alpha.root, &[&alpha, &beta]);
        let mut ledger = Ledger::found(genesis, &alpha.administrator.key).unwrap();
        let (team, desk) = (group("team"), group("desk"));
        for (id, purpose) in [
            (team, GroupPurpose::Team),
            (desk, GroupPurpose::CheckingDesk),
        ] {
            ledger
                .act(&alpha.administrator, create(id, purpose))
                .unwrap();
            let start = ledger.epoch(id, &[&alpha.administrator]);
            ledger
                .act(&alpha.administrator, Act::EpochStart(start))
                .unwrap();
        }
        Self {
            ledger,
            alpha,
            beta,
            team,
            desk,
        }
    }
    pub fn joined() -> Self {
        let mut case = Self::founded();
        let (founder, admin) = (case.founder(), case.beta.administrator.clone());
        let join = case.beta.join();
        case.ledger.act(&admin, join).unwrap();
        let verified = case.beta.verified_by(&case.alpha);
        case.ledger.act(&founder, verified).unwrap();
        case
    }
    /// With `ben` of beta as a member of the team.
    pub fn with_ben() -> (Self, Person) {
        let mut case = Self::joined();
        let ben = case.beta.person("ben");
        case.admit(&ben, 1);
        (case, ben)
    }
    pub fn founder(&self) -> Person {
        self.alpha.administrator.clone()
    }
    /// Admits someone of beta into the team.
    pub fn admit(&mut self, person: &Person, number: u8) {
        let add = self
            .beta
            .nominate(self.ledger.space(), person, &[self.team], number);
        let founder = self.founder();
        self.ledger
            .act(&founder, Act::MemberAdd(Box::new(add)))
            .unwrap();
        let grant = self.ledger.grant(self.team, person, 1);
        self.ledger.act(&founder, grant).unwrap();
    }
    /// Makes someone an administrator who holds the desk.
    pub fn promote(&mut self, person: &Person) {
        let founder = self.founder();
        let change = Act::RoleChange {
            user: person.user,
            role: Role::Administrator,
            rotations: Vec::new(),
        };
        self.ledger.act(&founder, change).unwrap();
        let grant = self.ledger.grant(self.desk, person, 1);
        self.ledger.act(&founder, grant).unwrap();
    }
    pub fn by_founder(&mut self, act: Act) -> Result<Accepted, ChainError> {
        let founder = self.founder();
        self.ledger.act(&founder, act)
    }
}
