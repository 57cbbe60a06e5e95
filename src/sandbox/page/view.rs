//! The company as the page shows it, and the commands that somebody is offered.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, State};
use serde_json::{Value, json};

use super::Desk;
use super::refusal::Refused;
use crate::sandbox::Snowflake;
use crate::sandbox::company::{Company, Department};
use crate::sandbox::language::Member;
use crate::sandbox::story::ZONE;
use crate::sandbox::world::State as World;

/// The server, its roles and everybody in it.
pub(super) async fn company(State(desk): State<Arc<Desk>>) -> Json<Value> {
    let company = &desk.parts.company;
    let people = people(company);
    Json(desk.parts.standin.world.with(|state| {
        let Some(guild) = state.guilds.get(&company.guild.id()) else { return Value::Null };
        let roles = guild
            .roles
            .values()
            .map(|role| json!({ "id": role.id, "name": role.name, "color": role.colour, "position": role.position }));
        let people = people.iter().map(|(id, part, department)| person(state, company, *id, part, *department));
        let departments = company.departments.iter().map(|department| {
            json!({ "name": department.plan.name, "role": department.role.id(), "channel": department.channel.id() })
        });
        json!({
            "guild": { "id": guild.id, "name": guild.name }, "bot": { "id": state.app.bot, "name": state.app.name },
            "roles": roles.collect::<Value>(), "people": people.flatten().collect::<Value>(),
            "departments": departments.collect::<Value>(), "zone": ZONE.name(),
        })
    }))
}

/// The commands that are offered to somebody.
pub(super) async fn commands(
    State(desk): State<Arc<Desk>>,
    Path(user): Path<u64>,
) -> Result<Json<Vec<Value>>, Refused> {
    Ok(Json(desk.person(Snowflake::from(user))?.commands()))
}

/// Everybody with the part that they play and their department: leads first, because a visitor begins as one.
fn people(company: &Company) -> Vec<(Snowflake, &'static str, Option<&'static str>)> {
    let all = |members: &[Member], part| members.iter().map(|member| (member.id(), part, None)).collect::<Vec<_>>();
    let mut people = all(&company.leads, "lead");
    people.extend(all(std::slice::from_ref(&company.administrator), "admin"));
    people.extend(all(&[company.guild.owner()], "owner"));
    for (department, person) in company.people() {
        people.push((person.member.id(), part(department, person.member.id()), Some(department.plan.name)));
    }
    people
}

fn part(department: &Department, id: Snowflake) -> &'static str {
    if department.manager().member.id() == id {
        "manager"
    } else if department.champions().any(|champion| champion.member.id() == id) {
        "champion"
    } else {
        "staff"
    }
}

fn person(
    state: &World,
    company: &Company,
    id: Snowflake,
    part: &str,
    department: Option<&'static str>,
) -> Option<Value> {
    let user = state.users.get(&id)?;
    let member = state.guilds.get(&company.guild.id())?.members.get(&id)?;
    Some(json!({
        "id": id, "name": user.name, "roles": member.roles, "department": department, "part": part,
        "locale": user.locale,
    }))
}
