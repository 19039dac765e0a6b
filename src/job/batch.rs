//! Many schools at once: on as many threads as there are cores, with the outcomes given out in the order of the schools.
//!
//! In: paths and what to do with each. Out: outcomes in order, one at a time, so that nothing is kept of a school that is done. No
//! school is begun that is far ahead of the slowest one, so memory does not grow with the number of schools.
//!
//! Plain threads: the typesetter has threads of its own, which would nest badly in a pool.

use std::collections::BTreeMap;
use std::num::NonZero;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// How many outcomes may wait for a slower school before them, for each thread.
const AHEAD: usize = 4;

/// What the threads share.
struct Progress<R> {
    /// The next school to begin.
    next: usize,
    /// The next outcome to give out.
    due: usize,
    done: BTreeMap<usize, std::thread::Result<R>>,
}

/// Does `work` for each item on several threads and hands the results to `take` in the order of the items.
pub(super) fn in_order<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync, mut take: impl FnMut(&T, R)) {
    let threads = std::thread::available_parallelism().map_or(1, NonZero::get).min(items.len());
    let progress = Mutex::new(Progress { next: 0, due: 0, done: BTreeMap::new() });
    let changed = Condvar::new();
    let hold = || -> MutexGuard<'_, Progress<R>> { progress.lock().unwrap_or_else(PoisonError::into_inner) };
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                loop {
                    let index = {
                        let far_ahead = |progress: &mut Progress<R>| {
                            progress.next >= progress.due + threads * AHEAD && progress.next < items.len()
                        };
                        let mut progress =
                            changed.wait_while(hold(), far_ahead).unwrap_or_else(PoisonError::into_inner);
                        let index = progress.next;
                        progress.next += 1;
                        index
                    };
                    let Some(item) = items.get(index) else { return };
                    // A fault of ours in one school must not leave the others waiting for it: it is handed on below.
                    let result = catch_unwind(AssertUnwindSafe(|| work(item)));
                    hold().done.insert(index, result);
                    changed.notify_all();
                }
            });
        }
        for (index, item) in items.iter().enumerate() {
            let result = {
                let mut progress = changed
                    .wait_while(hold(), |progress| !progress.done.contains_key(&index))
                    .unwrap_or_else(PoisonError::into_inner);
                progress.due = index + 1;
                progress.done.remove(&index)
            };
            changed.notify_all();
            match result {
                Some(Ok(result)) => take(item, result),
                Some(Err(fault)) => {
                    hold().next = items.len();
                    changed.notify_all();
                    resume_unwind(fault);
                }
                None => {}
            }
        }
    });
}

#[cfg(test)]
mod tests {
    use super::in_order;

    #[test]
    fn results_come_in_order_however_long_each_takes() {
        let items: Vec<u64> = (0..60).collect();
        let mut taken = Vec::new();
        let work = |item: &u64| {
            std::thread::sleep(std::time::Duration::from_micros((item * 7919) % 900));
            item * 2
        };
        in_order(&items, work, |item, result| taken.push((*item, result)));
        assert_eq!(taken, items.iter().map(|item| (*item, item * 2)).collect::<Vec<_>>());
        in_order(&[] as &[u64], work, |_, _| panic!("there is nothing to take"));
    }
}
