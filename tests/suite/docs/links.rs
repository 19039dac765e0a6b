//! Every link in the README, the book and what the book takes in leads to a file and a heading that are there, on GitHub and in the
//! book, and every picture has words beside it.
//!
//! Links to the web are not followed.

use std::fs;
use std::path::{Path, PathBuf};

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::chapters;
use crate::school::repository;

/// What the book takes in as it is, and readers of the repository open by itself.
const TAKEN_IN: [&str; 3] = ["CONTRIBUTING.md", "SECURITY.md", "templates/base/README.md"];
const LARGEST_PICTURE: u64 = 150_000;

/// What a page of Markdown holds of what can be linked.
#[derive(Default)]
struct Page {
    links: Vec<String>,
    /// The address of each picture with its text alternative.
    pictures: Vec<(String, String)>,
    anchors: Vec<String>,
}

impl Page {
    fn read(path: &Path) -> Page {
        let text = fs::read_to_string(path).unwrap();
        let (mut page, mut heard) = (Page::default(), String::new());
        for event in Parser::new_ext(&text, Options::ENABLE_TABLES) {
            match event {
                Event::Start(Tag::Heading { .. }) => heard.clear(),
                Event::End(TagEnd::Heading(_)) => page.anchors.push(anchor(&heard)),
                Event::Start(Tag::Link { dest_url, .. }) => page.links.push(dest_url.into_string()),
                Event::Start(Tag::Image { dest_url, .. }) => {
                    heard.clear();
                    page.pictures.push((dest_url.into_string(), String::new()));
                }
                Event::End(TagEnd::Image) => page.pictures.last_mut().unwrap().1 = heard.clone(),
                Event::Text(words) | Event::Code(words) => heard.push_str(&words),
                _ => {}
            }
        }
        page
    }
}

/// The name by which a heading is linked to, on GitHub and in the book.
fn anchor(heading: &str) -> String {
    let kept = heading.chars().filter(|sign| sign.is_alphanumeric() || " -_".contains(*sign));
    kept.collect::<String>().to_lowercase().replace(' ', "-")
}

fn is_web(link: &str) -> bool {
    ["https://", "http://", "mailto:"].iter().any(|start| link.starts_with(start))
}

/// What is wrong with a link out of a file; nothing where it leads somewhere.
fn wrong(file: &Path, link: &str) -> Option<&'static str> {
    let (to, heading) = link.split_once('#').unwrap_or((link, ""));
    let target = if to.is_empty() { file.to_owned() } else { file.parent().unwrap().join(to) };
    if !target.exists() {
        return Some("leads to no file");
    }
    if !heading.is_empty() && !Page::read(&target).anchors.contains(&heading.to_owned()) {
        return Some("leads to no heading");
    }
    // mdBook calls every page that a chapter links to `.html`, and makes pages of the chapters alone.
    let is_chapter = |path: &Path| path.parent().unwrap().ends_with("docs/src");
    let leaves = to.ends_with(".md") && is_chapter(file) && to.contains('/');
    leaves.then_some("leads out of the book to a page that is none there: name the file, or link to its folder")
}

#[test]
fn every_link_of_the_book_and_the_readme_leads_somewhere() {
    let pages: Vec<PathBuf> = chapters().into_iter().chain([repository("README.md")]).collect();
    let mut count = 0;
    let mut slips = Vec::new();
    for path in &pages {
        let page = Page::read(path);
        for link in
            page.links.iter().chain(page.pictures.iter().map(|(address, _)| address)).filter(|link| !is_web(link))
        {
            count += 1;
            slips.extend(wrong(path, link).map(|what| format!("{}: {link} {what}", path.display())));
        }
        for (address, words) in &page.pictures {
            let size = fs::metadata(path.parent().unwrap().join(address)).unwrap().len();
            if words.len() < 40 || size > LARGEST_PICTURE {
                slips.push(format!("{}: {address}, {size} bytes, is said to show \"{words}\"", path.display()));
            }
        }
    }
    assert!(slips.is_empty(), "{slips:#?}");
    assert!(count > 30, "only {count} links were found");
}

#[test]
fn what_the_book_takes_in_is_there_and_links_to_nothing_that_the_book_has_not() {
    let mut taken = Vec::new();
    for chapter in chapters() {
        for line in fs::read_to_string(chapter).unwrap().lines() {
            let file = line.strip_prefix("{{#include ../../").and_then(|rest| rest.strip_suffix("}}"));
            taken.extend(file.map(str::to_owned));
        }
    }
    taken.sort();
    assert_eq!(taken, TAKEN_IN);
    for file in TAKEN_IN {
        let links = Page::read(&repository(file)).links;
        let away: Vec<&String> = links.iter().filter(|link| !is_web(link)).collect();
        assert!(away.is_empty(), "{file}: {away:?}");
    }
}

#[test]
fn every_chapter_stands_in_the_contents_and_says_what_is_reached_at_its_end() {
    let contents = Page::read(&repository("docs/src/SUMMARY.md")).links;
    let named: Vec<String> =
        chapters().iter().map(|path| path.file_name().unwrap().to_string_lossy().into_owned()).collect();
    let missing: Vec<&String> = named.iter().filter(|name| *name != "SUMMARY.md" && !contents.contains(name)).collect();
    assert!(missing.is_empty(), "{missing:?}");
    for path in chapters().iter().filter(|path| !path.ends_with("SUMMARY.md")) {
        let text = fs::read_to_string(path).unwrap();
        let opening = text.split("\n\n").nth(1).unwrap();
        let says = ["At the end of this chapter", "has read this chapter"].iter().any(|words| opening.contains(words));
        assert!(says, "{}: {opening}", path.display());
    }
}
