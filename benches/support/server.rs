//! `tidings serve` in its own process, on a database with one newsletter.

use std::net::{SocketAddr, TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// A server that is not started yet.
pub struct Prepared {
    folder: TempDir,
    url: String,
    address: SocketAddr,
    client_limits: &'static str,
}

/// A running server; dropping it ends the process.
pub struct Server {
    child: Child,
    pub address: SocketAddr,
    _folder: TempDir,
}

impl Server {
    /// Creates the schema and a newsletter.
    pub fn prepare(url: &str) -> Prepared {
        let address = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        let prepared =
            Prepared { folder: tempfile::tempdir().unwrap(), url: url.to_owned(), address, client_limits: "off" };
        let mut add = prepared.command(&["newsletter", "add", "--slug", "daily", "--name", "The Daily"]);
        add.args(["--sender", "news@example.com", "--contact", "desk@example.com"]);
        add.args(["--postal-address", "1 Quay Street"]);
        assert!(add.stdout(Stdio::null()).status().unwrap().success());
        prepared
    }

    #[allow(dead_code, reason = "not every benchmark uses it")]
    pub fn pid(&self) -> u32 {
        self.child.id()
    }
}

impl Prepared {
    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tidings"));
        command.args(arguments).current_dir(self.folder.path()).env_clear();
        command.env("TIDINGS_DATA_DIR", self.folder.path()).env("DATABASE_URL", &self.url);
        command.env("TIDINGS_SECRET", "the secret of a benchmark is no secret").env("TIDINGS_LOG", "error");
        command.env("TIDINGS_LISTEN", self.address.to_string());
        // No server listens there, so that mails stay queued.
        command.env("TIDINGS_RELAY", "smtp://127.0.0.1:9?tls=none");
        command.env("TIDINGS_PROOF_OF_WORK", "off").env("TIDINGS_CLIENT_LIMITS", self.client_limits);
        command
    }

    /// With the limits by client, which are off for loads that come from one address.
    #[allow(dead_code, reason = "not every benchmark uses it")]
    pub fn with_client_limits(self) -> Self {
        Self { client_limits: "on", ..self }
    }

    /// Standard output of a command that must succeed.
    #[allow(dead_code, reason = "not every benchmark uses it")]
    pub fn output(&self, arguments: &[&str]) -> String {
        let output = self.command(arguments).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap().trim().to_owned()
    }

    pub fn start(self) -> Server {
        let child = self.command(&["serve"]).stderr(Stdio::null()).spawn().unwrap();
        let server = Server { child, address: self.address, _folder: self.folder };
        let began = Instant::now();
        while TcpStream::connect(server.address).is_err() {
            assert!(began.elapsed() < Duration::from_mins(1), "the server did not start");
            std::thread::sleep(Duration::from_millis(50));
        }
        server
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
