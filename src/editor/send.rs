//! What was written on a section's page, saved; and changes gone back and forth.
//!
//! In: what was sent, for a profile of the folder. Out: the way to the page; or what changed, for the page's script.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Serialize;

use super::asked::{Answer, Asked, Kind, encoded};
use super::change::{Changed, Clash, ListStep, Unchanged, changed, without};
use super::findings::{FoundView, found};
use super::form_page::{StandView, nav, stand, view_of};
use super::names::{anchor, file_name};
use super::opened::Opened;
use super::state::{Editor, State};
use crate::finding::Failure;
use crate::form::{section, section_names};

/// What the script is told.
#[derive(Serialize)]
struct ValuesView {
    version: String,
    /// The list of what is found, and the buttons that go back and forth.
    summary: String,
    /// What is found at each question of the page.
    fields: BTreeMap<String, String>,
    /// What is open in each section, in words.
    sections: BTreeMap<String, String>,
    /// Whether the page shows answers that somebody else has changed.
    stale: bool,
    /// Both versions of what was changed here and elsewhere.
    clash: String,
}

/// Takes what was written on a section's page.
pub(super) fn send(editor: &Editor, state: &mut State, asked: &Asked, path: &Path, id: &str) -> Answer {
    let taken = state.profile(path).and_then(|opened| take(editor, opened, asked, id));
    taken.unwrap_or_else(|failure| refuse(editor, asked, &failure.to_string()))
}

fn take(editor: &Editor, opened: &mut Opened, asked: &Asked, id: &str) -> Result<Answer, Failure> {
    let file = file_name(&opened.path);
    let seen = opened.seen_last(&editor.options.libraries, editor.today())?;
    let Some(root) = seen.root.as_deref() else {
        return Ok(refuse(editor, asked, &unchanged(Unchanged::Broken)));
    };
    let Some(name) = section_names().into_iter().find(|name| name.id == id) else {
        return Ok(refuse(editor, asked, "The profile has no section of that name."));
    };
    let section = section(&view_of(&seen, root), name);
    let what = asked.field("_do");
    let base = opened.base(asked.field("_version")).map(str::to_owned);
    let is_stale = asked.field("_version") != opened.version();
    let step = ListStep::of(what);
    let Changed { text, labels, answers, clashes } =
        match changed(&section, base.as_deref(), (&opened.text, root), &asked.fields, step.as_ref()) {
            Ok(changed) => changed,
            Err(why) => return Ok(refuse(editor, asked, &unchanged(why))),
        };
    // Each step of a list is gone back by itself.
    let alone = answers.first().filter(|_| answers.len() == 1 && step.is_none());
    opened.save(text, &labels.join(", "), alone.map(String::as_str))?;
    if let Some(field) = what.strip_prefix("inherit:") {
        match without(&opened.text, field) {
            Ok(text) => opened.save(text, "back to the shared answer", None)?,
            Err(why) => return Ok(refuse(editor, asked, &unchanged(why))),
        }
    }
    if asked.from_script {
        return values(editor, opened, asked, &file, id, is_stale, clashes);
    }
    if !clashes.is_empty() {
        return Ok(clash_page(editor, asked, &file, id, &opened.version(), &clashes));
    }
    let address = format!("/profile/{}/{id}", encoded(&file));
    // The page of a new entry begins in it, which a place named in the address would prevent.
    Ok(Answer::to(match (what.split_once(':'), step) {
        (Some(("add", list)), _) => format!("{address}?add={}", encoded(list)),
        (Some((_, entry)), _) => {
            format!("{address}?saved=1#{}", anchor(entry.rsplit_once('[').map_or(entry, |(list, _)| list)))
        }
        (None, _) => match asked.field("_next") {
            "" => format!("{address}?saved=1"),
            next => format!("/profile/{}/{}", encoded(&file), encoded(next)),
        },
    }))
}

