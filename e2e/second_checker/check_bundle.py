"""An independent second checker of Hawser bundles, written from docs/PROTOCOL.md alone.

    check_bundle.py PATH                  a folder or a .zip; ends with 0 (valid), 1 (invalid) or 2 (unreadable)
    check_bundle.py --flips PATH.zip      for each line "POSITION BIT" of standard input: the verdict with that bit flipped

§ are sections of docs/PROTOCOL.md; "Reading:" marks where the text leaves something open. Needs Python 3.11 and PyNaCl.
Entries that hold but make no sense (§7) are told on standard error.
"""

import base64
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
from types import SimpleNamespace as Fields
from typing import Any

from nacl.bindings import crypto_aead_xchacha20poly1305_ietf_decrypt as xchacha_open
from nacl.exceptions import CryptoError
from nacl.signing import VerifyKey

ORGANISATION, CASE, MISSION, PROGRAMME, JOURNAL = range(1, 6)
SPACES = {ORGANISATION: "organisation", CASE: "case", MISSION: "mission", PROGRAMME: "programme", JOURNAL: "journal"}
ADMINISTRATOR, LEADER, MEMBER, PARTICIPANT, SUPPORT, MANAGER, ASSESSOR, HOST = range(1, 9)
# Reading: §6 names no roles for a journal; it gets those of a case. In an organisation's space nobody has a role.
ROLES: dict[int, Collection[int]] = {
    ORGANISATION: (), CASE: range(1, 6), MISSION: range(6, 9), PROGRAMME: (MANAGER, PARTICIPANT), JOURNAL: range(1, 6),
}
TEAM, DESK, SHARED, SPECIAL = range(1, 5)
ACTIVE, SUSPENDED, REMOVED = "active", "suspended", "removed"
RECORD, SHARE = 0x0100, 0x0101
GROUNDS = ("not-held", "other-matter", "source-protection", "ongoing-investigation", "rights-of-others")
NONE16, NONE32, MIB = bytes(16), bytes(32), 1 << 20


class Invalid(Exception):
    """The bundle breaks a rule; `where` is set by the innermost `at`."""

    where = ""


class Senseless(Exception):
    """An entry whose key fits does not open or makes no sense (§7): told, not refused."""


class NoBundle(Exception):
    """What was given is no bundle at all."""


@contextmanager
def at(where: str) -> Iterator[None]:
    try:
        yield
    except Invalid as wrong:
        wrong.where = wrong.where or where
        raise


def need(holds: object, why: str, wrong: type[Exception] = Invalid) -> None:
    if not holds:
        raise wrong(why)


# §1, §2, §3: conventions, signatures, tree


class Reader:
    """Reads the fields of §1 strictly."""

    def __init__(self, data: bytes) -> None:
        self.data, self.position = data, 0

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

    def flag(self) -> bool:
        return self.one_of((0, 1), "flag") == 1

    def blob(self, limit: int) -> bytes:
        length = self.number(4)
        need(length <= limit, "too long")
        return self.take(length)

    def list_of(self, limit: int, read: Callable[["Reader"], Any]) -> list[Any]:
        count = self.number(4)
        need(count <= limit, "list too long")
        return [read(self) for _ in range(count)]

    def end(self) -> None:
        need(self.position == len(self.data), "something follows the last field")


def ascending(values: list[Any]) -> bool:
    return all(one < other for one, other in zip(values, values[1:]))


