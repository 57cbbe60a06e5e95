//! Controls on the comments of a sealed wave.

use crate::domain::controls::{CommentsControl, Control};
use crate::domain::ids::WaveId;

pub(super) fn encode(wave: WaveId, what: CommentsControl) -> String {
    match what {
        CommentsControl::Open => format!("v1:comments:open:{wave}"),
        CommentsControl::Group => format!("v1:comments:group:{wave}"),
        CommentsControl::Page { group, page } => format!("v1:comments:page:{wave}:{group}:{page}"),
    }
}

pub(super) fn parse(parts: &[&str]) -> Option<Control> {
    let (wave, what) = match parts {
        ["open", wave] => (wave, CommentsControl::Open),
        ["group", wave] => (wave, CommentsControl::Group),
        ["page", wave, group, page] => {
            (wave, CommentsControl::Page { group: group.parse().ok()?, page: page.parse().ok()? })
        }
        _ => return None,
    };
    Some(Control::Comments(wave.parse().ok()?, what))
}
