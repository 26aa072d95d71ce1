//! One connection of the sink: the server's side of RFC 5321.

use std::collections::HashMap;
use std::io;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;

use super::ledger::{Accepted, Ledger};
use super::rules::{Fate, fate};
use super::script::{Action, Script, Verb};

/// How much of a body is read before `dropbody` closes.
const BODY_BEGINNING: u64 = 4096;

struct Session<'a> {
    stream: BufReader<TcpStream>,
    script: &'a Script,
    ledger: &'a Ledger,
    out: Vec<u8>,
    counts: HashMap<u8, usize>,
    signed_in: bool,
    sender: Option<String>,
    recipients: Vec<String>,
}

/// Whether the dialogue goes on.
#[derive(PartialEq, Eq)]
enum Next {
    Go,
    End,
}

/// Serves one client until it quits or the script ends it.
pub async fn serve(stream: TcpStream, script: &Script, ledger: &Ledger) -> io::Result<()> {
    stream.set_nodelay(true)?;
    let mut session = Session {
        stream: BufReader::with_capacity(64 * 1024, stream),
        script,
        ledger,
        out: Vec::new(),
        counts: HashMap::new(),
        signed_in: script.auth.is_none(),
        sender: None,
        recipients: Vec::new(),
    };
    if session.answer(Verb::Greeting, "220 sink.test ESMTP").await? == Next::End {
        return session.flush().await;
    }
    while let Some(line) = session.line().await? {
        ledger.command(&line);
        if session.command(&line).await? == Next::End {
            break;
        }
    }
    session.flush().await
}

