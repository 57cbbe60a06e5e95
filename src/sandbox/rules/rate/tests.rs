//! Buckets, the global limit and the ban, on a clock that the test moves.

use super::*;

const POST: (&str, &str) = ("POST", "/channels/7/messages");
const CALLBACK: (&str, &str) = ("POST", "/interactions/7/aW50/callback");

fn at(milliseconds: i64) -> DateTime<Utc> {
    DateTime::UNIX_EPOCH + TimeDelta::days(20_000) + TimeDelta::milliseconds(milliseconds)
}

fn header<'a>(verdict: &'a Verdict, name: &str) -> Option<&'a str> {
    verdict.headers.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str())
}

fn hit(rates: &mut Rates, milliseconds: i64, (method, path): (&str, &str)) -> Verdict {
    rates.hit(at(milliseconds), method, path)
}

/// The scope of the refusal, `None` when the request is taken.
fn scope(verdict: &Verdict) -> Option<Scope> {
    verdict.refusal.as_ref().map(|refusal| refusal.scope)
}

#[test]
fn five_messages_in_five_seconds_and_then_no_more_until_the_window_closes() {
    let mut rates = Rates::default();
    for (number, left) in (0..5).zip(["4", "3", "2", "1", "0"]) {
        let verdict = hit(&mut rates, number * 100, POST);
        assert_eq!((scope(&verdict), header(&verdict, "x-ratelimit-remaining")), (None, Some(left)));
    }
    let verdict = hit(&mut rates, 1_250, POST);
    let refusal = verdict.refusal.clone().expect("refused");
    assert_eq!((refusal.scope, refusal.retry_after), (Scope::User, 3.75));
    assert_eq!(header(&verdict, "retry-after"), Some("4"));
    assert_eq!(header(&verdict, "x-ratelimit-limit"), Some("5"));
    assert_eq!(header(&verdict, "x-ratelimit-remaining"), Some("0"));
    assert_eq!(header(&verdict, "x-ratelimit-reset-after"), Some("3.750"));
    assert_eq!(header(&verdict, "x-ratelimit-reset"), Some("1728000005.000"));
    assert_eq!(header(&verdict, "x-ratelimit-scope"), Some("user"));
    assert_eq!(header(&verdict, "x-ratelimit-global"), None);
    let body: Value = serde_json::from_str(&refusal.body()).expect("JSON");
    assert_eq!(body, json!({ "message": "You are being rate limited.", "retry_after": 3.75, "global": false }));
    assert_eq!(scope(&hit(&mut rates, 4_999, POST)), Some(Scope::User));
    assert_eq!(scope(&hit(&mut rates, 5_000, POST)), None);
}

#[test]
fn a_bucket_belongs_to_one_channel_and_one_method() {
    let mut rates = Rates::default();
    rates.set_route("POST", "/channels/{}/messages", Limit::per_seconds(1, 60));
    let first = hit(&mut rates, 0, POST);
    assert_eq!(scope(&hit(&mut rates, 0, POST)), Some(Scope::User));
    let other = hit(&mut rates, 0, ("POST", "/channels/8/messages"));
    assert_eq!(scope(&other), None);
    assert_eq!(header(&first, "x-ratelimit-bucket"), header(&other, "x-ratelimit-bucket"));
    let get = hit(&mut rates, 0, ("GET", "/channels/7/messages"));
    assert_eq!(scope(&get), None);
    assert_ne!(header(&first, "x-ratelimit-bucket"), header(&get, "x-ratelimit-bucket"));
}

#[test]
fn messages_of_one_channel_share_the_bucket_for_edits() {
    let mut rates = Rates::default();
    rates.set_route("PATCH", "/channels/{}/messages/{}", Limit::per_seconds(1, 60));
    assert_eq!(scope(&hit(&mut rates, 0, ("PATCH", "/channels/7/messages/1"))), None);
    assert_eq!(scope(&hit(&mut rates, 0, ("PATCH", "/channels/7/messages/2"))), Some(Scope::User));
}

