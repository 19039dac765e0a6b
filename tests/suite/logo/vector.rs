//! SVGs as drawing programs write them: each is taken, and what is written in its place has nothing of the file's own words.

use careers_policy::logo::Logo;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::amount::cases;

/// As Illustrator, Inkscape and Figma write them, with what must be found in their place.
const FILES: [(&str, &[&str]); 3] = [
    (
        r##"<?xml version="1.0" encoding="utf-8"?><!-- Generator: secret -->
<svg version="1.1" id="secret" xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" x="0px" y="0px"
  viewBox="0 0 200 100" style="enable-background:new 0 0 200 100;" xml:space="preserve">
<style type="text/css">
  .st0{clip-path:url(#secret2);} .st1{fill:#E30613;} /* secret */
  .st2,.st4{fill:none;stroke:#000000;stroke-width:2;stroke-miterlimit:10;} .st3{fill:url(#secret3);}
</style>
<g><defs><rect id="secret1" x="10" y="10" width="80" height="80"/></defs>
<clipPath id="secret2"><use xlink:href="#secret1" style="overflow:visible;"/></clipPath>
<g class="st0"><circle class="st1" cx="50" cy="50" r="45"/></g>
<linearGradient id="secret3" gradientUnits="userSpaceOnUse" x1="110" y1="50" x2="190" y2="50">
<stop offset="0" style="stop-color:#FFFFFF"/><stop offset="1" style="stop-color:#000000"/></linearGradient>
<rect x="110" y="10" class="st3" width="80" height="80"/><path class="st2" d="M10,95h180"/></g></svg>"##,
        &[
            "<clipPath id=\"c1\"><rect x=\"10\" y=\"10\" width=\"80\" height=\"80\"/></clipPath>",
            "<g clip-path=\"url(#c1)\"><circle cx=\"50\" cy=\"50\" r=\"45\" fill=\"#e30613\"/></g>",
            "<stop offset=\"0\" stop-color=\"#ffffff\"/>",
            "fill=\"url(#g0)\"/>",
            "<path d=\"M10 95 h180\" fill=\"none\" stroke=\"#000000\" stroke-width=\"2\" stroke-miterlimit=\"10\"/>",
        ],
    ),
    (
        r##"<svg xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
  xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"
  xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" width="210mm" height="105mm" viewBox="0 0 210 105">
<defs><linearGradient inkscape:collect="always" id="secret1"><stop style="stop-color:#ff0000;stop-opacity:1;" offset="0"/>
<stop style="stop-color:#ff0000;stop-opacity:0;" offset="1"/></linearGradient>
<linearGradient xlink:href="#secret1" id="secret2" x1="10" y1="50" x2="100" y2="50" gradientUnits="userSpaceOnUse"/></defs>
<sodipodi:namedview id="secret" inkscape:zoom="0.35"/><metadata><rdf:RDF><dc:title>secret</dc:title></rdf:RDF></metadata>
<title>secret</title><desc>secret</desc>
<g inkscape:label="secret" inkscape:groupmode="layer" transform="translate(0,-2)">
<path style="fill:url(#secret2);stroke:#000000;stroke-width:0.25px;stroke-dasharray:none;mix-blend-mode:normal"
  d="m 10,10 c 20,5 30,-5 80,0 v 70 h -80 z" sodipodi:nodetypes="secret"/>
<ellipse style="opacity:0.5;fill:#0000ff" cx="150" cy="50" rx="30" ry="20" transform="rotate(30)"/></g></svg>"##,
        &[
            "x1=\"10\" y1=\"50\" x2=\"100\" y2=\"50\"><stop offset=\"0\" stop-color=\"#ff0000\" stop-opacity=\"1\"/>",
            "<g transform=\"translate(0 -2)\">",
            "<path d=\"m10 10 c20 5 30 -5 80 0 v70 h-80 z\" fill=\"url(#g0)\" stroke=\"#000000\" stroke-width=\"0.25\"/>",
            "transform=\"rotate(30)\" fill=\"#0000ff\" opacity=\"0.5\"/>",
        ],
    ),
    (
        r##"<svg width="64" height="24" viewBox="0 0 64 24" fill="none" xmlns="http://www.w3.org/2000/svg"><g clip-path="url(#secret)">
<path fill-rule="evenodd" clip-rule="evenodd" d="M4 4H60V20H4Z" fill="hsl(210, 65%, 25%)"/>
<polygon points="1,1 5,1 5,5" fill="currentColor"/></g>
<defs><clipPath id="secret"><rect width="64" height="24" fill="white"/></clipPath></defs></svg>"##,
        &[
            "<g fill=\"none\"><g clip-path=\"url(#c1)\">",
            "<path d=\"M4 4 H60 V20 H4 Z\" fill-rule=\"evenodd\" clip-rule=\"evenodd\" fill=\"#164069\"/>",
            "<polygon points=\"1,1 5,1 5,5\" fill=\"#000000\"/>",
        ],
    ),
];

#[test]
fn an_svg_of_a_drawing_program_is_written_anew() {
    for (file, parts) in FILES {
        let logo = Logo::new(file.as_bytes(), "A ship").unwrap();
        let svg = String::from_utf8(logo.bytes.to_vec()).unwrap();
        for part in parts {
            assert!(svg.contains(part), "no {part} in\n{svg}");
        }
        assert!(!svg.contains("secret") && !svg.contains("class") && !svg.contains("style"), "{svg}");
        // What is written is on the list itself.
        let again = Logo::new(&logo.bytes, "A ship").unwrap();
        assert_eq!(again.png, logo.png);
    }
}

/// What breaks into an SVG at random.
const PIECES: [&str; 18] = [
    "url(#secret2)",
    "1e9",
    "-1",
    "NaN",
    "99999999999999999999",
    "<g>",
    "</g>",
    "<use href=\"#secret\"/>",
    "%",
    "\"",
    "&#0;",
    ";",
    "}",
    "scale(1e5)",
    "rotate(1e30)",
    "A1e6 1e6 0 0 1 9 9",
    "opacity=\"0.1\" ",
    "matrix(0 0 0 0 0 0)",
];

proptest! {
    #![proptest_config(cases(40, 600))]

    /// Whatever is done to a file, it is refused, or written anew as something that is taken again and has nothing of its own words.
    #[test]
    fn a_file_that_was_tampered_with_is_refused_or_written_anew(
        file in select(FILES.map(|(file, _)| file).to_vec()),
        pieces in vec((any::<Index>(), select(PIECES.to_vec()), any::<bool>()), 1..4),
    ) {
        let mut text: Vec<char> = file.chars().collect();
        for (at, piece, instead) in pieces {
            let at = at.index(text.len());
            let end = if instead { (at + piece.chars().count()).min(text.len()) } else { at };
            text.splice(at..end, piece.chars());
        }
        let text: String = text.into_iter().collect();
        if let Ok(logo) = Logo::new(text.as_bytes(), "A ship") {
            let svg = String::from_utf8(logo.bytes.to_vec()).unwrap();
            prop_assert!(!svg.contains("secret"), "{}", svg);
            prop_assert!(Logo::new(&logo.bytes, "A ship").is_ok(), "{}", svg);
        }
    }
}

#[test]
fn values_that_shapes_share_keep_their_meaning() {
    let file = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50"><style>rect{fill:red} .a{fill:lime} #b{fill:blue}</style>
<rect width="50%" height="100%"/><rect class="a" width="9" height="9"/><rect class="a" id="b" width="9" height="9"/>
<rect class="a" id="c" style="fill:#fff8" width="9" height="9"/><g color="#123456"><circle r="5" fill="currentColor"/></g>
<g display="none"><text>x</text></g><rect/><circle r="0"/><path d=""/></svg>"##;
    let svg = String::from_utf8(Logo::new(file.as_bytes(), "A ship").unwrap().bytes.to_vec()).unwrap();
    for part in [
        "<rect width=\"50\" height=\"50\" fill=\"#ff0000\"/>",
        "<rect width=\"9\" height=\"9\" fill=\"#00ff00\"/>",
        "<rect width=\"9\" height=\"9\" fill=\"#0000ff\"/>",
        "fill=\"rgba(255,255,255,0.53333336)\"/>",
        "<g><circle r=\"5\" fill=\"#123456\"/></g></g></svg>",
    ] {
        assert!(svg.contains(part), "no {part} in\n{svg}");
    }
}
