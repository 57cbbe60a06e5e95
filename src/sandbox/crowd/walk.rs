//! How people find their way through a pulse: by what stands on the screen, as people do, never by knowing the bot.

use std::collections::BTreeMap;

use anyhow::{Context, bail};

use crate::domain::labels::FearCode;
use crate::domain::pulses::{Item, MAX_FEARS};
use crate::sandbox::company::Answer;
use crate::sandbox::language::{Member, Message, Reply};
use crate::texts::{Catalogue, Language, Values};
use crate::values;

/// More screens than any pulse has: a person who is still there is lost.
const MOST_SCREENS: usize = 40;

/// The words on the screens of a pulse.
#[derive(Debug)]
pub(in crate::sandbox) struct Signs {
    pub(in crate::sandbox) answer: String,
    begin: String,
    points: [String; 5],
    cant_say: String,
    fears_hint: String,
    no_fears: String,
    next: String,
    write: String,
    finish: String,
    pub(in crate::sandbox) change: String,
    fears: BTreeMap<FearCode, String>,
    items: Vec<Item>,
}

/// What a person does on a screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::sandbox) enum Step {
    /// Press the button with this label.
    Press(String),
    /// Choose these in the list of fears.
    Choose(Vec<String>),
    /// Press the first and write the comment into the form that opens.
    Write(String, String),
    /// It is over.
    Done,
}

impl Signs {
    /// The signs of the default pulse, from the texts that the bot speaks with.
    pub(in crate::sandbox) fn of(texts: &Catalogue) -> anyhow::Result<Self> {
        let set = texts.question_set(&Language::english(), "default").context("there is no default question set")?;
        Ok(Self::with(texts, set.items.clone()))
    }

    /// The signs of every pulse that there could be: the statements of all question sets.
    pub(in crate::sandbox) fn of_every_set(texts: &Catalogue) -> Self {
        let mut items: Vec<Item> = Vec::new();
        for item in texts.question_sets(&Language::english()).into_iter().flat_map(|set| &set.items) {
            if items.iter().all(|known| known.text != item.text) {
                items.push(item.clone());
            }
        }
        Self::with(texts, items)
    }

    fn with(texts: &Catalogue, items: Vec<Item>) -> Self {
        let english = Language::english();
        let say = |key: &str, values: Values| texts.say(&english, key, values);
        let fear = |fear: &FearCode| (*fear, say(&format!("common.fear.{}.label", fear.code()), values! {}));
        Self {
            answer: say("pulse.post.answer", values! {}),
            begin: say("pulse.start.begin", values! {}),
            points: [1, 2, 3, 4, 5].map(|point| say(&format!("common.scale.point_{point}"), values! {})),
            cant_say: say("common.answer.cant_say", values! {}),
            fears_hint: say("pulse.fears.hint", values! { max => MAX_FEARS }),
            no_fears: say("pulse.fears.none", values! {}),
            next: say("pulse.fears.next", values! {}),
            write: say("pulse.comment.write", values! {}),
            finish: say("pulse.comment.finish", values! {}),
            change: say("pulse.end.change", values! {}),
            fears: FearCode::ALL.iter().map(fear).collect(),
            items,
        }
    }

    /// The statements, in order.
    pub(in crate::sandbox) fn items(&self) -> &[Item] {
        &self.items
    }

    /// What somebody with this on their mind does on this screen.
    pub(in crate::sandbox) fn step(
        &self,
        screen: &Reply,
        answer: &Answer,
        comment: Option<&str>,
    ) -> anyhow::Result<Step> {
        let (text, buttons) = (screen.all_text(), screen.buttons());
        let there = |label: &String| buttons.iter().any(|button| button.label == *label);
        // One statement may begin as another does; the longer one is meant then.
        let shown = (0..self.items.len()).filter(|number| text.contains(&self.items[*number].text));
        let asked = shown.max_by_key(|number| self.items[*number].text.len());
        if let (Some(number), true) = (asked, there(&self.cant_say)) {
            let point = answer.points[number].map(|point| self.points[usize::from(point) - 1].clone());
            return Ok(Step::Press(point.unwrap_or_else(|| self.cant_say.clone())));
        }
        if there(&self.begin) {
            return Ok(Step::Press(self.begin.clone()));
        }
        if let Some(select) = screen.selects().iter().find(|select| select.placeholder == self.fears_hint) {
            if select.choices.iter().any(|choice| choice.chosen) {
                return Ok(Step::Press(self.next.clone()));
            }
            let named: Vec<_> = answer.fears.iter().map(|fear| self.fears[fear].clone()).collect();
            return Ok(if named.is_empty() { Step::Press(self.no_fears.clone()) } else { Step::Choose(named) });
        }
        if there(&self.finish) {
            let write = comment.filter(|_| there(&self.write));
            return Ok(match write {
                Some(comment) => Step::Write(self.write.clone(), comment.to_owned()),
                None => Step::Press(self.finish.clone()),
            });
        }
        if there(&self.change) {
            return Ok(Step::Done);
        }
        bail!("somebody stands before a screen without a way on:\n{}", screen.rendered())
    }

    /// Whether this is the first screen of somebody who has not begun yet.
    pub(in crate::sandbox) fn is_beginning(&self, screen: &Reply) -> bool {
        screen.buttons().iter().any(|button| button.label == self.begin)
    }

    /// Someone presses *Answer privately* and goes through the whole pulse, or only through the first `screens`.
    pub(in crate::sandbox) async fn walk(
        &self,
        person: &Member,
        post: &Message,
        answer: &Answer,
        comment: Option<&str>,
        screens: Option<usize>,
    ) -> anyhow::Result<Reply> {
        let screen = person.clicks(post, &self.answer).await?;
        self.go_on(person, screen, answer, comment, screens).await
    }

    /// Someone goes on from this screen, to the end or through the next `screens`.
    pub(in crate::sandbox) async fn go_on(
        &self,
        person: &Member,
        mut screen: Reply,
        answer: &Answer,
        comment: Option<&str>,
        screens: Option<usize>,
    ) -> anyhow::Result<Reply> {
        for _ in 0..screens.unwrap_or(MOST_SCREENS) {
            screen = match self.step(&screen, answer, comment)? {
                Step::Press(label) => person.clicks(&screen, &label).await?,
                Step::Choose(fears) => {
                    let fears: Vec<_> = fears.iter().map(String::as_str).collect();
                    person.selects(&screen, &self.fears_hint, &fears).await?
                }
                Step::Write(button, comment) => {
                    let form = person.clicks(&screen, &button).await?.form().context("the comment's form")?;
                    let field = form.fields.first().context("a field for the comment")?.custom_id.clone();
                    person.submits(&form, &[(&field, &comment)]).await?
                }
                Step::Done => return Ok(screen),
            };
        }
        if screens.is_none() {
            bail!("somebody lost the way:\n{}", screen.rendered());
        }
        Ok(screen)
    }

    /// The hint in the list of fears, by which people find it.
    pub(in crate::sandbox) fn fears_hint(&self) -> &str {
        &self.fears_hint
    }
}
