//! The page of Hawser: it shows views, sends commands and holds no key.
#![forbid(unsafe_code)]

mod agent_link;
mod app;
mod browser;
mod components;
mod data_file;
mod i18n;
mod pages;

fn main() {
    browser::report_panics();
    leptos::mount::mount_to_body(app::App);
}
