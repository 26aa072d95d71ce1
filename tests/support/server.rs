//! `tidings serve` in its own process, with a data folder, a database and a log.

use std::fs::File;
use std::path::PathBuf;
use std::process::{Child, Command, Output};
use std::time::{Duration, Instant};

use reqwest::header::CONTENT_TYPE;
use reqwest::{Client, Response};
use tempfile::TempDir;

use super::postgres::TestDatabase;

/// The time limit of a start, under the load of all other tests.
const START_TIMEOUT: Duration = Duration::from_mins(1);

/// A server; dropping it ends the process. On SQLite it uses the default database in the data folder.
pub struct Server {
    pub folder: TempDir,
    pub database: TestDatabase,
    pub base: String,
    pub client: Client,
    environment: Vec<(String, String)>,
    process: Option<Child>,
}

impl Server {
    /// Does not start it, so that commands can fill the database first.
    pub fn new(environment: &[(&str, &str)]) -> Self {
        let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let environment = environment.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        Self {
            folder: tempfile::tempdir().unwrap(),
            database: TestDatabase::create(),
            base: format!("http://127.0.0.1:{port}"),
            client: Client::builder().redirect(reqwest::redirect::Policy::none()).build().unwrap(),
            environment: environment.collect(),
            process: None,
        }
    }

    /// Sets an environment variable for processes that are started later.
    pub fn set(&mut self, name: &str, value: &str) {
        self.environment.push((name.to_owned(), value.to_owned()));
    }

    pub fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    pub fn log_file(&self) -> PathBuf {
        self.folder.path().join("log")
    }

    /// A command for this server's data folder and database, without the environment of the tests.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tidings"));
        command.args(arguments).current_dir(self.folder.path()).env_clear();
        command.env("TIDINGS_DATA_DIR", self.data()).env("TIDINGS_LISTEN", self.base.trim_start_matches("http://"));
        command.env("TIDINGS_SECRET", "the secret of all tests is no secret").env("TIDINGS_LOG", "error");
        if self.database.is_postgres() {
            command.env("DATABASE_URL", &self.database.url);
        }
        command.envs(self.environment.iter().cloned());
        command
    }

    /// Standard output of a command that must succeed.
    pub fn output(&self, arguments: &[&str]) -> String {
        let Output { status, stdout, stderr } = self.command(arguments).output().unwrap();
        assert!(status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&stderr));
        String::from_utf8(stdout).unwrap().trim().to_owned()
    }

    /// Starts the server and waits until it answers; the log is appended to.
    pub async fn start(&mut self) {
        self.start_with_files_up_to(None).await;
    }

    /// As [`Self::start`], with a limit on the size of files that simulates a full disk (setrlimit(2), `RLIMIT_FSIZE`;
    /// writes fail with EFBIG).
    pub async fn start_with_files_up_to(&mut self, bytes: Option<usize>) {
        self.start_after(bytes.map(|bytes| format!("trap '' XFSZ; ulimit -f {}", bytes / 512))).await;
    }

    /// As [`Self::start`], in a shell that has run a command before.
    pub async fn start_after(&mut self, command: Option<String>) {
        let log = File::options().create(true).append(true).open(self.log_file()).unwrap();
        let mut serve = self.command(&["serve"]);
        if let Some(command) = command {
            let mut shell = Command::new("sh");
            shell
                .args(["-c", &format!("{command}; exec \"$@\""), "sh"])
                .arg(serve.get_program())
                .args(serve.get_args());
            shell.current_dir(self.folder.path()).env_clear();
            shell.envs(serve.get_envs().filter_map(|(name, value)| Some((name, value?))));
            serve = shell;
        }
        self.process = Some(serve.stderr(log).spawn().unwrap());
        let began = Instant::now();
        while self.client.get(format!("{}/readyz", self.base)).send().await.is_err() {
            assert!(self.process.as_mut().unwrap().try_wait().unwrap().is_none(), "{}", self.log());
            assert!(began.elapsed() < START_TIMEOUT, "the server did not start: {}", self.log());
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    pub fn pid(&self) -> u32 {
        self.process.as_ref().unwrap().id()
    }

    /// The status and the text of `/readyz`.
    pub async fn ready(&self) -> (u16, String) {
        let answer = self.client.get(format!("{}/readyz", self.base)).send().await.unwrap();
        (answer.status().as_u16(), answer.text().await.unwrap())
    }

    /// The memory of the process in bytes (proc(5), `VmRSS`).
    pub fn memory(&self) -> u64 {
        let id = self.process.as_ref().unwrap().id();
        let status = std::fs::read_to_string(format!("/proc/{id}/status")).unwrap();
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
        line.trim().trim_end_matches(" kB").parse::<u64>().unwrap() * 1_024
    }

    /// Sends SIGTERM and waits for the end; returns the time it took.
    pub fn stop(&mut self) -> Duration {
        let mut process = self.process.take().unwrap();
        let began = Instant::now();
        let pid = process.id().to_string();
        assert!(Command::new("kill").args(["-TERM", &pid]).status().unwrap().success());
        assert!(process.wait().unwrap().success(), "{}", self.log());
        began.elapsed()
    }

    pub fn log(&self) -> String {
        std::fs::read_to_string(self.log_file()).unwrap_or_default()
    }

    pub async fn get(&self, path: &str) -> String {
        let answer = self.client.get(self.at(path)).send().await.unwrap();
        assert!(answer.status().is_success(), "{path}: {}", answer.status());
        answer.text().await.unwrap()
    }

    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Response {
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let request = self.client.post(self.at(path)).header(CONTENT_TYPE, "application/x-www-form-urlencoded");
        request.body(body).send().await.unwrap()
    }

    /// The URL of a path; a URL is returned as it is.
    fn at(&self, path: &str) -> String {
        if path.starts_with("http") { path.to_owned() } else { format!("{}{path}", self.base) }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(process) = &mut self.process {
            // It may have ended by itself.
            let _ = process.kill();
            let _ = process.wait();
        }
    }
}
