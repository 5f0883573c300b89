//! A person's browser: real Chromium in a profile of its own, driven as a
//! person would, with every console error counted as a failure.

use std::io::{BufRead as _, BufReader};
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use anyhow::{Context as _, bail};
use serde_json::json;
use tempfile::TempDir;
use thirtyfour::common::capabilities::desiredcapabilities::DesiredCapabilities;
use thirtyfour::{
    By, CapabilitiesHelper as _, ChromiumLikeCapabilities as _, Key, WebDriver, WebElement,
};

use crate::blindness::EVERYWHERE;

/// Longest wait for something to appear.
const PATIENCE: Duration = Duration::from_secs(30);
const LOOK: Duration = Duration::from_millis(60);

/// ChromeDriver and the browser it starts: a process group of their own, ended together, also when a journey
/// fails in the middle.
struct Driver {
    process: Child,
    port: u16,
}

impl Driver {
    /// Starts one. Two that start at the same moment can choose the same port, and one of them ends.
    fn start() -> anyhow::Result<Self> {
        let mut last = None;
        for _ in 0..5 {
            match Self::try_start() {
                Ok(driver) => return Ok(driver),
                Err(error) => last = Some(error),
            }
        }
        Err(last.context("chromedriver was never started")?)
    }

    fn try_start() -> anyhow::Result<Self> {
        let program = std::env::var_os("CHROMEDRIVER").unwrap_or_else(|| "chromedriver".into());
        let mut process = Command::new(program)
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .process_group(0)
            .spawn()
            .context("chromedriver does not start: install it or name it in CHROMEDRIVER")?;
        let output = process
            .stdout
            .take()
            .context("chromedriver has an output")?;
        for line in BufReader::new(output).lines() {
            let line = line?;
            if let Some((_, rest)) = line.split_once("successfully on port ") {
                let port = rest.trim_end_matches('.').parse()?;
                return Ok(Self { process, port });
            }
        }
        bail!("chromedriver ended without naming its port")
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let group = format!("-{}", self.process.id());
        drop(
            Command::new("kill")
                .args(["-KILL", "--", &group])
                .stderr(Stdio::null())
                .status(),
        );
        drop(self.process.wait());
    }
}

/// A browser at one server.
pub struct Browser {
    origin: String,
    driver: WebDriver,
    _process: Driver,
    profile: TempDir,
}

/// Text as it is read: translated sentences isolate the values in them with characters nobody sees.
pub fn without_isolates(text: &str) -> String {
    text.replace(['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}'], "")
}

/// Where screenshots of a run go.
pub fn screens() -> PathBuf {
    std::env::var_os("HAWSER_SCREENS").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/screens"),
        PathBuf::from,
    )
}

impl Browser {
    /// Opens a window of 1440x900 in a fresh profile.
    pub async fn open(origin: &str) -> anyhow::Result<Self> {
        let profile = tempfile::tempdir()?;
        let process = Driver::start()?;
        let mut capabilities = DesiredCapabilities::chrome();
        if let Some(binary) =
            std::env::var_os("HAWSER_CHROMIUM").and_then(|name| name.into_string().ok())
        {
            capabilities.set_binary(&binary)?;
        } else if Path::new("/usr/bin/chromium").exists() {
            capabilities.set_binary("/usr/bin/chromium")?;
        }
        for argument in [
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-dev-shm-usage",
            "--lang=en-GB",
            "--accept-lang=en-GB",
            "--window-size=1440,900",
            "--force-device-scale-factor=1",
        ] {
            capabilities.add_arg(argument)?;
        }
        capabilities.add_arg(&format!(
            "--user-data-dir={}",
            profile.path().join("user").display()
        ))?;
        let downloads = profile.path().join("downloads");
        std::fs::create_dir_all(&downloads)?;
        capabilities.add_experimental_option(
            "prefs",
            json!({"download.default_directory": downloads, "download.prompt_for_download": false}),
        )?;
        capabilities.set("goog:loggingPrefs", json!({"browser": "ALL"}))?;
        let driver =
            WebDriver::new(&format!("http://127.0.0.1:{}", process.port), capabilities).await?;
        driver.set_script_timeout(Duration::from_secs(60)).await?;
        Ok(Self {
            origin: origin.to_owned(),
            driver,
            _process: process,
            profile,
        })
    }

    /// The driver, for what is not said here.
    pub fn driver(&self) -> &WebDriver {
        &self.driver
    }

    /// Loads a page of the server anew: the worker and its keys are gone.
    pub async fn goto(&self, path: &str) -> anyhow::Result<()> {
        let url = if path.starts_with("http") {
            path.to_owned()
        } else {
            format!("{}{path}", self.origin)
        };
        self.driver.goto(url).await.context("goto")
    }

