//! Logos that ask for too much, or for what is no part of a picture: each is refused with one finding, by the program as people run it, within two
//! seconds and 300 MB; and what is only just taken is drawn within them.

use std::fmt::Write;

use crate::amount::some;
use crate::bounded::{Ended, bounded};
use crate::sandbox::Sandbox;
use crate::school::repository;

/// What comes of a school whose logo has these bytes.
fn ended(sandbox: &Sandbox, logo: &[u8]) -> Ended {
    sandbox.write("crest.img", logo);
    let shared = repository("profiles/harbour-view-school.yaml").to_string_lossy().replace('\\', "/");
    let text = format!("extends: \"{shared}\"\nbrand:\n  logo: crest.img\n  logo_alt: A ship\n");
    sandbox.write("school.yaml", text);
    bounded(&["check", &sandbox.path().join("school.yaml").to_string_lossy(), "--formats", "md,html,docx"])
}

#[track_caller]
fn assert_refused(sandbox: &Sandbox, name: &str, logo: &[u8], words: &str) {
    let ended = ended(sandbox, logo);
    let printed = &ended.printed;
    assert_eq!((ended.code, ended.errors()), (Some(1), 1), "{name}: {printed}");
    for part in ["error[CP112]: the logo `crest.img`", "school.yaml:3:9", words, "save it again as PNG"] {
        assert!(printed.contains(part), "{name}: no {part} in {printed}");
    }
}

#[track_caller]
fn assert_taken(sandbox: &Sandbox, name: &str, logo: &[u8]) {
    let Ended { code, printed } = ended(sandbox, logo);
    assert_eq!(code, Some(0), "{name}: {printed}");
}

fn svg(body: &str) -> String {
    let names = "xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"";
    format!("<svg {names} viewBox=\"0 0 1600 600\">{body}</svg>")
}

/// A path from side to side, so many times.
fn zigzag(times: usize) -> String {
    (0..times).fold("M0 0".to_owned(), |mut path, step| {
        let _ = write!(path, "L{} {}", step % 1600, 600 * (step % 2));
        path
    })
}

const RECT: &str = "<rect width=\"1600\" height=\"600\"";
const MUCH: &str = "with more in it than a logo needs";
const EFFECTS: &str = "with effects such as shadows";

#[test]
fn an_svg_that_asks_for_too_much_is_refused() {
    let again = |step: usize| format!("<g id=\"x{step}\">{}</g>", format!("<use href=\"#x{}\"/>", step - 1).repeat(10));
    let bomb = format!("<g id=\"x0\"><path d=\"M0 0h9v9z\"/></g>{}", (1..20).map(again).collect::<String>());
    let masks = (0..30).map(|step| {
        let next = format!("mask=\"url(#m{})\"", step + 1);
        format!("<mask id=\"m{step}\" {next}>{RECT} fill=\"white\" {next}/></mask>")
    });
    let filter = |inner: &str| format!("<filter id=\"f\">{inner}</filter>{RECT} filter=\"url(#f)\"/>");
    let cut = |path: &str| {
        let outline = format!("<clipPath id=\"c\"><path d=\"{path}\"/></clipPath>");
        format!("{outline}{}", format!("{RECT} clip-path=\"url(#c)\"/>").repeat(9))
    };
    let stops = "<stop offset=\"1\" stop-color=\"red\"/>";
    let hostile = [
        ("used again and again", bomb + "<use href=\"#x19\"/>", MUCH),
        ("within itself", "<g id=\"a\"><use href=\"#a\"/></g>".to_owned(), MUCH),
        ("deep", "<g>".repeat(3_000) + &"</g>".repeat(3_000), MUCH),
        ("many", "<g/>".repeat(30_000), MUCH),
        ("attributes", format!("<g {}/>", (0..50_000).map(|n| format!("a{n}=\"\" ")).collect::<String>()), MUCH),
        ("lines", format!("<path d=\"{}\"/>", zigzag(60_000)), MUCH),
        ("long lines", format!("<path stroke=\"red\" d=\"{}\"/>", zigzag(20_000)), MUCH),
        ("layers", format!("{RECT} opacity=\"0.5\"/>").repeat(200), MUCH),
        ("deep layers", "<g opacity=\"0.5\">".repeat(40) + RECT + "/>" + &"</g>".repeat(40), MUCH),
        ("cut", cut(&zigzag(9_000)), MUCH),
        (
            "steps",
            format!("<linearGradient id=\"g\">{}</linearGradient>{RECT} fill=\"url(#g)\"/>", stops.repeat(999)),
            MUCH,
        ),
        ("rules", format!("<style>{}</style>{RECT}/>", "*{fill:red}".repeat(9_000)), MUCH),
        ("masks", masks.collect::<String>() + RECT + " mask=\"url(#m0)\"/>", EFFECTS),
        ("turbulence", filter("<feTurbulence numOctaves=\"99999\" baseFrequency=\"0.01\"/>"), EFFECTS),
        ("morphology", filter("<feMorphology operator=\"dilate\" radius=\"99999\"/>"), EFFECTS),
        ("blurs", filter(&"<feGaussianBlur stdDeviation=\"50\"/>".repeat(20_000)), EFFECTS),
        ("letters", format!("<text>{}</text>", "x".repeat(500_000)), "letters in a font"),
        ("far", "<path d=\"M-1e6 -1e6L1e6 1e6\" stroke=\"red\"/>".to_owned(), "far outside its own frame"),
        ("wide", format!("{RECT} stroke=\"red\" stroke-width=\"1e6\"/>"), "far outside its own frame"),
        ("grown", format!("<g transform=\"scale(1e6)scale(1e6)\">{RECT}/></g>"), "far outside its own frame"),
        (
            "without end",
            "<path d=\"M-1e38 -1e38L1e38 1e38\" stroke=\"red\" stroke-width=\"1e38\"/>".to_owned(),
            "cannot be read",
        ),
        ("broken lines", format!("{RECT} stroke=\"red\" stroke-dasharray=\"0.0001\"/>"), "broken lines"),
        ("pattern", format!("<pattern id=\"p\" width=\"1\" height=\"1\"/>{RECT} fill=\"url(#p)\"/>"), "patterns"),
        (
            "symbol",
            format!("<symbol id=\"s\">{RECT}/></symbol><use href=\"#s\"/>"),
            "parts that not every program draws",
        ),
        ("in a style", format!("<style>.a{{filter:url(#f)}}</style>{RECT} class=\"a\"/>"), EFFECTS),
        ("large", format!("<path d=\"M0 0h9v9z\"/>{}", " ".repeat(1_100_000)), "larger than 1 MB"),
    ];
    let sandbox = Sandbox::empty("svg-too-much");
    for (name, body, words) in some(4, hostile.into()) {
        assert_refused(&sandbox, name, svg(&body).as_bytes(), words);
    }
}

