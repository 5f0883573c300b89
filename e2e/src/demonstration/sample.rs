//! The bundle of the exercise's case, as its prosecutor would hand it over.

use anyhow::Context as _;
use hawser_views::bundle::{BundleWish, Rest};
use hawser_views::{Command, Reply};

use super::SIGN_INS;
use crate::headless::Headless;
use crate::person::told;

/// Everything that QN-P1 can read of case TIDEMARK, with its files, as one ZIP file.
pub async fn sample_bundle(origin: &str) -> anyhow::Result<Vec<u8>> {
    let prosecutor = Headless::new(origin);
    prosecutor.profile().clock().set_offset(60);
    let known = SIGN_INS.iter().find(|(name, ..)| *name == "QN-P1");
    let (name, passphrase, _) = known.context("a sign-in of the exercise")?;
    let sign_in = Command::SignIn {
        sign_in_name: (*name).to_owned(),
        passphrase: (*passphrase).to_owned(),
        label: String::new(),
    };
    prosecutor.ask(sign_in).await.map_err(told)?;
    let Ok(Reply::Cases(cases)) = prosecutor.ask(Command::Cases).await else {
        anyhow::bail!("no cases")
    };
    let case = cases
        .iter()
        .find(|case| case.title.contains("TIDEMARK"))
        .context("the case of the exercise")?;
    let wish = BundleWish {
        exhibits: None,
        rest: Rest::Encrypted,
        with_files: true,
        words: Vec::new(),
    };
    let (_, bundle) = prosecutor
        .make_bundle(case.space, wish)
        .await
        .map_err(told)?;
    Ok(bundle)
}
