//! Postfix's test programs as child processes.

use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::Run;
use crate::cpu::cpu_of;

/// A running `smtp-sink`.
pub struct Sink {
    child: Child,
    pub address: String,
}

impl Sink {
    pub fn start() -> Self {
        let address = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string();
        let child = Command::new("/usr/sbin/smtp-sink")
            .args(["-u", "nobody", "-m", "1024", &format!("inet:{address}"), "1024"])
            .spawn()
            .expect("smtp-sink of the package postfix");
        let began = Instant::now();
        while TcpStream::connect(&address).is_err() {
            assert!(began.elapsed() < Duration::from_secs(5), "smtp-sink does not listen on {address}");
            std::thread::sleep(Duration::from_millis(20));
        }
        Self { child, address }
    }

    /// The CPU time of the sink, in nanoseconds.
    pub fn cpu(&self) -> u64 {
        cpu_of(self.child.id())
    }

    /// Sends by `smtp-source`, the reference of the benchmark.
    pub fn source(&self, mails: u32) -> Run {
        let (sink, began) = (self.cpu(), Instant::now());
        let mut source = Command::new("/usr/sbin/smtp-source")
            .args(["-d", "-s", "32", "-l", "30720", "-m", &mails.to_string()])
            .args(["-f", "news@example.com", "-t", "user@example.net", "-M", "localhost"])
            .arg(format!("inet:{}", self.address))
            .stdout(Stdio::null())
            .spawn()
            .expect("smtp-source of the package postfix");
        let mut client = 0;
        while source.try_wait().unwrap().is_none() {
            client = cpu_of(source.id()).max(client);
            std::thread::sleep(Duration::from_millis(5));
        }
        Run { wall: began.elapsed(), client, sink: self.cpu() - sink, database: 0 }
    }
}

impl Drop for Sink {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