    /// Follows a link within the page, so that the worker stays.
    pub async fn visit(&self, path: &str) -> anyhow::Result<()> {
        self.follow(path).await?;
        self.wait_for_path(path).await
    }

    /// Follows a link within the page, wherever the page then leads.
    pub async fn follow(&self, path: &str) -> anyhow::Result<()> {
        let script = "const a = document.createElement('a'); a.href = arguments[0]; document.body.append(a); \
                      a.click(); a.remove();";
        self.driver.execute(script, vec![json!(path)]).await?;
        Ok(())
    }

    /// Waits until the address has this path.
    pub async fn wait_for_path(&self, path: &str) -> anyhow::Result<()> {
        self.wait(&format!("address {path}"), async || {
            Ok((self.driver.current_url().await?.path() == path).then_some(()))
        })
        .await
    }

    /// Looks again and again until something is there.
    pub async fn wait<T>(
        &self,
        what: &str,
        look: impl AsyncFn() -> anyhow::Result<Option<T>>,
    ) -> anyhow::Result<T> {
        let last = std::cell::RefCell::new(None);
        let looking = async {
            loop {
                match look().await {
                    Ok(Some(found)) => return found,
                    Ok(None) => drop(last.take()),
                    Err(error) => drop(last.replace(Some(error))),
                }
                tokio::time::sleep(LOOK).await;
            }
        };
        // By the clock, since a look may wait for something itself.
        if let Ok(found) = tokio::time::timeout(PATIENCE, looking).await {
            return Ok(found);
        }
        let last = last
            .take()
            .map_or_else(String::new, |error| format!("\nthe last look: {error:#}"));
        let place = self
            .driver
            .current_url()
            .await
            .map(|url| url.to_string())
            .unwrap_or_default();
        drop(self.shot("waited-in-vain").await);
        let text = self.text("body").await.unwrap_or_default();
        let text: String = text.chars().take(1500).collect();
        let errors = self.errors().await.unwrap_or_default();
        bail!(
            "waited in vain for {what} at {}; the page says:\n{text}\nand the console: {errors:#?}{last}",
            place.split('#').next().unwrap_or_default()
        )
    }

    fn css(selector: &str) -> String {
        let plain = selector.starts_with(['[', '#', '.']) || selector.contains([' ', '[']);
        let element = matches!(selector, "body" | "h1" | "main" | "html");
        if plain || element {
            selector.to_owned()
        } else {
            format!("[data-testid='{selector}']")
        }
    }

    /// An element that is shown, by test id or CSS selector.
    pub async fn find(&self, selector: &str) -> anyhow::Result<WebElement> {
        let css = Self::css(selector);
        self.wait(&css, async || {
            for element in self.driver.find_all(By::Css(css.as_str())).await? {
                if element.is_displayed().await? {
                    return Ok(Some(element));
                }
            }
            Ok(None)
        })
        .await
    }

    /// How many are there now.
    pub async fn count(&self, selector: &str) -> anyhow::Result<usize> {
        Ok(self
            .driver
            .find_all(By::Css(Self::css(selector).as_str()))
            .await?
            .len())
    }

    /// Waits until there are so many.
    pub async fn wait_count(&self, selector: &str, count: usize) -> anyhow::Result<()> {
        self.wait(&format!("{count} of {selector}"), async || {
            Ok((self.count(selector).await? == count).then_some(()))
        })
        .await
    }

    /// Clicks, once it can be clicked.
    pub async fn click(&self, selector: &str) -> anyhow::Result<()> {
        self.wait(&format!("a click on {selector}"), async || {
            let element = self.find(selector).await?;
            element.scroll_into_view().await?;
            if !element.is_enabled().await? {
                return Ok(None);
            }
            element.click().await?;
            Ok(Some(()))
        })
        .await
    }

    /// Replaces what stands in a field.
    pub async fn fill(&self, selector: &str, text: &str) -> anyhow::Result<()> {
        let element = self.find(selector).await?;
        element.scroll_into_view().await?;
        element.send_keys(Key::Control + "a").await?;
        element.send_keys(Key::Backspace + "").await?;
        element.send_keys(text).await?;
        Ok(())
    }

    /// Chooses in a list by value.
    pub async fn choose(&self, selector: &str, value: &str) -> anyhow::Result<()> {
        let element = self.find(selector).await?;
        let script = "arguments[0].value = arguments[1]; \
                      arguments[0].dispatchEvent(new Event('input', {bubbles: true})); \
                      arguments[0].dispatchEvent(new Event('change', {bubbles: true}));";
        self.driver
            .execute(script, vec![element.to_json()?, json!(value)])
            .await?;
        Ok(())
    }

