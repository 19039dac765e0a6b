//! The questions for a new profile, and what comes of each answer.
//!
//! In: what is known already, and lines as they are typed. Out: the next [`Question`], a [`Reply`] to each line, and at the end what is known.
//! A line with nothing on it leaves a question for later.
//!
//! Not here: reading and writing lines (`cli`), and what is asked of an answer (`begun`).

use super::begun::Begun;
use crate::job::library::Library;
use crate::law::{Date, Setting};
use crate::profile::{Kind, field_help, kind_named, kinds};

/// A question as it is put.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The question.
    pub words: String,
    /// What can be chosen, numbered from 1; nothing where the answer is free.
    pub choices: Vec<String>,
}

/// What comes of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reply {
    /// It is taken, or left for later. Where it was read as something else than was typed, as what.
    Taken(Option<String>),
    /// It cannot be taken, for this reason: the same question is put again.
    Again(String),
}

/// What is asked of every institution, in this order, each with the question for it.
const ASKED: [(&str, &str); 7] = [
    ("setting.name", "What is it called? Type the name as it is to be printed."),
    ("setting.year_groups", "Which year groups are on roll?"),
    (
        "setting.publicly_funded",
        "Does a local authority or the Secretary of State fund it in any part, such as places for learners with special educational needs, or \
         apprenticeships? The law on information for young people's services then binds it. Type yes or no.",
    ),
    ("setting.website", "What is the address of its website?"),
    ("roles.careers_leader.name", "Who is the careers leader?"),
    ("roles.careers_leader.email", "What is the careers leader's email address?"),
    ("roles.careers_leader.phone", "What is the careers leader's telephone number?"),
];
/// What is asked of each school of a trust.
const OF_A_SCHOOL: usize = 2;
/// Without these no document can be made.
const NEEDED: [&str; 2] = ["setting.name", "setting.year_groups"];

/// Where the dialogue is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Kind,
    /// One of those asked of every institution.
    Field(usize),
    /// The name of the next school of a trust, its kind, its other answers.
    School,
    SchoolKind,
    SchoolField(usize),
    Done,
}

/// Questions and answers for a new profile.
pub struct Dialogue<'a> {
    library: &'a Library,
    today: Date,
    begun: Begun,
    step: Step,
    /// Whether it was said of the question that nothing can be made without an answer.
    warned: bool,
}

