//! Tries a case of `fixtures/cases/` the whole way: takes it in, checks it, and makes its documents as bytes.

use std::collections::BTreeMap;
use std::sync::{Mutex, OnceLock};

use careers_policy::finding::{Code, Finding, Look, render_human};
use careers_policy::job::{Intake, Library, MakeOptions, make};
use careers_policy::write::Format;

use crate::readers::docx_text;
use crate::school::{make_options, repository};

/// A case as it was tried.
pub(crate) struct Tried {
    pub(crate) findings: Vec<Finding>,
    /// The findings as they are printed.
    pub(crate) printed: String,
    /// The files made, by their names; empty where something stands in the way even of a draft.
    pub(crate) files: BTreeMap<String, Vec<u8>>,
}

/// The formats that need no typesetter.
const FORMATS: [Format; 3] = [Format::Markdown, Format::Html, Format::Docx];

/// Tries a case in all formats but PDF, with gaps let through: once for all tests. The name is the file's, without its ending.
pub(crate) fn tried(name: &str) -> &'static Tried {
    static LIBRARY: OnceLock<Library> = OnceLock::new();
    static TRIED: Mutex<BTreeMap<String, &'static Tried>> = Mutex::new(BTreeMap::new());
    if let Some(known) = TRIED.lock().unwrap().get(name) {
        return known;
    }
    let library = LIBRARY.get_or_init(|| Library::built_in(&FORMATS).unwrap_or_else(|_| panic!("no library")));
    // Two tests may try a case at once, and find the same.
    let tried: &Tried = Box::leak(Box::new(tried_with(name, library, &FORMATS)));
    TRIED.lock().unwrap().insert(name.to_owned(), tried);
    tried
}

/// The same in PDF alone.
#[cfg(feature = "pdf")]
pub(crate) fn tried_in_pdf(name: &str) -> Tried {
    static LIBRARY: OnceLock<Library> = OnceLock::new();
    let library = LIBRARY.get_or_init(|| Library::built_in(&[Format::Pdf]).unwrap_or_else(|_| panic!("no library")));
    tried_with(name, library, &[Format::Pdf])
}

/// The same in every format.
#[cfg(feature = "pdf")]
pub(crate) fn tried_in_every_format(name: &str) -> Tried {
    let library = Library::built_in(careers_policy::write::FORMATS).unwrap_or_else(|_| panic!("no library"));
    tried_with(name, &library, careers_policy::write::FORMATS)
}

fn tried_with(name: &str, library: &Library, formats: &[Format]) -> Tried {
    let path = repository(&format!("fixtures/cases/{name}.yaml"));
    let intake = Intake::read(&path).unwrap();
    let options = MakeOptions { draft: true, ..make_options(formats) };
    let made = make(&intake, library, &options);
    let printed = render_human(&made.findings, &intake.context(), Look::default());
    let files = made.files.map(|made| made.files.into_iter().collect()).unwrap_or_default();
    Tried { findings: made.findings, printed, files }
}

impl Tried {
    /// One file as text: `careers-policy.md`. Where its lines may end is left out.
    pub(crate) fn text(&self, file: &str) -> String {
        let bytes = self.files.get(file).unwrap_or_else(|| panic!("no {file}: {}", self.printed));
        let text = if file.ends_with(".docx") { docx_text(bytes) } else { String::from_utf8(bytes.clone()).unwrap() };
        text.replace("&nbsp;", " ").replace("&#160;", " ").replace('\u{a0}', " ").replace("<wbr>", "")
    }

    /// One document as Markdown, HTML and the words of its DOCX.
    pub(crate) fn texts(&self, document: &str) -> [String; 3] {
        ["md", "html", "docx"].map(|ending| self.text(&format!("{document}.{ending}")))
    }

    /// What is found under a code.
    pub(crate) fn found(&self, code: Code) -> Vec<&Finding> {
        self.findings.iter().filter(|finding| finding.code == code).collect()
    }
}
