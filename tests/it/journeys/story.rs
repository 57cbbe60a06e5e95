//! The sandbox's story, played to its end with a smaller company.

use std::io::Write;
use std::sync::{Arc, Mutex};

use groundswell::app::Sandbox;
use groundswell::sandbox::story::{Paper, StoryOptions};
use groundswell::texts::Catalogue;
use tempfile::TempDir;

/// What was written, for whoever still holds a copy of the handle.
#[derive(Clone, Default)]
struct Sheet(Arc<Mutex<Vec<u8>>>);

impl Write for Sheet {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().expect("no panic while held").write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl Sheet {
    fn text(&self) -> String {
        String::from_utf8(self.0.lock().expect("no panic while held").clone()).expect("text")
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_story_is_told_to_its_end_and_all_that_it_expects_happens() {
    let folder = TempDir::new().expect("a folder");
    let sheet = Sheet::default();
    let texts = Catalogue::built_in().expect("the texts are sound");
    let sandbox = Sandbox::open(folder.path(), texts, 60).await.expect("loopback");
    let options = StoryOptions::new(folder.path().to_owned());
    let told = sandbox.tell(options, Paper::new(Box::new(sheet.clone()), false)).await;
    sandbox.close().await.expect("a clean end");
    let checks = told.unwrap_or_else(|error| panic!("{error:#}\n{}", sheet.text()));
    assert_eq!(checks.failed(), [""; 0], "{}", sheet.text());
    assert!(checks.held() > 0);
    let widest = sheet.text().lines().map(|line| line.chars().count()).max();
    assert!(widest <= Some(100), "{}", sheet.text());
    sandbox.standin().assert_clean();
}
