//! Packs and profiles from anywhere: each fails cleanly, with a finding that says what is wrong, in bounded time.
//!
//! Every case has a minute, far more than any needs, so that one that never ends fails and does not hang.

use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::time::Duration;

use careers_policy::catalogue::Layer;
use careers_policy::finding::{Finding, Place};
use careers_policy::job::{Libraries, check_packs, check_profile};

use crate::amount::{everything, some};
use crate::sandbox::Sandbox;
use crate::school::{repository, today};

/// So long a machine that does much else may take for what ends by itself in seconds.
const PATIENCE: Duration = Duration::from_secs(600);

/// What is found by work that has an end. It has a small stack, as threads have, so that what digs too deep is seen.
fn found_at_last(work: impl FnOnce() -> Vec<Finding> + Send + 'static) -> Vec<Finding> {
    let (done, wait) = mpsc::channel();
    let worker = std::thread::Builder::new().stack_size(2 << 20).spawn(move || done.send(work())).unwrap();
    match wait.recv_timeout(PATIENCE) {
        Ok(findings) => findings,
        Err(mpsc::RecvTimeoutError::Timeout) => panic!("it does not end"),
        Err(mpsc::RecvTimeoutError::Disconnected) => panic!("{:?}", worker.join().map(|_| ())),
    }
}

fn findings_of(folder: &Path) -> Vec<Finding> {
    let folder = folder.to_path_buf();
    found_at_last(move || check_packs(&[folder], today()).findings)
}

fn codes(findings: &[Finding]) -> Vec<&'static str> {
    findings.iter().map(|finding| finding.code.id()).collect()
}

/// A starter pack with a clause of this wording, which stands in a document.
fn with_wording(name: &str, wording: &str) -> Sandbox {
    let sandbox = Sandbox::pack(name);
    let header = "---\ntitle: A\nmeets: [our-hub/network]\nwhy: B\n---\n";
    sandbox.write("clauses/careers-policy/our-hub-network.md", format!("{header}{wording}\n"));
    sandbox
}

#[track_caller]
fn assert_refused(sandbox: &Sandbox, code: &str, words: &str) {
    let findings = findings_of(sandbox.path());
    let said =
        |finding: &Finding| finding.title.contains(words) || finding.notes.iter().any(|note| note.contains(words));
    assert!(
        findings.iter().any(|finding| finding.code.id() == code && said(finding)),
        "{code}, {words}: {findings:#?}"
    );
}

#[test]
fn wording_that_would_not_end_is_stopped() {
    let loops = "{% for a in law.phases %}".repeat(20) + "x" + &"{% endfor %}".repeat(20);
    let much = format!("{{% for a in [1,2,3,4,5,6,7,8,9] %}}{}{{% endfor %}}", "o".repeat(90_000));
    let include = |name: &str| format!("{{% include \"partials/{name}\" %}}");
    let steps = (0..40).map(|step| (format!("p{step}"), include(&format!("p{}", step + 1)).repeat(2)));
    let steps = steps.chain([("p40".to_owned(), "word".to_owned())]).collect();
    let itself = vec![("round".to_owned(), include("round"))];
    let rows = [
        ("loops", loops, Vec::new(), "too many steps"),
        ("output", much, Vec::new(), "prints more than"),
        ("includes", include("p0"), steps, ""),
        ("itself", include("round"), itself, ""),
    ];
    for (name, wording, partials, words) in some(2, rows.into()) {
        let sandbox = with_wording(name, &wording);
        partials.iter().for_each(|(partial, text)| sandbox.write(&format!("partials/{partial}.md"), text));
        assert_refused(&sandbox, "CP306", words);
    }
}

