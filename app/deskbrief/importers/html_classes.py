"""Paragraphs whose class says what they are: they become the elements that say the same.

Word processors write headings as `<p class="Heading1">`. The Publications Office of the European Union writes
laws as paragraphs with the classes of its print: "oj-doc-ti" or "title-doc-first" is the title of an act,
"oj-ti-section-1" that of a chapter, "oj-ti-art" over "oj-sti-art" that of an article. Points of laws stand
in tables, or in boxes with the class "grid-list": a point's sign in one cell, its words in the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from lxml.html import HtmlElement, fromstring

from deskbrief.importers.html_inline import to_first_letter
from deskbrief.importers.html_tables import rows_of

#: Headings as word processors name them, in the languages of their users.
_WORD = re.compile(
    r"(?:mso)?(?:heading|titre|berschrift|überschrift|titolo|título|titulo|kop|rubrik|nagłówek)[ _-]?([1-6])",
    re.IGNORECASE,
)
_TITLES = frozenset({"msotitle", "titreobjet", "doc-ti", "title-doc-first"})
#: Titles of parts of an act, and those right below them which say what the part is about.
_PARTS = frozenset(
    {"ti-section-1", "title-division-1", "ti-grseq-1", "title-gr-seq-level-1", "title-annex-1"}
)
_ARTICLES = frozenset({"ti-art", "title-article-norm"})
_BELOW = frozenset({"ti-section-2", "title-division-2", "sti-art", "stitle-article-norm", "title-annex-2"})
_HEADS = _TITLES | _PARTS | _ARTICLES | _BELOW
#: Parts of an act from the outermost to the innermost; those that a document has follow one another.
_ORDER = ("part", "title", "chapter", "section", "subsection")
_SAID = re.compile(
    rf"class\s{{0,4}}=\s{{0,4}}[\"']?[^\"'>]{{0,60}}(?:{_WORD.pattern}|msotitle|titreobjet|doc-ti|ti-art|"
    r"title-article-norm|title-doc-first|grid-list|oj-normal)"
)
#: The sign of a point: "(1)", "(a)", "iv)", "12.", "—", "•".
_SIGN = re.compile(r"\(?(?:\d{1,3}[a-z]?|[a-z]{1,2}|[ivxlc]{1,6}|[IVXLC]{1,6}|[A-Z])[).]{1,2}|[—–•·-]")
#: The longest title of a part, in letters, and the deepest level of a heading and of a point.
LONGEST, DEEPEST, DEEPEST_POINT = 300, 6, 8
#: What begins so has a sign of its own or takes none; so many elements may stand around a first letter.
_APART = frozenset("table ul ol dl li blockquote pre h1 h2 h3 h4 h5 h6".split())  # noqa: SIM905
DEEPEST_LETTER = 30
#: So many paragraphs of a table tell whether it is a running head.
MOST_HEAD = 6


def name_by_classes(root: HtmlElement, written: str) -> None:
    """Give the paragraphs under `root` whose class says that they are headings the names of headings.

    Points that stand in cells of their own become items. `written` is the page as it stands in its file, in
    small letters.
    """
    if not _SAID.search(written):
        return
    _make_points(root)
    for paragraph in list(root.iter("p")):
        found = next((match for name in _classes(paragraph) if (match := _WORD.fullmatch(name))), None)
        if found and len(_text(paragraph)) <= LONGEST:
            paragraph.tag = f"h{found[1]}"
    _name_acts(root)


def _classes(element: HtmlElement) -> list[str]:
    return str(element.get("class", ""))[:LONGEST].split()


def _bare(element: HtmlElement) -> set[str]:
    """Return the classes of `element` in small letters, without the name of the publication."""
    return {name.lower().removeprefix("oj-") for name in _classes(element)}


def _text(element: HtmlElement) -> str:
    return " ".join("".join(element.itertext()).split())


def _name_acts(root: HtmlElement) -> None:
    """Make headings of the titles of an act, its parts and its articles, and a header of its running head."""
    for table in root.iter("table"):
        if any("hd-ti" in _bare(element) for element in islice(table.iter("p"), MOST_HEAD)):
            table.tag = "header"
    heads = [paragraph for paragraph in root.iter("p") if _is_head(paragraph)]
    ranks = [_rank(element) for element in heads if _bare(element) & _PARTS]
    order = [name for name in _ORDER if name in ranks]
    at, titled = 0, False
    while at < len(heads):
        head, names = heads[at], _bare(heads[at])
        below = list(_going_on(heads, at))
        at += 1 + len(below)
        if names & _TITLES:
            level, titled = 2 if titled else 1, True
        elif names & _PARTS:
            level = 2 + order.index(_rank(head)) if _rank(head) in order else 2
        elif names & _ARTICLES:
            level = 2 + len(order)
        else:
            continue
        for other in below:
            _append(head, other)
        head.tag = f"h{min(level, DEEPEST)}"


def _is_head(paragraph: HtmlElement) -> bool:
    if _HEADS.isdisjoint(_bare(paragraph)):
        return False
    text = _text(paragraph)
    # "(Text with EEA relevance)" stands among the lines of a title.
    return 0 < len(text) <= LONGEST and text[0] != "("


def _rank(element: HtmlElement) -> str:
    return _text(element).partition(" ")[0].lower()


def _going_on(heads: Sequence[HtmlElement], at: int) -> Iterator[HtmlElement]:
    """Yield the paragraphs right after a title that go on with it."""
    before = heads[at]
    wanted = _TITLES if _bare(before) & _TITLES else _BELOW
    for index in range(at + 1, len(heads)):
        other = heads[index]
        if not _bare(other) & wanted or not _follows(before, other):
            return
        yield other
        before = other


def _follows(before: HtmlElement, after: HtmlElement) -> bool:
    """Tell whether no text stands between two paragraphs; the second can be in a box of its own."""
    following = before
    while following is not None and (following is before or not _text(following)):
        if following is after:
            return True
        if (following.tail or "").strip():
            return False
        following = following.getnext()
    return following is not None and (following is after or next(following.iter("p"), None) is after)


def _append(head: HtmlElement, other: HtmlElement) -> None:
    """Put the words of `other` behind those of `head`, on a line of their own."""
    line = head.makeelement("br")
    line.tail = other.text
    head.append(line)
    head.extend(list(other))
    other.text = None


def _make_points(root: HtmlElement) -> None:
    """Make items of the points that stand in two cells, their sign in the first."""
    for table in list(root.iter("table")):
        rows = list(rows_of(table))
        if rows and all(len(row) == 2 and _is_sign(row[0]) and _takes_sign(row[1]) for row in rows):
            table.tag = "div"
            for row in rows:
                row.tag = row.getparent().tag = "div"
                _make_point(row[0], row[1])
    for box in list(root.iter("div")):
        if "grid-list" in _classes(box) and len(box) == 2 and _is_sign(box[0]) and _takes_sign(box[1]):
            _make_point(box[0], box[1])


def _is_sign(cell: HtmlElement) -> bool:
    return _SIGN.fullmatch("".join(islice(cell.itertext(), 20)).strip()[:12]) is not None


def _takes_sign(words: HtmlElement) -> bool:
    """Tell whether the words of a cell are those of a point, which begin in no list, heading or table."""
    around = (node.tag for node in islice(to_first_letter(words), 1, DEEPEST_LETTER))
    return not _APART.intersection(around) and any(map(str.isalpha, "".join(words.itertext())))


def _first_block(words: HtmlElement) -> HtmlElement:
    """Return the innermost paragraph or box that holds the first letter of `words`."""
    blocks = [node for node in islice(to_first_letter(words), DEEPEST_LETTER) if node.tag in ("p", "div")]
    return blocks[-1] if blocks else words


def _make_point(cell: HtmlElement, words: HtmlElement) -> None:
    """Put the sign in `cell` before `words`, as word processors write the sign of an item."""
    depth = sum(1 for around in words.iterancestors("div") if around.get("data-point"))
    words.tag = "div"
    words.set("data-point", "1")
    first = _first_block(words)
    first.set("style", f"mso-list:l0 level{min(depth, DEEPEST_POINT) + 1} ")
    sign = fromstring("<span style='mso-list:Ignore'></span>")
    sign.text, sign.tail, first.text = _text(cell), first.text, None
    first.insert(0, sign)
    cell.drop_tree()
