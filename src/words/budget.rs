//! What all wording that runs for one case, or for the whole trial of a pack, may take together.
//!
//! In: what each run took. Out: the first error once the budget is spent, which from then on is the answer to everything: what is stopped is
//! stopped once, and told once.
//!
//! Each clause has bounds of its own besides (`engine`): a thousand clauses just within them would still take minutes.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering};

use super::bounds::MOST_OUTPUT;
use super::error::WordingError;

/// Steps of a case: some three hundred times what the documents of a large school take.
const STEPS: u64 = 10_000_000;
/// Bytes that a case may print, which are then read as Markdown: a hundred times the same.
const OUTPUT: u64 = 8_000_000;
/// The same for the whole trial of a pack on all examples: three times what the built-in wording takes.
const TRIAL: (u64, u64) = (8_000_000, 8_000_000);
/// What one clause may print in the trial, whose schools are small.
const MOST_OUTPUT_IN_TRIAL: usize = 60_000;

/// A budget of steps and output.
#[derive(Debug)]
pub struct Budget {
    steps: AtomicU64,
    output: AtomicU64,
    most_output: usize,
    spent: OnceLock<WordingError>,
}

impl Default for Budget {
    fn default() -> Self {
        Budget::of(STEPS, OUTPUT, MOST_OUTPUT)
    }
}

impl Budget {
    /// What the whole trial of a pack may take.
    pub fn of_trial() -> Budget {
        Budget::of(TRIAL.0, TRIAL.1, MOST_OUTPUT_IN_TRIAL)
    }

    fn of(steps: u64, output: u64, most_output: usize) -> Budget {
        let (steps, output) = (AtomicU64::new(steps), AtomicU64::new(output));
        Budget { steps, output, most_output, spent: OnceLock::new() }
    }

    /// The most bytes that one clause may print.
    pub(super) fn most_output(&self) -> usize {
        self.most_output
    }

    /// Why nothing runs any more, once it is spent.
    pub fn spent(&self) -> Option<&WordingError> {
        self.spent.get()
    }

    /// Whether there is anything left.
    pub(super) fn check(&self) -> Result<(), WordingError> {
        self.spent.get().map_or(Ok(()), |error| Err(error.clone()))
    }

    /// Takes from it what a piece of wording took.
    pub(super) fn take(&self, name: &str, steps: u64, output: usize) -> Result<(), WordingError> {
        let output = u64::try_from(output).unwrap_or(u64::MAX);
        for (left, taken, what) in
            [(&self.steps, steps, "takes too many steps"), (&self.output, output, "prints too much")]
        {
            let before =
                left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| Some(left.saturating_sub(taken)));
            if before.is_ok_and(|before| before < taken) {
                let message = format!(
                    "all wording together {what}; this is where it was stopped, so look at the loops here and in the clauses before it"
                );
                let _ = self.spent.set(WordingError { template: name.to_owned(), line: 1, message });
            }
        }
        self.check()
    }
}
