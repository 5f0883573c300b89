//! Files of the case, drawn as pixels. Decrypted content is hostile: it never becomes a document, nor the
//! source of an image, of this origin.

mod large;
mod pdf;

use hawser_casework::{RecordId, SpaceId};
use hawser_views::{Command, Reply, failure::Failure};
use js_sys::{Array, Function, Object, Promise, Reflect};
use leptos::{html, prelude::*, task::spawn_local};
use leptos_fluent::move_tr;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, HtmlAnchorElement, HtmlCanvasElement,
    ImageBitmap, Url,
};

use crate::agent_link::{AgentLink, use_agent};
pub use large::{Large, LargePicture};
pub use pdf::PdfPages;

/// Pixels for each pixel of the page's own measure, so that pictures are sharp on dense screens.
const DENSITY: f64 = 2.0;

/// The bytes of an attached file, whose hash the agent has checked.
async fn opened(
    agent: AgentLink,
    space: SpaceId,
    file: RecordId,
    for_preview: bool,
) -> Result<Blob, Failure> {
    let command = Command::OpenFile {
        space,
        file,
        for_preview,
    };
    let (reply, beside) = agent.ask_with(command, Vec::new()).await?;
    let blob = beside
        .into_iter()
        .next()
        .and_then(|value| value.dyn_into::<Blob>().ok());
    match (reply, blob) {
        (Reply::File(_), Some(blob)) => Ok(blob),
        _ => Err(Failure::new("unknown")),
    }
}

/// Decodes a picture, upright as its orientation data says.
async fn decoded(blob: &Blob) -> Result<ImageBitmap, JsValue> {
    let options = Object::new();
    Reflect::set(&options, &"imageOrientation".into(), &"from-image".into())?;
    let create = Reflect::get(&window(), &"createImageBitmap".into())?.dyn_into::<Function>()?;
    let promise = create
        .call2(&window(), blob, &options)?
        .dyn_into::<Promise>()?;
    JsFuture::from(promise).await?.dyn_into::<ImageBitmap>()
}

fn draw(canvas: &HtmlCanvasElement, picture: &ImageBitmap, longest: u32) -> Result<(), JsValue> {
    let (width, height) = (f64::from(picture.width()), f64::from(picture.height()));
    let scale = (f64::from(longest) * DENSITY / width.max(height)).min(1.0);
    let (width, height) = ((width * scale).max(1.0), (height * scale).max(1.0));
    canvas.set_width(width as u32);
    canvas.set_height(height as u32);
    if let Some(context) = context(canvas)? {
        context.draw_image_with_image_bitmap_and_dw_and_dh(picture, 0.0, 0.0, width, height)?;
    }
    Ok(())
}

fn context(canvas: &HtmlCanvasElement) -> Result<Option<CanvasRenderingContext2d>, JsValue> {
    let context = canvas.get_context("2d")?;
    Ok(context.map(JsCast::dyn_into).transpose()?)
}

/// Fetches a file, opens it and draws it, or its first page, onto a canvas.
async fn show(
    agent: AgentLink,
    (space, file): (SpaceId, RecordId),
    kind: Kind,
    canvas: &HtmlCanvasElement,
    longest: u32,
) -> Option<()> {
    let blob = opened(agent, space, file, true).await.ok()?;
    match kind {
        Kind::Image => {
            let picture = decoded(&blob).await.ok()?;
            let result = draw(canvas, &picture, longest);
            picture.close();
            result.ok()
        }
        Kind::Pdf => {
            pdf::Pages::open(&blob)
                .await?
                .draw(0, longest, canvas)
                .await
        }
    }
}

/// Watches until an element has come near the window; no longer than this is kept.
struct Watch {
    observer: Option<JsValue>,
    _seen: Closure<dyn FnMut(Array, JsValue)>,
}

impl Drop for Watch {
    fn drop(&mut self) {
        if let Some(observer) = &self.observer {
            let _ = call(observer, "disconnect", None);
        }
    }
}

/// Calls once, when the element first comes near the window; at once in browsers that cannot tell.
fn when_near(element: &HtmlCanvasElement, then: impl FnOnce() + 'static) -> Watch {
    let mut then = Some(then);
    // An observer also reports at the start, whether or not the element is near.
    let seen =
        Closure::<dyn FnMut(Array, JsValue)>::new(move |entries: Array, observer: JsValue| {
            let near = |entry: JsValue| {
                Reflect::get(&entry, &"isIntersecting".into()).is_ok_and(|value| value.is_truthy())
            };
            if entries.iter().any(near)
                && let Some(then) = then.take()
            {
                let _ = call(&observer, "disconnect", None);
                then();
            }
        });
    let observer = (|| {
        let observer =
            Reflect::get(&window(), &"IntersectionObserver".into())?.dyn_into::<Function>()?;
        let options = Object::new();
        Reflect::set(&options, &"rootMargin".into(), &"200px".into())?;
        let observer = Reflect::construct(&observer, &Array::of2(seen.as_ref(), &options))?;
        call(&observer, "observe", Some(element))?;
        Ok::<_, JsValue>(observer)
    })()
    .ok();
    if observer.is_none() {
        let function = seen.as_ref().unchecked_ref::<Function>();
        let _ = function.call2(
            &JsValue::NULL,
            &Array::of1(&entry_in_view()),
            &JsValue::NULL,
        );
    }
    Watch {
        observer,
        _seen: seen,
    }
}

