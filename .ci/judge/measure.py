"""How long documents are, how full their pages, and how much of their words other schools publish too.

In: a folder with one folder for each school, as `build` writes it. Out: a table, one row for each document.
Not here: whether a document is right; that is for the judges.
"""

import pathlib
import re
import sys

import pymupdf

HALF = 0.5
THIRD = 1 / 3


def fill_of(page):
    """How far down its page the text reaches, as a share of the space between header and footer."""
    height = page.rect.height
    top, bottom = height * 0.09, height * 0.92
    ends = [block[3] for block in page.get_text("blocks") if top < block[3] <= bottom + 4]
    ends += [item["rect"].y1 for item in page.get_drawings() if top < item["rect"].y1 <= bottom]
    return (max(ends, default=top) - top) / (bottom - top)


def sentences_of(markdown):
    """The sentences, items and cells of a document of eight words or more, without numbers, marks and the school's name."""
    parts = re.split(r"[.!?:]\s|\n|\|", re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", markdown))
    words = (re.findall(r"[a-z’']+", part.lower()) for part in parts)
    return [" ".join(part) for part in words if len(part) >= 8]


def school_of(path):
    """Whose document it is: in a trust's folder a statement carries its school's name before its own."""
    school, dash, _ = path.stem.rpartition("-provider-access-policy")
    return school if dash else path.parent.name


def main(folder):
    documents = sorted(path for path in pathlib.Path(folder).glob("*/*.pdf") if ".review." not in path.name)
    if not documents:
        sys.exit(f"no documents to measure in {folder}")
    sentences = {path: sentences_of(path.with_suffix(".md").read_text(encoding="utf-8")) for path in documents}
    schools = {}
    for path, found in sentences.items():
        for sentence in set(found):
            schools.setdefault(sentence, set()).add(school_of(path))
    print(f"{'document':<62}{'pages':>6}{'< half':>7}{'< third':>8}{'words':>7}{'in 3 or more others':>20}")
    totals = [0, 0, 0, 0]
    for path in documents:
        opened = pymupdf.open(path)
        pages = [fill_of(page) for page in opened]
        low = sum(fill < HALF for fill in pages)
        # The last page ends where the words end.
        scant = sum(fill < THIRD for fill in pages[:-1])
        words = sum(len(page.get_text("words")) for page in opened)
        found = sentences[path]
        shared = sum(len(s.split()) for s in found if len(schools[s] - {school_of(path)}) >= 3)
        share = shared / max(1, sum(len(s.split()) for s in found))
        print(f"{path.parent.name + '/' + path.stem:<62}{len(pages):>6}{low:>7}{scant:>8}{words:>7}{share:>19.0%}")
        totals = [a + b for a, b in zip(totals, [len(pages), low, scant, words])]
    print(f"{'all':<62}{totals[0]:>6}{totals[1]:>7}{totals[2]:>8}{totals[3]:>7}")


if __name__ == "__main__":
    main(sys.argv[1])
