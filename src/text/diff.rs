//! What differs between two texts, as a unified diff.
//!
//! In: a name and two texts. Out: the diff that `patch` and `git apply` take; nothing if they are the same.
//!
//! The shortest way from the one to the other is found by Myers' method, whose cost grows with the difference and not with the texts.

/// How many lines are shown around each change.
const AROUND: usize = 3;

/// A line of the shortest way: kept, taken out or put in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step<'a> {
    Keep(&'a str),
    Out(&'a str),
    In(&'a str),
}

/// The difference of two texts.
pub fn unified_diff(name: &str, before: &str, after: &str) -> String {
    let old: Vec<&str> = before.split_inclusive('\n').collect();
    let new: Vec<&str> = after.split_inclusive('\n').collect();
    let steps = shortest(&old, &new);
    let changed: Vec<usize> = (0..steps.len()).filter(|at| !matches!(steps[*at], Step::Keep(_))).collect();
    let mut diff = String::new();
    let mut rest = &changed[..];
    while let Some(first) = rest.first() {
        // Changes whose surroundings touch are shown together.
        let length = 1 + rest.windows(2).take_while(|pair| pair[1] - pair[0] <= 2 * AROUND + 1).count();
        let from = first.saturating_sub(AROUND);
        let to = (rest[length - 1] + AROUND + 1).min(steps.len());
        rest = &rest[length..];
        if diff.is_empty() {
            diff.push_str(&format!("--- {name}\n+++ {name}\n"));
        }
        let range = |is_there: fn(&&Step<'_>) -> bool| {
            let lines = steps[from..to].iter().filter(is_there).count();
            // A range without lines is named by the line before it.
            let start = steps[..from].iter().filter(is_there).count() + usize::from(lines > 0);
            format!("{start},{lines}")
        };
        let (old, new) = (range(|step| !matches!(step, Step::In(_))), range(|step| !matches!(step, Step::Out(_))));
        diff.push_str(&format!("@@ -{old} +{new} @@\n"));
        for step in &steps[from..to] {
            let (mark, line) = match step {
                Step::Keep(line) => (' ', line),
                Step::Out(line) => ('-', line),
                Step::In(line) => ('+', line),
            };
            diff.push(mark);
            diff.push_str(line);
            if !line.ends_with('\n') {
                diff.push_str("\n\\ No newline at end of file\n");
            }
        }
    }
    diff
}

/// The shortest way from the old lines to the new ones.
fn shortest<'a>(old: &[&'a str], new: &[&'a str]) -> Vec<Step<'a>> {
    // For each number of changes, how far into the old text one comes with so many of them taken out and the others put in.
    let mut rounds: Vec<Vec<usize>> = Vec::new();
    for changes in 0..=old.len() + new.len() {
        let reach = |out: usize| {
            let mut x = rounds.last().map_or(0, |before| start(before, out));
            while x < old.len() && new.get(x + changes - 2 * out) == Some(&old[x]) {
                x += 1;
            }
            x
        };
        let round: Vec<usize> = (0..=changes).map(reach).collect();
        let outs = (old.len() + changes).checked_sub(new.len()).filter(|twice| twice % 2 == 0);
        let done = outs.and_then(|twice| round.get(twice / 2)).is_some_and(|x| *x >= old.len());
        rounds.push(round);
        if done {
            break;
        }
    }
    let mut steps = Vec::new();
    let (mut x, mut y) = (old.len(), new.len());
    for changes in (0..rounds.len()).rev() {
        let out = (x + changes - y) / 2;
        let before = changes.checked_sub(1).map(|before| &rounds[before]);
        let kept_from = before.map_or(0, |before| start(before, out));
        while x > kept_from {
            x -= 1;
            y -= 1;
            steps.push(Step::Keep(old[x]));
        }
        match before {
            Some(before) if puts_in(before, out) => {
                y -= 1;
                steps.push(Step::In(new[y]));
            }
            Some(_) => {
                x -= 1;
                steps.push(Step::Out(old[x]));
            }
            None => {}
        }
    }
    steps.reverse();
    steps
}

/// Whether, to have so many lines taken out, the last change is best a line put in.
fn puts_in(before: &[usize], out: usize) -> bool {
    out == 0 || before.get(out).is_some_and(|x| before[out - 1] < *x)
}

/// How far into the old text the last change leads.
fn start(before: &[usize], out: usize) -> usize {
    if puts_in(before, out) { before[out] } else { before[out - 1] + 1 }
}

#[cfg(test)]
mod tests {
    use super::unified_diff;

    #[test]
    fn a_change_is_shown_with_three_lines_around_it() {
        let before = "1\n2\n3\n4\n5\n6\n7\n8\n9\n";
        let after = "1\n2\n3\n4\nfive\n6\n6a\n7\n8\n9\n";
        let shown = " 2\n 3\n 4\n-5\n+five\n 6\n+6a\n 7\n 8\n 9\n";
        assert_eq!(unified_diff("a", before, after), format!("--- a\n+++ a\n@@ -2,8 +2,9 @@\n{shown}"));
        assert_eq!(unified_diff("a", before, before), "");
    }

    #[test]
    fn a_last_line_without_an_ending_is_named() {
        let diff = unified_diff("a", "x", "x\ny");
        assert!(diff.ends_with("-x\n\\ No newline at end of file\n+x\n+y\n\\ No newline at end of file\n"), "{diff}");
    }
}
