//! One connection: greeting, identify or resume, heartbeats, events, and how it ends.

use std::time::Duration;

use futures::{SinkExt, StreamExt};
use reqwest::Url;
use secrecy::{ExposeSecret, SecretString};
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio::time::{Instant, sleep_until, timeout};
use tokio_util::sync::CancellationToken;
use tokio_websockets::{ClientBuilder, CloseCode, MaybeTlsStream, Message, WebSocketStream};

use super::dispatch::{self, Frame, Meaning};
use super::pauses::Pauses;
use super::session::Session;
use super::{Events, GatewayError, Timing, address};

/// The intent GUILDS, the only one (promises.md 4): the bot cannot read anybody's chat.
const GUILDS: u64 = 1 << 0;

/// Discord's usual interval, for a greeting that names none.
const USUAL_HEARTBEAT: u64 = 41_250;

/// Closing with another code than 1000 or 1001 keeps the session (discord.md 4, "closing 1000/1001").
const KEEP_SESSION: u16 = 4000;

/// How long the other side may take to say good-bye.
const FAREWELL: Duration = Duration::from_secs(2);

type Socket = WebSocketStream<MaybeTlsStream<TcpStream>>;

/// What all connections of one bot share.
pub(super) struct Line<'a> {
    pub(super) home: &'a Url,
    pub(super) at_discord: bool,
    pub(super) token: &'a SecretString,
    pub(super) events: &'a dyn Events,
    pub(super) timing: Timing,
    pub(super) stop: &'a CancellationToken,
}

/// How a connection ended.
pub(super) enum End {
    /// We were told to stop.
    Stopped,
    /// It is to be taken up again. In words fixed in the code.
    Lost(&'static str),
    /// There is no use in another try.
    Forbidden(GatewayError),
}

/// Connects and serves until the end. `session` is what is left to be resumed afterwards.
pub(super) async fn live(line: &Line<'_>, session: &mut Option<Session>, pauses: &mut Pauses) -> End {
    let goal = session.as_ref().and_then(|session| session.resume.as_ref()).unwrap_or(line.home);
    let socket = tokio::select! {
        biased;
        () = line.stop.cancelled() => return End::Stopped,
        socket = timeout(line.timing.handshake, connect(goal)) => socket.ok().flatten(),
    };
    let Some(socket) = socket else {
        // The resume address may be out of order while the configured one works.
        if let Some(session) = session {
            session.resume = None;
        }
        return End::Lost("unreachable");
    };
    let patience = Instant::now() + line.timing.handshake;
    let mut connection =
        Connection { line, socket, session, pauses, heart: None, identify_at: None, deadline: Some(patience) };
    connection.run().await
}

async fn connect(goal: &Url) -> Option<Socket> {
    let builder = ClientBuilder::new().uri(&address::to_connect(goal)).ok()?;
    builder.connect().await.ok().map(|(socket, _)| socket)
}

struct Connection<'a> {
    line: &'a Line<'a>,
    socket: Socket,
    session: &'a mut Option<Session>,
    pauses: &'a mut Pauses,
    heart: Option<Heart>,
    /// Set between the greeting and IDENTIFY.
    identify_at: Option<Instant>,
    /// By when the next step of the handshake must have come; `None` once READY or RESUMED is there.
    deadline: Option<Instant>,
}

struct Heart {
    interval: Duration,
    next: Instant,
    unanswered: bool,
}

