//! Controls around questions and worries.

use crate::domain::controls::{AskControl, Control, QuestionsControl, ReplyAt};

pub(super) fn encode(what: QuestionsControl) -> String {
    match what {
        QuestionsControl::Page { page } => format!("v1:questions:page:{page}"),
        QuestionsControl::Pick => "v1:questions:pick".to_owned(),
        QuestionsControl::Worries => "v1:questions:worries".to_owned(),
        QuestionsControl::Words { announcement } => format!("v1:questions:words:{announcement}"),
        QuestionsControl::WordsPage { announcement, page } => format!("v1:questions:words:{announcement}:{page}"),
        QuestionsControl::PickFear => "v1:questions:pick_fear".to_owned(),
        QuestionsControl::Add(at) => of_reply("add", at),
        QuestionsControl::Answer(at) => of_reply("answer", at),
        QuestionsControl::AnswerAll(at) => of_reply("answer_all", at),
        QuestionsControl::Decline(at) => of_reply("decline", at),
        QuestionsControl::Post(at) => of_reply("post", at),
        QuestionsControl::Discard(at) => of_reply("discard", at),
    }
}

fn of_reply(code: &str, at: ReplyAt) -> String {
    format!("v1:questions:{code}:{}:{}", at.id, at.revision)
}

pub(super) fn parse(parts: &[&str]) -> Option<Control> {
    let at = |id: &str, revision: &str| Some(ReplyAt { id: id.parse().ok()?, revision: revision.parse().ok()? });
    Some(Control::Questions(match parts {
        ["page", page] => QuestionsControl::Page { page: page.parse().ok()? },
        ["pick"] => QuestionsControl::Pick,
        ["worries"] => QuestionsControl::Worries,
        ["words", announcement] => QuestionsControl::Words { announcement: announcement.parse().ok()? },
        ["words", announcement, page] => {
            QuestionsControl::WordsPage { announcement: announcement.parse().ok()?, page: page.parse().ok()? }
        }
        ["pick_fear"] => QuestionsControl::PickFear,
        ["add", id, revision] => QuestionsControl::Add(at(id, revision)?),
        ["answer", id, revision] => QuestionsControl::Answer(at(id, revision)?),
        ["answer_all", id, revision] => QuestionsControl::AnswerAll(at(id, revision)?),
        ["decline", id, revision] => QuestionsControl::Decline(at(id, revision)?),
        ["post", id, revision] => QuestionsControl::Post(at(id, revision)?),
        ["discard", id, revision] => QuestionsControl::Discard(at(id, revision)?),
        _ => return None,
    }))
}

pub(super) fn encode_ask(what: AskControl) -> String {
    match what {
        AskControl::Department => "v1:ask:department".to_owned(),
        AskControl::Form(None) => "v1:ask:form".to_owned(),
        AskControl::Form(Some(department)) => format!("v1:ask:form:{department}"),
    }
}

pub(super) fn parse_ask(parts: &[&str]) -> Option<Control> {
    Some(Control::Ask(match parts {
        ["department"] => AskControl::Department,
        ["form"] => AskControl::Form(None),
        ["form", department] => AskControl::Form(Some(department.parse().ok()?)),
        _ => return None,
    }))
}
