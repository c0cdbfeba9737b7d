"""Headings of a PDF: by its own bookmarks where it has some, else by size, weight and the space around."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise, takewhile

from deskbrief.document.model import BlockKind
from deskbrief.importers.html_extract import key_of
from deskbrief.importers.numbering import roman
from deskbrief.importers.pdf_authors import OFFICE, is_office
from deskbrief.importers.pdf_bookmarks import LONGEST, Bookmark, match_bookmarks
from deskbrief.importers.pdf_entries import match_entries
from deskbrief.importers.pdf_faces import Face
from deskbrief.importers.pdf_heading_lines import NUMBERED, is_row
from deskbrief.importers.pdf_levels import Style, levels_by_looks, style_of, styles_of
from deskbrief.importers.pdf_paragraphs import Paragraph

#: The most lines of a heading.
MOST_LINES = 6
#: The share of the lines of a style with text under them from which on all of them are headings.
SURE = 0.7
#: Letters this many times as large as the text's are those of headings, or plainly so.
LARGER = 1.07
MUCH_LARGER = 1.15
#: Letters smaller than this share of the text's are those of no heading.
SMALLEST = 0.93
#: On so many pages at the beginning parts of the title may come again.
FIRST_PAGES = 4
#: From so many letters on a paragraph is text.
PROSE = 200
#: Addresses of authors have fewer letters, and the line of their names no more words.
ADDRESS, MOST_NAMES = 120, 12
#: Bookmarks tell of a part of a document when they reach over less than this share of its pages.
PARTLY = 0.5
#: Lines that go on with the one above stand closer to it than so many sizes; a style that heads anything is
#: that of more lines.
CLOSE, RARE = 1.3, 2
#: The fewest lines such as "Article 7" that count the parts of a text.
FEWEST_COUNTED = 5
#: The fewest headings that Roman numbers count.
FEWEST_ROMAN = 3
#: The signs that Roman numbers begin with, up to 39.
ROMAN = ("I", "V", "X")
#: The share of the bookmarks that must be found in the text for them to be trusted alone.
TRUSTED = 0.6

_ENDS = (".", ",", ";", "…", "?”")
#: The numbers of points in opinions of courts, whose headings are sentences: "II. The plea was knowing."
_POINT = re.compile(r"[IVX]{1,5}\.|[A-Z]\.")
#: What says how far a paper has come and who may read it, and heads nothing.
_MARKING = re.compile(
    r"(?:discussion|working|preliminary|pre-?decisional|final|initial|first|second|internal)?[ /–-]{0,3}"
    r"draft(?: (?:for|version|copy|document)\b.{0,30})?|(?:strictly |company |business )?confidential"
    r"|for (?:official|internal) use only|not for (?:distribution|publication|citation)|embargoed.{0,60}",
    re.IGNORECASE,
)
_CODE_SIGNS = "_=;{}<>'\\"
_NEVER_FIRST = "“\"'(*[,;:.)"
_COUNTED = re.compile(
    r"(?P<word>article|artikel|artículo|articolo|section|rule|regulation|clause)\s(?P<number>\d{1,3})[.:]?",
    re.IGNORECASE,
)
_FIRST_NUMBER = re.compile(r"^(?:\d{1,2}\.){0,5}\d{1,2}\.?\s+")
#: The marks that lead from the names of authors to their addresses.
_ADDRESSED = re.compile(r"(?<=[^\W\d_])[*†‡§¶]{1,3}(?=[,\s]|$)")
_MARKS_OF_NAMES = "*†‡§¶∗"
_AND = frozenset({"and", "&", "und", "et", "y", "e", "de", "van", "von", "der", "la", "di"})
_AUTHOR = re.compile(rf"[@{_MARKS_OF_NAMES}]")
_LETTERS = re.compile(r"[^\W\d_]")
_ROMAN = {roman(number).upper(): number for number in range(1, 40)}


def mark_headings(
    paragraphs: Sequence[Paragraph],
    usual: Face,
    bookmarks: Sequence[Bookmark],
    title: str,
    entries: Sequence[str] = (),
) -> None:
    """Make headings of those `paragraphs` that are some, with their levels.

    Bookmarks tell which, else the looks of the text and the `entries` of its list of contents.

    Where the first pages repeat the `title` of the document, or parts of it, that is no heading.
    """
    cover = cover_of(paragraphs, usual)
    whole = key_of(title)
    looks = {
        id(p): style_of(p)
        for p in headings_by_looks(paragraphs, usual)
        if p.lines[0].page not in cover and not _repeats(p, whole)
    }
    for paragraph in (*_front_matter(paragraphs, looks, whole), *_authors(paragraphs, whole)):
        looks.pop(id(paragraph), None)
    looks |= labelled(paragraphs) | counted(paragraphs)
    listed = match_entries([p for p in paragraphs if _reads_like_one(p)], entries)
    named, share = match_bookmarks(paragraphs, [p for p in paragraphs if id(p) in looks], bookmarks)
    if share >= TRUSTED and len(named) > 2:
        # What stands on a cover heads nothing, though bookmarks may lead to it.
        covers = {id(p) for p in paragraphs if p.lines[0].page in cover}
        named = {key: level for key, level in named.items() if key not in covers}
        likely = _styles_of_named(paragraphs, named)
        front = _before_all(paragraphs, named)
        found = {k: style for k, style in looks.items() if k in named or style in likely or k in front}
        listed = _beyond_bookmarks(paragraphs, named, listed - covers)
        found |= {id(p): style_of(p) for p in paragraphs if id(p) in listed}
        _set_levels(paragraphs, found, named)
    else:
        for paragraph in paragraphs:
            if id(paragraph) in listed:
                looks.setdefault(id(paragraph), style_of(paragraph))
        _set_levels(paragraphs, looks, {})


def _beyond_bookmarks(
    paragraphs: Sequence[Paragraph], named: Mapping[int, int], listed: Collection[int]
) -> set[int]:
    """Return which of the paragraphs that the list of contents names are headings, though others are `named`.

    Bookmarks may tell of a part of the document alone; where they tell of all of it, they may leave out some
    of those that look like what they name.
    """
    pages = [p.lines[0].page for p in paragraphs if id(p) in named]
    if max(pages) - min(pages) < PARTLY * paragraphs[-1].lines[-1].page:
        return set(listed)
    styles = {style_of(p) for p in paragraphs if id(p) in named}
    return {id(p) for p in paragraphs if id(p) in listed and style_of(p) in styles}


def labelled(paragraphs: Sequence[Paragraph]) -> dict[int, Style]:
    """Return the lines such as "Article 7" that count the parts of a treaty or a law, with their styles.

    Scanned ones look now like this and now like that; that they count tells what they are.
    """
    alone = [(p, found) for p in paragraphs if (found := _COUNTED.fullmatch(p.text.strip()))]
    words = Counter(found["word"].casefold() for _, found in alone)
    word, count = words.most_common(1)[0] if words else ("", 0)
    kept = [(p, int(found["number"])) for p, found in alone if found["word"].casefold() == word]
    steps = sum(two in (one + 1, 1) for (_, one), (_, two) in pairwise(kept))
    if count < FEWEST_COUNTED or steps < SURE * (count - 1):
        return {}
    return {id(p): style_of(p) for p, _ in kept}


def counted(paragraphs: Sequence[Paragraph]) -> dict[int, Style]:
    """Return the lines in capitals that Roman numbers count from I on, as in papers, with their styles."""
    found = [(p, number) for p in paragraphs if (number := _roman_of(p))]
    kept: list[tuple[Paragraph, int]] = []
    for paragraph, number in found:
        if number == (kept[-1][1] if kept else 0) + 1:
            kept.append((paragraph, number))
    return {id(p): style_of(p) for p, _ in kept} if len(kept) >= FEWEST_ROMAN else {}


def _roman_of(paragraph: Paragraph) -> int:
    """Return the Roman number that a short paragraph in capitals begins with, else 0."""
    if len(paragraph.lines) >= MOST_LINES or paragraph.lines[0].text[:1] not in ROMAN:
        return 0
    number, _, words = paragraph.text.strip().partition(". ")
    short = 2 < len(words) <= LONGEST
    fit = short and words.isupper() and not words.endswith(_ENDS) and paragraph.table is None
    return _ROMAN.get(number, 0) if fit else 0


def _before_all(paragraphs: Sequence[Paragraph], named: Mapping[int, int]) -> set[int]:
    """Return the paragraphs on the pages before the first that bookmarks name: of those they say nothing."""
    first = next((p.lines[0].page for p in paragraphs if id(p) in named), 0)
    return {id(p) for p in paragraphs if 0 < p.lines[0].page < first and p.bold}


def _repeats(paragraph: Paragraph, title: str) -> bool:
    """Tell whether `paragraph` says the `title` again, or on the first pages a part of it."""
    own = key_of(paragraph.text)
    return (paragraph.lines[0].page < FIRST_PAGES and own in title) or (bool(own) and own == title)


def _front_matter(paragraphs: Sequence[Paragraph], looks: Mapping[int, Style], title: str) -> list[Paragraph]:
    """Return the large lines between the title and the text, such as names and dates, that head nothing."""
    start = next((at for at, p in enumerate(paragraphs[:40]) if key_of(p.text) == title), None)
    if start is None or paragraphs[start].lines[0].page > 1:
        return []
    # Above a title stand the names of series and offices, unless a text stands there.
    over = [p for p in paragraphs[:start] if p.lines[0].page == paragraphs[start].lines[0].page]
    over = [] if any(len(p.text) >= PROSE or p.table is not None for p in over) else over
    front = []
    for one, two in pairwise(paragraphs[start + 1 : start + 20]):
        if id(one) not in looks or id(two) not in looks:
            break
        front.append(one)
    others = {looks[id(p)] for p in paragraphs if id(p) in looks and not any(p is one for one in front)}
    plain = [p for p in front if looks[id(p)] not in others or is_office(p.text)]
    return [p for p in (*over, *plain) if not NUMBERED.match(p.text)]


def _authors(paragraphs: Sequence[Paragraph], title: str) -> list[Paragraph]:
    """Return the names with marks and addresses between the title and the text of a paper."""
    start = next((at for at, p in enumerate(paragraphs[:40]) if key_of(p.text) == title), None)
    if start is None or paragraphs[start].lines[0].page > 1:
        return []
    after = (p for p in paragraphs[start + 1 : start + 20] if not p.marginal)
    between = list(takewhile(lambda p: len(p.text) < PROSE, after))
    addressed = any(
        "@" in p.text or p.text[:1] in _MARKS_OF_NAMES or OFFICE.search(p.text[:PROSE]) for p in between
    )
    below = {id(one) for one, two in pairwise(between) if _is_address(two) and _may_be_names(one)}
    return [p for p in between if _AUTHOR.search(p.text) or id(p) in below] if addressed else []


def _is_address(paragraph: Paragraph) -> bool:
    short = len(paragraph.text) < ADDRESS and not paragraph.text.rstrip().endswith(_ENDS)
    return short and bool(OFFICE.search(paragraph.text))


def _may_be_names(paragraph: Paragraph) -> bool:
    """Tell whether most words of `paragraph` are as those of names are: so are those of some headings."""
    words = paragraph.text.split()
    return 1 < len(words) <= MOST_NAMES and all(word[:1].isupper() or word in _AND for word in words)


def cover_of(paragraphs: Sequence[Paragraph], usual: Face) -> set[int]:
    """Return the number of the first page when it holds no running text while others do."""
    texts = {p.lines[0].page for p in paragraphs if len(p.text) > PROSE and p.face.size == usual.size}
    first = [p for p in paragraphs if p.lines[0].page == 0]
    items = sum(len(p.text) for p in first if p.kind is BlockKind.LIST_ITEM)
    short = sum(len(p.text) for p in first if len(p.lines) > 2 and p.face.size == usual.size)
    if items > PROSE or short > 2 * PROSE:
        texts.add(0)
    return {0} if len(texts) > 2 and 0 not in texts else set()


def headings_by_looks(paragraphs: Sequence[Paragraph], usual: Face) -> list[Paragraph]:
    """Return the paragraphs that look like headings and have text under them."""
    candidates = [p for p in paragraphs if _may_head(p, usual)]
    likely = {id(p) for p in candidates}
    inside = _within_blocks(paragraphs, usual, likely)
    styles = Counter(style_of(p) for p in candidates)
    candidates = [p for p in candidates if id(p) not in inside or styles[style_of(p)] > RARE]
    frequent = Counter(style_of(p) for p in candidates)
    likely = {id(p) for p in candidates}
    found: list[Paragraph] = []
    for index, paragraph in enumerate(paragraphs):
        if id(paragraph) in likely and _heads(paragraphs, index, likely):
            found.append(paragraph)
    # A style that mostly stands on lines without text under them is that of figures or tables.
    kept = Counter(style_of(p) for p in found)
    sure = {style for style, count in kept.items() if count > 2 and count >= SURE * frequent[style]}
    held = {id(p) for p in found if kept[style_of(p)] >= 0.4 * frequent[style_of(p)]}
    held |= {id(p) for p in candidates if kept[style_of(p)] and _is_plainly_one(p, usual)}
    return [p for p in candidates if id(p) in held or style_of(p) in sure]


def _within_blocks(paragraphs: Sequence[Paragraph], usual: Face, likely: Collection[int]) -> set[int]:
    """Return the lines that go on with the line above them, as those of a signature do, and head nothing."""
    return {
        id(two)
        for one, two in pairwise(paragraphs)
        if id(two) in likely
        and id(one) not in likely
        and two.size < MUCH_LARGER * usual.size
        and len(one.lines) == 1
        and 0 < two.above < CLOSE * usual.size
        and not one.text.rstrip().endswith((*_ENDS, ":", "?", "!", "”"))
    }


def _is_plainly_one(paragraph: Paragraph, usual: Face) -> bool:
    """Tell whether a line is numbered, bold and larger than the text, as nothing but headings is."""
    large = paragraph.size >= MUCH_LARGER * usual.size
    return large and paragraph.bold and not usual.bold and bool(NUMBERED.match(paragraph.text))


def _may_head(paragraph: Paragraph, usual: Face) -> bool:
    if not _reads_like_one(paragraph):
        return False
    face = paragraph.face
    if face.size >= LARGER * usual.size:
        return True
    if face.size < SMALLEST * usual.size:
        return False
    return (paragraph.bold and not usual.bold) or _stands_out(paragraph, usual)


def _reads_like_one(paragraph: Paragraph) -> bool:
    """Tell whether the words of `paragraph` may be those of a heading, whatever they look like."""
    text = paragraph.text.strip()
    if len(paragraph.lines) > MOST_LINES or not 2 < len(text) <= LONGEST or _MARKING.fullmatch(text):
        return False
    if text.endswith(_ENDS) and not (paragraph.bold and _POINT.fullmatch(paragraph.marker)):
        return False
    if len(_ADDRESSED.findall(text)) > 1 or "://" in text or any(map(is_row, paragraph.lines)):
        return False
    if paragraph.kind is BlockKind.LIST_ITEM:
        counted = paragraph.marker[:1].isalnum() or paragraph.marker[:1] == "("
        return counted and bool(_LETTERS.search(text[len(paragraph.marker) :]))
    text = _FIRST_NUMBER.sub("", text) or text
    letters = len(_LETTERS.findall(text))
    begins = not text[0].islower() and text[0] not in _NEVER_FIRST
    return paragraph.kind is BlockKind.PARAGRAPH and begins and letters >= max(2, 0.4 * len(text))


def _stands_out(paragraph: Paragraph, usual: Face) -> bool:
    """Tell whether a line no larger or bolder than the text stands apart, in capitals or italics."""
    text = paragraph.text
    if len(text) > 100 or len(paragraph.lines) > 2 or text.endswith(":"):
        return False
    if any(sign in _CODE_SIGNS for sign in text):
        return False
    italic = paragraph.italic and not usual.italic and len(text) < 80 and ":" not in text
    larger = paragraph.size > usual.size + 0.4 and len(paragraph.lines) == 1
    return paragraph.above > 1.4 * usual.size and (style_of(paragraph).capitals or italic or larger)


def _heads(paragraphs: Sequence[Paragraph], index: int, likely: set[int]) -> bool:
    """Tell whether text follows the paragraph at `index`, or a heading that text follows."""
    around = (*paragraphs[max(index - 1, 0) : index], *paragraphs[index + 1 : index + 2])
    if paragraphs[index].kind is BlockKind.LIST_ITEM and _is_among_items(paragraphs[index], around):
        return False
    if paragraphs[index].marginal:
        return True
    for paragraph in paragraphs[index + 1 : index + 6]:
        if id(paragraph) in likely or _is_beside(paragraphs[index], paragraph):
            continue
        if paragraph.kind is not BlockKind.PARAGRAPH or _is_text(paragraph.text):
            return True
        if not is_row(paragraph.lines[0]):
            return False
    return False


def _is_text(text: str) -> bool:
    """Tell whether a paragraph is long enough for running text, a sentence, or an address."""
    return (
        len(text) > 50
        or "://" in text
        or (text.rstrip().endswith((".", ":", "?", "!")) and text.count(" ") > 2)
    )


def _is_beside(heading: Paragraph, other: Paragraph) -> bool:
    """Tell whether `other` stands right of all that a heading stands over, as the text of a box does."""
    same = heading.lines[0].page == other.lines[0].page
    return same and len(other.lines) < 3 and other.lines[0].left > max(line.right for line in heading.lines)


def _is_among_items(paragraph: Paragraph, around: Sequence[Paragraph]) -> bool:
    """Tell whether others with a number, set as `paragraph` is, stand next to it."""
    items = (p for p in around if p.kind is BlockKind.LIST_ITEM and p.marker.strip("(")[:1].isalnum())
    return any(item.bold == paragraph.bold for item in items)


def _styles_of_named(paragraphs: Sequence[Paragraph], named: dict[int, int]) -> set[Style]:
    """Return the styles of which most paragraphs are named by bookmarks."""
    all_of: Counter[Style] = Counter()
    held: Counter[Style] = Counter()
    for paragraph in paragraphs:
        if paragraph.table is None and len(paragraph.text) < LONGEST:
            all_of[style_of(paragraph)] += 1
            held[style_of(paragraph)] += id(paragraph) in named
    return {style for style, count in held.items() if count > 1 and count >= 0.6 * all_of[style]}


def _levels_of_styles(paragraphs: Sequence[Paragraph], named: dict[int, int]) -> dict[Style, int]:
    """Return the level that bookmarks mostly give to each style."""
    counts: dict[Style, Counter[int]] = {}
    for paragraph in paragraphs:
        if id(paragraph) in named:
            counts.setdefault(style_of(paragraph), Counter())[named[id(paragraph)]] += 1
    return {style: levels.most_common(1)[0][0] for style, levels in counts.items()}


def _evened(heads: Sequence[Paragraph], styles: Sequence[Style]) -> list[Style]:
    """Return `styles` with that of most lines such as "Article 7", or "IV. RESULTS", for all of them."""
    evened = list(styles)
    romans = counted(heads)
    articles = [at for at, head in enumerate(heads) if _COUNTED.fullmatch(head.text.strip())]
    for group in (articles, [at for at, head in enumerate(heads) if id(head) in romans]):
        usual = Counter(styles[at] for at in group).most_common(1)
        for at in group if len(group) >= (FEWEST_COUNTED if group is articles else FEWEST_ROMAN) else ():
            evened[at] = usual[0][0]
    return evened


def _set_levels(paragraphs: Sequence[Paragraph], found: dict[int, Style], named: dict[int, int]) -> None:
    heads = [p for p in paragraphs if id(p) in found or id(p) in named]
    known = _levels_of_styles(heads, named)
    levels = levels_by_looks([p.text for p in heads], _evened(heads, styles_of(heads, paragraphs)))
    above = 0
    for paragraph, looked in zip(heads, levels, strict=True):
        told = named.get(id(paragraph)) or known.get(style_of(paragraph))
        paragraph.kind = BlockKind.HEADING
        paragraph.level = told or (min(looked, above + 1) if named else looked)
        above = paragraph.level
    outermost = min((paragraph.level for paragraph in heads), default=1)
    for paragraph in heads:
        paragraph.level -= outermost - 1
