//! How long each phase takes: loading the catalogue, reading a profile, checking, drafting, drawing pictures, and each writer; and finding one school in the
//! register.
//!
//! In: the starter of a school of 11 to 18, with all that it names; a register that is made here, as long as the real one. Out: a table on the terminal; `cargo bench --bench phases` runs it.
//!
//! Not here: what a whole command takes from its start to its end (`benches/whole`).

use std::path::PathBuf;

use careers_policy::doc::Document;
use careers_policy::draft::draft_all;
use careers_policy::job::{Institution, Intake, Library, check_intake};
use careers_policy::law::Date;
use careers_policy::picture::draw_all;
use careers_policy::register::Register;
use careers_policy::write::{Format, write_docx, write_html, write_markdown};
use divan::Bencher;

fn main() {
    divan::main();
}

fn profile() -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "profiles", "oakfield-academy.yaml"].iter().collect()
}

fn today() -> Date {
    "2026-11-02".parse().expect("it is a date")
}

fn intake() -> Intake {
    Intake::read(&profile()).expect("the starter can be read")
}

fn library(formats: &[Format]) -> Library {
    Library::built_in(formats).expect("the built-in catalogue can be used")
}

fn institution(intake: &Intake) -> &Institution {
    intake.institution.as_ref().expect("the starter is a profile")
}

/// The policy of the school, with or without its pictures.
fn policy(library: &Library, drawn: bool) -> Document {
    let intake = intake();
    let case = institution(&intake).case(&library.catalogue, &library.engine, today());
    let mut document = draft_all(&case).documents.swap_remove(0).document;
    if drawn {
        draw_all(&mut document, &library.catalogue.theme);
    }
    document
}

#[divan::bench]
fn load_catalogue() -> Library {
    library(&[])
}

#[divan::bench]
fn read_profile() -> Intake {
    intake()
}

#[divan::bench]
fn check(bencher: Bencher<'_, '_>) {
    let (library, intake) = (library(&[]), intake());
    bencher.bench(|| check_intake(&intake, &library, today()));
}

#[divan::bench]
fn draft(bencher: Bencher<'_, '_>) {
    let (library, intake) = (library(&[]), intake());
    let case = institution(&intake).case(&library.catalogue, &library.engine, today());
    bencher.bench(|| draft_all(&case));
}

#[divan::bench]
fn draw_pictures(bencher: Bencher<'_, '_>) {
    let library = library(&[]);
    let document = policy(&library, false);
    bencher.with_inputs(|| document.clone()).bench_values(|mut document| {
        draw_all(&mut document, &library.catalogue.theme);
        document
    });
}

#[divan::bench]
fn markdown(bencher: Bencher<'_, '_>) {
    let document = policy(&library(&[]), true);
    bencher.bench(|| write_markdown(&document));
}

#[divan::bench]
fn html(bencher: Bencher<'_, '_>) {
    let library = library(&[]);
    let document = policy(&library, true);
    bencher.bench(|| write_html(&document, &library.catalogue.theme));
}

#[divan::bench]
fn docx(bencher: Bencher<'_, '_>) {
    let library = library(&[]);
    let document = policy(&library, true);
    bencher.bench(|| write_docx(&document, &library.catalogue.theme));
}

#[cfg(feature = "pdf")]
#[divan::bench]
fn pdf(bencher: Bencher<'_, '_>) {
    let library = library(&[Format::Pdf]);
    let document = policy(&library, true);
    bencher.bench(|| library.writers.write(&document, &library.catalogue.theme, Format::Pdf));
}

/// An extract of the register: fifty thousand rows of a hundred and twenty columns, some sixty megabytes.
fn extract() -> Vec<u8> {
    let columns: Vec<String> = (0..118).map(|at| format!("Column{at} (name)")).collect();
    let mut text = format!("URN,EstablishmentName,{}\r\n", columns.join(","));
    let rest = "\"Not stated\",".repeat(60) + &"\"\",".repeat(57) + "\"\"\r\n";
    for number in 0..50_000 {
        text.push_str(&format!("\"{}\",\"School {number}\",{rest}", 100_000 + number));
    }
    text.into_bytes()
}

#[divan::bench(sample_count = 10)]
fn find_in_register(bencher: Bencher<'_, '_>) {
    let extract = extract();
    bencher.bench(|| {
        let mut register = Register::default();
        register.read(&extract[..], &[140_000].into()).expect("it is a register");
        register.entry(140_000).expect("it is in it").line
    });
}
