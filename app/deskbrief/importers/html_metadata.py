"""What a page says about itself: title, author, publisher, date with its evidence, language, address."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from html import unescape

from deskbrief.document.model import BlockKind, DateEvidence, Metadata
from deskbrief.importers.clean import fit_text
from deskbrief.importers.dates import find_date
from deskbrief.importers.html_authors import author_of
from deskbrief.importers.html_draft import Draft
from deskbrief.importers.html_extract import Extract
from deskbrief.importers.html_facts import Facts
from deskbrief.importers.language import guess_language

#: How many blocks are read to guess the language.
LOOK = 60
#: How many blocks from the title its date may stand, and the most letters of a block that states it; longer
#: ones tell of days.
NEAR, SHORT = 4, 120
#: A block of more words that ends with a full stop is a sentence.
FEW = 6

_DATES = (
    "article:published_time",
    "og:published_time",
    "og:article:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "citation_publication_date",
    "dc.date.issued",
    "dcterms.created",
    "dc.date.created",
    "dc.date",
    "dcterms.date",
    "date",
    "pubdate",
    "publishdate",
    "publish_date",
    "publication_date",
    "cxenseparse:recs:publishtime",
    "bt:pubdate",
)

#: References to signs as names of pages and people have them.
_REFERENCE = re.compile(
    r"&(?:#\d{2,6}|#x[\da-f]{2,5}|amp|quot|apos|nbsp|[lr][sd]quo|[nm]dash|hellip|[aeiou](?:acute|grave|circ|uml));",
    re.IGNORECASE,
)
#: An hour of Greenwich, and a day in the address of a page.
NOON = 12
_GREENWICH = re.compile(r"T(\d\d):[\d:.]{2,12}(?:Z|[+-]00:?00)?$")
_ADDRESSED = re.compile(r"/((?:19|20)\d\d)/(\d\d)/(\d\d)(?=/)")

#: What is always the day of publication, where a page says it.
SURE = frozenset({*(f"meta {name}" for name in _DATES[:4]), "JSON-LD datePublished"})


def metadata_of(
    facts: Facts, extract: Extract, name: str, drafts: Sequence[Draft], title: int, kept: Sequence[int]
) -> Metadata:
    """Return the metadata of a page called `name`, its title and text being the blocks `title` and `kept`."""
    text = " ".join(drafts[index].text for index in kept[:LOOK])
    publisher = facts.meta("og:site_name", "application-name", "dc.publisher", "citation_journal_title")
    return Metadata(
        title=without_references(name),
        byline=without_references(author_of(facts, extract.author, drafts, title, kept)),
        publisher=without_references(publisher or extract.publisher),
        published=_as_addressed(_date(facts, extract, drafts), facts) or _beside(drafts, title),
        language=guess_language(text, facts.language),
        url=facts.url,
        format="html",
    )


def without_references(text: str) -> str:
    """Return `text` with the signs that its references stand for: some programs write those of HTML twice."""
    return fit_text(_REFERENCE.sub(lambda found: unescape(found[0]), text))


def _date(facts: Facts, extract: Extract, drafts: Sequence[Draft]) -> DateEvidence | None:
    """Return the date of publication with where it was said.

    Days that the page calls those of publication count most, and of these and of others the one that the
    extractor chose too. It also chooses days of revision, and those in teasers of other pages.
    """
    said = list(_dates_said(facts))
    sure = [evidence for evidence in said if evidence.source in SURE]
    agreed = [evidence for evidence in sure or said if evidence.edtf == extract.date]
    if agreed or sure:
        return (agreed or sure)[0]
    if extract.date:
        shown = _shown(extract.date, drafts)
        if shown:
            return shown
        if not said and not _told(extract.date, drafts):
            return DateEvidence(extract.date, extract.date, "the page's code or address")
    return said[0] if said else None


def _as_addressed(evidence: DateEvidence | None, facts: Facts) -> DateEvidence | None:
    """Return the day in the address of a page where what its code says is a day beside that.

    Code often tells the hour of Greenwich, and late in an American evening that is the next day there.
    """
    named = _ADDRESSED.search(facts.url)
    hour = _GREENWICH.search(evidence.wording) if evidence else None
    if evidence is None or named is None or hour is None:
        return evidence
    try:
        day, said = date.fromisoformat("-".join(named.groups())), date.fromisoformat(evidence.edtf)
    except ValueError:
        return evidence
    # West of Greenwich the day there begins in the evening, east of it it ends in the morning.
    if (said - day).days != (1 if int(hour[1]) < NOON else -1):
        return evidence
    return DateEvidence(day.isoformat(), named[0].strip("/"), "the page's address")


def _beside(drafts: Sequence[Draft], title: int) -> DateEvidence | None:
    """Return the date in a short block beside the title of a page that gives none elsewhere."""
    if title < 0:
        return None
    for draft in (*drafts[title + 1 : title + 1 + NEAR], *drafts[max(title - NEAR, 0) : title]):
        if _states(draft) and (found := find_date(draft.text)):
            return DateEvidence(found[0], found[1], "text of the page")
    return None


def _dates_said(facts: Facts) -> Iterator[DateEvidence]:
    for name in _DATES:
        yield from _evidence(facts.meta(name), f"meta {name}")
    for item in facts.objects:
        value = item.get("datePublished")
        if isinstance(value, str):
            yield from _evidence(value, "JSON-LD datePublished")
    for day in facts.published:
        yield from _evidence(day, "microdata datePublished")
    for time in facts.times:
        yield from _evidence(time, "time element")


def _evidence(written: str, source: str) -> Iterator[DateEvidence]:
    found = find_date(written[:80])
    if found:
        yield DateEvidence(found[0], written[:80], source)


def _shown(day: str, drafts: Sequence[Draft]) -> DateEvidence | None:
    """Return the evidence for `day` where a block says little else, as bylines do."""
    for draft in drafts:
        if _states(draft) and (found := find_date(draft.text)) and found[0] == day:
            return DateEvidence(day, found[1], "text of the page")
    return None


def _told(day: str, drafts: Sequence[Draft]) -> bool:
    """Tell whether sentences or tables tell of `day`, which is then more likely what they are about."""
    telling = (draft.text for draft in drafts if not _states(draft))
    return any(found[0] == day for text in telling if (found := find_date(text)))


def _states(draft: Draft) -> bool:
    """Tell whether `draft` is no sentence and no table, so that a date in it may be that of the page."""
    words = draft.text.split()
    sentence = len(words) > FEW and words[-1][-1:] in ".!?…"
    return len(draft.text) <= SHORT and draft.kind is not BlockKind.TABLE and not sentence
