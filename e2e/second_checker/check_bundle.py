"""An independent second checker of Hawser bundles, written from docs/PROTOCOL.md alone.

    check_bundle.py PATH                    a folder or a .zip; ends with 0 (valid), 1 (invalid) or 2 (unreadable)
    check_bundle.py --flips PATH.zip        for each line "POSITION BIT" on standard input one line: valid or invalid

Numbers after § are sections of docs/PROTOCOL.md. Where the text leaves something open, a comment says "reading".
Needs Python 3.11 and PyNaCl. Entries that are valid but make no sense are told on standard error.
"""

import base64
import binascii
import hashlib
import hmac
import json
import os
import re
import struct
import sys
import zlib
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from nacl.bindings import crypto_aead_xchacha20poly1305_ietf_decrypt as open_xchacha
from nacl.exceptions import CryptoError
from nacl.signing import VerifyKey

ZERO32 = bytes(32)
ZERO16 = bytes(16)
KIB, MIB, GIB = 1 << 10, 1 << 20, 1 << 30
U64 = 1 << 64

ORGANISATION, CASE, MISSION, PROGRAMME, JOURNAL = 1, 2, 3, 4, 5
SPACE_NAMES = {ORGANISATION: "organisation", CASE: "case", MISSION: "mission", PROGRAMME: "programme", JOURNAL: "journal"}
ADMINISTRATOR, LEADER, MEMBER, PARTICIPANT, SUPPORT, MANAGER, ASSESSOR, HOST = range(1, 9)
CASE_ROLES = (ADMINISTRATOR, LEADER, MEMBER, PARTICIPANT, SUPPORT)
# Reading: §6 names no roles of a journal; it gets those of a case. People of an organisation's space have no role.
ROLES: dict[int, tuple[int, ...]] = {
    ORGANISATION: (), CASE: CASE_ROLES, MISSION: (MANAGER, ASSESSOR, HOST), PROGRAMME: (MANAGER, PARTICIPANT),
    JOURNAL: CASE_ROLES,
}
TEAM, DESK, SHARED, SPECIAL = 1, 2, 3, 4
ACTIVE, SUSPENDED, REMOVED = "active", "suspended", "removed"
RECORD, SHARE = 0x0100, 0x0101
GROUNDS = ("not-held", "other-matter", "source-protection", "ongoing-investigation", "rights-of-others")


class Invalid(Exception):
    """Something in the bundle breaks a rule; `where` is set by the innermost `at`."""

    where = ""


class Senseless(Exception):
    """An entry whose key fits, but which does not open or makes no sense (§7): told, not refused."""


class NoBundle(Exception):
    """What was given is no bundle at all."""


@contextmanager
def at(where: str) -> Iterator[None]:
    """Names the place of whatever is found invalid inside."""
    try:
        yield
    except Invalid as wrong:
        wrong.where = wrong.where or where
        raise


def need(holds: object, why: str) -> None:
    if not holds:
        raise Invalid(why)


# §1, §2, §3: conventions, signatures, tree


