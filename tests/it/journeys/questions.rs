//! People ask without their name; leads answer one question, or several alike, where those who asked read it.

use groundswell::sandbox::language::{Member, Message, Reply};

use crate::support::Stage;
use crate::support::announcing::{TITLE, posted, says, seen};

/// `/ask`, and what the person reads.
async fn asks(person: &Member, text: &str) -> Reply {
    let form = person.runs("ask", &[]).await.expect("answered").form().expect("a form");
    person.submits(&form, &[("text", text)]).await.expect("answered")
}

/// "This worries me", with these words; what the person reads.
async fn worries(person: &Member, post: &Message, words: &str) -> Reply {
    let fears = person.clicks(post, "This worries me").await.expect("answered");
    let form = person.selects(&fears, "What worries you?", &["Learning it"]).await.expect("answered").form();
    person.submits(&form.expect("a form"), &[("text", words)]).await.expect("answered")
}

async fn questions(lead: &Member) -> Reply {
    lead.runs("questions", &[]).await.expect("answered")
}

/// Picks these questions and answers them.
async fn answers(lead: &Member, picked: &[&str], button: &str, text: &str) -> Reply {
    let list = questions(lead).await;
    let screen = lead.selects(&list, "Which do you answer? One, or several alike", picked).await.expect("answered");
    let form = lead.clicks(&screen, button).await.expect("answered").form().expect("a form");
    let screen = lead.submits(&form, &[("text", text)]).await.expect("answered");
    lead.clicks(&screen, "Post it").await.expect("answered")
}

