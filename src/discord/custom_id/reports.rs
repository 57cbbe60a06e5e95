//! Controls around champions' reports.

use crate::domain::controls::{Control, ReportControl};
use crate::domain::reports::Subject;

pub(super) fn encode(what: ReportControl) -> String {
    match what {
        ReportControl::Department(subject) => format!("v1:report:department:{}", codes(subject)),
        ReportControl::Form(subject, department) => format!("v1:report:form:{}:{department}", codes(subject)),
        ReportControl::Change(report) => format!("v1:report:change:{report}"),
        ReportControl::Helped(report, helped) => format!("v1:report:helped:{report}:{helped}"),
        ReportControl::Withdraw(report) => format!("v1:report:withdraw:{report}"),
    }
}

pub(super) fn parse(parts: &[&str]) -> Option<Control> {
    let what = match parts {
        ["department", kind, about, severity] => ReportControl::Department(subject(kind, about, severity)?),
        ["form", kind, about, severity, department] => {
            ReportControl::Form(subject(kind, about, severity)?, department.parse().ok()?)
        }
        ["change", report] => ReportControl::Change(report.parse().ok()?),
        ["helped", report, helped] => ReportControl::Helped(report.parse().ok()?, helped.parse().ok()?),
        ["withdraw", report] => ReportControl::Withdraw(report.parse().ok()?),
        _ => return None,
    };
    Some(Control::Report(what))
}

fn codes(subject: Subject) -> String {
    format!("{}:{}:{}", subject.kind, subject.about, subject.severity)
}

fn subject(kind: &str, about: &str, severity: &str) -> Option<Subject> {
    Some(Subject { kind: kind.parse().ok()?, about: about.parse().ok()?, severity: severity.parse().ok()? })
}
