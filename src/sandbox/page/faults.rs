//! The faults that can be switched on: of the stand-in's HTTP side, and of its gateway.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use axum::Json;
use axum::extract::{Path, State};
use serde::Deserialize;
use serde_json::{Value, json};

use super::Desk;
use super::refusal::Refused;
use crate::sandbox::faults::{Fault, FaultId, Which};
use crate::sandbox::rules::rate::Scope;

/// The switches, in the order in which the page shows them.
const SWITCHES: [&str; 7] =
    ["latency", "server_errors", "rate_limit", "drop_after_apply", "hang", "gateway_refuses", "gateway_deaf"];

/// How late answers are.
const LATE: Duration = Duration::from_secs(2);

/// How many seconds a rate limit asks to wait.
const WAIT: f64 = 2.0;

/// What is switched on: the fault of the HTTP side, where it is one.
#[derive(Debug, Default)]
pub(super) struct Switches {
    on: BTreeMap<&'static str, Option<FaultId>>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Switch {
    on: bool,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Lever {
    Drop,
    Reconnect,
    Invalidate,
}

#[derive(Debug, Deserialize)]
pub(super) struct Pull {
    r#do: Lever,
}

pub(super) async fn switch(
    State(desk): State<Arc<Desk>>,
    Path(id): Path<String>,
    Json(wanted): Json<Switch>,
) -> Result<Json<Value>, Refused> {
    let name = SWITCHES.into_iter().find(|name| *name == id).ok_or_else(Refused::not_found)?;
    desk.turn(name, wanted.on);
    desk.tell();
    Ok(Json(desk.faults()))
}

pub(super) async fn gateway(State(desk): State<Arc<Desk>>, Json(wanted): Json<Pull>) -> Json<Value> {
    let gateway = desk.parts.standin.gateway();
    match wanted.r#do {
        Lever::Drop => gateway.abort(),
        Lever::Reconnect => gateway.ask_to_reconnect(),
        Lever::Invalidate => gateway.invalidate(false),
    }
    Json(json!({ "bot": desk.bot() }))
}

impl Desk {
    /// All switches, how they stand, and how many requests each has struck since it was switched on.
    pub(super) fn faults(&self) -> Value {
        let switches = self.switches.lock().expect("no panic while held");
        let shown = SWITCHES.into_iter().map(|name| {
            let fault = switches.on.get(name).copied().flatten();
            let struck = fault.map_or(0, |fault| self.parts.standin.faults().strikes(fault));
            json!({ "id": name, "on": switches.on.contains_key(name), "struck": struck })
        });
        shown.collect()
    }

    fn turn(&self, name: &'static str, on: bool) {
        let mut switches = self.switches.lock().expect("no panic while held");
        if switches.on.contains_key(name) == on {
            return;
        }
        let (faults, gateway) = (self.parts.standin.faults(), self.parts.standin.gateway());
        match name {
            "gateway_refuses" => gateway.set_refusing(on),
            "gateway_deaf" => gateway.set_deaf(on),
            _ => {}
        }
        if on {
            let fault = fault(name).map(|fault| faults.until_cleared(Which::all(), fault));
            switches.on.insert(name, fault);
        } else if let Some(fault) = switches.on.remove(name).flatten() {
            faults.clear(fault);
        }
    }
}

fn fault(name: &str) -> Option<Fault> {
    match name {
        "latency" => Some(Fault::Latency(LATE)),
        "server_errors" => Some(Fault::Status { code: 503, html: false }),
        "rate_limit" => Some(Fault::TooMany { scope: Scope::User, retry_after: WAIT }),
        "drop_after_apply" => Some(Fault::DropAfterApply),
        "hang" => Some(Fault::Hang),
        _ => None,
    }
}
