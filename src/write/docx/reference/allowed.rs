//! What of a reference document is carried over: the names of elements and attributes, kind of part by kind of part. What is not named
//! here is left out, whatever it is.
//!
//! Nothing named here fetches, runs or asks anything. What could, by its value, is looked at besides: fields (`fields`), and relationships,
//! the styles of shapes and what a picture is (`admission`, `frames`).
//!
//! In: the kind of a part and a name. Out: whether it is carried over.

use std::collections::BTreeSet;
use std::sync::LazyLock;

/// A kind of part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// The text: nothing but its pages.
    Text,
    /// The settings: those that change how the pages look.
    Settings,
    /// The table of fonts, without the fonts themselves.
    Fonts,
    /// The styles.
    Styles,
    /// The lists.
    Numbering,
    /// Headers and footers.
    Furniture,
    /// The theme: its colours, its fonts, and how shapes are filled and lined.
    Theme,
}

/// Names, each with its prefix; attributes without one have `-`.
type Names = BTreeSet<(&'static str, &'static str)>;

/// What of a kind of part is carried over.
struct Allowed {
    elements: Names,
    attributes: Names,
}

impl Allowed {
    fn of(elements: &[&'static str], attributes: &[&'static str]) -> Allowed {
        Allowed { elements: names(elements), attributes: names(attributes) }
    }
}

/// The names of some lists. What ends in a colon is the prefix of those that follow.
fn names(lists: &[&'static str]) -> Names {
    let mut names = Names::new();
    let mut prefix = "";
    for word in lists.iter().flat_map(|list| list.split_whitespace()) {
        match word.strip_suffix(':') {
            Some(new) => prefix = new,
            None => drop(names.insert((prefix, word))),
        }
    }
    names
}

static TEXT: LazyLock<Allowed> = LazyLock::new(|| Allowed::of(&[PAGES], &[OF_PAGES]));
static SETTINGS: LazyLock<Allowed> = LazyLock::new(|| Allowed::of(&[SWITCHES], &[OF_SWITCHES]));
static FONTS: LazyLock<Allowed> = LazyLock::new(|| Allowed::of(&[FONT], &[OF_FONT]));
static STYLES: LazyLock<Allowed> = LazyLock::new(|| Allowed::of(&[STYLE, PROPERTIES], &[VALUES]));
static NUMBERING: LazyLock<Allowed> = LazyLock::new(|| Allowed::of(&[LIST, PROPERTIES], &[VALUES]));
static FURNITURE: LazyLock<Allowed> =
    LazyLock::new(|| Allowed::of(&[CONTENT, PROPERTIES, DRAWINGS, FILLS, OLD_DRAWINGS], &[VALUES, DRAWN, OLD_DRAWN]));
static THEME: LazyLock<Allowed> = LazyLock::new(|| Allowed::of(&[LOOK, FILLS], &[DRAWN]));

impl Part {
    fn allowed(self) -> &'static Allowed {
        match self {
            Part::Text => &TEXT,
            Part::Settings => &SETTINGS,
            Part::Fonts => &FONTS,
            Part::Styles => &STYLES,
            Part::Numbering => &NUMBERING,
            Part::Furniture => &FURNITURE,
            Part::Theme => &THEME,
        }
    }

    /// Whether an element is carried over.
    pub(super) fn has_element(self, prefix: &str, name: &str) -> bool {
        self.allowed().elements.contains(&(prefix, name))
    }

    /// Whether an attribute is carried over, on whatever element; `-` stands for no prefix.
    pub(super) fn has_attribute(self, prefix: &str, name: &str) -> bool {
        self.allowed().attributes.contains(&(prefix, name))
    }
}

/// The pages of a text.
const PAGES: &str = "
w: body document footerReference headerReference pgMar pgSz sectPr titlePg
";

/// Their attributes.
const OF_PAGES: &str = "
r: id
w: bottom footer gutter h header left orient right top type val w
";

/// Settings.
const SWITCHES: &str = "
w: clrSchemeMapping evenAndOddHeaders mirrorMargins settings
";

/// Their attributes.
const OF_SWITCHES: &str = "
w: accent1 accent2 accent3 accent4 accent5 accent6 bg1 bg2 followedHyperlink hyperlink t1 t2 val
";

/// Fonts by their names.
const FONT: &str = "
w: altName charset family font fonts notTrueType panose1 pitch sig
";

/// Their attributes.
const OF_FONT: &str = "
w: csb0 csb1 name usb0 usb1 usb2 usb3 val
";

/// Styles, besides the properties in them.
const STYLE: &str = "
w: aliases autoRedefine basedOn docDefaults hidden latentStyles link locked lsdException name next personal personalCompose
  personalReply pPrDefault qFormat rPrDefault semiHidden style styles tblStylePr uiPriority unhideWhenUsed
