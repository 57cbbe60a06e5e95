//! The settings against files and environments as operators write them.

use std::collections::HashMap;
use std::fs;
use std::path::PathBuf;

use secrecy::ExposeSecret;
use tempfile::TempDir;

use super::*;

const TOKEN: &str = "MTIz.stand-in.s3cr3t";

struct Bench {
    folder: TempDir,
    config: Option<PathBuf>,
    env: HashMap<&'static str, String>,
}

impl Bench {
    fn new() -> Self {
        Self { folder: TempDir::new().expect("a folder"), config: None, env: HashMap::new() }
    }

    fn file(mut self, text: &str) -> Self {
        let path = self.folder.path().join("groundswell.toml");
        fs::write(&path, text).expect("written");
        self.config = Some(path);
        self
    }

    fn env(mut self, name: &'static str, value: &str) -> Self {
        self.env.insert(name, value.to_owned());
        self
    }

    fn token_file(self, content: &str, mode: u32) -> Self {
        use std::os::unix::fs::PermissionsExt;
        let path = self.folder.path().join("token");
        fs::write(&path, content).expect("written");
        fs::set_permissions(&path, fs::Permissions::from_mode(mode)).expect("set");
        let path = path.display().to_string();
        self.env("DISCORD_TOKEN_FILE", &path)
    }

    fn load(&self) -> Result<Settings, Vec<String>> {
        let shown = |faults: Vec<SettingsFault>| {
            let folder = format!("{}/", self.folder.path().display());
            faults.iter().map(|fault| fault.to_string().replace(&folder, "")).collect()
        };
        Settings::load(self.config.as_deref(), |name| self.env.get(name).cloned()).map_err(shown)
    }

    fn faults(&self) -> Vec<String> {
        self.load().expect_err("faulty settings")
    }
}

#[test]
fn a_token_is_all_that_must_be_set() {
    let settings = Bench::new().env("DISCORD_TOKEN", TOKEN).load().expect("enough");
    assert_eq!(settings.token.expect("set").expose_secret(), TOKEN);
    assert_eq!(settings.api_base.as_str(), "https://discord.com");
    assert_eq!(settings.data_dir, PathBuf::from("data"));
    assert_eq!((settings.messages_dir, settings.health_listen), (None, None));
    assert_eq!((settings.log, settings.log_format), (None, LogFormat::Text));
    assert_eq!(settings.warnings, []);
}

#[test]
fn without_a_token_a_bot_does_not_start_but_a_check_does() {
    let bench = Bench::new().env("DISCORD_TOKEN", "  ");
    assert_eq!(bench.faults().len(), 1);
    assert!(bench.faults()[0].starts_with("no bot token: set DISCORD_TOKEN"));
    let checked = Settings::load_without_token(None, |_| None).expect("no token needed");
    assert!(checked.token.is_none());
}

#[test]
fn the_environment_wins_over_the_file_and_empty_variables_count_as_unset() {
    let settings = Bench::new()
        .file("data_dir = 'from-file'\nlog = 'warn'\n[discord]\napi_base = 'https://file.example:8443/'\n")
        .env("DISCORD_TOKEN", TOKEN)
        .env("GROUNDSWELL_DATA_DIR", "from-env")
        .env("GROUNDSWELL_LOG", "")
        .load()
        .expect("valid");
    assert_eq!(settings.data_dir, PathBuf::from("from-env"));
    assert_eq!(settings.log.as_deref(), Some("warn"));
    assert_eq!(settings.api_base.as_str(), "https://file.example:8443");
}

#[test]
fn every_fault_is_listed_at_once_with_its_file_and_line() {
    let faults = Bench::new()
        .file(
            "datadir = 'x'\n\
             log = 'groundswell=loud'\n\
             log_format = 3\n\
             colour = 'blue'\n\
             \n\
             [helth]\n\
             listen = '127.0.0.1:9100'\n\
             [discord]\n\
             token = 'MTIz.stand-in.s3cr3t'\n\
             api_base = 'discord.com'\n\
             token_file = ''\n",
        )
        .env("DISCORD_TOKEN", "two words")
        .env("GROUNDSWELL_HEALTH_LISTEN", "0.0.0.0:9100")
        .faults();
    insta::assert_snapshot!(faults.join("\n"));
}

#[test]
fn faults_of_syntax_do_not_hide_the_others_and_quote_no_line() {
    let faults = Bench::new().file("log_format = 'xml'\ntoken = MTIz.s3cr3t\n").faults();
    let all = faults.join("\n");
    assert!(all.contains("groundswell.toml:1: \"xml\" is not a log format"), "{all}");
    assert!(all.contains("groundswell.toml:2: not valid TOML"), "{all}");
    assert!(!all.contains("s3cr3t"), "{all}");
    assert!(faults.iter().all(|fault| !fault.contains('\n')), "{all}");
}

#[test]
fn a_file_that_was_named_must_be_there() {
    let mut bench = Bench::new().env("DISCORD_TOKEN", TOKEN);
    bench.config = Some(bench.folder.path().join("elsewhere.toml"));
    let faults = bench.faults();
    assert_eq!(faults.len(), 1);
    assert!(faults[0].starts_with("elsewhere.toml: can't read this file: "), "{faults:?}");
}

