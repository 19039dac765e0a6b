//! A browser without pictures: it holds the cookie, sends forms as they stand on a page, and reads what stands there.

use std::path::Path;

use careers_policy::editor::{Answer, Asked, Editor, EditorOptions, Method, Upload};
use careers_policy::job::{Libraries, Packing};
use careers_policy::write::Format;

use crate::sandbox::Sandbox;
use crate::school::{repository, today};

/// Where the editor is asked.
pub(super) const HOST: &str = "127.0.0.1:4000";

/// The fields of a form.
pub(super) type Fields = Vec<(String, String)>;

pub(super) struct Browser {
    pub(super) editor: Editor,
    pub(super) folder: Sandbox,
    cookie: String,
}

impl Browser {
    /// One that was let in, before an empty folder.
    pub(super) fn empty(name: &str) -> Browser {
        Browser::of(Sandbox::empty(&format!("editor-{name}")))
    }

    /// One before a folder with this starter.
    pub(super) fn with(name: &str, starter: &str) -> Browser {
        let folder = Sandbox::empty(&format!("editor-{name}"));
        folder.write(starter, std::fs::read(repository("profiles").join(starter)).unwrap());
        Browser::of(folder)
    }

    pub(super) fn of(folder: Sandbox) -> Browser {
        let formats = vec![Format::Markdown, Format::Html];
        let editor = Editor::new(EditorOptions {
            folder: folder.path().to_owned(),
            first: None,
            libraries: Libraries::new(Vec::new(), formats.clone()),
            out: folder.path().join("out"),
            formats,
            packing: Packing::default(),
            today: Box::new(today),
            port: 4000,
            secrets: ["key".to_owned(), "secret".to_owned()],
        });
        let mut browser = Browser { editor, folder, cookie: String::new() };
        let answer = browser.ask(&browser.asked(Method::Get, "/open?key=key"));
        assert_eq!((answer.status, header(&answer, "location")), (303, Some("/")));
        let cookie = header(&answer, "set-cookie").unwrap();
        assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"), "{cookie}");
        browser.cookie = cookie.split(';').next().unwrap().to_owned();
        browser
    }

    pub(super) fn asked(&self, method: Method, address: &str) -> Asked {
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        Asked {
            method,
            path: path.to_owned(),
            query: query.split('#').next().unwrap().to_owned(),
            host: HOST.to_owned(),
            cookie: self.cookie.clone(),
            ..Asked::default()
        }
    }

    pub(super) fn ask(&self, asked: &Asked) -> Answer {
        self.editor.answer(asked)
    }

    /// A page.
    pub(super) fn get(&self, address: &str) -> String {
        let answer = self.ask(&self.asked(Method::Get, address));
        assert_eq!(answer.status, 200, "{address}: {}", text(&answer));
        text(&answer)
    }

    /// Sends fields; where that leads elsewhere, the page there is what comes.
    pub(super) fn send(&self, address: &str, fields: &[(String, String)]) -> Answer {
        let asked = Asked {
            fields: fields.to_vec(),
            origin: Some(format!("http://{HOST}")),
            site: Some("same-origin".to_owned()),
            ..self.asked(Method::Post, address)
        };
        let answer = self.ask(&asked);
        match header(&answer, "location") {
            Some(to) => self.ask(&self.asked(Method::Get, to)),
            None => answer,
        }
    }

    /// Sends fields as the page's script does; out come the values.
    pub(super) fn type_in(&self, address: &str, fields: &[(String, String)]) -> serde_json::Value {
        let asked = Asked { fields: fields.to_vec(), from_script: true, ..self.asked(Method::Post, address) };
        let answer = self.ask(&asked);
        serde_json::from_slice(&answer.body).unwrap()
    }

    /// Sends a file.
    pub(super) fn upload(&self, address: &str, name: &str, bytes: Vec<u8>) -> Answer {
        let files = vec![Upload { name: name.to_owned(), bytes }];
        let answer = self.ask(&Asked { files, ..self.asked(Method::Post, address) });
        match header(&answer, "location") {
            Some(to) => self.ask(&self.asked(Method::Get, to)),
            None => answer,
        }
    }

    /// The text of a file of the folder.
    pub(super) fn file(&self, name: &str) -> String {
        std::fs::read_to_string(self.folder.path().join(name)).unwrap()
    }
}

pub(super) fn header<'a>(answer: &'a Answer, name: &str) -> Option<&'a str> {
    answer.headers.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str())
}

pub(super) fn text(answer: &Answer) -> String {
    String::from_utf8(answer.body.clone()).unwrap()
}

/// The fields of the form on a section's page, as a browser would send them.
pub(super) fn fields(page: &str) -> Fields {
    let begin = page.find("<form id=\"form\"").unwrap();
    let form = &page[begin..begin + page[begin..].find("</form>").unwrap()];
    let mut fields = Vec::new();
    let mut rest = form;
    while let Some(at) = rest.find('<') {
        rest = &rest[at..];
        let end = rest.find('>').unwrap();
        let tag = &rest[..end];
        rest = &rest[end + 1..];
        let Some(name) = attribute(tag, "name").filter(|name| name != "_do" && name != "_next") else { continue };
        if tag.starts_with("<input") {
            fields.push((name, attribute(tag, "value").unwrap_or_default()));
        } else if tag.starts_with("<textarea") {
            let (inner, after) = rest.split_once("</textarea>").unwrap();
            // A browser leaves the first line break out, and sends each of the others as two characters.
            fields.push((name, plain(inner.strip_prefix('\n').unwrap_or(inner)).replace('\n', "\r\n")));
            rest = after;
        } else if tag.starts_with("<select") {
            let (inner, after) = rest.split_once("</select>").unwrap();
            let chosen = inner.split("<option").find(|option| option.split('>').next().unwrap().contains(" selected"));
            fields.push((name, chosen.and_then(|option| attribute(option, "value")).unwrap_or_default()));
            rest = after;
        }
    }
    fields
}

/// The addresses of the sections of a profile.
pub(super) fn sections(page: &str) -> Vec<String> {
    let nav = page.split("<nav class=\"sections\"").nth(1).unwrap().split("</nav>").next().unwrap();
    nav.split("href=\"").skip(1).map(|rest| plain(rest.split('"').next().unwrap())).collect()
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    Some(plain(rest.split('"').next()?))
}

/// Words of a page without the signs of markup.
pub(super) fn plain(words: &str) -> String {
    let signs = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#x27;", "'"),
        ("&#x2f;", "/"),
        ("&#x60;", "`"),
        ("&amp;", "&"),
    ];
    signs.iter().fold(words.to_owned(), |words, (sign, means)| words.replace(sign, means))
}

/// Puts words into a field.
pub(super) fn put(fields: &mut Fields, name: &str, words: &str) {
    match fields.iter_mut().find(|(known, _)| known == name) {
        Some((_, value)) => words.clone_into(value),
        None => fields.push((name.to_owned(), words.to_owned())),
    }
}

/// The text of a starter.
pub(super) fn starter(name: &str) -> String {
    std::fs::read_to_string(repository("profiles").join(Path::new(name))).unwrap()
}