/// What would be seen in another order than it stands in is refused where it is written, or, if it is made, where it is printed.
#[test]
fn what_turns_or_hides_words_is_refused_with_its_place_and_its_number() {
    for (name, wording, code, words) in [
        ("space", "Words\u{200b}of ours.", "CP307", "a sign that shows nothing (U+200B)"),
        ("mark", "Words of ours.\u{200f}", "CP307", "a sign that shows nothing (U+200F)"),
        ("embedding", "Words \u{202b}of ours.", "CP307", "a sign that turns words round (U+202B)"),
        ("text", "Words {{ \"\\u202e\" }}sruo fo.", "CP306", "turns the words after it round (U+202E)"),
        ("number", "Words &#8238;sruo fo.", "CP306", "turns the words after it round (U+202E)"),
        ("built", "Words &#{{ 8000 + 238 }};sruo fo.", "CP306", "wording cannot use `+`"),
        ("number in pieces", "Words &#82{{ 38 }};sruo fo.", "CP306", "turns the words after it round (U+202E)"),
    ] {
        let sandbox = with_wording(&format!("turned-{}", name.replace(' ', "-")), wording);
        let libraries = Libraries::new(vec![sandbox.path().to_owned()], Vec::new());
        let found = match libraries.common() {
            Err(unloadable) => unloadable.findings.clone(),
            Ok(_) => {
                let profile = repository("profiles/harbour-view-school.yaml");
                check_profile(&profile, &libraries, today()).unwrap().findings
            }
        };
        let said = |finding: &Finding| {
            finding.code.id() == code
                && (finding.title.contains(words) || finding.notes.iter().any(|note| note.contains(words)))
        };
        let found_it = found.iter().find(|finding| said(finding)).unwrap_or_else(|| panic!("{name}: {found:#?}"));
        assert!(code != "CP307" || matches!(found_it.at, Place::Span(_)), "{name}: {found_it:#?}");
    }
}

#[test]
fn wording_that_digs_deep_is_refused_or_read_but_does_not_overflow() {
    let deep = [
        format!("{{{{ {}1{} }}}}", "(".repeat(20_000), ")".repeat(20_000)),
        format!("{{{{ {} }}}}", "not ".repeat(20_000) + "true"),
        format!("{{{{ {}1 }}}}", "-".repeat(40_000)),
        format!("{{{{ setting{} }}}}", ".name".repeat(15_000)),
        format!("{{{{ setting.name{} }}}}", "|inline".repeat(10_000)),
        format!("{{{{ true{} }}}}", " and true".repeat(10_000)),
        format!("{{{{ {}{} }}}}", "[".repeat(40_000), "]".repeat(40_000)),
        "{% if true %}".repeat(4_000) + &"{% endif %}".repeat(4_000),
        format!("{{% if true %}}{}{{% endif %}}", "{% elif true %}".repeat(5_000)),
    ];
    for (number, wording) in some(2, deep.into_iter().enumerate().collect()) {
        let found = findings_of(with_wording(&format!("deep-{number}"), &wording).path());
        assert!(codes(&found).contains(&"CP306"), "{number}: {found:#?}");
    }
    let deep = [">".repeat(50_000), "- ".repeat(25_000) + "x", "*a **b ".repeat(7_000), "[".repeat(50_000)];
    for (number, markdown) in some(1, deep.into_iter().enumerate().collect()) {
        let found = findings_of(with_wording(&format!("markdown-{number}"), &markdown).path());
        assert!(found.iter().all(|finding| finding.code.id() != "CP306"), "{number}: {found:#?}");
    }
}

#[test]
fn a_condition_as_long_as_a_book_is_refused() {
    let sandbox = with_wording("condition", "Words.");
    let header = format!(
        "---\ntitle: A\nmeets: [our-hub/network]\nwhen: {}\nwhy: B\n---\nC\n",
        "(setting.name) and ".repeat(5_000) + "true"
    );
    sandbox.write("clauses/careers-policy/our-hub-network.md", header);
    assert_refused(&sandbox, "CP306", "more than 1000 words and signs");
}

/// Each clause alone is within its bounds; all together they are not.
#[test]
fn a_document_of_very_many_clauses_is_stopped() {
    let sandbox = Sandbox::pack("gigabyte");
    let wording = "word ".repeat(10_000);
    let mut add = "add:\n".to_owned();
    for number in 0..100 {
        let text = format!("---\ntitle: A\nmeets: [our-hub/network]\nwhy: B\n---\n{wording}\n");
        sandbox.write(&format!("clauses/careers-policy/c{number}.md"), text);
        add.push_str(&format!("  - {{clause: careers-policy/c{number}, after: careers-policy/vision}}\n"));
    }
    sandbox.write("outlines/careers-policy.yaml", add);
    assert_refused(&sandbox, "CP306", "the document is longer than");
}

#[test]
fn a_title_that_grows_is_refused() {
    let sandbox = Sandbox::pack("title");
    sandbox.write("terms.yaml", format!("academy:\n  improvement_plan: {}\n", "x".repeat(30_000)));
    let add = "add:\n  - section: {id: long, title: \"{{ term.improvement_plan }}\", clauses: [careers-policy/our-hub-network]}\n    after: roles\n";
    sandbox.write("outlines/careers-policy.yaml", add);
    assert_refused(&sandbox, "CP306", "a title or a label is longer");
}

