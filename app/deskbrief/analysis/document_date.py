"""The day a document was written: stated by the reader or the file, else found in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from deskbrief.analysis.times.diary import entries_in
from deskbrief.analysis.times.moment import Moment
from deskbrief.analysis.times.told import Time, Times
from deskbrief.document.model import Block, BlockKind, DateEvidence, Document
from deskbrief.document.periods import UNTIL
from deskbrief.document.spans import Span

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_MONTH = re.compile(r"(\d{4})-(\d\d)")
_YEAR = re.compile(r"(\d{4})")
_PUBLISHED = re.compile(
    r"\b(?:published|updated|posted|issued|dated|released|date)\b\W{0,3}(?:on\s)?\W{0,3}$", re.IGNORECASE
)
LINE, _DATELINE, _TITLE = "a line that says when it was published", "dateline", "the title"
#: The source of a date that the reader has set.
SET = "set by you"
_ALONE = "a line of its own at the top"
#: Days of later years at the top that say that the first one is not that of the text.
_LATER = 2
#: Code points before the word that says so; what is said of the text itself may stand further on.
_FEW, _REACH = 24, 80
_OF_THIS = re.compile(r"\bthis (?:\w{1,20} ){1,3}(?:was |is |were |has been )?(?:\w{1,12} )?$", re.IGNORECASE)
#: What is called after its day: minutes and the like, and judgments with their number.
_OF_A_DAY = re.compile(
    r"\b(?:meetings?|minutes|agenda|newsletter|bulletin|digest|briefing|hansard|transcript|hearing|sitting|"
    r"situation report|sitrep|weekly|daily)\b|\[\d{4}\] [A-Z]{2,8}\b",
    re.IGNORECASE,
)
#: What the number of a report in a line at the top looks like: "Report No. 2021-17 — September 2021".
_NUMBERED = re.compile(
    r"\b(?:report|paper|bulletin|brief|issue|volume|vol\.|no\.|number)\W{1,3}\w", re.IGNORECASE
)
#: How the clause that closes an act or a statement leads to its day: "Done at Velden on 3 March 2024."
_DONE_AT = re.compile(r"(?:Done|Given|Signed|Adopted) (?:at|in) [^.;:]{2,40}?(?: on| this)?", re.IGNORECASE)
#: How a line says for whom, or by whom, the text was made: "Prepared for the committee on 4 October 2023".
_MADE = re.compile(
    r"(?:(?:first|last|originally|document|report)\s){0,2}(?:prepared|compiled|drafted|written|submitted|presented|"
    r"issued|published|released|revised|reviewed|updated|modified|finali[sz]ed)"
    r"(?:,? (?:by|for|to|at|in) [^.;:\d]{2,80}?)?,?(?: on| in| as of|:)?",
    re.IGNORECASE,
)
#: How a line below the title of a resolution or statute says who adopted it, before the day that ends it.
_ADOPTED = re.compile(
    r"\(?(?:unanimously )?(?:adopted|agreed|endorsed|enacted|passed)(?: unanimously)?"
    r"(?:,? (?:by|at|in|without) [^.;:]{2,100}?)?,?(?: on)?(?: [a-z]{6,9},?)?",
    re.IGNORECASE,
)
#: Code points behind the day of a dateline in which the name of the agency may stand before the dash.
_AGENCY = 40
#: Blocks at the top, and at the end, of a document in which a line may say when it was published.
_TOP, _TAIL = 8, 4
#: So many days of so many years after the day that the file states say that the text is younger.
_DAYS, _YEARS = 3, 1
#: A period of more years is that of a life or a reign, and of no report.
_LIFE = 10
#: What makes a date that of a period or an event, not of the writing.
_OTHER_DATE = re.compile(
    r"\b(?:ended|ending|until|since|born|between|from|effective|expires|due)\b", re.IGNORECASE
)
#: How minutes open, and a line below that which says when the meeting was.
_MINUTES_OF = re.compile(
    r"(?:\w{3,12}\s){0,2}minutes\b(?! (?:later|ago|before|after|past|to)\b)", re.IGNORECASE
)
_HELD_FIRST = re.compile(r"(?:[\w’'-]{1,20}\s){0,6}(?:held|convened|took place|met)\s", re.IGNORECASE)
_HELD, _HELD_FAR = re.compile(r"\b(?:held|convened|took place|met|meeting|sitting)\b", re.IGNORECASE), 160
#: What is done with the minutes of the meeting before.
_PASSED = re.compile(
    r"\b(?:approved|confirmed|agreed|signed|adopted|accepted|read|taken as)\b", re.IGNORECASE
)
_MEETING = "the meeting that it is the minutes of"
#: Signs of an EDTF day.
_OF_DAY = 10
#: Code points of a line that holds little more than a date.
_SHORT = 90


def moment_of(edtf: str) -> Moment | None:
    """Return the moment of a plain EDTF day, month or year, or of an interval's end; else none."""
    plain = edtf.rpartition("/")[2].rstrip("?~%").partition("T")[0]
    if match := _DAY.fullmatch(plain):
        return Moment("day", int(match[1]), int(match[2]), int(match[3]))
    if match := _MONTH.fullmatch(plain):
        return Moment("month", int(match[1]), int(match[2])) if 1 <= int(match[2]) <= 12 else None
    if match := _YEAR.fullmatch(plain):
        return Moment("year", int(match[1]))
    return None