/// Just within the bounds.
#[test]
fn an_svg_that_asks_for_much_is_drawn_in_time() {
    let gradient = "<radialGradient id=\"g\" spreadMethod=\"reflect\" r=\"0.1\"><stop stop-color=\"red\"/><stop offset=\"1\"/></radialGradient>";
    let taken = [
        ("fills", format!("{RECT} fill=\"#f008\"/>").repeat(74)),
        ("gradients", format!("{gradient}{}", format!("{RECT} fill=\"url(#g)\"/>").repeat(9))),
        ("layers", format!("{RECT} opacity=\"0.5\"/>").repeat(24)),
        ("deep layers", "<g opacity=\"0.9\">".repeat(8) + RECT + "/>" + &"</g>".repeat(8)),
        ("lines", format!("<path d=\"{}\"/>", zigzag(29_000))),
        (
            "used again",
            format!("<g id=\"x\"><path d=\"M0 0h9v9z\"/></g>{}", "<use href=\"#x\" x=\"5\"/>".repeat(2_500)),
        ),
    ];
    let sandbox = Sandbox::empty("svg-much");
    for (name, body) in some(1, taken.into()) {
        assert_taken(&sandbox, name, svg(&body).as_bytes());
    }
}

/// A PNG of so many dots whose head says so, with nothing behind it.
fn png_head(width: u32, height: u32) -> Vec<u8> {
    let part = |kind: &[u8], data: &[u8]| [&(data.len() as u32).to_be_bytes(), kind, data, &[0; 4]].concat();
    let head = [&width.to_be_bytes()[..], &height.to_be_bytes(), &[8, 6, 0, 0, 0]].concat();
    [b"\x89PNG\r\n\x1a\n", &part(b"IHDR", &head)[..], &part(b"IDAT", b"..."), &part(b"IEND", b"")].concat()
}

#[test]
fn a_picture_of_dots_is_measured_before_it_is_read() {
    let sandbox = Sandbox::empty("dots");
    let most = i32::MAX.unsigned_abs();
    for (width, height) in some(1, vec![(most, most), (6_001, 400), (6_000, 5_000)]) {
        assert_refused(&sandbox, "large", &png_head(width, height), "at most 6000 on a side and 25 million in all");
    }
    assert_refused(&sandbox, "no dots", &png_head(400, 400), "the dots of the picture cannot be read");
    let jpeg = std::fs::read(repository("fixtures/cases/logo-progressive.jpg")).unwrap();
    let at = jpeg.windows(2).position(|pair| pair == [0xff, 0xc2]).unwrap();
    let large = [&jpeg[..at + 5], &[0x17, 0x70, 0x17, 0x70], &jpeg[at + 9..]].concat();
    assert_refused(&sandbox, "large JPEG", &large, "is 6000 by 6000 dots large");
    let larger = [&jpeg[..at + 5], &[0x0b, 0x00, 0x0b, 0x00], &jpeg[at + 9..]].concat();
    let Ended { code, printed } = ended(&sandbox, &larger);
    assert!(code.is_some(), "a JPEG of 8 million dots that are not there: {printed}");
}
