"""Dates of periods and of data, in accounts, tables, captions and notes: nothing happened on them."""

from __future__ import annotations

import re

from deskbrief.analysis.events.triggers import Trigger
from deskbrief.analysis.events.verbs import is_present
from deskbrief.analysis.grammar import Tree
from deskbrief.analysis.times.told import Time

#: How far before a date the wording that refuses it is looked for.
_REACH = 160
#: Nothing but other dates and what joins them.
_DATES = (
    r"(?:(?:\d{1,4}|Jan\w*|Feb\w*|Mar\w*|Apr\w*|May|June?|July?|Aug\w*|Sep\w*|Oct\w*|Nov\w*|Dec\w*|and|or|to|"
    r"through|of each year|respectively)[\s.,;:–-]*)*"
)
#: The end of a period: "for the three months ended 25 June 2022 and 26 June 2021".
_PERIOD_END = (
    r"\b(?:weeks?|months?|quarters?|years?|periods?|half)\)? (?:then )?(?:ended|ending|ends)(?: dates?)?"
    rf"(?: are)?:? {_DATES}"
)
#: What another amount is compared with: "compared with 2004", "from the same period in 2004".
_COMPARED = (
    r"\b(?:compared (?:to|with)|relative to|versus|vs\.?|than|unlike|same as)(?: that| those)?"
    r"(?: in| during| for| of| at)?(?: the| fiscal| calendar| year)* "
)
_SAME = (
    r"\b(?:from|to|with|as|in|over) the (?:same|prior|previous|comparable|corresponding) "
    r"(?:time|period|quarter|point|months?|date)s?(?: in| of)? "
)
#: The year that a change is measured by: "an increase of 17 percent over 2004".
_MEASURED = (
    r"(?:percent|per cent|%|\bpoints?|\b(?:increase|decrease|rise|gain|growth|drop|fall|decline) "
    r"of [^.;]{1,40}?)"
    r"(?: higher| lower| more| less)? (?:over|above|below|from)(?: the| fiscal)* "
)
#: What is looked up, labelled or numbered: "accessed on 5 May", "Release Date: 5 May", "A/47/60 of 5 May".
_LABELLED = (
    r"\b(?:accessed|retrieved|downloaded|last visited|viewed|consulted)(?: on)?,? "
    r"|\bdates?: ?|\b[A-Z]{1,4}/[\w./-]{2,20},? of "
)
_BEFORE = re.compile(f"(?:{'|'.join((_PERIOD_END, _COMPARED, _SAME, _MEASURED, _LABELLED))})$", re.IGNORECASE)
_AS_OF = re.compile(r"\bas (?:of|at)(?: the)? $", re.IGNORECASE)
#: A caption: "Figure 3: Oil prices, 1970-2005", "[Table 2. …".
_CAPTION = re.compile(
    r"\[?(?:Figure|Fig\.|Table|Chart|Exhibit|Box|Map|Graph|Diagram)\s[A-Z]?\d{1,3}[a-z]?[.:]\s"
)
_SHOWN = frozenset({"table", "figure", "chart", "graph", "exhibit", "map", "schedule", "column", "row"})
_COUNTED = frozenset(
    """amount average balance count data date datum dollar estimate figure number percentage price quantity
    rate share statistic sum total value""".split()  # noqa: SIM905
)


def is_caption(text: str, start: int) -> bool:
    """Tell whether a sentence is the caption of a figure or table."""
    return _CAPTION.match(text, start) is not None


def is_of_account(text: str, tree: Tree, trigger: Trigger, time: Time) -> bool:
    """Tell whether a date ends a period, is compared with, or says of which day data are."""
    before = " ".join(text[max(time.start - _REACH, tree.sentence.start) : time.start].split()) + " "
    if time.start and not text[time.start - 1].isspace():
        before = before[:-1]
    if _BEFORE.search(before):
        return True
    return _tells_of_data(tree, trigger.verb) or (
        _AS_OF.search(before) is not None and is_present(tree, trigger.verb)
    )


def _tells_of_data(tree: Tree, verb: int) -> bool:
    """Tell whether a table shows something, or data are of something: "The dates are May 5, 2019; …"."""
    subject = tree.subject(tree.root)
    if subject < 0 or not is_present(tree, tree.root):
        return False
    noun = tree.lemma(subject).lower()
    return noun in _SHOWN or (verb == tree.root and noun in _COUNTED and tree.lemma(verb) == "be")
