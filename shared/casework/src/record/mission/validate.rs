//! The check of each field of a mission's records.

use std::collections::BTreeSet;

use super::{
    AgreedAction, Finding, MissionRecord, OwnRating, Owner, Recommendation, SignOffBody, VisitTerms,
};
use crate::{
    assessment::{ActionStatus, EvidenceKind, Rating, template::is_id},
    record::{FieldError, Findings, Presence, Statement, validate::happened},
};
use Presence::{Optional, Required};

pub(in crate::record) fn record(findings: &mut Findings, record: &MissionRecord) {
    match record {
        MissionRecord::MissionOpened(opening) => opening.port.look(findings),
        MissionRecord::FacilityAdded { name, .. } => findings.title("name", name, Required),
        MissionRecord::VisitOpened(visit) => terms(findings, visit),
        MissionRecord::Rated(rated) => own_rating(findings, rated),
        MissionRecord::TeamRated { decisions, .. } => {
            findings.list("decisions", decisions, Required);
            let mut met = BTreeSet::new();
            for decision in decisions {
                criterion(findings, "decisions.criterion", &decision.criterion);
                rating_reason(
                    findings,
                    "decisions.reason",
                    decision.rating,
                    &decision.reason,
                );
                if !met.insert((decision.facility, &decision.criterion)) {
                    findings.invalid("decisions", &decision.criterion);
                }
            }
        }
        MissionRecord::ScenarioAssessed {
            scenario, reason, ..
        } => {
            criterion(findings, "scenario", scenario);
            findings.long("reason", reason, Required);
        }
        MissionRecord::FindingRaised(raised) => finding(findings, raised),
        MissionRecord::RecommendationMade(made) => recommendation(findings, made),
        MissionRecord::ActionAgreed(agreed) => action(findings, agreed),
        MissionRecord::ActionMoved { due, reason, .. } => {
            findings.date("due", due);
            findings.long("reason", reason, Required);
        }
        MissionRecord::ActionStatus {
            status,
            reason,
            proof,
            ..
        } => {
            let required = |given| if given { Required } else { Optional };
            let blocked = *status == ActionStatus::Blocked;
            findings.long("reason", reason, required(blocked));
            findings.long("proof", proof, required(*status == ActionStatus::Done));
        }
        MissionRecord::ActionVerified { reason, .. } => findings.long("reason", reason, Required),
        MissionRecord::MissionTold { port, visits } => {
            port.look(findings);
            findings.list("visits", visits, Optional);
            for visit in visits {
                term(findings, &visit.starts, &visit.ends);
            }
        }
        MissionRecord::ReportShared {
            report,
            comment_due,
            ..
        } => {
            report.look(findings);
            findings.date("comment_due", comment_due);
        }
        MissionRecord::HostCommented { text, .. } => findings.long("text", text, Required),
        MissionRecord::SilenceRecorded { .. } => {}
        MissionRecord::HostSigned { statement } | MissionRecord::AggregateSigned { statement } => {
            Statement::look(statement, findings);
        }
    }
}

pub(super) fn sign_off(body: &SignOffBody) -> Result<(), Vec<FieldError>> {
    let mut findings = Findings::default();
    findings.hexadecimal("report_hash", &body.report_hash, 32);
    happened(&mut findings, &body.happened);
    findings.finish()
}

fn terms(findings: &mut Findings, visit: &VisitTerms) {
    term(findings, &visit.starts, &visit.ends);
    findings.list("facilities", &visit.facilities, Optional);
    let met: BTreeSet<_> = visit.facilities.iter().collect();
    if met.len() < visit.facilities.len() {
        findings.invalid("facilities", "");
    }
}

fn term(findings: &mut Findings, starts: &str, ends: &str) {
    findings.date("starts", starts);
    findings.date("ends", ends);
    if ends < starts {
        findings.invalid("ends", ends);
    }
}

fn own_rating(findings: &mut Findings, rated: &OwnRating) {
    criterion(findings, "criterion", &rated.criterion);
    rating_reason(findings, "reason", rated.rating, &rated.reason);
    let met: BTreeSet<_> = rated.evidence.iter().collect();
    if met.len() < rated.evidence.len() || rated.evidence.len() > EvidenceKind::ALL.len() {
        findings.invalid("evidence", "");
    }
    findings.long("note", &rated.note, Optional);
}

fn rating_reason(findings: &mut Findings, field: &'static str, rating: Rating, reason: &str) {
    let presence = if rating.needs_reason() {
        Required
    } else {
        Optional
    };
    findings.long(field, reason, presence);
}

fn finding(findings: &mut Findings, finding: &Finding) {
    criterion(findings, "criterion", &finding.criterion);
    findings.title("title", &finding.title, Required);
    findings.long("text", &finding.text, Required);
}

fn recommendation(findings: &mut Findings, recommendation: &Recommendation) {
    findings.long("text", &recommendation.text, Required);
    findings.short("cost", &recommendation.cost, Optional);
    findings.short("donor", &recommendation.donor, Optional);
}

fn action(findings: &mut Findings, action: &AgreedAction) {
    findings.long("text", &action.text, Required);
    if let Owner::Agency { name } = &action.owner {
        findings.title("owner", name, Required);
    }
    findings.date("due", &action.due);
}

fn criterion(findings: &mut Findings, field: &'static str, id: &str) {
    if !is_id(id) {
        findings.invalid(field, id);
    }
}