";

/// Lists, besides the properties in them.
const LIST: &str = "
w: abstractNum abstractNumId isLgl legacy lvl lvlJc lvlOverride lvlRestart lvlText multiLevelType name nsid num numbering numFmt
  numStyleLink start startOverride styleLink suff tmpl
";

/// A theme, besides how shapes are filled and lined.
const LOOK: &str = "
a: accent1 accent2 accent3 accent4 accent5 accent6 bgFillStyleLst clrScheme cs dk1 dk2 ea effectStyle effectStyleLst
  fillStyleLst fmtScheme folHlink font fontScheme hlink latin lnStyleLst lt1 lt2 majorFont minorFont theme themeElements
";

/// The properties of paragraphs, runs and tables.
const PROPERTIES: &str = "
w: adjustRightInd autoSpaceDE autoSpaceDN b bar bCs bdr between bidi bidiVisual bottom cantSplit caps cnfStyle color
  contextualSpacing cs dstrike eastAsianLayout effect em emboss end fitText framePr gridAfter gridBefore gridSpan hideMark
  highlight hMerge i iCs ilvl imprint ind insideH insideV jc keepLines keepNext kern kinsoku lang left mirrorIndents noProof
  noWrap numId numPr outline outlineLvl overflowPunct pageBreakBefore pBdr position pPr pStyle rFonts right rPr rStyle rtl
  shadow shd smallCaps snapToGrid spacing start strike suppressAutoHyphens suppressLineNumbers suppressOverlap sz
  szCs tab tabs tblBorders tblCaption tblCellMar tblCellSpacing tblDescription tblHeader tblInd tblLayout tblLook tblOverlap
  tblpPr tblPr tblPrEx tblStyle tblStyleColBandSize tblStyleRowBandSize tblW tcBorders tcFitText tcMar tcPr tcW textAlignment
  textboxTightWrap textDirection tl2br top topLinePunct tr2bl trHeight trPr u vAlign vertAlign vMerge w wAfter wBefore
  widowControl wordWrap
w14: alpha bevel camera cntxtAlts fillToRect glow gradFill gs gsLst ligatures lin lumMod lumOff miter noFill numForm numSpacing
  path prstDash reflection round satMod schemeClr shade shadow solidFill srgbClr styleSet stylisticSets textFill textOutline
  tint
";

/// The attributes of words, styles and lists.
const VALUES: &str = "
w: abstractNumId after afterAutospacing afterLines alignment anchorLock ascii asciiTheme before beforeAutospacing beforeLines
  bidi bottomFromText char clear color combine combineBrackets count cs csTheme cstheme customStyle default defLockedState
  defQFormat defSemiHidden defUIPriority defUnhideWhenUsed dropCap eastAsia eastAsiaTheme end endChars evenHBand evenVBand fill
  firstColumn firstLine firstLineChars firstRow firstRowFirstColumn firstRowLastColumn fldCharType font frame h hAnchor hanging
  hangingChars hAnsi hAnsiTheme hint horzAnchor hRule hSpace ilvl instr lastColumn lastRow lastRowFirstColumn lastRowLastColumn
  leader left leftChars leftFromText legacy legacyIndent legacySpace line lineRule lines locked name noHBand noVBand numId
  oddHBand oddVBand pos qFormat relativeTo right rightChars rightFromText semiHidden shadow space start startChars styleId sz
  tblpX tblpXSpec tblpY tblpYSpec tentative themeColor themeFill themeFillShade themeFillTint themeShade themeTint tooltip
  topFromText tplc type uiPriority unhideWhenUsed val vAnchor vert vertAnchor vertCompress vSpace w wrap x xAlign y yAlign
w14: algn ang b blurRad cap cmpd dir dist endA endPos fadeDir id kx ky l lim path pos r rad scaled stA stPos sx sy t val w
xml: space
";

/// Words, hidden ones too, tables, and what holds a picture. A style cannot hide words: they might be the policy's own.
const CONTENT: &str = "
mc: AlternateContent Choice Fallback
w: br cr delInstrText drawing fldChar fldSimple ftr gridCol hdr hyperlink instrText noBreakHyphen p pgNum pict ptab r softHyphen
  specVanish sym t tbl tblGrid tc tr txbxContent vanish webHidden
";

/// Pictures and shapes.
const DRAWINGS: &str = "
a: ahLst alphaModFix arcTo avLst biLevel blip blipFill bodyPr chExt chOff close clrChange clrFrom clrTo cubicBezTo custGeom cxn
  cxnLst cxnSpLocks duotone effectRef ext fillRect fillRef fontRef gd gdLst graphic graphicData graphicFrameLocks grayscl
  grpFill grpSpLocks hlinkClick lnRef lnTo moveTo noAutofit normAutofit off pathLst picLocks pos prstGeom prstTxWarp pt
  quadBezTo rect spAutoFit spLocks srcRect stretch tile xfrm
