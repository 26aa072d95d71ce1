//! The export of all subscribers as a CSV file, which is sent while it is read.

use std::pin::Pin;
use std::task::{Context, Poll};

use actix_web::body::{BodySize, MessageBody};
use actix_web::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use actix_web::{HttpResponse, web};
use tokio::sync::mpsc;

use crate::db::{self, Db};
use crate::subscriber::export::{COLUMNS, Export, Place};
use crate::web::respond::Answer;
use crate::web::{App, Posted};

pub const PATH: &str = "/admin/subscribers/export";

/// The pieces of the file, as they are read.
struct Pieces(mpsc::Receiver<Result<web::Bytes, db::Error>>);

impl MessageBody for Pieces {
    type Error = db::Error;

    fn size(&self) -> BodySize {
        BodySize::Stream
    }

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<web::Bytes, db::Error>>> {
        self.get_mut().0.poll_recv(cx)
    }
}

pub async fn send(app: web::Data<App>, posted: Posted) -> Answer {
    let export = posted.by.act(&app, |conn, actor, now| Export::begin(conn, actor, now, None)).await?;
    let name = format!("attachment; filename=\"subscribers-{}.csv\"", app.clock.now().to_utc().format("%Y-%m-%d"));
    let (sender, pieces) = mpsc::channel(1);
    tokio::spawn(read(app.db.clone(), export, sender));
    let mut answer = HttpResponse::Ok();
    answer.insert_header((CONTENT_TYPE, "text/csv; charset=utf-8")).insert_header((CONTENT_DISPOSITION, name));
    Ok(answer.body(Pieces(pieces)))
}

/// Reads the export to its end, or until nobody takes its pieces. An error cuts the answer off, which a browser shows.
async fn read(db: Db, export: Export, pieces: mpsc::Sender<Result<web::Bytes, db::Error>>) {
    let mut head = vec![COLUMNS.map(str::to_owned)];
    let mut next = Some(Place::START);
    while let Some(place) = next {
        let chunk = {
            let export = export.clone();
            db.read_slow(move |conn| export.chunk(conn, &place)).await
        };
        let piece = match chunk {
            Ok(chunk) => {
                next = chunk.next;
                head.extend(chunk.rows);
                Ok(csv(&std::mem::take(&mut head)))
            }
            Err(error) => {
                next = None;
                Err(error)
            }
        };
        if pieces.send(piece).await.is_err() {
            return;
        }
    }
}

fn csv(rows: &[[String; COLUMNS.len()]]) -> web::Bytes {
    let mut writer = csv::Writer::from_writer(Vec::new());
    // Writing to memory does not fail.
    let _ = rows.iter().try_for_each(|row| writer.write_record(row));
    writer.into_inner().unwrap_or_default().into()
}
