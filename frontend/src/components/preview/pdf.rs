//! The pages of a PDF file, drawn by a worker that holds no key and is ended when the page is left.

use std::cell::RefCell;
use std::rc::Rc;

use futures::{
    channel::mpsc,
    future::{Either, select},
    lock::Mutex,
    stream::StreamExt as _,
};
use hawser_casework::{RecordId, SpaceId};
use js_sys::{Array, ArrayBuffer, Object, Reflect, Uint8ClampedArray};
use leptos::{html, prelude::*, task::spawn_local};
use leptos_fluent::{move_tr, tr};
use wasm_bindgen::{Clamped, JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, Event, HtmlCanvasElement, ImageData, MessageEvent, Worker, WorkerOptions, WorkerType,
};

use super::{DENSITY, Drawn, context, opened};
use crate::{agent_link::use_agent, i18n::use_i18n};

/// What Trunk makes of `frontend/pdf`.
const LOADER: &str = "/hawser-pdf_loader.js";
/// A page that takes longer is not shown: what is drawn may have been made to take for ever.
const PATIENCE_MS: u32 = 30_000;

/// An opened file. Its worker ends with it.
pub struct Pages {
    worker: Worker,
    answers: Mutex<mpsc::UnboundedReceiver<JsValue>>,
    count: u32,
    _message: Closure<dyn FnMut(MessageEvent)>,
    _fault: Closure<dyn FnMut(Event)>,
}

impl Drop for Pages {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

impl Pages {
    /// Starts a worker and hands it the file; nothing when it is no PDF, or one that cannot be drawn.
    pub async fn open(file: &Blob) -> Option<Self> {
        let bytes = JsFuture::from(file.array_buffer()).await.ok()?;
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker = Worker::new_with_options(LOADER, &options).ok()?;
        let (sender, answers) = mpsc::unbounded();
        let failed = sender.clone();
        let message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let _ = sender.unbounded_send(event.data());
        });
        let fault = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
            event.prevent_default();
            let _ = failed.unbounded_send(JsValue::NULL);
        });
        worker.set_onmessage(Some(message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(fault.as_ref().unchecked_ref()));
        let mut pages = Self {
            worker,
            answers: Mutex::new(answers),
            count: 0,
            _message: message,
            _fault: fault,
        };
        field(&pages.answer().await?, "ready")?;
        let told = object(&[("open", &bytes)])?;
        let sent = pages
            .worker
            .post_message_with_transfer(&told, &Array::of1(&bytes));
        sent.ok()?;
        pages.count = number(&pages.answer().await?, "pages")?;
        Some(pages)
    }

    /// Number of pages.
    pub fn count(&self) -> u32 {
        self.count
    }

    /// Draws a page, counted from 0, onto a canvas.
    pub async fn draw(&self, page: u32, longest: u32, canvas: &HtmlCanvasElement) -> Option<()> {
        let pixels = f64::from(longest) * DENSITY;
        let told = object(&[("draw", &page.into()), ("longest", &pixels.into())])?;
        self.worker.post_message(&told).ok()?;
        let answer = self.answer().await?;
        let (width, height) = (number(&answer, "width")?, number(&answer, "height")?);
        let rgba = field(&answer, "rgba")?.dyn_into::<ArrayBuffer>().ok()?;
        let rgba = Uint8ClampedArray::new(&rgba).to_vec();
        let data = ImageData::new_with_u8_clamped_array_and_sh(Clamped(&rgba), width, height);
        canvas.set_width(width);
        canvas.set_height(height);
        context(canvas)
            .ok()??
            .put_image_data(&data.ok()?, 0.0, 0.0)
            .ok()
    }

    async fn answer(&self) -> Option<JsValue> {
        let mut answers = self.answers.lock().await;
        let waited = gloo_timers::future::TimeoutFuture::new(PATIENCE_MS);
        match select(answers.next(), waited).await {
            Either::Left((answer, _)) => answer,
            Either::Right(((), _)) => None,
        }
    }
}

