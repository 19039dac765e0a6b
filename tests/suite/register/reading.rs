//! The register's files: encodings, lost zeros, columns that are missing, and files that are something else.

use std::collections::BTreeSet;
use std::fs;

use careers_policy::register::{NoEntry, NoRegister, Register, Standing, standing};
use careers_policy::workbook::NoRows;

use crate::school::repository;

fn read(bytes: &[u8], wanted: &[u32]) -> Result<Register, NoRegister> {
    let mut register = Register::default();
    register.read(bytes, &wanted.iter().copied().collect::<BTreeSet<u32>>()).map(|()| register)
}

fn extract() -> Vec<u8> {
    fs::read(repository("fixtures/register/edubasealldata20261120.csv")).unwrap()
}

#[test]
fn a_school_is_read_with_what_files_lose_put_back() {
    let register = read(&extract(), &[100_001, 100_002]).unwrap();
    let oakfield = register.entry(100_001).unwrap();
    assert_eq!(oakfield.name, "Oakfield Academy");
    assert_eq!(oakfield.kind_code, Some(34));
    assert_eq!(oakfield.head.as_deref(), Some("Dr Zoë Calloway"));
    assert_eq!(oakfield.website.as_deref(), Some("https://www.oakfield.example"));
    assert_eq!(oakfield.years().unwrap().written(), "7-13");
    assert_eq!(oakfield.line, 2);
    let mary = register.entry(100_002).unwrap();
    assert_eq!(mary.name, "St Mary’s School");
    assert_eq!(mary.kind_code, Some(2));
    assert_eq!(mary.phone.as_deref(), Some("01632960102"));
    // The village stands in it twice, and no county.
    assert_eq!(mary.address.as_deref(), Some("Church Road, Exampleton, EX2 3CD"));
}

#[test]
fn a_file_that_was_saved_again_says_the_same() {
    let windows = extract();
    let (text, meant) = (windows_1252(&windows), read(&windows, &[100_001, 100_002]).unwrap());
    let semicolons =
        text.replace("\",\"", "\";\"").replacen(",", ";", text.lines().next().unwrap().matches(',').count());
    for (name, bytes) in [
        ("UTF-8", text.clone().into_bytes()),
        ("UTF-8 with a mark", format!("\u{feff}{text}").into_bytes()),
        ("other line ends", text.replace("\r\n", "\n").into_bytes()),
        ("semicolons", semicolons.into_bytes()),
    ] {
        let register = read(&bytes, &[100_001, 100_002]).unwrap();
        for urn in [100_001, 100_002] {
            assert_eq!(register.entry(urn), meant.entry(urn), "{name}");
        }
    }
}

/// The text of a file in Windows-1252, as far as these fixtures go.
fn windows_1252(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| if *byte == 0x92 { '’' } else { char::from(*byte) }).collect()
}

#[test]
fn columns_are_known_by_their_names_and_may_be_missing() {
    let register = read(b"EstablishmentName,Nonsense,urn\nOakfield,x,100001\n", &[100_001]).unwrap();
    let entry = register.entry(100_001).unwrap();
    assert_eq!((entry.name.as_str(), entry.ages, entry.head.as_ref()), ("Oakfield", None, None));
}

#[test]
fn what_is_no_register_is_refused_with_what_to_do() {
    for bytes in [&b"School,Postcode\nOakfield,EX1 2AB\n"[..], b"", b"\0\0\0", b"URN,Name\n1,x\n"] {
        let error = read(bytes, &[100_001]).unwrap_err();
        assert!(matches!(error, NoRegister::Other) && error.to_string().contains("edubasealldata"), "{error}");
    }
    let endless = [&b"URN,EstablishmentName\n100001,\""[..], &vec![b'x'; 2 << 20]].concat();
    assert!(matches!(read(&endless, &[100_001]), Err(NoRegister::Rows(NoRows::Endless(2)))));
}

#[test]
fn a_number_that_is_not_there_or_there_twice_is_told_by_its_lines() {
    let register = read(&extract(), &[100_009, 100_099]).unwrap();
    assert_eq!(register.entry(100_009), Err(NoEntry::Twice(100_009, "10, 11".to_owned())));
    assert_eq!(register.entry(100_099), Err(NoEntry::Unknown(100_099)));
}

#[test]
fn one_school_is_found_among_many() {
    let mut file = String::from("URN,EstablishmentName,Street\n");
    (0..3000).for_each(|at| file.push_str(&format!("{},School {at},\"Mill Lane, {at}\"\n", 100_000 + at)));
    let register = read(file.as_bytes(), &[101_500]).unwrap();
    let entry = register.entry(101_500).unwrap();
    assert_eq!((entry.name.as_str(), entry.line), ("School 1500", 1502));
    assert_eq!(entry.address.as_deref(), Some("Mill Lane, 1500"));
}

#[test]
fn a_school_that_is_not_simply_open_is_told_of_in_a_sentence() {
    let wanted = [100_001, 100_003, 100_004, 100_005];
    let mut register = read(&extract(), &wanted).unwrap();
    let told = |register: &Register, urn| standing(register.entry(urn).unwrap(), register.successors(urn));
    assert_eq!(told(&register, 100_001), Standing::Open);
    let Standing::Told(closing) = told(&register, 100_004) else { panic!("it is to close") };
    assert_eq!(closing, "Riverside School (URN 100004) is open, and it is proposed to close it on 31 August 2027");
    let Standing::Told(opening) = told(&register, 100_005) else { panic!("it is to open") };
    assert!(opening.ends_with("is not open yet; it is proposed to open it on 1 September 2027"), "{opening}");
    let Standing::Closed(closed) = told(&register, 100_003) else { panic!("it is closed") };
    assert!(closed.contains("closed on 31 August 2024 (Academy Converter); look its successor up"), "{closed}");
    let links = fs::read(repository("fixtures/register/links_edubasealldata20261120.csv")).unwrap();
    register.read(&links[..], &wanted.into()).unwrap();
    let Standing::Closed(closed) = told(&register, 100_003) else { panic!("it is closed") };
    assert!(closed.ends_with("it was followed by Fellside Academy (URN 100013): give that URN"), "{closed}");
}
