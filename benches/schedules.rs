//! How fast planned announcements leave: with ten thousand of them waiting, with a thousand due at one moment, and in
//! ordinary times (promises.md 6 and issue figures stand beside each line).
//!
//! `cargo bench --bench schedules`. Prints a line a figure and judges nothing.
#![expect(clippy::print_stdout, reason = "printing is what a benchmark is for")]

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::{DateTime, SubsecRound, TimeDelta, Utc};
use groundswell::discord::messenger::Messenger;
use groundswell::discord::rest::Rest;
use groundswell::domain::announcements::{AnnouncementState, OccurrenceKind, Plan, Words};
use groundswell::domain::clock::{Clock, SystemClock};
use groundswell::domain::contact::Contact;
use groundswell::domain::departments::DepartmentName;
use groundswell::domain::ids::{DepartmentId, GuildId, UserId};
use groundswell::sandbox::language::{Channel, Guild, Visibility};
use groundswell::sandbox::{StandIn, StandInOptions};
use groundswell::service::Services;
use groundswell::service::announcements::sending;
use groundswell::store::departments::DepartmentFields;
use groundswell::store::{self, DataFolder, Tx};
use groundswell::texts::Catalogue;
use secrecy::SecretString;

const TOKEN: &str = "a-token-for-benches";

/// Departments in one company: as many as there can be.
const DEPARTMENTS: usize = 25;

/// The stand-in's limits, which are Discord's: posts in five seconds per channel, requests in a second in all.
const PER_CHANNEL: usize = 5;
const PER_SECOND: usize = 50;

/// Long enough for everything that belongs to the start to be over.
const IDLE: Duration = Duration::from_secs(4);

/// A company with its departments' channels, on the stand-in and in the data folder.
struct Firm {
    id: GuildId,
    channels: Vec<Channel>,
    departments: Vec<DepartmentId>,
}

#[tokio::main]
async fn main() {
    waiting().await;
    for companies in [1, 8] {
        at_one_moment(companies).await;
    }
    ordinary().await;
}

/// Ten thousand plans wait: what looking for the next one takes, and what they hold in memory.
async fn waiting() {
    let idle = resident_with(0).await;
    let (standin, data) = (standin().await, tempfile::tempdir().expect("a folder"));
    let folder = Arc::new(DataFolder::open(data.path()).expect("free"));
    let firm = found(&standin, &folder).await;
    plan(&folder, &firm, &later(10_000)).await;
    let services = services(&standin, folder.clone());
    let mut times = Vec::new();
    for _ in 0..200 {
        let started = Instant::now();
        let begun = sending::begin_due(&services, firm.id).await.expect("looked");
        times.push(started.elapsed());
        assert!(begun.next.is_some() && begun.channels.is_empty());
    }
    times.sort_unstable();
    let micros = |place: usize| times[place].as_micros();
    println!("next due among 10,000: median {} µs, p99 {} µs (5 ms)", micros(100), micros(198));
    folder.close().await;
    drop((services, folder));
    let loaded = resident(&standin, data.path()).await;
    println!("resident more with 10,000: {:.1} MB (20 MB)", megabytes(loaded) - megabytes(idle));
}

/// A thousand posts are due at one moment, in all channels of some companies alike.
async fn at_one_moment(companies: usize) {
    let (standin, data) = (standin().await, tempfile::tempdir().expect("a folder"));
    let folder = Arc::new(DataFolder::open(data.path()).expect("free"));
    let moment = (SystemClock.now() + TimeDelta::seconds(15)).trunc_subsecs(0);
    let each = 1_000 / companies;
    let mut firms = Vec::new();
    for _ in 0..companies {
        let firm = found(&standin, &folder).await;
        plan(&folder, &firm, &vec![moment; each]).await;
        firms.push(firm);
    }
    folder.close().await;
    drop(folder);
    let mut bot = start(&standin, data.path());
    let posted = posts(&firms, 1_000).await;
    bot.kill().expect("it runs");
    bot.wait().expect("it ended");
    let took = (*posted.iter().max().expect("posts") - moment).as_seconds_f64();
    // The first of each window leave at its beginning.
    let windows = |all: usize, limit: usize| u32::try_from(all.div_ceil(limit) - 1).expect("few");
    let in_channel = windows(each / DEPARTMENTS, PER_CHANNEL) * 5;
    let best = f64::from(in_channel.max(windows(1_000, PER_SECOND)));
    let channels = companies * DEPARTMENTS;
    println!("1,000 at one moment in {channels} channels: {took:.1} s; best {best:.1} s: {:.2} (1.1)", took / best);
}