impl Session<'_> {
    /// The next line without its end. Replies are flushed only before the sink waits for input.
    async fn line(&mut self) -> io::Result<Option<String>> {
        if self.stream.buffer().is_empty() {
            self.flush().await?;
        }
        let mut line = Vec::new();
        if self.stream.read_until(b'\n', &mut line).await? == 0 {
            return Ok(None);
        }
        Ok(Some(String::from_utf8_lossy(&line).trim_end_matches(['\r', '\n']).to_owned()))
    }

    async fn flush(&mut self) -> io::Result<()> {
        self.stream.write_all(&self.out).await?;
        self.out.clear();
        self.stream.flush().await
    }

    fn say(&mut self, line: &str) {
        self.out.extend_from_slice(line.as_bytes());
        self.out.extend_from_slice(b"\r\n");
    }

    /// Does the script's action for this step, or else sends the normal reply.
    async fn answer(&mut self, verb: Verb, normal: &str) -> io::Result<Next> {
        if let Some(next) = self.scripted(verb).await? {
            return Ok(next);
        }
        self.say(normal);
        Ok(Next::Go)
    }

    async fn scripted(&mut self, verb: Verb) -> io::Result<Option<Next>> {
        let count = self.counts.entry(verb as u8).or_default();
        let action = self.script.action(verb, *count);
        *count += 1;
        Ok(Some(match action {
            None => return Ok(None),
            Some(Action::Say(line)) => {
                let line = line.clone();
                self.say(&line);
                if line.starts_with("421") { Next::End } else { Next::Go }
            }
            Some(Action::Send(bytes)) => {
                self.out.extend_from_slice(bytes);
                Next::Go
            }
            Some(Action::Hang) => self.hang().await?,
            Some(Action::Close) => Next::End,
        }))
    }

    async fn hang(&mut self) -> io::Result<Next> {
        self.flush().await?;
        std::future::pending().await
    }

    async fn command(&mut self, line: &str) -> io::Result<Next> {
        let verb = line.split([' ', ':']).next().unwrap_or_default().to_ascii_uppercase();
        if !self.script.pipelining && !self.stream.buffer().is_empty() {
            self.say("503 5.5.0 pipelining was not offered");
            return Ok(Next::End);
        }
        match verb.as_str() {
            "EHLO" => self.ehlo().await,
            "HELO" => self.answer(Verb::Ehlo, "250 sink.test").await,
            "STARTTLS" => self.answer(Verb::StartTls, "220 go ahead").await,
            "AUTH" => self.auth(line).await,
            "MAIL" => self.mail(line).await,
            "RCPT" => self.rcpt(line).await,
            "DATA" => self.data().await,
            "RSET" => {
                self.forget();
                self.answer(Verb::Rset, "250 2.0.0 forgotten").await
            }
            "NOOP" => self.answer(Verb::Rset, "250 2.0.0 ok").await,
            "QUIT" => {
                self.say("221 2.0.0 bye");
                Ok(Next::End)
            }
            _ => {
                self.say("500 5.5.2 what?");
                Ok(Next::Go)
            }
        }
    }

    fn forget(&mut self) {
        self.sender = None;
        self.recipients.clear();
    }

    async fn ehlo(&mut self) -> io::Result<Next> {
        if let Some(next) = self.scripted(Verb::Ehlo).await? {
            return Ok(next);
        }
        self.forget();
        let mut lines = vec!["sink.test".to_owned(), "8BITMIME".to_owned(), "ENHANCEDSTATUSCODES".to_owned()];
        lines.extend(self.script.pipelining.then(|| "PIPELINING".to_owned()));
        lines.extend(self.script.largest().map(|size| format!("SIZE {size}")));
        lines.extend(self.script.auth.as_ref().map(|_| "AUTH PLAIN LOGIN".to_owned()));
        lines.extend(self.script.offers.iter().cloned());
        let last = lines.pop().unwrap_or_default();
        for line in lines {
            self.say(&format!("250-{line}"));
        }
        self.say(&format!("250 {last}"));
        Ok(Next::Go)
    }

    async fn auth(&mut self, line: &str) -> io::Result<Next> {
        if let Some(next) = self.scripted(Verb::Auth).await? {
            return Ok(next);
        }
        let credentials = match line.split(' ').collect::<Vec<_>>().as_slice() {
            [_, "PLAIN", secret] => {
                let secret = unbase64(secret);
                secret
                    .trim_start_matches('\0')
                    .split_once('\0')
                    .map(|(user, password)| (user.to_owned(), password.to_owned()))
            }
            [_, "LOGIN"] => {
                self.say("334 VXNlcm5hbWU6");
                let user = self.line().await?.unwrap_or_default();
                self.say("334 UGFzc3dvcmQ6");
                let password = self.line().await?.unwrap_or_default();
                Some((unbase64(&user), unbase64(&password)))
            }
            _ => None,
        };
        self.signed_in = credentials.is_some() && credentials == self.script.auth;
        self.say(if self.signed_in { "235 2.7.0 welcome" } else { "535 5.7.8 wrong user or password" });
        Ok(Next::Go)
    }

    async fn mail(&mut self, line: &str) -> io::Result<Next> {
        if let Some(next) = self.scripted(Verb::Mail).await? {
            return Ok(next);
        }
        let answer = match path(line) {
            _ if !self.signed_in => "530 5.7.0 sign in first",
            _ if self.sender.is_some() => "503 5.5.1 one mail at a time",
            Some(sender) => {
                self.sender = Some(sender);
                "250 2.1.0 ok"
            }
            None => "501 5.5.4 no path",
        };
        self.say(answer);
        Ok(Next::Go)
    }

    async fn rcpt(&mut self, line: &str) -> io::Result<Next> {
        if let Some(next) = self.scripted(Verb::Rcpt).await? {
            return Ok(next);
        }
        let answer = match path(line) {
            _ if self.sender.is_none() => "503 5.5.1 MAIL first",
            None => "501 5.5.4 no path",
            Some(recipient) => match fate(&recipient) {
                Fate::Refuse(answer) => answer,
                Fate::RefuseOnce if self.ledger.is_first(&recipient) => "451 4.7.1 greylisted",
                _ => {
                    self.recipients.push(recipient);
                    "250 2.1.5 ok"
                }
            },
        };
        self.say(answer);
        Ok(Next::Go)
    }

    async fn data(&mut self) -> io::Result<Next> {
        if let Some(next) = self.scripted(Verb::Data).await? {
            return Ok(next);
        }
        let Some(first) = self.recipients.first() else {
            self.say("554 5.5.1 no valid recipients");
            return Ok(Next::Go);
        };
        let fate = fate(first);
        if fate == Fate::DropBefore {
            return Ok(Next::End);
        }
        self.say("354 go ahead");
        self.flush().await?;
        if fate == Fate::DropBody {
            let mut beginning = Vec::new();
            (&mut self.stream).take(BODY_BEGINNING).read_to_end(&mut beginning).await?;
            return Ok(Next::End);
        }
        let Some(data) = self.body().await? else { return Ok(Next::End) };
        self.dot(fate, data).await
    }

    /// The mail up to its dot, without dot-stuffing; none if the client disconnects first.
    async fn body(&mut self) -> io::Result<Option<String>> {
        let mut data = Vec::new();
        loop {
            let start = data.len();
            if self.stream.read_until(b'\n', &mut data).await? == 0 {
                return Ok(None);
            }
            // Only CRLF ends a line: a dot after a bare LF is text.
            let at_line_start = start == 0 || data.get(..start).is_some_and(|before| before.ends_with(b"\r\n"));
            if at_line_start && data.get(start..) == Some(b".\r\n") {
                data.truncate(start);
                return Ok(Some(String::from_utf8_lossy(&data).into_owned()));
            }
            if at_line_start && data.get(start) == Some(&b'.') {
                data.remove(start);
            }
        }
    }

    async fn dot(&mut self, fate: Fate, data: String) -> io::Result<Next> {
        let sender = self.sender.take().unwrap_or_default();
        let recipients = std::mem::take(&mut self.recipients);
        if let Some(next) = self.scripted(Verb::Dot).await? {
            return Ok(next);
        }
        match fate {
            Fate::Hang => return self.hang().await,
            Fate::Drop => return Ok(Next::End),
            Fate::Slow(wait) => tokio::time::sleep(wait).await,
            Fate::RefuseBody(answer) => {
                self.say(answer);
                return Ok(Next::Go);
            }
            _ => {}
        }
        if self.script.largest().is_some_and(|size| data.len() as u64 > size) {
            self.say("552 5.3.4 too large");
            return Ok(Next::Go);
        }
        if self.script.per_second.is_some_and(|most| !self.ledger.has_room(most)) {
            self.say("454 Throttling failure: Maximum sending rate exceeded.");
            return Ok(Next::Go);
        }
        let message_id = message_id(&data);
        for recipient in recipients {
            let (return_path, message_id, data) = (sender.clone(), message_id.clone(), data.clone());
            if !self.ledger.accept(Accepted { return_path, recipient, message_id, data }).await {
                self.say("451 4.3.0 the ledger cannot be written");
                return Ok(Next::Go);
            }
        }
        self.say("250 2.0.0 accepted");
        Ok(Next::Go)
    }
}

/// The text between the first `<` and the last `>`.
fn path(line: &str) -> Option<String> {
    let (_, rest) = line.split_once('<')?;
    rest.rsplit_once('>').map(|(path, _)| path.to_owned())
}

fn message_id(data: &str) -> String {
    let head = data.split_once("\r\n\r\n").map_or(data, |(head, _)| head);
    let field = head.split("\r\n").find_map(|line| line.strip_prefix("Message-ID: "));
    field.unwrap_or_default().trim_matches(['<', '>']).to_owned()
}

fn unbase64(text: &str) -> String {
    String::from_utf8_lossy(&STANDARD.decode(text).unwrap_or_default()).into_owned()
}