#[test]
fn an_outline_names_no_file_and_no_markup() {
    let outline = "outlines/careers-policy.yaml";
    let sandbox = Sandbox::pack("outline-name");
    sandbox.write(outline, "document: ../../x\n");
    assert!(codes(&findings_of(sandbox.path())).contains(&"CP311"));
    let sandbox = Sandbox::pack("documents");
    sandbox.write("pack.yaml", "name: our-hub\nedition: \"1\"\nextends: base\ndocuments: [../../x]\n");
    assert!(codes(&findings_of(sandbox.path())).contains(&"CP301"));
    for id in ["\\\"><script>", "roles", "a b"] {
        let sandbox = Sandbox::pack("section-id");
        let add = format!("sections:\n  - {{id: roles, title: A}}\n  - {{id: \"{id}\", title: B}}\n");
        sandbox.write(outline, add);
        assert!(codes(&findings_of(sandbox.path())).contains(&"CP311"), "{id}");
    }
}

#[test]
fn too_much_too_large_and_too_deep_are_refused() {
    let sandbox = Sandbox::pack("many-files");
    (0..5_000).for_each(|number| sandbox.write(&format!("partials/p{number}.md"), "x"));
    assert_refused(&sandbox, "CP307", "more than 1000 files");
    let sandbox = Sandbox::pack("large-file");
    sandbox.write("partials/large.md", vec![b'x'; 50_000_000]);
    assert_refused(&sandbox, "CP307", "larger than 4 MB");
    let sandbox = Sandbox::pack("deep-folders");
    sandbox.write("clauses/a/b/c/d/e/f/g/h.md", "x");
    assert_refused(&sandbox, "CP307", "too deep");
    let sandbox = Sandbox::pack("deep-yaml");
    sandbox.write("terms.yaml", "[".repeat(50_000));
    assert!(!findings_of(sandbox.path()).is_empty());
    let sandbox = Sandbox::pack("many-requirements");
    for file in 0..3 {
        let entries: String = (0..900).map(|key| format!("  r{key}: {{asks: It is so.}}\n")).collect();
        let text = format!("source: A\nduty: {{all: optional}}\nrequirements:\n{entries}");
        sandbox.write(&format!("requirements/r{file}.yaml"), text);
    }
    assert_refused(&sandbox, "CP307", "more than 2000 requirements");
}

#[test]
fn what_only_the_built_in_pack_has_is_refused() {
    for path in ["themes/plain/page.typ", "themes/plain/page.css", "editions.yaml", "guide.yaml"] {
        let sandbox = Sandbox::pack("not-for-packs");
        sandbox.write(path, "x");
        assert_refused(&sandbox, "CP307", "a pack cannot bring this file");
    }
}

#[test]
fn what_is_no_text_is_refused() {
    for path in ["terms.yaml", "partials/a.md", "clauses/careers-policy/concerns.md", "pack.yaml"] {
        let sandbox = Sandbox::pack("no-text");
        sandbox.write(path, b"a\xff\xfe: b");
        assert_refused(&sandbox, "CP002", "UTF-8");
    }
}

#[test]
fn a_theme_that_cannot_be_used_is_refused() {
    let themes = [
        ("colours: {accent: red}\n", "CP008"),
        ("colours: {accent: \"#zzzzzz\"}\n", "CP008"),
        ("colours: {accent: \"#ffffff\"}\n", "CP111"),
        ("body_size: 1e300\n", "CP008"),
        ("fonts: {web: \"(\"}\n", "CP008"),
        ("fonts: {web: \"'Open\"}\n", "CP008"),
        ("fonts: {web: \"url(https://x.example/)\"}\n", "CP008"),
        ("fonts: {docx: \"Arial\\\"/>\"}\n", "CP008"),
        ("body_size: .inf\n", "CP0"),
        ("logo: ../../secret.png\nlogo_alt: A\n", "CP112"),
        ("logo: logo.svg\nlogo_alt: A\n", "CP112"),
    ];
    let bomb =
        "<!DOCTYPE svg [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><svg viewBox=\"0 0 9 9\">&b;</svg>";
    for (theme, code) in some(5, themes.to_vec()) {
        let sandbox = Sandbox::pack("theme");
        sandbox.write("themes/plain/logo.svg", bomb);
        sandbox.write("themes/plain/theme.yaml", theme);
        let findings = findings_of(sandbox.path());
        let has = findings.iter().any(|finding| finding.code.id().starts_with(code));
        assert!(has, "{theme}: {findings:#?}");
    }
}

