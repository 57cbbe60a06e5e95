//! Fixed results and words for this room's tests.

use std::collections::BTreeMap;

use chrono::{TimeZone, Utc};

use super::summary::{Extras, GroupExtras, Reach, Summary, summarise};
use super::words::Words;
use crate::domain::labels::{FearCode, Measure, Theme};
use crate::domain::pulses::ItemId;
use crate::domain::snapshot::{
    Balance, Cell, CoarseShare, CommentResult, CommentTone, FearResult, Group, GroupResult, Histogram, ItemResult,
    Named, Side, Snapshot,
};

pub(super) fn department(name: &str) -> Group {
    Group::Department(name.to_owned())
}

pub(super) fn item(number: usize, measure: Measure, cell: Cell) -> ItemResult {
    let item = ItemId::try_from(format!("item_{number}")).expect("a valid id");
    ItemResult { item, measure, cell, answers: None }
}

/// `favourable` of `n`, spread over the points.
pub(super) fn shown(favourable: u32, n: u32) -> Cell {
    let rest = n - favourable;
    let histogram = [rest / 3, rest - rest / 3 - rest / 4, rest / 4, favourable - favourable / 3, favourable / 3];
    Cell::Shown(Histogram(histogram))
}

pub(super) fn result(name: &str, eligible: u32, answered: u32, items: Vec<ItemResult>) -> GroupResult {
    GroupResult {
        group: department(name),
        eligible,
        present: None,
        most: None,
        is_outgrown: false,
        answered: Some(answered / 5 * 5),
        is_open: false,
        items,
        fears: None,
    }
}

pub(super) fn hide(result: &mut GroupResult) {
    result.answered = None;
    result.fears = None;
    for item in &mut result.items {
        item.cell = Cell::Hidden;
    }
}

/// A department with one item per measure at these favourable shares, in per cent, and two fears.
pub(super) fn plain(name: &str, eligible: u32, answered: u32, shares: [u32; 4], fears: [FearCode; 2]) -> GroupResult {
    let cell = |percent: u32| shown((answered * percent + 50) / 100, answered);
    let items = Measure::ALL.iter().zip(shares).enumerate().map(|(i, (m, p))| item(i, *m, cell(p))).collect();
    let named = vec![(fears[0], Named::Count(answered * 2 / 5)), (fears[1], Named::Count(answered / 4))];
    let fears = Some(FearResult { answered, named });
    GroupResult { fears, ..result(name, eligible, answered, items) }
}

fn whole(groups: &[GroupResult]) -> GroupResult {
    let sum = |f: fn(&GroupResult) -> u32| groups.iter().map(f).sum::<u32>();
    let answered = sum(|g| g.answered.unwrap_or(4));
    let fears = [FearCode::Workload, FearCode::Tool];
    GroupResult { group: Group::Company, ..plain("", sum(|g| g.eligible), answered, [58, 52, 45, 38], fears) }
}

fn snapshot(groups: Vec<GroupResult>) -> Snapshot {
    Snapshot {
        threshold: 5,
        company: whole(&groups),
        groups,
        pooled: Vec::new(),
        comments: Vec::new(),
        reports: Vec::new(),
    }
}

/// Seven departments, one of them too small to show.
pub(super) fn seven_snapshot() -> Snapshot {
    use FearCode::{Customer, Incentive, JobLoss, Process, Skill, Tool, Turf, Workload};
    let mut groups = vec![
        plain("Sales", 38, 29, [45, 40, 30, 25], [Incentive, Turf]),
        plain("Marketing", 18, 15, [85, 78, 70, 65], [Workload, Tool]),
        plain("Customer Service", 31, 26, [72, 42, 55, 40], [Workload, Skill]),
        plain("Field Service", 24, 17, [28, 35, 20, 15], [JobLoss, Process]),
        plain("Finance & Controlling", 14, 11, [55, 72, 50, 45], [Process, Tool]),
        plain("IT", 11, 9, [66, 70, 60, 60], [Tool, Customer]),
        plain("Legal", 4, 4, [50, 50, 50, 50], [Tool, Process]),
    ];
    groups[1].items[1].cell = Cell::Band(Side::Favourable);
    groups[5].items[3].cell = Cell::Hidden;
    hide(&mut groups[6]);
    let mut snapshot = snapshot(groups);
    snapshot.comments = vec![comments(Group::Company, 35), comments(department("Sales"), 25)];
    snapshot.comments[1].has_unjudged = true;
    snapshot.reports = vec![comments(department("Customer Service"), 10)];
    snapshot
}

/// Some comments, most of them about trouble.
fn comments(group: Group, comments: u32) -> CommentResult {
    let share = |percent, low, high| CoarseShare { percent, low, high };
    let tone = CommentTone {
        negative: share(60, 35, 80),
        neutral: share(15, 0, 35),
        positive: share(25, 10, 45),
        balance: Some(Balance { points: -35, low: -65, high: 0 }),
        is_unsure: false,
    };
    CommentResult {
        group,
        comments,
        tone: Some(tone),
        themes: vec![Theme::Incentive, Theme::Tool, Theme::Support],
        has_unjudged: false,
        has_unread: false,
    }
}