pic: blipFill cNvPicPr cNvPr nvPicPr pic spPr style
wp: align anchor cNvGraphicFramePr docPr effectExtent extent inline lineTo positionH positionV posOffset simplePos start
  wrapNone wrapPolygon wrapSquare wrapThrough wrapTight wrapTopAndBottom
wp14: pctHeight pctPosHOffset pctPosVOffset pctWidth sizeRelH sizeRelV
wpc: bg whole wpc
wpg: cNvGrpSpPr cNvPr grpSp grpSpPr wgp
wps: bodyPr cNvCnPr cNvPr cNvSpPr spPr style txbx wsp
";

/// How shapes are filled, lined and lit.
const FILLS: &str = "
a: alpha alphaMod alphaOff bevel bevelB bevelT bgClr blur camera comp contourClr custDash ds effectLst extrusionClr fgClr
  fillToRect gamma glow gradFill gray gs gsLst headEnd hslClr hue hueMod hueOff innerShdw inv invGamma lightRig lin ln lum
  lumMod lumOff miter noFill outerShdw path pattFill prstClr prstDash prstShdw reflection rot round sat satMod satOff scene3d
  schemeClr scrgbClr shade softEdge solidFill sp3d srgbClr sysClr tailEnd tileRect tint
";

/// The attributes of pictures and shapes. None of them names a file: a picture comes by its relationship.
const DRAWN: &str = "
-: adj algn allowOverlap amt anchor anchorCtr ang b behindDoc bIns blurRad bright bwMode cap charset cmpd compatLnSpc contourW
  contrast cstate cx cy d descr dir dist distB distL distR distT edited endA endPos extrusionH extrusionOk fadeDir fill flip
  flipH flipV fmla fontScale forceAA fov fromWordArt g h hidden horzOverflow hR hue id idx kx ky l lastClr lat layoutInCell len
  lim lIns lnSpcReduction locked lon lum name noChangeArrowheads noChangeAspect noGrp noMove noResize normalizeH noRot noSelect
  numCol orient panose path pitchFamily pos preferRelativeResize presetID prst prstMaterial r rad relativeFrom relativeHeight
  Requires rev rig rIns rot rotWithShape rtlCol sat scaled script simplePos sp spc spcCol spcFirstLastPara stA stAng stPos
  stroke swAng sx sy t thresh tIns title tooltip tx txBox ty type typeface upright uri useA val vert vertOverflow w wR wrap
  wrapText x y z zoom
r: embed id
";

/// Shapes as Word drew them before 2010, and still draws watermarks.
const OLD_DRAWINGS: &str = "
o: lock
v: arc curve f fill formulas group h handles imagedata line oval path polyline rect roundrect shadow shape shapetype stroke
  textbox textpath
w10: anchorlock wrap
";

/// The attributes of those.
const OLD_DRAWN: &str = "
-: adj allowincell alt anchorx anchory angle arcsize arrowok aspectratio bilevel blacklevel chromakey color color2 connecttype
  coordorigin coordsize cropbottom cropleft cropright croptop dashstyle endangle endarrow endarrowlength endarrowwidth endcap
  eqn fillcolor filled fitpath fitshape focus focusposition focussize from gain gamma gradientshapeok grayscale grouping id
  inset insetpen joinstyle limo linestyle matrix method miterlimit obscured offset on opacity opacity2 origin path points polar
  position print rotate rotation shapetype side startangle startarrow startarrowlength startarrowwidth string strokecolor
  stroked strokeok strokeweight style text textpathok to trim type weight wrapcoords xrange xscale yrange
o: allowincell allowoverlap bwmode connectangles connectlocs connecttype extrusionok hr hralign hrnoshade hrpct hrstd insetmode
  opacity2 preferrelative spid spt title
v: ext
";

#[cfg(test)]
mod tests {
    use super::Part;

    #[test]
    fn what_is_not_named_is_not_carried_over() {
        assert!(Part::Furniture.has_element("w", "tbl") && Part::Furniture.has_attribute("-", "cx"));
        assert!(Part::Styles.has_element("w", "b") && !Part::Styles.has_element("w", "drawing"));
        for name in ["altChunk", "control", "object", "subDoc", "sectPr", "attachedTemplate"] {
            assert!(!Part::Furniture.has_element("w", name), "{name}");
        }
        for (prefix, name) in [("-", "src"), ("-", "href"), ("o", "href"), ("o", "relid"), ("r", "link"), ("r", "pict")]
        {
            assert!(!Part::Furniture.has_attribute(prefix, name), "{prefix}:{name}");
        }
    }
}