#[tokio::test(flavor = "multi_thread")]
async fn similar_questions_are_answered_together_in_the_department_that_asked() {
    let mut stage = Stage::set_up().await;
    let lead = stage.company.lead.clone();
    let people = stage.company.sales.people.clone();
    let thanks = asks(&people[1], "When does the training start? Ask bob@firma.example").await;
    assert!(thanks.is_ephemeral() && thanks.text().starts_with("Thank you, your question is saved"));
    assert!(thanks.text().contains("I took out what could point"), "{}", thanks.text());
    asks(&people[2], "When will our training start?").await;
    asks(&people[3], "Who gets the new laptops?").await;
    stage.restart_bot().await;
    stage.clock.advance(chrono::TimeDelta::days(3));

    let list = questions(&lead).await;
    let shown = list.rendered();
    assert!(shown.contains("3 open questions") && shown.contains("for 3 days"), "{shown}");
    assert!(!shown.contains("bob@") && !shown.contains("Sales") && !shown.contains(&people[1].name()), "{shown}");
    let first = "When will our training start?";
    let screen = lead.selects(&list, "Which do you answer? One, or several alike", &[first]).await.expect("answered");
    let alike = screen.selects().first().expect("a select").choices.len();
    assert_eq!(alike, 1, "{}", screen.rendered());
    let other = screen.selects()[0].choices[0].label.clone();
    let select = "Similar questions: answer them, too";
    let screen = lead.selects(&screen, select, &[&other]).await.expect("answered");
    assert!(screen.text().contains("You answer 2 questions together"), "{}", screen.text());
    let form = lead.clicks(&screen, "Answer them where they asked").await.expect("answered").form().expect("a form");
    assert_eq!(form.fields[0].value, first);
    let screen = lead.submits(&form, &[("text", "On **30 November**. @everyone")]).await.expect("answered");
    assert!(screen.rendered().contains("On **30 November**"), "a preview: {}", screen.rendered());
    assert_eq!(stage.company.sales.channel.messages().len(), 0);
    lead.clicks(&screen, "Post it").await.expect("answered");
    let answer = stage.company.sales.channel.shows("**Answer:** On **30 November**").await.expect("answered");
    assert!(answer.all_text().contains("**You asked:** When will our training start?"), "{}", answer.all_text());
    assert!(answer.pings().is_empty());
    stage.restart_bot().await;
    let left = questions(&lead).await.rendered();
    assert!(left.contains("One open question") && left.contains("laptops"), "{left}");
    assert_eq!(stage.company.sales.channel.messages().len(), 1);
    assert!(stage.company.service.channel.messages().is_empty() && stage.company.news_channel.messages().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn the_answer_to_one_of_four_goes_to_the_whole_company() {
    let stage = Stage::set_up().await;
    let lead = stage.company.lead.clone();
    asks(&stage.company.legal.people[0], "Who reads our contracts?").await;
    let list = questions(&lead).await;
    let select = "Which do you answer? One, or several alike";
    let screen = lead.selects(&list, select, &["Who reads our contracts?"]).await.expect("answered");
    assert!(screen.text().contains("nobody can guess who asked"), "{}", screen.text());
    let form = lead.clicks(&screen, "Answer them where they asked").await.expect("answered").form().expect("a form");
    let screen = lead.submits(&form, &[("text", "Nobody but you.")]).await.expect("answered");
    lead.clicks(&screen, "Post it").await.expect("answered");
    stage.company.news_channel.shows("Nobody but you.").await.expect("posted");
    assert!(stage.company.legal.channel.messages().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_question_is_declined_with_a_reason_and_answered_once() {
    let stage = Stage::set_up().await;
    let (lead, other) = (stage.company.lead.clone(), stage.company.second_lead());
    asks(&stage.company.sales.people[1], "Who gets which bonus?").await;
    let select = "Which do you answer? One, or several alike";
    let list = questions(&other).await;
    let late = other.selects(&list, select, &["Who gets which bonus?"]).await.expect("answered");
    let form = other.clicks(&late, "Answer company-wide").await.expect("answered").form().expect("a form");
    let late = other.submits(&form, &[("text", "All of you.")]).await.expect("answered");
    let reason = "That is between you and your manager.";
    let done = answers(&lead, &["Who gets which bonus?"], "Say why not", reason).await.text();
    assert!(done.contains("Thank you for saying why"), "{done}");
    stage.company.sales.channel.shows("**We can't answer that:** That is between").await.expect("posted");
    let refused = seen(&other.clicks(&late, "Post it").await.expect("answered"));
    assert!(refused.contains("somebody else has answered"), "{refused}");
    assert!(stage.company.news_channel.messages().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn worries_are_answered_by_kind_and_never_quoted() {
    let stage = Stage::set_up().await;
    let lead = stage.company.lead.clone();
    let post = posted(&stage).await;
    for person in &stage.company.sales.people[1..7] {
        worries(person, &post, "My very own words.").await;
    }
    let list = questions(&lead).await;
    let worries = lead.clicks(&list, "Worries").await.expect("answered");
    assert!(worries.rendered().contains("Learning it: at least 5"), "{}", worries.rendered());
    let screen = lead.selects(&worries, "Which worry do you answer?", &["Learning it"]).await.expect("answered");
    assert!(!screen.rendered().contains("My very own words."), "{}", screen.rendered());
    let form = lead.clicks(&screen, "Answer them where they asked").await.expect("answered").form().expect("a form");
    assert_eq!(form.fields.len(), 1, "worries are not quoted");
    let screen = lead.submits(&form, &[("text", "There is time to practise.")]).await.expect("answered");
    lead.clicks(&screen, "Post it").await.expect("answered");
    // Everywhere the announcement went, so that no channel tells where the worry is.
    for department in stage.company.departments() {
        department.channel.shows("Several of you worry").await.expect("posted");
    }
    let list = questions(&lead).await;
    let worries = lead.clicks(&list, "Worries").await.expect("answered").rendered();
    assert!(worries.contains("No worry shows just now."), "{worries}");
}

#[tokio::test(flavor = "multi_thread")]
async fn people_ask_a_few_questions_a_day_and_only_leads_read_them() {
    let stage = Stage::set_up().await;
    let person = stage.company.sales.people[1].clone();
    let spare = person.runs("ask", &[]).await.expect("answered").form().expect("a form");
    for number in 1..=5 {
        assert!(asks(&person, &format!("Question {number}?")).await.text().starts_with("Thank you"));
    }
    let refused = person.submits(&spare, &[("text", "One too many?")]).await.expect("answered").text();
    assert!(refused.contains("One too many?") && refused.contains("was not saved"), "{refused}");
    let refused = person.runs("ask", &[]).await.expect("answered").text();
    assert!(refused.contains("Tomorrow there is room again"), "{refused}");
    assert!(asks(&stage.company.sales.people[2], "Mine?").await.text().starts_with("Thank you"));
    stage.clock.advance(chrono::TimeDelta::days(1));
    assert!(asks(&person, "Again?").await.text().starts_with("Thank you"));
    let refused = questions(&person).await.text();
    assert!(refused.contains("This is for project leads"), "{refused}");
    // Without a department, too.
    let guest = stage.company.guild.add_member("Gast", &[]);
    assert!(asks(&guest, "May I ask?").await.text().starts_with("Thank you"));
    let list = questions(&stage.company.lead).await.rendered();
    assert!(list.contains("8 open questions"), "{list}");
}

#[tokio::test(flavor = "multi_thread")]
async fn whether_four_people_asked_under_an_announcement_leads_do_not_learn() {
    let stage = Stage::set_up().await;
    let lead = stage.company.lead.clone();
    let preview = crate::support::announcing::drafted(&lead, &[]).await;
    let preview = lead.selects(&preview, "Which departments?", &["Legal"]).await.expect("answered");
    lead.clicks(&preview, "Post now").await.expect("answered");
    let post = stage.company.legal.channel.shows(TITLE).await.expect("posted");
    let before = questions(&lead).await.rendered();
    let person = &stage.company.legal.people[0];
    let form = person.clicks(&post, "I have a question").await.expect("answered").form().expect("a form");
    person.submits(&form, &[("text", "Will I stay?")]).await.expect("answered");
    assert_eq!(questions(&lead).await.rendered(), before, "not even that there is one");
}

#[tokio::test(flavor = "multi_thread")]
async fn leads_page_through_all_that_people_wrote_to_their_worries_once_it_may_be_read() {
    let stage = Stage::set_up().await;
    let lead = &stage.company.lead;
    let in_sales = posted(&stage).await;
    let in_service = stage.company.service.channel.shows(TITLE).await.expect("posted");
    stage.company.legal.channel.shows(TITLE).await.expect("posted");
    let sales = stage.company.sales.people[1..].iter().map(|person| (person, &in_sales));
    let service = stage.company.service.people[..4].iter().map(|person| (person, &in_service));
    let people: Vec<_> = sales.chain(service).collect();
    let fears = people[0].0.clicks(&in_sales, "This worries me").await.expect("answered").text();
    assert!(
        fears.contains("your words, without the department, once 10 people have said what worries them"),
        "{fears}"
    );
    let mut readable = Vec::new();
    for (number, (person, post)) in (1..).zip(&people) {
        let kept = worries(person, post, &format!("Words {number}.")).await.text();
        assert!(kept.contains("Project leads read your words once 10 people have said here"), "{kept}");
        if number % 3 == 0 {
            readable.push(read_all(lead).await.len());
        }
    }
    assert_eq!(readable, [0, 0, 0, 10, 15]);
    let words = read_all(lead).await;
    let missing: Vec<_> = (1..=15).filter(|number| !words.contains(&format!("Words {number}."))).collect();
    assert!(missing.is_empty(), "can't be read: {missing:?} of {words:?}");
    let everything = says(lead, "show").await;
    assert!(everything.contains("Worries: 15–19") && !everything.contains(&people[0].0.name()), "{everything}");
}

/// What leads can read of worries under announcement 1, page by page.
async fn read_all(lead: &Member) -> Vec<String> {
    let shown = lead.runs("announce show", &[("announcement", "1")]).await.expect("answered");
    if shown.buttons().iter().all(|button| button.label != "Read the worries") {
        return Vec::new();
    }
    let mut page = lead.clicks(&shown, "Read the worries").await.expect("answered");
    let mut words = Vec::new();
    loop {
        let text = page.rendered();
        assert!(!text.contains("Sales") && !text.contains("Service"), "no department: {text}");
        let lines = text.lines().filter_map(|line| line.split_once("Learning it: "));
        words.extend(lines.map(|(_, words)| words.trim().to_owned()));
        if page.buttons().iter().all(|button| button.label != "On") {
            return words;
        }
        page = lead.clicks(&page, "On").await.expect("answered");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn one_person_says_one_worry_a_day_under_an_announcement_and_asks_five_questions_anywhere() {
    let stage = Stage::set_up().await;
    let person = stage.company.sales.people[1].clone();
    let post = posted(&stage).await;
    let fears = person.clicks(&post, "This worries me").await.expect("answered");
    assert!(fears.text().contains("one worry a day here"), "{}", fears.text());
    let spare = person.selects(&fears, "What worries you?", &["Learning it"]).await.expect("answered").form();
    assert!(worries(&person, &post, "First.").await.text().starts_with("Thank you for saying so"));
    let refused = person.submits(&spare.expect("a form"), &[("text", "Second.")]).await.expect("answered").text();
    assert!(refused.contains("This one was not saved") && refused.contains("Second."), "{refused}");
    let refused = person.clicks(&post, "This worries me").await.expect("answered").text();
    assert!(refused.contains("I take one worry a day under each"), "{refused}");

    for number in 1..=5 {
        let text = format!("Question {number}?");
        if number % 2 == 0 {
            asks(&person, &text).await;
            continue;
        }
        let form = person.clicks(&post, "I have a question").await.expect("answered").form().expect("a form");
        person.submits(&form, &[("text", &text)]).await.expect("answered");
    }
    let refused = person.clicks(&post, "I have a question").await.expect("answered").text();
    assert!(refused.contains("You have asked 5 questions today"), "{refused}");
    stage.clock.advance(chrono::TimeDelta::days(1));
    assert!(worries(&person, &post, "Another.").await.text().starts_with("Thank you for saying so"));
    assert!(person.clicks(&post, "I have a question").await.expect("answered").form().is_some());
}
