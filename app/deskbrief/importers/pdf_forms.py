"""Papers that are laid out by rule, in whose heads the title stands at a fixed place.

Reports to the American Securities and Exchange Commission name the company above the words "Exact name of
registrant as specified in its charter" (17 CFR 249). Notices of the Federal Register name their subject above
"AGENCY:" (Document Drafting Handbook, chapter 2).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from deskbrief.importers.pdf_lines import Line
from deskbrief.importers.pdf_paragraphs import Paragraph

#: Among so many paragraphs from the beginning, and letters of a name, it is looked for.
REACH, LONGEST = 40, 200

_REGISTRANT = re.compile(
    r"\(exact name of (?:the )?registrant as specified in (?:its |the )?charter\)", re.IGNORECASE
)
_AGENCY = re.compile(r"AGENC(?:Y|IES) ?:\s")
_ACTION = re.compile(r"(?:ACTION|SUMMARY) ?:\s")


def subject_of_notice(paragraphs: Sequence[Paragraph]) -> Paragraph | None:
    """Return what a notice of the Federal Register is about: the lines above the agency that gives it."""
    for at, paragraph in enumerate(paragraphs[1:REACH], 1):
        if not _AGENCY.match(paragraph.text):
            continue
        above = paragraphs[at - 1]
        notice = any(_ACTION.match(p.text) for p in paragraphs[at + 1 : at + 4])
        if notice and above.table is None and above.bold and len(above.text) <= LONGEST:
            return above
    return None


def registrant(paragraphs: Sequence[Paragraph]) -> str:
    """Return the company that files a report, by the line above the words that say so."""
    lines = [line for p in paragraphs[:REACH] for line in p.lines if line.page == 0]
    label = next((line for line in lines if _REGISTRANT.fullmatch(line.text.strip())), None)
    if label is None:
        return ""
    above = [line for line in lines if line.single and line.bottom <= label.top + 1 and _over(line, label)]
    name = max(above, key=lambda line: line.bottom, default=None)
    return name.text.strip() if name is not None and len(name.text) <= LONGEST else ""


def _over(line: Line, label: Line) -> bool:
    """Tell whether the middle of `line` stands over `label`, in letters that are larger or bold."""
    middle = (line.left + line.right) / 2
    return label.left <= middle <= label.right and (line.bold or line.size > label.size)