#[test]
fn a_duty_cannot_be_lowered_dropped_or_claimed() {
    let base = String::from_utf8(Layer::base().files["requirements/education-act-42b.yaml"].to_vec()).unwrap();
    let lowered =
        "duty: {state_schools: optional, colleges: optional, training_provider: optional, outside_schools: optional}\n";
    assert!(base.contains("duty: {"));
    let claimed = "source: A\nduty: {all: statutory}\nrequirements:\n  network: {asks: It is so.}\n";
    for (path, text) in [("requirements/education-act-42b.yaml", lowered), ("requirements/our-hub.yaml", claimed)] {
        let sandbox = Sandbox::pack("duty");
        sandbox.write(path, text);
        assert!(codes(&findings_of(sandbox.path())).contains(&"CP309"), "{path}");
    }
    let sandbox = Sandbox::pack("meets");
    sandbox.write("clauses/provider-access/procedure.md", "---\ntitle: A\nwhy: B\n---\nWords.\n");
    assert!(codes(&findings_of(sandbox.path())).contains(&"CP310"));
}

/// The same holds when documents are made, without anybody having tried the pack out.
#[test]
fn a_pack_that_drops_what_the_law_asks_makes_no_documents() {
    let sandbox = Sandbox::pack("no-documents");
    let base = String::from_utf8(Layer::base().files["clauses/provider-access/procedure.md"].to_vec()).unwrap();
    sandbox.write("clauses/provider-access/procedure.md", base.replacen("---\n", "---\nwhen: false\n", 1));
    let libraries = Libraries::new(vec![sandbox.path().to_owned()], Vec::new());
    let outcome = check_profile(&repository("profiles/harbour-view-school.yaml"), &libraries, today()).unwrap();
    assert!(codes(&outcome.findings).contains(&"CP310"), "{:#?}", outcome.findings);
}

/// What is found on a profile of this text, which lies in a folder of its own.
fn findings_on_profile(sandbox: &Sandbox, text: &[u8]) -> Vec<Finding> {
    sandbox.write("profile.yaml", text);
    let path: PathBuf = sandbox.path().join("profile.yaml");
    found_at_last(move || check_profile(&path, &Libraries::new(Vec::new(), Vec::new()), today()).unwrap().findings)
}

#[test]
fn profiles_from_anywhere_fail_cleanly() {
    let sandbox = Sandbox::empty("profiles");
    let bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n".to_owned()
        + &(0..8).map(|step| format!("b{step}: &b{step} [*a,*a,*a,*a,*a,*a,*a]\n")).collect::<String>();
    let texts: [Vec<u8>; 7] = [
        bomb.into_bytes(),
        "[".repeat(900_000).into_bytes(),
        format!("a:\n {}", "- ".repeat(100_000)).into_bytes(),
        vec![b'x'; 10_000_000],
        b"setting:\n  name: \"\\x1b[31mRed\\x07\"\n  type: academy\n".to_vec(),
        b"setting: {name: A, type: academy, name: B}\n".to_vec(),
        b"\xff\xfe\x00\xd8".to_vec(),
    ];
    for (number, text) in texts.iter().enumerate() {
        let findings = findings_on_profile(&sandbox, text);
        assert!(codes(&findings).iter().any(|code| code.starts_with("CP0")), "{number}: {findings:#?}");
    }
    let school = "setting:\n  name: A\n  type: academy\n  year_groups: 7-11\n";
    let prose = format!("{school}vision:\n  statement: \"{}\"\n", ">".repeat(200_000));
    findings_on_profile(&sandbox, prose.as_bytes());
    for (line, code) in [
        ("extends: .\n", "CP016"),
        ("extends: /dev/zero\n", "CP016"),
        ("pack: .\n", "CP312"),
        ("pack: /dev/zero\n", "CP312"),
        ("brand: {logo: ., logo_alt: A}\n", "CP112"),
    ] {
        let findings = findings_on_profile(&sandbox, format!("{line}{school}").as_bytes());
        assert!(codes(&findings).contains(&code), "{line}: {findings:#?}");
    }
}

