"""Proves that the four formats of a document hold the same words, read back by readers that share no code with the program.

    sameness.py DOCUMENTS WORK

    Markdown   pandoc, as GitHub reads it, into HTML, and Python's html.parser
    HTML       Python's html.parser
    PDF        poppler's pdfinfo, which follows the tags as a screen reader does; qpdf's library for the pictures' texts
    DOCX       LibreOffice's text export, which shows automatic numbers; the package's own XML for the pictures' texts

Three lists must be equal in all four, in order: the words, with their punctuation; the entries of the contents; the texts that
stand for pictures. What is furniture, and so not compared, is dropped by the functions whose names start with `without`, each with
its reason. At the end the judge judges itself: each mutated copy of a document must be found out.
"""

import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
import zipfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

import pikepdf

# Marks that a reader shows before an item of a list. Only LibreOffice's export has them as text.
BULLETS = "•◦▪–"


@dataclass
class Read:
    """What one reader found in one document."""

    words: list = field(default_factory=list)
    contents: list = field(default_factory=list)
    pictures: list = field(default_factory=list)
    logos: list = field(default_factory=list)


def words_of(text):
    """Words with their punctuation. A soft hyphen, and a place where a line may break, show no ink; a joined letter is its letters."""
    for ink_free in "\u00ad\u200b\u2060\ufeff":
        text = text.replace(ink_free, "")
    for ligature, letters in {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"}.items():
        text = text.replace(ligature, letters)
    return text.split()  # a no-break space is a space


def run(*command):
    # pdfinfo gives the texts of pictures as they are stored, which are no UTF-8; they are read by another way.
    return subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8", errors="replace").stdout


# Markdown and HTML ------------------------------------------------------------------------------------------------------------------

INLINE = {"a", "abbr", "b", "bdi", "code", "del", "em", "i", "ins", "mark", "s", "small", "span", "strong", "sub", "sup", "u", "wbr"}
EMPTY = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


class Page(HTMLParser):
    """A web page as a list of (what it stands in, text). A picture is its text alone."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.path, self.pieces, self.pictures, self.logos, self.tables = [], [], [], [], 0
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "details":  # the table that says the same as the picture before it, whose text it goes on with
            self.tables = len(self.pieces)
        if tag == "img" and attributes.get("alt"):
            self.pictures.append(" ".join(words_of(attributes["alt"])))
            self.logos += self.pictures[-1:] if within(self.path, "header") else []
        if tag == "svg" and attributes.get("aria-label"):
            self.pictures.append(" ".join(words_of(attributes["aria-label"])))
        if tag not in INLINE:
            self.pieces.append((tuple(self.path), " "))
        if tag not in EMPTY:
            self.path.append((tag, attributes.get("class") or ""))

    def handle_endtag(self, tag):
        if tag == "details":
            told = "".join(text for path, text in self.pieces[self.tables :] if not within(path, "summary"))
            self.pictures[-1] += " " + " ".join(words_of(told))
        while any(name == tag for name, _ in self.path) and self.path.pop()[0] != tag:
            pass
        if tag not in INLINE:
            self.pieces.append((tuple(self.path), " "))

    def handle_data(self, data):
        self.pieces.append((tuple(self.path), data))

    def text(self, wanted):
        return "".join(text for path, text in self.pieces if wanted(path))


def within(path, *tags):
    return any(name in tags for name, _ in path)


def without_page_furniture(path):
    """A page's title bar, style, drawings and their tables, link past the header, contents (compared by itself) and footer (as a running
    footer)."""
    return not within(path, "head", "style", "script", "svg", "details", "nav", "footer") and ("a", "skip") not in path


def read_html(file):
    page = Page(file.read_text(encoding="utf-8"))
    contents = words_of(page.text(lambda path: within(path, "nav") and not within(path, "h2")))
    return Read(words_of(page.text(without_page_furniture)), contents, page.pictures, page.logos)


def read_markdown(file):
    html = without_markers(run("pandoc", "-f", "gfm", "-t", "html", "--wrap=none", str(file)))
    html, contents = without_contents(html)
    # A Markdown file says a picture in words: its caption after "Picture:", then its alternative text in a paragraph of its own, then the
    # table that says the same under its caption.
    told = re.compile(r"<p>Picture: (.*?)</p>\s*(<p>.*?</p>(?:\s*<p>[^<]*</p>\s*<table.*?</table>)?)", re.S)
    pictures = [" ".join(words_of(Page(alt).text(lambda _: True))) for _, alt in told.findall(html)]
    page = Page(told.sub(r"<p>\1</p>", html))
    words, listed = page.text(without_page_furniture), Page(contents).text(lambda _: True)
    return Read(words_of(words), words_of(listed), page.pictures + pictures)


def without_contents(html):
    """The heading "Contents" and the list below it; a list ends where its level is closed."""
    found = re.search(r"<h2[^>]*>Contents</h2>\s*(<ul>.*?</ul>)\s*(?=<h2)", html, re.DOTALL)
    return (html.replace(found[0], ""), found[1]) if found else (html, "")


def without_markers(html):
    """Markdown has no caption and no list of terms: it says `Table:` before a caption and puts a colon after a term of the
    opening. And a Markdown file opens with its title, where the others have the institution's name above the title."""
    opening, *rest = re.split(r"(?=<h2)", html)
    opening = re.sub(r"<li>(<p>)?<strong>([^<]*):</strong>", r"<li>\1<strong>\2</strong>", opening)
    opening = re.sub(r"(<h1.*?</h1>)(.*?)(<p>.*?</p>)(?=\s*<ul>|\s*$)", r"\2\3\1", opening, count=1, flags=re.DOTALL)
    return opening + "".join(re.sub(r"<p>Table: ", "<p>", part) for part in rest)


