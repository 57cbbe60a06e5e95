//! **Who wrote this row?** The attacker has copies of the folder from any moment, sees the people answer one after the
//! other, and afterwards reads all that leads read. Wanted: which answer, or which comment, is whose.
//!
//! A copy made while the pulse is open does tell in which order rows came, and so, to somebody who watched people answer,
//! whose they are. It must not tell what is in them, and nothing of the order may be left in the results.

use groundswell::domain::pulses::MAX_COMMENT;
use groundswell::service::pulses::{answering, sealing};
use rand::SeedableRng;
use rand::seq::SliceRandom;
use rand_chacha::ChaCha20Rng;

use super::crowd::{self, CHANCE, Crowd, DATABASE, PEOPLE, Released, first};

/// How many stand at the same place in both orders, the second one read forwards or backwards: the better of the two.
fn pairs<T: PartialEq>(one: &[T], other: &[T]) -> usize {
    let hits = |other: &mut dyn Iterator<Item = &T>| one.iter().zip(other).filter(|(a, b)| a == b).count();
    hits(&mut other.iter()).max(hits(&mut other.iter().rev()))
}

/// The items in the order of their places.
fn in_order<T: Clone>(items: &[T], places: &[usize]) -> Vec<T> {
    let mut order: Vec<_> = (0..items.len()).collect();
    order.sort_by_key(|&i| places[i]);
    order.into_iter().map(|i| items[i].clone()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_table_of_an_open_pulse_tells_no_order_but_its_pages_do() {
    let crowd = Crowd::answered().await;
    let truth = crowd.tokens();
    let store = crowd.store().await;
    assert!(store.empty_log().await.expect("emptied"), "what stands in the log is attacked by itself, below");
    let copy = crowd::copy(&crowd.folder(), false);
    let (table, sealed): (Vec<_>, Vec<_>) = crowd::rows(copy.path()).await.into_iter().unzip();
    let file = copy.path().join(DATABASE);
    let names = crowd::places(&file, &table);
    let ends = crowd::places(&file, &sealed.iter().map(|sealed| crowd::end(sealed)).collect::<Vec<_>>());
    assert!(names.iter().chain(&ends).all(|place| *place != usize::MAX), "the attacker finds all rows");
    let by_table = pairs(&truth, &table);
    let (by_name, by_end) = (pairs(&truth, &in_order(&table, &names)), pairs(&truth, &in_order(&table, &ends)));
    println!("rows paired by table order {by_table}, by place of the name {by_name}; chance 1 of {PEOPLE}");
    println!("rows paired by pages {by_end} of {PEOPLE}: known, and said in docs/privacy.md");
    assert!(by_table <= CHANCE && by_name <= CHANCE);
    let told = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/privacy.md")).expect("the page");
    assert!(told.contains("in which order rows came about"), "the page says what a copy tells");
}

#[tokio::test(flavor = "multi_thread")]
async fn copies_before_and_after_each_answer_show_a_row_and_nothing_of_what_is_in_it() {
    let crowd = Crowd::gathered().await;
    let (mut found, mut sealed_rows, mut lengths) = (0, Vec::new(), std::collections::BTreeSet::new());
    let mut known = Vec::new();
    for number in 0..PEOPLE {
        crowd.answers(number).await;
        let copy = crowd::copy(&crowd.folder(), false);
        let rows = crowd::rows(copy.path()).await;
        let new: Vec<_> = rows.iter().filter(|(token, _)| !known.contains(token)).collect();
        found += usize::from(new.len() == 1);
        let (token, sealed) = new[0];
        lengths.insert(sealed.len());
        sealed_rows.push((sealed.clone(), crowd.people[number].agrees));
        known.push(*token);
    }
    // The attacker's best use of rows: whichever bit goes along with what people say, taken from the truth itself.
    let guessed = |bit: usize| {
        let right = |(sealed, agrees): &&(Vec<u8>, bool)| (sealed[24 + bit / 8] >> (bit % 8) & 1 == 1) == *agrees;
        sealed_rows.iter().filter(right).count()
    };
    let guessed = (0..512 * 8).map(guessed).map(|hits| hits.max(PEOPLE - hits)).max().expect("bits");
    println!("what is in rows guessed {guessed} of {PEOPLE}, by the best of 4,096 bits; chance about 127");
    assert_eq!((found, lengths.len()), (PEOPLE, 1), "a length tells something: {lengths:?}");
    // Six standard deviations of 200 throws of a coin: in 4,096 tries once in a hundred thousand runs.
    assert!(guessed <= 142, "{guessed}");
}

/// What a row's length tells while the pulse is open, a comment's length tells leads afterwards.
#[tokio::test(flavor = "multi_thread")]
async fn the_length_of_a_row_tells_no_more_than_that_somebody_answered() {
    let crowd = Crowd::gathered().await;
    let longest = MAX_COMMENT;
    let comments = [String::new(), "x".to_owned(), "x".repeat(longest), "ж".repeat(longest), "🙃".repeat(longest)];
    let quotes = ["\"\n".repeat(longest / 2), "\\".repeat(longest), "@a ".repeat(longest / 3)];
    let mut lengths = std::collections::BTreeMap::new();
    for (number, text) in comments.iter().chain(&quotes).enumerate() {
        let actor = &crowd.people[number].actor;
        for item in 0..7 {
            answering::answer(&crowd.services, actor, first(), item, None).await.expect("saved");
        }
        let fears = ["turf", "process", "job_loss"].map(str::to_owned);
        answering::name_fears(&crowd.services, actor, first(), &fears).await.expect("saved");
        answering::comment(&crowd.services, actor, first(), text).await.expect("saved");
        answering::complete(&crowd.services, actor, first()).await.expect("saved");
    }
    for (_, sealed) in crowd::rows(&crowd.folder()).await {
        *lengths.entry(sealed.len()).or_insert(0) += 1;
    }
    println!("lengths of rows, and how many have each: {lengths:?}");
    assert_eq!(lengths.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn p10_comments_are_paired_with_people_at_chance() {
    let crowd = Crowd::answered().await;
    let tokens = crowd.tokens();
    let store = crowd.store().await;
    let open = crowd::rows(&crowd.folder()).await;
    sealing::stop_intake(&crowd.services, crowd.guild, first()).await.expect("closed");
    sealing::count(&crowd.services, &store, first()).await.expect("counted");
    // In the middle of the seal everything that was written stands in the log, in its order.
    let middle = crowd::copy(&crowd.folder(), true);
    assert!(sealing::finish(&crowd.services, crowd.guild, first()).await.expect("sealed"));

    let comments = crowd::comments(&store).await;
    assert_eq!(comments.len(), PEOPLE);
    let texts = |order: &[Released]| order.iter().map(|comment| comment.text.clone()).collect::<Vec<_>>();
    let answered: Vec<_> = (0..PEOPLE).map(Crowd::comment).collect();
    // Copies made while it was open, and time, tell which row is whose; rows are read by the seal in this order.
    let by_token: Vec<_> = open
        .iter()
        .map(|(token, _)| Crowd::comment(tokens.iter().position(|known| known == token).expect("somebody's")))
        .collect();
    let alphabet = {
        let mut sorted = answered.clone();
        sorted.sort();
        sorted
    };
    let ids: Vec<_> = comments.iter().map(|comment| comment.id).collect();
    let ends: Vec<_> = comments.iter().map(|comment| comment.end).collect();
    let (log, file) = (middle.path().join(format!("{DATABASE}-wal")), crowd.folder().join(DATABASE));
    let mut orders = vec![("row".to_owned(), texts(&comments))];
    for (how, marks) in [("number", &ids), ("page", &ends)] {
        for (place, path) in [("log in the middle of the seal", &log), ("file", &file)] {
            let places = crowd::places(path, marks);
            assert!(places.iter().all(|place| *place != usize::MAX), "the attacker finds all comments");
            orders.push((format!("{how} in the {place}"), texts(&in_order(&comments, &places))));
        }
    }
    for (how, order) in &orders {
        for (whose, truth) in [("answering", &answered), ("tokens", &by_token), ("the alphabet", &alphabet)] {
            let hits = pairs(truth, order);
            println!("comments by {how} against the order of {whose}: {hits} of {PEOPLE}, chance 1");
            assert!(hits <= CHANCE, "by {how} against {whose}: {hits}");
        }
    }
}

/// The measure itself: on orders that do belong together it finds everybody, on random ones nearly nobody.
#[test]
fn the_measure_of_pairing_finds_what_is_there() {
    let people: Vec<_> = (0..PEOPLE).collect();
    let backwards: Vec<_> = people.iter().rev().copied().collect();
    assert_eq!((pairs(&people, &people), pairs(&people, &backwards)), (PEOPLE, PEOPLE));
    let mut shuffled = people.clone();
    shuffled.shuffle(&mut ChaCha20Rng::seed_from_u64(1));
    assert!(pairs(&people, &shuffled) <= CHANCE);
}