def digest(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()


def key_id(public_key: bytes) -> bytes:
    return digest(b"hawser/v1/key\0\x01" + public_key)


def hkdf(secret: bytes, info: bytes) -> bytes:
    """HKDF-SHA-256 with the empty salt and 32 bytes of output (§1)."""
    extracted = hmac.digest(ZERO32, secret, "sha256")
    return hmac.digest(extracted, info + b"\x01", "sha256")


def base64_exact(text: str) -> bytes:
    try:
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise Invalid("bad base64") from error
    need(base64.b64encode(data).decode() == text, "bad base64")
    return data


FIELD = 2**255 - 19
Y_OF_ORDER_8 = int.from_bytes(bytes.fromhex("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"), "little")
SMALL_ORDER_Y = {0, 1, FIELD - 1, Y_OF_ORDER_8, FIELD - Y_OF_ORDER_8}
verdicts: dict[tuple[bytes, bytes, bytes], bool] = {}


def proper_point(point: bytes) -> bool:
    """Canonically encoded and not of small order (§2). A wrong sign bit is possible only where x = 0: of small order."""
    y = int.from_bytes(point, "little") & (2**255 - 1)
    return y < FIELD and y not in SMALL_ORDER_Y


def ed25519_holds(key: bytes, message: bytes, signature: bytes) -> bool:
    """Strict verification (§2). S < L, the key on the curve and the equation without cofactor are left to libsodium."""
    if not (proper_point(key) and proper_point(signature[:32])):
        return False
    asked = (key, message, signature)
    if asked not in verdicts:
        try:
            VerifyKey(key).verify(message, signature)
            verdicts[asked] = True
        except CryptoError:
            verdicts[asked] = False
    return verdicts[asked]


def library_is_strict() -> bool:
    """Whether the libsodium here verifies without cofactor: it must refuse an R with a part of order 8 (§2)."""
    key = bytes.fromhex("2cbf72c73b6c4db7f0d533cb0222edb418afe40fefd7245cce9e7dd70a7108c6")
    signature = bytes.fromhex("1dd960b291c53514fece1341fc0dcd8a648b3934c2c533666f737a654ff1e1bf"
                              "088021a5cd3d9dfaab7710073290801d332238c6053fd458365ed1f916edd201")
    return not ed25519_holds(key, b"hawser/v1/event\0\0\0\0\x06hawser", signature)


def signed(label: str, key: bytes, message: bytes, signature: bytes) -> bool:
    return ed25519_holds(key, f"hawser/v1/{label}\0".encode() + struct.pack(">I", len(message)) + message, signature)


def node(left: bytes, right: bytes) -> bytes:
    return digest(b"\x01" + left + right)


class Tree:
    """The tree of RFC 9162, 2.1 (§3), grown leaf by leaf: the roots of the full subtrees, the largest first."""

    def __init__(self) -> None:
        self.size = 0
        self.peaks: list[bytes] = []

    def append(self, leaf: bytes) -> None:
        size = self.size
        while size & 1:
            leaf = node(self.peaks.pop(), leaf)
            size >>= 1
        self.peaks.append(leaf)
        self.size += 1

    def root(self) -> bytes:
        if not self.peaks:
            return digest(b"")
        root = self.peaks[-1]
        for peak in reversed(self.peaks[:-1]):
            root = node(peak, root)
        return root


def inclusion_holds(leaf: bytes, index: int, size: int, proof: list[bytes], root: bytes) -> bool:
    """RFC 9162, 2.1.3.2."""
    if index >= size:
        return False
    number, last = index, size - 1
    for sibling in proof:
        if last == 0:
            return False
        if number & 1 or number == last:
            leaf = node(sibling, leaf)
            while not number & 1 and number:
                number, last = number >> 1, last >> 1
        else:
            leaf = node(leaf, sibling)
        number, last = number >> 1, last >> 1
    return last == 0 and leaf == root


class Reader:
    """Reads the fields of §1 strictly."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.position = 0

    def take(self, size: int) -> bytes:
        need(size <= len(self.data) - self.position, "ends too early")
        self.position += size
        return self.data[self.position - size : self.position]

    def number(self, size: int) -> int:
        return int.from_bytes(self.take(size), "big")

    def one_of(self, values: Collection[int], what: str) -> int:
        value = self.number(1)
        need(value in values, f"{what} {value} does not exist")
        return value

    def blob(self, limit: int) -> bytes:
        length = self.number(4)
        need(length <= limit, "too long")
        return self.take(length)

    def list(self, limit: int, read: Callable[["Reader"], Any]) -> list[Any]:
        count = self.number(4)
        need(count <= limit, "list too long")
        return [read(self) for _ in range(count)]

    def end(self) -> None:
        need(self.position == len(self.data), "something follows the last field")


def ascending(values: list[Any]) -> bool:
    return all(one < next_one for one, next_one in zip(values, values[1:]))


# §5: certificates and consent


class Delegation(NamedTuple):
    organisation: bytes
    user: bytes
    key: bytes
    signature: bytes

    def holds(self, root: bytes) -> bool:
        return signed("delegation", root, self.organisation + self.user + self.key, self.signature)


class Certificate(NamedTuple):
    organisation: bytes
    user: bytes
    generation: int
    key: bytes
    recipients: dict[int, bytes]  # by suite; the hybrid one may be missing
    certifier: bytes
    request: bytes  # as signed by the person, without the signature
    request_signature: bytes
    signature: bytes

    def encoded(self) -> bytes:
        return self.request + self.request_signature + self.certifier + self.signature

    def holds(self, certifier_key: bytes) -> bool:
        return (
            self.certifier == key_id(certifier_key)
            and signed("person", self.key, self.request, self.request_signature)
            and signed("certify", certifier_key, self.request + self.request_signature, self.signature)
        )


class Consent(NamedTuple):
    space: bytes
    organisation: bytes
    certificate_hash: bytes
    role: int
    groups: list[bytes]
    history: bool
    policy_hash: bytes
    request: bytes
    delegation: Delegation
    text: bytes
    signature: bytes


class Chain(NamedTuple):
    delegation: Delegation
    certificate: Certificate

    def holds(self, organisation: bytes, root: bytes) -> bool:
        """§5: a chain holds from an organisation's root."""
        return (
            self.delegation.organisation == self.certificate.organisation == organisation
            and self.delegation.holds(root)
            and self.certificate.holds(self.delegation.key)
        )


def read_delegation(r: Reader) -> Delegation:
    return Delegation(r.take(32), r.take(16), r.take(32), r.take(64))


def read_certificate(r: Reader) -> Certificate:
    start = r.position
    r.one_of((1,), "version of a certificate")
    organisation, user, generation, key, recipient = r.take(32), r.take(16), r.number(4), r.take(32), r.take(32)
    need(generation >= 1, "generations begin with 1")
    hybrid = r.blob(1216)
    need(len(hybrid) in (0, 1216), "wrong length of a hybrid recipient")
    r.take(32)  # name_commit
    request = r.data[start : r.position]
    recipients = {1: recipient} | ({2: hybrid} if hybrid else {})
    request_signature, certifier, signature = r.take(64), r.take(32), r.take(64)
    return Certificate(organisation, user, generation, key, recipients, certifier, request, request_signature, signature)


def read_chain(r: Reader) -> Chain:
    return Chain(read_delegation(r), read_certificate(r))


def read_consent(r: Reader) -> Consent:
    start = r.position
    space, organisation, certificate_hash, role = r.take(32), r.take(32), r.take(32), r.one_of(range(1, 9), "role")
    groups = r.list(256, lambda r: r.take(16))
    need(ascending(groups), "the groups of a consent do not ascend")
    history, policy_hash, request = bool(r.one_of((0, 1), "flag")), r.take(32), r.take(16)
    delegation = read_delegation(r)
    text = r.data[start : r.position]
    return Consent(space, organisation, certificate_hash, role, groups, history, policy_hash, request, delegation,
                   text, r.take(64))


# §6: public parts of membership events


class Genesis(NamedTuple):
    kind: int
    root: bytes
    founder: Chain | None
    parties: list[tuple[bytes, bytes, int]]
    min_suite: int
    origin: str
    log_key: bytes
    keepers: list[bytes]
    policy: bytes


class Epoch(NamedTuple):
    group: bytes
    number: int
    suite: int
    members: list[tuple[bytes, int, bytes]]  # user, generation, hash of the recipient


def read_party(r: Reader) -> tuple[bytes, bytes, int]:
    return r.take(32), r.take(32), r.one_of(range(1, 6), "party status")


def read_genesis(r: Reader) -> tuple[Genesis]:
    kind = r.one_of(SPACE_NAMES, "kind of space")
    r.take(32)
    root = r.take(32)
    founder = read_chain(r) if r.one_of((0, 1), "flag") else None
    parties = r.list(256, read_party)
    need(ascending([party[0] for party in parties]), "the organisations do not ascend")
    min_suite = r.one_of((1, 2), "suite")
    try:
        origin = r.blob(512).decode()
    except UnicodeDecodeError as error:
        raise Invalid("the origin is not UTF-8") from error
    log_key = r.take(32)
    keepers = r.list(16, lambda r: r.take(32))
    need(ascending(keepers), "the log keepers do not ascend")
    r.number(4)  # max_age_s
    return (Genesis(kind, root, founder, parties, min_suite, origin, log_key, keepers, r.blob(4096)),)


def read_epoch(r: Reader) -> Epoch:
    group, number, suite = r.take(16), r.number(8), r.one_of((1, 2), "suite")
    members = r.list(4096, lambda r: (r.take(16), r.number(4), r.take(32)))
    users = [member[0] for member in members]
    need(ascending(users), "the members of an epoch do not ascend")
    r.take(32)  # commitment
    need(len(r.blob(1216)) == (32 if suite == 1 else 1216), "wrong length of an epoch's recipient")
    wraps = r.list(4096, lambda r: (r.take(16), r.take(32)))
    need([wrap[0] for wrap in wraps] == users, "the wraps are not for the members")
    return Epoch(group, number, suite, members)


def read_rotations(r: Reader) -> list[Epoch]:
    return r.list(256, read_epoch)


def flag(r: Reader) -> bool:
    return bool(r.one_of((0, 1), "flag"))


ACTS: dict[int, Callable[[Reader], tuple[Any, ...]]] = {
    1: read_genesis,
    2: read_party,
    3: lambda r: (read_delegation(r),),
    4: lambda r: (r.take(32), r.take(32), r.take(32), r.one_of((1, 2, 3), "method")),
    5: lambda r: (read_consent(r), read_chain(r)),
    6: lambda r: (r.take(16), flag(r), read_rotations(r)),
    7: lambda r: (r.take(16), read_rotations(r)),
    8: lambda r: (r.take(16), r.one_of(range(1, 9), "role"), read_rotations(r)),
    10: lambda r: (r.take(16), r.one_of((TEAM, DESK, SHARED, SPECIAL), "purpose"), r.take(32)),
    13: lambda r: (read_epoch(r),),
    14: lambda r: (r.take(16), r.take(16), r.number(4), r.take(32), r.number(8), r.number(8), r.take(32)),
    32: lambda r: (read_delegation(r),),
    33: lambda r: (r.take(16),),
    34: lambda r: (read_certificate(r),),
    35: lambda r: (r.take(16),),
}


def read_act(kind: int, public: bytes) -> tuple[Any, ...]:
    need(kind in ACTS, f"membership kind {kind} is not of version 1: an update is needed")
    r = Reader(public)
    act = ACTS[kind](r)
    r.end()
    return act


# §4: events

HEADER = struct.Struct(">4sBBBBBBH32s16sQ32s16sqhQ24s32sI32s" "Q32sQ32sQI32sQQ")


class Event(NamedTuple):
    header: bytes
    signature: bytes
    public: bytes
    encrypted: bytes
    suite: int
    membership: bool
    kind: int
    space: bytes
    group: bytes
    epoch: int
    author: bytes
    command: bytes
    nonce: bytes
    key_commit: bytes
    seq: int
    prev: bytes
    seen_root: bytes
    group_seq: int
    acts: int

    def leaf(self) -> bytes:
        return digest(b"\x00" + self.header + b"\x00\x40" + self.signature)

    def name(self) -> str:
        """How its record is named (§7)."""
        return digest(b"hawser/v1/record-id\0" + self.author + self.command)[:16].hex()


def read_event(data: bytes) -> Event:
    """Layout of an event (§4): all that can be said of it without the ledger."""
    r = Reader(data)
    header = r.take(366)
    need(r.number(2) == 64, "wrong length of a signature")
    signature = r.take(64)
    (magic, version, suite, algorithm, class_, mode, flags, kind, space, group, epoch, author, command, _recorded, _offset,
     _keyring, nonce, commit, public_len, public_hash, seq, prev, seen_size, seen_root, group_seq, encrypted_len,
     encrypted_hash, acts, reserved) = HEADER.unpack(header)
    need(magic == b"HWSE" and version == 1, "no event of version 1")
    need(suite in (1, 2) and algorithm == 1 and class_ in (1, 2) and flags == 0 and reserved == 0, "bad value in the header")
    need(mode == class_ - 1, "the mode does not fit the class")
    need((nonce == bytes(24) and commit == ZERO32) if mode == 0 else (nonce != bytes(24) or commit != ZERO32),
         "nonce and commitment do not fit the mode")
    need(public_len <= MIB and encrypted_len <= 2 * MIB, "too long")
    need(seen_size == seq, "seen_size differs from seq")
    if class_ == 1:
        need(suite == 1 and group == ZERO16 and epoch == group_seq == encrypted_len == 0, "bad value for a membership event")
    else:
        need(group != ZERO16, "content without a group")
    public, encrypted = r.take(public_len), r.take(encrypted_len)
    r.end()
    need(digest(public) == public_hash, "the public part has another hash")
    need(digest(encrypted) == encrypted_hash, "the encrypted part has another hash")
    return Event(header, signature, public, encrypted, suite, class_ == 1, kind, space, group, epoch, author, command, nonce,
                 commit, seq, prev, seen_root, group_seq, acts)


# §6: the ledger and its rules


@dataclass
class Party:
    root: bytes
    status: int
    joined: bool = False


@dataclass
class Person:
    user: bytes
    organisation: bytes
    role: int
    certificate: Certificate
    consent: Consent | None  # reading: a founder, and people of an organisation's space, need none for any group
    status: str = ACTIVE


@dataclass
class Group:
    purpose: int
    organisation: bytes
    epoch: int = 0
    suite: int = 0
    holders: set[bytes] = field(default_factory=set)
    frozen: bool = False
    next_seq: int = 0
    files: set[bytes] = field(default_factory=set)


class Ledger:
    """The state after the entries so far, and the rules for the next one."""

    def __init__(self) -> None:
        self.tree = Tree()
        self.leaves: list[bytes] = []
        self.events: dict[int, Event] = {}
        self.author_keys: dict[int, bytes] = {}
        self.acts = 0
        self.unaccounted = 0  # leaves without event that no group_seq has accounted for (§13, 2)
        self.space = ZERO32
        self.genesis: Genesis
        self.parties: dict[bytes, Party] = {}
        self.verified: set[tuple[bytes, bytes]] = set()
        self.people: dict[bytes, Person] = {}
        self.key_owners: dict[bytes, tuple[bytes, bytes]] = {}  # key id: user and key, of all who sign or signed
        self.delegated: dict[bytes, bytes] = {}  # organisations: user and delegated key of the administrators
        self.groups: dict[bytes, Group] = {}
        self.requests: set[bytes] = set()
        self.commands: set[tuple[bytes, bytes]] = set()

    def withhold(self, leaf: bytes) -> None:
        need(self.leaves, "the genesis is withheld")
        self.unaccounted += 1
        self.append(leaf)

    def append(self, leaf: bytes) -> None:
        self.tree.append(leaf)
        self.leaves.append(leaf)

    def apply(self, event: Event) -> None:
        """Takes the next event in, or raises (§4)."""
        seq = len(self.leaves)
        need(event.seq == seq, "wrong seq")
        need(event.space == self.space, "of another space")
        need(event.prev == (self.leaves[-1] if self.leaves else ZERO32), "wrong prev")
        need(event.seen_root == self.tree.root(), "wrong seen_root")
        need(event.acts == self.acts, "wrong acts: a membership event is missing")
        need((event.author, event.command) not in self.commands, "the author gave this command before")
        need((seq == 0) == (event.membership and event.kind == 1), "a genesis is the first event, and only that")
        if event.membership:
            self.membership(event, read_act(event.kind, event.public))
            self.acts += 1
        else:
            self.content(event)
        if seq == 0:
            self.space = event.leaf()
        self.commands.add((event.author, event.command))
        self.events[seq] = event
        self.append(event.leaf())

    def signed_by(self, event: Event, key: bytes) -> None:
        need(key_id(key) == event.author, "the author may not do this, or is not who signs")
        need(signed("event", key, event.header, event.signature), "the signature does not verify")
        self.author_keys[event.seq] = key

    def author(self, event: Event) -> Person:
        owner = self.key_owners.get(event.author)
        need(owner and owner[0] in self.people, "the author is not known")
        person = self.people[owner[0]]
        need(person.status == ACTIVE, "the author is not active")
        self.signed_by(event, person.certificate.key)
        return person

    def membership(self, event: Event, act: tuple[Any, ...]) -> None:
        if event.kind == 1:
            self.found(event, *act)
            return
        own = self.genesis.kind == ORGANISATION
        # Reading: parties and consents exist only outside of an organisation's own space, kinds 32 to 35 only in it.
        need(not own if event.kind in (2, 3, 5, 7, 8) else own or event.kind < 32, "no such act in this kind of space")
        if event.kind == 3:
            self.join(event, *act)
        elif event.kind in (32, 33):
            self.signed_by(event, self.genesis.root)
            (self.add_administrator if event.kind == 32 else self.revoke_administrator)(*act)
        elif event.kind == 34:
            self.certify(event, *act)
        else:
            author = self.author(event)
            if not (event.kind == 4 and author.role == LEADER):
                need(self.administers(author), "the author is no administrator")
            rules = {2: self.admit, 4: self.verify, 5: self.add, 6: self.suspend, 7: self.remove, 8: self.change_role,
                     10: self.create_group, 13: self.start_epoch, 14: self.grant, 35: self.remove_certified}
            rules[event.kind](author, *act)

    # what the rules ask

    def administers(self, person: Person) -> bool:
        if self.genesis.kind == ORGANISATION:
            return person.user in self.delegated
        return person.role in (ADMINISTRATOR, MANAGER)

    def limited(self, organisation: bytes) -> bool:
        return any(g.purpose == SHARED and g.organisation == organisation for g in self.groups.values())

    def trusts(self, author: Person, organisation: bytes) -> bool:
        return author.organisation == organisation or (author.organisation, organisation) in self.verified

    def check_role(self, organisation: bytes, role: int) -> None:
        """§6, Roles, and the last sentences of MemberAdd."""
        need(role in ROLES[self.genesis.kind], "no role of this kind of space")
        limited = self.limited(organisation)
        if role in (ADMINISTRATOR, MANAGER):
            need(not limited, "people of an organisation with a shared group administer nothing")
        if self.genesis.kind == CASE and role == ADMINISTRATOR:
            need(self.parties[organisation].status < 4, "people of a third State or a court never administer a case")
        if self.genesis.kind == MISSION:
            need((role == HOST) == limited, "hosts are the people of organisations with a shared group, and nobody else")

    def covers(self, person: Person, group_id: bytes) -> bool:
        """Whether the person's consent covers the group (§6, MemberAdd)."""
        group = self.groups[group_id]
        if person.consent is None:
            return True
        if self.limited(person.organisation):
            return group.organisation == person.organisation
        if group_id in person.consent.groups or (group.purpose == DESK and self.administers(person)):
            return True
        return group.purpose == SHARED and any(self.groups[g].purpose == TEAM for g in person.consent.groups
                                               if g in self.groups)

    def person(self, user: bytes) -> Person:
        need(user in self.people, "nobody of that name")
        need(self.people[user].status != REMOVED, "the person was removed")
        return self.people[user]

    def group(self, group_id: bytes) -> Group:
        need(group_id in self.groups, "no such group")
        return self.groups[group_id]

    def check_holder(self, author: Person, group: Group, suite: int, user: bytes, generation: int, hashed: bytes) -> None:
        """What holds for each member of an epoch. Reading: of a grant also."""
        person = self.person(user)
        certificate = person.certificate
        need(person.status == ACTIVE, "a member of an epoch is not active")
        need(generation == certificate.generation and suite in certificate.recipients
             and hashed == digest(certificate.recipients[suite]), "generation or recipient are not the certificate's")
        need(self.trusts(author, person.organisation), "a member's organisation was not verified by the author's")
        need(group.purpose != DESK or self.administers(person) or group.organisation == person.organisation,
             "a member of a desk neither administers nor is of its organisation")

    def check_key(self, key: bytes, user: bytes) -> None:
        owner = self.key_owners.get(key_id(key))
        need(owner is None or owner[0] == user, "the key is somebody else's")

    def enrol(self, person: Person) -> None:
        key = person.certificate.key
        self.people[person.user] = person
        self.key_owners[key_id(key)] = (person.user, key)

    def leave(self, author: Person, person: Person, rotations: list[Epoch], desks_only: bool = False) -> None:
        """The person leaves groups; those without a rotation are frozen (§6)."""
        left = {}
        for group_id, group in self.groups.items():
            stays = desks_only and (group.purpose != DESK or group.organisation == person.organisation)
            if person.user in group.holders and not stays:
                left[group_id] = group
                group.holders.discard(person.user)
                group.frozen = True
                need(group.purpose != DESK or group.holders, "a desk is left empty")
        rotated = [epoch.group for epoch in rotations]
        need(len(set(rotated)) == len(rotated), "two rotations of one group")
        need(set(rotated) <= set(left), "a rotation of a group that the person does not leave")
        for epoch in rotations:
            need({member[0] for member in epoch.members} == left[epoch.group].holders, "a rotation is not for those who stay")
            self.start_epoch(author, epoch)
        need(any(p.status == ACTIVE and self.administers(p) for p in self.people.values()), "the last administrator goes")

    # the acts

    def found(self, event: Event, genesis: Genesis) -> None:
        """Kind 1 (§6, Genesis)."""
        self.genesis = genesis
        self.parties = {organisation: Party(root, status) for organisation, root, status in genesis.parties}
        need((genesis.founder is None) == (genesis.kind == ORGANISATION), "a founder, but in an organisation")
        if genesis.founder is None:
            self.signed_by(event, genesis.root)
            return
        certificate = genesis.founder.certificate
        self.signed_by(event, certificate.key)
        need(genesis.founder.holds(certificate.organisation, genesis.root), "the founder's chain does not hold")
        party = self.parties.get(certificate.organisation)
        need(party and party.root == genesis.root, "the founder's organisation does not stand in the list")
        party.joined = True  # reading: the founder's organisation needs no OrganisationJoin
        role = MANAGER if genesis.kind in (MISSION, PROGRAMME) else ADMINISTRATOR
        self.check_role(certificate.organisation, role)
        self.enrol(Person(certificate.user, certificate.organisation, role, certificate, None))

    def admit(self, _author: Person, organisation: bytes, root: bytes, status: int) -> None:
        """Kind 2."""
        need(organisation not in self.parties, "already a party")
        self.parties[organisation] = Party(root, status)

    def join(self, event: Event, delegation: Delegation) -> None:
        """Kind 3."""
        self.signed_by(event, delegation.key)
        party = self.parties.get(delegation.organisation)
        need(party and not party.joined, "no party, or it has joined")
        need(delegation.holds(party.root), "the delegation does not verify")
        party.joined = True

    def verify(self, author: Person, verifier: bytes, organisation: bytes, root: bytes, _method: int) -> None:
        """Kind 4. Reading: missions, programmes and journals are as cases; one's own organisation is not refused."""
        need(author.organisation == verifier, "verified for another organisation than the author's")
        if self.genesis.kind != ORGANISATION:
            party = self.parties.get(organisation)
            need(party and party.root == root, "not the root that is known here")
        self.verified.add((verifier, organisation))

    def add(self, author: Person, consent: Consent, chain: Chain) -> None:
        """Kind 5 (§6, MemberAdd)."""
        certificate, organisation = chain.certificate, consent.organisation
        party = self.parties.get(organisation)
        need(party and party.joined, "the organisation has not joined")
        need(self.trusts(author, organisation), "the organisation was not verified by the author's")
        need(chain.holds(organisation, party.root), "the certificate's chain does not hold")
        need(consent.delegation.organisation == organisation and consent.delegation.holds(party.root)
             and signed("consent", consent.delegation.key, consent.text, consent.signature), "the consent does not hold")
        need(consent.space == self.space, "the consent is for another space")
        need(consent.certificate_hash == digest(certificate.encoded()), "the consent is for another certificate")
        need(consent.policy_hash == digest(self.genesis.policy), "the consent is for another policy")
        need(consent.request not in self.requests, "the consent was used before")
        before = self.people.get(certificate.user)
        need(before is None or (before.status == REMOVED and before.organisation == organisation), "not new")
        self.check_key(certificate.key, certificate.user)
        self.check_role(organisation, consent.role)
        self.requests.add(consent.request)
        self.enrol(Person(certificate.user, organisation, consent.role, certificate, consent))

    def suspend(self, author: Person, user: bytes, lifted: bool, rotations: list[Epoch]) -> None:
        """Kind 6."""
        need(user != author.user, "about oneself")
        person = self.person(user)
        if lifted:
            need(person.status == SUSPENDED and not rotations, "not suspended, or with rotations")
            person.status = ACTIVE
        else:
            need(person.status == ACTIVE, "already suspended")
            person.status = SUSPENDED
            self.leave(author, person, rotations)

    def remove(self, author: Person, user: bytes, rotations: list[Epoch]) -> None:
        """Kind 7."""
        need(user != author.user, "about oneself")
        person = self.person(user)
        person.status = REMOVED
        self.leave(author, person, rotations)

    def change_role(self, author: Person, user: bytes, role: int, rotations: list[Epoch]) -> None:
        """Kind 8. A demoted administrator leaves the desks of other organisations."""
        person = self.person(user)
        need(role != person.role, "has that role")
        self.check_role(person.organisation, role)
        demoted = self.administers(person)
        need(demoted or not rotations, "rotations, but nobody is demoted")
        person.role = role
        if demoted:
            self.leave(author, person, rotations, desks_only=True)

    def create_group(self, _author: Person, group_id: bytes, purpose: int, organisation: bytes) -> None:
        """Kind 10."""
        need(group_id != ZERO16 and group_id not in self.groups, "not a new group")
        need(purpose in (DESK, SHARED) if organisation != ZERO32 else purpose != SHARED, "organisation does not fit purpose")
        need(organisation == ZERO32 or organisation in self.parties, "the group's organisation is no party")
        need(purpose == SPECIAL or all((g.purpose, g.organisation) != (purpose, organisation) for g in self.groups.values()),
             "there is such a group")
        need(purpose != SHARED or all(p.organisation != organisation or p.status == REMOVED for p in self.people.values()),
             "a shared group, but people of the organisation are members")
        self.groups[group_id] = Group(purpose, organisation)

    def start_epoch(self, author: Person, epoch: Epoch) -> None:
        """Kind 13, and rotations (§6, EpochStart)."""
        group = self.group(epoch.group)
        users = {member[0] for member in epoch.members}
        need(epoch.number == group.epoch + 1, "wrong number of an epoch")
        need(epoch.suite >= self.genesis.min_suite, "the suite is too low")
        need(author.user in users, "the author is not among the members")
        for member in epoch.members:
            self.check_holder(author, group, epoch.suite, *member)
        if group.epoch == 0:
            need(all(self.covers(self.people[user], epoch.group) for user in users), "a consent does not cover the group")
        else:
            need(users <= group.holders, "a later epoch names people who do not hold the group")
        group.epoch, group.suite, group.holders, group.frozen = epoch.number, epoch.suite, users, False

    def grant(self, author: Person, group_id: bytes, user: bytes, generation: int, hashed: bytes, first: int, last: int,
              _wrap: bytes) -> None:
        """Kind 14. Reading: granting again to who holds the group is not refused."""
        group = self.group(group_id)
        need(author.user in group.holders and not group.frozen, "the author does not hold the group, or it is frozen")
        need(1 <= first <= last == group.epoch, "wrong epochs of a grant")
        self.check_holder(author, group, group.suite, user, generation, hashed)
        person = self.people[user]
        need(self.covers(person, group_id), "the consent does not cover the group")
        need(first == last or person.consent is None or person.consent.history, "the consent is without history")
        group.holders.add(user)

    def add_administrator(self, delegation: Delegation) -> None:
        """Kind 32."""
        need(delegation.organisation == self.space and delegation.holds(self.genesis.root), "the delegation does not hold")
        self.check_key(delegation.key, delegation.user)
        self.delegated[delegation.user] = delegation.key
        self.key_owners[key_id(delegation.key)] = (delegation.user, delegation.key)

    def revoke_administrator(self, user: bytes) -> None:
        """Kind 33. Reading: who is revoked stays in their groups."""
        need(self.delegated.pop(user, None), "no administrator")
        need(any(p.status == ACTIVE and self.administers(p) for p in self.people.values()), "the last administrator goes")

    def certify(self, event: Event, certificate: Certificate) -> None:
        """Kind 34."""
        user = self.key_owners.get(event.author, (b"", b""))[0]
        need(user in self.delegated, "the author is no administrator")
        self.signed_by(event, self.delegated[user])
        first = not self.people and certificate.user == user
        need(first or (user in self.people and self.people[user].status == ACTIVE), "the author is not active")
        need(certificate.organisation == self.space and certificate.holds(self.delegated[user]), "the certificate does not hold")
        need(self.delegated.get(certificate.user, certificate.key) == certificate.key, "not the delegated key")
        self.check_key(certificate.key, certificate.user)
        before = self.people.get(certificate.user)  # reading: a new certificate neither suspends nor restores
        status = before.status if before and before.status == SUSPENDED else ACTIVE
        self.enrol(Person(certificate.user, self.space, 0, certificate, None, status))

    def remove_certified(self, author: Person, user: bytes) -> None:
        """Kind 35, PersonRevoke."""
        self.remove(author, user, [])

    def content(self, event: Event) -> None:
        """§6, Content; §7, public parts; §13, 2 for what is withheld."""
        author, group = self.author(event), self.group(event.group)
        need(author.user in group.holders and not group.frozen, "the author does not hold the group, or it is frozen")
        need(event.epoch == group.epoch and event.suite == group.suite, "not the group's current epoch")
        missing = event.group_seq - group.next_seq
        need(0 <= missing <= self.unaccounted, "wrong group_seq")
        self.unaccounted -= missing
        group.next_seq = event.group_seq + 1
        r = Reader(event.public)
        if event.kind == RECORD:
            group.files.update(r.list(256, lambda r: (r.take(16), r.number(8), r.take(32))[0]))
            r.end()
        elif event.kind == SHARE:
            need(r.list(256, lambda r: r.take(32)), "a share of nothing")
            files = r.list(256, lambda r: r.take(16))
            need(ascending(files), "the files of a share do not ascend")
            r.one_of((1,), "necessity")
            r.end()
            need(author.role not in (SUPPORT, HOST), "a share by support or a host")
            held = set().union(*(g.files for g in self.groups.values() if author.user in g.holders))
            # Reading: where leaves are withheld, the event that brought a file may be one of them.
            need(held.issuperset(files) or len(self.events) < len(self.leaves), "a share of a file that its author does not hold")
            group.files.update(files)


# §7: what is inside of records


def strict_json(data: bytes, depth_limit: int = 32) -> Any:
    """JSON without duplicate keys, floats and numbers above 64 bits, not too deep; ValueError if it is anything else."""

    def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        result = dict(pairs)
        if len(result) != len(pairs):
            raise ValueError("a key twice")
        return result

    def integer(text: str) -> int:
        if len(text) > 20 or not -(1 << 63) <= int(text) < 1 << 63:
            raise ValueError("a number of more than 64 bits")
        return int(text)

    def refuse(_text: str) -> None:
        raise ValueError("a number that is no integer")

    text = data.decode()
    depth = 0
    for mark in re.findall(r'"(?:[^"\\]|\\.)*"|[\[{\]}]', text, re.DOTALL):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(mark, 0)
        if depth > depth_limit:
            raise ValueError("too deep")
    value = json.loads(text, object_pairs_hook=unique, parse_int=integer, parse_float=refuse, parse_constant=refuse)
    json.dumps(value, ensure_ascii=False).encode()  # a half of a surrogate pair is no text
    return value


def padded(length: int) -> int:
    """Padmé (§7), for lengths of at least 2."""
    exponent = length.bit_length() - 1
    step = 1 << (exponent - exponent.bit_length())
    return -(-length // step) * step


def sensible(holds: object, why: str) -> None:
    if not holds:
        raise Senseless(why)


def has_fields(value: Any, *names: str) -> bool:
    return isinstance(value, dict) and set(value) == set(names)


def integer_within(value: Any, low: int, high: int) -> bool:
    return type(value) is int and low <= value < high


def is_hex(value: Any, size: int) -> bool:
    return isinstance(value, str) and re.fullmatch(f"[0-9a-f]{{{2 * size}}}", value) is not None


def is_time(value: Any) -> bool:
    return (has_fields(value, "utc_ms", "offset_min") and integer_within(value["utc_ms"], -(1 << 63), 1 << 63)
            and integer_within(value["offset_min"], -(1 << 15), 1 << 15))


def open_record(event: Event, author_key: bytes, key: bytes) -> dict[str, Any] | None:
    """Opens an entry with its disclosed key (§7); None for a kind that version 1 does not know."""
    need(hkdf(key, b"hawser/v1/commit\0") == event.key_commit, "the key is not the entry's")
    if event.kind not in (RECORD, SHARE):
        return None
    try:
        plain = open_xchacha(event.encrypted, event.header[:226], event.nonce, hkdf(key, b"hawser/v1/aead\0"))
    except CryptoError as error:
        raise Senseless("does not open") from error
    length = int.from_bytes(plain[:4], "big")
    sensible(len(plain) >= 4 and length <= MIB and len(plain) == padded(4 + length) and not any(plain[4 + length :]),
             "wrong padding")
    try:
        body = strict_json(plain[4 : 4 + length])
    except ValueError as error:
        raise Senseless(f"no JSON of §7: {error}") from error
    sensible(has_fields(body, "happened", "record") and has_fields(body["happened"], "at", "known", "late_reason"),
             "other fields than those of §7")
    happened, record = body["happened"], body["record"]
    sensible(is_time(happened["at"]) and happened["known"] in ("observed", "estimated", "reported")
             and isinstance(happened["late_reason"], str | None), "no time of §7")
    sensible(isinstance(record, dict) and isinstance(record.get("type"), str), "a record without a type")
    sensible((record["type"] == "shared") == (event.kind == SHARE), "a shared record and kind 0x0101 go together")
    sensible(record["type"] not in ("exchange", "mission", "programme") or isinstance(record.get("what"), str), "without what")
    statement = record.get("statement")
    if has_fields(statement, "body", "signature") and record["type"] != "programme":
        sensible(isinstance(statement["body"], str) and is_hex(statement["signature"], 64), "no statement of §5")
        stated = event.space + event.command + digest(statement["body"].encode())
        stated = event.space + event.command + digest(statement["body"].encode())
        sensible(signed("statement", author_key, stated, bytes.fromhex(statement["signature"])), "a statement does not verify")
    return record


# §4, The log: checkpoints and proofs


def read_checkpoint(data: bytes, ledger: Ledger) -> None:
    """A checkpoint of exactly the replayed tree, with the log's signature and good cosignatures (§4; §13, 5)."""
    genesis = ledger.genesis
    origin = f"{genesis.origin.partition('://')[2] or genesis.origin}/space/{ledger.space.hex()}"
    need(len(data) <= 16 * KIB, "too long")
    try:
        head, gap, tail = data.decode().partition("\n\n")
    except UnicodeDecodeError as error:
        raise Invalid("not UTF-8") from error
    lines, text = head.split("\n"), head + "\n"
    need(gap and len(lines) == 3 and tail.endswith("\n"), "no signed note of three lines")
    need(lines[0] == origin, "of another log")
    need(lines[1] == str(len(ledger.leaves)), "of another size")
    need(base64_exact(lines[2]) == ledger.tree.root(), "of another root")
    signatures = tail[:-1].split("\n")
    need(len(signatures) <= 64, "too many signatures")
    by_log = False
    for line in signatures:
        match = re.fullmatch(r"— ([^\s+]+) ([A-Za-z0-9+/=]+)", line)
        need(match, "bad signature line")
        name, blob = match[1], base64_exact(match[2])
        need(len(blob) >= 5, "bad signature line")
        if name == origin:
            need(blob[:4] == note_key_id(name, 1, genesis.log_key) and len(blob) == 68
                 and ed25519_holds(genesis.log_key, text.encode(), blob[4:]), "the log's signature does not verify")
            by_log = True
        for keeper in genesis.keepers:
            if blob[:4] == note_key_id(name, 4, keeper):
                need(len(blob) == 76, "bad cosignature")
                time = int.from_bytes(blob[4:12], "big")
                need(ed25519_holds(keeper, f"cosignature/v1\ntime {time}\n{text}".encode(), blob[12:]),
                     "a log keeper's cosignature does not verify")
    need(by_log, "without the log's signature")


def note_key_id(name: str, algorithm: int, key: bytes) -> bytes:
    return digest(name.encode() + b"\n" + bytes([algorithm]) + key)[:4]


def check_proof(data: bytes, seq: int, ledger: Ledger) -> None:
    """An inclusion proof of entry seq (§13, 6). Reading: its checkpoint also has the root of the replayed tree."""
    head, gap, checkpoint = data.partition(b"\n\n")
    need(gap and head.isascii(), "no proof")
    lines = head.decode().split("\n")
    need(lines[0] == "c2sp.org/tlog-proof@v1" and lines[1:2] == [f"index {seq}"], "no proof of this entry")
    hashes = [base64_exact(line) for line in lines[2:]]
    need(all(len(one) == 32 for one in hashes), "bad hash")
    read_checkpoint(checkpoint, ledger)
    need(inclusion_holds(ledger.leaves[seq], seq, len(ledger.leaves), hashes, ledger.tree.root()), "the proof does not hold")


# §13: bundles


def check_path(path: Any) -> None:
    need(isinstance(path, str) and path.isascii(), "bad path")
    segments = path.split("/")
    need(len(segments) <= 3, "bad path")
    for segment in segments:
        need(re.fullmatch(r"(?![.-])[A-Za-z0-9._-]{1,100}(?<!\.)", segment), f"bad path {path}")
        # Reading: the device names that are meant are those of Windows.
        need(not re.fullmatch(r"con|prn|aux|nul|(com|lpt)[0-9]", segment.split(".")[0].lower()), f"bad path {path}")


def table(value: Any, *names: str) -> list[tuple[Any, ...]]:
    """A list of objects with exactly these fields."""
    need(isinstance(value, list) and all(has_fields(row, *names) for row in value), f"not a list of {', '.join(names)}")
    return [tuple(row[name] for name in names) for row in value]


def read_manifest(data: bytes) -> dict[str, Any]:
    """The manifest, with its tables as lists of tuples; what is read, written again, gives the same bytes (§13)."""
    try:
        m = strict_json(data)
        again = json.dumps(m, indent=2, ensure_ascii=False).encode() + b"\n"
    except ValueError as error:
        raise Invalid(f"no JSON: {error}") from error
    need(again == data, "not in its one form")
    shape = {"format": (), "space": (), "kind": (), "entries": (), "made_by": (), "made": ("utc_ms", "offset_min"),
             "withheld": ("first", "last", "ground"), "exhibits": ("record", "number"),
             "attachments": ("record", "path"), "files": ("path", "length", "sha256")}
    need(isinstance(m, dict) and list(m) == list(shape), "other fields, or in another order")
    need(m["format"] == "hawser-bundle/1", "another format")
    need(is_hex(m["space"], 32) and is_hex(m["made_by"], 32) and m["kind"] in SPACE_NAMES.values(), "bad space, kind or made_by")
    need(integer_within(m["entries"], 1, 1 << 63) and is_time(m["made"]), "bad number of entries, or time")
    for name in ("withheld", "exhibits", "attachments", "files"):
        rows = table(m[name], *shape[name])
        need(all(tuple(row) == shape[name] for row in m[name]), f"{name}: fields in another order")
        m[name] = rows
    need(tuple(m["made"]) == shape["made"], "made: fields in another order")
    need(all(integer_within(first, 0, m["entries"]) and integer_within(last, first, m["entries"]) and ground in GROUNDS
             for first, last, ground in m["withheld"]), "bad row of withheld")
    need(all(one[1] < other[0] for one, other in zip(m["withheld"], m["withheld"][1:])), "withheld does not ascend")
    need(all(is_hex(record, 16) and isinstance(number, str) for record, number in m["exhibits"]), "bad row of exhibits")
    need(all(is_hex(record, 16) and isinstance(path, str) for record, path in m["attachments"]), "bad row of attachments")
    for path, length, sha256 in m["files"]:
        check_path(path)
        need(integer_within(length, 0, 1 << 63) and is_hex(sha256, 32), f"bad row of files: {path}")
    for name in ("exhibits", "attachments", "files"):
        need(ascending([row[0] for row in m[name]]), f"{name} does not ascend")
    return m


def check_listing(manifest: dict[str, Any], files: dict[str, bytes]) -> None:
    """§13, condition 1."""
    listed = [row[0] for row in manifest["files"]]
    everything = ["manifest.json", "manifest.sig", *listed]
    need(len({path.lower() for path in everything}) == len(everything), "two paths are equal but for case")
    for path in everything:
        with at(path):
            need(path in files, "missing")
    for path in files:
        with at(path):
            need(path in everything, "not in the manifest")
    attached = {path for _record, path in manifest["attachments"]}
    for path, length, sha256 in manifest["files"]:
        with at(path):
            need(len(files[path]) == length and digest(files[path]).hex() == sha256, "another length or hash")
            if path not in ("checkpoint", "entries", "keys", "report.html"):
                need(proof_seq(path, manifest["entries"]) is not None or (path.startswith("files/") and path in attached),
                     "a path without meaning")
    for path in ("checkpoint", "entries", "keys"):
        need(path in listed, f"{path} is missing")


def proof_seq(path: str, entries: int) -> int | None:
    match = re.fullmatch(r"proofs/([0-9]{6,19})\.tlog-proof", path)
    return int(match[1]) if match and int(match[1]) < entries and match[1] == f"{int(match[1]):06}" else None


def replay(data: bytes) -> Ledger:
    """§13, condition 2: the frames of `entries`, one after the other."""
    ledger, r = Ledger(), Reader(data)
    while r.position < len(data):
        with at(f"entry {len(ledger.leaves)}"):
            if r.one_of((0, 1), "frame"):
                ledger.apply(read_event(r.blob(4 * MIB)))
            else:
                ledger.withhold(r.take(32))
    need(ledger.leaves, "no entries")
    return ledger


def open_entries(data: bytes, ledger: Ledger) -> tuple[dict[str, dict[str, Any]], list[str]]:
    """§13, condition 3: the records that were opened, by name, and what makes no sense."""
    r = Reader(data)
    keys = r.list(len(ledger.leaves), lambda r: (r.number(8), r.take(32)))
    r.end()
    need(ascending([seq for seq, _key in keys]), "the keys do not ascend")
    records: dict[str, dict[str, Any]] = {}
    senseless: list[str] = []
    for seq, key in keys:
        event = ledger.events.get(seq)
        need(event and not event.membership, f"a key for entry {seq}, which is no content that is there")
        try:
            record = open_record(event, ledger.author_keys[seq], key)
            if record is not None:
                records[event.name()] = record
        except Senseless as error:
            senseless.append(f"entry {seq} is unreadable: {error}")
    return records, senseless


def check_files(files: dict[str, bytes]) -> tuple[int, list[str]]:
    """All conditions of §13; the number of the last entry, and what makes no sense."""
    with at("manifest.json"):
        need("manifest.json" in files, "missing")
        manifest = read_manifest(files["manifest.json"])
        check_listing(manifest, files)
    with at("entries"):
        ledger = replay(files["entries"])
    with at("manifest.json"):
        need(manifest["entries"] == len(ledger.leaves), "another number of entries")
        gone = [seq for first, last, _ground in manifest["withheld"] for seq in range(first, last + 1)]
        need(gone == [seq for seq in range(len(ledger.leaves)) if seq not in ledger.events], "withheld is not what is withheld")
        need(manifest["space"] == ledger.space.hex(), "another space")
        need(manifest["kind"] == SPACE_NAMES[ledger.genesis.kind], "another kind")
    with at("keys"):
        records, senseless = open_entries(files["keys"], ledger)
    with at("manifest.sig"):
        need(len(files["manifest.sig"]) == 64, "no signature")
        owner = ledger.key_owners.get(bytes.fromhex(manifest["made_by"]))
        need(owner, "made by nobody who signs there")
        need(signed("bundle", owner[1], ledger.space + digest(files["manifest.json"]), files["manifest.sig"]), "does not verify")
    with at("checkpoint"):
        read_checkpoint(files["checkpoint"], ledger)
    for path in files:
        seq = proof_seq(path, len(ledger.leaves))
        if seq is not None:
            with at(path):
                check_proof(files[path], seq, ledger)
    for name, path in manifest["attachments"]:
        with at(path):
            need(path.startswith("files/") and path in files, "an attachment that is not there")
            record = records.get(name, {})
            need(record.get("type") == "file-attached", "its record is no file-attached that was opened")
            need(type(record.get("length")) is int and record["length"] == len(files[path])
                 and record.get("sha256") == digest(files[path]).hex(), "not the file of its record")
    return len(ledger.leaves) - 1, senseless


def zip_bytes(files: dict[str, bytes]) -> bytes:
    """The one ZIP file of these files in this order (§13)."""
    body, directory = bytearray(), bytearray()
    for path, data in files.items():
        name = path.encode()
        common = struct.pack("<HHHHHIIIHH", 20, 0x0800, 0, 0, 0x0021, zlib.crc32(data), len(data), len(data), len(name), 0)
        directory += b"PK\x01\x02\x14\x00" + common + struct.pack("<HHHII", 0, 0, 0, 0, len(body)) + name
        body += b"PK\x03\x04" + common + name + data
    end = struct.pack("<HHHHIIH", 0, 0, len(files), len(files), len(directory), len(body), 0)
    return bytes(body + directory + b"PK\x05\x06" + end)


def check_zip(data: bytes) -> tuple[int, list[str]]:
    """Takes the files out of a ZIP file, which must be byte for byte the one that they make."""
    files: dict[str, bytes] = {}
    position = 0
    with at("container"):
        need(len(data) < 4 * GIB, "too large")
        while data[position : position + 4] == b"PK\x03\x04":
            need(len(data) - position >= 30, "ends too early")
            size, name_size = struct.unpack("<IH", data[position + 22 : position + 28])
            start = position + 30 + name_size
            need(start + size <= len(data) and len(files) < 65535, "ends too early, or too many files")
            try:
                name = data[position + 30 : start].decode("ascii")
            except UnicodeDecodeError as error:
                raise Invalid("bad path") from error
            need(name not in files, "a path twice")
            files[name] = data[start : start + size]
            position = start + size
        need(zip_bytes(files) == data, "not in the one form of a ZIP file")
        need(list(files)[:2] == ["manifest.json", "manifest.sig"], "does not begin with the manifest")
        need(ascending(list(files)[2:]), "files in another order")
    return check_files(files)


def read_folder(path: str) -> dict[str, bytes]:
    """The files of a folder. Reading: folders without files do not matter."""
    files: dict[str, bytes] = {}
    for place, folders, names in os.walk(path):
        for name in folders + names:
            full = os.path.join(place, name)
            relative = os.path.relpath(full, path).replace(os.sep, "/")
            with at(relative if relative.isprintable() else "container"):
                need(not os.path.islink(full), "a link")
                need(name in folders or os.path.isfile(full), "neither file nor folder")
            if name in names:
                with open(full, "rb") as file:
                    files[relative] = file.read()
    return files


def check(path: str) -> tuple[int, list[str]]:
    if os.path.isdir(path):
        files = read_folder(path)
        if "manifest.json" not in files:
            raise NoBundle("a folder without manifest.json")
        return check_files(files)
    with open(path, "rb") as file:
        data = file.read()
    if not data.startswith(b"PK\x03\x04"):
        raise NoBundle("no ZIP file")
    return check_zip(data)


def flips(path: str) -> None:
    """One line for each "POSITION BIT" of standard input: the verdict with that bit flipped."""
    with open(path, "rb") as file:
        original = file.read()
    for line in sys.stdin:
        position, bit = map(int, line.split())
        changed = bytearray(original)
        changed[position] ^= 1 << bit
        try:
            check_zip(bytes(changed))
            print("valid", flush=True)
        except Invalid as wrong:
            print(f"invalid: {wrong.where}: {wrong}", flush=True)


def main(arguments: list[str]) -> int:
    if not library_is_strict():
        print("unreadable: the libsodium of this PyNaCl verifies signatures with cofactor")
        return 2
    if len(arguments) == 2 and arguments[0] == "--flips":
        flips(arguments[1])
        return 0
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        last, senseless = check(arguments[0])
    except Invalid as wrong:
        print(f"invalid: {wrong.where}: {wrong}")
        return 1
    except (NoBundle, OSError) as error:
        print(f"unreadable: {error}")
        return 2
    for line in senseless:
        print(line, file=sys.stderr)
    print(f"valid: complete up to entry {last}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