# PDF --------------------------------------------------------------------------------------------------------------------------------


def read_pdf(file):
    """Each line of the listing is a tag, its attribute (with a slash), or words in quotes; two spaces a level."""
    words, contents, path, level_of_text = [], [], [], 0
    lines = iter(run("pdfinfo", "-struct-text", str(file)).splitlines())
    for line in lines:
        stripped = line.lstrip(" ")
        level = (len(line) - len(stripped)) // 2
        if stripped.startswith('"'):
            while not stripped.endswith('"') or len(stripped) == 1:
                stripped += "\n" + next(lines)
            del path[level:]
            target = contents if "TOC" in path else words
            # The mark or number before an item of a list, which the other readers make themselves, but for a letter of our own: (a).
            if "Lbl" not in path:
                target.append(stripped[1:-1])
            elif re.fullmatch(r"\(\w+\)\s*", stripped[1:-1]):
                target.append(f"{stripped[1:-1]} ")
        elif tag := re.match(r"(\w+)( <[^>]*>)?( \".*?\")?( \((?:inline|block)\))?:?$", stripped):
            # A tag between words joins them only if it stands in a line.
            if not tag[4] or "block" in tag[4]:
                words.append("\n"), contents.append("\n")
            del path[level:]
            path += [""] * (level - len(path)) + [tag[1]]
        elif stripped.startswith("/Placement /Block"):
            words.append("\n"), contents.append("\n")
    # The heading of the contents goes with the contents.
    text = re.sub(r"\nContents\n", "\n", "".join(words), count=1) if "".join(contents).strip() else "".join(words)
    return Read(words_of(text), words_of("".join(contents)), pdf_pictures(file))


def pdf_pictures(file):
    found = []

    def walk(node):
        if isinstance(node, pikepdf.Array):
            for child in node:
                walk(child)
        elif isinstance(node, pikepdf.Dictionary):
            if node.get("/S") == "/Figure" and "/Alt" in node:
                found.append(" ".join(words_of(str(node["/Alt"]))))
            walk(node.get("/K"))

    with pikepdf.open(file) as pdf:
        walk(pdf.Root.StructTreeRoot.get("/K"))
    return [text for text in found if text]


# DOCX -------------------------------------------------------------------------------------------------------------------------------


def texts_of_docx(files, work):
    """LibreOffice's text of every file, in one run of it."""
    named, out = work / "docx", work / "txt"
    shutil.rmtree(named, ignore_errors=True), shutil.rmtree(out, ignore_errors=True)
    named.mkdir()
    copies = {file: named / f"{number}.docx" for number, file in enumerate(files)}
    for file, copy in copies.items():
        shutil.copy(file, copy)
    profile = f"-env:UserInstallation={(work / 'libreoffice').as_uri()}"
    run("soffice", profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(out), *map(str, copies.values()))
    return {file: (out / f"{copy.stem}.txt").read_text(encoding="utf-8-sig") for file, copy in copies.items()}


def read_docx(file, text):
    """Entries of the contents have a tab between number and words, or come before the first line that is not one of them."""
    lines = [line.strip().lstrip(BULLETS).strip() if line.strip()[:1] in BULLETS else line for line in text.splitlines()]
    contents = []
    if "Contents" in lines:
        start = lines.index("Contents")
        end = start + 1
        first = " ".join(lines[end].split()) if end < len(lines) else ""
        while end < len(lines) and (end == start + 1 or " ".join(lines[end].split()) != first):
            end += 1
        contents, lines = lines[start + 1 : end], lines[:start] + lines[end:]
    return Read(words_of("\n".join(lines)), words_of("\n".join(contents)), docx_pictures(file))


def docx_pictures(file):
    with zipfile.ZipFile(file) as package:
        document = ElementTree.fromstring(package.read("word/document.xml"))
    found = [element.get("descr", "") for element in document.iter() if element.tag.endswith("}docPr")]
    return [" ".join(words_of(text)) for text in found if text.strip()]


# Comparing --------------------------------------------------------------------------------------------------------------------------


def difference(one, other):
    """Nothing, or the first place where two lists differ, with what stands around it."""
    for at in range(max(len(one), len(other))):
        if one[at : at + 1] != other[at : at + 1]:
            around = slice(max(0, at - 8), at + 9)
            return f"after {at} are the same:\n        {' '.join(one[around])}\n        {' '.join(other[around])}"
    return None


