//! Every kind of the register, and which of ours it is. The table is written out here a second time, from the register's own list, since a wrong row gives a
//! school the wrong law.

use careers_policy::law::Setting;
use careers_policy::register::{Entry, KINDS, Ours, kind_of};

/// The codes with our kind; `ask` where the register does not tell, `no` where no profile can be begun.
const MEANT: [(&[u32], &str); 15] = [
    (&[1, 2, 3, 5], "maintained_school"),
    (&[28, 34, 35, 40, 41], "academy"),
    (&[6], "academy?"),
    (&[7, 12], "maintained_special_school"),
    (&[33, 44, 36], "special_academy"),
    (&[8], "non_maintained_special_school"),
    (&[10, 11], "independent_school"),
    (&[14], "pupil_referral_unit"),
    (&[38, 42, 43], "alternative_provision_academy"),
    (&[18], "fe_college?"),
    (&[39, 45, 46], "sixteen_to_nineteen_academy"),
    (&[31, 32], "ask"),
    (&[57], "no"),
    (&[49, 56, 24, 25, 26, 27, 29, 30, 37], "no"),
    (&[15, 47, 48], "no"),
];

fn said(entry: &Entry) -> String {
    match kind_of(entry) {
        Ours::Is(setting) => setting.id().to_owned(),
        Ours::Likely(setting, why) => {
            assert!(!why.is_empty());
            format!("{}?", setting.id())
        }
        Ours::OneOf(..) => "ask".to_owned(),
        Ours::None(what) => {
            assert!(!what.is_empty());
            "no".to_owned()
        }
    }
}

#[test]
fn every_kind_of_the_register_is_the_one_of_ours_that_the_law_makes_it() {
    let mut codes = Vec::new();
    for (all, meant) in MEANT {
        for code in all {
            codes.push(*code);
            let entry = Entry { kind_code: Some(*code), ..Entry::default() };
            assert_eq!(said(&entry), meant, "{code}");
        }
    }
    codes.sort_unstable();
    assert_eq!(codes, KINDS.map(|(code, _, _)| code));
}

#[test]
fn a_kind_whose_code_is_lost_is_known_by_its_name() {
    for (code, name, _) in KINDS {
        let named = Entry { kind_name: Some(name.to_uppercase()), ..Entry::default() };
        let coded = Entry { kind_code: Some(code), ..Entry::default() };
        assert_eq!(kind_of(&named), kind_of(&coded), "{name}");
    }
}

#[test]
fn a_sixth_form_college_is_told_by_its_kind_of_further_education_and_is_not_certain() {
    for (words, meant) in [
        (Some("Sixth form college"), Setting::SixthFormCollege),
        (Some("Sixth-Form Colleges"), Setting::SixthFormCollege),
        (Some("General further education college"), Setting::FeCollege),
        (None, Setting::FeCollege),
    ] {
        let entry = Entry { kind_code: Some(18), further_education: words.map(str::to_owned), ..Entry::default() };
        assert!(matches!(kind_of(&entry), Ours::Likely(setting, _) if setting == meant), "{words:?}");
    }
}

#[test]
fn a_kind_that_is_not_known_is_asked_for() {
    let entry = Entry { kind_code: Some(77), ..Entry::default() };
    assert!(matches!(kind_of(&entry), Ours::OneOf(&[], _)));
}
