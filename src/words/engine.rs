//! Reads and runs wording, under a budget of steps and of words printed.
//!
//! In: clauses and conditions as text, and a [`Context`] of values. Out: Markdown, plain words, or true and false.
//!
//! Words of a profile come out exactly as they were typed, whatever they look like: escaping is the rule, and a capsule
//! (`escape`) the one way for a school's own Markdown. A name that does not exist and an answer that has not been filled in are
//! errors, never blanks. Templates cannot reach files.
//!
//! Not here: the language that wording is held to (`bounds`), what all of it may take together (`budget`), the filters there are (`filters`), and the values (`context`).

use std::collections::BTreeMap;
use std::io::Write;
use std::sync::OnceLock;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Value, ValueKind};
use minijinja::{AutoEscape, Environment, Error, ErrorKind, Template, UndefinedBehavior};

use super::bounds;
use super::context::Context;
use super::error::{WordingError, from_error, refuse};
use super::escape::{Capsules, Piece, Shape};
use super::names::{AllNames, Names};
use super::{escape, filters};
use crate::doc::{list_lines, turned_in};

/// Steps that one clause may take before it is stopped.
const FUEL: u64 = 500_000;
/// With how many steps a run that failed is tried again, to learn what it took.
const PROBES: [u64; 3] = [2_000, 20_000, 100_000];
/// The longest title or label, in bytes.
const LONGEST_TITLE: usize = 2_000;
/// How the name of a template begins whose output is plain words rather than Markdown.
const PLAIN: &str = "plain:";

/// What a piece of wording prints.
#[derive(Clone, Debug, Default)]
pub struct Rendered {
    /// The Markdown, in which the marks of capsules stand.
    pub markdown: String,
    /// The answers whose own Markdown was let through.
    pub capsules: Capsules,
}

