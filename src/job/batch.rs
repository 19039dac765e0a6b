//! Many schools at once: on as many threads as there are cores, with the outcomes given out in the order of the schools.
//!
//! In: paths and what to do with each. Out: outcomes in order, one at a time, so that nothing is kept of a school that is done. No
//! school is begun that is far ahead of the slowest one, so memory does not grow with the number of schools.
//!
//! Plain threads: the typesetter has threads of its own, which would nest badly in a pool.

use std::collections::BTreeMap;
use std::num::NonZero;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use crate::text::caught;

/// How many outcomes may wait for a slower school before them, for each thread.
const AHEAD: usize = 4;

/// What the threads share.
struct Progress<R> {
    /// The next school to begin.
    next: usize,
    /// The next outcome to give out.
    due: usize,
    done: BTreeMap<usize, R>,
}

/// Does `work` for each item on several threads and hands the results to `take` in the order of the items.
///
/// A fault of the program, or of a library that it uses, in one item is what `fault` makes of it and of the place of the fault,
/// and ends none of the others.
pub(super) fn in_order<T: Sync, R: Send>(
    items: &[T],
    work: impl Fn(&T) -> R + Sync,
    fault: impl Fn(&T, &str) -> R + Sync,
    mut take: impl FnMut(&T, R),
) {
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
                    let result = caught(|| work(item)).unwrap_or_else(|why| fault(item, &why));
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
            if let Some(result) = result {
                take(item, result);
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
        in_order(&items, work, |_, _| 0, |item, result| taken.push((*item, result)));
        assert_eq!(taken, items.iter().map(|item| (*item, item * 2)).collect::<Vec<_>>());
        in_order(&[] as &[u64], work, |_, _| 0, |_, _| panic!("there is nothing to take"));
    }

    #[test]
    fn a_fault_in_one_item_stops_no_other() {
        let items: Vec<u64> = (0..60).collect();
        let work = |item: &u64| if item % 7 == 3 { panic!("a fault in {item}") } else { *item };
        let mut taken = Vec::new();
        in_order(&items, work, |item, _| 1000 + item, |_, result| taken.push(result));
        let meant: Vec<u64> = items.iter().map(|item| if item % 7 == 3 { 1000 + item } else { *item }).collect();
        assert_eq!(taken, meant);
    }
}
