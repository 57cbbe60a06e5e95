//! **What one comment said, from what all said.** The attacker reads how comments sound, per department and in all, over
//! as many waves as they like, knows the engine and the rules, and has one colleague's comment in mind.
//!
//! Leads can read the comments themselves; what must not come about is a figure that tells one comment's tone, or a
//! group's that has too few, once comments are deleted or for whoever has the figures only.

use std::sync::Arc;

use groundswell::domain::comment_tone::{CommentReading, Confusion};
use groundswell::domain::ids::DepartmentId;
use groundswell::domain::labels::{Theme, Tone};
use groundswell::domain::pulses::Response;
use groundswell::domain::snapshot::{CommentResult, Group};
use groundswell::privacy::coarsen::{AskedDepartment, Partition};
use groundswell::privacy::comment_tone::Voice;
use groundswell::privacy::thresholds::Thresholds;
use groundswell::privacy::tokens::Token;
use groundswell::privacy::{answers, comment_tone, comments};
use groundswell::sandbox::language::Member;
use groundswell::service::Services;
use groundswell::service::pulses::answering;
use groundswell::service::readings::queue;
use rand::SeedableRng;
use rand_chacha::ChaCha20Rng;

use super::crowd::{self, Crowd, first};
use super::read;
use crate::support::pulses::{Says, all_answer, closes, guild, launched, post, services};

/// Right four times in five.
const CONFUSION: Confusion = [[80.0, 15.0, 5.0], [15.0, 70.0, 15.0], [5.0, 15.0, 80.0]];

/// What a comment of this number says: a third each, about the tool; every fourth is in another language.
fn reading(number: usize) -> CommentReading {
    let tone = (number % 4 != 3).then_some(Tone::ALL[number % 3]);
    CommentReading { engine: "1".to_owned(), tone, confident: true, themes: vec![Theme::Tool] }
}

/// The results of departments with so many comments each, twenty people answering in each; released as the seal does it.
/// Beside each group's name stands how many of its released comments have a tone.
fn sealed(counts: &[usize]) -> (Vec<CommentResult>, Vec<(Group, usize)>) {
    let id = |place: usize| DepartmentId::new(i64::try_from(place).expect("few") + 1).expect("from 1");
    let asked: Vec<_> = (0..counts.len())
        .map(|place| AskedDepartment { id: id(place), name: format!("D{place}"), eligible: 30, holders: None })
        .collect();
    let partition = Partition::at_launch(&asked, Thresholds::default());
    let mut responses = Vec::new();
    for (place, &count) in counts.iter().enumerate() {
        for number in 0..20 {
            let mut response = Response::new(id(place));
            response.comment = (number < count).then(|| number.to_string());
            responses.push((partition.group_of(id(place)), response));
        }
    }
    let mut random = ChaCha20Rng::seed_from_u64(1);
    let released = comments::release(&partition, &responses, Thresholds::default(), &mut random);
    let number = |text: &str| text.parse::<usize>().expect("a number");
    let read: Vec<_> = released.iter().map(|c| (c.group.clone(), Some(reading(number(&c.text))))).collect();
    let mut judged: Vec<(Group, usize)> = Vec::new();
    for (group, reading) in &read {
        let one = usize::from(reading.as_ref().is_some_and(|reading| reading.tone.is_some()));
        match judged.iter_mut().find(|(known, _)| known == group) {
            Some((_, count)) => *count += one,
            None => judged.push((group.clone(), one)),
        }
    }
    (comment_tone::results(&read, Thresholds::default(), &CONFUSION), judged)
}

#[test]
fn p2_p3_no_tone_of_under_ten_is_shown_or_left_over_in_any_split_of_comments() {
    let (mut worlds, mut shown, mut least) = (0, 0, usize::MAX);
    for code in 0..21_usize.pow(3) {
        let counts = [code % 21, code / 21 % 21, code / 441];
        let (results, judged) = sealed(&counts);
        let tone_of = |group: &Group| results.iter().any(|result| result.group == *group && result.tone.is_some());
        let all: usize = judged.iter().map(|(_, count)| count).sum();
        // Comments of groups with too few stand under everybody's name in `judged`, and have no line of their own.
        let alone = judged.iter().filter(|(group, _)| *group != Group::Company && tone_of(group));
        let told: Vec<usize> = alone.map(|(_, count)| *count).collect();
        assert!(told.iter().all(|count| *count >= 10), "{counts:?}: {judged:?}");
        if tone_of(&Group::Company) {
            let left = all - told.iter().sum::<usize>();
            assert!(all >= 10 && (left == 0 || left >= 10), "{counts:?}: {left} are left over");
            least = least.min(if left == 0 { usize::MAX } else { left });
        }
        shown += told.len();
        worlds += 1;
    }
    println!("{worlds} splits, {shown} departments' tones shown; fewest comments left over: {least}");
    assert!(shown > 0 && least >= 10);
}