#[test]
fn a_token_file_is_trimmed_and_its_openness_warned_of() {
    let settings = Bench::new().token_file(&format!("{TOKEN}\n"), 0o600).load().expect("valid");
    assert_eq!(settings.token.expect("read").expose_secret(), TOKEN);
    assert_eq!(settings.warnings, []);
    let settings = Bench::new().token_file(TOKEN, 0o644).load().expect("valid all the same");
    assert!(settings.warnings[0].to_string().contains("chmod 600"), "{:?}", settings.warnings);
}

#[test]
fn a_credential_that_systemd_guards_is_not_warned_of() {
    let bench = Bench::new().token_file(TOKEN, 0o440);
    let folder = bench.folder.path().display().to_string();
    assert_eq!(bench.load().expect("valid").warnings.len(), 1);
    assert_eq!(bench.env("CREDENTIALS_DIRECTORY", &folder).load().expect("valid").warnings, []);
}

#[test]
fn the_variable_wins_over_the_token_file() {
    let settings = Bench::new().token_file("other", 0o600).env("DISCORD_TOKEN", TOKEN).load().expect("valid");
    assert_eq!(settings.token.expect("set").expose_secret(), TOKEN);
}

#[test]
fn a_faulty_token_is_refused_and_never_shown() {
    for token in ["", "\n", "Bot s3cr3t", "s3cr3t s3cr3t", "s3cr3t\u{200b}", &"s3cr3t".repeat(1000)] {
        let faults = Bench::new().token_file(token, 0o600).faults();
        assert_eq!(faults.len(), 1, "{faults:?}");
        assert!(!faults[0].contains("s3cr3t"), "{faults:?}");
    }
}

#[test]
fn settings_can_be_printed_without_the_token() {
    let settings = Bench::new().env("DISCORD_TOKEN", TOKEN).load().expect("valid");
    assert!(!format!("{settings:?}").contains("s3cr3t"));
}

#[test]
fn an_api_base_is_scheme_host_and_port() {
    let load = |base: &str| Bench::new().env("DISCORD_TOKEN", TOKEN).env("GROUNDSWELL_DISCORD_API_BASE", base).load();
    for base in ["http://127.0.0.1:8080", "http://[::1]:8080", "http://localhost:8080", "https://proxy.example"] {
        let settings = load(base).expect("valid");
        assert_eq!((settings.api_base.as_str(), settings.warnings), (base, vec![]));
    }
    for base in ["discord.com", "ftp://discord.com", "https://discord.com/api/v10", "https://a.example?b", "https://"] {
        assert_eq!(load(base).expect_err(base).len(), 1);
    }
    let with_password = load("https://me:s3cr3t@a.example").expect_err("holds a password");
    assert!(!with_password[0].contains("s3cr3t"), "{with_password:?}");
}

#[test]
fn an_unencrypted_api_base_elsewhere_is_warned_of() {
    let settings = Bench::new()
        .env("DISCORD_TOKEN", TOKEN)
        .env("GROUNDSWELL_DISCORD_API_BASE", "http://staging.example:8080")
        .load()
        .expect("allowed");
    insta::assert_snapshot!(settings.warnings[0]);
}

#[test]
fn the_health_page_stays_on_loopback() {
    let load =
        |address: &str| Bench::new().env("DISCORD_TOKEN", TOKEN).env("GROUNDSWELL_HEALTH_LISTEN", address).load();
    assert!(load("127.0.0.1:9100").is_ok() && load("[::1]:9100").is_ok());
    for address in ["0.0.0.0:9100", "192.0.2.1:80", "9100", "localhost"] {
        assert_eq!(load(address).expect_err(address).len(), 1);
    }
}

#[test]
fn folders_are_checked_and_nothing_is_created() {
    let bench = Bench::new().env("DISCORD_TOKEN", TOKEN);
    let folder = bench.folder.path().to_owned();
    let (file, absent) = (folder.join("file"), folder.join("absent"));
    fs::write(&file, "").expect("written");
    let bench = bench
        .env("GROUNDSWELL_DATA_DIR", &file.display().to_string())
        .env("GROUNDSWELL_MESSAGES_DIR", &absent.display().to_string());
    insta::assert_snapshot!(bench.faults().join("\n").replace(&format!("{}/", folder.display()), ""));
    let fresh = bench.env("GROUNDSWELL_DATA_DIR", &absent.display().to_string()).env("GROUNDSWELL_MESSAGES_DIR", "");
    assert_eq!(fresh.load().expect("valid").data_dir, absent);
    assert!(!absent.exists());
}

#[test]
fn the_example_in_the_readme_names_every_setting_and_loads() {
    let readme = include_str!("../../README.md");
    let example = readme.split("```toml\n").nth(1).and_then(|rest| rest.split("```").next()).expect("an example");
    let bench = Bench::new().file(example);
    Settings::load_without_token(bench.config.as_deref(), |_| None).expect("valid");
    let (written, _) = file::read(bench.config.as_deref());
    for setting in ALL {
        assert!(written.get(setting.key).is_some(), "{} is not in the example", setting.key);
        assert!(readme.contains(setting.variable), "{} is not named", setting.variable);
    }
}
