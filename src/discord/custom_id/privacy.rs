//! Controls on a person's own page about privacy and data.

use crate::domain::controls::{Control, PrivacyControl};

pub(super) fn encode(what: PrivacyControl) -> String {
    match what {
        PrivacyControl::Changes => "v1:privacy:changes".to_owned(),
        PrivacyControl::ChangesPage { page } => format!("v1:privacy:changes:{page}"),
        PrivacyControl::Erase => "v1:privacy:erase".to_owned(),
        PrivacyControl::Keep => "v1:privacy:keep".to_owned(),
    }
}

pub(super) fn parse(parts: &[&str]) -> Option<Control> {
    Some(Control::Privacy(match parts {
        ["changes"] => PrivacyControl::Changes,
        ["changes", page] => PrivacyControl::ChangesPage { page: page.parse().ok()? },
        ["erase"] => PrivacyControl::Erase,
        ["keep"] => PrivacyControl::Keep,
        _ => return None,
    }))
}
