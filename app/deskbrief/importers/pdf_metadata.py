"""What a PDF says about itself, as far as it can be believed: title, author, date."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import islice

from deskbrief.document.model import OF_THE_FILE, DateEvidence, Metadata
from deskbrief.importers.clean import fit_text
from deskbrief.importers.dates import date_line, find_date
from deskbrief.importers.html_byline import is_name
from deskbrief.importers.html_extract import key_of
from deskbrief.importers.language import guess_language
from deskbrief.importers.pdf_authors import OFFICE, author_on
from deskbrief.importers.pdf_cases import case_name
from deskbrief.importers.pdf_faces import Face
from deskbrief.importers.pdf_forms import registrant, subject_of_notice
from deskbrief.importers.pdf_paragraphs import Paragraph

#: How many paragraphs from the beginning the title and the date may stand.
REACH = 40
#: On so many pages from the first one on it is looked for.
FEW = 6
#: On so many pages at the beginning the title is looked for.
FIRST_PAGES = 2
#: From how many letters on a paragraph is running text.
PROSE = 150

#: In so many paragraphs at the top, and so many lines of each, a line that is a day gives that of the text.
FIRST_PARAGRAPHS, FIRST_LINES = 6, 4
#: The end of a line that leads to the day in the next.
_LEADS_ON = re.compile(
    r"[,;:–—-]$|\b(?:on|of|in|by|from|since|until|to|through|and|before|after|the)$", re.IGNORECASE
)

#: A title in the properties of a file is that of its text when so large a share of its words stand on top.
STANDS = 0.5
#: The fewest lines of a title page, the fewest spaces in its title, and how far off the middle it may be.
FEWEST_ON_COVER, FEWEST_WORDS, NEARLY = 3, 2, 6.0

_JUNK = re.compile(
    r"^(?:microsoft (?:word|office|excel|powerpoint)|untitled|"
    r"document\d{0,3}$|slide \d|powerpoint|layout \d|print|about:)|"
    r"\.(?:docx?|xlsx?|pdf|indd|qxp|tex|dvi|pptx?|html?|rtf|odt|txt)$|^[\w-]{1,40}\.\w{2,4}$|://",
    re.IGNORECASE,
)
#: What many papers of one kind are called, which names none of them.
_KIND = re.compile(
    r"title|form [\w-]{1,8}|(?:proposed |final )?rules?(?: and regulations)?|notices?|presidential documents"
    r"|(?:annual |quarterly |progress |final )?report|memorandum|press release|news release|article|document"
    r"|united states securities and exchange commission",
    re.IGNORECASE,
)
#: A town with its state and postal code.
_PLACE = re.compile(r"(?:[^\W\d][\w.]{1,20},? ){1,3}[A-Z]\.?[A-Z]\.? \d{5}(?:-\d{4})?")
#: The mark of a note at the end of a title.
_NOTED = re.compile(r"[*†‡§]{1,3}$")
#: The body at the head of whose papers its own name stands largest, and to whom they are given out.
_ORGAN = re.compile(
    r"(?:[^\W\d]{2,20} ){1,4}(?:assembly|council|committee|commission|nations|parliament|court|senate|board)"
    r"(?: distr\.? ?: ?\w{1,12})?",
    re.IGNORECASE,
)
_GIVEN_OUT = re.compile(r"Distr(?:\.|ibution) ?: ?\w{1,12}\s{1,3}(?P<day>\d{1,2} [^\W\d]{3,12} \d{4})\b")
_LONG_WORD = re.compile(r"[^\W\d_]{4,}|[\u0590-\U0003ffff]+")
_COUNTED = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,4}\.?\s+\S")
_DATE = re.compile(r"D:(\d{4})(\d{2})(\d{2})")
#: A word: three letters, or fewer of a script that writes words with few.
_WORD = re.compile(r"[^\W\d_]{3}|[\u0590-\U0003ffff]")
#: The name of a field of a form or memorandum, such as "Date:".
_LABEL = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){0,2} ?:")
#: What a memorandum is about, and who wrote it.
_SUBJECT = re.compile(r"(?:Subject|Re|Betreff|Objet|Asunto|Oggetto) ?:\s*(\S.{8,300})", re.IGNORECASE)
#: A name that ends with one of these words goes on.
_OPEN = re.compile(r"\s(?:a|an|and|by|for|from|in|of|on|or|the|to|with)$|[,:–-]$", re.IGNORECASE)
_NUMBERED_SUBJECT = re.compile(r"^[\w .-]{0,40},? Subject:\s+")
_SENDER = re.compile(r"From ?:\s*([^\n\t]{3,100})", re.IGNORECASE)
_DATED = re.compile(r"Date ?:\s", re.IGNORECASE)
#: What programs fill in for an author whom they do not know: "Windows User", "Registered to: ...".
_NOBODY = re.compile(
    r"\b(?:user|customer|administrator)$|\bregistered to\b|^(?:the|document|sample) author|^windows\b",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"://|\bwww\.|@", re.IGNORECASE)


def stated_title(facts: Mapping[str, str]) -> str:
    """Return the title in the properties of the file, unless a program filled it in by itself."""
    title = " ".join(facts.get("Title", "").split())
    return "" if _JUNK.search(title) or len(title) < 4 or not _names_a_text(title) else title[:400]


def _names_a_text(title: str) -> bool:
    """Tell whether `title` holds words, and is no label of a field nor the name of a kind of paper."""
    bare = title.strip()
    named = not _LABEL.fullmatch(bare) and not _KIND.fullmatch(bare) and not _PLACE.fullmatch(bare)
    return named and bool(_WORD.search(bare))


def _stands_on(title: str, page: str) -> bool:
    """Tell whether most words of `title` stand on a `page`."""
    words = set(_LONG_WORD.findall(title.casefold()))
    held = set(_LONG_WORD.findall(page.casefold()))
    return not words or len(words & held) >= STANDS * len(words)


def title_paragraph(
    paragraphs: Sequence[Paragraph], facts: Mapping[str, str], usual: Face
) -> Paragraph | None:
    """Return the title: what the file calls itself, else the largest letters of the first page."""
    first = [p for p in paragraphs[:REACH] if p.table is None and p.lines[0].page < 2]
    key = key_of(stated_title(facts))
    for paragraph in first:
        own = key_of(paragraph.text)
        if key and own and (own == key or (own in key and len(own) > 0.6 * len(key))):
            return paragraph
    if (notice := subject_of_notice(paragraphs)) is not None:
        return notice
    name = key_of(registrant(paragraphs))
    if filed := next((p for p in first if name and key_of(p.text) == name), None):
        return filed
    large = [
        p
        for p in first
        if p.lines[0].page == 0 and p.size > 1.15 * usual.size and 5 < len(p.text) < 300 and " " in p.text
        if _names_a_text(p.text)
    ]
    # Where the largest line is numbered, and others like it are, it is the first of the headings.
    counted = [p for p in paragraphs if _COUNTED.match(p.text) and p.table is None]
    sizes = Counter(p.size for p in counted)
    large = [p for p in large if not (_COUNTED.match(p.text) and sizes[p.size] > 1)]
    large = [p for p in large if not _ORGAN.fullmatch(p.text.strip())] or large
    if large:
        chosen = max(large, key=lambda p: (p.size, -p.lines[0].top))
        return None if _heads_a_section(chosen, paragraphs, usual) else chosen
    alone = next((p for p in first if not _KIND.fullmatch(p.text.strip())), None)
    if alone is not None and _is_on_cover(alone, paragraphs):
        return alone
    bold = alone is not None and alone.bold and not usual.bold and 8 < len(alone.text) < 200
    return alone if bold else next((p for p in first if _SUBJECT.fullmatch(p.text.strip())), None)


def _is_on_cover(first: Paragraph, paragraphs: Sequence[Paragraph]) -> bool:
    """Tell whether `first` opens a title page: short centred lines, with running text on later pages."""
    cover = [p for p in paragraphs[:REACH] if p.lines[0].page == 0]
    short = len(cover) >= FEWEST_ON_COVER and all(len(p.text) < PROSE and p.table is None for p in cover)
    middles = [(p.lines[0].left + p.lines[0].right) / 2 for p in cover]
    centred = short and all(abs(middle - middles[0]) < NEARLY for middle in middles[:FEWEST_ON_COVER])
    words = first.text.count(" ") >= FEWEST_WORDS and not OFFICE.search(first.text)
    return centred and words and any(len(p.text) > PROSE for p in paragraphs[len(cover) :])


def _heads_a_section(chosen: Paragraph, paragraphs: Sequence[Paragraph], usual: Face) -> bool:
    """Tell whether running text stands before `chosen`, and others of its look after it."""
    at = next(number for number, paragraph in enumerate(paragraphs) if paragraph is chosen)
    before = any(
        p.size <= 1.1 * usual.size and p.table is None and len(p.text) > PROSE for p in paragraphs[:at]
    )
    look = (round(chosen.size, 1), chosen.bold)
    return before and any(
        (round(p.size, 1), p.bold) == look and p.table is None for p in paragraphs[at + 1 :]
    )


def metadata_of(
    facts: Mapping[str, str], title: Paragraph | None, paragraphs: Sequence[Paragraph], text: str
) -> Metadata:
    """Return the metadata of a PDF whose title stands in `title`; `text` is the beginning of its text."""
    shown = _NOTED.sub("", " ".join(title.words.split())) if title else ""
    about = _SUBJECT.fullmatch(shown)
    shown = about[1] if about else registrant(paragraphs) or case_name(paragraphs, shown) or shown
    shown = shown or _subject(paragraphs)
    stated = _NUMBERED_SUBJECT.sub("", stated_title(facts))
    first = " ".join(line.text for p in paragraphs for line in p.lines if line.page < FIRST_PAGES)
    if shown and not _stands_on(stated, first):
        stated = ""
    return Metadata(
        title=fit_text(stated if len(stated) > len(shown) or not shown else shown)[:400],
        byline=fit_text(_author(facts, paragraphs, title)),
        published=_date(facts, paragraphs),
        language=guess_language(text),
        format="pdf",
    )


def _subject(paragraphs: Sequence[Paragraph]) -> str:
    """Return what a memorandum is about by the line in its head, which may go on below what cuts it."""
    for number, paragraph in enumerate(paragraphs[:REACH]):
        for line in paragraph.lines:
            about = _SUBJECT.fullmatch(line.text.strip()) if line.page == 0 else None
            if about is None:
                continue
            rest = paragraphs[number + 1].text.strip() if number + 1 < len(paragraphs) else ""
            goes_on = line is paragraph.lines[-1] and _OPEN.search(about[1]) and len(rest) < PROSE
            return " ".join(f"{about[1]} {rest if goes_on else ''}".split())
    return ""


def _author(facts: Mapping[str, str], paragraphs: Sequence[Paragraph], title: Paragraph | None) -> str:
    """Return the author that the file states, without addresses, or for an office the person named."""
    parts = re.split(r"(?<=[,;])\s+", " ".join(facts.get("Author", "").split())[:400])
    author = " ".join(part for part in parts if not _ADDRESS.search(part)).strip(" ,;")
    author = author if " " in author and not _NOBODY.search(author) else ""
    if author and not OFFICE.search(author):
        return author
    return _sender(paragraphs) or author_on(paragraphs, title) or author


def _sender(paragraphs: Sequence[Paragraph]) -> str:
    """Return the person from whom a memorandum comes, by the line "From:" of its first page."""
    heads = (line.text for p in paragraphs[:REACH] for line in p.lines if line.page == 0)
    found = next((sent for head in heads if (sent := _SENDER.match(head.strip()))), None)
    name = found[1].split(",")[0].strip() if found else ""
    return name if " " in name and is_name(name) and not OFFICE.search(name) else ""


def _lone_date(paragraphs: Sequence[Paragraph]) -> DateEvidence | None:
    """Return the one day that stands for itself on the first page, with something else beside it."""
    lines = (line for one in paragraphs for line in one.lines if line.page == 0 and not line.single)
    cells = (cell.text.strip() for line in lines for cell in line.cells)
    dates = {found for cell in cells if (found := find_date(cell)) and found[1] == cell.strip(" .")}
    return DateEvidence(*dates.pop(), "beginning of the text") if len(dates) == 1 else None


def _date_below_title(paragraphs: Sequence[Paragraph]) -> DateEvidence | None:
    """Return the first day that fills a line near the top without space around it.

    One in which a sentence ends is not meant: the line before would lead to it, or be one of running text.
    """
    for one in paragraphs[:FIRST_PARAGRAPHS]:
        before = ""
        for line in one.lines[:FIRST_LINES]:
            words = " ".join(line.text.split())
            found = find_date(words)
            is_led = _LEADS_ON.search(before) or (before and len(one.text) > PROSE)
            if line.page == 0 and found and found[1] == words and not is_led:
                return DateEvidence(*found, "beginning of the text")
            before = words
    return None


def _date(facts: Mapping[str, str], paragraphs: Sequence[Paragraph]) -> DateEvidence | None:
    """Return the day on a short line of the first pages, else the day on which the file was made.

    A memorandum has its day in its head, which may be laid out as a table.
    """
    heads = (line.text.strip() for one in paragraphs[:REACH] for line in one.lines if line.page == 0)
    dated = (day for head in heads if _DATED.match(head) and (day := date_line([head])))
    if sent := next(dated, None):
        return sent
    first = " ".join(line.text for one in paragraphs[:REACH] for line in one.lines if line.page == 0)
    given = _GIVEN_OUT.search(first)
    if given and (told := find_date(given["day"])):
        return DateEvidence(*told, "beginning of the text")
    # Of a scan, specks and lines are read as signs.
    worded = (one for one in paragraphs if _WORD.search(one.text) and one.lines[0].page < FEW)
    near = list(islice(worded, REACH))
    alone = date_line((one.text for one in near if one.table is None), REACH)
    named = alone or _lone_date(near) or _date_below_title(near)
    if named is not None:
        return named
    made = _DATE.match(facts.get("CreationDate", ""))
    found = find_date(f"{made[1]}-{made[2]}-{made[3]}") if made else None
    return DateEvidence(found[0], facts["CreationDate"][:40], OF_THE_FILE) if found else None
