//! The one table of codes. A line here and a page `codes/CPnnn.md` make a code; nothing else lists them.
//!
//! In: nothing. Out: [`Code`], with its title and its page, and [`CODES`], all of them in order.
//!
//! A code is never used again for something else: a retired one keeps its line, and its page says so.

use std::fmt;
use std::str::FromStr;

/// What is decided by the code of a finding alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// As an error it is counted as a gap: an answer that law, guidance, hub or trust asks for is not there or is not enough.
    Gap,
    /// An answer is not there at all.
    Missing,
    /// The gap is in what a hub or a trust requires by its own pack, and not in what the law asks.
    Required,
    /// A draft is made all the same, and shows it.
    Draft,
    /// It is about the words of an answer, not about whether there is one.
    Wording,
    /// It is said to whoever writes the profile, not each time documents are built.
    CheckOnly,
    /// An approval is not recorded where it would be found, although it is only a note.
    StopsApproval,
    /// It keeps a document from being made as a PDF, and in no other format.
    PdfOnly,
    /// It follows from the day and the catalogue, so that it is the same for every school of a run.
    Common,
    /// It is what an approval brings with it, and is no reason against recording one.
    FollowsApproval,
}

/// Makes the enum, the list, the marks and the pages from one table; a line without a page does not compile.
macro_rules! codes {
    ($($code:ident [$($mark:ident)*] $title:literal,)*) => {
        /// The code of a kind of finding: `CP204`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $(#[doc = $title] $code,)*
        }

        /// Every code, in order.
        pub const CODES: &[Code] = &[$(Code::$code,)*];

        impl Code {
            /// The code as it is printed: `CP204`.
            pub fn id(self) -> &'static str {
                match self { $(Code::$code => stringify!($code),)* }
            }

            /// What it means, in one line.
            pub fn title(self) -> &'static str {
                match self { $(Code::$code => $title,)* }
            }

            /// Its page in Markdown: what it means, what to do, and examples.
            pub fn page(self) -> &'static str {
                match self { $(Code::$code => include_str!(concat!("codes/", stringify!($code), ".md")),)* }
            }

            fn marks(self) -> &'static [Mark] {
                match self { $(Code::$code => &[$(Mark::$mark,)*],)* }
            }
        }
    };
}