def digest(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()


def key_id(key: bytes) -> bytes:
    return digest(b"hawser/v1/key\0\x01" + key)


def hkdf(secret: bytes, info: bytes) -> bytes:
    return hmac.digest(hmac.digest(NONE32, secret, "sha256"), info + b"\x01", "sha256")


def text_of(data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        raise Invalid("not UTF-8") from error


def unbase64(text: str) -> bytes:
    try:
        data = base64.b64decode(text, validate=True)
    except ValueError as error:
        raise Invalid("bad base64") from error
    need(base64.b64encode(data).decode() == text, "bad base64")
    return data


PRIME = 2**255 - 19
Y8 = int.from_bytes(bytes.fromhex("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"), "little")
verdicts: dict[tuple[bytes, bytes, bytes], bool] = {}


def proper_point(point: bytes) -> bool:
    """§2: canonical and not of small order. A wrong sign is possible only where x = 0, which is of small order."""
    y = int.from_bytes(point, "little") & (2**255 - 1)
    return y < PRIME and y not in (0, 1, PRIME - 1, Y8, PRIME - Y8)


def ed25519_holds(key: bytes, message: bytes, signature: bytes) -> bool:
    """§2: strict. The key on its curve, S < L and the equation without cofactor are left to libsodium (see `main`)."""
    asked = (key, message, signature)
    if asked not in verdicts:
        try:
            verdicts[asked] = proper_point(key) and proper_point(signature[:32])
            VerifyKey(key).verify(message, signature)
        except CryptoError:
            verdicts[asked] = False
    return verdicts[asked]


def library_is_strict() -> bool:
    """Whether this libsodium refuses an R with a part of order 8, as a verifier without cofactor does."""
    key = bytes.fromhex("2cbf72c73b6c4db7f0d533cb0222edb418afe40fefd7245cce9e7dd70a7108c6")
    signature = bytes.fromhex("1dd960b291c53514fece1341fc0dcd8a648b3934c2c533666f737a654ff1e1bf"
                              "088021a5cd3d9dfaab7710073290801d332238c6053fd458365ed1f916edd201")
    return not signed("event", key, b"hawser", signature)


def signed(label: str, key: bytes, message: bytes, signature: bytes) -> bool:
    text = f"hawser/v1/{label}\0".encode() + struct.pack(">I", len(message)) + message
    return ed25519_holds(key, text, signature)


def tree_append(peaks: list[bytes], size: int, leaf: bytes) -> None:
    """§3: `peaks` are the roots of the full subtrees over `size` leaves, the largest first."""
    while size & 1:
        leaf, size = digest(b"\x01" + peaks.pop() + leaf), size >> 1
    peaks.append(leaf)


def tree_root(peaks: list[bytes]) -> bytes:
    root = peaks[-1] if peaks else digest(b"")
    for peak in reversed(peaks[:-1]):
        root = digest(b"\x01" + peak + root)
    return root


def inclusion_root(leaf: bytes, index: int, size: int, proof: list[bytes]) -> bytes:
    """§3, RFC 9162, 2.1.3.2: the root that the proof leads to."""
    last = size - 1
    for other in proof:
        need(last > 0, "the proof is too long")
        if index & 1 or index == last:
            leaf = digest(b"\x01" + other + leaf)
            while not index & 1 and index:
                index, last = index >> 1, last >> 1
        else:
            leaf = digest(b"\x01" + leaf + other)
        index, last = index >> 1, last >> 1
    need(last == 0, "the proof is too short")
    return leaf


# §5: certificates and consent


def read_delegation(r: Reader) -> Fields:
    return Fields(organisation=r.take(32), user=r.take(16), key=r.take(32), signature=r.take(64))


def read_certificate(r: Reader) -> Fields:
    start = r.position
    r.one_of((1,), "version")
    c = Fields(organisation=r.take(32), user=r.take(16), generation=r.number(4), key=r.take(32))
    c.recipients = {1: r.take(32)}
    hybrid = r.blob(1216)
    need(c.generation >= 1 and len(hybrid) in (0, 1216), "bad value in a certificate")
    if hybrid:
        c.recipients[2] = hybrid
    c.name_commit = r.take(32)
    c.request = r.data[start : r.position]
    c.request_signature, c.certifier, c.signature = r.take(64), r.take(32), r.take(64)
    c.hash = digest(r.data[start : r.position])
    return c


def read_consent(r: Reader) -> Fields:
    start = r.position
    c = Fields(space=r.take(32), organisation=r.take(32), certificate_hash=r.take(32), role=r.one_of(range(1, 9), "role"),
               groups=r.list_of(256, lambda r: r.take(16)), history=r.flag(), policy_hash=r.take(32), request=r.take(16),
               delegation=read_delegation(r))
    c.text, c.signature = r.data[start : r.position], r.take(64)
    need(ascending(c.groups), "the groups of a consent do not ascend")
    return c


def delegation_holds(d: Fields, organisation: bytes, root: bytes) -> bool:
    return d.organisation == organisation and signed("delegation", root, d.organisation + d.user + d.key, d.signature)


def certificate_holds(c: Fields, organisation: bytes, certifier_key: bytes) -> bool:
    return (c.organisation == organisation and c.certifier == key_id(certifier_key)
            and signed("person", c.key, c.request, c.request_signature)
            and signed("certify", certifier_key, c.request + c.request_signature, c.signature))


def chain_holds(delegation: Fields, certificate: Fields, organisation: bytes, root: bytes) -> bool:
    return (delegation_holds(delegation, organisation, root)
            and certificate_holds(certificate, organisation, delegation.key))


# §6: public parts of membership events


def read_party(r: Reader) -> tuple[bytes, bytes, int]:
    return r.take(32), r.take(32), r.one_of(range(1, 6), "party status")


def read_genesis(r: Reader) -> tuple[Fields]:
    g = Fields(kind=r.one_of(SPACES, "kind of space"), random=r.take(32), root=r.take(32), founder=None)
    if r.flag():
        g.founder = (read_delegation(r), read_certificate(r))
    g.parties = r.list_of(256, read_party)
    g.min_suite, g.origin, g.log_key = r.one_of((1, 2), "suite"), text_of(r.blob(512)), r.take(32)
    g.keepers, g.max_age_s, g.policy = r.list_of(16, lambda r: r.take(32)), r.number(4), r.blob(4096)
    need(ascending([party[0] for party in g.parties]) and ascending(g.keepers), "parties or log keepers do not ascend")
    return (g,)


def read_epoch(r: Reader) -> Fields:
    e = Fields(group=r.take(16), number=r.number(8), suite=r.one_of((1, 2), "suite"),
               members=r.list_of(4096, lambda r: (r.take(16), r.number(4), r.take(32))), commitment=r.take(32))
    need(len(r.blob(1216)) == (32 if e.suite == 1 else 1216), "wrong length of an epoch's recipient")
    users = [member[0] for member in e.members]
    need(ascending(users), "the members of an epoch do not ascend")
    need([user for user, _wrap in r.list_of(4096, lambda r: (r.take(16), r.take(32)))] == users, "wraps for other people")
    return e


def read_rotations(r: Reader) -> list[Fields]:
    return r.list_of(256, read_epoch)


ACTS: dict[int, Callable[[Reader], tuple[Any, ...]]] = {
    1: read_genesis,
    2: read_party,
    3: lambda r: (read_delegation(r),),
    4: lambda r: (r.take(32), r.take(32), r.take(32), r.one_of((1, 2, 3), "method")),
    5: lambda r: (read_consent(r), read_delegation(r), read_certificate(r)),
    6: lambda r: (r.take(16), r.flag(), read_rotations(r)),
    7: lambda r: (r.take(16), read_rotations(r)),
    8: lambda r: (r.take(16), r.one_of(range(1, 9), "role"), read_rotations(r)),
    9: lambda r: (read_delegation(r), read_certificate(r), read_rotations(r)),
    10: lambda r: (r.take(16), r.one_of((TEAM, DESK, SHARED, SPECIAL), "purpose"), r.take(32)),
    13: lambda r: (read_epoch(r),),
    14: lambda r: (r.take(16), r.take(16), r.number(4), r.take(32), r.number(8), r.number(8), r.take(32)),
    17: lambda r: (read_delegation(r), r.take(16)),
    20: lambda r: (read_delegation(r), r.take(16), read_rotations(r)),
    32: lambda r: (read_delegation(r),),
    33: lambda r: (r.take(16),),
    34: lambda r: (read_certificate(r),),
    35: lambda r: (r.take(16),),
}

# §4: events

HEADER = struct.Struct(">4sBBBBBBH32s16sQ32s16sqhQ24s32sI32s" "Q32sQ32sQI32sQQ")
HEADER_NAMES = (
    "magic version suite sig_alg class_ mode flags kind space group epoch author command recorded_ms offset_min "
    "keyring_version nonce key_commit public_len public_hash seq prev seen_size seen_root group_seq encrypted_len "
    "encrypted_hash acts reserved"
).split()


def read_event(data: bytes) -> Fields:
    """§4: the layout of an event, and all that can be said of it without the ledger."""
    r = Reader(data)
    header = r.take(366)
    e = Fields(header=header, **dict(zip(HEADER_NAMES, HEADER.unpack(header))))
    need(r.number(2) == 64, "wrong length of a signature")
    e.signature = r.take(64)
    e.leaf = digest(b"\x00" + header + b"\x00\x40" + e.signature)
    e.name = digest(b"hawser/v1/record-id\0" + e.author + e.command)[:16].hex()  # §7
    need(e.magic == b"HWSE" and e.version == 1, "no event of version 1")
    need(e.suite in (1, 2) and e.sig_alg == 1 and e.flags == 0 and e.reserved == 0, "bad value in the header")
    need((e.class_, e.mode) in ((1, 0), (2, 1)), "bad class or mode")
    sealed = (e.nonce != bytes(24), e.key_commit != NONE32)
    need(any(sealed) if e.mode else not any(sealed), "nonce and commitment do not fit the mode")
    if e.class_ == 1:
        need(e.suite == 1 and e.group == NONE16 and e.epoch == e.group_seq == e.encrypted_len == 0, "not as in an act")
    need(e.seen_size == e.seq, "seen_size differs from seq")
    need(e.public_len <= MIB and e.encrypted_len <= 2 * MIB, "too long")
    e.public, e.encrypted = r.take(e.public_len), r.take(e.encrypted_len)
    r.end()
    need(digest(e.public) == e.public_hash and digest(e.encrypted) == e.encrypted_hash, "a part has another hash")
    return e


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
    certificate: Fields
    consent: Fields | None  # None: the founder, and people of an organisation, need none.
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
    withheld_before: int = 0  # leaves without event before its newest event, or before the group was made


class Ledger:
    """The state after the entries so far, and what must hold for the next one."""

    def __init__(self) -> None:
        self.genesis = Fields()
        self.space, self.acts = NONE32, 0
        self.leaves: list[bytes] = []
        self.peaks: list[bytes] = []
        self.events: dict[int, Fields] = {}
        self.withheld = 0  # §13, 2: leaves without event
        self.unaccounted = 0  # of them, those that no group_seq has accounted for
        self.commands: set[tuple[bytes, bytes]] = set()
        self.parties: dict[bytes, Party] = {}
        self.verified: set[tuple[bytes, bytes]] = set()
        self.people: dict[bytes, Person] = {}
        self.owners: dict[bytes, tuple[bytes, bytes]] = {}  # by key id: user and key, of all who sign or signed
        self.delegated: dict[bytes, bytes] = {}  # in an organisation: its administrators and their delegated keys
        self.groups: dict[bytes, Group] = {}
        self.requests: set[bytes] = set()

    def append(self, leaf: bytes) -> None:
        tree_append(self.peaks, len(self.leaves), leaf)
        self.leaves.append(leaf)

    def withhold(self, leaf: bytes) -> None:
        need(self.leaves, "the genesis is withheld")
        self.withheld += 1
        self.unaccounted += 1
        self.append(leaf)

    def apply(self, e: Fields) -> None:
        """§4: takes the next event in, or raises."""
        seq = len(self.leaves)
        need(e.seq == seq and e.space == self.space, "of another place or space")
        need(e.prev == (self.leaves[-1] if seq else NONE32) and e.seen_root == tree_root(self.peaks), "of another past")
        need(e.acts == self.acts, "an act of membership before it is missing")
        need((e.author, e.command) not in self.commands, "the author gave this command before")
        need((seq == 0) == (e.class_ == 1 and e.kind == 1), "a genesis is the first event, and nothing else is")
        if e.class_ == 1:
            self.membership(e)
            self.acts += 1
        else:
            self.content(e)
        self.space = self.space if seq else e.leaf
        self.commands.add((e.author, e.command))
        self.events[seq] = e
        self.append(e.leaf)

    def check_signature(self, e: Fields, key: bytes) -> None:
        need(key_id(key) == e.author, "signed by somebody else than may do this")
        need(signed("event", key, e.header, e.signature), "the signature does not verify")
        e.author_key = key

    def author(self, e: Fields) -> Person:
        person: Any = self.people.get(self.owners.get(e.author, (b"", b""))[0])
        need(person and person.status == ACTIVE, "the author is not known, or not active")
        need(key_id(person.certificate.key) == e.author, "signed with a key that was replaced")
        self.check_signature(e, person.certificate.key)
        return person

    def membership(self, e: Fields) -> None:
        need(e.kind in ACTS, f"kind {e.kind} of membership is not of version 1: an update is needed")
        r = Reader(e.public)
        act = ACTS[e.kind](r)
        r.end()
        if e.kind > 1:
            own = self.genesis.kind == ORGANISATION
            need(not (own and e.kind in (2, 3, 5, 7, 8, 9, 17, 20)) and (own or e.kind < 32), "not in this kind of space")
        if e.kind in (1, 3, 9, 17, 20, 34):
            rules: dict[int, Callable[..., None]] = {1: self.found, 3: self.join, 9: self.change_keys, 17: self.appoint,
                                                     20: self.withdraw, 34: self.certify}
            rules[e.kind](e, *act)
        elif e.kind in (32, 33):
            self.check_signature(e, self.genesis.root)
            rules = {32: self.add_administrator, 33: self.revoke_administrator}
            rules[e.kind](*act)
        else:
            author = self.author(e)
            leads, restores = e.kind == 4 and author.role == LEADER, e.kind == 13 and self.restores(*act)
            need(self.administers(author) or leads or restores, "the author is no administrator")
            rules = {2: self.admit, 4: self.verify, 5: self.add, 6: self.suspend, 7: self.remove, 8: self.change_role,
                     10: self.create_group, 13: self.start_epoch, 14: self.grant, 35: self.remove}
            rules[e.kind](author, *act)

    # What several rules ask.

    def administers(self, person: Person) -> bool:
        return person.user in self.delegated or person.role in (ADMINISTRATOR, MANAGER)

    def check_administrators(self) -> None:
        need(any(p.status == ACTIVE and self.administers(p) for p in self.people.values()), "no administrator is left")

    def limited(self, organisation: bytes) -> bool:
        return any(g.purpose == SHARED and g.organisation == organisation for g in self.groups.values())

    def trusts(self, author: Person, organisation: bytes) -> bool:
        return author.organisation == organisation or (author.organisation, organisation) in self.verified

    def check_role(self, organisation: bytes, role: int) -> None:
        kind, limited = self.genesis.kind, self.limited(organisation)
        need(role in ROLES[kind], "no role of this kind of space")
        need(not (limited and role in (ADMINISTRATOR, MANAGER)), "people with a shared group administer nothing")
        need(kind != MISSION or (role == HOST) == limited, "hosts are the people with a shared group, and nobody else")
        need(kind != CASE or role != ADMINISTRATOR or self.parties[organisation].status < 4, "never administers a case")

    def check_key(self, key: bytes, user: bytes) -> None:
        need(self.owners.get(key_id(key), (user, key))[0] == user, "the key is somebody else's")
        self.owners[key_id(key)] = (user, key)

    def covers(self, person: Person, group_id: bytes) -> bool:
        """§6, MemberAdd: whether the consent covers the group."""
        group, consent = self.groups[group_id], person.consent
        if consent is None:
            return True
        if self.limited(person.organisation):
            return group.organisation == person.organisation and group_id in consent.groups
        names_team = any(g in self.groups and self.groups[g].purpose == TEAM for g in consent.groups)
        return (group_id in consent.groups or (group.purpose == DESK and self.administers(person))
                or (group.purpose == SHARED and names_team))

    def group(self, group_id: bytes) -> Group:
        need(group_id in self.groups, "no such group")
        return self.groups[group_id]

    def person(self, user: bytes) -> Person:
        need(user in self.people and self.people[user].status != REMOVED, "the person is no member")
        return self.people[user]

    def check_holder(self, author: Person, group: Group, suite: int, user: bytes, generation: int, hashed: bytes) -> None:
        """§6, EpochStart and Grant: what holds for each person named."""
        person = self.person(user)
        c = person.certificate
        need(person.status == ACTIVE, "a holder is not active")
        fits = suite in c.recipients and digest(c.recipients[suite]) == hashed
        need(c.generation == generation and fits, "not as in the certificate")
        need(self.trusts(author, person.organisation), "a holder's organisation was not verified by the author's")
        of_desk = self.administers(person) or group.organisation == person.organisation
        need(group.purpose != DESK or of_desk, "neither an administrator nor of the desk's organisation")

    def restores(self, epoch: Fields) -> bool:
        """§6, EpochStart: a frozen group for all who hold it."""
        group = self.group(epoch.group)
        return group.frozen and {member[0] for member in epoch.members} == group.holders

    def abandoned(self, group: Group) -> bool:
        """§6, EpochStart: nobody holds it, or no administrator."""
        led = any(self.administers(self.people[user]) for user in group.holders)
        return not group.holders or (not led and group.purpose != SPECIAL)

    def leave(self, author: Person | None, person: Person, rotations: list[Fields], desks_only: bool = False,
              taken_back: bool = False) -> None:
        """§6: the person leaves groups; those without a rotation are frozen."""
        left = []
        for group_id, group in self.groups.items():
            stays = desks_only and group.purpose != DESK
            if person.user in group.holders and not stays:
                left.append(group_id)
                group.holders.discard(person.user)
                group.frozen = True
                of_all = group.purpose == DESK and group.organisation == NONE32
                need(taken_back or not of_all or group.holders, "the desk is left empty")
        if not taken_back:
            self.check_administrators()
        for epoch in rotations:
            need(author is not None and author.status == ACTIVE, "rotations by somebody who is no member")
            assert author is not None
            need(epoch.group in left, "a rotation of a group that the person does not leave, or a second one")
            left.remove(epoch.group)
            need({m[0] for m in epoch.members} == self.groups[epoch.group].holders, "a rotation not for those who stay")
            self.start_epoch(author, epoch)

    # The acts, each by its row in the table of §6.

    def found(self, e: Fields, genesis: Fields) -> None:
        self.genesis = genesis
        self.parties = {organisation: Party(root, status) for organisation, root, status in genesis.parties}
        need((genesis.founder is None) == (genesis.kind == ORGANISATION), "a founder, but in organisations")
        if genesis.founder is None:
            self.check_signature(e, genesis.root)
            return
        delegation, c = genesis.founder
        self.check_signature(e, c.key)
        need(chain_holds(delegation, c, c.organisation, genesis.root), "the founder's chain does not hold")
        party: Any = self.parties.get(c.organisation)
        need(party and party.root == genesis.root, "the founder's organisation does not stand in the list")
        party.joined = True
        role = MANAGER if genesis.kind in (MISSION, PROGRAMME) else ADMINISTRATOR
        self.check_role(c.organisation, role)
        self.check_key(c.key, c.user)
        self.people[c.user] = Person(c.user, c.organisation, role, c, None)

    def admit(self, _author: Person, organisation: bytes, root: bytes, status: int) -> None:
        need(organisation not in self.parties, "already a party")
        self.parties[organisation] = Party(root, status)

    def join(self, e: Fields, delegation: Fields) -> None:
        self.speaks(e, delegation)
        need(not self.parties[delegation.organisation].joined, "a party that has joined")
        self.parties[delegation.organisation].joined = True

    def speaks(self, e: Fields, delegation: Fields) -> None:
        """§6: an administrator of a party's organisation, who need not be a member."""
        self.check_signature(e, delegation.key)
        party: Any = self.parties.get(delegation.organisation)
        need(party, "not a party")
        need(delegation_holds(delegation, delegation.organisation, party.root), "the delegation does not hold")
        self.check_in_use(delegation.key)

    def check_in_use(self, key: bytes) -> None:
        owner = self.people.get(self.owners.get(key_id(key), (b"", b""))[0])
        need(owner is None or owner.certificate.key == key, "a key that its owner has replaced")

    def appoint(self, e: Fields, delegation: Fields, user: bytes) -> None:
        self.speaks(e, delegation)
        need(delegation_holds(delegation, delegation.organisation, self.genesis.root), "not of the founding organisation")
        left = [p for p in self.people.values() if p.status == ACTIVE and self.administers(p)]
        need(not left, "there are administrators")
        person = self.person(user)
        need(person.status == ACTIVE, "not active")
        role = MANAGER if self.genesis.kind in (MISSION, PROGRAMME) else ADMINISTRATOR
        self.check_role(person.organisation, role)
        person.role = role

    def change_keys(self, e: Fields, delegation: Fields, c: Fields, rotations: list[Fields]) -> None:
        party: Any = self.parties.get(c.organisation)
        need(party, "not a party")
        need(chain_holds(delegation, c, c.organisation, party.root), "the certificate's chain does not hold")
        if delegation.user == c.user:
            self.check_in_use(delegation.key)
        self.check_signature(e, c.key)
        person = self.replace_keys(c)
        held = {group_id for group_id, group in self.groups.items() if person.user in group.holders}
        for epoch in rotations:
            need(epoch.group in held, "a rotation of a group that the person does not hold, or a second one")
            held.discard(epoch.group)
            need({m[0] for m in epoch.members} == self.groups[epoch.group].holders, "a rotation not for all who hold it")
            need(person.status == ACTIVE, "not active")
            self.start_epoch(person, epoch)

    def replace_keys(self, c: Fields) -> Person:
        """§6, KeyChange, and PersonCert of somebody who is certified."""
        person = self.person(c.user)
        need(person.organisation == c.organisation, "of another organisation")
        need(key_id(c.key) not in self.owners, "the key is known")
        need(c.generation > person.certificate.generation, "not newer keys")
        need(self.genesis.min_suite in c.recipients, "no recipient for the space's suite")
        need(c.name_commit == person.certificate.name_commit, "another name")
        self.check_key(c.key, c.user)
        person.certificate = c
        for group in self.groups.values():
            group.frozen = group.frozen or c.user in group.holders
        return person

    def withdraw(self, e: Fields, delegation: Fields, user: bytes, rotations: list[Fields]) -> None:
        self.speaks(e, delegation)
        person = self.person(user)
        need(person.organisation == delegation.organisation, "of another organisation")
        need(user != delegation.user, "about oneself")
        author = self.people.get(self.owners.get(e.author, (b"", b""))[0])
        person.status = REMOVED
        need(not rotations or (author and key_id(author.certificate.key) == e.author), "rotations with another key")
        self.leave(author, person, rotations, taken_back=True)

    def verify(self, author: Person, verifier: bytes, organisation: bytes, root: bytes, _method: int) -> None:
        need(author.organisation == verifier, "not of the verifier")
        if self.genesis.kind != ORGANISATION:
            party: Any = self.parties.get(organisation)
            need(party and party.root == root, "not the root that is known there")
        self.verified.add((verifier, organisation))

    def add(self, author: Person, consent: Fields, delegation: Fields, c: Fields) -> None:
        party: Any = self.parties.get(consent.organisation)
        need(party and party.joined, "the organisation has not joined")
        need(self.trusts(author, consent.organisation), "the organisation was not verified by the author's")
        need(chain_holds(delegation, c, consent.organisation, party.root), "the certificate's chain does not hold")
        need(delegation_holds(consent.delegation, consent.organisation, party.root)
             and signed("consent", consent.delegation.key, consent.text, consent.signature), "the consent does not hold")
        self.check_in_use(consent.delegation.key)
        need(consent.space == self.space and consent.certificate_hash == c.hash
             and consent.policy_hash == digest(self.genesis.policy), "the consent is for something else")
        need(consent.request not in self.requests, "the consent was used before")
        before = self.people.get(c.user)
        need(before is None or (before.status == REMOVED and before.organisation == consent.organisation), "not new")
        need(before is None or c.generation >= before.certificate.generation, "older keys than those that are known")
        self.check_in_use(c.key)
        self.check_key(c.key, c.user)
        self.check_role(consent.organisation, consent.role)
        self.requests.add(consent.request)
        self.people[c.user] = Person(c.user, consent.organisation, consent.role, c, consent)

    def suspend(self, author: Person, user: bytes, lifted: bool, rotations: list[Fields]) -> None:
        person = self.person(user)
        need(user != author.user, "about oneself")
        need(person.status == (SUSPENDED if lifted else ACTIVE), "suspended already, or not suspended")
        need(not (lifted and rotations), "rotations where nobody leaves")
        person.status = ACTIVE if lifted else SUSPENDED
        if not lifted:
            self.leave(author, person, rotations)

    def remove(self, author: Person, user: bytes, rotations: list[Fields] | None = None) -> None:
        """MemberRemove and PersonRevoke."""
        person = self.person(user)
        need(user != author.user, "about oneself")
        person.status = REMOVED
        self.leave(author, person, rotations or [])

    def change_role(self, author: Person, user: bytes, role: int, rotations: list[Fields]) -> None:
        person = self.person(user)
        need(role != person.role and person.status == ACTIVE, "the same role, or not active")
        self.check_role(person.organisation, role)
        demoted = self.administers(person) and role not in (ADMINISTRATOR, MANAGER)
        need(not demoted or user != author.user, "about oneself")
        person.role = role
        need(demoted or not rotations, "rotations where nobody is demoted")
        if demoted:
            self.leave(author, person, rotations, desks_only=True)

    def create_group(self, _author: Person, group_id: bytes, purpose: int, organisation: bytes) -> None:
        need(group_id != NONE16 and group_id not in self.groups, "not a new group")
        allowed = {SHARED: organisation in self.parties, DESK: organisation == NONE32 or organisation in self.parties}
        need(allowed.get(purpose, organisation == NONE32), "the organisation does not fit the purpose")
        like = [g for g in self.groups.values() if (g.purpose, g.organisation) == (purpose, organisation)]
        need(purpose == SPECIAL or not like, "there is such a group")
        members = [p for p in self.people.values() if p.organisation == organisation]
        need(purpose != SHARED or not members, "people of the organisation are members already")
        self.groups[group_id] = Group(purpose, organisation, withheld_before=self.withheld)

    def start_epoch(self, author: Person, epoch: Fields) -> None:
        group, users = self.group(epoch.group), {member[0] for member in epoch.members}
        need(epoch.number == group.epoch + 1 and epoch.suite >= self.genesis.min_suite, "wrong number or suite")
        need(author.user in users, "the author is not among the members")
        for member in epoch.members:
            self.check_holder(author, group, epoch.suite, *member)
        if self.administers(author) and author.user not in group.holders and self.abandoned(group):
            need(all(self.covers(self.people[user], epoch.group) for user in users), "a consent does not cover the group")
        else:
            need(users <= group.holders and author.user in group.holders, "a later epoch for or by people who do not hold it")
        group.epoch, group.suite, group.holders, group.frozen = epoch.number, epoch.suite, users, False

    def grant(self, author: Person, group_id: bytes, user: bytes, generation: int, hashed: bytes, first: int, last: int,
              _wrap: bytes) -> None:
        group = self.group(group_id)
        need(author.user in group.holders and not group.frozen, "the author does not hold the group, or it is frozen")
        need(1 <= first <= last == group.epoch, "wrong epochs")
        self.check_holder(author, group, group.suite, user, generation, hashed)
        person = self.people[user]
        need(self.covers(person, group_id), "the consent does not cover the group")
        need(first == last or person.consent is None or person.consent.history, "the consent is without history")
        group.holders.add(user)

    def add_administrator(self, delegation: Fields) -> None:
        need(delegation_holds(delegation, self.space, self.genesis.root), "the delegation does not hold")
        person = self.people.get(delegation.user)
        need(person is None or (person.status != REMOVED and person.certificate.key == delegation.key), "not their key")
        self.check_key(delegation.key, delegation.user)
        self.delegated[delegation.user] = delegation.key

    def revoke_administrator(self, user: bytes) -> None:
        """Reading: who is revoked stays in their groups."""
        need(self.delegated.pop(user, None), "no administrator")
        self.check_administrators()

    def certify(self, e: Fields, c: Fields) -> None:
        user = self.owners.get(e.author, (b"", b""))[0]
        need(user in self.delegated, "the author is no administrator")
        key = self.delegated[user]
        self.check_signature(e, key)
        active = user in self.people and self.people[user].status == ACTIVE
        need(active or (not self.people and c.user == user), "the author is not active")
        need(certificate_holds(c, self.space, key), "the certificate does not hold")
        need(c.user in self.people or self.delegated.get(c.user, c.key) == c.key, "not the delegated key")
        if c.user in self.people:
            self.replace_keys(c)
            self.delegated.pop(c.user, None)
            return
        need(self.owners.get(key_id(c.key), (c.user, b""))[0] == c.user, "another's key")
        self.check_key(c.key, c.user)
        self.people[c.user] = Person(c.user, self.space, 0, c, None)

    def content(self, e: Fields) -> None:
        """§6, Content; §7, public parts; §13, 2: what may be withheld."""
        author, group = self.author(e), self.group(e.group)
        need(author.user in group.holders and not group.frozen, "the author does not hold the group, or it is frozen")
        need(e.epoch == group.epoch and e.suite == group.suite, "not the group's current epoch")
        missing = e.group_seq - group.next_seq
        need(0 <= missing <= min(self.unaccounted, self.withheld - group.withheld_before), "wrong group_seq")
        self.unaccounted -= missing
        group.withheld_before = self.withheld
        group.next_seq = e.group_seq + 1
        r = Reader(e.public)
        if e.kind == RECORD:
            r.list_of(256, lambda r: (r.take(16), r.number(8), r.take(32)))
            r.end()
        elif e.kind == SHARE:
            need(r.list_of(256, lambda r: r.take(32)), "a share of nothing")
            files = r.list_of(256, lambda r: r.take(16))
            r.one_of((1,), "necessity")
            r.end()
            need(ascending(files), "the files of a share do not ascend")
            need(author.role not in (SUPPORT, HOST), "a share by support or a host")


# §7: what is inside of records


def strict_json(data: bytes) -> Any:
    """Without duplicate keys, floats, numbers above 64 bits and halves of characters, 32 levels deep; or ValueError."""

    def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        need(len(dict(pairs)) == len(pairs), "a key twice", ValueError)
        return dict(pairs)

    def integer(text: str) -> int:
        need(len(text) <= 20 and -(1 << 63) <= int(text) < 1 << 63, "not a 64-bit integer", ValueError)
        return int(text)

    def refuse(_text: str) -> None:
        raise ValueError("not an integer")

    def depth(value: Any) -> int:
        inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else None
        return 0 if inside is None else 1 + max(map(depth, inside), default=0)

    try:
        value = json.loads(data.decode(), object_pairs_hook=unique, parse_int=integer, parse_float=refuse,
                           parse_constant=refuse)
        need(depth(value) <= 32, "too deep", ValueError)
    except RecursionError as error:
        raise ValueError("too deep") from error
    json.dumps(value, ensure_ascii=False).encode()
    return value


def has_fields(value: Any, names: str) -> bool:
    return isinstance(value, dict) and set(value) == set(names.split())


def is_int(value: Any, low: int, high: int) -> bool:
    return type(value) is int and low <= value < high


def is_hex(value: Any, size: int) -> bool:
    return isinstance(value, str) and re.fullmatch(f"[0-9a-f]{{{2 * size}}}", value) is not None


def is_time(value: Any) -> bool:
    return (has_fields(value, "utc_ms offset_min") and is_int(value["utc_ms"], -(1 << 63), 1 << 63)
            and is_int(value["offset_min"], -(1 << 15), 1 << 15))


def open_record(e: Fields, key: bytes) -> dict[str, Any]:
    """§7. Reading: fields of the types are not in the text, so only those that all records have are checked."""
    try:
        plain = xchacha_open(e.encrypted, e.header[:226], e.nonce, hkdf(key, b"hawser/v1/aead\0"))
        length = int.from_bytes(plain[:4], "big")
        exponent = (4 + length).bit_length() - 1
        step = 1 << (exponent - exponent.bit_length())
        need(length <= MIB and len(plain) == -(-(4 + length) // step) * step, "wrong length", Senseless)
        need(not any(plain[4 + length :]), "wrong padding", Senseless)
        body = strict_json(plain[4 : 4 + length])
    except (CryptoError, ValueError) as error:
        raise Senseless(str(error)) from error
    need(has_fields(body, "happened record") and has_fields(body["happened"], "at known late_reason"), "other fields",
         Senseless)
    happened, record = body["happened"], body["record"]
    need(is_time(happened["at"]) and happened["known"] in ("observed", "estimated", "reported")
         and isinstance(happened["late_reason"], str | None), "no time", Senseless)
    need(isinstance(record, dict) and isinstance(record.get("type"), str), "no type", Senseless)
    need((record["type"] == "shared") == (e.kind == SHARE), "shared, but of another kind", Senseless)
    statement = record.get("statement")
    if has_fields(statement, "body signature") and record["type"] != "programme":
        need(isinstance(statement["body"], str) and is_hex(statement["signature"], 64), "no statement", Senseless)
        stated = e.space + e.command + digest(statement["body"].encode())
        good = signed("statement", e.author_key, stated, bytes.fromhex(statement["signature"]))
        need(good, "a statement that does not verify", Senseless)
    return record


# §4, The log: checkpoints and proofs


def note_key_id(name: str, algorithm: int, key: bytes) -> bytes:
    return digest(name.encode() + b"\n" + bytes([algorithm]) + key)[:4]


def check_checkpoint(data: bytes, ledger: Ledger) -> None:
    """A checkpoint of the replayed tree, signed by its log, with good cosignatures of its log keepers (§13, 5)."""
    need(len(data) <= 16384, "too long")
    head, gap, tail = text_of(data).partition("\n\n")
    lines, text, signatures = head.split("\n"), (head + "\n").encode(), tail[:-1].split("\n")
    need(gap and tail.endswith("\n") and len(lines) == 3 and len(signatures) <= 64, "no signed note of three lines")
    g = ledger.genesis
    origin = f"{g.origin.partition('://')[2]}/space/{ledger.space.hex()}"
    need(lines[0] == origin and lines[1] == str(len(ledger.leaves)), "of another log or size")
    need(unbase64(lines[2]) == tree_root(ledger.peaks), "of another root")
    by_log = False
    for line in signatures:
        match: Any = re.fullmatch(r"— ([^\s+]+) (\S+)", line)
        need(match, "bad signature line")
        name, blob = match[1], unbase64(match[2])
        if name == origin:
            need(len(blob) == 68 and blob[:4] == note_key_id(name, 1, g.log_key)
                 and ed25519_holds(g.log_key, text, blob[4:]), "the log's signature does not verify")
            by_log = True
        for keeper in g.keepers:
            if blob[:4] == note_key_id(name, 4, keeper):
                message = b"cosignature/v1\ntime %d\n%s" % (int.from_bytes(blob[4:12], "big"), text)
                need(len(blob) == 76 and ed25519_holds(keeper, message, blob[12:]), "a cosignature does not verify")
    need(by_log, "without the log's signature")


def check_proof(data: bytes, seq: int, ledger: Ledger) -> None:
    """§13, 6."""
    head, _gap, checkpoint = data.partition(b"\n\n")
    lines = text_of(head).split("\n")
    need(lines[:2] == ["c2sp.org/tlog-proof@v1", f"index {seq}"], "no proof of this entry")
    hashes = [unbase64(line) for line in lines[2:]]
    need(all(len(one) == 32 for one in hashes), "bad hash")
    check_checkpoint(checkpoint, ledger)
    root = inclusion_root(ledger.leaves[seq], seq, len(ledger.leaves), hashes)
    need(root == tree_root(ledger.peaks), "leads to another root")


# §13: bundles

MANIFEST = {
    "format": "", "space": "", "kind": "", "entries": "", "made_by": "", "made": "utc_ms offset_min",
    "withheld": "first last ground", "exhibits": "record number", "attachments": "record path",
    "files": "path length sha256",
}


def check_path(path: Any) -> None:
    """Reading: the device names that are meant are con, prn, aux, nul, com1 to com9, lpt1 to lpt9."""
    need(isinstance(path, str) and path.count("/") <= 2, "bad path")
    for segment in path.split("/"):
        need(re.fullmatch(r"(?![.-])[A-Za-z0-9._-]{1,100}(?<!\.)", segment), "bad path")
        need(not re.fullmatch(r"con|prn|aux|nul|(com|lpt)[1-9]", segment.split(".")[0].lower()), "bad path")


def attachment_path(seq: int, name: str) -> str:
    """§13: where the file lies that an entry attached."""
    name = re.sub(r"[^A-Za-z0-9.-]", "_", name)[-80:].lstrip(".-").rstrip(".")
    try:
        check_path(name)
    except Invalid:
        name = "_" + name
    return f"files/{seq:06}/{name}"


def proof_seq(path: str, entries: int) -> int | None:
    match = re.fullmatch(r"proofs/([0-9]{6,19})\.tlog-proof", path)
    return int(match[1]) if match and match[1] == f"{int(match[1]):06}" and int(match[1]) < entries else None


def read_manifest(data: bytes) -> Fields:
    """The manifest, its tables as lists of tuples; what is read, written again, gives the same bytes."""
    try:
        read = strict_json(data)
        need(json.dumps(read, indent=2, ensure_ascii=False).encode() + b"\n" == data, "not in its one form")
    except ValueError as error:
        raise Invalid(f"no JSON: {error}") from error
    need(isinstance(read, dict) and list(read) == list(MANIFEST), "not the fields of a manifest")
    m = Fields(**read)
    for name in ("withheld", "exhibits", "attachments", "files"):
        rows, fields = read[name], MANIFEST[name].split()
        need(isinstance(rows, list) and all(isinstance(row, dict) and list(row) == fields for row in rows), f"bad {name}")
        setattr(m, name, [tuple(row.values()) for row in rows])
    need(m.format == "hawser-bundle/1" and m.kind in SPACES.values(), "another format or kind")
    need(is_hex(m.space, 32) and is_hex(m.made_by, 32) and is_int(m.entries, 1, 1 << 63), "bad space, made_by or entries")
    need(is_time(m.made) and list(m.made) == MANIFEST["made"].split(), "bad time")
    for first, last, ground in m.withheld:
        need(is_int(first, 0, m.entries) and is_int(last, first, m.entries) and ground in GROUNDS, "bad withheld")
    need(all(one[1] < other[0] for one, other in zip(m.withheld, m.withheld[1:])), "withheld does not ascend")
    for record, value in m.exhibits + m.attachments:
        need(is_hex(record, 16) and isinstance(value, str), "bad exhibit or attachment")
    need(all(re.fullmatch(r"[A-Za-z0-9-]{1,20}", value) for _record, value in m.exhibits), "bad number of an exhibit")
    for path, length, sha256 in m.files:
        check_path(path)
        need(is_int(length, 0, 1 << 63) and is_hex(sha256, 32), "bad file")
    for rows in (m.exhibits, m.attachments, m.files):
        need(ascending([row[0] for row in rows]), "a list does not ascend")
    return m


def check_listing(m: Fields, files: dict[str, bytes]) -> None:
    """Condition 1."""
    paths = {"manifest.json", "manifest.sig"} | {path for path, _length, _sha256 in m.files}
    need(len({path.lower() for path in paths}) == len(m.files) + 2, "two paths are equal but for case")
    for path in ["checkpoint", "entries", "keys", *paths, *files]:
        with at(path):
            need(path in files and path in paths, "missing, or not listed")
    attached = {path for _record, path in m.attachments}
    need(all(path.startswith("files/") and path in paths for path in attached), "an attachment that is not there")
    for path, length, sha256 in m.files:
        with at(path):
            need(len(files[path]) == length and digest(files[path]).hex() == sha256, "another length or hash")
            need(path in ("checkpoint", "entries", "keys", "report.html") or path in attached
                 or proof_seq(path, m.entries) is not None, "a path without meaning")


def replay(data: bytes) -> Ledger:
    """Condition 2."""
    ledger, r = Ledger(), Reader(data)
    while r.position < len(data):
        with at(f"entry {len(ledger.leaves)}"):
            if r.one_of((0, 1), "frame") == 1:
                ledger.apply(read_event(r.blob(4 * MIB)))
            else:
                ledger.withhold(r.take(32))
    need(ledger.leaves, "no entries")
    return ledger


def open_entries(data: bytes, ledger: Ledger) -> tuple[dict[str, dict[str, Any]], list[str]]:
    """Condition 3: the records that were opened, by name, and what is to be told of the others."""
    r = Reader(data)
    keys = r.list_of(len(ledger.leaves), lambda r: (r.number(8), r.take(32)))
    r.end()
    need(ascending([seq for seq, _key in keys]), "does not ascend")
    records: dict[str, dict[str, Any]] = {}
    told: list[str] = []
    for seq, key in keys:
        e: Any = ledger.events.get(seq)
        need(e and e.class_ == 2, f"a key of entry {seq}, which is no content that is there")
        need(hkdf(key, b"hawser/v1/commit\0") == e.key_commit, f"not the key of entry {seq}")
        try:
            if e.kind in (RECORD, SHARE):
                records[e.name] = open_record(e, key)
        except Senseless as error:
            told.append(f"entry {seq} is unreadable: {error}")
    return records, told


def check_files(files: dict[str, bytes]) -> tuple[int, list[str]]:
    """All conditions; the number of the last entry, and what is to be told besides."""
    with at("manifest.json"):
        need("manifest.json" in files, "missing")
        m = read_manifest(files["manifest.json"])
        check_listing(m, files)
    with at("entries"):
        ledger = replay(files["entries"])
    with at("manifest.json"):
        need(m.entries == len(ledger.leaves), "another number of entries")
        gone = [seq for first, last, _ground in m.withheld for seq in range(first, last + 1)]
        need(gone == [seq for seq in range(m.entries) if seq not in ledger.events], "withheld is not what is withheld")
        need((m.space, m.kind) == (ledger.space.hex(), SPACES[ledger.genesis.kind]), "of another space or kind")
    with at("keys"):
        records, told = open_entries(files["keys"], ledger)
    with at("manifest.sig"):
        _user, key = ledger.owners.get(bytes.fromhex(m.made_by), (b"", NONE32))
        signature = files["manifest.sig"]
        need(len(signature) == 64 and signed("bundle", key, ledger.space + digest(files["manifest.json"]), signature),
             "made by nobody who signs there, or does not verify")
    with at("checkpoint"):
        check_checkpoint(files["checkpoint"], ledger)
    for path, data in files.items():
        seq = proof_seq(path, m.entries)
        if seq is not None:
            with at(path):
                check_proof(data, seq, ledger)
    with at("manifest.json"):
        exhibits = sorted(name for name, record in records.items() if record.get("type") == "exhibit-logged")
        need([record for record, _number in m.exhibits] == exhibits, "numbers other exhibits than are there")
        need(len({number for _record, number in m.exhibits}) == len(m.exhibits), "two exhibits have one number")
    places = {e.name: seq for seq, e in ledger.events.items() if e.class_ == 2}
    for name, path in m.attachments:
        with at(path):
            record = records.get(name, {})
            need(path == attachment_path(places.get(name, 0), str(record.get("name"))), "not called after its entry")
            need(record.get("type") == "file-attached", "its record is no file-attached that was opened")
            need(is_int(record.get("length"), 0, 1 << 63) and record["length"] == len(files[path])
                 and record.get("sha256") == digest(files[path]).hex(), "not the file of its record")
    return m.entries - 1, told


def zip_bytes(files: dict[str, bytes]) -> bytes:
    """The one ZIP file of these files in this order."""
    body, directory = bytearray(), bytearray()
    for path, data in files.items():
        size = len(data)
        common = struct.pack("<HHHHHIIIHH", 20, 0x0800, 0, 0, 0x0021, zlib.crc32(data), size, size, len(path), 0)
        directory += b"PK\x01\x02\x14\x00" + common + struct.pack("<HHHII", 0, 0, 0, 0, len(body)) + path.encode()
        body += b"PK\x03\x04" + common + path.encode() + data
    end = struct.pack("<HHHHIIH", 0, 0, len(files), len(files), len(directory), len(body), 0)
    return bytes(body + directory + b"PK\x05\x06" + end)


def check_zip(data: bytes) -> tuple[int, list[str]]:
    """Takes the files out of a ZIP file, which must be byte for byte the one that they make."""
    files: dict[str, bytes] = {}
    position = 0
    with at("container"):
        need(len(data) < 1 << 32, "too large")
        while data[position : position + 4] == b"PK\x03\x04":
            need(len(data) - position >= 30 and len(files) < 65535, "ends too early, or too many files")
            size, name_size = struct.unpack("<IH", data[position + 22 : position + 28])
            start = position + 30 + name_size
            path = text_of(data[position + 30 : start])
            check_path(path)
            need(path not in files and start + size <= len(data), "a path twice, or ends too early")
            files[path] = data[start : start + size]
            position = start + size
        need(zip_bytes(files) == data, "not in the one form of a ZIP file")
        paths = list(files)
        need(paths[:2] == ["manifest.json", "manifest.sig"] and ascending(paths[2:]), "not in the order of the manifest")
    return check_files(files)


def check_folder(path: str) -> tuple[int, list[str]]:
    """Reading: folders without files do not matter."""
    if not os.path.isfile(os.path.join(path, "manifest.json")):
        raise NoBundle("a folder without manifest.json")
    files: dict[str, bytes] = {}
    for place, folders, names in os.walk(path):
        for name in folders + names:
            full = os.path.join(place, name)
            with at("container"):
                need(not os.path.islink(full) and (name in folders or os.path.isfile(full)), "a link, or no file")
                relative = os.path.relpath(full, path).replace(os.sep, "/")
                check_path(relative)
            if name in names:
                with open(full, "rb") as file:
                    files[relative] = file.read()
    return check_files(files)


def check(path: str) -> tuple[int, list[str]]:
    if os.path.isdir(path):
        return check_folder(path)
    with open(path, "rb") as file:
        data = file.read()
    if not data.startswith(b"PK\x03\x04"):
        raise NoBundle("neither a folder nor a ZIP file")
    return check_zip(data)


def flips(path: str) -> None:
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
        last, told = check(arguments[0])
    except Invalid as wrong:
        print(f"invalid: {wrong.where}: {wrong}")
        return 1
    except (NoBundle, OSError) as error:
        print(f"unreadable: {error}")
        return 2
    print(*told, sep="\n", end="\n" if told else "", file=sys.stderr)
    print(f"valid: complete up to entry {last}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
