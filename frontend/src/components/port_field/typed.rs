//! A port that is not in the list, typed by hand.

use hawser_casework::{Decimal, Scheme, Warning, assessment::PortRef, identifier};
use hawser_views::failure::FieldFailure;
use leptos::prelude::*;
use leptos_fluent::move_tr;

use super::ChosenPort;
use crate::{
    components::{Icon, TextField, form_id, identifier_field::warning_text},
    i18n::{found_by_code, use_i18n},
    pages::case::checked,
};

/// The longest name of a port, in characters.
const LONGEST_NAME: usize = 120;

#[derive(Clone, Copy)]
struct Line {
    text: RwSignal<String>,
    wrong: RwSignal<Option<FieldFailure>>,
}

impl Line {
    fn new(text: String) -> Self {
        Self {
            text: RwSignal::new(text),
            wrong: RwSignal::new(None),
        }
    }

    fn given(self) -> String {
        self.text.get().trim().to_owned()
    }
}

/// What was typed.
#[derive(Clone, Copy)]
pub struct TypedPort {
    name: Line,
    country: Line,
    latitude: Line,
    longitude: Line,
}

impl TypedPort {
    /// What stands in a port that was typed before.
    pub fn new(port: Option<&ChosenPort>) -> Self {
        let text = |part: fn(&ChosenPort) -> &str| {
            Line::new(port.map(part).unwrap_or_default().to_owned())
        };
        Self {
            name: text(|port| &port.name),
            country: text(|port| &port.country),
            latitude: text(|port| port.position.as_ref().map_or("", |(latitude, _)| latitude)),
            longitude: text(|port| {
                port.position
                    .as_ref()
                    .map_or("", |(_, longitude)| longitude)
            }),
        }
    }

    /// The port; `None` while something is missing or wrong.
    pub fn port(self) -> Option<ChosenPort> {
        let wrong = [
            self.wrong_name(),
            self.wrong_country(),
            self.wrong_latitude(),
            self.wrong_longitude(),
        ];
        let position = || {
            let text = |line: Line| degrees(&line.given()).map(|degrees| degrees.to_string());
            Some((text(self.latitude)?, text(self.longitude)?))
        };
        wrong.iter().all(Option::is_none).then(|| ChosenPort {
            name: self.name.given(),
            country: self.country.given().to_uppercase(),
            locode: None,
            position: position(),
        })
    }

    /// Says at each field what is wrong with it.
    pub fn check(self) {
        self.name.wrong.set(untrack(|| self.wrong_name()));
        self.country.wrong.set(untrack(|| self.wrong_country()));
        self.latitude.wrong.set(untrack(|| self.wrong_latitude()));
        self.longitude.wrong.set(untrack(|| self.wrong_longitude()));
    }

    /// What a record would refuse of name or country.
    fn refused(self, field: &str) -> Option<FieldFailure> {
        let port = PortRef {
            name: self.name.given(),
            country: self.country.given().to_uppercase(),
            locode: None,
            position: None,
        };
        let wrong = checked::named(port.validate());
        wrong.into_iter().find(|wrong| wrong.field == field)
    }

    fn wrong_name(self) -> Option<FieldFailure> {
        self.refused("port.name")
    }

    fn wrong_country(self) -> Option<FieldFailure> {
        let country = self.country.given();
        if country.is_empty() {
            return Some(checked::missing("port.country"));
        }
        let code = country.len() == 2 && country.bytes().all(|byte| byte.is_ascii_alphabetic());
        if !code {
            return Some(checked::field("port.country", "country", country));
        }
        self.refused("port.country")
            .map(|wrong| checked::field("port.country", "country-unknown", wrong.value))
    }

    fn wrong_latitude(self) -> Option<FieldFailure> {
        wrong_degrees("latitude", 90, &self.latitude.given())
    }

    /// Also where only one of the two is there: longitude comes last.
    fn wrong_longitude(self) -> Option<FieldFailure> {
        let (latitude, longitude) = (self.latitude.given(), self.longitude.given());
        if latitude.is_empty() != longitude.is_empty() {
            return Some(checked::field("port.longitude", "position-half", ""));
        }
        wrong_degrees("longitude", 180, &longitude)
    }

    /// What is doubtful about the country; it is taken all the same.
    fn doubt(self) -> Option<Warning> {
        let country = self.country.given();
        (country.len() == 2)
            .then(|| identifier::check(Scheme::Country, &country).warning)
            .flatten()
    }
}

/// Decimal degrees as a person writes them: a point and a comma both stand before the decimals, and no digit is
/// added or lost.
fn degrees(text: &str) -> Option<Decimal> {
    let text = text.replace(',', ".").replace('−', "-");
    text.strip_prefix('+').unwrap_or(&text).parse().ok()
}

fn wrong_degrees(field: &str, most: u32, text: &str) -> Option<FieldFailure> {
    if text.is_empty() {
        return None;
    }
    let name = format!("port.{field}");
    let Some(degrees) = degrees(text) else {
        return Some(checked::field(&name, "degrees", text));
    };
    let beyond = |degrees: f64| degrees.abs() > f64::from(most);
    degrees
        .to_string()
        .parse()
        .is_ok_and(beyond)
        .then(|| checked::field(&name, field, text))
}

#[component]
pub fn TypedPortFields(
    input: TypedPort,
    /// Name of the field as a whole.
    #[prop(into)]
    name: String,
) -> impl IntoView {
    let i18n = use_i18n();
    let id = form_id(&name);
    // What was passed over on the way is not wrong yet.
    let leave = move |line: Line, wrong: fn(TypedPort) -> Option<FieldFailure>| {
        Callback::new(move |()| {
            let wrong = untrack(|| wrong(input)).filter(|wrong| wrong.code != "missing");
            line.wrong.set(wrong);
        })
    };
    let doubt = move || {
        input.doubt().map(|warning| {
            view! {
                <div class="warning" role="status" data-testid="port-country-warning">
                    <Icon name="warning" />
                    <p>{warning_text(i18n, &warning)}</p>
                </div>
            }
        })
    };
    view! {
        <div class="field-row">
            <TextField
                label=move_tr!("port-name") name=format!("{id}-name") value=input.name.text required=true
                max=LONGEST_NAME error=input.name.wrong testid=format!("{name}-name")
            />
            <TextField
                label=move_tr!("port-country-code") name=format!("{id}-country") value=input.country.text required=true mono=true
                max=2 error=input.country.wrong testid=format!("{name}-country")
                on_leave=leave(input.country, TypedPort::wrong_country)
            />
        </div>
        {doubt}
        <div class="field-row">
            <TextField
                label=move_tr!("port-latitude") name=format!("{id}-latitude") value=input.latitude.text mono=true
                help=move_tr!("port-latitude-help") error=input.latitude.wrong testid=format!("{name}-latitude")
                on_leave=leave(input.latitude, TypedPort::wrong_latitude)
            />
            <TextField
                label=move_tr!("port-longitude") name=format!("{id}-longitude") value=input.longitude.text mono=true
                help=move_tr!("port-longitude-help") error=input.longitude.wrong testid=format!("{name}-longitude")
                on_leave=leave(input.longitude, TypedPort::wrong_longitude)
            />
        </div>
    }
}

found_by_code! {
    // by code: field-
    tr!("field-country-unknown", { "value" => value });
    tr!("field-degrees", { "value" => value });
    tr!("field-latitude", { "value" => value });
    tr!("field-longitude", { "value" => value });
    tr!("field-position-half");
}
