//! The page of Hawser: it shows views, sends commands and holds no key.
#![forbid(unsafe_code)]
// A page is read by its users; what a component is for stands in its doc comment where the name does not say it.
#![allow(missing_docs)]

mod agent_link;
mod app;
mod browser;
mod components;
mod i18n;
mod pages;

fn main() {
    browser::report_panics();
    leptos::mount::mount_to_body(app::App);
}