fn object(fields: &[(&str, &JsValue)]) -> Option<Object> {
    let object = Object::new();
    for (name, value) in fields {
        Reflect::set(&object, &(*name).into(), value).ok()?;
    }
    Some(object)
}

/// Nothing where it is missing.
fn field(message: &JsValue, name: &str) -> Option<JsValue> {
    let value = Reflect::get(message, &name.into()).ok()?;
    (!value.is_undefined()).then_some(value)
}

fn number(message: &JsValue, name: &str) -> Option<u32> {
    Some(field(message, name)?.as_f64()? as u32)
}

/// A document to leaf through.
#[component]
pub fn PdfPages(
    /// The case.
    space: SpaceId,
    /// The record that attached it.
    file: RecordId,
    /// Its name, for those who cannot see it.
    name: String,
    /// The longer side of a page, in the page's own pixels.
    longest: u32,
) -> impl IntoView {
    let agent = use_agent();
    let i18n = use_i18n();
    let canvas = NodeRef::<html::Canvas>::new();
    let document = StoredValue::new_local(Rc::new(RefCell::new(None::<Rc<Pages>>)));
    let (page, count) = (RwSignal::new(0_u32), RwSignal::new(0_u32));
    let drawn = RwSignal::new(Drawn::Not);
    spawn_local(async move {
        let pages = match opened(agent, space, file, true).await {
            Ok(blob) => Pages::open(&blob).await,
            Err(_) => None,
        };
        match pages {
            Some(pages) => {
                let number = pages.count();
                // Left meanwhile: the worker ends here.
                if document
                    .try_with_value(|place| place.replace(Some(Rc::new(pages))))
                    .is_some()
                {
                    count.try_set(number);
                }
            }
            None => {
                drawn.try_set(Drawn::Never);
            }
        }
    });
    Effect::new(move |_| {
        let (page, count, canvas) = (page.get(), count.get(), canvas.get());
        let (Some(canvas), true) = (canvas, count > 0) else {
            return;
        };
        drawn.set(Drawn::Not);
        spawn_local(async move {
            let pages = document
                .try_with_value(|place| place.borrow().clone())
                .flatten();
            let Some(pages) = pages else { return };
            let shown = pages.draw(page, longest, &canvas).await;
            drawn.try_set(if shown.is_some() {
                Drawn::Yes
            } else {
                Drawn::Never
            });
        });
    });
    let place =
        move || tr!(i18n, "preview-page-of", { "page" => page.get() + 1, "pages" => count.get() });
    let waits = move || drawn.get() == Drawn::Not;
    view! {
        <div class="pdf" data-testid="pdf" data-drawn=move || drawn.get().code()>
            <Show when=move || { count.get() > 1 }>
                <div class="actions">
                    <button
                        type="button" class="button" data-testid="pdf-back"
                        disabled=move || page.get() == 0 || waits()
                        on:click=move |_| page.update(|page| *page = page.saturating_sub(1))
                    >
                        {move_tr!("preview-page-back")}
                    </button>
                    <span role="status" data-testid="pdf-place">{place}</span>
                    <button
                        type="button" class="button" data-testid="pdf-on"
                        disabled=move || page.get() + 1 >= count.get() || waits()
                        on:click=move |_| page.update(|page| *page += 1)
                    >
                        {move_tr!("preview-page-on")}
                    </button>
                </div>
            </Show>
            <span class="picture" aria-busy=move || waits().to_string()>
                <canvas
                    node_ref=canvas role="img" aria-label=name width=longest height=longest
                    hidden=move || drawn.get() == Drawn::Never
                ></canvas>
                <Show when=move || drawn.get() == Drawn::Never>
                    <span class="picture-none">{move_tr!("preview-failed")}</span>
                </Show>
            </span>
        </div>
    }
}
