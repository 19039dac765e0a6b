//! Nothing untrue is published: telephone numbers, years and stages, numbers of leavers, encounters, actions.

use careers_policy::finding::{Code, Severity};

use crate::case::tried;

#[test]
fn a_number_with_a_zero_in_brackets_rings_the_school() {
    let [_, html, _] = tried("telephone").texts("careers-policy");
    assert!(html.contains("href=\"tel:+441632960201\""), "{html}");
    assert!(html.contains("+44&nbsp;(0)1632&nbsp;960201</a>"), "{html}");
}

#[test]
fn a_number_is_a_link_only_where_it_is_understood_and_always_printed_as_written() {
    let tried = tried("telephone-in-words");
    let [markdown, html, docx] = tried.texts("careers-policy");
    assert!(html.contains("href=\"tel:+441632960233;ext=214\""), "{html}");
    assert!(html.contains("href=\"tel:+447700900123\""), "{html}");
    for words in ["01632 960381 / 960382", "0800 123", "01632 960201 (option 2)", "ask at reception"] {
        assert!(docx.contains(words) && html.contains(words), "{words}");
        assert!(!markdown.contains(&format!("[{words}]")), "{words} is no link");
    }
    let links: Vec<&str> = html.split("href=\"tel:").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert!(
        links.iter().all(|link| ["+441632960233;ext=214", "+447700900123", "+441632960201"].contains(link)),
        "{links:?}"
    );
    let severities: Vec<Severity> = tried.found(Code::CP132).iter().map(|finding| finding.severity).collect();
    assert_eq!(severities, [Severity::Warning, Severity::Warning, Severity::Note, Severity::Note]);
}