impl Connection<'_> {
    async fn run(&mut self) -> End {
        loop {
            let beat = self.heart.as_ref().map(|heart| heart.next);
            let step = tokio::select! {
                biased;
                () = self.line.stop.cancelled() => {
                    self.say_good_bye().await;
                    return End::Stopped;
                }
                () = at(self.deadline) => {
                    // Whatever kept it from answering, a session that can't be resumed is begun anew.
                    if self.heart.is_some() {
                        *self.session = None;
                    }
                    self.close(KEEP_SESSION).await;
                    return End::Lost("silent");
                }
                () = at(beat) => self.beat_or_give_up().await,
                () = at(self.identify_at) => self.identify().await,
                message = self.socket.next() => match message {
                    Some(Ok(message)) => self.hear(message).await,
                    Some(Err(_)) | None => Err(End::Lost("broken off")),
                },
            };
            if let Err(end) = step {
                return end;
            }
        }
    }

    async fn hear(&mut self, message: Message) -> Result<(), End> {
        if let Some((code, _)) = message.as_close() {
            return Err(self.closed(code.into()));
        }
        if message.is_ping() || message.is_pong() {
            return Ok(());
        }
        // Text, or the same as bytes; the bot never asks for compression.
        let payload = message.into_payload();
        let Some(frame) = std::str::from_utf8(&payload).ok().and_then(Frame::read) else {
            self.line.events.unreadable("frame");
            return Ok(());
        };
        match frame.op {
            0 => self.take_event(&frame).await,
            1 => self.send_heartbeat().await?,
            7 => {
                self.close(KEEP_SESSION).await;
                return Err(End::Lost("asked to reconnect"));
            }
            9 => {
                let resumable = frame.data::<bool>().unwrap_or(false);
                if !resumable {
                    *self.session = None;
                }
                self.close(if resumable { KEEP_SESSION } else { 1000 }).await;
                return Err(End::Lost("session declared invalid"));
            }
            10 => self.greeted(&frame.data().unwrap_or_default()).await?,
            11 => {
                if let Some(heart) = &mut self.heart {
                    heart.unanswered = false;
                }
            }
            _ => {}
        }
        Ok(())
    }

    async fn greeted(&mut self, hello: &Value) -> Result<(), End> {
        let interval = hello["heartbeat_interval"].as_f64().filter(|millis| (1.0..1e7).contains(millis));
        let interval = Duration::from_secs_f64(interval.unwrap_or(USUAL_HEARTBEAT as f64) / 1000.0);
        let is_first = self.heart.is_none();
        let next = Instant::now() + self.pauses.share_of(interval);
        self.heart = Some(Heart { interval, next, unanswered: false });
        if !is_first {
            return Ok(());
        }
        if let Some(session) = &*self.session {
            let resume = json!({ "token": self.token(), "session_id": session.id, "seq": session.sequence });
            self.deadline = Some(Instant::now() + self.line.timing.handshake);
            return self.send(&json!({ "op": 6, "d": resume })).await;
        }
        let at = self.pauses.identify_at(Instant::now());
        self.identify_at = Some(at);
        self.deadline = Some(at + self.line.timing.handshake);
        Ok(())
    }

    async fn identify(&mut self) -> Result<(), End> {
        self.identify_at = None;
        let name = env!("CARGO_CRATE_NAME");
        let properties = json!({ "os": std::env::consts::OS, "browser": name, "device": name });
        let identify = json!({ "token": self.token(), "intents": GUILDS, "properties": properties });
        self.send(&json!({ "op": 2, "d": identify })).await
    }

    async fn take_event(&mut self, frame: &Frame<'_>) {
        if let (Some(session), Some(sequence)) = (self.session.as_mut(), frame.s) {
            session.sequence = session.sequence.max(sequence);
        }
        // Events that were missed come before RESUMED: as long as they do, the handshake goes on.
        if let Some(deadline) = &mut self.deadline {
            *deadline = Instant::now() + self.line.timing.handshake;
        }
        match dispatch::read(frame) {
            Ok(Meaning::Ready(ready)) => {
                self.deadline = None;
                self.pauses.connected(Instant::now(), false);
                let resume =
                    ready.resume.filter(|url| address::may_resume_at(url, self.line.home, self.line.at_discord));
                *self.session = ready.session.map(|id| Session { id, sequence: frame.s.unwrap_or_default(), resume });
                self.line.events.ready(ready.application, &ready.guilds).await;
            }
            Ok(Meaning::Resumed) => {
                self.deadline = None;
                self.pauses.connected(Instant::now(), true);
                self.line.events.resumed().await;
            }
            Ok(Meaning::Guild(guild, roles)) => self.line.events.guild(guild, roles).await,
            Ok(Meaning::RoleGone(guild, role)) => self.line.events.role_gone(guild, role),
            Ok(Meaning::Left(guild)) => self.line.events.left(guild).await,
            Ok(Meaning::Interaction(interaction)) => self.line.events.interaction(*interaction),
            Ok(Meaning::Nothing) => {}
            Err(kind) => self.line.events.unreadable(kind),
        }
    }

    async fn beat_or_give_up(&mut self) -> Result<(), End> {
        let Some(heart) = &mut self.heart else { return Ok(()) };
        if heart.unanswered {
            self.close(KEEP_SESSION).await;
            return Err(End::Lost("deaf"));
        }
        heart.unanswered = true;
        heart.next = Instant::now() + heart.interval;
        self.send_heartbeat().await
    }

    async fn send_heartbeat(&mut self) -> Result<(), End> {
        let sequence = self.session.as_ref().map(|session| session.sequence);
        self.send(&json!({ "op": 1, "d": sequence })).await
    }

    fn closed(&mut self, code: u16) -> End {
        match code {
            4004 => End::Forbidden(GatewayError::TokenRefused),
            4010 | 4011 => End::Forbidden(GatewayError::ShardingRequired),
            4012 => End::Forbidden(GatewayError::Closed(code)),
            4013 | 4014 => End::Forbidden(GatewayError::IntentsRefused),
            // A new session is wanted (discord.md 4, "do not reconnect").
            4007 | 4009 => {
                *self.session = None;
                End::Lost("closed")
            }
            _ => End::Lost("closed"),
        }
    }

    async fn send(&mut self, payload: &Value) -> Result<(), End> {
        match timeout(self.line.timing.handshake, self.socket.send(Message::text(payload.to_string()))).await {
            Ok(Ok(())) => Ok(()),
            Ok(Err(_)) | Err(_) => Err(End::Lost("broken off")),
        }
    }

    async fn close(&mut self, code: u16) {
        let code = CloseCode::try_from(code).ok();
        // The other side may be gone already; that is what closing is for.
        timeout(FAREWELL, self.socket.send(Message::close(code, ""))).await.ok();
    }

    /// Closes for good and waits for the answer, so that Discord shows the bot as gone at once.
    async fn say_good_bye(&mut self) {
        let farewell = async {
            self.close(1000).await;
            while let Some(Ok(_)) = self.socket.next().await {}
        };
        timeout(FAREWELL, farewell).await.ok();
    }

    fn token(&self) -> &str {
        self.line.token.expose_secret()
    }
}

async fn at(moment: Option<Instant>) {
    match moment {
        Some(moment) => sleep_until(moment).await,
        None => std::future::pending().await,
    }
}

#[cfg(test)]
mod tests {
    use tokio::net::TcpListener;

    use super::*;

    /// What a TLS client says first (RFC 8446, 5.1: a handshake record begins with 22, 3).
    #[tokio::test]
    async fn an_encrypted_address_is_spoken_to_encrypted() {
        use tokio::io::AsyncReadExt;
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("loopback");
        let port = listener.local_addr().expect("bound").port();
        let goal = Url::parse(&format!("wss://localhost:{port}")).expect("an address");
        let accepting = tokio::spawn(async move {
            let (mut stream, _) = listener.accept().await.expect("a caller");
            let mut head = [0; 2];
            stream.read_exact(&mut head).await.expect("a greeting");
            head
        });
        assert!(connect(&goal).await.is_none(), "nobody answers the greeting");
        assert_eq!(accepting.await.expect("no panic"), [22, 3]);
    }
}
