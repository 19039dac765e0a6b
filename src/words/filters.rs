//! The filters and functions that wording may use: dates, years, lists, links.
//!
//! In: values of the profile. Out: Markdown or plain words. `templates/base/README.md` tells an officer what each does.

use minijinja::value::{Value, ValueKind};
use minijinja::{Environment, Error, ErrorKind, State, filters, tests};

use super::bounds::MOST_OUTPUT;
use super::escape::{Capsules, Shape, escape, one_line};
use crate::law::{DayOrMonth, NoDate, YearGroups};
use crate::text::{capital, dialled};

/// Puts the filters, tests and functions into an empty environment: those of the README, and no other.
pub(super) fn install(env: &mut Environment<'static>) {
    env.add_filter("first", filters::first);
    env.add_filter("last", filters::last);
    env.add_filter("length", filters::length);
    env.add_filter("list", filters::list);
    env.add_filter("lower", |text: Value| Ok::<_, Error>(checked(&text)?.to_lowercase()));
    env.add_filter("max", filters::max);
    env.add_filter("select", filters::select);
    env.add_filter("selectattr", filters::selectattr);
    env.add_test("defined", tests::is_defined);
    env.add_test("in", tests::is_in);
    env.add_test("none", tests::is_none);
    env.add_filter("join", join);
    env.add_filter("md", |state: &mut State, text: Value| capsule(state, Shape::Blocks, checked(&text)?));
    env.add_filter("inline", |state: &mut State, text: Value| capsule(state, Shape::Inline, checked(&text)?));
    env.add_filter("date", |text: Value| {
        let date: DayOrMonth = checked(&text)?.parse().map_err(|error: NoDate| invalid(error.to_string()))?;
        Ok::<_, Error>(date.in_words())
    });
    env.add_filter("years", years);
    env.add_filter("words", number_in_words);
    env.add_filter("and_list", and_list);
    env.add_filter("email", |text: Value| {
        let address = checked(&text)?;
        Ok::<_, Error>(markdown_link(&address, &format!("mailto:{address}")))
    });
    env.add_filter("phone", |text: Value| {
        let number = checked(&text)?;
        // What is not understood as one whole number is printed as it is written: a wrong link rings somebody else.
        Ok::<_, Error>(match dialled(&number) {
            Some(dialled) => markdown_link(&number, &format!("tel:{dialled}")),
            None => Value::from(number),
        })
    });
    env.add_filter("upper_first", |text: Value| Ok::<_, Error>(capital(&checked(&text)?)));
    env.add_function("link", |text: Value, url: Value| {
        Ok::<_, Error>(markdown_link(&checked(&text)?, &checked(&url)?))
    });
}

/// The mark of a capsule that is kept beside what the template prints.
pub(super) fn capsule(state: &mut State, shape: Shape, markdown: String) -> Result<Value, Error> {
    let capsules = state.get_or_insert_extension(Capsules::default());
    let mark = capsules.keep(shape, markdown);
    if capsules.length() > MOST_OUTPUT {
        return Err(invalid(format!("the wording prints more than {MOST_OUTPUT} characters of answers")));
    }
    Ok(Value::from_safe_string(mark))
}

/// The words of a value that has been filled in. A list is refused before it is turned into words: nobody knows how long they would be.
fn checked(value: &Value) -> Result<String, Error> {
    match value.kind() {
        ValueKind::None | ValueKind::Undefined => {
            Err(invalid("an answer that has not been filled in cannot be printed"))
        }
        ValueKind::Seq | ValueKind::Map | ValueKind::Iterable | ValueKind::Plain => {
            Err(invalid("a list or a heading is used as if it were words"))
        }
        _ => bounded(value.to_string()),
    }
}

/// Refuses words so long that filter upon filter could make them longer still.
fn bounded(words: String) -> Result<String, Error> {
    if words.len() > MOST_OUTPUT {
        return Err(invalid(format!("words of more than {MOST_OUTPUT} characters are put through a filter")));
    }
    Ok(words)
}

fn join(value: Value, between: String) -> Result<String, Error> {
    let mut words = String::new();
    for (index, item) in value.try_iter()?.enumerate() {
        if index > 0 {
            words.push_str(&between);
        }
        words = bounded(words + &checked(&item)?)?;
    }
    Ok(words)
}

fn invalid(message: impl Into<std::borrow::Cow<'static, str>>) -> Error {
    Error::new(ErrorKind::InvalidOperation, message)
}

/// A Markdown link whose words and address are data.
pub(super) fn markdown_link(text: &str, url: &str) -> Value {
    let address: String = one_line(url)
        .chars()
        .filter(|c| !c.is_control())
        .map(|c| match c {
            '<' => "%3C".to_owned(),
            '>' => "%3E".to_owned(),
            '|' => "%7C".to_owned(),
            ' ' => "%20".to_owned(),
            '\\' | '*' | '_' | '&' => format!("\\{c}"),
            c => c.to_string(),
        })
        .collect();
    Value::from_safe_string(format!("[{}](<{address}>)", escape(text)))
}

fn years(value: Value) -> Result<String, Error> {
    let years: Vec<u8> = if let Ok(one) = u8::try_from(value.clone()) {
        vec![one]
    } else {
        value
            .try_iter()?
            .map(|year| u8::try_from(year).map_err(|_| invalid("`years` needs year groups")))
            .collect::<Result<_, _>>()?
    };
    Ok(YearGroups::new(years).in_words())
}

fn number_in_words(number: u32) -> String {
    const WORDS: [&str; 13] =
        ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    usize::try_from(number)
        .ok()
        .and_then(|index| WORDS.get(index))
        .map_or_else(|| number.to_string(), |word| (*word).to_owned())
}

fn and_list(value: Value) -> Result<Value, Error> {
    let words: Vec<String> = value
        .try_iter()?
        .map(|item| Ok(if item.is_safe() { item.to_string() } else { escape(&checked(&item)?) }))
        .collect::<Result<_, Error>>()?;
    let joined = match &words[..] {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    };
    bounded(joined).map(Value::from_safe_string)
}
