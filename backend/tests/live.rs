//! Server-sent events.

use std::time::Duration;

use hawser_ledger::membership::Act;
use hawser_protocol::ErrorCode;
use hawser_protocol::account::SessionEntry;
use hawser_protocol::path::{self, fill};
use hawser_protocol::space::LiveNotice;

use crate::on_both;
use crate::support::{Client, Server};

/// A stream that is being read.
pub struct Stream {
    response: reqwest::Response,
    buffer: String,
}

impl Stream {
    pub async fn open(client: &Client) -> Self {
        let response = client.ask(reqwest::Method::GET, path::LIVE).open().await;
        assert_eq!(response.status(), 200);
        assert_eq!(response.headers()["content-type"], "text/event-stream");
        Self {
            response,
            buffer: String::new(),
        }
    }

    /// The next notice; `None` at the end of the stream.
    async fn next(&mut self) -> Option<LiveNotice> {
        loop {
            if let Some(length) = self.buffer.find("\n\n") {
                let message: String = self.buffer.drain(..length + 2).collect();
                let notice = message
                    .strip_prefix("data: ")
                    .map(|data| serde_json::from_str(data).unwrap());
                match notice {
                    Some(notice) => return Some(notice),
                    None => continue,
                }
            }
            let chunk = tokio::time::timeout(Duration::from_secs(20), self.response.chunk())
                .await
                .expect("a notice");
            self.buffer
                .push_str(std::str::from_utf8(&chunk.ok()??).unwrap());
        }
    }

    pub async fn until(&mut self, wanted: &LiveNotice) {
        while self.next().await.expect("the stream goes on") != *wanted {}
    }

    /// Nothing comes for a while.
    pub async fn quiet(&mut self) {
        assert!(self.buffer.is_empty(), "{}", self.buffer);
        let more = tokio::time::timeout(Duration::from_millis(400), self.next()).await;
        assert!(more.is_err(), "{more:?}");
    }
}

on_both!(
    members_hear_that_a_space_has_grown_and_strangers_do_not,
    |server| {
        let (organisation, administrator) = server.organisation().await;
        let (_, stranger) = server.organisation().await;
        let (mut case, team) = server.case(&administrator, &[&organisation]).await;
        let mut own = Stream::open(&administrator.client).await;
        own.until(&LiveNotice::Space {
            space: case.id,
            size: 3,
        })
        .await;
        let mut others = Stream::open(&stranger.client).await;
        assert!(matches!(
            others.next().await,
            Some(LiveNotice::Space { .. })
        ));
        case.append(&administrator, |draft| {
            draft.content(team, &administrator.key);
        })
        .await;
        own.until(&LiveNotice::Space {
            space: case.id,
            size: 4,
        })
        .await;
        others.quiet().await;
        server
            .client()
            .get(path::LIVE)
            .await
            .refused(ErrorCode::NotSignedIn);
    }
);

on_both!(errands_reach_whom_they_concern, |server| {
    let (mut organisation, administrator) = server.organisation().await;
    let mut stream = Stream::open(&administrator.client).await;
    stream.next().await.unwrap();
    let lookup = administrator.invite(organisation.id).await;
    stream.until(&LiveNotice::Errands).await;
    let person = server.register(&lookup).await;
    stream.until(&LiveNotice::Errands).await;
    let mut waiting = Stream::open(&person.client).await;
    person.answer(&lookup, organisation.id).await.ok();
    stream.until(&LiveNotice::Errands).await;
    let cert = hawser_ledger::person::PersonCert::certify(
        person.request(organisation.id),
        &administrator.key,
    );
    let act = Act::PersonCert(Box::new(cert));
    organisation
        .space
        .append(&administrator, |draft| {
            draft.act(&act, &administrator.key);
        })
        .await;
    waiting.until(&LiveNotice::Errands).await;
});

on_both!(who_is_removed_hears_of_it_and_of_nothing_after, |server| {
    let (organisation, administrator) = server.organisation().await;
    let (mut other, neighbour) = server.organisation().await;
    let person = server.colleague(&mut other, &neighbour).await;
    let (mut case, team) = server.case(&administrator, &[&organisation, &other]).await;
    server
        .join(
            &mut case,
            team,
            &administrator,
            (&other, &neighbour, &person),
        )
        .await;
    let mut stream = Stream::open(&person.client).await;
    stream
        .until(&LiveNotice::Space {
            space: case.id,
            size: case.chain.size(),
        })
        .await;
    let remove = Act::MemberRemove {
        user: person.user,
        rotations: Vec::new(),
    };
    case.append(&administrator, |draft| {
        draft.act(&remove, &administrator.key);
    })
    .await;
    // That it is over, and not how the space goes on.
    let over = LiveNotice::Space {
        space: case.id,
        size: 0,
    };
    let heard = [stream.next().await, stream.next().await];
    assert!(heard.contains(&Some(LiveNotice::Errands)), "{heard:?}");
    assert!(heard.contains(&Some(over)), "{heard:?}");
    case.append(&administrator, |draft| {
        draft.content(team, &administrator.key);
    })
    .await;
    stream.quiet().await;
});

on_both!(a_revoked_session_closes_its_stream, |server| {
    let person = server.register(&server.invite().await).await;
    let second = person.sign_in(&server).await;
    let mut stream = Stream::open(&second).await;
    let list: Vec<SessionEntry> = person.client.get(path::SESSIONS).await.json();
    let other = list.iter().find(|entry| !entry.current).unwrap();
    person
        .client
        .delete(&fill(path::SESSIONS_ONE, &[&other.id]))
        .await
        .ok();
    assert_eq!(stream.next().await, Some(LiveNotice::SignedOut));
    assert_eq!(stream.next().await, None);
});

on_both!(an_open_stream_does_not_hold_up_the_end, |server| {
    let person = server.register(&server.invite().await).await;
    let mut stream = Stream::open(&person.client).await;
    let mut server = server;
    tokio::time::timeout(Duration::from_secs(5), server.stop())
        .await
        .expect("within five seconds");
    assert_eq!(stream.next().await, None);
});

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_servers_share_a_database() {
    let Some(first) = Server::on_postgres().await else {
        return eprintln!("no PostgreSQL: skipped");
    };
    let second = first.second().await;
    let (organisation, administrator) = first.organisation().await;
    let (mut case, team) = first.case(&administrator, &[&organisation]).await;
    let there = administrator.client.at(&second);
    let mut stream = Stream::open(&there).await;
    stream
        .until(&LiveNotice::Space {
            space: case.id,
            size: 3,
        })
        .await;
    case.append(&administrator, |draft| {
        draft.content(team, &administrator.key);
    })
    .await;
    stream
        .until(&LiveNotice::Space {
            space: case.id,
            size: 4,
        })
        .await;
    // Each takes up what the other has appended, also both at once.
    for round in 0..6 {
        let mut draft = case.draft();
        draft.content(team, &administrator.key);
        let mut rival = case.draft();
        rival.content(team, &administrator.key);
        let (here, beyond) = tokio::join!(
            case.attempt(&administrator.client, &draft),
            case.attempt(&there, &rival)
        );
        let won = match (here.status, beyond.status) {
            (200, 409) => draft,
            (409, 200) => rival,
            other => panic!("round {round}: {other:?}"),
        };
        case.chain = won.chain;
    }
    assert_eq!(case.frames(&administrator).await.len(), 10);
}
