//! Who may ask: whoever opened the address that the program printed, from the pages of this very program on this very computer.
//!
//! In: what is asked. Out: nothing, or why it is refused. And the headers with which every answer goes out.
//!
//! Another page in the same browser could send requests to this address, and another name could be made to lead to it. So the name that is
//! asked must be this computer's own, what changes something must come from our own pages, and all of it needs a secret: once in the address, then
//! in a cookie that is sent from nowhere else.

use super::asked::{Asked, Kind, Method};

/// Secrets and the address of one run.
#[derive(Clone, Debug)]
pub(super) struct Guard {
    port: u16,
    /// What stands in the address that is opened first.
    token: String,
    /// What stands in the cookie.
    secret: String,
}

/// That a request is not answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refused {
    /// It asks another name than this computer's own.
    Host,
    /// It comes from a page that is not ours.
    Origin,
    /// It has no cookie.
    Unknown,
}

impl Refused {
    pub(super) fn words(self) -> &'static str {
        match self {
            Refused::Host => "The editor answers under the address of this computer only: 127.0.0.1.",
            Refused::Origin => "What changes something must come from the editor's own pages.",
            Refused::Unknown => {
                "Open the editor by the address that stands in its window: it ends with a key. After a new start the key is another."
            }
        }
    }
}

impl Guard {
    pub(super) fn new(port: u16, token: String, secret: String) -> Guard {
        Guard { port, token, secret }
    }

    /// The path that lets whoever opens it in.
    pub(super) fn way_in(&self) -> String {
        format!("/open?key={}", self.token)
    }

    fn cookie_name(&self) -> String {
        // The cookies of all ports of a computer are one browser's.
        format!("careers-policy-{}", self.port)
    }

    /// The cookie that is set when the address was right.
    pub(super) fn cookie(&self) -> String {
        format!("{}={}; Path=/; HttpOnly; SameSite=Strict", self.cookie_name(), self.secret)
    }

    /// Whether the key of the address is right.
    pub(super) fn is_key(&self, key: &str) -> bool {
        same(key, &self.token)
    }

    /// Whether a request comes to the right name.
    pub(super) fn host(&self, asked: &Asked) -> Result<(), Refused> {
        let own = [format!("127.0.0.1:{}", self.port), format!("localhost:{}", self.port)];
        if own.contains(&asked.host) { Ok(()) } else { Err(Refused::Host) }
    }

    /// Whether a request may be answered.
    pub(super) fn check(&self, asked: &Asked) -> Result<(), Refused> {
        self.host(asked)?;
        let is_own_origin = asked.origin.as_ref().is_none_or(|origin| *origin == format!("http://{}", asked.host));
        let is_own_site = asked.site.as_deref().is_none_or(|site| matches!(site, "same-origin" | "none"));
        if asked.method == Method::Post && !(is_own_origin && is_own_site) {
            return Err(Refused::Origin);
        }
        let name = self.cookie_name();
        let cookies = asked.cookie.split(';').filter_map(|cookie| cookie.trim().split_once('='));
        match cookies.into_iter().any(|(known, value)| known == name && same(value, &self.secret)) {
            true => Ok(()),
            false => Err(Refused::Unknown),
        }
    }
}

/// Whether two secrets are the same, in a time that does not tell where they part.
fn same(one: &str, other: &str) -> bool {
    one.len() == other.len() && one.bytes().zip(other.bytes()).fold(0, |all, (a, b)| all | (a ^ b)) == 0
}

/// The headers of an answer by what it is. No script stands in a page, and nothing is asked of anywhere else.
pub(super) fn headers(kind: Kind) -> Vec<(&'static str, &'static str)> {
    let (content, policy) = match kind {
        Kind::Page => (
            "text/html; charset=utf-8",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
        ),
        // A school's own words can do nothing: the page around them may look at them, and no more.
        Kind::Document => (
            "text/html; charset=utf-8",
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-same-origin",
        ),
        Kind::Style => ("text/css; charset=utf-8", "default-src 'none'"),
        Kind::Script => ("text/javascript; charset=utf-8", "default-src 'none'"),
        Kind::Icon => ("image/svg+xml", "default-src 'none'"),
        Kind::Values => ("application/json", "default-src 'none'"),
        Kind::File => ("application/octet-stream", "default-src 'none'; sandbox"),
    };
    vec![
        ("content-type", content),
        ("content-security-policy", policy),
        ("x-content-type-options", "nosniff"),
        // With none at all, a browser would not say that a form comes from our own pages.
        ("referrer-policy", "same-origin"),
        ("cache-control", "no-store"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
    ]
}
