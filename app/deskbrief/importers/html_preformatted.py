"""Pages that hold a plain text in lines of its own, as archives of governments and standards publish them.

Such a text stands in `<pre>`, where other pages have code. Its headings, paragraphs, lists and tables are
told from the text alone, as those of plain text are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from deskbrief.importers.html_draft import Draft
from deskbrief.importers.html_inline import text_lines

#: A text that is set so has at least so many letters, and this share of what the page shows.
SHORTEST, MAINLY = 1_000, 0.8
#: This share of its lines with words has as many words as a line of prose, and this share of its signs are
#: letters.
WORDY, WORDS, LETTERS = 0.4, 6, 0.6
#: A word is looked for from its first letter alone: runs of letters that are none may be long.
_WORD = re.compile(r"(?<![^\W\d_])[^\W\d_]{2,}[,.;:!?”\"')]{0,2}(?=\s|\Z)")


def is_plain_text(drafts: Sequence[Draft]) -> bool:
    """Tell whether a page with the blocks `drafts` is a plain text, rather than code or another page."""
    found = [draft for draft in drafts if draft.whole.tag == "pre"]
    size = sum(len(draft.text) for draft in found)
    if size < max(SHORTEST, MAINLY * sum(len(draft.text) for draft in drafts)):
        return False
    return _is_prose([line for draft in found for line in text_lines(draft.whole)])


def plain_text_of(drafts: Sequence[Draft], taken: Sequence[Draft] = ()) -> str:
    """Return the plain text that stands in a page, with those of the blocks around it that are `taken` in."""
    around = {id(draft) for draft in taken}
    shown = (draft for draft in drafts if draft.whole.tag == "pre" or id(draft) in around)
    return "\n".join(line for draft in shown for line in (*_lines(draft), ""))


def _lines(draft: Draft) -> list[str]:
    return text_lines(draft.whole) if draft.whole.tag == "pre" else [draft.text]


def _is_prose(lines: Sequence[str]) -> bool:
    """Tell whether lines are of a text that people read from left to right, rather than code or a listing."""
    told = [line for line in lines if _WORD.search(line)]
    wordy = sum(len(_WORD.findall(line)) >= WORDS for line in told)
    signs = "".join("".join(told).split())
    letters = sum(map(str.isalpha, signs))
    return bool(told) and wordy >= WORDY * len(told) and letters >= LETTERS * len(signs)
