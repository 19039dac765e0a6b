//! The way in: who may ask is answered, and everybody else is turned away.
//!
//! In: what is asked. Out: the answer, with the headers that follow from what it is. Not here: which page is which (`route`).

use std::sync::PoisonError;

use super::asked::{Answer, Asked, Kind, Method, encoded};
use super::guard::{Refused, headers};
use super::route::route;
use super::state::Editor;

impl Editor {
    /// The path of the address that lets somebody in.
    pub fn way_in(&self) -> String {
        self.guard.way_in()
    }

    /// Answers what is asked.
    pub fn answer(&self, asked: &Asked) -> Answer {
        // One after the other: there is one person, and whoever writes must not be overtaken.
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let answer = self.refused(asked).unwrap_or_else(|| match asked.steps() == ["open"] {
            true => self.open(asked),
            false => route(self, &mut state, asked),
        });
        with_headers(answer)
    }

    /// Refuses what may not be asked, whatever is sent with it.
    fn refused(&self, asked: &Asked) -> Option<Answer> {
        if let Err(refused) = self.guard.host(asked) {
            return Some(self.refusal(421, refused.words()));
        }
        let is_way_in = asked.method == Method::Get && asked.steps() == ["open"];
        self.guard.check(asked).err().filter(|_| !is_way_in).map(|refused| self.refusal(403, refused.words()))
    }

    /// The answer to what may not be asked, before anything is read that is sent with it.
    pub fn turned_away(&self, asked: &Asked) -> Option<Answer> {
        self.refused(asked).map(with_headers)
    }

    /// Lets whoever has the key in.
    fn open(&self, asked: &Asked) -> Answer {
        match asked.query("key").is_some_and(|key| self.guard.is_key(&key)) {
            true => {
                let first = self.options.first.as_deref().map(|file| format!("/profile/{}", encoded(file)));
                Answer::to(first.unwrap_or_else(|| "/".to_owned())).with("set-cookie", self.guard.cookie())
            }
            false => self.refusal(403, Refused::Unknown.words()),
        }
    }

    fn refusal(&self, status: u16, why: &str) -> Answer {
        // Plain words: a page of the editor is for whoever is let in.
        Answer::new(status, Kind::Page, self.pages.plain("Not shown", why))
    }
}

/// An answer with the headers that follow from what it is.
fn with_headers(mut answer: Answer) -> Answer {
    let own = headers(answer.kind).into_iter().map(|(name, value)| (name, value.to_owned()));
    answer.headers.extend(own);
    answer
}
