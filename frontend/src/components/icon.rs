use leptos::prelude::*;

/// A line drawing beside a word; it says nothing by itself.
#[component]
pub fn Icon(name: &'static str) -> impl IntoView {
    let path = match name {
        "today" => "M4 5h16v15H4zM4 10h16M8 3v4M16 3v4M8 14h3",
        "cases" => "M3 7h6l2 2h10v11H3zM3 7V5h6l2 2",
        "missions" => {
            "M12 21s7-6.500 7-11.500a7 7 0 0 0-14 0C5 14.500 12 21 12 21zM9 9.500l2.200 2.200L15.200 7.700"
        }
        "programmes" => {
            "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM3 12h18M12 3c3 2.500 3.500 6 3.500 9s-.5 6.500-3.500 9c-3-2.500-3.500-6-3.500-9s.5-6.500 3.500-9z"
        }
        "organisation" => {
            "M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM3 20c0-4 2.500-6 6-6s6 2 6 6M16 5.500a3 3 0 0 1 0 5.500M17.500 14.500c2.300.6 3.500 2.500 3.500 5.500"
        }
        "account" => "M8 15a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 11h9v4M17 11v3",
        "lock" => "M6 11h12v9H6zM8.500 11V7.500a3.500 3.500 0 0 1 7 0V11",
        "leave" => "M10 4H4v16h6M15 8l4 4-4 4M19 12H9",
        "warning" => "M12 4 2.500 20h19zM12 10v5M12 17.500v.5",
        "close" => "M6 6l12 12M18 6 6 18",
        "copy" => "M8 8h12v12H8zM16 8V4H4v12h4",
        "eye" => {
            "M2.500 12S6 5.500 12 5.500 21.500 12 21.500 12 18 18.500 12 18.500 2.500 12 2.500 12zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z"
        }
        "add" => "M12 5v14M5 12h14",
        "print" => "M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z",
        "check" => "M5 12.500l4.500 4.500L19 7",
        "file" => "M6 3h8l4 4v14H6zM14 3v4h4",
        "camera" => "M4 8h3l2-3h6l2 3h3v11H4zM12 17a4 4 0 1 0 0-8 4 4 0 0 0 0 8z",
        "more" => "M9 6l6 6-6 6",
        "anchor" => {
            "M12 8a2.300 2.300 0 1 0 0-4.600A2.300 2.300 0 0 0 12 8zM12 8v12.500M8 11.500h8M4.500 14c.5 4 3.500 6.500 7.500 6.500s7-2.500 7.500-6.500M4.500 14l-1.500 2M4.500 14l2 1.500M19.500 14l1.500 2M19.500 14l-2 1.500"
        }
        _ => "M12 12h.01",
    };
    view! {
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d=path /></svg>
    }
}
