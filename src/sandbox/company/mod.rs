//! The invented company of the sandbox: its server, roles, channels and people, and what is on their minds.
//!
//! Everything about it is drawn from one seed: the same seed gives the same people with the same opinions. No person
//! in it exists.

mod mood;
mod names;
mod plan;
mod voices;

use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;

pub use mood::{Answer, Mind, Mood, Season};
pub use plan::{DEPARTMENTS, Plan, sizes};
pub use voices::{Announcement, ChampionReport, Question, Voices, Worry};

use super::StandIn;
use super::language::{Channel, Guild, Member, Role, Visibility};
use super::rules::permissions::MANAGE_GUILD;
use names::Names;

/// What the company is called.
pub const NAME: &str = "Lindhorst Heating";

/// The colours of the roles of leads and champions.
const LEADS_COLOUR: u32 = 0x00E9_1E63;
const CHAMPIONS_COLOUR: u32 = 0x00F1_C40F;

/// One champion speaks for about so many colleagues (product.md, Champions).
const COLLEAGUES_PER_CHAMPION: usize = 20;

/// The company.
#[derive(Debug)]
pub struct Company {
    /// Its server.
    pub guild: Guild,
    /// Runs the server and sets the bot up.
    pub administrator: Member,
    /// The project leads; they belong to no department.
    pub leads: Vec<Member>,
    /// The role of the leads.
    pub lead_role: Role,
    /// The role of the champions.
    pub champion_role: Role,
    /// Where only leads meet.
    pub leads_channel: Channel,
    /// What everybody reads.
    pub news_channel: Channel,
    /// In the order of [`DEPARTMENTS`].
    pub departments: Vec<Department>,
}

/// One department.
#[derive(Debug)]
pub struct Department {
    /// What it is like.
    pub plan: &'static Plan,
    /// Whoever belongs to it holds this role.
    pub role: Role,
    /// Where it reads and talks.
    pub channel: Channel,
    /// The role of its managers.
    pub managers_role: Role,
    /// Where its managers meet.
    pub managers_channel: Channel,
    /// Everybody in it: its manager first, then its champions.
    pub people: Vec<Person>,
    /// How many of them are champions.
    pub champions: usize,
}

/// A person of a department.
#[derive(Debug, Clone)]
pub struct Person {
    /// Their account.
    pub member: Member,
    /// Their name.
    pub name: String,
    /// What is on their mind.
    pub mind: Mind,
}

impl Company {
    /// Founds the company on a server of its own, with about `people` people in departments.
    pub fn found(standin: &StandIn, people: usize, seed: u64) -> Self {
        let mut chance = ChaCha8Rng::seed_from_u64(seed);
        let mut names = Names::new(&mut chance);
        let guild = standin.add_guild(NAME);
        let lead_role = guild.add_role("CRM project");
        let champion_role = guild.add_role("CRM champion");
        lead_role.set_colour(LEADS_COLOUR);
        champion_role.set_colour(CHAMPIONS_COLOUR);
        champion_role.set_mentionable(true);
        let it_admin = guild.add_role_with("Server admin", MANAGE_GUILD);
        let only = std::slice::from_ref(&lead_role);
        // Whoever points the bot at private channels has to see them.
        let project = [lead_role.clone(), it_admin.clone()];
        let leads_channel = guild.add_channel("crm-project", Visibility::Roles(&project));
        let news_channel = guild.add_channel("company-news", Visibility::Everyone);
        let administrator = guild.add_member(&names.next(), std::slice::from_ref(&it_admin));
        let leads = (0..2).map(|_| guild.add_member(&names.next(), only)).collect();
        let departments = sizes(people)
            .into_iter()
            .zip(&DEPARTMENTS)
            .map(|(size, plan)| {
                Department::found(&guild, plan, size, &champion_role, &it_admin, &mut names, &mut chance)
            })
            .collect();
        Self { guild, administrator, leads, lead_role, champion_role, leads_channel, news_channel, departments }
    }

    /// Everybody in a department.
    pub fn people(&self) -> impl Iterator<Item = (&Department, &Person)> {
        self.departments.iter().flat_map(|department| department.people.iter().map(move |person| (department, person)))
    }

    /// How many people the departments have.
    pub fn headcount(&self) -> usize {
        self.departments.iter().map(|department| department.people.len()).sum()
    }
}

impl Department {
    fn found(
        guild: &Guild,
        plan: &'static Plan,
        size: usize,
        champion_role: &Role,
        admin: &Role,
        names: &mut Names,
        chance: &mut ChaCha8Rng,
    ) -> Self {
        let role = guild.add_role(plan.name);
        role.set_colour(plan.colour);
        let managers_role = guild.add_role(&format!("{} managers", plan.name));
        // Discord pings no others: as an administrator would, who has read how to go live.
        role.set_mentionable(true);
        managers_role.set_mentionable(true);
        let place = plan.name.to_lowercase();
        let channel = guild.add_channel(&place, Visibility::Roles(&[role.clone(), admin.clone()]));
        let seen_by = [managers_role.clone(), admin.clone()];
        let managers_channel = guild.add_channel(&format!("{place}-managers"), Visibility::Roles(&seen_by));
        let champions = size.div_ceil(COLLEAGUES_PER_CHAMPION);
        let people: Vec<_> = (0..size)
            .map(|_| {
                let name = names.next();
                let member = guild.add_member(&name, std::slice::from_ref(&role));
                Person { member, name, mind: Mind::draw(chance) }
            })
            .collect();
        people[0].member.gets(&managers_role);
        let department = Self { plan, role, channel, managers_role, managers_channel, people, champions };
        department.champions().for_each(|person| person.member.gets(champion_role));
        department
    }

    /// The person who manages it.
    pub fn manager(&self) -> &Person {
        &self.people[0]
    }

    /// Its champions.
    pub fn champions(&self) -> impl Iterator<Item = &Person> {
        self.people.iter().skip(1).take(self.champions)
    }

    /// The people who neither manage it nor speak for the change.
    pub fn staff(&self) -> impl Iterator<Item = &Person> {
        self.people.iter().skip(1 + self.champions)
    }
}

#[cfg(test)]
mod tests;
