//! Work that can go wrong inside the program or a library, where that is caught and told in words of our own.
//!
//! In: work to be done. Out: what comes of it, or where and why it went wrong. Nothing is printed of what is caught; what is not caught
//! is for whoever set [`tell_of_others`] to say.
//!
//! Not here: what is then said of the file (`finding`, `font`).

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, PanicHookInfo, catch_unwind, set_hook};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

thread_local! {
    /// Whether what goes wrong on this thread is caught.
    static IS_CAUGHT: Cell<bool> = const { Cell::new(false) };
}

/// On how many threads work is done of which that is so.
static CATCHERS: AtomicUsize = AtomicUsize::new(0);

/// What went wrong last and was caught.
static LAST: Mutex<String> = Mutex::new(String::new());

/// Does some work. The error says where in the program it went wrong, and why.
///
/// # Errors
/// If it goes wrong by a fault of the program or of a library.
pub fn caught<R>(work: impl FnOnce() -> R) -> Result<R, String> {
    let before = IS_CAUGHT.replace(true);
    CATCHERS.fetch_add(1, Ordering::SeqCst);
    let done = catch_unwind(AssertUnwindSafe(work));
    CATCHERS.fetch_sub(1, Ordering::SeqCst);
    IS_CAUGHT.set(before);
    done.map_err(|_| std::mem::take(&mut *LAST.lock().unwrap_or_else(PoisonError::into_inner)))
}

/// From now on what goes wrong and is caught is not printed, and of anything else `say` is told where and why.
pub fn tell_of_others(say: impl Fn(&str) + Send + Sync + 'static) {
    set_hook(Box::new(move |info| {
        let told = in_words(info);
        if is_caught() {
            *LAST.lock().unwrap_or_else(PoisonError::into_inner) = told;
        } else {
            say(&told);
        }
    }));
}

/// Whether what goes wrong here is caught. A thread that a library began hands it on to the one that began it, which is never the first.
fn is_caught() -> bool {
    let is_first = thread::current().name() == Some("main");
    IS_CAUGHT.get() || (!is_first && CATCHERS.load(Ordering::SeqCst) > 0)
}

/// Where it went wrong, and why.
fn in_words(info: &PanicHookInfo<'_>) -> String {
    let why = info.payload_as_str().unwrap_or("for no reason that is told");
    // A machine's own folders are nobody's business.
    let place = info.location().map(|place| {
        let file = place.file().replace('\\', "/");
        let file = file.rsplit_once("/src/").map_or(file.clone(), |(before, inside)| {
            format!("{}/src/{inside}", before.rsplit('/').next().unwrap_or_default())
        });
        format!("{file}:{}: ", place.line())
    });
    place.unwrap_or_default() + why
}

#[cfg(test)]
mod tests {
    use super::{caught, is_caught};

    #[test]
    fn what_goes_wrong_is_caught_and_what_is_done_is_handed_on() {
        assert_eq!(caught(|| 3), Ok(3));
        assert!(
            caught(|| {
                if is_caught() {
                    panic!("as it should")
                }
            })
            .is_err()
        );
        assert!(caught(|| caught(is_caught)).is_ok_and(|within| within == Ok(true)));
    }
}