#[test]
fn p7_every_figure_is_a_step_of_five_and_themes_have_no_number() {
    for counts in [[20, 17, 13], [11, 0, 19], [20, 20, 20]] {
        let (results, _) = sealed(&counts);
        assert!(!results.is_empty());
        for result in results {
            assert_eq!(result.comments % 5, 0);
            let shares = result.tone.into_iter().flat_map(|tone| [tone.negative, tone.neutral, tone.positive]);
            for share in shares {
                assert!([share.percent, share.low, share.high].iter().all(|n| n % 5 == 0), "{share:?}");
            }
        }
    }
}

/// What is stored of a person, opened with the keys that the operator has while the pulse is open.
async fn stored(crowd: &Crowd, number: usize) -> (Vec<u8>, Response) {
    let token = crowd.tokens()[number];
    let rows = crowd::rows(&crowd.folder()).await;
    let (_, sealed) = rows.into_iter().find(|(known, _)| *known == token).expect("a row");
    let response = answers::decrypt(&crowd.keys(), first(), &Token::from_bytes(token), &sealed).expect("opens");
    (sealed, response)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_finished_row_is_written_again_whether_it_has_a_comment_or_not() {
    let crowd = Crowd::gathered().await;
    for number in 0..2 {
        crowd.answers(number).await;
    }
    let actor = |number: usize| &crowd.people[number].actor;
    let text = "The new system is far too slow, and nobody helps us.";
    answering::comment(&crowd.services, actor(0), first(), text).await.expect("saved");
    for number in 0..2 {
        answering::complete(&crowd.services, actor(number), first()).await.expect("saved");
    }
    let before = [stored(&crowd, 0).await.0, stored(&crowd, 1).await.0];
    queue::read_waiting(&crowd.services).await;
    let after = [stored(&crowd, 0).await, stored(&crowd, 1).await];
    for (before, (after, _)) in before.iter().zip(&after) {
        assert!(before != after && before.len() == after.len(), "told apart by whether it was written again");
    }
    let reading = after[0].1.reading.as_ref().expect("it was read");
    assert_eq!(reading.tone, Some(Tone::Negative));
    assert!(after[1].1.reading.is_none());

    // Other words have no reading until somebody reads them.
    answering::comment(&crowd.services, actor(0), first(), "We start in May.").await.expect("saved");
    assert!(stored(&crowd, 0).await.1.reading.is_none());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_waited_when_the_program_stopped_is_read_when_it_runs_again_and_does_not_stand_out() {
    let crowd = Crowd::gathered().await;
    let actor = |number: usize| &crowd.people[number].actor;
    for number in 0..2 {
        crowd.answers(number).await;
    }
    answering::comment(&crowd.services, actor(0), first(), "We start in May.").await.expect("saved");
    for number in 0..2 {
        answering::complete(&crowd.services, actor(number), first()).await.expect("saved");
    }
    let before = [stored(&crowd, 0).await.0, stored(&crowd, 1).await.0];
    let again = Services { unread: Arc::default(), ..crowd.services.clone() };
    queue::read_waiting(&again).await;
    let after = [stored(&crowd, 0).await, stored(&crowd, 1).await];
    assert!(before.iter().zip(&after).all(|(before, (after, _))| before != after), "told apart by what was written");
    assert!(after[0].1.reading.is_some() && after[1].1.reading.is_none());

    // Once all is read, nothing is written.
    queue::read_waiting(&Services { unread: Arc::default(), ..again }).await;
    assert!(stored(&crowd, 0).await.0 == after[0].0 && stored(&crowd, 1).await.0 == after[1].0);
}

#[tokio::test(flavor = "multi_thread")]
async fn p2_p10_the_summary_says_how_ten_comments_sound_together_and_quotes_none() {
    let stage = launched().await;
    let company = &stage.company;
    let says =
        Says { points: "Agree", fears: &[], comment: Some("The new system is far too slow, and nobody helps us.") };
    all_answer(&company.sales.people, &post(&company.sales.channel).await, says).await;
    all_answer(&company.service.people, &post(&company.service.channel).await, Says { comment: None, ..says }).await;
    closes(&company.lead).await;
    company.leads_channel.shows("In short").await.expect("told");
    let whole = read(&company.lead.runs("sentiment summary", &[]).await.expect("answered")).await;
    for part in ["Comments 10–14:", "trouble nearly all 55–100"] {
        assert!(whole.contains(part), "{part}: {whole}");
    }
    assert!(!whole.contains("far too slow") && !whole.contains("nobody helps"), "{whole}");
}

/// So many reports of a champion for a department, each with a tone.
fn filed(department: usize, champion: u64, count: usize) -> Vec<Voice> {
    let group = Group::Department(format!("D{department}"));
    (0..count).map(|at| Voice { group: group.clone(), author: champion, reading: Some(reading(4 * at)) }).collect()
}

/// What of these reports nobody but their authors knows, at least: whoever filed the most takes their own away.
fn unknown(voices: &[&Voice]) -> usize {
    let of = |author: u64| voices.iter().filter(|voice| voice.author == author).count();
    voices.len() - voices.iter().map(|voice| of(voice.author)).max().unwrap_or(0)
}

#[test]
fn p2_p3_no_reports_of_a_few_champions_are_told_or_left_over_in_any_split() {
    let (mut worlds, mut shown, mut least) = (0, 0, usize::MAX);
    for code in 0..3_usize.pow(9) {
        // Four champions each in two departments; the first one files for a third, too.
        let count = |slot: u32| [0, 2, 12][code / 3_usize.pow(slot) % 3];
        let of = |slot: u32| filed(slot as usize / 4, u64::from(slot % 8), count(slot));
        let voices: Vec<Voice> = (0..9).flat_map(of).collect();
        let results = comment_tone::together(&voices, Thresholds::default(), &CONFUSION);
        let tone_of = |group: &Group| results.iter().any(|result| result.group == *group && result.tone.is_some());
        let (alone, rest): (Vec<&Voice>, Vec<&Voice>) = voices.iter().partition(|voice| tone_of(&voice.group));
        for place in 0..3 {
            let group = Group::Department(format!("D{place}"));
            let own: Vec<_> = alone.iter().copied().filter(|voice| voice.group == group).collect();
            if !own.is_empty() {
                least = least.min(unknown(&own));
                shown += 1;
            }
        }
        if tone_of(&Group::Company) && !rest.is_empty() {
            least = least.min(unknown(&rest));
        }
        worlds += 1;
    }
    println!("{worlds} splits, {shown} departments' tones shown; fewest reports that a champion doesn't know: {least}");
    assert!(shown > 0 && least >= 5, "{least}");
}

/// A champion reports.
async fn reports(champion: &Member, heard: &str) {
    let doubt = [("kind", "doubt"), ("about", "tool"), ("severity", "2")];
    let form = champion.runs("champion report", &doubt).await.expect("answered").form().expect("a form");
    let filed = champion.submits(&form, &[("What did you hear?", heard)]).await.expect("answered");
    assert!(filed.rendered().contains(heard), "{}", filed.rendered());
}

#[tokio::test(flavor = "multi_thread")]
async fn p1_p16_reports_are_told_together_as_of_the_close_and_one_more_changes_no_figure() {
    let mut stage = launched().await;
    let company = &stage.company;
    let heard = [
        "The new system is far too slow, and nobody helps us.",
        "The new system is terrible, and everybody hates it.",
        "Everything is worse than before, and nobody listens to us.",
    ];
    for champion in &company.sales.people[..4] {
        champion.gets(&company.champion_role());
        for heard in heard {
            reports(champion, heard).await;
        }
    }
    let says =
        Says { points: "Agree", fears: &[], comment: Some("I am happy with the new system, it helps us a lot.") };
    all_answer(&company.sales.people, &post(&company.sales.channel).await, says).await;
    all_answer(&company.service.people, &post(&company.service.channel).await, Says { comment: None, ..says }).await;
    closes(&company.lead).await;
    company.leads_channel.shows("In short").await.expect("told");
    let page = async || {
        let summary = company.lead.runs("sentiment summary", &[]).await.expect("answered");
        let mut pages = vec![summary.rendered()];
        while let Ok(page) = summary.follow_up(pages.len() - 1).await {
            pages.push(page.rendered());
            if pages.last().is_some_and(|page| page.contains("Champion reports")) {
                break;
            }
        }
        assert!(pages.iter().all(|page| !page.contains("Champion reports") || !page.contains("Comments 1")));
        assert!(pages.concat().contains("Comments 1"), "{pages:?}");
        pages.pop().expect("a page")
    };
    let before = page().await;
    for part in ["Sales: 12", "Until the pulse closed 10–14:", "trouble nearly all 55–100"] {
        assert!(before.contains(part), "{part}: {before}");
    }
    assert!(!heard.iter().any(|heard| before.contains(heard)), "{before}");

    reports(&company.sales.people[0], "Wonderful, everybody loves it, it saves us hours.").await;
    assert_eq!(page().await, before.replace(": 12", ": 13"), "all but the number of reports is final");

    // Each counts in one pulse only, so that no two pulses can be subtracted.
    stage.stop_bot().await;
    let services = services(&stage);
    let store = services.store(guild(&stage)).await.expect("opens");
    let left = groundswell::store::reports::list_uncounted(&mut store.reader().await.expect("a reader")).await;
    let left: Vec<_> = left.expect("listed").into_iter().map(|heard| heard.heard).collect();
    assert_eq!(left, ["Wonderful, everybody loves it, it saves us hours."]);
}
