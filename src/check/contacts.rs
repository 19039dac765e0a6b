//! Whether the email addresses that are published belong to the institution, and the telephone numbers can be dialled.
//!
//! In: the email addresses and the numbers of the people and of the contact for providers, and the institution's own web addresses. Out:
//! CP254, a note for each domain that is unlike all of them, as of an address copied from another school's policy; and CP132 for what is
//! not one whole telephone number, an error where statute asks for the number and there is none.
//!
//! An adviser who works for somebody else has an address there, and so has anybody with an `organisation`.

use std::collections::BTreeMap;

use super::own_words::own_words;
use crate::case::Case;
use crate::catalogue::Duty;
use crate::draft::is_asked_itself;
use crate::finding::{Code, Finding, Place, Severity};
use crate::profile::{Line, Person, Profile};
use crate::text::dialled;

/// Checks that each telephone number is one that can be dialled.
pub(super) fn check_telephones(case: &Case<'_>, findings: &mut Vec<Finding>) {
    for (field, text) in own_words(case, &[]).filter(|(field, _)| field.ends_with(".phone")) {
        if dialled(text).is_some() {
            continue;
        }
        // The number that the words begin with, as in "01632 960381 / 960382".
        let first = text.split(|c: char| !matches!(c, '0'..='9' | '+' | '(' | ')' | ' ')).next().unwrap_or_default();
        let first = first.trim_end_matches([' ', '(']);
        let finding = if dialled(first).is_some() {
            let title = format!("`{text}` is more than one telephone number, or a number and other words");
            Finding::new(Severity::Note, Code::CP132, title)
                .with_note("it is printed as it is written, and is no link, for a link has to ring one number")
                .with_help(format!("for a link write one number, such as \"{first}\" or \"{first} ext 214\""))
        } else if text.contains(|c: char| c.is_ascii_digit()) {
            Finding::warning(Code::CP132, format!("`{text}` is not a whole telephone number of the United Kingdom"))
                .with_note("it is printed as it is written, and is no link")
                .with_help("count its digits: most numbers have 11, beginning with 0")
        } else {
            let severity = if is_law(case, field) { Severity::Error } else { Severity::Warning };
            Finding::new(severity, Code::CP132, format!("`{text}` is not a telephone number"))
                .with_note("it is printed as it is written")
                .with_help("write the number, in quotation marks, or leave the field empty where nobody asks for one")
        };
        findings.push(finding.at_field(field));
    }
}

/// Whether statute asks this institution for the field.
fn is_law(case: &Case<'_>, field: &str) -> bool {
    case.catalogue.requirements.values().any(|requirement| {
        requirement.duty_of(case.profile.setting.kind) == Duty::Statutory
            && requirement.entry.needs.iter().any(|needed| needed == field)
            && is_asked_itself(case, requirement).unwrap_or(true)
    })
}

/// Checks the domain of each email address.
pub(super) fn check_email_domains(case: &Case<'_>, findings: &mut Vec<Finding>) {
    let own = own_hosts(case.profile);
    if case.profile.setting.website.is_none() || own.is_empty() {
        return;
    }
    let mut elsewhere: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (field, email) in emails(case.profile) {
        let Some((_, domain)) = email.rsplit_once('@') else { continue };
        let domain = domain.to_ascii_lowercase();
        if !own.iter().any(|host| alike(host, &domain)) {
            elsewhere.entry(domain).or_default().push(field);
        }
    }
    for (domain, fields) in elsewhere {
        let mut fields = fields.into_iter();
        let Some(first) = fields.next() else { continue };
        let finding = Finding::new(Severity::Note, Code::CP254, format!("`{domain}` is not the domain of your website"))
            .at_field(first)
            .with_note(format!("your web addresses are at {}", own.join(", ")))
            .with_help("make sure that the address is right and is the institution's own; if the person works for somebody else, say so in `organisation`");
        findings.push(fields.fold(finding, |finding, field| finding.with_also(Place::Field(field), "here too")));
    }
}

