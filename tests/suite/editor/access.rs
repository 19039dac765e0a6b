//! Who is answered: whoever was let in, from this computer's own pages, about the files of the folder alone.

use careers_policy::editor::{Asked, Kind, Method};

use super::browser::{Browser, HOST, fields, header, text};
use crate::sandbox::Sandbox;

const PROFILE: &str = "/profile/harbour-view-school.yaml/people";

fn browser(name: &str) -> Browser {
    Browser::with(name, "harbour-view-school.yaml")
}

#[test]
fn another_name_of_this_computer_is_refused() {
    let browser = browser("host");
    for host in ["careers.example", "127.0.0.1", "127.0.0.1:4001", "careers.example:4000", ""] {
        let answer = browser.ask(&Asked { host: host.to_owned(), ..browser.asked(Method::Get, "/") });
        assert_eq!(answer.status, 421, "{host}");
        let key = browser.ask(&Asked { host: host.to_owned(), ..browser.asked(Method::Get, "/open?key=key") });
        assert_eq!((key.status, header(&key, "set-cookie")), (421, None), "{host}");
    }
    assert_eq!(
        browser.ask(&Asked { host: "localhost:4000".to_owned(), ..browser.asked(Method::Get, "/") }).status,
        200
    );
}

#[test]
fn without_the_cookie_nothing_is_shown_and_nothing_changed() {
    let browser = browser("cookie");
    let before = browser.file("harbour-view-school.yaml");
    for cookie in
        ["", "careers-policy-4000=wrong", "careers-policy-4000=", "other=secret", "careers-policy-4001=secret"]
    {
        for address in ["/", PROFILE, "/profile/harbour-view-school.yaml/page/careers-policy.html", "/editor.js"] {
            let answer = browser.ask(&Asked { cookie: cookie.to_owned(), ..browser.asked(Method::Get, address) });
            assert_eq!(answer.status, 403, "{cookie} {address}");
            assert!(!text(&answer).contains("Harbour"));
        }
        let bin = "/profile/harbour-view-school.yaml/bin";
        let answer = browser.ask(&Asked { cookie: cookie.to_owned(), ..browser.asked(Method::Post, bin) });
        assert_eq!(answer.status, 403, "{cookie}");
    }
    for key in ["/open", "/open?key=", "/open?key=wrong", "/open?key=secret"] {
        let answer = browser.ask(&Asked { cookie: String::new(), ..browser.asked(Method::Get, key) });
        assert_eq!((answer.status, header(&answer, "set-cookie")), (403, None), "{key}");
    }
    assert_eq!(browser.file("harbour-view-school.yaml"), before);
}

#[test]
fn what_changes_something_comes_from_our_own_pages() {
    let browser = browser("origin");
    let sent = fields(&browser.get(PROFILE));
    for (origin, site) in [
        (Some("http://careers.example"), None),
        (Some("null"), None),
        (Some("http://127.0.0.1:4001"), Some("same-site")),
        (None, Some("cross-site")),
        (Some("http://127.0.0.1:4000"), Some("cross-site")),
    ] {
        let asked = Asked {
            origin: origin.map(str::to_owned),
            site: site.map(str::to_owned),
            fields: sent.clone(),
            ..browser.asked(Method::Post, PROFILE)
        };
        assert_eq!(browser.ask(&asked).status, 403, "{origin:?} {site:?}");
    }
    assert_eq!(browser.send(PROFILE, &sent).status, 200);
}

#[test]
fn no_path_leads_out_of_the_folder() {
    let outer = Sandbox::empty("editor-outer");
    outer.write("secret.yaml", "setting:\n  name: Secret\n  type: academy\n");
    outer.write("inner/own.yaml", "setting:\n  name: Own\n  type: academy\n  year_groups: 7-11\n");
    outer.write("inner/out/other/secret.pdf", "secret");
    let inner = Sandbox::empty("editor-inner");
    inner.copy_from(&outer.path().join("inner"));
    let browser = Browser::of(inner);
    for path in [
        "/profile/../secret.yaml",
        "/profile/..%2Fsecret.yaml",
        "/profile/%2e%2e%2fsecret.yaml",
        "/profile/..%5Csecret.yaml",
        "/profile/%2Fetc%2Fpasswd",
        "/profile/own.yaml/file/..%2F..%2Fown.yaml",
        "/profile/own.yaml/file/..%2Fother%2Fsecret.pdf",
        "/profile/own.yaml/file/%2Fetc%2Fpasswd",
        "/profile/own.yaml/page/..%2Fown.yaml",
        "/profile/out",
        "/profile/",
    ] {
        let answer = browser.ask(&browser.asked(Method::Get, path));
        assert_eq!(answer.status, 404, "{path}: {}", text(&answer));
    }
}

#[test]
fn no_page_lets_a_script_in_or_asks_anything_of_anywhere_else() {
    let browser = browser("policy");
    let page = browser.ask(&browser.asked(Method::Get, PROFILE));
    let policy = header(&page, "content-security-policy").unwrap();
    assert!(
        policy.starts_with("default-src 'none'") && !policy.contains("unsafe") && !policy.contains("http"),
        "{policy}"
    );
    let document = "/profile/harbour-view-school.yaml/page/careers-policy.html";
    let document = browser.ask(&browser.asked(Method::Get, document));
    assert_eq!(document.kind, Kind::Document);
    let policy = header(&document, "content-security-policy").unwrap();
    assert!(
        policy.contains("sandbox") && !policy.contains("allow-scripts") && !policy.contains("script-src"),
        "{policy}"
    );
    for answer in [page, document] {
        assert_eq!(header(&answer, "x-content-type-options"), Some("nosniff"));
        assert_eq!(header(&answer, "cache-control"), Some("no-store"));
        assert!(!text(&answer).contains(HOST));
    }
    let words = text(&browser.ask(&browser.asked(Method::Get, PROFILE)));
    assert!(!words.contains("<style") && !words.contains(" style=") && !words.contains(" onclick"));
    assert_eq!(words.matches("<script").count(), words.matches("<script src=\"/editor.js\"").count());
}

#[test]
fn words_of_a_profile_are_words_on_every_page() {
    let folder = Sandbox::empty("editor-markup");
    let evil = "<script>alert(1)</script>\\\" onfocus=x <b>";
    folder.write("evil.yaml", format!("setting:\n  name: \"{evil}\"\n  type: academy\n  year_groups: 7-11\nvision:\n  statement: \"{evil}\"\n  values: [\"{evil}\"]\nroles:\n  others:\n    - role: \"{evil}\"\n"));
    let browser = Browser::of(folder);
    let first = browser.get("/profile/evil.yaml");
    let pages =
        super::browser::sections(&first).into_iter().chain(["/".to_owned(), "/profile/evil.yaml/publish".to_owned()]);
    let whence = "/profile/evil.yaml/origin?words=%3Cscript%3Ealert(1)".to_owned();
    for address in pages.chain([whence]) {
        let page = browser.get(&address);
        assert!(!page.contains("<script>") && !page.contains("<b>") && !page.contains("\" onfocus"), "{address}");
    }
}
