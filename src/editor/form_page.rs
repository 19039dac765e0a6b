//! The page of a section: its questions with their answers, what is found, and the documents beside them; and what was written on it, saved.
//!
//! In: what is asked, for a profile of the folder. Out: the page; or what changed, for the page's script.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Serialize;

use super::asked::{Answer, Asked, Kind, encoded};
use super::change::{Changed, Clash, ListStep, Unchanged, changed, without};
use super::findings::{FoundView, found};
use super::grid::{Grid, grids};
use super::names::{anchor, file_name};
use super::opened::{Opened, Seen, tree};
use super::question_view::{QuestionView, Sight, mark_overriding};
use super::state::{Editor, State};
use crate::catalogue::field_duties_of;
use crate::finding::Failure;
use crate::form::{Section, View, kind_in, sections};
use crate::job::inherited_answers;
use crate::law::Setting;
use crate::yaml::{Kind as NodeKind, Node};

/// A section in the list of all, with how much of it is open.
#[derive(Clone, Debug, Serialize)]
struct NavView {
    id: String,
    title: &'static str,
    address: String,
    law: usize,
    recommended: usize,
    current: bool,
}

#[derive(Clone, Debug, Serialize)]
struct GroupView {
    label: Option<String>,
    about: String,
    anchor: String,
    questions: Vec<QuestionView>,
    found: Vec<FoundView>,
}

/// A document beside the form.
#[derive(Clone, Debug, Serialize)]
struct PageView {
    title: String,
    name: String,
    address: String,
}

/// How it stands with the whole profile.
#[derive(Clone, Debug, Serialize)]
struct StandView {
    /// What is found, but for what is for information.
    found: Vec<FoundView>,
    notes: Vec<FoundView>,
    law: usize,
    recommended: usize,
    version: String,
    undo: Option<String>,
    redo: Option<String>,
    /// Whether the pages beside the form are of this state.
    is_current: bool,
}

#[derive(Serialize)]
struct FormView<'a> {
    address: String,
    name: String,
    sections: Vec<NavView>,
    title: &'static str,
    section: &'a str,
    about: &'a str,
    groups: Vec<GroupView>,
    stand: StandView,
    pages: Vec<PageView>,
    next: Option<NavView>,
    saved: bool,
    trust: bool,
    summary: Vec<Grid>,
}

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

/// The sections of a profile's form with what they were made of.
pub(super) struct Plan {
    pub(super) sections: Vec<Section>,
    pub(super) setting: Option<Setting>,
    inherited: BTreeMap<String, String>,
    shared: BTreeMap<String, String>,
}

/// What a profile's form asks.
pub(super) fn plan(path: &Path, seen: &Seen, root: &Node) -> Plan {
    let setting = seen.intake.profile().map(|profile| profile.setting.kind).or_else(|| kind_in(root));
    let duties = match (&seen.library, setting) {
        (Some(library), Some(setting)) => {
            let requirements = library.catalogue.requirements.values();
            field_duties_of(requirements.filter(|requirement| seen.asked.contains(&requirement.id)), setting)
        }
        _ => BTreeMap::new(),
    };
    let nothing = Node { span: root.span, kind: NodeKind::Empty };
    let (inherited, shared) = (inherited_answers(path, root), inherited_answers(path, &nothing));
    let view = View { setting, duties, root: Some(root), shared: BTreeMap::new() };
    Plan { sections: sections(&view), setting, inherited, shared }
}

/// Shows a section; the first, where none is named.
pub(super) fn show(editor: &Editor, state: &mut State, asked: &Asked, path: &Path, id: Option<&str>) -> Answer {
    let opened = match state.profile(path) {
        Ok(opened) => opened,
        Err(failure) => return editor.pages.problem("This profile cannot be opened", &failure.to_string()),
    };
    page(editor, opened, asked, id)
        .unwrap_or_else(|failure| editor.pages.problem("This profile cannot be opened", &failure.to_string()))
}

fn page(editor: &Editor, opened: &mut Opened, asked: &Asked, id: Option<&str>) -> Result<Answer, Failure> {
    let file = file_name(&opened.path);
    let seen = opened.seen(&editor.options.libraries, editor.today())?;
    let Some(root) = tree(&opened.text) else {
        let all = found(&seen, &opened.text, &file, &[]);
        return Ok(editor.pages.page("broken.html", &BrokenView { file, found: all }));
    };
    let plan = plan(&opened.path, &seen, &root);
    let Some(at) = id.map_or(Some(0), |id| plan.sections.iter().position(|section| section.id == id)) else {
        return Ok(editor.pages.problem("There is no such page", "The profile has no section of that name."));
    };
    let section = &plan.sections[at];
    let all = found(&seen, &opened.text, &file, &plan.sections);
    let add = asked.query("add");
    let place = |field: &str| place(&seen, field);
    let sight = Sight {
        root: &root,
        found: &all,
        inherited: &plan.inherited,
        catalogue: seen.library.as_ref().map(|library| &library.catalogue),
        asked: &seen.asked,
        setting: plan.setting,
        add: add.as_deref(),
        place: &place,
    };
    let groups = section.groups.iter().map(|group| GroupView {
        label: group.label.clone(),
        about: group.about.clone(),
        anchor: anchor(&group.path),
        found: all.iter().filter(|found| !group.path.is_empty() && found.path == group.path).cloned().collect(),
        questions: group
            .questions
            .iter()
            .map(|question| {
                let mut view = sight.question(question);
                mark_overriding(&mut view, &plan.shared);
                view
            })
            .collect(),
    });
    let nav = nav(&plan.sections, &all, &file, Some(&section.id));
    let view = FormView {
        address: encoded(&file),
        name: seen.intake.profile().map_or_else(|| file.clone(), |profile| profile.setting.name.to_string()),
        title: section.title,
        section: &section.id,
        about: &section.about,
        groups: groups.collect(),
        stand: stand(opened, &seen, all.clone()),
        pages: page_views(&seen, &file),
        next: nav.get(at + 1).cloned(),
        sections: nav,
        saved: asked.query("saved").is_some(),
        trust: plan.setting == Some(Setting::MultiAcademyTrust),
        summary: grids(&seen, &section.headings, editor.today()),
    };
    Ok(editor.pages.page("form.html", &view))
}

