//! A PostgreSQL server with default settings: that of `TIDINGS_BENCH_POSTGRES`, or a private one.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use diesel::connection::SimpleConnection as _;
use diesel::{Connection as _, PgConnection};

pub struct Server {
    url: String,
    child: Option<Child>,
    /// The process id of a private server.
    pub pid: Option<u32>,
}

impl Server {
    pub fn find_or_start(folder: &Path) -> Self {
        match std::env::var("TIDINGS_BENCH_POSTGRES") {
            Ok(url) => Self { url, child: None, pid: None },
            Err(_) => Self::start(folder),
        }
    }

    fn start(folder: &Path) -> Self {
        let (programs, data) = (programs(), folder.join("postgres"));
        std::fs::create_dir(&data).unwrap();
        let open = std::os::unix::fs::PermissionsExt::from_mode(0o755);
        std::fs::set_permissions(folder, open).unwrap();
        assert!(Command::new("chown").arg("postgres").arg(&data).status().unwrap().success());
        let initdb = as_postgres(&programs.join("initdb"))
            .args(["--username=tidings", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8"])
            .arg("--pgdata")
            .arg(&data)
            .stdout(Stdio::null())
            .status();
        assert!(initdb.unwrap().success(), "initdb failed");
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let child = as_postgres(&programs.join("postgres"))
            .arg("-D")
            .arg(&data)
            .args(["-p", &port.to_string(), "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="])
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let url = format!("postgres://tidings@127.0.0.1:{port}/postgres");
        let began = Instant::now();
        while PgConnection::establish(&url).is_err() {
            assert!(began.elapsed() < Duration::from_secs(20), "PostgreSQL did not start");
            std::thread::sleep(Duration::from_millis(100));
        }
        let pid = Some(child.id());
        Self { url, child: Some(child), pid }
    }

    /// Creates a database and returns its URL.
    pub fn database(&self, round: u32) -> String {
        let name = format!("bench_{}_{round}", std::process::id());
        let mut conn = PgConnection::establish(&self.url).unwrap();
        conn.batch_execute(&format!("CREATE DATABASE {name}")).unwrap();
        let (server, _) = self.url.rsplit_once('/').unwrap();
        format!("{server}/{name}")
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(child) = &mut self.child {
            // An unclean end is harmless: its folder is deleted.
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

fn programs() -> PathBuf {
    let mut folders: Vec<PathBuf> = std::fs::read_dir("/usr/lib/postgresql")
        .expect("the package postgresql, or TIDINGS_BENCH_POSTGRES")
        .filter_map(|entry| Some(entry.ok()?.path().join("bin")))
        .collect();
    folders.sort();
    folders.pop().expect("the package postgresql")
}

/// Runs a program as the user `postgres`, because the server refuses to run as root.
fn as_postgres(program: &Path) -> Command {
    let mut command = Command::new("setpriv");
    command.args(["--reuid=postgres", "--regid=postgres", "--clear-groups", "--"]).arg(program).current_dir("/");
    command
}
