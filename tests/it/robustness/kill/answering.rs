//! People answer while the program is killed and started again.

use groundswell::domain::ids::GuildId;
use groundswell::domain::snapshot::{Cell, Group};
use groundswell::sandbox::language::{ActError, Member};
use groundswell::store::snapshots;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use tokio::sync::watch;

use super::*;

/// Kills in one run.
const ROUNDS: u32 = 5;
/// Acknowledged taps between a start and the kill, drawn from here.
const TAPS: std::ops::Range<u32> = 5..70;
/// Statements in a pulse.
const STATEMENTS: usize = 7;
/// The buttons under a statement, and the point that each stands for.
const LABELS: [(&str, Option<usize>); 6] = [
    ("Strongly disagree", Some(1)),
    ("Disagree", Some(2)),
    ("Neither", Some(3)),
    ("Agree", Some(4)),
    ("Strongly agree", Some(5)),
    ("Can't say", None),
];

/// What the people watch.
struct Signs {
    /// Whether the program runs.
    up: watch::Sender<bool>,
    /// Acknowledged taps in all.
    taps: watch::Sender<u32>,
    /// People go home.
    over: watch::Sender<bool>,
}

/// The last acknowledged choice per statement.
type Choices = [Option<&'static str>; STATEMENTS];

/// Which statement a screen asks about, from 0.
fn statement(screen: &Message) -> Option<usize> {
    let number = screen.text().split_once(" of 7**")?.0.rsplit("**").next()?;
    number.trim().parse::<usize>().ok()?.checked_sub(1)
}

/// Acts as long as the program runs; where it is gone before the answer, acts again once it is back. Whatever was
/// acknowledged came first.
async fn act<F: Future<Output = Result<Message, ActError>>>(signs: &Signs, what: impl Fn() -> F) -> Message {
    let mut up = signs.up.subscribe();
    loop {
        up.wait_for(|up| *up).await.expect("the test goes on");
        let answered = tokio::select! {
            biased;
            reply = what() => Some(reply),
            _ = up.wait_for(|up| !up) => None,
        };
        match answered {
            Some(Ok(reply)) => return reply,
            // While the program runs, everything is answered.
            Some(Err(error)) => assert!(up.has_changed().expect("the test goes on"), "{error}"),
            None => {}
        }
    }
}

/// Presses a button until the screen is another one. An answer may have come with the kill: who looks again sees it, and
/// pressing once more would answer the next statement.
async fn press(person: &Member, screen: &Message, label: &str, signs: &Signs) -> Message {
    let pressed = act(signs, || async {
        let now = screen.refresh().ok_or(ActError::CannotSee)?;
        if now.text() == screen.text() { shown(person.clicks(screen, label).await?) } else { Ok(now) }
    });
    pressed.await
}

/// The message that an act brought.
fn shown(reply: Reply) -> Result<Message, ActError> {
    reply.message().cloned().ok_or(ActError::NothingThere)
}

/// Wanders through the statements, tapping here and there, until it is over.
async fn wander(person: &Member, post: &Message, signs: &Signs, seed: u64) -> Choices {
    let mut random = ChaCha8Rng::seed_from_u64(seed);
    let mut choices: Choices = [None; STATEMENTS];
    let start = act(signs, || async { shown(person.clicks(post, "Answer privately").await?) }).await;
    let mut screen = press(person, &start, "Begin", signs).await;
    while !*signs.over.borrow() {
        let Some(number) = statement(&screen) else {
            screen = press(person, &screen, "Back", signs).await;
            continue;
        };
        if number > 0 && random.random_ratio(1, 4) {
            screen = press(person, &screen, "Back", signs).await;
            continue;
        }
        let (label, _) = LABELS[random.random_range(0..LABELS.len())];
        let next = press(person, &screen, label, signs).await;
        assert_ne!(statement(&next), Some(number), "it moves on: {}", next.rendered());
        assert!(next.text().contains("Saved"), "{}", next.rendered());
        choices[number] = Some(label);
        screen = next;
        signs.taps.send_modify(|taps| *taps += 1);
    }
    choices
}

/// What a person's screens show as chosen.
async fn shows(person: &Member, post: &Message) -> Choices {
    let mut screen = person.clicks(post, "Answer privately").await.expect("answered");
    let mut choices: Choices = [None; STATEMENTS];
    for (number, choice) in choices.iter_mut().enumerate() {
        let address = format!("v1:pulse:show:1:{number}");
        screen = person.clicks_custom_id(&screen, &address).await.expect("answered");
        assert_eq!(screen.message().and_then(statement), Some(number), "{}", screen.rendered());
        let label = chosen(&screen);
        *choice = LABELS.iter().map(|(known, _)| *known).find(|known| label.as_deref() == Some(known));
    }
    choices
}

#[tokio::test(flavor = "multi_thread")]
async fn no_acknowledged_answer_is_lost_and_nothing_is_posted_twice() {
    let mut killable = Killable::set_up(Some(TimeDelta::minutes(2))).await;
    killable.launch().await;
    let mut people = Vec::new();
    for department in killable.company.departments() {
        let post = post(&department.channel).await;
        people.extend(department.people.iter().map(|person| (person.clone(), post.clone())));
    }
    let signs =
        Arc::new(Signs { up: watch::Sender::new(true), taps: watch::Sender::new(0), over: watch::Sender::new(false) });
    let wander = |(number, (person, post)): (usize, &(Member, Message))| {
        let (person, post, signs) = (person.clone(), post.clone(), signs.clone());
        tokio::spawn(async move { wander(&person, &post, &signs, number as u64).await })
    };
    let wandering: Vec<_> = people.iter().enumerate().map(wander).collect();

    let mut random = ChaCha8Rng::seed_from_u64(2_026);
    for _ in 0..ROUNDS {
        let until = *signs.taps.borrow() + random.random_range(TAPS);
        let mut taps = signs.taps.subscribe();
        in_time("a tap", taps.wait_for(|taps| *taps >= until)).await.expect("people go on");
        killable.kill().await;
        signs.up.send_replace(false);
        killable.start().await;
        signs.up.send_replace(true);
    }
    let until = *signs.taps.borrow() + TAPS.end;
    in_time("a tap", signs.taps.subscribe().wait_for(|taps| *taps >= until)).await.expect("people go on");
    signs.over.send_replace(true);
    let mut acknowledged = Vec::new();
    for choices in wandering {
        acknowledged.push(in_time("an answer", choices).await.expect("no panic"));
    }

    killable.kill().await;
    killable.start().await;
    for ((person, post), choices) in people.iter().zip(&acknowledged) {
        assert_eq!(shows(person, post).await, *choices, "{}", person.name());
    }

    let closed = closes(&killable.company.lead).await.text();
    assert!(closed.contains("is closed"), "{closed}");
    killable.company.leads_channel.shows("results are final").await.expect("told");
    for department in killable.company.departments() {
        department.channel.shows("Closed on").await.expect("changed");
        department.channel.shows("has closed and been counted").await.expect("told its result");
        // The pulse's post and the result.
        assert_eq!(department.channel.messages().len(), 2, "{}", department.channel.rendered());
    }
    assert_eq!(killable.company.leads_channel.messages().len(), 1);
    killable.kill().await;
    assert_counted(&killable, &acknowledged).await;
    killable.standin.assert_clean();
}

/// What Sales said is what was counted.
async fn assert_counted(killable: &Killable, acknowledged: &[Choices]) {
    let services = killable.services();
    let guild: GuildId = killable.company.guild.id().to_string().parse().expect("an id");
    let store = services.store(guild).await.expect("opens");
    let sealed = snapshots::list_sealed(&mut store.reader().await.expect("a reader")).await.expect("readable");
    services.data.close().await;
    let snapshot = &sealed.first().expect("sealed").snapshot;
    let sales = snapshot.groups.iter().find(|group| group.group == Group::Department("Sales".to_owned()));
    let mut compared = 0;
    for (number, item) in sales.expect("large enough").items.iter().enumerate() {
        let mut said = [0; 5];
        for choices in &acknowledged[..killable.company.sales.people.len()] {
            let label = choices[number];
            let point = LABELS.iter().find(|(known, _)| label == Some(known)).and_then(|(_, point)| *point);
            if let Some(point) = point {
                said[point - 1] += 1;
            }
        }
        if let Cell::Shown(histogram) = item.cell {
            assert_eq!(histogram.0, said, "statement {number}");
            compared += 1;
        }
    }
    assert!(compared > 0, "enough was said");
}
