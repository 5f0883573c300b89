//! What pages are made of. Plain HTML underneath; each reads its words from `locales/*/components.ftl`,
//! those of port assessments from `assessment_components.ftl`.

pub mod anchor;
pub mod custody_chain;
pub mod entry_sentence;
pub mod exhibit_form;
pub mod file_drop;
pub mod happened_field;
pub mod heat_map;
pub mod identifier_field;
pub mod port_field;
pub mod preview;
pub mod transfers_panel;
pub mod unsaved;
pub mod world_map;

mod actions;
mod badge;
mod choice_row;
mod date_time;
mod day_field;
mod dialog;
mod failure;
mod field;
mod fingerprint;
mod form;
mod icon;
mod page_head;
mod print_note;
mod progress;
mod qr;
mod readers;
mod shell;
mod shown;
mod tabs;
mod toast;
mod when;

use std::sync::atomic::{AtomicU64, Ordering};

pub use actions::{CopyButton, EmptyState};
pub use badge::{Badge, ExerciseMark};
pub use choice_row::{Choice, ChoiceRow};
pub use date_time::DateTimeField;
pub use day_field::DayField;
pub use dialog::{ConfirmDialog, Dialog};
pub use failure::{FailurePanel, failure_text};
pub use field::{Checkbox, FieldError, SelectField, TextField, until_changed};
pub use fingerprint::fingerprint;
pub use form::{Form, FormFailure, Submit};
pub use icon::Icon;
pub use page_head::{PageHead, rescue_focus};
pub use print_note::PrintNote;
pub use progress::ProgressBar;
pub use qr::{QrCode, qr_rows};
pub use readers::{ReadersNote, readers_after};
pub use shell::{Inside, Shell, provide_shell, use_shell};
pub use shown::Shown;
pub use tabs::{CaseTabs, Tab, Tabs};
pub use toast::{Toast, Toasts, use_toasts};
pub use when::{When, date_text, moment_text};

/// An id no other element of the page has.
pub fn form_id(stem: &str) -> String {
    static LAST: AtomicU64 = AtomicU64::new(0);
    format!("{stem}-{}", LAST.fetch_add(1, Ordering::Relaxed))
}