fn seven_before() -> Snapshot {
    use FearCode::{Incentive, JobLoss, Process, Skill, Tool, Workload};
    let groups = vec![
        plain("Sales", 38, 31, [85, 45, 25, 25], [Incentive, JobLoss]),
        plain("Marketing", 18, 14, [70, 70, 20, 55], [Workload, Tool]),
        plain("Customer Service", 31, 24, [30, 40, 20, 35], [Workload, Skill]),
        plain("Field Service", 26, 17, [35, 40, 20, 15], [JobLoss, Process]),
        plain("Finance & Controlling", 14, 12, [50, 70, 45, 45], [Process, Tool]),
    ];
    snapshot(groups)
}

pub(super) fn extras() -> Extras {
    let of = |name: &str, understood, headcount, worries, champion_reports| {
        let reach = Some(Reach { understood, headcount, is_partial: false });
        (department(name), GroupExtras { reach, worries, champion_reports, metric_conflicts: 0 })
    };
    let groups = BTreeMap::from([
        of("Sales", 30, 38, 6, 3),
        of("Marketing", 17, 18, 0, 1),
        of("Customer Service", 25, 31, 2, 14),
        of("Field Service", 8, 24, 5, 0),
        of("Legal", 3, 4, 123, 321),
    ]);
    Extras {
        title: "How we feel about the new CRM".to_owned(),
        set: "Around go-live".to_owned(),
        closed_at: Utc.with_ymd_and_hms(2026, 11, 20, 17, 0, 0).single().expect("a moment"),
        zone: chrono_tz::Europe::Berlin,
        groups,
    }
}

pub(super) fn seven() -> Summary {
    summarise(&seven_snapshot(), Some(&seven_before()), &extras())
}

/// Two departments, and two more pooled in "Other".
pub(super) fn pooled() -> Summary {
    let mut snapshot = named_snapshot(&["Sales", "Service", "rest"]);
    snapshot.groups[2].group = Group::Other;
    snapshot.pooled = vec!["Legal".to_owned(), "Works council".to_owned()];
    summarise(&snapshot, None, &extras())
}

/// As many departments as `names`, scores spread from good to bad.
pub(super) fn named(names: &[&str]) -> Summary {
    summarise(&named_snapshot(names), None, &extras())
}

pub(super) fn named_snapshot(names: &[&str]) -> Snapshot {
    let spread = |i: usize| u32::try_from(i * 4 % 80).expect("small");
    let group = |(i, name): (usize, &&str)| {
        let shares = [90 - spread(i), 85 - spread(i + 3), 80 - spread(2 * i), 70 - spread(3 * i) / 2];
        plain(name, 25, 20, shares, [FearCode::ALL[i % 10], FearCode::ALL[(i + 3) % 10]])
    };
    snapshot(names.iter().enumerate().map(group).collect())
}

pub(super) fn twenty() -> Summary {
    named(&[
        "Sales North",
        "Sales South",
        "Sales East",
        "Sales West",
        "Inside Sales",
        "Key Accounts",
        "Marketing",
        "Product Management",
        "Customer Service",
        "Field Service",
        "Spare Parts",
        "Logistics",
        "Purchasing",
        "Finance",
        "Controlling",
        "Legal",
        "People & Culture",
        "Information Technology",
        "Quality",
        "Research",
    ])
}

/// Names that are long, wide, right to left, without glyphs, or hostile.
pub(super) fn odd() -> Summary {
    named(&[
        "Zoë Müller & Söhne <Vertrieb>",
        "Kundendienst und technische Beratung Süd",
        "営業部",
        "Отдел продаж",
        "قسم المبيعات",
        "```\u{202e}@everyone\u{200b}",
        "Donaudampfschifffahrtsgesellschaftsabtlg",
        "🚀 Growth",
    ])
}