codes! {
    // CP0: reading a file.
    CP001 [] "the file is not written as YAML",
    CP002 [] "the file was not saved as UTF-8",
    CP003 [] "a heading is given twice",
    CP004 [] "a heading is not known",
    CP005 [] "a heading that must be there is missing",
    CP006 [] "the value is of the wrong kind",
    CP007 [] "the value is not one of the choices",
    CP008 [] "the value does not look as it should",
    CP009 [] "a line is indented with a tab",
    CP010 [] "the file uses a part of YAML that is not allowed here",
    CP011 [] "the file is too large or too deep",
    CP012 [] "a value holds characters that cannot be printed",
    CP013 [] "a value stands in curly quotation marks",
    CP014 [] "a number has lost its leading zero",
    CP015 [] "a date is not written year first",
    CP016 [] "the shared profile cannot be used",
    CP017 [] "the values could not be used",
    CP018 [] "a school of the trust cannot be read",
    CP019 [] "the words behind a # are left out",
    CP020 [CheckOnly] "a value is read otherwise than it is written",
    CP021 [Draft] "a placeholder stands where a date belongs",
    CP022 [] "a line is indented with blanks that are no spaces",
    CP023 [] "the file is no text file",
    CP024 [] "a school is in two files",
    CP025 [] "the settings of a folder cannot be used",
    CP026 [] "the file holds settings and is no profile",
    // CP1: a school's answers.
    CP101 [] "the year groups do not fit the institution",
    CP102 [] "an own section has no place in the document",
    CP103 [FollowsApproval] "an accepted warning is not there to accept",
    CP104 [] "the schools do not make a trust",
    CP105 [] "a clause cannot be left out",
    CP106 [] "a clause is left out",
    CP111 [] "a colour cannot be read on its ground",
    CP112 [] "the logo cannot be used",
    CP121 [] "an answer stands in no document",
    CP122 [] "an answer of another person is shared",
    CP123 [Draft] "somebody or something is not named by its name",
    CP124 [] "two people stand in one answer",
    CP131 [] "the day of an action has passed",
    CP132 [Draft] "a telephone number cannot be dialled",
    CP133 [] "a part of the programme is for nobody",
    CP134 [Draft] "a figure of leavers does not say what it is",
    CP135 [] "figures of leavers do not add up",
    CP136 [] "leavers or a destination are given twice",
    // CP2: what law or guidance asks.
    CP201 [Gap Missing Draft] "an answer is missing that the law asks for",
    CP202 [Gap Missing] "an answer is missing that is recommended",
    CP203 [Gap Draft] "what is written does not meet what the law asks",
    CP204 [Gap] "what is written does not meet what is recommended",
    CP205 [Gap Missing Required Draft] "an answer is missing that the school's hub or trust requires",
    CP206 [Gap Required Draft] "what is written does not meet what the school's hub or trust requires",
    CP211 [Gap] "a review is set too far ahead",
    CP212 [Gap] "a review is overdue",
    CP213 [Gap] "dates are in the wrong order",
    CP214 [Gap] "the version history is not in order",
    CP221 [Gap Draft] "a year group lacks encounters with providers",
    CP222 [Gap Draft] "a year group meets the same providers every time",
    CP223 [Gap] "no encounter with a provider is dated",
    CP224 [Gap] "an encounter counts for no year group",
    CP231 [Gap] "a benchmark is thin",
    CP241 [Gap] "the edition of the guidance is not known",
    CP242 [Gap] "the edition of the guidance has been superseded",
    CP243 [Gap Draft] "the policy was approved before its guidance was published",
    CP244 [Gap Common] "a newer edition of the guidance is reported",
    CP251 [Gap] "the careers adviser is on the school's own staff",
    CP252 [Gap] "the careers adviser's qualification is below Level 6",
    CP253 [Gap StopsApproval] "the approving body is not one of this kind of institution",
    CP254 [Gap] "an email address is not at the institution's own domain",
    // CP3: the catalogue and packs.
    CP301 [] "a file of the pack is missing",
    CP302 [] "a requirement does not give the duty of every setting",
    CP303 [] "a clause has no header",
    CP304 [] "a clause meets a requirement that does not exist",
    CP305 [] "an outline names a clause that does not exist",
    CP306 [] "the wording of a clause cannot be used",
    CP307 [] "a file of a pack is not allowed",
    CP308 [] "a pack does not lie over the pack it was made for",
    CP309 [] "a pack changes a duty in a way that is not open to it",
    CP310 [] "no clause says what is required",
    CP311 [] "an outline cannot be used",
    CP312 [] "a pack that a profile or the settings name cannot be used",
    CP313 [] "a requirement needs an answer that no profile has",
    CP314 [] "nothing reads a file of a pack",
    CP315 [] "a file of a pack changes nothing",
    CP316 [] "a clause stands in no document",
    CP317 [] "a partial or a term is not used",
    CP318 [] "a requirement that the program itself names is missing",
    CP319 [] "a list is left without its beginning",
    CP320 [] "a pack drops or turns a document that says what binds schools",
    CP321 [] "a pack says in its own words what statute asks",
    CP322 [] "what the hub guide asks is not found in a document",
    CP325 [] "a font of a pack cannot be used",
    CP326 [] "a pack lies one folder further in than it is named",
    CP327 [] "a pack says a word of schools in what others publish",
    CP328 [] "a requirement of a pack does not say what is lacking",
    // CP4: the wording.
    CP401 [Draft Wording] "a placeholder was left in the text",
    CP402 [Wording] "a link is not secure",
    CP403 [Wording] "the text names a body or a programme that is no more",
    CP404 [Wording] "the text names a year group that is not on roll",
    CP405 [Wording CheckOnly] "an answer is hard to read",
    CP406 [Wording] "a sentence is very long",
    CP407 [Wording] "a sign of a symbol font cannot be printed",
    CP408 [Wording] "something in the text cannot be carried into the documents",
    CP409 [Wording] "a note and its text do not belong together",
    // CP5: the finished document.
    CP501 [PdfOnly] "a character cannot be printed in the PDF",
    CP502 [] "the document could not be written",
    CP503 [] "documents cannot have a folder of their own",
    CP504 [] "characters without end and without a space",
}

impl Code {
    /// Whether the code bears the mark.
    pub fn is(self, mark: Mark) -> bool {
        self.marks().contains(&mark)
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

/// That words are no code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is no such code")]
pub struct NoCode;

impl FromStr for Code {
    type Err = NoCode;

    /// Reads `CP204` in capital or small letters.
    fn from_str(text: &str) -> Result<Code, NoCode> {
        CODES.iter().copied().find(|code| code.id().eq_ignore_ascii_case(text.trim())).ok_or(NoCode)
    }
}

#[cfg(test)]
mod tests {
    use super::{CODES, Code};

    #[test]
    fn codes_are_in_order_and_read_back() {
        assert!(CODES.windows(2).all(|pair| pair[0].id() < pair[1].id()));
        assert!(CODES.iter().all(|code| code.id().parse() == Ok(*code)));
        assert_eq!("cp001".parse(), Ok(Code::CP001));
        assert!("CP".parse::<Code>().is_err());
    }

    #[test]
    fn every_page_opens_with_its_code_and_title() {
        for code in CODES {
            let heading = format!("# {code}: {}\n", code.title());
            assert!(code.page().starts_with(&heading), "codes/{code}.md should open with {heading:?}");
        }
    }
}
