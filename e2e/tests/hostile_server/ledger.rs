//! Attacks on what stands in a record: 1 to 3, 7, 8, 13, 14, 16 to 18, 20, 43.

use anyhow::ensure;
use hawser_e2e::headless::at_work;
use hawser_e2e::person::{exhibit, terms};
use hawser_encryption::epoch::{EpochPlace, EpochSecret, recipient_hash};
use hawser_encryption::wrap::{WrapPlace, make_wrap};
use hawser_ledger::Frame;
use hawser_ledger::codec::Layout as _;
use hawser_ledger::header::{SUITE_X25519, SUITE_XWING};
use hawser_ledger::key::{LABEL_CONSENT, LABEL_STATEMENT, hash, sign};
use hawser_ledger::membership::{Act, EpochMember, EpochStart, GroupPurpose, Membership, WrapHash};
use hawser_ledger::{Event, GroupId, UserId};
use hawser_protocol::space::StoredWrap;
use hawser_views::Command;

use super::insider::{Insider, random, with_random};
use super::scene::{Scene, chain, event};

type Done = anyhow::Result<()>;

fn put(frames: &mut [Frame], at: usize, event: &Event) {
    frames[at] = Frame::Event(event.encode());
}

#[tokio::test]
async fn attack_01_an_event_of_one_space_is_replayed_in_another() -> Done {
    at_work(async {
        let scene = Scene::set().await?;
        let other = scene.prosecutor.create_case(terms("FAIRWAY")).await?;
        scene
            .lied_to("wrong-space", async |scene, frames| {
                let last = frames.len() - 1;
                while scene.frames(other).await?.len() <= last {
                    scene.prosecutor.log(other, exhibit("Pallet")).await?;
                }
                frames[last] = scene.frames(other).await?[last].clone();
                Ok(())
            })
            .await
            .map(drop)
    })
    .await
}

#[tokio::test]
async fn attack_02_a_ciphertext_is_put_under_another_header() -> Done {
    at_work(async {
        let scene = Scene::set().await?;
        let change = async |_: &Scene, frames: &mut Vec<Frame>| {
            let last = frames.len() - 1;
            let (mut one, other) = (event(frames, last), event(frames, last - 1));
            one.encrypted = other.encrypted;
            put(frames, last, &one);
            Ok(())
        };
        scene
            .lied_to("encrypted-part-changed", change)
            .await
            .map(drop)
    })
    .await
}