impl Dialogue<'_> {
    /// Asks for what is not known yet.
    pub fn new(begun: Begun, library: &Library, today: Date) -> Dialogue<'_> {
        let mut dialogue = Dialogue { library, today, begun, step: Step::Kind, warned: false };
        dialogue.pass_over();
        dialogue
    }

    /// What is known.
    pub fn begun(self) -> Begun {
        self.begun
    }

    /// The next question; none at the end.
    pub fn question(&self) -> Option<Question> {
        let asked = |words: String| Some(Question { words, choices: Vec::new() });
        let field = |at: usize| with_example(ASKED[at].0, ASKED[at].1);
        let choices = |words: &str| {
            let choices = self.choices().into_iter().map(|kind| kind.said.to_owned()).collect();
            Some(Question { words: words.to_owned(), choices })
        };
        match self.step {
            Step::Kind => choices("What kind of institution is it? Type its number or its name."),
            Step::Field(at) => asked(field(at)),
            Step::School if self.begun.schools.is_empty() => asked(
                "What is the first school of the trust called? If it has a profile of its own, type the name of that file, such as \
                 oakfield-academy.yaml."
                    .to_owned(),
            ),
            Step::School => asked("And the next school? Press Enter when that was the last.".to_owned()),
            Step::SchoolKind => choices("What kind of school is it? Type its number or its name."),
            Step::SchoolField(at) => asked(field(at)),
            Step::Done => None,
        }
    }

    /// Answers the question with a line as it was typed.
    pub fn answer(&mut self, typed: &str) -> Reply {
        let typed = typed.trim();
        let reply = match self.step {
            Step::Done => return Reply::Taken(None),
            Step::Kind | Step::SchoolKind => self.take_kind(typed),
            Step::School if typed.is_empty() => {
                self.step = Step::Done;
                return Reply::Taken(None);
            }
            Step::School if typed.to_lowercase().ends_with(".yaml") => {
                self.begun.schools.push(Begun::in_file(typed));
                return Reply::Taken(None);
            }
            Step::School => {
                let mut school = Begun::of(Setting::Academy);
                let taken = school.take(ASKED[0].0, typed, self.library, self.today);
                if taken.is_ok() {
                    self.begun.schools.push(school);
                }
                taken
            }
            Step::Field(at) | Step::SchoolField(at) if typed.is_empty() => {
                if NEEDED.contains(&ASKED[at].0) && !self.warned {
                    self.warned = true;
                    return Reply::Again(
                        "No document can be made without this. Press Enter once more to leave it for later all the same."
                            .to_owned(),
                    );
                }
                Ok(None)
            }
            Step::Field(at) => self.begun.take(ASKED[at].0, typed, self.library, self.today),
            Step::SchoolField(at) => match self.begun.schools.last_mut() {
                Some(school) => school.take(ASKED[at].0, typed, self.library, self.today),
                None => Ok(None),
            },
        };
        match reply {
            Ok(note) => {
                self.warned = false;
                self.step = self.after();
                self.pass_over();
                Reply::Taken(note)
            }
            Err(why) => Reply::Again(why),
        }
    }

    /// The kinds that can be chosen where the dialogue is.
    fn choices(&self) -> Vec<Kind> {
        let of_a_school = self.step == Step::SchoolKind;
        kinds().into_iter().filter(|kind| !of_a_school || kind.setting.can_belong_to_trust()).collect()
    }

    fn take_kind(&mut self, typed: &str) -> Result<Option<String>, String> {
        let choices = self.choices();
        let setting = kind_named(typed, &choices).map_err(|could| {
            let number = |setting: &Setting| {
                let at = choices.iter().position(|kind| kind.setting == *setting).unwrap_or_default();
                format!("{} for {}", at + 1, setting.with_article())
            };
            match could[..] {
                [] => format!("Type one of the numbers 1 to {}.", choices.len()),
                _ => format!("Which do you mean? Type {}.", could.iter().map(number).collect::<Vec<_>>().join(", ")),
            }
        })?;
        let said = Some(setting.with_article().to_owned());
        match self.step {
            Step::SchoolKind => {
                self.begun.schools.last_mut().into_iter().for_each(|school| school.setting = Some(setting));
            }
            _ => self.begun.setting = Some(setting),
        }
        Ok(said)
    }

    /// The step after this one.
    fn after(&self) -> Step {
        let is_trust = self.begun.setting == Some(Setting::MultiAcademyTrust);
        match self.step {
            Step::Kind => Step::Field(0),
            Step::Field(at) if at + 1 < ASKED.len() => Step::Field(at + 1),
            Step::Field(_) if is_trust => Step::School,
            Step::School => Step::SchoolKind,
            Step::SchoolKind => Step::SchoolField(1),
            Step::SchoolField(at) if at + 1 < OF_A_SCHOOL => Step::SchoolField(at + 1),
            Step::SchoolField(_) => Step::School,
            Step::Field(_) | Step::Done => Step::Done,
        }
    }

    /// Passes over what is known already, or is not asked of this kind of institution.
    fn pass_over(&mut self) {
        loop {
            let is_known = match self.step {
                Step::Kind => self.begun.setting.is_some(),
                Step::Field(at) => {
                    let field = ASKED[at].0;
                    self.begun.answer(field).is_some() || !self.begun.has(field)
                }
                _ => false,
            };
            if !is_known {
                return;
            }
            self.step = self.after();
        }
    }
}

/// A question with an example of the answer.
fn with_example(field: &str, question: &str) -> String {
    let example = field_help(field).and_then(|help| help.example).filter(|_| field != "setting.publicly_funded");
    let example = example.map(|example| format!(" For example: {}", example.trim_matches('"')));
    format!("{question}{}", example.unwrap_or_default())
}