/// What changed, for the page's script.
fn values(
    editor: &Editor,
    opened: &mut Opened,
    asked: &Asked,
    file: &str,
    id: &str,
    stale: bool,
    clashes: Vec<Clash>,
) -> Result<Answer, Failure> {
    let seen = opened.seen(&editor.options.libraries, editor.today())?;
    let names = section_names();
    let all = found(&seen, &opened.text, file, &names);
    let mut fields: BTreeMap<String, Vec<FoundView>> = BTreeMap::new();
    for one in all.iter().filter(|found| found.section == id) {
        fields.entry(one.anchor.clone()).or_default().push(one.clone());
    }
    let fields =
        fields.into_iter().map(|(anchor, found)| (anchor, editor.pages.part("found.html", &FoundList { found })));
    let open = nav(&names, &all, file, None).into_iter().map(|nav| {
        let words = editor.pages.part("open.html", &nav);
        (nav.id, words)
    });
    let stand = stand(opened, &seen, all.clone());
    let clash = match clashes.is_empty() {
        true => String::new(),
        false => editor.pages.part("clash.html", &clash_view(asked, file, id, &opened.version(), &clashes)),
    };
    let view = ValuesView {
        version: opened.version(),
        fields: fields.collect(),
        sections: open.collect(),
        summary: editor.pages.part("summary.html", &SummaryView { stand, address: encoded(file), section: id }),
        stale: stale && clash.is_empty(),
        clash,
    };
    Ok(Answer::new(200, Kind::Values, serde_json::to_vec(&view).unwrap_or_default()))
}

#[derive(Serialize)]
struct FoundList {
    found: Vec<FoundView>,
}

#[derive(Serialize)]
struct SummaryView<'a> {
    stand: StandView,
    address: String,
    section: &'a str,
}

/// That nothing was saved, and why.
fn refuse(editor: &Editor, asked: &Asked, why: &str) -> Answer {
    if asked.from_script {
        let values = serde_json::json!({ "problem": why });
        return Answer::new(409, Kind::Values, values.to_string());
    }
    editor.pages.problem("Nothing was saved", why)
}

fn unchanged(why: Unchanged) -> String {
    match why {
        Unchanged::Broken => "The file is not written as YAML any more, so nothing can be put into it.".to_owned(),
        Unchanged::Unplaced(unplaced) => {
            format!("Line {} of the file stands in the way: {}. Nothing was saved.", unplaced.line, unplaced.why)
        }
    }
}

#[derive(Serialize)]
struct ClashPageView {
    address: String,
    section: String,
    version: String,
    clashes: Vec<ClashView>,
}

#[derive(Serialize)]
struct ClashView {
    label: String,
    mine: String,
    theirs: String,
    fields: Vec<(String, String)>,
}

fn clash_view(asked: &Asked, file: &str, id: &str, version: &str, clashes: &[Clash]) -> ClashPageView {
    let clashes = clashes.iter().map(|clash| {
        let is_of = |name: &str| name == clash.path || name.starts_with(&format!("{}[", clash.path));
        ClashView {
            label: clash.label.clone(),
            mine: clash.mine.clone(),
            theirs: clash.theirs.clone(),
            fields: asked.fields.iter().filter(|(name, _)| is_of(name)).cloned().collect(),
        }
    });
    ClashPageView {
        address: encoded(file),
        section: id.to_owned(),
        version: version.to_owned(),
        clashes: clashes.collect(),
    }
}

/// Both versions of what was changed here and elsewhere.
fn clash_page(editor: &Editor, asked: &Asked, file: &str, id: &str, version: &str, clashes: &[Clash]) -> Answer {
    let mut answer = editor.pages.page("clash_page.html", &clash_view(asked, file, id, version, clashes));
    answer.status = 409;
    answer
}

/// Goes one change back or forth.
pub(super) fn go(editor: &Editor, state: &mut State, asked: &Asked, path: &Path, back: bool) -> Answer {
    let gone = state.profile(path).and_then(|opened| if back { opened.undo() } else { opened.redo() });
    match gone {
        Ok(()) => {
            let file = encoded(&file_name(path));
            Answer::to(format!("/profile/{file}/{}", encoded(asked.field("_section"))))
        }
        Err(failure) => refuse(editor, asked, &failure.to_string()),
    }
}
