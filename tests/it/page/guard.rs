//! Who may talk to the page, tried on the wire.

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use super::support::Browser;

/// Sends a request with exactly these lines, and reads the whole answer.
async fn raw(browser: &Browser, lines: &[&str], body: &str) -> String {
    let address = browser.page.address().strip_prefix("http://").expect("plain HTTP");
    let mut stream = TcpStream::connect(address).await.expect("loopback");
    let head = lines.join("\r\n").replace("{host}", address);
    let request = format!("{head}\r\nconnection: close\r\ncontent-length: {}\r\n\r\n{body}", body.len());
    stream.write_all(request.as_bytes()).await.expect("sent");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.expect("text");
    answer
}

fn status(answer: &str) -> &str {
    answer.split(' ').nth(1).expect("a status line")
}

#[tokio::test]
async fn only_the_page_itself_is_let_in() {
    let browser = Browser::open().await;
    let get = "GET /api/state HTTP/1.1";
    let cases: [(&[&str], &str); 9] = [
        (&[get, "host: {host}"], "200"),
        (&[get, "host: {host}", "origin: http://{host}"], "200"),
        (&[get, "host: evil.example"], "403"),
        (&[get, "host: {host}.evil.example"], "403"),
        (&[get, "host: 127.0.0.1:1"], "403"),
        (&[get, "host: {host}", "origin: https://evil.example"], "403"),
        (&[get, "host: {host}", "origin: https://{host}"], "403"),
        (&[get, "host: {host}", "origin: null"], "403"),
        (&["GET / HTTP/1.1", "host: rebound.example"], "403"),
    ];
    for (lines, expected) in cases {
        let answer = raw(&browser, lines, "").await;
        assert_eq!(status(&answer), expected, "{lines:?}\n{answer}");
    }
}

#[tokio::test]
async fn a_form_on_another_site_changes_nothing() {
    let browser = Browser::open().await;
    let before = browser.get("/api/state").await.1["clock"]["now"].as_str().expect("a time").to_owned();
    let body = r#"{"by_seconds":86400}"#;
    let post = "POST /api/clock HTTP/1.1";
    let json = "content-type: application/json";
    let cases: [(&[&str], &str); 4] = [
        (&[post, "host: {host}", "content-type: text/plain"], "415"),
        (&[post, "host: {host}", "content-type: application/x-www-form-urlencoded"], "415"),
        (&[post, "host: {host}"], "415"),
        (&[post, "host: {host}", json, "origin: http://evil.example"], "403"),
    ];
    for (lines, expected) in cases {
        let answer = raw(&browser, lines, body).await;
        assert_eq!(status(&answer), expected, "{lines:?}\n{answer}");
        assert!(!answer.to_lowercase().contains("access-control-allow"), "{answer}");
    }
    let after = browser.get("/api/state").await.1["clock"]["now"].as_str().expect("a time").to_owned();
    assert_eq!(before[..10], after[..10]);
    let moved = raw(&browser, &[post, "host: {host}", json, "origin: http://{host}"], body).await;
    assert_eq!(status(&moved), "200", "{moved}");
}

#[tokio::test]
async fn files_are_served_with_their_types_and_nothing_beside_them() {
    let browser = Browser::open().await;
    let get = async |path: &str, more: &str| {
        raw(&browser, &[&format!("GET {path} HTTP/1.1"), "host: {host}", more], "").await.to_lowercase()
    };
    let index = get("/", "accept: */*").await;
    assert!(index.contains("content-type: text/html; charset=utf-8"), "{index}");
    for header in ["default-src 'none'", "frame-ancestors 'none'", "x-content-type-options: nosniff", "no-referrer"] {
        assert!(index.contains(header), "{header}\n{index}");
    }
    let tag = index.lines().find_map(|line| line.strip_prefix("etag: ")).expect("a tag").to_owned();
    let known = get("/", &format!("if-none-match: {tag}")).await;
    assert_eq!(status(&known), "304");
    assert!(get("/web/main.js", "accept: */*").await.contains("content-type: text/javascript"));
    for outside in ["/web/../mod.rs", "/web/%2e%2e/mod.rs", "/web/..%2fmod.rs", "/page/mod.rs", "/web/", "/web/no.js"] {
        let answer = get(outside, "accept: */*").await;
        assert_eq!(status(&answer), "404", "{outside}\n{answer}");
    }
}
