"""Where words that are too long are best cut: after a clause, else where nothing leads over to more."""

from __future__ import annotations

import re

#: Where a clause or a sentence ends; an initial and a short form before a name end neither.
CLAUSE = re.compile(
    r"[,;:] +| +[–—] +|(?<=[.!?])(?<!\b[A-Z]\.)(?<!\b(?:Mr|Ms|Dr|No|St|Lt)\.)"
    r"(?<!\b(?:Mrs|Gen|Sen|Rep|Gov|Col|Pub)\.) +(?=[A-Z“])"
)
#: Where a further part of a sentence begins; what stands before it can stand alone.
_FURTHER = re.compile(
    r"(?<!well) (?=(?:and|or|but|while|whereas|which|that|who|when|where|because|since|unless|until|if|as|so"
    r"|by|with|for|to|through|without|including|against|could|would|can|may|might|will|should|shall|must"
    r"|in|on|at|from|about|between|among|under|into|over|during|after|before|towards?|regarding|within) )"
)
#: Words after which nothing is cut: what they say is still to come.
_LEADS_OVER = re.compile(
    r"[a-z]{1,3}|[0-9.,]+|about|with|from|that|this|than|into|over|such|which|their|between|approximately"
    r"|[A-Z]\.|Mr\.|Ms\.|Dr\.|No\.|St\.|Mrs\.|Gen\.|Sen\.|Rep\.|Gov\.|Pub\.|could|would|should|shall|must|might|will|more|most|other|these|those|also|both|each|only"
)
#: Stands where words are left out, never at the head of a line.
MARK = "\u00a0…"
#: The least share of what there is room for that a part of a sentence is to fill, so that little is lost.
LEAST = 0.6
#: So many characters more are looked at, to see where the next part begins.
_BEYOND = 12
_ENDS = " ,;:–—-"


def cut_at(words: str, least: int) -> int:
    """Return after how many characters `words`, which go on, are best cut.

    After a clause, but not before `least` characters, else after a word. Words that only lead over to the
    next, such as "to" and "the", do not stand last.
    """
    clause = max((match.start() for match in CLAUSE.finditer(words)), default=0)
    if clause >= least:
        return clause
    at = words.rfind(" ")
    return len(words[: _telling(words, at, least)].rstrip(_ENDS)) if at > 0 else len(words) - 1


def cut_short(text: str, most: int) -> str:
    """Return `text` when it has at most `most` characters, else its first words and a mark of the cut.

    They end with a clause or a part of the sentence where one ends late enough. What stands in
    quotation marks still does.
    """
    if len(text) <= most:
        return text
    close = "”" if text.startswith("“") and text.endswith("”") else ""
    room = most - len(MARK) - len(close)
    words, least = text[: room + _BEYOND], round(LEAST * room)
    found = (match.start() for pattern in (CLAUSE, _FURTHER) for match in pattern.finditer(words, least))
    at = max((at for at in found if at <= room), default=0)
    end = _telling(words, at, least) if at else cut_at(words[: room + 1], least)
    return words[:end].rstrip(_ENDS) + MARK + close


def _telling(words: str, at: int, least: int) -> int:
    """Return the end of the last word up to `at` that leads over to no other, if it is not before `least`."""
    while (before := words.rfind(" ", 0, at)) >= least and _LEADS_OVER.fullmatch(words, before + 1, at):
        at = before
    return at