def document_date(document: Document, published: str, times: Times) -> DateEvidence | None:
    """Return the day of writing with its evidence, none when nothing says it.

    `published` is what the reader has set; `times` are the times of the text with those that say their
    year already worked out.
    """
    if published:
        return DateEvidence(published, published, SET)
    stated = document.metadata.published
    if stated is None or not stated.edtf or _is_outlived(stated.edtf, times):
        return _in_text(document, times) or _end_of_period(document, times)
    return (_before_the_file(document, times, stated) if stated.is_guess else None) or stated


def _before_the_file(document: Document, times: Times, stated: DateEvidence) -> DateEvidence | None:
    """Return the day that the text gives itself, where it is not after the one on which the file was made.

    The file may have been made, or scanned, long after what is in it was written.
    """
    found = _in_text(document, times)
    return found if found is not None and len(found.edtf) == _OF_DAY and found.edtf <= stated.edtf else None


def _end_of_period(document: Document, times: Times) -> DateEvidence | None:
    """Return the last day of the period that a line at the top names: the text is not older than that."""
    entries = entries_in(document, times)
    for block in document.blocks[:_TOP]:
        if block.kind is BlockKind.TABLE or block.start in entries:
            continue
        for first, last in pairwise(times.within(block.span)):
            moment = last.worked.moment
            opened = document.text[block.start : first.start].rpartition("(")[2]
            aside = len(block.span) > _SHORT and len(opened) < first.start - block.start and ")" not in opened
            begun = first.worked.moment
            aside = aside or (begun is not None and moment is not None and moment.year > begun.year + _LIFE)
            if (
                not aside  # "the war (7-10 May 2025)"
                and _joins(document.text, first, last)
                and moment
                and moment.grain == "day"
                and last.mention.recipe.year
                and not _is_of_the_past(moment, times)
            ):
                wording = document.text[last.start : last.end]
                return DateEvidence(moment.but(clock="").edtf(), wording, "the end of the period at the top")
    return None


def _is_of_the_past(last: Moment, times: Times) -> bool:
    """Tell whether the text names several years well after a period: one of many that it tells of."""
    moments = (time.worked.moment for time in times.all if time.mention.recipe.year)
    return len({one.year for one in moments if one and one.year > last.year + _YEARS}) >= _DAYS


def _joins(text: str, first: Time, last: Time) -> bool:
    """Tell whether two dates are the ends of a period."""
    return UNTIL.fullmatch(text, first.end, last.start) is not None


def _is_outlived(edtf: str, times: Times) -> bool:
    """Tell whether the text knows of days long after: a page that has been edited since it was first made."""
    first = moment_of(edtf)
    if first is None:
        return False
    moments = (time.worked.moment for time in times.all if time.mention.recipe.year)
    later = {one for one in moments if one and one.grain == "day" and one.year > first.year + _YEARS}
    return len(later) >= _DAYS


def _in_text(document: Document, times: Times) -> DateEvidence | None:
    """Find a byline, a dateline or a line such as "Published 5 March 2024", at the top before the end.

    A day is better evidence than a month: "March 2024" counts only where no day is found.
    """
    found = [*_evidence(document, times, document.blocks[:_TOP], grain="day")]
    found += _evidence(document, times, document.blocks[_TOP:][-_TAIL:], grain="day", only=LINE)
    found += _evidence(document, times, document.blocks[:_TOP], grain="month")
    found += _of_meeting(document, times) if not found else ()
    if found and found[0].source == _ALONE and _is_amended(document, times, found[0].edtf):
        return None
    return found[0] if found else None


def _of_meeting(document: Document, times: Times) -> Iterator[DateEvidence]:
    """Yield the day on which the meeting was held whose minutes the text is, as its opening tells."""
    text, called = document.text, False
    for block in document.blocks[:_TOP]:
        opens = _MINUTES_OF.match(text, block.start, block.end)
        if opens or (called and _HELD_FIRST.match(text, block.start, block.end)):
            for time in times.within(block.span):
                moment = time.worked.moment
                dated = moment is not None and moment.grain == "day" and time.mention.recipe.year
                rest = Span(time.end, block.end).of(text)
                held = _HELD.search(text, max(block.start, time.start - _HELD_FAR), time.start)
                if moment and dated and held and not _PASSED.search(rest):
                    yield DateEvidence(moment.but(clock="").edtf(), text[time.start : time.end], _MEETING)
        called = called or opens is not None


def _is_amended(document: Document, times: Times, edtf: str) -> bool:
    """Tell whether days of later years stand below the first one: a law and its amendments."""
    days = (next(iter(times.within(block.span)), None) for block in document.blocks[:_TOP])
    moments = [one.worked.moment for one in days if one is not None and one.mention.recipe.year]
    later = [one for one in moments if one and one.grain == "day" and one.year > int(edtf[:4])]
    return len(later) >= _LATER