/// The line of a file that a stranger's profile points to is nobody's business.
#[test]
fn only_a_profile_is_taken_for_one_and_nothing_else_is_quoted() {
    let sandbox = Sandbox::empty("no-profile");
    let school = "setting: {name: A, type: academy, year_groups: 7-11}\n";
    let trust = "setting: {name: A, type: multi_academy_trust}\nschools:\n  - profile: ";
    for (file, text) in [
        ("nothing.yaml", &b"# nothing\n"[..]),
        ("words.yaml", b"words of no profile\n"),
        ("list.yaml", b"- setting\n"),
        ("shadow", b"root:secret:1:0\nsecret:!:1::\n\tsecret: [\n"),
        ("bytes.yaml", b"secret \xff\x00\n"),
    ] {
        sandbox.write(file, text);
        let texts = [(format!("extends: {file}\n{school}"), "CP016"), (format!("{trust}{file}\n"), "CP0")];
        for (text, code) in texts {
            let findings = findings_on_profile(&sandbox, text.as_bytes());
            assert!(codes(&findings).iter().any(|found| found.starts_with(code)), "{file}: {findings:#?}");
            let says_all = findings.iter().map(|found| format!("{found:?}")).collect::<String>();
            assert!(!says_all.contains("secret"), "{file}: {says_all}");
            // What is printed may show lines of the files.
            if file != "shadow" && !everything() {
                continue;
            }
            sandbox.write("profile.yaml", text);
            let output = std::process::Command::new(env!("CARGO_BIN_EXE_careers-policy"))
                .args(["check".as_ref(), sandbox.path().join("profile.yaml").as_os_str()])
                .output()
                .unwrap();
            assert!(!String::from_utf8_lossy(&output.stdout).contains("secret"), "{file}: {output:?}");
        }
    }
}

/// What only Unix can put into a folder.
#[cfg(unix)]
mod unix {
    use std::os::unix::fs::symlink;
    use std::process::Command;

    use super::{Sandbox, assert_refused, codes, findings_of, findings_on_profile};

    fn pipe(sandbox: &Sandbox, path: &str) {
        assert!(Command::new("mkfifo").arg(sandbox.path().join(path)).status().unwrap().success());
    }

    #[test]
    fn links_and_pipes_in_a_pack_are_refused_and_not_opened() {
        let sandbox = Sandbox::pack("link");
        symlink("/etc/passwd", sandbox.path().join("clauses/careers-policy/a.md")).unwrap();
        assert_refused(&sandbox, "CP307", "a link or a device");
        let sandbox = Sandbox::pack("link-to-folder");
        symlink("/etc", sandbox.path().join("partials")).unwrap();
        assert_refused(&sandbox, "CP307", "a link or a device");
        let sandbox = Sandbox::pack("pipe");
        pipe(&sandbox, "clauses/careers-policy/a.md");
        assert_refused(&sandbox, "CP307", "a link or a device");
        let sandbox = Sandbox::empty("pipe-alone");
        pipe(&sandbox, "pack.yaml");
        assert_eq!(codes(&findings_of(sandbox.path())), ["CP301"]);
    }

    #[test]
    fn names_that_other_systems_read_as_paths_are_refused() {
        for name in ["a\\..\\..\\x", "C:x", "aux.md", "con", "a\nb.md"] {
            let sandbox = Sandbox::pack("names");
            sandbox.write(&format!("partials/{name}"), "x");
            assert_refused(&sandbox, "CP307", "not good on every computer");
        }
    }

    #[test]
    fn a_logo_that_is_a_pipe_or_without_end_is_refused() {
        let school = "setting:\n  name: A\n  type: academy\n  year_groups: 7-11\n";
        let sandbox = Sandbox::empty("logo");
        pipe(&sandbox, "pipe.png");
        for logo in ["pipe.png", "/dev/zero"] {
            let text = format!("{school}brand:\n  logo: {logo}\n  logo_alt: A\n");
            let findings = findings_on_profile(&sandbox, text.as_bytes());
            assert!(codes(&findings).contains(&"CP112"), "{logo}: {findings:#?}");
        }
        let findings = findings_on_profile(&sandbox, format!("extends: pipe.png\n{school}").as_bytes());
        assert!(codes(&findings).contains(&"CP016"), "{findings:#?}");
    }
}