#[test]
fn the_global_limit_counts_everything_but_interactions() {
    let mut rates = Rates::default();
    for channel in 0..50 {
        assert_eq!(scope(&hit(&mut rates, 0, ("POST", &format!("/channels/{channel}/messages")))), None);
    }
    let verdict = hit(&mut rates, 400, ("GET", "/gateway/bot"));
    let refusal = verdict.refusal.clone().expect("refused");
    assert_eq!((refusal.scope, refusal.retry_after), (Scope::Global, 0.6));
    assert_eq!(header(&verdict, "x-ratelimit-global"), Some("true"));
    assert_eq!(header(&verdict, "x-ratelimit-scope"), Some("global"));
    assert_eq!(header(&verdict, "x-ratelimit-bucket"), None);
    assert_eq!(serde_json::from_str::<Value>(&refusal.body()).expect("JSON")["global"], true);
    assert_eq!(scope(&hit(&mut rates, 400, CALLBACK)), None);
    assert_eq!(scope(&hit(&mut rates, 400, ("PATCH", "/webhooks/7/aW50/messages/@original"))), None);
    assert_eq!(scope(&hit(&mut rates, 1_000, ("GET", "/gateway/bot"))), None);
}

#[test]
fn a_globally_refused_request_takes_nothing_from_its_bucket() {
    let mut rates = Rates::default();
    rates.set_global(Some(Limit::per_seconds(1, 1)));
    assert_eq!(scope(&hit(&mut rates, 0, ("GET", "/gateway"))), None);
    assert_eq!(scope(&hit(&mut rates, 0, POST)), Some(Scope::Global));
    assert_eq!(header(&hit(&mut rates, 1_000, POST), "x-ratelimit-remaining"), Some("4"));
}

#[test]
fn the_limit_of_all_other_routes_can_be_set() {
    let mut rates = Rates::default();
    rates.set_others(Limit::per_seconds(1, 10));
    rates.set_global(None);
    assert_eq!(scope(&hit(&mut rates, 0, ("GET", "/guilds/1/roles"))), None);
    assert_eq!(scope(&hit(&mut rates, 0, ("GET", "/guilds/1/roles"))), Some(Scope::User));
    assert_eq!(scope(&hit(&mut rates, 0, ("GET", "/guilds/2/roles"))), None);
}

#[test]
fn invalid_requests_are_counted_for_ten_minutes_and_shared_ones_are_not() {
    let mut rates = Rates::default();
    for status in [200, 400, 401, 403, 404, 429, 500] {
        rates.note_answer(at(0), status, None);
    }
    rates.note_answer(at(0), 429, Some(Scope::Shared));
    rates.note_answer(at(0), 429, Some(Scope::Global));
    assert_eq!(rates.invalid_requests(at(599_999)), 4);
    assert_eq!(rates.invalid_requests(at(600_000)), 0);
    for _ in 0..6 {
        hit(&mut rates, 700_000, POST);
    }
    assert_eq!(rates.invalid_requests(at(700_000)), 1, "a refused message counts");
}

#[test]
fn too_many_invalid_requests_end_in_cloudflares_page_without_headers() {
    let mut rates = Rates::default();
    rates.set_invalid_most(3);
    for second in 0..3 {
        rates.note_answer(at(second * 1000), 401, None);
    }
    let verdict = hit(&mut rates, 3_000, CALLBACK);
    let refusal = verdict.refusal.clone().expect("banned");
    assert_eq!(refusal.scope, Scope::Cloudflare);
    assert_eq!(verdict.headers, [("content-type", "text/html".to_owned())]);
    assert!(serde_json::from_str::<Value>(&refusal.body()).is_err());
    assert_eq!(scope(&hit(&mut rates, 600_000, CALLBACK)), None, "the oldest has left the window");
}

#[test]
fn a_clock_that_goes_back_opens_a_new_window() {
    let mut rates = Rates::default();
    rates.set_route("POST", "/channels/{}/messages", Limit::per_seconds(1, 5));
    assert_eq!(scope(&hit(&mut rates, 100_000, POST)), None);
    assert_eq!(scope(&hit(&mut rates, 0, POST)), None);
    assert_eq!(scope(&hit(&mut rates, 1, POST)), Some(Scope::User));
}

#[test]
fn buckets_of_past_interactions_are_forgotten() {
    let mut rates = Rates::default();
    for second in 0..5_000 {
        let path = format!("/interactions/{second}/t/callback");
        assert_eq!(scope(&hit(&mut rates, second * 1000, ("POST", &path))), None);
    }
    assert!(rates.buckets.len() <= 1024, "{} buckets", rates.buckets.len());
}
