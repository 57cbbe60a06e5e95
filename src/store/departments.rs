//! Departments.

use sqlx::SqliteConnection;

use crate::domain::departments::{Department, DepartmentName};
use crate::domain::ids::{ChannelId, DepartmentId, RoleId};

struct Row {
    id: i64,
    name: String,
    role: i64,
    channel: i64,
    managers_role: Option<i64>,
    managers_channel: Option<i64>,
    headcount: Option<i64>,
    state: String,
}

impl TryFrom<Row> for Department {
    type Error = anyhow::Error;

    fn try_from(row: Row) -> anyhow::Result<Self> {
        Ok(Self {
            id: DepartmentId::new(row.id)?,
            name: DepartmentName::parse(&row.name)?,
            role: RoleId::from_db(row.role)?,
            channel: ChannelId::from_db(row.channel)?,
            managers_role: row.managers_role.map(RoleId::from_db).transpose()?,
            managers_channel: row.managers_channel.map(ChannelId::from_db).transpose()?,
            headcount: row.headcount.map(u32::try_from).transpose()?,
            frozen: row.state == "frozen",
        })
    }
}

/// What a new or changed department consists of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DepartmentFields {
    /// Its name.
    pub name: DepartmentName,
    /// Its role.
    pub role: RoleId,
    /// Its channel.
    pub channel: ChannelId,
    /// Its managers' role.
    pub managers_role: Option<RoleId>,
    /// Its managers' private channel.
    pub managers_channel: Option<ChannelId>,
    /// A headcount given by hand.
    pub headcount: Option<u32>,
}

/// All departments that have not been removed, by name.
pub async fn list_departments(connection: &mut SqliteConnection) -> anyhow::Result<Vec<Department>> {
    let rows = sqlx::query_as!(
        Row,
        "SELECT id, name, role, channel, managers_role, managers_channel, headcount, state
         FROM departments WHERE state != 'removed' ORDER BY name"
    )
    .fetch_all(connection)
    .await?;
    rows.into_iter().map(Department::try_from).collect()
}

/// Adds a department.
pub async fn insert_department(
    connection: &mut SqliteConnection,
    fields: &DepartmentFields,
) -> anyhow::Result<DepartmentId> {
    let name = fields.name.as_str();
    let (role, channel) = (fields.role.to_db(), fields.channel.to_db());
    let managers_role = fields.managers_role.map(RoleId::to_db);
    let managers_channel = fields.managers_channel.map(ChannelId::to_db);
    let id = sqlx::query_scalar!(
        "INSERT INTO departments (name, role, channel, managers_role, managers_channel, headcount)
         VALUES (?, ?, ?, ?, ?, ?) RETURNING id",
        name,
        role,
        channel,
        managers_role,
        managers_channel,
        fields.headcount
    )
    .fetch_one(connection)
    .await?;
    Ok(DepartmentId::new(id)?)
}

/// Changes a department. One that is frozen stays so unless it is `mended`: given a role that is there.
pub async fn update_department(
    connection: &mut SqliteConnection,
    id: DepartmentId,
    fields: &DepartmentFields,
    mended: bool,
) -> sqlx::Result<()> {
    let id = id.get();
    let name = fields.name.as_str();
    let (role, channel) = (fields.role.to_db(), fields.channel.to_db());
    let managers_role = fields.managers_role.map(RoleId::to_db);
    let managers_channel = fields.managers_channel.map(ChannelId::to_db);
    sqlx::query!(
        "UPDATE departments SET name = ?, role = ?, channel = ?, managers_role = ?, managers_channel = ?,
             headcount = ?, state = CASE WHEN ? THEN 'active' ELSE state END
         WHERE id = ?",
        name,
        role,
        channel,
        managers_role,
        managers_channel,
        fields.headcount,
        mended,
        id
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Takes a department out of use; what was sent to it and said by it stays.
pub async fn mark_removed(connection: &mut SqliteConnection, id: DepartmentId) -> sqlx::Result<()> {
    let id = id.get();
    sqlx::query!("UPDATE departments SET state = 'removed' WHERE id = ?", id).execute(connection).await?;
    Ok(())
}

/// Its role has gone from Discord: nothing is posted to it or counted under it until it is mended.
pub async fn mark_frozen(connection: &mut SqliteConnection, id: DepartmentId) -> sqlx::Result<()> {
    let id = id.get();
    sqlx::query!("UPDATE departments SET state = 'frozen' WHERE id = ?", id).execute(connection).await?;
    Ok(())
}

/// Its managers' role has gone from Discord.
pub async fn clear_managers_role(connection: &mut SqliteConnection, id: DepartmentId) -> sqlx::Result<()> {
    let id = id.get();
    sqlx::query!("UPDATE departments SET managers_role = NULL WHERE id = ?", id).execute(connection).await?;
    Ok(())
}

/// A department's name, also of one that was removed.
pub async fn get_name(connection: &mut SqliteConnection, id: DepartmentId) -> sqlx::Result<String> {
    let id = id.get();
    sqlx::query_scalar!("SELECT name FROM departments WHERE id = ?", id).fetch_one(connection).await
}