#[tokio::test]
async fn attack_03_no_bit_of_a_header_or_signature_can_be_flipped() -> Done {
    at_work(async {
        let scene = Scene::set().await?;
        let frames = scene.frames(scene.case).await?;
        let last = frames.len() - 1;
        let Frame::Event(honest) = frames[last].clone() else {
            anyhow::bail!("withheld")
        };
        // 366 bytes of header, the length of the signature, and the signature.
        for at in 0..366 + 2 + 64 {
            let mut lied = frames.clone();
            let mut bytes = honest.clone();
            bytes[at] ^= 1 << (at % 8);
            lied[last] = Frame::Event(bytes);
            scene.repent();
            let mut story = scene.story(scene.case, lied);
            story.checkpoint = scene.story(scene.case, frames.clone()).checkpoint;
            scene.tell(scene.case, story);
            let check = scene
                .victim
                .ask(Command::CheckRecord { space: scene.case })
                .await;
            let Ok(hawser_views::Reply::Record(check)) = check else {
                anyhow::bail!("no answer at byte {at}")
            };
            let fault = check.fault;
            ensure!(
                fault.as_ref().is_some_and(|fault| fault.seq == last as u64),
                "byte {at}: {fault:?}"
            );
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn attack_07_two_events_are_swapped() -> Done {
    at_work(async {
        let swap = async |_: &Scene, frames: &mut Vec<Frame>| {
            let last = frames.len() - 1;
            frames.swap(last, last - 1);
            Ok(())
        };
        Scene::set()
            .await?
            .lied_to("wrong-sequence", swap)
            .await
            .map(drop)
    })
    .await
}

#[tokio::test]
async fn attack_08_an_event_is_doubled_or_left_out_or_a_command_given_twice() -> Done {
    at_work(async {
        let double = async |_: &Scene, frames: &mut Vec<Frame>| {
            frames.push(frames[frames.len() - 1].clone());
            Ok(())
        };
        let scene = Scene::set()
            .await?
            .lied_to("command-doubled", double)
            .await?;
        drop(scene);
        let skip = async |_: &Scene, frames: &mut Vec<Frame>| {
            frames.remove(frames.len() - 2);
            Ok(())
        };
        let scene = Scene::set().await?.lied_to("wrong-sequence", skip).await?;
        drop(scene);
        // A member and the server together: the same command at a second place.
        let again = async |scene: &Scene, frames: &mut Vec<Frame>| {
            let insider = scene.insider().await?;
            let chain = chain(frames);
            let mut known = event(frames, frames.len() - 1);
            known.header.position = chain.next_position(known.header.prefix.group);
            let twice = Event::sign(
                known.header.prefix,
                known.header.position,
                known.public,
                known.encrypted,
                insider.identity.signing(),
            );
            frames.push(Frame::Event(twice.encode()));
            Ok(())
        };
        Scene::set()
            .await?
            .lied_to("command-doubled", again)
            .await
            .map(drop)
    })
    .await
}

#[tokio::test]
async fn attack_13_a_row_in_the_servers_table_makes_nobody_a_member() -> Done {
    use sea_orm::ConnectionTrait as _;
    at_work(async {
        let scene = Scene::set().await?;
        let ghost = scene
            .prosecutor
            .colleague(scene.server.origin(), ("QN-G9", "Analyst"))
            .await?;
        let user = ghost.me().await?.person.to_string();
        let database = scene.server.app().database();
        let sql = format!(
            "INSERT INTO memberships (space_id, user, state, role) \
             SELECT spaces.id, X'{user}', 1, 3 FROM spaces WHERE hex(spaces.space) = upper('{}')",
            scene.case
        );
        database.write().execute_unprepared(&sql).await?;
        // The server shows the ghost whatever it has; there is no key in it, and nothing of the ghost's counts.
        ghost.pull().await;
        let seen = ghost
            .exhibits(scene.case)
            .await
            .map_or(0, |exhibits| exhibits.len());
        ensure!(seen == 0, "the ghost reads {seen} exhibits");
        let add = Command::LogExhibit {
            space: scene.case,
            exhibit: exhibit("Planted"),
            happened: hawser_e2e::person::happened_now(),
        };
        let code = ghost.refused(add).await?;
        ensure!(
            ["not-in-group", "not-found", "unknown-author", "not-active"].contains(&&*code),
            "{code}"
        );
        scene.victim.pull().await;
        let people = scene.victim.people(scene.case).await?;
        ensure!(people.members.len() == 2, "the ghost is listed");
        let planted = async |scene: &Scene, frames: &mut Vec<Frame>| {
            let insider = Insider::of(&ghost, scene.server.origin()).await?;
            let chain = chain(frames);
            let (group, team) = chain.membership().group_for(GroupPurpose::Team).unwrap();
            let event = insider.content(&chain, group, team.epoch());
            frames.push(Frame::Event(event.encode()));
            Ok(())
        };
        scene.lied_to("unknown-author", planted).await.map(drop)
    })
    .await
}

/// An act of somebody's, put behind what is there.
pub async fn acts(
    scene: Scene,
    code: &str,
    act: impl AsyncFnOnce(&Scene, &Membership) -> anyhow::Result<(Insider, Act)>,
) -> Done {
    let change = async |scene: &Scene, frames: &mut Vec<Frame>| {
        let chain = chain(frames);
        let (insider, act) = act(scene, chain.membership()).await?;
        frames.push(Frame::Event(insider.act(&chain, &act).encode()));
        Ok(())
    };
    scene.lied_to(code, change).await.map(drop)
}

#[tokio::test]
async fn attack_14_nobody_administers_or_admits_by_their_own_signature() -> Done {
    at_work(async {
        let raise = async |scene: &Scene, _: &Membership| {
            let insider = scene.inside_the_victim().await?;
            let act = Act::RoleChange {
                user: insider.user,
                role: hawser_ledger::membership::Role::Administrator,
                rotations: Vec::new(),
            };
            Ok((insider, act))
        };
        acts(Scene::set().await?, "not-administrator", raise).await?;
        let add_again = async |scene: &Scene, membership: &Membership| {
            let member = &membership.members()[&scene.inside_the_victim().await?.user];
            let add = hawser_ledger::membership::MemberAdd {
                consent: (**member.consent.as_ref().unwrap()).clone(),
                chain: (*member.chain).clone(),
            };
            Ok((
                scene.inside_the_victim().await?,
                Act::MemberAdd(Box::new(add)),
            ))
        };
        acts(Scene::set().await?, "not-administrator", add_again).await?;
        // The administrator herself, with a consent that was used: the person was removed since.
        let scene = Scene::set().await?;
        let used = async |scene: &Scene, membership: &Membership| {
            let (_, member) = membership
                .members()
                .iter()
                .find(|(_, member)| member.consent.is_some())
                .unwrap();
            let add = hawser_ledger::membership::MemberAdd {
                consent: (**member.consent.as_ref().unwrap()).clone(),
                chain: (*member.chain).clone(),
            };
            Ok((scene.insider().await?, Act::MemberAdd(Box::new(add))))
        };
        acts(scene, "request-used", used).await
    })
    .await
}

/// A new epoch of the team for whom it may be for, and for `ghost`.
pub fn epoch(insider: &Insider, membership: &Membership, ghost: bool) -> (GroupId, EpochStart) {
    let (group, team) = membership.group_for(GroupPurpose::Team).unwrap();
    let secret = with_random(EpochSecret::make);
    let place = EpochPlace {
        space: membership.space(),
        group,
        number: team.epoch() + 1,
    };
    let suite = membership.min_suite();
    let mut people: Vec<(UserId, Vec<u8>, u32)> = team
        .members
        .iter()
        .map(|user| {
            let request = &membership.members()[user].chain.cert.request;
            let recipient = request.recipient_for(suite).unwrap();
            (*user, recipient.to_vec(), request.generation)
        })
        .collect();
    if ghost {
        people.push((UserId(random()), insider.identity.recipient(suite), 1));
        people.sort_by_key(|(user, ..)| *user);
    }
    let (mut members, mut wraps) = (Vec::new(), Vec::new());
    for (user, recipient, generation) in people {
        let to = WrapPlace {
            space: place.space,
            group,
            user,
            generation,
            first: place.number,
            last: place.number,
            suite,
        };
        let wrap = make_wrap(&to, &recipient, std::slice::from_ref(&secret)).unwrap();
        members.push(EpochMember {
            user,
            generation,
            recipient_hash: recipient_hash(&recipient),
        });
        wraps.push(WrapHash {
            user,
            hash: hash(&[&wrap]),
        });
    }
    let start = EpochStart {
        group,
        number: place.number,
        suite,
        members,
        commitment: secret.commitment(place),
        recipient: secret.recipient(place, suite),
        wraps,
    };
    (group, start)
}

#[tokio::test]
async fn attack_16_no_ghost_stands_in_an_epoch_and_no_wrap_is_exchanged() -> Done {
    at_work(async {
        let ghost = async |scene: &Scene, membership: &Membership| {
            let insider = scene.insider().await?;
            let (_, start) = epoch(&insider, membership, true);
            Ok((insider, Act::EpochStart(start)))
        };
        acts(Scene::set().await?, "wrong-members", ghost).await?;
        // The epoch is valid; the wrap that the server hands out for it is an older one, or one that was altered.
        let renew = async |scene: &Scene, membership: &Membership| {
            let insider = scene.insider().await?;
            let (_, start) = epoch(&insider, membership, false);
            Ok((insider, Act::EpochStart(start)))
        };
        for change in [0, 1] {
            let scene = Scene::set().await?;
            scene.lie(move |question, answer| {
                if question.target.ends_with("/wraps") {
                    let mut wraps: Vec<StoredWrap> = serde_json::from_slice(&answer.body).unwrap();
                    let mut handed = wraps.last().unwrap().clone();
                    *handed.wrap.0.last_mut().unwrap() ^= change;
                    for seq in 0..40 {
                        handed.seq = seq;
                        wraps.push(handed.clone());
                    }
                    answer.body = serde_json::to_vec(&wraps).unwrap();
                }
            });
            acts(scene, "wrong-access-key", renew).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn attack_17_what_a_removed_member_writes_later_counts_for_nothing() -> Done {
    at_work(async {
        let scene = Scene::set().await?;
        let late = async |scene: &Scene, frames: &mut Vec<Frame>| {
            let insider = scene.inside_the_victim().await?;
            let before = chain(frames);
            let remove = Act::MemberRemove {
                user: insider.user,
                rotations: Vec::new(),
            };
            let removal = scene.insider().await?.act(&before, &remove);
            frames.push(Frame::Event(removal.encode()));
            let after = chain(frames);
            let (group, team) = after.membership().group_for(GroupPurpose::Team).unwrap();
            let event = insider.content(&after, group, team.epoch());
            frames.push(Frame::Event(event.encode()));
            Ok(())
        };
        scene.lied_to("not-active", late).await.map(drop)
    })
    .await
}

#[tokio::test]
async fn attack_18_nothing_is_written_under_an_old_epoch_or_in_a_frozen_group() -> Done {
    at_work(async {
        let old = async |scene: &Scene, frames: &mut Vec<Frame>| {
            let insider = scene.insider().await?;
            let chain = chain(frames);
            let (group, team) = chain.membership().group_for(GroupPurpose::Team).unwrap();
            let event = insider.content(&chain, group, team.epoch() - 1);
            frames.push(Frame::Event(event.encode()));
            Ok(())
        };
        Scene::set().await?.lied_to("wrong-epoch", old).await?;
        let frozen = async |scene: &Scene, frames: &mut Vec<Frame>| {
            let insider = scene.insider().await?;
            let before = chain(frames);
            let suspend = Act::MemberSuspend {
                user: scene.inside_the_victim().await?.user,
                lifted: false,
                rotations: Vec::new(),
            };
            frames.push(Frame::Event(insider.act(&before, &suspend).encode()));
            let after = chain(frames);
            let (group, team) = after.membership().group_for(GroupPurpose::Team).unwrap();
            ensure!(team.frozen, "nobody has renewed it");
            let event = insider.content(&after, group, team.epoch());
            frames.push(Frame::Event(event.encode()));
            Ok(())
        };
        Scene::set()
            .await?
            .lied_to("group-frozen", frozen)
            .await
            .map(drop)
    })
    .await
}

#[tokio::test]
async fn attack_43_a_signature_made_for_something_else_is_none_for_an_event() -> Done {
    at_work(async {
        for label in [LABEL_CONSENT, LABEL_STATEMENT] {
            let change = async |scene: &Scene, frames: &mut Vec<Frame>| {
                let insider = scene.insider().await?;
                let chain = chain(frames);
                let (group, team) = chain.membership().group_for(GroupPurpose::Team).unwrap();
                let mut event = insider.content(&chain, group, team.epoch());
                event.signature = sign(insider.identity.signing(), label, &event.header.encode());
                frames.push(Frame::Event(event.encode()));
                Ok(())
            };
            Scene::set().await?.lied_to("bad-signature", change).await?;
        }
        let bare = async |scene: &Scene, frames: &mut Vec<Frame>| {
            use ed25519_dalek::Signer as _;
            let insider = scene.insider().await?;
            let chain = chain(frames);
            let (group, team) = chain.membership().group_for(GroupPurpose::Team).unwrap();
            let mut event = insider.content(&chain, group, team.epoch());
            let header = event.header.encode();
            // As a log signs: over the text and nothing before it.
            event.signature = insider.identity.signing().sign(&header).to_bytes();
            frames.push(Frame::Event(event.encode()));
            Ok(())
        };
        Scene::set()
            .await?
            .lied_to("bad-signature", bare)
            .await
            .map(drop)
    })
    .await
}

#[tokio::test]
async fn attack_21_nothing_is_written_under_a_lower_suite_than_the_space_was_founded_with() -> Done
{
    at_work(async {
        let scene = Scene::set().await?;
        let founded = chain(&scene.frames(scene.case).await?);
        ensure!(
            founded.membership().min_suite() == SUITE_XWING,
            "founded hybrid"
        );
        for group in founded.membership().groups().values() {
            ensure!(
                group.epochs.iter().all(|epoch| epoch.suite == SUITE_XWING),
                "all epochs are"
            );
        }
        let lower = async |scene: &Scene, membership: &Membership| {
            let insider = scene.insider().await?;
            let (_, mut start) = epoch(&insider, membership, false);
            start.suite = SUITE_X25519;
            start.recipient.truncate(32);
            Ok((insider, Act::EpochStart(start)))
        };
        acts(scene, "suite-too-low", lower).await?;
        let event = async |scene: &Scene, frames: &mut Vec<Frame>| {
            let insider = scene.insider().await?;
            let chain = chain(frames);
            let (group, team) = chain.membership().group_for(GroupPurpose::Team).unwrap();
            let honest = insider.content(&chain, group, team.epoch());
            let mut prefix = honest.header.prefix;
            prefix.suite = SUITE_X25519;
            let position = honest.header.position;
            let key = insider.identity.signing();
            let event = Event::sign(prefix, position, honest.public, honest.encrypted, key);
            frames.push(Frame::Event(event.encode()));
            Ok(())
        };
        Scene::set()
            .await?
            .lied_to("bad-header", event)
            .await
            .map(drop)
    })
    .await
}