#[derive(Serialize)]
struct BrokenView {
    file: String,
    found: Vec<FoundView>,
}

/// The documents beside the form.
fn page_views(seen: &Seen, file: &str) -> Vec<PageView> {
    let pages = seen.pages.iter().map(|page| PageView {
        title: page.title.clone(),
        address: format!("/profile/{}/page/{}", encoded(file), encoded(&page.name)),
        name: page.name.clone(),
    });
    pages.collect()
}

fn nav(sections: &[Section], all: &[FoundView], file: &str, current: Option<&str>) -> Vec<NavView> {
    let count = |section: &Section, is: fn(&FoundView) -> bool| {
        all.iter().filter(|found| found.section == section.id && is(found)).count()
    };
    let view = |section: &Section| NavView {
        id: section.id.clone(),
        title: section.title,
        address: format!("/profile/{}/{}", encoded(file), section.id),
        law: count(section, FoundView::is_needed),
        recommended: count(section, FoundView::is_recommended),
        current: current == Some(section.id.as_str()),
    };
    sections.iter().map(view).collect()
}

fn stand(opened: &Opened, seen: &Seen, all: Vec<FoundView>) -> StandView {
    let (notes, found): (Vec<FoundView>, Vec<FoundView>) =
        all.into_iter().partition(|found| !found.is_needed() && !found.is_recommended());
    let recommended = found.iter().filter(|found| found.is_recommended()).count();
    StandView {
        law: found.len() - recommended,
        recommended,
        notes,
        found,
        version: opened.version(),
        undo: opened.last_change().map(str::to_owned),
        redo: opened.last_undone().map(str::to_owned),
        is_current: seen.is_current,
    }
}

/// Where an answer is printed: the name of a page and an anchor in it. The clause is meant that names the field, or else the heading it is under.
fn place(seen: &Seen, field: &str) -> String {
    let Some(library) = &seen.library else { return String::new() };
    let names = |clause: &str, name: &str| {
        let wording = library.catalogue.clauses.get(clause).map_or("", |clause| clause.wording.as_str());
        let ends = |rest: &str| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_');
        wording.match_indices(name).any(|(at, _)| ends(&wording[at + name.len()..]))
    };
    let above = field.rsplit_once('.').map(|(above, _)| above).filter(|above| above.contains('.'));
    for name in std::iter::once(field).chain(above) {
        for page in seen.pages.iter().filter(|page| !page.is_piece) {
            if let Some((_, heading)) = page.clauses.iter().find(|(clause, _)| names(clause, name)) {
                return format!("{}#{heading}", page.name);
            }
        }
    }
    String::new()
}

/// Takes what was written on a section's page.
pub(super) fn send(editor: &Editor, state: &mut State, asked: &Asked, path: &Path, id: &str) -> Answer {
    let taken = state.profile(path).and_then(|opened| take(editor, opened, asked, id));
    taken.unwrap_or_else(|failure| refuse(editor, asked, &failure.to_string()))
}

fn take(editor: &Editor, opened: &mut Opened, asked: &Asked, id: &str) -> Result<Answer, Failure> {
    let file = file_name(&opened.path);
    let seen = opened.seen(&editor.options.libraries, editor.today())?;
    let Some(root) = tree(&opened.text) else {
        return Ok(refuse(editor, asked, "The file is not written as YAML any more, so nothing can be put into it."));
    };
    let plan = plan(&opened.path, &seen, &root);
    let Some(section) = plan.sections.iter().find(|section| section.id == id) else {
        return Ok(refuse(editor, asked, "The profile has no section of that name."));
    };
    let what = asked.field("_do");
    let base = opened.base(asked.field("_version")).map(str::to_owned);
    let is_stale = asked.field("_version") != opened.version();
    let step = ListStep::of(what);
    let Changed { text, labels, answers, clashes } =
        match changed(section, base.as_deref(), &opened.text, &asked.fields, step.as_ref()) {
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
    let Some(root) = tree(&opened.text) else {
        return Ok(refuse(editor, asked, "The file is not written as YAML any more."));
    };
    let plan = plan(&opened.path, &seen, &root);
    let all = found(&seen, &opened.text, file, &plan.sections);
    let mut fields: BTreeMap<String, Vec<FoundView>> = BTreeMap::new();
    for one in all.iter().filter(|found| found.section == id) {
        fields.entry(one.anchor.clone()).or_default().push(one.clone());
    }
    let fields =
        fields.into_iter().map(|(anchor, found)| (anchor, editor.pages.part("found.html", &FoundList { found })));
    let open = nav(&plan.sections, &all, file, None).into_iter().map(|nav| {
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