fn entry_in_view() -> JsValue {
    let entry = Object::new();
    let _ = Reflect::set(&entry, &"isIntersecting".into(), &JsValue::TRUE);
    entry.into()
}

fn call(
    object: &JsValue,
    method: &str,
    argument: Option<&HtmlCanvasElement>,
) -> Result<(), JsValue> {
    let method = Reflect::get(object, &method.into())?.dyn_into::<Function>()?;
    match argument {
        Some(argument) => method.call1(object, argument)?,
        None => method.call0(object)?,
    };
    Ok(())
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Drawn {
    Not,
    Yes,
    Never,
}

impl Drawn {
    /// For tests of the page.
    const fn code(self) -> &'static str {
        match self {
            Self::Not => "",
            Self::Yes => "yes",
            Self::Never => "never",
        }
    }
}

/// What can be drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// What the browser itself decodes as an image.
    Image,
    /// Page by page.
    Pdf,
}

impl Kind {
    /// From the word the agent uses; nothing for what cannot be drawn.
    pub fn of(preview: &str) -> Option<Self> {
        match preview {
            "image" => Some(Self::Image),
            "pdf" => Some(Self::Pdf),
            _ => None,
        }
    }
}

/// A picture, or the first page of a document, as pixels, fetched and opened when it comes into view.
#[component]
pub fn Picture(
    /// The case.
    space: SpaceId,
    /// The record that attached it.
    file: RecordId,
    /// What it shows, for those who cannot see it.
    #[prop(into)]
    label: Signal<String>,
    /// Its longer side on the page, in the page's own pixels.
    #[prop(default = 96)]
    longest: u32,
    /// What it is.
    #[prop(default = Kind::Image)]
    kind: Kind,
) -> impl IntoView {
    let agent = use_agent();
    let canvas = NodeRef::<html::Canvas>::new();
    let drawn = RwSignal::new(Drawn::Not);
    let watch = StoredValue::new_local(None::<Watch>);
    Effect::new(move |_| {
        let Some(element) = canvas.get() else { return };
        if watch.with_value(Option::is_some) {
            return;
        }
        let target = element.clone();
        let watching = when_near(&element, move || {
            spawn_local(async move {
                let shown = show(agent, (space, file), kind, &target, longest).await;
                drawn.try_set(if shown.is_some() {
                    Drawn::Yes
                } else {
                    Drawn::Never
                });
            });
        });
        watch.set_value(Some(watching));
    });
    view! {
        <span
            class="picture"
            class:picture-small=longest <= 96
            aria-busy=move || (drawn.get() == Drawn::Not).to_string()
            data-testid="picture"
            data-drawn=move || drawn.get().code()
        >
            <canvas
                node_ref=canvas
                role="img"
                aria-label=label
                width=longest
                height=longest * 3 / 4
                hidden=move || drawn.get() == Drawn::Never
            ></canvas>
            <Show when=move || drawn.get() == Drawn::Never>
                <span class="picture-none">{move_tr!("preview-failed")}</span>
            </Show>
        </span>
    }
}

/// Fetches a file, and hands it to the browser to be saved under its name once its hash has been checked.
pub async fn download(
    agent: AgentLink,
    space: SpaceId,
    file: RecordId,
    name: &str,
) -> Result<(), Failure> {
    let blob = opened(agent, space, file, false).await?;
    save(&blob, name).map_err(|_| Failure::new("unknown"))
}

/// Hands a text to the browser to be saved under a name.
pub fn save_text(text: &str, name: &str) -> Result<(), Failure> {
    let failed = |_: JsValue| Failure::new("unknown");
    let blob = Blob::new_with_str_sequence(&Array::of1(&text.into())).map_err(failed)?;
    save(&blob, name).map_err(failed)
}

/// Hands bytes to the browser to be saved under a name.
pub fn save(blob: &Blob, name: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type("application/octet-stream");
    let plain = Blob::new_with_blob_sequence_and_options(&Array::of1(blob), &options)?;
    let url = Url::create_object_url_with_blob(&plain)?;
    let anchor = document()
        .create_element("a")?
        .dyn_into::<HtmlAnchorElement>()?;
    anchor.set_href(&url);
    anchor.set_download(name);
    anchor.click();
    // The browser has taken hold of the bytes by then.
    gloo_timers::callback::Timeout::new(60_000, move || {
        let _ = Url::revoke_object_url(&url);
    })
    .forget();
    Ok(())
}
