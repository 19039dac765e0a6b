//! Headings of a profile as they are written whole, where a table of fields does not show it: they stand below the table in the reference,
//! `docs/src/profile.md`. And every piece of a profile that the chapters show is one that the program reads.

use std::fs;

use careers_policy::profile::{Profile, headings};
use careers_policy::text::Sources;
use careers_policy::yaml::read_as;

use super::chapters;

/// A heading, what is said before the example, and the example.
const WRITTEN_SO: [(&str, &str, &str); 3] = [
    (
        "policy",
        "For instance, with a line to sign on for each of two people:",
        "\
policy:
  version: \"2.0\"
  approved_by: Full governing body
  approved_on: 2026-07-08
  next_review: 2029-07-06
  history:
    - version: \"1.0\"
      date: 2023-07-05
      author: Priya Nair
      summary: First issue
    - version: \"2.0\"
      date: 2026-07-08
      author: Priya Nair
      summary: Work experience in every year; a new section on apprenticeships
  signed:
    - name: Daniel Whitcombe, Deputy Headteacher
      on: 2026-07-08
  to_sign:
    - Morag Sinclair, Chair of Governors
    - Ruth Calloway, Headteacher
",
    ),
    (
        "own_sections",
        "Two of them, a section with a heading and a paragraph that joins a section of ours:",
        "\
own_sections:
  - document: careers-policy
    after: vision
    title: Our maritime specialism
    text: |
      Pupils in Year 9 build a boat with local employers.

      - The boats are launched in June.
      - Parents and carers are invited.
  - document: provider-access-policy
    after: visits
    text: Please sign in at the school office in Quay Street.
",
    ),
    (
        "leave_out",
        "For instance:",
        "\
leave_out:
  - clause: careers-policy/why-it-matters
    because: Our vision says this in our own words.
",
    ),
];

/// The example of a heading, as it stands in the reference; empty where it needs none.
pub(super) fn written_so(heading: &str) -> String {
    let own = WRITTEN_SO.iter().filter(|(named, ..)| *named == heading);
    own.map(|(_, says, example)| format!("\n{says}\n\n```yaml\n{example}```\n")).collect()
}

/// The blocks of YAML in a chapter that begin with a heading of a profile.
fn pieces(chapter: &str) -> Vec<String> {
    let blocks = chapter.split("\n```yaml\n").skip(1).filter_map(|rest| rest.split("```").next());
    let is_profile = |block: &&str| {
        let first = block.lines().find(|line| !line.starts_with('#')).and_then(|line| line.split(':').next());
        first.is_some_and(|first| headings().contains(&first))
    };
    blocks.filter(is_profile).map(str::to_owned).collect()
}

#[test]
fn every_piece_of_a_profile_in_the_book_is_one_that_the_program_reads() {
    let mut count = 0;
    for path in chapters() {
        for piece in pieces(&fs::read_to_string(&path).unwrap()) {
            let own = if piece.starts_with("setting:") { "" } else { "setting: {name: Any School, type: academy}\n" };
            let mut sources = Sources::default();
            let id = sources.add("any.yaml", format!("{own}{piece}"));
            let found = match read_as::<Profile>(&sources, sources.whole(id)) {
                Ok(read) => read.findings,
                Err(findings) => findings,
            };
            assert!(found.is_empty(), "{}:\n{piece}\n{found:#?}", path.display());
            count += 1;
        }
    }
    assert!(count > 6, "only {count} pieces were read");
}