/// Four posts a second for some time: well below every limit.
async fn ordinary() {
    let (standin, data) = (standin().await, tempfile::tempdir().expect("a folder"));
    let folder = Arc::new(DataFolder::open(data.path()).expect("free"));
    let firm = found(&standin, &folder).await;
    let begin = (SystemClock.now() + TimeDelta::seconds(8)).trunc_subsecs(0);
    let moments: Vec<_> = (0..200).map(|place| begin + TimeDelta::seconds(place / 4)).collect();
    plan(&folder, &firm, &moments).await;
    folder.close().await;
    drop(folder);
    let mut bot = start(&standin, data.path());
    let mut posted = posts(&[firm], 200).await;
    bot.kill().expect("it runs");
    bot.wait().expect("it ended");
    posted.sort_unstable();
    let mut late: Vec<_> =
        posted.iter().zip(&moments).map(|(at, planned)| (*at - *planned).num_milliseconds()).collect();
    late.sort_unstable();
    println!("lateness of 200, four a second: median {} ms, p99 {} ms (2 s)", late[100], late[197]);
}

/// When each post came, once there are so many.
async fn posts(firms: &[Firm], wanted: usize) -> Vec<DateTime<Utc>> {
    loop {
        let messages = firms.iter().flat_map(|firm| firm.channels.iter().flat_map(Channel::messages));
        let posted: Vec<_> = messages.map(|message| born(&message.id().to_string())).collect();
        if posted.len() >= wanted {
            return posted;
        }
        tokio::time::sleep(Duration::from_millis(250)).await;
    }
}

/// When a snowflake was made (discord.md 4, "snowflakes").
fn born(id: &str) -> DateTime<Utc> {
    let id: i64 = id.parse().expect("a snowflake");
    DateTime::from_timestamp_millis((id >> 22) + 1_420_070_400_000).expect("a moment")
}

fn later(many: usize) -> Vec<DateTime<Utc>> {
    let start = SystemClock.now() + TimeDelta::days(1);
    (0..many).map(|place| start + TimeDelta::minutes(i64::try_from(place).expect("small"))).collect()
}

async fn standin() -> StandIn {
    let mut options = StandInOptions::new(Arc::new(SystemClock), TOKEN);
    options.openapi = None;
    StandIn::start(options).await.expect("loopback")
}

/// Founds a company with its departments.
async fn found(standin: &StandIn, folder: &DataFolder) -> Firm {
    let guild: Guild = standin.add_guild("Nordlicht Logistics");
    let id: GuildId = guild.id().to_string().parse().expect("an id");
    let store = folder.guild(id).await.expect("opens");
    let mut tx = store.begin().await.expect("a transaction");
    let mut firm = Firm { id, channels: Vec::new(), departments: Vec::new() };
    for number in 0..DEPARTMENTS {
        let name = format!("Department {number}");
        let role = guild.add_role(&name);
        let channel = guild.add_channel(&format!("department-{number}"), Visibility::Everyone);
        let fields = DepartmentFields {
            name: DepartmentName::parse(&name).expect("a name"),
            role: role.id().to_string().parse().expect("an id"),
            channel: channel.id().to_string().parse().expect("an id"),
            managers_role: None,
            managers_channel: None,
            headcount: Some(10),
        };
        firm.departments.push(store::departments::insert_department(&mut tx, &fields).await.expect("added"));
        firm.channels.push(channel);
    }
    let unlimited = Contact { budget: None, ..Contact::default() };
    store::contact::put_contact(&mut tx, &unlimited).await.expect("saved");
    tx.commit().await.expect("committed");
    firm
}