pub(super) fn words() -> Words {
    let text = |key: &str| -> &'static str {
        match key {
            "summary.word.company" => "Everybody",
            "summary.word.pooled" => "Other",
            "summary.word.closed" => "Closed",
            "summary.word.answered" => "Answered",
            "summary.word.scale" => "Favourable answers in %; small: 95 % interval",
            "summary.word.figures_note" => "Favourable answers in %",
            "summary.word.fear_note" => "under a name: the fear named most",
            "summary.word.scale_low" => "less favourable",
            "summary.word.scale_high" => "more favourable",
            "summary.word.too_few" => "too few",
            "summary.word.hidden" => "Too few answers to show",
            "summary.word.threshold" => "Smallest number of answers shown",
            "summary.word.best" => "best",
            "summary.word.worrying" => "most worrying",
            "summary.word.at_least_80" => "at least 80 %",
            "summary.word.at_most_20" => "at most 20 %",
            "summary.word.fears_label" => "Top fears",
            "summary.word.reach" => "Reach",
            "summary.word.reach_partial" => "Reach, larger departments",
            "summary.word.about_note" => "~ about: nearly all agree on a part",
            "summary.word.bands_note" => "≥80 nearly everybody, ≤20 hardly anybody",
            "summary.word.no_sign_note" => "no sign: not comparable",
            "summary.word.nothing_earlier" => "No earlier result to compare with",
            "summary.word.tone_unclear_note" => "± too close to call",
            "summary.word.worries" => "Worries",
            "summary.word.reports_told" => "Until the pulse closed",
            "summary.word.reports_about" => "They tell of",
            "summary.word.reports_note" => "How reports sound is told from ten on.",
            "summary.word.champion_reports" => "Champion reports",
            "summary.word.comments" => "Comments",
            "summary.word.tone" => "Tone",
            "summary.word.tone_note" => "Tone: good news minus trouble in comments, −100 to +100",
            "summary.word.tone_in_words" => "good news minus trouble in comments",
            "summary.word.hardly_any" => "hardly any",
            "summary.word.nearly_all" => "nearly all",
            "summary.word.comments_bad" => "trouble",
            "summary.word.comments_neither" => "neither",
            "summary.word.comments_good" => "good news",
            "summary.word.comments_unsure" => "half or more are hard to judge",
            "summary.word.comments_unjudged" => "some have no words, or are not in English",
            "summary.word.comments_unread" => "some were not read",
            "summary.word.comments_no_tone" => "too few, or it could be worked out from others",
            "summary.word.comments_about" => "They write about",
            "sentiment.praise.value" => "what it brings",
            "sentiment.praise.support" => "help",
            "sentiment.praise.engaged" => "being ready",
            "summary.word.next" => "Next",
            "summary.word.why" => "Why",
            "summary.word.row" => "Row",
            "summary.word.more" => "More in the table.",
            "common.measure.attitude.label" => "Attitude",
            "summary.measure.attitude" => "Att",
            "common.measure.attitude.plain" => "Do people want it?",
            "common.measure.conditions.label" => "Conditions",
            "summary.measure.conditions" => "Cond",
            "common.measure.conditions.plain" => "Does work let people change?",
            "common.measure.adoption.label" => "Adoption",
            "summary.measure.adoption" => "Adop",
            "common.measure.adoption.plain" => "Do people work the new way?",
            "common.measure.ownership.label" => "Ownership",
            "summary.measure.ownership" => "Own",
            "common.measure.ownership.plain" => "Are people asked?",
            "common.fear.turf.label" => "territory",
            "common.fear.process.label" => "way of working",
            "common.fear.role.label" => "role",
            "common.fear.skill.label" => "skills",
            "common.fear.workload.label" => "workload",
            "common.fear.job_loss.label" => "job loss",
            "common.fear.incentive.label" => "incentives",
            "common.fear.tool.label" => "the tool",
            "common.fear.leadership.label" => "leadership",
            "common.fear.customer.label" => "customers",
            "summary.trend.rose" => "rose",
            "summary.trend.fell" => "fell",
            "summary.trend.no_clear_change" => "no clear change",
            "summary.trend.nothing_to_compare" => "not comparable",
            "summary.advice.too_few_answers" => "Gather more answers before you decide.",
            "summary.advice.fix_metrics" => "Mend the targets that reward the old way.",
            "summary.advice.tell_again" => "Say it again, in other words and from another sender.",
            "summary.advice.listen_first" => "Listen before you train: meet them and ask what stands in the way.",
            "summary.advice.train_and_free_time" => "Train, and free time for it.",
            "summary.advice.help_unlearn" => "Help people to stop the old way.",
            "summary.advice.ask_for_input" => "Ask for input and show what became of it.",
            "summary.advice.keep_going" => "Keep going.",
            "summary.reason.no_score" => "Too few answered to score attitude or conditions.",
            "summary.reason.incentive_fear" => "Many fear that they are measured for the opposite.",
            "summary.reason.metric_conflicts" => "Champions report conflicting targets.",
            "summary.reason.not_reached" => "Fewer than half have taken the message in.",
            "summary.reason.attitude_behind" => "They could, but are not convinced.",
            "summary.reason.conditions_behind" => "They want to, but lack skills, time or support.",
            "summary.reason.both_low" => "Neither attitude nor conditions are there.",
            "summary.reason.attitude_low" => "Fewer than half are convinced.",
            "summary.reason.conditions_low" => "Work is set up for fewer than half.",
            "summary.reason.attitude_alone" => "Not convinced; conditions can't be shown.",
            "summary.reason.conditions_alone" => "They lack skills, time or support; attitude can't be shown.",
            "summary.reason.half_known" => "What can be shown is good; the rest can't.",
            "summary.reason.old_way" => "Still working the old way.",
            "summary.reason.adoption_low" => "Willing and able, but still working the old way.",
            "summary.reason.ownership_low" => "They feel that nobody asked them.",
            "summary.reason.middling" => "Neither low nor good yet.",
            "summary.reason.all_good" => "Attitude and conditions are good.",
            other => panic!("no word for {other}"),
        }
    };
    Words::fill(|key| text(key).to_owned())
}
