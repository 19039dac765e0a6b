//! The page of a section: its questions with their answers, what is found, and the documents beside them.
//!
//! In: what is asked, for a profile of the folder. Out: the page. Not here: what was written on it (`send`).

use std::collections::BTreeMap;
use std::path::Path;

use serde::Serialize;

use super::asked::{Answer, Asked, encoded};
use super::findings::{FoundView, found};
use super::grid::{Grid, grids};
use super::names::{anchor, file_name};
use super::opened::Opened;
use super::question_view::{QuestionView, Sight, mark_overriding};
use super::seen::Seen;
use super::state::{Editor, State};
use crate::catalogue::field_duties_of;
use crate::finding::Failure;
use crate::form::{SectionName, View, kind_in, section, section_names};
use crate::job::{PreviewPage, inherited_answers};
use crate::law::Setting;
use crate::yaml::{Kind as NodeKind, Node};

/// A section in the list of all, with how much of it is open.
#[derive(Clone, Debug, Serialize)]
pub(super) struct NavView {
    pub(super) id: String,
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
pub(super) struct StandView {
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
    /// The address of the document that is shown at first: the one in which most answers of the section stand.
    shown: String,
    next: Option<NavView>,
    saved: bool,
    trust: bool,
    summary: Vec<Grid>,
}

/// What a profile's form is made of.
pub(super) fn view_of<'a>(seen: &Seen, root: &'a Node) -> View<'a> {
    let setting = seen.intake.profile().map(|profile| profile.setting.kind).or_else(|| kind_in(root));
    let duties = match (&seen.library, setting) {
        (Some(library), Some(setting)) => {
            let requirements = library.catalogue.requirements.values();
            field_duties_of(requirements.filter(|requirement| seen.asked.contains(&requirement.id)), setting)
        }
        _ => BTreeMap::new(),
    };
    View { setting, duties, root: Some(root), shared: BTreeMap::new() }
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
    let Some(root) = seen.root.as_deref() else {
        let all = found(&seen, &opened.text, &file, &[]);
        return Ok(editor.pages.page("broken.html", &BrokenView { file, found: all }));
    };
    let names = section_names();
    let Some(at) = id.map_or(Some(0), |id| names.iter().position(|name| name.id == id)) else {
        return Ok(editor.pages.problem("There is no such page", "The profile has no section of that name."));
    };
    let form = view_of(&seen, root);
    let section = section(&form, names[at].clone());
    let nothing = Node { span: root.span, kind: NodeKind::Empty };
    let (inherited, shared) = (inherited_answers(&opened.path, root), inherited_answers(&opened.path, &nothing));
    let all = found(&seen, &opened.text, &file, &names);
    let pages = opened.pages(&seen);
    let add = asked.query("add");
    let place = |field: &str| place(&seen, &pages, field);
    let sight = Sight {
        root,
        found: &all,
        inherited: &inherited,
        catalogue: seen.library.as_ref().map(|library| &library.catalogue),
        asked: &seen.asked,
        setting: form.setting,
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
                mark_overriding(&mut view, &shared);
                view
            })
            .collect(),
    });
    let groups: Vec<GroupView> = groups.collect();
    let nav = nav(&names, &all, &file, Some(&section.name.id));
    let page_views = page_views(&pages, &file);
    let places = || groups.iter().flat_map(|group| &group.questions).map(|question| question.place.as_str());
    let stand_in = |view: &PageView| places().filter(|place| place.split('#').next() == Some(&view.name)).count();
    // Of several with as many, the first.
    let shown = page_views.iter().rev().max_by_key(|view| stand_in(view)).map(|view| view.address.clone());
    let view = FormView {
        address: encoded(&file),
        name: seen.intake.profile().map_or_else(|| file.clone(), |profile| profile.setting.name.to_string()),
        title: section.name.title,
        section: &section.name.id,
        about: &section.about,
        groups,
        stand: stand(opened, &seen, all.clone()),
        pages: page_views,
        shown: shown.unwrap_or_default(),
        next: nav.get(at + 1).cloned(),
        sections: nav,
        saved: asked.query("saved").is_some(),
        trust: form.setting == Some(Setting::MultiAcademyTrust),
        summary: grids(&seen, &section.name.headings, editor.today()),
    };
    Ok(editor.pages.page("form.html", &view))
}

#[derive(Serialize)]
struct BrokenView {
    file: String,
    found: Vec<FoundView>,
}

/// The documents beside the form.
fn page_views(pages: &[PreviewPage], file: &str) -> Vec<PageView> {
    let pages = pages.iter().map(|page| PageView {
        title: page.title.clone(),
        address: format!("/profile/{}/page/{}", encoded(file), encoded(&page.name)),
        name: page.name.clone(),
    });
    pages.collect()
}

/// The list of all sections.
pub(super) fn nav(sections: &[SectionName], all: &[FoundView], file: &str, current: Option<&str>) -> Vec<NavView> {
    let count = |section: &SectionName, is: fn(&FoundView) -> bool| {
        all.iter().filter(|found| found.section == section.id && is(found)).count()
    };
    let view = |section: &SectionName| NavView {
        id: section.id.clone(),
        title: section.title,
        address: format!("/profile/{}/{}", encoded(file), section.id),
        law: count(section, FoundView::is_needed),
        recommended: count(section, FoundView::is_recommended),
        current: current == Some(section.id.as_str()),
    };
    sections.iter().map(view).collect()
}

/// How it stands with the whole profile.
pub(super) fn stand(opened: &Opened, seen: &Seen, all: Vec<FoundView>) -> StandView {
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
        is_current: seen.has_pages,
    }
}

/// Where an answer is printed: the name of a page and an anchor in it. The clause is meant that names the field, or else the heading it is under.
fn place(seen: &Seen, pages: &[PreviewPage], field: &str) -> String {
    let Some(library) = &seen.library else { return String::new() };
    let names = |clause: &str, name: &str| {
        let wording = library.catalogue.clauses.get(clause).map_or("", |clause| clause.wording.as_str());
        let ends = |rest: &str| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_');
        wording.match_indices(name).any(|(at, _)| ends(&wording[at + name.len()..]))
    };
    let above = field.rsplit_once('.').map(|(above, _)| above).filter(|above| above.contains('.'));
    for name in std::iter::once(field).chain(above) {
        for page in pages.iter().filter(|page| !page.is_piece) {
            if let Some((_, heading)) = page.clauses.iter().find(|(clause, _)| names(clause, name)) {
                return format!("{}#{heading}", page.name);
            }
        }
    }
    String::new()
}