/// Plans one announcement for each of these moments, to one department each, in turn.
async fn plan(folder: &DataFolder, firm: &Firm, moments: &[DateTime<Utc>]) {
    let store = folder.guild(firm.id).await.expect("opens");
    let mut tx = store.begin().await.expect("a transaction");
    for (place, moment) in moments.iter().enumerate() {
        plan_one(&mut tx, firm.departments[place % firm.departments.len()], *moment).await;
    }
    tx.commit().await.expect("committed");
}

async fn plan_one(tx: &mut Tx, department: DepartmentId, moment: DateTime<Utc>) {
    let plan = Plan {
        when_text: String::new(),
        repeat_text: String::new(),
        first: Some(moment),
        rule: None,
        zone: chrono_tz::Europe::Berlin,
    };
    let author: UserId = "80351110224678912".parse().expect("an id");
    let id =
        store::announcements::insert_draft(tx, author, None, None, &plan, SystemClock.now()).await.expect("a draft");
    let words = Words {
        title: "One list of customers".to_owned(),
        body: "From 1 December on, all customers stand in one list.".to_owned(),
        benefit: "You find every offer in seconds.".to_owned(),
        ask: String::new(),
    };
    store::announcements::update_words(tx, id, &words).await.expect("saved");
    store::announcements::put_chosen(tx, id, department, true).await.expect("saved");
    let (from, to) = (AnnouncementState::Draft, AnnouncementState::Scheduled);
    store::announcements::mark_announcement(tx, id, from, to).await.expect("marked");
    let announcement = store::announcements::find_announcement(tx, id).await.expect("read").expect("there");
    store::occurrences::insert_occurrence(tx, announcement.schedule, OccurrenceKind::Post, moment)
        .await
        .expect("planned");
}

fn services(standin: &StandIn, data: Arc<DataFolder>) -> Services {
    let token = SecretString::from(TOKEN);
    let texts = Arc::new(Catalogue::built_in().expect("sound texts"));
    Services {
        clock: Arc::new(SystemClock),
        data,
        judge: Arc::new(groundswell::app::judge(&texts)),
        texts,
        chat: Arc::new(Messenger::new(Rest::new(standin.api_base(), &token).expect("a client"))),
        due_changed: Arc::default(),
        waves: Arc::default(),
        unread: Arc::default(),
        asked: Arc::default(),
    }
}

/// What the program holds in memory with so many plans.
async fn resident_with(plans: usize) -> u64 {
    let (standin, data) = (standin().await, tempfile::tempdir().expect("a folder"));
    let folder = DataFolder::open(data.path()).expect("free");
    let firm = found(&standin, &folder).await;
    plan(&folder, &firm, &later(plans)).await;
    folder.close().await;
    drop(folder);
    resident(&standin, data.path()).await
}

async fn resident(standin: &StandIn, data: &Path) -> u64 {
    let mut bot = start(standin, data);
    standin.bot_is_ready().await;
    tokio::time::sleep(IDLE).await;
    let status = std::fs::read_to_string(format!("/proc/{}/status", bot.id())).expect("Linux");
    bot.kill().expect("it runs");
    bot.wait().expect("it ended");
    // `VmRSS` of a process (man 5 proc_pid_status), in kilobytes.
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).expect("a running process has it");
    line.split_whitespace().nth(1).and_then(|number| number.parse::<u64>().ok()).expect("a number") * 1024
}

fn start(standin: &StandIn, data: &Path) -> Child {
    Command::new(env!("CARGO_BIN_EXE_groundswell"))
        .env("DISCORD_TOKEN", TOKEN)
        .env("GROUNDSWELL_DISCORD_API_BASE", standin.api_base())
        .env("GROUNDSWELL_DATA_DIR", data)
        .env("GROUNDSWELL_LOG", "error")
        .current_dir(data)
        .stdin(Stdio::null())
        .spawn()
        .expect("the binary starts")
}

#[expect(clippy::cast_precision_loss, reason = "a size for people to read")]
fn megabytes(bytes: u64) -> f64 {
    bytes as f64 / 1e6
}
