//! A small company: Sales with twelve people, Service with eight, Legal with four; a lead, a champion, an owner.

use groundswell::sandbox::StandIn;
use groundswell::sandbox::language::{Channel, Guild, Member, Role, Visibility};

/// Its server, roles, channels and people.
pub struct Company {
    pub guild: Guild,
    pub owner: Member,
    pub lead: Member,
    pub champion: Member,
    pub leads_channel: Channel,
    pub news_channel: Channel,
    pub sales: Department,
    pub service: Department,
    pub legal: Department,
    lead_role: Role,
    champion_role: Role,
}

/// One department.
pub struct Department {
    pub name: &'static str,
    pub role: Role,
    pub channel: Channel,
    pub people: Vec<Member>,
}

impl Department {
    fn found(guild: &Guild, name: &'static str, headcount: usize) -> Self {
        let role = guild.add_role(name);
        role.set_mentionable(true);
        let channel = guild.add_channel(&name.to_lowercase(), Visibility::Roles(std::slice::from_ref(&role)));
        let person = |number| guild.add_member(&format!("{name} {number}"), std::slice::from_ref(&role));
        Self { name, channel, people: (1..=headcount).map(person).collect(), role }
    }
}

impl Company {
    /// Founds it. The lead belongs to no department; the champion is the first of Sales.
    pub fn found(standin: &StandIn) -> Self {
        let guild = standin.add_guild("Nordlicht Logistics");
        let lead_role = guild.add_role("Project lead");
        let champion_role = guild.add_role("Champion");
        champion_role.set_mentionable(true);
        let leads_channel = guild.add_channel("leads", Visibility::Roles(std::slice::from_ref(&lead_role)));
        let sales = Department::found(&guild, "Sales", 12);
        sales.people[0].gets(&champion_role);
        Self {
            owner: guild.owner(),
            lead: guild.add_member("Lena Lead", std::slice::from_ref(&lead_role)),
            champion: sales.people[0].clone(),
            leads_channel,
            news_channel: guild.add_channel("news", Visibility::Everyone),
            service: Department::found(&guild, "Service", 8),
            legal: Department::found(&guild, "Legal", 4),
            sales,
            lead_role,
            champion_role,
            guild,
        }
    }

    /// The champions' role.
    pub fn champion_role(&self) -> Role {
        self.champion_role.clone()
    }

    /// The leads' role.
    pub fn lead_role(&self) -> Role {
        self.lead_role.clone()
    }

    /// Another lead, who joins just now.
    pub fn second_lead(&self) -> Member {
        self.guild.add_member("Lukas Lead", std::slice::from_ref(&self.lead_role))
    }

    /// All departments.
    pub fn departments(&self) -> [&Department; 3] {
        [&self.sales, &self.service, &self.legal]
    }

    /// The owner sets everything up through `/setup`.
    pub async fn set_up(&self) {
        for department in self.departments() {
            let (role, channel) = (department.role.mention(), department.channel.mention());
            let options = [("name", department.name), ("role", &role), ("channel", &channel)];
            let reply = self.owner.runs("setup department add", &options).await.expect("answered");
            assert!(reply.text().starts_with("Saved"), "{}", reply.text());
        }
        let roles = [("lead", self.lead_role.mention()), ("champion", self.champion_role.mention())];
        let roles = roles.each_ref().map(|(name, value)| (*name, value.as_str()));
        self.owner.runs("setup roles", &roles).await.expect("answered");
        let channels = [("leads", self.leads_channel.mention()), ("announcements", self.news_channel.mention())];
        let channels = channels.each_ref().map(|(name, value)| (*name, value.as_str()));
        self.owner.runs("setup channels", &channels).await.expect("answered");
        self.owner.runs("setup timezone", &[("zone", "Europe/Berlin")]).await.expect("answered");
    }
}
