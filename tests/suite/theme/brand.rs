//! A school's brand: its colours are refused where they cannot be read, its logo is a picture with words, and both reach
//! every format.

use std::path::{Path, PathBuf};

use careers_policy::finding::{Look, Severity, render_human};
use careers_policy::job::Outcome;
use careers_policy::logo::Logo;
use careers_policy::theme::Brand;
use careers_policy::write::{Format, Writers, write_markdown};

use crate::readers::docx_part;
use crate::school::{School, checked, library, repository};

const SVG: &str =
    r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><path fill="#14466b" d="M0 0h40v20z"/></svg>"##;

/// A profile with this brand in a folder of its own, where a logo lies too.
fn profile(name: &str, brand: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("brand").join(name);
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("crest.svg"), SVG).unwrap();
    std::fs::write(folder.join("letter.png"), "Dear parents").unwrap();
    let shared = repository("profiles/harbour-view-school.yaml").to_string_lossy().replace('\\', "/");
    let path = folder.join("school.yaml");
    std::fs::write(&path, format!("extends: \"{shared}\"\nbrand:\n{brand}")).unwrap();
    path
}

fn outcome(name: &str, brand: &str) -> Outcome {
    checked(&profile(name, brand))
}

/// The errors of a profile with this brand, as people see them.
fn errors(name: &str, brand: &str) -> String {
    let mut outcome = outcome(name, brand);
    outcome.findings.retain(|finding| finding.severity == Severity::Error);
    render_human(&outcome.findings, &outcome.intake.context(), Look::default())
}

#[test]
fn a_pale_accent_is_refused_with_its_ratio_and_a_shade_that_does() {
    let said = errors("pale", "  accent: \"#e8871e\"\n");
    assert!(said.contains("error[CP111]: text in the accent colour #e8871e cannot be read"), "{said}");
    assert!(said.contains("school.yaml:3:11") && said.contains("contrast of 2.6 to 1"), "{said}");
    let shade = said.split("`accent: \"").nth(1).unwrap().split('"').next().unwrap();
    assert_eq!(errors("darker", &format!("  accent: \"{shade}\"\n")), "");
}

#[test]
fn a_pale_link_is_refused_on_its_own_line() {
    let said = errors("link", "  accent: 14466b\n  link: \"#6699ee\"\n");
    assert!(said.contains("text in the link colour #6699ee") && said.contains("school.yaml:4:9"), "{said}");
}

#[test]
fn a_colour_behind_a_bare_sign_is_not_lost() {
    let said = errors("remark", "  accent: #14466b\n");
    assert!(said.contains("error[CP008]: a colour is read as a remark"), "{said}");
    assert!(said.contains("school.yaml:3:11") && said.contains("\"#14466b\""), "{said}");
    assert!(errors("word", "  accent: navy\n").contains("is not a colour"));
}

#[test]
fn a_logo_must_be_a_picture_with_words() {
    assert!(errors("no-words", "  logo: crest.svg\n").contains("the logo has no words"));
    assert!(errors("no-logo", "  logo_alt: A ship\n").contains("but no logo"));
    let said = errors("missing", "  logo: crest.png\n  logo_alt: A ship\n");
    assert!(
        said.contains("error[CP112]: the logo `crest.png` is not there") && said.contains("school.yaml:3"),
        "{said}"
    );
    assert!(errors("letter", "  logo: letter.png\n  logo_alt: A ship\n").contains("is not a whole PNG, JPEG or SVG"));
    let found = outcome("sound", "  logo: ./crest.svg\n  logo_alt: A ship\n");
    assert_eq!(found.intake.institution.unwrap().logo.unwrap().alt, "A ship");
}

#[test]
fn a_brand_reaches_every_format_but_markdown_and_no_other_school() {
    let theme = &library().catalogue.theme;
    let writers = Writers::new(theme, careers_policy::write::FORMATS).unwrap();
    let document = School::starter("harbour-view-school").document("careers-policy");
    let brand = Brand {
        accent: Some("#7a1f3d".parse().unwrap()),
        font: Some("Calibri".into()),
        page_size: Some(careers_policy::theme::PageSize::Letter),
        ..Brand::default()
    };
    let branded = theme.with_brand(&brand, Some(Logo::new(SVG.as_bytes(), "A ship & its flag").unwrap()));
    let html = String::from_utf8(writers.write(&document, &branded, Format::Html).unwrap()).unwrap();
    assert!(html.contains("--accent: #7a1f3d;") && html.contains("size: letter;"));
    assert!(html.contains("src=\"data:image/svg+xml;base64,") && html.contains("alt=\"A ship &amp; its flag\""));
    let docx = writers.write(&document, &branded, Format::Docx).unwrap();
    let main = docx_part(&docx, "word/document.xml");
    assert_eq!(main.matches("descr=\"A ship &amp; its flag\"").count(), 2);
    assert!(main.contains("w:w=\"12240\"") && main.find("w:drawing") < main.find("Harbour View School"));
    let styles = docx_part(&docx, "word/styles.xml");
    assert!(styles.contains("7A1F3D") && styles.contains("Calibri") && !styles.contains("14466B"));
    assert_eq!(
        write_markdown(&document),
        String::from_utf8(writers.write(&document, &branded, Format::Markdown).unwrap()).unwrap()
    );
    #[cfg(feature = "pdf")]
    {
        let plain = writers.write(&document, theme, Format::Pdf).unwrap();
        assert!(writers.write(&document, &branded, Format::Pdf).unwrap() != plain);
        assert!(writers.write(&document, theme, Format::Pdf).unwrap() == plain, "a brand stays behind in the writer");
    }
}
