//! The rules of membership, and their names.

use crate::codec::DecodeError;
use crate::key::SignatureError;
use crate::person::ChainOfTrustError;

/// Why a membership event counts for nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum MembershipError {
    /// The public part does not have its layout.
    #[error("public part: {0}")]
    Layout(#[from] DecodeError),
    /// A certificate or consent does not lead to the organisation's root.
    #[error("{0}")]
    Trust(#[from] ChainOfTrustError),
    /// A signature inside does not verify.
    #[error("{0}")]
    Signature(#[from] SignatureError),
    /// A rule is broken.
    #[error("{}", .0.text())]
    Rule(MembershipRule),
    /// A kind of a newer version: stop and update.
    #[error("membership event of kind {0}, which this version does not know; an update is needed")]
    UpdateNeeded(u16),
}

impl From<MembershipRule> for MembershipError {
    fn from(rule: MembershipRule) -> Self {
        Self::Rule(rule)
    }
}

macro_rules! rules {
    ($($variant:ident, $code:literal, $text:literal;)+) => {
        /// A rule of membership that an event broke.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum MembershipRule {
            $(#[doc = $text] $variant),+
        }
        impl MembershipRule {
            /// Stable name, kebab-case.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }
            const fn text(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }
        }
    };
}

rules! {
    GenesisOnce, "genesis-once", "a genesis stands first, and only there";
    UnknownAuthor, "unknown-author", "the author is not a member of this space";
    NotActive, "not-active", "the author or the person is suspended or has left";
    NotAdministrator, "not-administrator", "only an administrator may do this";
    NotRoot, "not-root", "only the organisation's root may do this";
    WrongKind, "wrong-space-kind", "this act does not belong in this kind of space";
    WrongSpace, "wrong-space", "made for another space";
    UnknownOrganisation, "unknown-organisation", "the organisation is not a party";
    OrganisationKnown, "organisation-known", "the organisation is a party already";
    NotJoined, "not-joined", "the organisation has not joined yet";
    NotVerified, "not-verified", "the safety number of the organisation has not been compared";
    RootDiffers, "root-differs", "the organisation's root is not the one known here";
    WrongOrganisation, "wrong-organisation", "the person speaks for another organisation";
    UnknownMember, "unknown-member", "the person is not a member of this space";
    MemberKnown, "member-known", "the person is a member already";
    RequestUsed, "request-used", "this nomination has been used already";
    CertificateDiffers, "certificate-differs", "the certificate is not the one consented to";
    PolicyDiffers, "policy-differs", "the consent was given under another policy";
    BeyondConsent, "beyond-consent", "more access than the nominating organisation consented to";
    LastAdministrator, "last-administrator", "the last administrator cannot go";
    NotFoundingOrganisation, "not-founding-organisation", "only the organisation that founded the space may do this";
    AdministratorsLeft, "administrators-left", "there are administrators, who decide themselves";
    KeyReplaced, "key-replaced", "signed with a key that its owner has replaced";
    KeysNotNewer, "keys-not-newer", "the keys are not of a newer generation than those that are known";
    Oneself, "oneself", "nobody may do this to themselves";
    UnknownGroup, "unknown-group", "no such access group";
    GroupKnown, "group-known", "the access group exists already";
    NotInGroup, "not-in-group", "the person has no access to this group";
    GroupFrozen, "group-frozen", "nothing may be written in this group until it is renewed";
    WrongEpoch, "wrong-epoch", "not the group's current epoch";
    WrongMembers, "wrong-members", "the epoch's members are not the group's members";
    WrongRecipient, "wrong-recipient", "the recipient is not the one in the person's certificate";
    SuiteTooLow, "suite-too-low", "the suite is below the lowest allowed in this space";
    WrongGroupSequence, "wrong-group-sequence", "the number within the group is not the next one";
    WrongRole, "wrong-role", "there is no such role in this kind of space";
    StatusForbids, "status-forbids", "people of a third State or a court do not administer a case";
    MayNotShare, "may-not-share", "the person's role does not let them share";
    NothingChanges, "nothing-changes", "the person is in that state already";
}
