//! The forms that an answer must have: addresses that lead where they say, and words that read as they stand.

use careers_policy::finding::Severity;
use careers_policy::profile::read_profile;
use careers_policy::text::Sources;
use careers_policy::yaml::Unread;

use crate::sandbox::Sandbox;

/// The codes of what is found on a profile with this line, each with its title; and whether it is refused.
fn found(name: &str, line: &str) -> (Vec<String>, bool) {
    let sandbox = Sandbox::empty(name);
    sandbox.write("a.yaml", format!("setting:\n  name: A\n  type: academy\n{line}\n"));
    let findings = match read_profile(&sandbox.path().join("a.yaml"), &mut Sources::default()) {
        Ok(read) => read.findings,
        Err(Unread::Findings(findings)) => findings,
        Err(Unread::Failure(failure)) => panic!("{failure}"),
    };
    let refused = findings.iter().any(|finding| finding.severity == Severity::Error);
    (findings.iter().map(|finding| format!("{} {}", finding.code.id(), finding.title)).collect(), refused)
}

#[test]
fn an_email_address_is_the_address_and_nothing_more() {
    let email = |address: &str| found("email", &format!("roles: {{careers_leader: {{email: \"{address}\"}}}}"));
    for address in ["careers@oakfield.example", "o'brien.j_2+work@mail.oak-field.sch.uk", "A.B@X.ORG"] {
        assert_eq!(email(address), (Vec::new(), false), "{address}");
    }
    for address in [
        "a@b.example?subject=Hello",
        "a@b.example?cc=c@d.example",
        "a%0A@b.example",
        "a&b@c.example",
        "a@b..example",
        "a..b@c.example",
        ".a@b.example",
        "a@b",
        "a@b.c",
        "a@.example",
        "mailto:a@b.example?subject=x",
        "a:b@c.example",
        "a\\u200b@b.example",
        "a@\\u0430b.example",
        "a@b.example#x",
        "a/b@c.example",
    ] {
        let (codes, refused) = email(address);
        assert!(refused && codes.len() == 1 && codes[0].starts_with("CP008"), "{address}: {codes:?}");
    }
    assert_eq!(email("mailto:a@b.example"), (vec!["CP020 this is read as a@b.example".to_owned()], false));
}

#[test]
fn a_web_address_names_its_website() {
    let web = |address: &str| found("web", &format!("policy: {{url: \"{address}\"}}"));
    for address in [
        "https://www.oakfield.example/careers?a=b#c",
        "http://oak.sch.uk:8080",
        "https://x.example/é(1)",
        "https://xn--d1a.xn--p1ai/",
    ] {
        let (codes, refused) = web(address);
        assert!(!refused, "{address}: {codes:?}");
    }
    for address in [
        "https://oakfield.example@other.example/",
        "https://a..b/",
        "https://",
        "https://(",
        "https://school",
        "https://\\u0430.example/",
    ] {
        let (codes, refused) = web(address);
        assert!(refused && codes.len() == 1 && codes[0].starts_with("CP008"), "{address}: {codes:?}");
    }
}

#[test]
fn words_that_are_turned_round_are_refused_wherever_they_stand() {
    for line in [
        "roles: {careers_leader: {name: \"Priya \\u202eriaN\"}}",
        "vision: {statement: \"We \\u202dare\"}",
        "programme: {activities: [{title: \"A \\u2067b\", years: [7], term: autumn}]}",
        "brand: {logo_alt: \"Oak \\u202bfield\"}",
    ] {
        let (codes, _) = found("turned", line);
        let turned = codes.iter().filter(|code| code.contains("turns the words after it round (U+20")).count();
        assert_eq!(turned, 1, "{line}: {codes:?}");
    }
    // What programs put around words in Hebrew ends where they end.
    let (codes, refused) = found("not-turned", "vision: {statement: \"Beis \\u202bבית\\u202c and \\u2067בית\\u2069\"}");
    assert!(!refused, "{codes:?}");
}
