//! One chromedriver process, shared by the browsers that are open at the same time.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{Ipv4Addr, TcpStream};
use std::os::unix::process::CommandExt as _;
use std::path::PathBuf;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use crate::support::shared::Shared;

/// Ends chromedriver and its browsers when standard input closes: when it is dropped, and also when the test process is
/// killed. The shell has its own process group, so the signal reaches only the processes that it started.
const UNTIL_INPUT_CLOSES: &str = r#"trap : TERM; "$0" --port=0 & read -r _; kill -TERM 0; wait"#;

pub struct Chromedriver {
    port: u16,
    shell: Child,
    input: Option<ChildStdin>,
}

impl Chromedriver {
    pub fn shared() -> Arc<Self> {
        static SHARED: Shared<Chromedriver> = Shared::new();
        SHARED.get(Self::start)
    }

    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Closes the session's Chromium and waits for its end. It uses no runtime, so it works while a test unwinds.
    pub fn end_session(&self, id: &str) {
        let request = || -> std::io::Result<u8> {
            let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port))?;
            stream.set_read_timeout(Some(Duration::from_secs(20)))?;
            write!(stream, "DELETE /session/{id} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")?;
            let mut first = [0];
            stream.read_exact(&mut first)?;
            Ok(first[0])
        };
        if let Err(error) = request() {
            eprintln!("a browser was not closed: {error}");
        }
    }

    fn start() -> Self {
        let path = find().expect("chromedriver is missing: install Debian's chromium-driver, or run tests/run");
        let mut shell = Command::new("/bin/sh")
            .args(["-c", UNTIL_INPUT_CLOSES])
            .arg(path)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .process_group(0)
            .spawn()
            .expect("start chromedriver");
        let input = shell.stdin.take();
        let mut lines = BufReader::new(shell.stdout.take().expect("a pipe")).lines().map_while(Result::ok);
        let port = lines.find_map(|line| port_of(&line)).expect("chromedriver says its port");
        // Chromedriver would block if nobody read its output.
        std::thread::spawn(move || lines.for_each(drop));
        Self { port, shell, input }
    }
}

impl Drop for Chromedriver {
    fn drop(&mut self) {
        drop(self.input.take());
        if let Err(error) = self.shell.wait() {
            eprintln!("chromedriver may still run: {error}");
        }
    }
}

fn find() -> Option<PathBuf> {
    let folders = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&folders)
        .chain([PathBuf::from("/usr/bin")])
        .map(|folder| folder.join("chromedriver"))
        .find(|path| path.is_file())
}

/// From "ChromeDriver was started successfully on port 42151."
fn port_of(line: &str) -> Option<u16> {
    line.strip_prefix("ChromeDriver was started successfully on port ")?.trim_end_matches('.').parse().ok()
}
