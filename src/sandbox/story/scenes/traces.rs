//! What is left on disk: the bytes of the guild's folder, as somebody would search them who got hold of the machine.

use std::fs;
use std::path::Path;

use anyhow::Context;

use crate::sandbox::story::stage::Stage;
use crate::values;

/// Looks for texts that people typed and that may not be there any more.
pub(super) fn look_for(stage: &mut Stage, texts: &[&str]) -> anyhow::Result<()> {
    let database = stage.database();
    let folder = database.parent().context("a database lies in a folder")?;
    let mut found = Vec::new();
    search(folder, texts, &mut found).with_context(|| format!("the folder {}", folder.display()))?;
    stage.expect(found.is_empty(), "story.expect.no_traces", values! {}, || found.join("\n"))
}

fn search(folder: &Path, texts: &[&str], found: &mut Vec<String>) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            search(&path, texts, found)?;
            continue;
        }
        let bytes = fs::read(&path)?;
        let holds = |text: &&&str| bytes.windows(text.len()).any(|window| window == text.as_bytes());
        found.extend(texts.iter().filter(holds).map(|text| format!("{text}: {}", path.display())));
    }
    Ok(())
}