def differences(reads):
    """What differs between the first format and each other one."""
    (first_name, first), *others = reads.items()
    for name, other in others:
        for what in ("words", "contents", "pictures"):
            pair = [getattr(read, what) for read in (first, other)]
            # A table told as running words has commas and stops between its cells.
            if what == "pictures":
                pair = [[word for text in texts for word in bare(text)] for texts in pair]
            if found := difference(*pair):
                yield f"{what} of {first_name} and {name} differ {found}"


def bare(text):
    """The words of a picture's text without the marks that end them."""
    return [word for word in (word.rstrip(".,;:") for word in text.split()) if word]


def with_logo(reads):
    """A Markdown file has no look, and so no logo; it is given the web page's, so that only HTML, PDF and DOCX are held to it."""
    reads["Markdown"].pictures = reads["HTML"].logos + reads["Markdown"].pictures
    for read in reads.values():
        read.pictures = whole_pictures(read.pictures)
    return reads


def whole_pictures(texts):
    """A picture on several sheets says its text on each, with "(1 of 2)" after it; it is one picture."""
    whole = []
    for text in texts:
        text, sheets = re.subn(r" \(\d+ of \d+\)", "", text, count=1)
        # The last sheet says all that the others say, and the table besides.
        if sheets and whole and text.startswith(whole[-1]):
            whole.pop()
        whole.append(text)
    return whole


def read_all(folder, stem, docx_text):
    return with_logo({
        "Markdown": read_markdown(folder / f"{stem}.md"),
        "HTML": read_html(folder / f"{stem}.html"),
        "PDF": read_pdf(folder / f"{stem}.pdf"),
        "DOCX": read_docx(folder / f"{stem}.docx", docx_text),
    })


def mutated(file, copy, change):
    """A copy of a file with its text changed; of a DOCX, the text of its main part."""
    if file.suffix != ".docx":
        copy.write_text(change(file.read_text(encoding="utf-8")), encoding="utf-8")
        return copy
    with zipfile.ZipFile(file) as source, zipfile.ZipFile(copy, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            target.writestr(name, change(data.decode()).encode() if name == "word/document.xml" else data)
    return copy


def judge_itself(folder, stem, text, reads, work):
    """A word dropped, doubled, or changed by a letter, and two words swapped, in each format, must be found out."""
    word = max((word for word in reads["Markdown"].words if word.isalpha() and text.count(word) == 1), key=len)
    changes = {
        "dropped": lambda text: re.sub(rf"\b{word}\b *", "", text),
        "doubled": lambda text: re.sub(rf"\b{word}\b", f"{word} {word}", text),
        "misspelt": lambda text: re.sub(rf"\b{word}\b", word[:-1], text),
    }
    missed = []
    for name, change in changes.items():
        copies = {ending: mutated(folder / f"{stem}.{ending}", work / f"{name}.{ending}", change) for ending in ("md", "html", "docx")}
        mutants = {
            "Markdown": read_markdown(copies["md"]),
            "HTML": read_html(copies["html"]),
            "DOCX": read_docx(copies["docx"], texts_of_docx([copies["docx"]], work)[copies["docx"]]),
        }
        # A PDF's words are packed, so that they are changed as they were read.
        pdf = reads["PDF"]
        mutants["PDF"] = Read(words_of(change(" ".join(pdf.words))), pdf.contents, pdf.pictures)
        mutants["Markdown"].pictures = reads["Markdown"].pictures
        missed += [f"{word} {name} in {kind}" for kind, mutant in mutants.items() if not any(differences(reads | {kind: mutant}))]
    print(f"judged itself: {word} dropped, doubled and misspelt in each format" + (", each found" if not missed else ""))
    return missed


def main(documents, work):
    stems = sorted(file.with_suffix("") for file in documents.rglob("*.md") if file.with_suffix(".pdf").exists())
    texts = texts_of_docx([stem.with_suffix(".docx") for stem in stems], work)
    failed, total = 0, 0
    with ThreadPoolExecutor(2) as pool:  # pdfinfo takes seconds a file
        every = list(pool.map(lambda stem: read_all(stem.parent, stem.name, texts[stem.with_suffix(".docx")]), stems))
    for stem, reads in zip(stems, every):
        total += len(reads["Markdown"].words)
        found = list(differences(reads))
        failed += bool(found)
        for line in found:
            print(f"FAILS {stem.relative_to(documents)}: {line}")
        if len(reads["Markdown"].words) < 500 or len(reads["Markdown"].contents) < 20:
            sys.exit(f"{stem} was not read: {len(reads['Markdown'].words)} words, {len(reads['Markdown'].contents)} of contents")
    if not stems:
        sys.exit(f"no documents in {documents}")
    print(f"{len(stems) - failed} of {len(stems)} documents have the same words in four formats; {total} words")
    if failed:
        sys.exit(1)
    last = stems[-1]
    if missed := judge_itself(last.parent, last.name, texts[last.with_suffix(".docx")], reads, work):
        sys.exit(f"this judge misses: {missed}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
