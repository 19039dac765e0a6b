//! What a browser asks, and what it is answered, as plain values.

/// What is asked.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// Whether something is to be changed.
    pub method: Method,
    /// The path, as it was sent: `/profile/oakfield.yaml/people`.
    pub path: String,
    /// What stands behind the question mark.
    pub query: String,
    /// The header `Host`.
    pub host: String,
    /// The header `Origin`; none where the browser sends none.
    pub origin: Option<String>,
    /// The header `Sec-Fetch-Site`; none of old browsers and other programs.
    pub site: Option<String>,
    /// The header `Cookie`.
    pub cookie: String,
    /// Whether the page's script asks, and wants values instead of a page.
    pub from_script: bool,
    /// The fields of a form that was sent.
    pub fields: Vec<(String, String)>,
    /// The files that were sent with it.
    pub files: Vec<Upload>,
}

/// How something is asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Method {
    /// To be shown something.
    #[default]
    Get,
    /// To change something.
    Post,
}

/// A file that was sent.
#[derive(Clone, Debug)]
pub struct Upload {
    /// The name it has on the user's computer.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// What is answered.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The status: 200, 303, 403.
    pub status: u16,
    /// What the body is.
    pub kind: Kind,
    /// The body.
    pub body: Vec<u8>,
    /// Headers besides those that follow from the kind.
    pub headers: Vec<(&'static str, String)>,
}

/// What the body of an answer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A page of the editor.
    Page,
    /// A document of the school's, which is shown and may do nothing.
    Document,
    /// The editor's stylesheet.
    Style,
    /// The editor's script.
    Script,
    /// The editor's picture in the browser's tab.
    Icon,
    /// Values for the script.
    Values,
    /// A file to be kept.
    File,
}

impl Asked {
    /// The steps of the path, each as it is meant.
    pub(super) fn steps(&self) -> Vec<String> {
        self.path.split('/').filter(|step| !step.is_empty()).map(decoded).collect()
    }

    /// What the query says under a name.
    pub(super) fn query(&self, name: &str) -> Option<String> {
        let mut pairs = form_urlencoded::parse(self.query.as_bytes());
        pairs.find_map(|(known, value)| (known == name).then(|| value.into_owned()))
    }

    /// What was written into a field; blank where it was not sent.
    pub(super) fn field(&self, name: &str) -> &str {
        self.fields.iter().find_map(|(known, value)| (known == name).then_some(value.trim())).unwrap_or_default()
    }
}

/// A step of a path, or a value in a query, as it is written in an address.
pub(super) fn encoded(words: &str) -> String {
    form_urlencoded::byte_serialize(words.as_bytes()).collect()
}

fn decoded(step: &str) -> String {
    form_urlencoded::parse(step.as_bytes()).next().map(|(name, _)| name.into_owned()).unwrap_or_default()
}

impl Answer {
    pub(super) fn new(status: u16, kind: Kind, body: impl Into<Vec<u8>>) -> Answer {
        Answer { status, kind, body: body.into(), headers: Vec::new() }
    }

    /// Leads to another page, which is then shown.
    pub(super) fn to(address: impl Into<String>) -> Answer {
        Answer { headers: vec![("location", address.into())], ..Answer::new(303, Kind::Page, "") }
    }

    /// The same with another header.
    pub(super) fn with(mut self, name: &'static str, value: String) -> Answer {
        self.headers.push((name, value));
        self
    }
}

#[cfg(test)]
mod tests {
    use super::{Asked, encoded};

    #[test]
    fn a_name_comes_back_from_an_address_as_it_was() {
        for name in ["oakfield.yaml", "St Aidan's & co = 5 %.yaml", "Ysgol Bàn+1.yaml", "a#b?c.yaml"] {
            let asked = Asked { path: format!("/profile/{}/people", encoded(name)), ..Asked::default() };
            assert_eq!(asked.steps(), ["profile", name, "people"]);
        }
    }
}
