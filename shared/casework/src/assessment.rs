//! Assessing a port: what is asked ([`template`]), what is answered ([`rating`]), and what the answers
//! come to ([`score`], [`risk`]), for the host authority ([`report`]) and the programme ([`aggregate`]).
//!
//! Every figure is an exact integer or a fraction of two; percentages are rounded once, for showing.
//! Nothing that was not looked at has a figure.

pub mod action;
pub mod aggregate;
pub mod port;
pub mod rating;
pub mod report;
pub mod risk;
pub mod score;
pub mod template;
pub mod visit;

pub use action::{Accepted, ActionDays, ActionStatus, OnTime, Priority, Severity, UntilVerified};
pub use aggregate::{ActionLine, AggregateBody, DomainTally, FindingCounts, HostStanding};
pub use port::PortRef;
pub use rating::{EvidenceKind, Mark, Rating};
pub use report::{
    ReleasableReport, ReportDomain, ReportFinding, ReportRecommendation, ReportScenario,
};
pub use risk::{Band, Confidence, DomainFigures, Judgement, Level, Risk};
pub use score::{Cell, CellRating, Cells, Tally};
pub use template::{Criterion, Domain, Scenario, Template, TemplateFault, TemplateVersion, Words};
pub use visit::{Reach, VisitKind, VisitSummary};