/// Reads and runs the wording of a catalogue.
pub struct Engine {
    env: Environment<'static>,
    /// The same with fewer steps, made when they are wanted.
    probes: OnceLock<[(u64, Environment<'static>); PROBES.len()]>,
    /// The names in each clause and partial, by its id.
    names: BTreeMap<String, Names>,
    /// Those of all of them.
    all_names: AllNames,
    /// Whether all wording is the built-in catalogue's, which a test holds to the bounds of the language.
    is_built_in: bool,
}

impl Default for Engine {
    fn default() -> Self {
        Engine::new()
    }
}

impl Engine {
    /// An engine that knows no clauses yet.
    pub fn new() -> Engine {
        // Empty: what wording may use is what `filters` puts in.
        let mut env = Environment::empty();
        env.set_undefined_behavior(UndefinedBehavior::Strict);
        // Block tags may stand on lines of their own without leaving blank ones.
        if let Ok(syntax) = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build() {
            env.set_syntax(syntax);
        }
        env.set_fuel(Some(FUEL));
        env.set_recursion_limit(50);
        env.set_debug(false);
        env.set_auto_escape_callback(|name| {
            if name.starts_with(PLAIN) { AutoEscape::None } else { AutoEscape::Custom("markdown".into()) }
        });
        env.set_formatter(|out, state, value| {
            let plain = matches!(state.auto_escape(), AutoEscape::None);
            let text = match value.kind() {
                // `{{ words if condition }}` without an else prints nothing.
                ValueKind::Undefined => return Ok(()),
                ValueKind::None => {
                    return Err(Error::new(
                        ErrorKind::InvalidOperation,
                        "an answer that has not been filled in is printed",
                    ));
                }
                ValueKind::Seq | ValueKind::Map | ValueKind::Iterable | ValueKind::Plain => {
                    return Err(Error::new(
                        ErrorKind::InvalidOperation,
                        "a list or a heading is printed as if it were words",
                    ));
                }
                ValueKind::Bool => if value.is_true() { "yes" } else { "no" }.to_owned(),
                _ if plain || value.is_safe() => value.to_string(),
                // A list that stands in one answer keeps its lines; every word in it is as it was typed.
                _ => match list_lines(&value.to_string(), escape::escape) {
                    Some(lines) => filters::capsule(state, Shape::Lines, lines)?.to_string(),
                    None => escape::escape(&value.to_string()),
                },
            };
            out.write_str(&text).map_err(Error::from)
        });
        filters::install(&mut env);
        let (names, all_names) = (BTreeMap::new(), AllNames::default());
        Engine { env, probes: OnceLock::new(), names, all_names, is_built_in: false }
    }

    /// An engine that knows the wording of the built-in catalogue, by its ids. Each piece is read when it is first run.
    pub(super) fn of_built_in(wording: BTreeMap<String, String>) -> Engine {
        let mut engine = Engine { is_built_in: true, ..Engine::new() };
        engine.env.set_loader(move |id| Ok(wording.get(id).map(|wording| keep_line_ends(wording))));
        engine
    }

    /// Adds the wording of a clause under its id.
    ///
    /// # Errors
    /// If it is not a template: an unclosed `{% if %}`, a filter that is spelt wrongly.
    pub fn add(&mut self, id: &str, wording: &str) -> Result<(), WordingError> {
        let names = refuse(id, bounds::check_wording(wording))?;
        self.all_names.add(&names);
        self.names.insert(id.to_owned(), names);
        self.env.add_template_owned(id.to_owned(), keep_line_ends(wording)).map_err(|error| from_error(id, &error))
    }

    /// What is wrong with the names in all clauses and partials together.
    pub fn clashes(&self) -> Vec<WordingError> {
        self.names.iter().filter_map(|(id, names)| refuse_clash(id, names, &self.all_names).err()).collect()
    }

    /// The Markdown of a clause.
    ///
    /// # Errors
    /// If it prints something that does not exist or has not been filled in, or takes or prints too much.
    pub fn render(&self, id: &str, context: &Context) -> Result<Rendered, WordingError> {
        context.budget().check()?;
        self.run(id, context, |env| env.get_template(id))
    }

    /// The plain words of a title or a label with values in it.
    ///
    /// # Errors
    /// As for [`Engine::render`].
    pub fn plain(&self, name: &str, words: &str, context: &Context) -> Result<String, WordingError> {
        let plain = if !words.contains("{{") && !words.contains("{%") {
            words.to_owned()
        } else {
            let Rendered { markdown, capsules } = self.run_words(&format!("{PLAIN}{name}"), name, words, context)?;
            let words = capsules.open(&markdown).into_iter().map(|piece| match piece {
                Piece::Words(words) => words,
                Piece::Capsule(capsule) => &capsule.markdown,
            });
            escape::one_line(&words.collect::<String>())
        };
        if plain.len() > LONGEST_TITLE {
            let message = format!("a title or a label is longer than {LONGEST_TITLE} characters");
            return Err(WordingError { template: name.to_owned(), line: 1, message });
        }
        Ok(plain)
    }

    /// The running Markdown of a few words with values in them, such as a value on the cover.
    ///
    /// # Errors
    /// As for [`Engine::render`].
    pub fn markdown(&self, name: &str, words: &str, context: &Context) -> Result<Rendered, WordingError> {
        self.run_words(name, name, words, context)
    }

    fn run_words(&self, template: &str, name: &str, words: &str, context: &Context) -> Result<Rendered, WordingError> {
        context.budget().check()?;
        if !self.is_built_in {
            let names = refuse(name, bounds::check_wording(words))?;
            refuse_clash(name, &names, &self.all_names)?;
        }
        self.run(name, context, |env| env.template_from_named_str(template, words))
    }

    /// Runs a template under the budget.
    fn run<'t>(
        &'t self,
        name: &str,
        context: &Context,
        template: impl Fn(&'t Environment<'static>) -> Result<Template<'t, 't>, Error>,
    ) -> Result<Rendered, WordingError> {
        let ready = template(&self.env).map_err(|error| from_error(name, &error))?;
        let (rendered, steps, output) = match run(&ready, context) {
            Ok((rendered, steps, output)) => (Ok(rendered), steps, output),
            Err(failed) => {
                let steps = self.steps_to_failure(&failed, context, template);
                (Err(failed.told(name, context)), steps, failed.output)
            }
        };
        context.budget().take(name, steps, output)?;
        let rendered = rendered?;
        // What a value of the wording's own, or a reference, may bring in; an answer has none.
        match turned_in(&rendered.markdown) {
            None => Ok(rendered),
            Some(c) => {
                let lines = ready.source().lines();
                let line = (1..).zip(lines).find(|(_, line)| line.contains("&#") || line.contains("\\u"));
                let code = u32::from(c);
                let message = format!(
                    "the wording prints a character that turns the words after it round (U+{code:04X}); take it out"
                );
                Err(WordingError { template: name.to_owned(), line: line.map_or(1, |(line, _)| line), message })
            }
        }
    }

    /// How many steps a run took that failed: the engine does not tell, so it is tried with fewer.
    fn steps_to_failure<'t>(
        &'t self,
        failed: &Failed,
        context: &Context,
        template: impl Fn(&'t Environment<'static>) -> Result<Template<'t, 't>, Error>,
    ) -> u64 {
        if is_out_of_fuel(&failed.error) {
            return FUEL;
        }
        let probes = self.probes.get_or_init(|| {
            PROBES.map(|fuel| {
                let mut env = self.env.clone();
                env.set_fuel(Some(fuel));
                (fuel, env)
            })
        });
        let is_enough = |env: &'t Environment<'static>| {
            template(env).is_ok_and(|ready| run(&ready, context).is_err_and(|again| !is_out_of_fuel(&again.error)))
        };
        probes.iter().find(|(_, env)| is_enough(env)).map_or(FUEL, |(fuel, _)| *fuel)
    }

