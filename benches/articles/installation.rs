//! Tidings as an operator runs it: commands, and `tidings serve` in its own process.

use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A data folder, a database and an address for the server.
pub struct Installation {
    pub folder: PathBuf,
    pub url: String,
    pub address: SocketAddr,
}

impl Installation {
    /// Stores files in `folder`; `url` is that of the database.
    pub fn new(folder: &Path, url: &str) -> Self {
        let address = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        Self { folder: folder.to_owned(), url: url.to_owned(), address }
    }

    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tidings"));
        command.args(arguments).env_clear().env("TIDINGS_DATA_DIR", &self.folder).env("DATABASE_URL", &self.url);
        command.env("TIDINGS_LISTEN", self.address.to_string()).env("TIDINGS_LOG", "error");
        command.env("TIDINGS_SECRET", "the secret of a benchmark is no secret");
        command.env("TIDINGS_CLIENT_LIMITS", "off");
        command
    }

    /// Runs a command to its end; returns its wall time, its CPU time in nanoseconds and its peak memory in KiB.
    pub fn run(&self, arguments: &[&str]) -> (Duration, u64, u64) {
        let began = Instant::now();
        let mut child = self.command(arguments).stdout(Stdio::null()).spawn().unwrap();
        let (mut cpu, mut memory) = (0, 0);
        while child.try_wait().unwrap().is_none() {
            cpu = crate::cpu::cpu_of(child.id()).max(cpu);
            memory = peak_memory(child.id()).max(memory);
            std::thread::sleep(Duration::from_millis(5));
        }
        assert!(child.wait().unwrap().success(), "{arguments:?} failed");
        (began.elapsed(), cpu, memory)
    }

    /// Starts the server and waits until it answers.
    pub fn serve(&self) -> Server {
        let child = self.command(&["serve"]).spawn().unwrap();
        let server = Server { child };
        let began = Instant::now();
        while std::net::TcpStream::connect(self.address).is_err() {
            assert!(began.elapsed() < Duration::from_mins(1), "the server did not start");
            std::thread::sleep(Duration::from_millis(50));
        }
        server
    }
}

/// A running server; dropping it ends the process.
pub struct Server {
    child: Child,
}

impl Server {
    pub fn pid(&self) -> u32 {
        self.child.id()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The peak memory of a process, in KiB (proc(5), `VmHWM`); 0 if it has ended.
fn peak_memory(pid: u32) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok()).unwrap_or(0)
}