def _evidence(
    document: Document, times: Times, blocks: Sequence[Block], *, grain: str, only: str = ""
) -> Iterator[DateEvidence]:
    """Yield the days or months of `blocks` that say when the text was written."""
    text = document.text
    passed = BlockKind.HEADING if _is_diary(document, times) else None
    entries = entries_in(document, times)
    for block in blocks:
        if block.start in entries or block.kind is passed:
            continue
        inside = times.within(block.span)
        ends = {one for pair in pairwise(inside) if _joins(document.text, *pair) for one in pair}
        for time in inside:
            moment, recipe = time.worked.moment, time.mention.recipe
            said = recipe.within or recipe  # "Sat, 23 Mar 2024 09:12:00" is a clock time of its day
            if moment is None or moment.grain != grain or not said.year or recipe.mod or time in ends:
                continue
            source = _place(text, block.kind, block.span, Span(time.start, time.end))
            numbered = _NUMBERED.search(text, block.start, time.start) is not None
            length = len(text[time.start : time.end])
            if grain == "month" and not _says_month(block, length, source, numbered=numbered):
                continue
            if source and (not only or source == only):
                yield DateEvidence(moment.but(clock="").edtf(), text[time.start : time.end], source)


def _is_diary(document: Document, times: Times) -> bool:
    """Tell whether headings name several days, as in minutes and diaries: none of them is that of writing."""
    headings = (block.span for block in document.blocks if block.kind is BlockKind.HEADING)
    moments = (time.worked.moment for span in headings for time in times.within(span)[:1])
    days = {one.as_date for one in moments if one is not None and one.grain == "day" and one.as_date}
    return len(days) > 1


def _says_month(block: Block, length: int, source: str, *, numbered: bool) -> bool:
    """Tell whether a month is all that a line says, or what it says of its publication or its number."""
    alone = len(block.span) - length <= 20 and block.kind not in {BlockKind.TITLE, BlockKind.HEADING}
    return source in {LINE, "byline"} or ((alone or numbered) and source not in {"", _DATELINE})


def _place(text: str, kind: BlockKind, block: Span, time: Span) -> str:
    if kind is BlockKind.BYLINE:
        return "byline"
    if kind is BlockKind.TITLE and _is_titled(text, block, time):
        return _TITLE
    if _is_said(text, block, time):
        return LINE
    before = text[block.start : time.start].strip(" ,.—–-")
    ends = not text[time.end : block.end].strip(" ).*_")
    adopted = kind is BlockKind.PARAGRAPH and ends and _ADOPTED.fullmatch(before) is not None
    named = kind is BlockKind.HEADING and before.endswith("(")  # "The attack (22 April 2025)"
    if adopted or (
        not named
        and len(block) <= _SHORT
        and kind is not BlockKind.LIST_ITEM
        and not (
            kind in {BlockKind.TITLE, BlockKind.HEADING}
            and before.endswith((" of", " on", " in"))
            and before.lower() != "as of"
        )
        and len(before) < 40
        and _is_line(text, block, time)
    ):
        return _ALONE
    rest = text[time.end : min(time.end + _AGENCY, block.end)]
    if (
        len(before) < 45
        and before[:1].isupper()
        and not any(sign.isdigit() for sign in before)
        and re.match(r"\s?(?:\([A-Z][^)]{0,30}\)\s?)?[—–-]{1,2}\s", rest)
    ):
        return _DATELINE
    return ""


def _is_said(text: str, block: Span, time: Span) -> bool:
    """Tell whether the words before a date say that the text was published, or done, on it."""
    said = _PUBLISHED.search(text, max(block.start, time.start - 30), time.start)
    if said and (
        said.start() - block.start <= _FEW
        or _OF_THIS.search(text, max(block.start, said.start() - _REACH), said.start())
    ):
        return True
    if _MADE.fullmatch(text[block.start : time.start].rstrip(" ,")):
        return True
    closes = block.end - time.end <= 1 and time.start - block.start <= _REACH
    return closes and _DONE_AT.fullmatch(text[block.start : time.start].strip(" ,")) is not None


_CLOCK = re.compile(r"^[,\s]{0,3}\d{1,2}[.:]\d\d(?:\s?[ap]\.?m\.?)?")


def _is_titled(text: str, block: Span, time: Span) -> bool:
    """Tell whether a title ends with its own day: "Meeting 2024-03-05", "[2013] UKUT 22 (3 May 2013)"."""
    ends = block.end - time.end <= _FEW and not text[time.end : block.end].strip(" ).")
    return ends and len(block) <= 4 * _SHORT and _OF_A_DAY.search(text, block.start, time.start) is not None


def _is_line(text: str, block: Span, time: Span) -> bool:
    """Tell whether the block is little more than the date."""
    rest = text[block.start : time.start] + _CLOCK.sub("", text[time.end : block.end])
    return (
        len(rest.strip()) <= 40
        and not _OTHER_DATE.search(rest)
        and not rest.rstrip().endswith((".", ":", "?"))
    )