    /// Whether a condition is true.
    ///
    /// # Errors
    /// If it is not an expression or names something that does not exist.
    pub fn is_true(&self, name: &str, condition: &str, context: &Context) -> Result<bool, WordingError> {
        // How many steps a condition took is not told; it has no loops, so they are about as many as it has letters.
        context.budget().take(name, u64::try_from(condition.len()).unwrap_or(u64::MAX), 0)?;
        context.truth(condition, || {
            if !self.is_built_in {
                refuse(name, bounds::check_condition(condition))?;
            }
            let expression = self.env.compile_expression(condition).map_err(|error| from_error(name, &error))?;
            let value: Value = expression.eval(context.value()).map_err(|error| from_error(name, &error))?;
            Ok(value.is_true())
        })
    }
}

/// That a name which stands for something built is put into a list.
fn refuse_clash(id: &str, names: &Names, all: &AllNames) -> Result<(), WordingError> {
    let Some((line, name)) = names.clash(all) else { return Ok(()) };
    let message = format!(
        "a list can hold answers by their place, as `roles.senco`, and `{name}` is given to something that the wording built itself; give that another name, and do not put it into a list"
    );
    Err(WordingError { template: id.to_owned(), line, message })
}

/// Why a run failed.
struct Failed {
    error: Error,
    overflowed: bool,
    output: usize,
}

impl Failed {
    fn told(&self, name: &str, context: &Context) -> WordingError {
        if !self.overflowed {
            return from_error(name, &self.error);
        }
        let message = format!("the wording prints more than {} characters", context.budget().most_output());
        WordingError { template: name.to_owned(), line: self.error.line().unwrap_or(1), message }
    }
}

/// Whether the steps ran out, in the template or in one that it includes.
fn is_out_of_fuel(error: &Error) -> bool {
    let mut next: Option<&(dyn std::error::Error + 'static)> = Some(error);
    while let Some(error) = next {
        if error.downcast_ref::<Error>().is_some_and(|error| error.kind() == ErrorKind::OutOfFuel) {
            return true;
        }
        next = error.source();
    }
    false
}

/// Runs a template, and stops it when it prints too much: what it printed, and how many steps it took and bytes it printed.
fn run(template: &Template<'_, '_>, context: &Context) -> Result<(Rendered, u64, usize), Failed> {
    let mut out = Output { most: context.budget().most_output(), ..Output::default() };
    let mut captured = match template.render_captured_to(context.value(), &mut out) {
        Ok(captured) => captured,
        Err(error) => return Err(Failed { error, overflowed: out.overflowed, output: out.bytes.len() }),
    };
    let (steps, capsules) = captured.with_state_mut(|state| {
        let steps = state.fuel_levels().map_or(0, |(consumed, _)| consumed);
        (steps, std::mem::take(state.get_or_insert_extension(Capsules::default())))
    });
    let output = out.bytes.len() + capsules.length();
    // Templates and answers are texts, so what they print is one.
    let markdown = String::from_utf8(out.bytes).unwrap_or_default();
    Ok((Rendered { markdown, capsules }, steps, output))
}

/// What a template has printed.
#[derive(Default)]
struct Output {
    bytes: Vec<u8>,
    most: usize,
    overflowed: bool,
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        if self.bytes.len() + bytes.len() > self.most {
            self.overflowed = true;
            return Err(std::io::ErrorKind::FileTooLarge.into());
        }
        self.bytes.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Keeps the new line after a sentence that ends in a block tag: only a tag alone on its line takes the line with it.
fn keep_line_ends(wording: &str) -> String {
    let mut kept = String::with_capacity(wording.len());
    for line in wording.split_inclusive('\n') {
        let words = line.trim_end();
        match words.strip_suffix("%}") {
            Some(before) if !only_tags(words) && !before.ends_with(['+', '-']) => {
                kept.push_str(before);
                kept.push_str("+%}");
                kept.push_str(&line[words.len()..]);
            }
            _ => kept.push_str(line),
        }
    }
    kept
}

/// Whether a line holds nothing but block tags.
fn only_tags(line: &str) -> bool {
    let mut rest = line.trim_start();
    while let Some(after) = rest.strip_prefix("{%").and_then(|tag| tag.split_once("%}")) {
        rest = after.1.trim_start();
    }
    rest.is_empty()
}

#[cfg(test)]
mod tests {
    use super::keep_line_ends;

    #[test]
    fn a_tag_at_the_end_of_a_sentence_keeps_the_new_line_and_a_tag_alone_takes_its_line() {
        assert_eq!(keep_line_ends("a{% if x %} b{% endif %}\nc\n"), "a{% if x %} b{% endif +%}\nc\n");
        assert_eq!(keep_line_ends("{% if x %}\n- a\n  {% endif %}\n"), "{% if x %}\n- a\n  {% endif %}\n");
    }
}
