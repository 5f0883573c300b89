//! Which fields of a mission's records can be corrected.
//!
//! A place, a day that others count on and what a record belongs to are not among them: a due day is moved by a
//! record of its own, and a finding in another place is another finding.

use super::{AgreedAction, Finding, Opening, Owner, Recommendation, VisitTerms};
use crate::record::field::{FieldFault, Fields, candidates, read, write};

macro_rules! correctable {
    ($record:ident: $($name:literal),+) => {
        impl Fields for $record {
            fn field(&self, name: &str) -> Option<String> {
                [$($name),+].contains(&name).then(|| read(self, name))?
            }

            fn with_field(&self, name: &str, value: &str) -> Result<Self, FieldFault> {
                if ![$($name),+].contains(&name) {
                    return Err(FieldFault::Unknown);
                }
                write(self, name, candidates(value))
            }
        }
    };
}

correctable!(Opening: "port.name", "port.country", "port.locode");
correctable!(VisitTerms: "starts", "ends");
correctable!(Finding: "title", "text", "severity", "releasable");
correctable!(Recommendation: "text", "priority", "cost", "donor");

/// Text and owner; an owner is written as the id of a person, or else as the name of an agency.
impl Fields for AgreedAction {
    fn field(&self, name: &str) -> Option<String> {
        match (name, &self.owner) {
            ("text", _) => Some(self.text.clone()),
            ("owner", Owner::Person { person }) => Some(person.to_string()),
            ("owner", Owner::Agency { name }) => Some(name.clone()),
            _ => None,
        }
    }

    fn with_field(&self, name: &str, value: &str) -> Result<Self, FieldFault> {
        let mut action = self.clone();
        match name {
            "text" => value.clone_into(&mut action.text),
            "owner" => {
                action.owner = match value.parse() {
                    Ok(person) => Owner::Person { person },
                    Err(_) => Owner::Agency {
                        name: value.to_owned(),
                    },
                };
            }
            _ => return Err(FieldFault::Unknown),
        }
        Ok(action)
    }
}
