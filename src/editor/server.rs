//! The server of the editor: the only place that knows of sockets, and the only user of axum and tokio.
//!
//! In: a port. Out: requests as [`Asked`], and answers as they were given. It listens on this computer's own address alone, and what is sent is bounded.

use std::net::{Ipv4Addr, TcpListener};
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::{DefaultBodyLimit, FromRequest, Multipart, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method as HttpMethod, Response, StatusCode, header};
use tokio::net::TcpListener as Listener;
use tokio::runtime::Builder;
use tokio::task::spawn_blocking;

use super::asked::{Answer, Asked, Kind, Method, Upload};
use super::state::Editor;

/// The most that is taken of a request: a workbook with what is about it.
const LARGEST: usize = 24 << 20;
/// The most fields of a form.
const MOST_FIELDS: usize = 20_000;

/// A port of this computer that is listened on.
pub struct Bound(TcpListener);

impl Bound {
    /// Listens on a port; on any that is free, where none is given.
    ///
    /// # Errors
    /// If another program listens on it.
    pub fn new(port: Option<u16>) -> std::io::Result<Bound> {
        TcpListener::bind((Ipv4Addr::LOCALHOST, port.unwrap_or(0))).map(Bound)
    }

    /// The port.
    ///
    /// # Errors
    /// If the system cannot tell.
    pub fn port(&self) -> std::io::Result<u16> {
        self.0.local_addr().map(|address| address.port())
    }
}

/// Two secrets that nobody can guess.
///
/// # Errors
/// If the system has no chance to give.
pub fn secrets() -> std::io::Result<[String; 2]> {
    let secret = || -> std::io::Result<String> {
        let mut bytes = [0; 24];
        getrandom::fill(&mut bytes).map_err(|error| std::io::Error::other(error.to_string()))?;
        Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
    };
    Ok([secret()?, secret()?])
}

/// Serves the editor until the program is ended.
///
/// # Errors
/// If the system refuses.
pub fn serve(editor: Editor, bound: Bound) -> std::io::Result<()> {
    bound.0.set_nonblocking(true)?;
    let runtime = Builder::new_current_thread().enable_io().max_blocking_threads(4).build()?;
    runtime.block_on(listen(Arc::new(editor), bound))
}

async fn listen(editor: Arc<Editor>, bound: Bound) -> std::io::Result<()> {
    let listener = Listener::from_std(bound.0)?;
    let app = Router::new().fallback(handle).layer(DefaultBodyLimit::max(LARGEST)).with_state(editor);
    axum::serve(listener, app).await
}

async fn handle(State(editor): State<Arc<Editor>>, request: Request) -> Response<Body> {
    match asked(&editor, request).await {
        Ok(asked) => {
            let answered = spawn_blocking(move || editor.answer(&asked)).await;
            let went_wrong = || *unfit(500, "The editor went wrong over this; what was saved before is safe.");
            response(answered.unwrap_or_else(|_| went_wrong()))
        }
        Err(turned_away) => response(*turned_away),
    }
}

/// A request as values.
async fn asked(editor: &Editor, request: Request) -> Result<Asked, Box<Answer>> {
    let words = |headers: &HeaderMap, name: HeaderName| -> Option<String> {
        headers.get(name).and_then(|value| value.to_str().ok()).map(str::to_owned)
    };
    let headers = request.headers();
    let mut asked = Asked {
        method: match *request.method() {
            HttpMethod::GET | HttpMethod::HEAD => Method::Get,
            HttpMethod::POST => Method::Post,
            _ => return Err(unfit(405, "This is not how the editor is asked.")),
        },
        path: request.uri().path().to_owned(),
        query: request.uri().query().unwrap_or_default().to_owned(),
        host: words(headers, header::HOST).unwrap_or_default(),
        origin: words(headers, header::ORIGIN),
        site: words(headers, HeaderName::from_static("sec-fetch-site")),
        cookie: words(headers, header::COOKIE).unwrap_or_default(),
        from_script: words(headers, header::ACCEPT).is_some_and(|accept| accept == "application/json"),
        ..Asked::default()
    };
    if let Some(answer) = editor.turned_away(&asked) {
        return Err(Box::new(answer));
    }
    if asked.method == Method::Post && read_form(request, &mut asked).await.is_none() {
        return Err(unfit(400, "What was sent is no form of the editor's, or too large."));
    }
    Ok(asked)
}

/// The fields and files of a form; nothing if it is none, or too large.
async fn read_form(request: Request, asked: &mut Asked) -> Option<()> {
    let mut form = Multipart::from_request(request, &()).await.ok()?;
    while let Some(field) = form.next_field().await.ok()? {
        let name = field.name().unwrap_or_default().to_owned();
        match field.file_name().map(str::to_owned) {
            Some(file) => {
                let bytes = field.bytes().await.ok()?;
                asked.files.push(Upload { name: file, bytes: bytes.to_vec() });
            }
            None => asked.fields.push((name, field.text().await.ok()?)),
        }
        if asked.fields.len() + asked.files.len() > MOST_FIELDS {
            return None;
        }
    }
    Some(())
}

fn response(answer: Answer) -> Response<Body> {
    let mut response = Response::new(Body::from(answer.body));
    *response.status_mut() = StatusCode::from_u16(answer.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    for (name, value) in answer.headers {
        if let Ok(value) = HeaderValue::from_str(&value) {
            response.headers_mut().insert(HeaderName::from_static(name), value);
        }
    }
    response
}

fn unfit(status: u16, why: &str) -> Box<Answer> {
    let headers = vec![("content-type", "text/plain; charset=utf-8".to_owned())];
    Box::new(Answer { status, kind: Kind::File, body: why.as_bytes().to_vec(), headers })
}
