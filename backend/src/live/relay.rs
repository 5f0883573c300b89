//! Between servers that share a PostgreSQL database: LISTEN and NOTIFY.

use std::time::Duration;

use sea_orm::sqlx::postgres::PgListener;
use sea_orm::{ConnectionTrait, DbBackend, Statement};
use serde::{Deserialize, Serialize};
use tokio::sync::mpsc;

use super::Change;
use crate::app::App;

const CHANNEL: &str = "hawser_live";

#[derive(Serialize, Deserialize)]
struct Message {
    server: String,
    change: Change,
}

/// Carries changes to and from the other servers until the server closes.
pub async fn run(app: App, mut own: mpsc::UnboundedReceiver<Change>) {
    let server = hex::encode(crate::random::bytes::<8>());
    let hear = hear(app.clone(), server.clone());
    let tell = async {
        while let Some(change) = own.recv().await {
            let message = Message {
                server: server.clone(),
                change,
            };
            let Ok(text) = serde_json::to_string(&message) else {
                continue;
            };
            let statement = Statement::from_sql_and_values(
                DbBackend::Postgres,
                "SELECT pg_notify($1, $2)",
                [CHANNEL.into(), text.into()],
            );
            if let Err(error) = app.database.write().execute_raw(statement).await {
                tracing::warn!(%error, "a change could not be told to the other servers");
            }
        }
    };
    tokio::select! {
        () = app.closing.cancelled() => {}
        () = hear => {}
        () = tell => {}
    }
}

async fn hear(app: App, server: String) {
    let pool = app.database.write().get_postgres_connection_pool();
    loop {
        let listener = async {
            let mut listener = PgListener::connect_with(pool).await?;
            listener.listen(CHANNEL).await?;
            app.live.announce_here(Change::Anything);
            // `try_recv` gives `None` when the connection was lost and messages with it.
            while let Some(notification) = listener.try_recv().await? {
                if let Ok(message) = serde_json::from_str::<Message>(notification.payload())
                    && message.server != server
                {
                    app.live.announce_here(message.change);
                }
            }
            Ok::<(), sea_orm::sqlx::Error>(())
        };
        if let Err(error) = listener.await {
            tracing::warn!(%error, "listening for the other servers");
        }
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
}
