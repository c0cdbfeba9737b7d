"""What part of a document a passage stands in, by the headings above it: summary, advice, back matter."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from enum import StrEnum
from types import MappingProxyType

from deskbrief.document.model import BlockKind, Document
from deskbrief.document.outline import Outline, Section

#: Headings longer than this are sentences, and say what they say and not where one is.
LONGEST = 90
#: What stands before the first heading leads into the text when it is no greater part of it.
LARGEST_LEAD = 0.25
#: A heading for advice above so much of the text stands for less than it seems to.
MOST_OF_TEXT = 0.5


class Part(StrEnum):
    """The parts of a document, by what they are for.

    `LEAD` is what stands before the first heading of a text that has headings; `APPARATUS` is what a document
    says of its sources, its making, its publisher.
    """

    LEAD = "lead"
    SUMMARY = "summary"
    ADVICE = "advice"
    BODY = "body"
    BACKGROUND = "background"
    APPARATUS = "apparatus"


_TITLES: MappingProxyType[Part, re.Pattern[str]] = MappingProxyType(
    {
        Part.APPARATUS: re.compile(
            r"\bbibliograph|\breferences\b|\bworks cited\b|\bliterature cited\b|\bfurther reading\b|"
            r"\backnowledge?ments?\b|\bcontacts?\b|\bcopies of\b|\border(?:ing)? by\b|\bto report fraud\b|"
            r"\bpublic affairs\b|\bcongressional relations\b|\babbreviations\b|\bacronyms\b|"
            r"\bglossary\b|\bcontents\b|\bmethodology\b|\bcopyright\b|\bdisclaimer\b|\bexternal links\b|"
            r"\bsee also\b|\babout (?:the authors?|us|this (?:report|document|paper))\b|"
            r"^\W*(?:\d{1,2}\W{1,2})?(?:methods?|notes|footnotes|endnotes|sources|citations|index|authors?|"
            r"letter|funding|credits|(?:\w{1,20}['’]s |our )mission)\W*$",
            re.IGNORECASE,
        ),
        Part.BACKGROUND: re.compile(
            r"\bbackground\b|\bintroduction\b|\bcontext\b|\bliterature review\b|\bappendi(?:x|ces)\b|"
            r"\bannex(?:es)?\b|\brelated work\b|\b(?:agency|department)(?:['’]s)? comments\b|"
            r"\b(?:prior|previous|status of) (?:\w{1,12} )?recommendations\b|\bearly life\b",
            re.IGNORECASE,
        ),
        Part.ADVICE: re.compile(
            r"\brecommend(?:ation|ations|ed|s)?\b|\bnext steps\b|\bway forward\b|\bcalls? to action\b|"
            r"\baction (?:items|points|plan)\b|\bmatters for (?:congressional )?consideration\b|"
            r"\bwhat .{2,60} (?:should|must|can|needs? to) do\b|\bwhat (?:should|must|needs to) be done\b",
            re.IGNORECASE,
        ),
        Part.SUMMARY: re.compile(
            r"\bsummary\b|\babstract\b|\bhighlights\b|\bin brief\b|\bat a glance\b|\bbottom line\b|"
            r"\b(?:key|main|principal) (?:findings?|points?|messages?|takeaways?|results?|conclusions?)\b|"
            r"\bwhat (?:gao|we) found\b|\bconclusions?\b|\bconcluding\b",
            re.IGNORECASE,
        ),
    }
)
#: Notes at the foot of a page are no part of what is told above them.
_KINDS = MappingProxyType({BlockKind.FOOTNOTE: Part.APPARATUS, BlockKind.CODE: Part.APPARATUS})


class Surroundings:
    """The parts of one document."""

    def __init__(self, document: Document, outline: Outline) -> None:
        self._document = document
        self._starts = [section.start for section in outline.sections]
        self._parts = _parts(outline.sections, MOST_OF_TEXT * len(document.text))
        if _has_lead(document, outline.sections):
            self._parts[0] = Part.LEAD

    def part(self, offset: int) -> Part:
        """Return the part in which `offset` is."""
        kind = self._document.block_at(offset).kind if self._document.blocks else BlockKind.PARAGRAPH
        at = bisect_right(self._starts, offset) - 1
        return _KINDS.get(kind) or (self._parts[at] if at >= 0 else Part.BODY)


def part_of(title: str) -> Part:
    """Return what a heading says about the text under it."""
    words = " ".join(title.split())
    if len(words) <= LONGEST:
        for part, pattern in _TITLES.items():
            if pattern.search(words):
                return part
    return Part.BODY


def _has_lead(document: Document, sections: Sequence[Section]) -> bool:
    if len(sections) < 2 or not document.blocks:
        return False
    headed = document.block_at(sections[0].start).kind is BlockKind.HEADING
    return not headed and sections[1].start - sections[0].start <= LARGEST_LEAD * len(document.text)


def _parts(sections: Sequence[Section], most: float) -> list[Part]:
    """Return the part of each section: what its own heading says, else the one that it belongs to.

    A heading for advice under which more than `most` of the text stands, in characters, passes nothing on.
    """
    found: list[Part] = []
    above: list[tuple[Section, Part]] = []
    for section in sections:
        while above and above[-1][0].end <= section.start:
            above.pop()
        own = part_of(section.title)
        part = above[-1][1] if own is Part.BODY and above else own
        wide = part is Part.ADVICE and section.end - section.start > most
        above.append((section, Part.BODY if wide else part))
        found.append(part)
    return found