/// The hosts at which the institution, or the trust whose policies it links, publishes.
fn own_hosts(profile: &Profile) -> Vec<String> {
    let addresses = [
        &profile.setting.website,
        &profile.programme.summary_url,
        &profile.provider_access.url,
        &profile.programme.roadmap_url,
    ];
    let linked = profile.linked_policies.iter().filter_map(|policy| policy.url.as_ref());
    let mut hosts: Vec<String> = Vec::new();
    for host in addresses.into_iter().flatten().chain(linked).filter_map(host) {
        if !hosts.contains(&host) {
            hosts.push(host);
        }
    }
    hosts
}

/// The email addresses of those who work for the institution, with their fields.
fn emails(profile: &Profile) -> Vec<(String, &Line)> {
    let roles = &profile.roles;
    let people: [(&str, &Person); 7] = [
        ("head", &roles.head),
        ("careers_leader", &roles.careers_leader),
        ("senior_leader", &roles.senior_leader),
        ("careers_adviser", &roles.careers_adviser),
        ("link_governor", &roles.link_governor),
        ("senco", &roles.senco),
        ("designated_teacher", &roles.designated_teacher),
    ];
    let everybody = people.into_iter().flat_map(|(role, holder)| {
        holder.everybody().map(move |(way, person)| (role, format!("roles.{role}{way}.email"), person))
    });
    let own = everybody
        .filter(|(.., person)| person.organisation.is_none())
        .filter(|(role, _, person)| *role != "careers_adviser" || person.employed_by_setting == Some(true))
        .filter_map(|(_, field, person)| Some((field, person.email.as_ref()?)));
    let others = roles.others.iter().enumerate().filter(|(_, person)| person.organisation.is_none());
    let others =
        others.filter_map(|(index, person)| Some((format!("roles.others[{index}].email"), person.email.as_ref()?)));
    let contact = profile.provider_access.contact.email.as_ref();
    let contacts = profile.provider_access.contacts.iter().enumerate();
    let contacts =
        contacts.filter_map(|(at, one)| Some((format!("provider_access.contacts[{at}].email"), one.email.as_ref()?)));
    let contact = contact.map(|email| ("provider_access.contact.email".to_owned(), email));
    own.chain(others).chain(contact).chain(contacts).collect()
}

/// The host of a web address, without `www.`.
fn host(address: &Line) -> Option<String> {
    let (_, rest) = address.split_once("://")?;
    let host = rest.split(['/', ':', '?', '#']).next()?.to_ascii_lowercase();
    Some(host.strip_prefix("www.").unwrap_or(&host).to_owned())
}

/// Whether two hosts belong to the same owner, as far as their names tell.
fn alike(one: &str, other: &str) -> bool {
    registered(one) == registered(other) || one.ends_with(&format!(".{other}")) || other.ends_with(&format!(".{one}"))
}

/// The part of a host that its owner has registered: `oakfield.org.uk` of `careers.oakfield.org.uk`. In `sch.uk` the authority's
/// name comes between.
fn registered(host: &str) -> String {
    let labels: Vec<&str> = host.split('.').collect();
    let kept = match labels[..] {
        [.., "sch", "uk"] => 4,
        [.., second, last] if last.len() == 2 && second.len() <= 3 => 3,
        _ => 2,
    };
    labels[labels.len().saturating_sub(kept)..].join(".")
}

#[cfg(test)]
mod tests {
    use super::alike;

    #[test]
    fn hosts_of_one_owner_are_alike() {
        assert!(alike("oakfield.example", "oakfield.example"));
        assert!(alike("careers.oakfield.org.uk", "oakfield.org.uk"));
        assert!(alike("www2.oakfield.org.uk", "staff.oakfield.org.uk"));
        assert!(alike("oakfield.shire.sch.uk", "shire.sch.uk"));
    }

    #[test]
    fn hosts_of_two_owners_are_not() {
        assert!(!alike("oakfield.org.uk", "ashgrove.org.uk"));
        assert!(!alike("oakfield.shire.sch.uk", "ashgrove.shire.sch.uk"));
        assert!(!alike("oakfield.example", "gmail.com"));
    }
}