    /// Gives files to a file input.
    pub async fn give_files(&self, selector: &str, files: &[PathBuf]) -> anyhow::Result<()> {
        let css = Self::css(selector);
        let input = self
            .wait(&css, async || {
                Ok(self
                    .driver
                    .find_all(By::Css(css.as_str()))
                    .await?
                    .into_iter()
                    .next())
            })
            .await?;
        let names = files
            .iter()
            .map(|file| Ok(file.canonicalize()?.display().to_string()))
            .collect::<anyhow::Result<Vec<String>>>()?;
        input.send_keys(names.join("\n")).await?;
        Ok(())
    }

    /// The text of an element.
    pub async fn text(&self, selector: &str) -> anyhow::Result<String> {
        let css = Self::css(selector);
        let elements = self.driver.find_all(By::Css(css.as_str())).await?;
        let element = elements.first().with_context(|| format!("no {selector}"))?;
        Ok(without_isolates(&element.text().await?))
    }

    /// Waits until an element says something.
    pub async fn wait_text(&self, selector: &str, wanted: &str) -> anyhow::Result<()> {
        self.wait(&format!("{wanted:?} in {selector}"), async || {
            for element in self
                .driver
                .find_all(By::Css(Self::css(selector).as_str()))
                .await?
            {
                if without_isolates(&element.text().await?).contains(wanted) {
                    return Ok(Some(()));
                }
            }
            Ok(None)
        })
        .await
    }

    /// Value of a script's return.
    pub async fn script(&self, script: &str) -> anyhow::Result<serde_json::Value> {
        Ok(self
            .driver
            .execute(script, Vec::new())
            .await?
            .json()
            .clone())
    }

    /// All addresses this page has asked for since it was loaded, and its own.
    pub async fn addresses(&self) -> anyhow::Result<String> {
        let asked = self
            .script("return performance.getEntriesByType('resource').map(entry => entry.name).join(' ')")
            .await?;
        let own = self.driver.current_url().await?;
        Ok(format!("{own} {}", asked.as_str().unwrap_or_default()))
    }

    /// Light or dark.
    pub async fn theme(&self, theme: &str) -> anyhow::Result<()> {
        self.script(&format!(
            "document.documentElement.dataset.theme = '{theme}'"
        ))
        .await
        .map(drop)
    }

    /// Size of the page in CSS pixels.
    pub async fn size(&self, width: u32, height: u32) -> anyhow::Result<()> {
        let metrics =
            json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
        self.driver
            .cdp()
            .send_raw("Emulation.setDeviceMetricsOverride", metrics)
            .await?;
        Ok(())
    }

    /// As on paper (`print`), or as it is (empty).
    pub async fn media(&self, media: &str) -> anyhow::Result<()> {
        let media = json!({ "media": media });
        self.driver
            .cdp()
            .send_raw("Emulation.setEmulatedMedia", media)
            .await?;
        Ok(())
    }

    /// A screenshot under this name.
    pub async fn shot(&self, name: &str) -> anyhow::Result<()> {
        let folder = screens();
        std::fs::create_dir_all(&folder)?;
        self.driver
            .screenshot(&folder.join(format!("{name}.png")))
            .await?;
        Ok(())
    }

    /// Where downloads go.
    pub fn downloads(&self) -> PathBuf {
        self.profile.path().join("downloads")
    }

    /// Console errors so far, content-security violations among them.
    pub async fn errors(&self) -> anyhow::Result<Vec<String>> {
        let log = self.driver.browser_log().await?;
        Ok(log
            .into_iter()
            .filter(|entry| entry.level == "SEVERE")
            .map(|entry| entry.message)
            // The browser reports refused requests (401 before sign-in, 403 after removal) as errors of the network.
            .filter(|message| !message.contains("Failed to load resource: the server responded with a status of 4"))
            .collect())
    }

    /// Fails when the console has errors; then closes.
    pub async fn close(self) -> anyhow::Result<()> {
        self.close_having_seen("nothing at all").await
    }

    /// The same after something went wrong on purpose: errors that say so are expected.
    pub async fn close_having_seen(self, expected: &str) -> anyhow::Result<()> {
        let mut errors = self.errors().await?;
        errors.retain(|error| !error.contains(expected));
        let addresses = self.addresses().await?;
        let told = EVERYWHERE.iter().find(|word| addresses.contains(**word));
        anyhow::ensure!(told.is_none(), "{told:?} stands in an address: {addresses}");
        self.driver.clone().quit().await?;
        anyhow::ensure!(errors.is_empty(), "console errors: {errors:#?}");
        Ok(())
    }
}
