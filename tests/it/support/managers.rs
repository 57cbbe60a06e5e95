//! Managers in tests: Sales and Service get a managers' role and a private managers' channel; Legal has neither.

use groundswell::sandbox::language::{Channel, Member, Role, Visibility};

use super::Stage;

/// The managers of one department.
pub struct Managers {
    pub role: Role,
    pub channel: Channel,
    pub people: Vec<Member>,
}

/// Of both departments.
pub struct Both {
    pub sales: Managers,
    pub service: Managers,
}

/// Sales gets two managers and Service one, through `/setup`.
pub async fn appoint(stage: &Stage) -> Both {
    let company = &stage.company;
    let sales = appoint_in(stage, "Sales", &company.sales.people[..2]).await;
    let service = appoint_in(stage, "Service", &company.service.people[..1]).await;
    Both { sales, service }
}

async fn appoint_in(stage: &Stage, name: &str, people: &[Member]) -> Managers {
    let guild = &stage.company.guild;
    let role = guild.add_role(&format!("{name} managers"));
    role.set_mentionable(true);
    let visibility = Visibility::Roles(std::slice::from_ref(&role));
    let channel = guild.add_channel(&format!("{}-managers", name.to_lowercase()), visibility);
    for person in people {
        person.gets(&role);
    }
    let (mention, place) = (role.mention(), channel.mention());
    let options = [("department", name), ("managers-role", &mention), ("managers-channel", &place)];
    let saved = stage.company.owner.runs("setup department edit", &options).await.expect("answered");
    assert!(saved.text().starts_with("Saved"), "{}", saved.text());
    Managers { role, channel, people: people.to_vec() }
}
