"""Dates of periods and of data, in accounts, tables, captions and notes: nothing happened on them."""

from __future__ import annotations

import re

from deskbrief.analysis.events.triggers import Trigger
from deskbrief.analysis.events.verbs import is_past, is_present
from deskbrief.analysis.grammar import Tree
from deskbrief.analysis.times.told import Time
from deskbrief.document.spans import Span

#: How far before a date the wording that refuses it is looked for.
_REACH = 160
#: Nothing but other dates and what joins them.
_DATES = (
    r"(?:\b(?:\d{1,4}|Jan\w*|Feb\w*|Mar\w*|Apr\w*|May|June?|July?|Aug\w*|Sep\w*|Oct\w*|Nov\w*|Dec\w*|and|or|to|"
    r"through|of each year|respectively)\b[\s.,;:–-]*)*"
)
#: The end of a period: "for the three months ended 25 June 2022 and 26 June 2021".
_PERIOD_END = (
    r"\b(?:weeks?|months?|quarters?|years?|periods?|half)\)? (?:then )?(?:ended|ending|ends)(?: dates?)?"
    rf"(?: are)?:? {_DATES}"
    r"|\b(?:weeks?|months?|quarters?|years?|periods?)\b[^.;]{0,40},? (?:ended|ending) "
    r"|\b(?:week|month|quarter|year|period)s? (?:that |which )(?:ended|ends?)(?: on| in)?(?: the)? "
    r"|\bfiscal (?:weeks?|months?|quarters?|years?|periods?) (?:ended|ends?|ending)(?: on| in)?(?: the)? "
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
    r"|[;(] ?(?:as )?(?:corrected|amended|revised)(?: on)? "
    r"|\bdates?(?: of [^:;.]{3,60})?: ?|\b[A-Z]{1,4}/[\w./-]{2,20},? of "
)
_BEFORE = re.compile(f"(?:{'|'.join((_PERIOD_END, _COMPARED, _SAME, _MEASURED, _LABELLED))})$", re.IGNORECASE)
#: A year after "from" that begins a period.
_GOES_ON = re.compile(r"\s?(?:to|through|until|till|[–—-])\s?(?:the )?(?=\d|[A-Z])")
_AS_OF = re.compile(r"\bas (?:of|at)(?: the)? $", re.IGNORECASE)
_AS_FOLLOWS = re.compile(r"\bas follows:?$")
#: A caption: "Figure 3: Oil prices, 1970-2005", "[Table 2. …".
_CAPTION = re.compile(
    r"\[?(?:Figure|Fig\.|Table|Chart|Exhibit|Box|Map|Graph|Diagram)\s[A-Z]?\d{1,3}[a-z]?[.:]\s"
)
_SHOWN = frozenset({"table", "figure", "chart", "graph", "exhibit", "map", "schedule", "column", "row"})
_DATA = frozenset({"data", "date", "datum"})
_COUNTED = frozenset(
    """amount average balance count data date datum dollar estimate figure number percentage price quantity
    rate share statistic sum total value""".split()  # noqa: SIM905
)


def is_caption(text: str, sentence: Span) -> bool:
    """Tell whether a sentence is the caption of a figure or table, or only leads to one."""
    leads = _AS_FOLLOWS.search(text, max(sentence.end - 30, sentence.start), sentence.end)
    return leads is not None or _CAPTION.match(text, sentence.start) is not None


def is_of_account(text: str, tree: Tree, trigger: Trigger, time: Time) -> bool:
    """Tell whether a date ends a period, is compared with, or says of which day data are."""
    before = " ".join(text[max(time.start - _REACH, tree.sentence.start) : time.start].split()) + " "
    if time.start and not text[time.start - 1].isspace():
        before = before[:-1]
    found = _BEFORE.search(before)
    if found and not (found[0].endswith("from ") and _GOES_ON.match(text, time.end)):
        return True
    if _is_rest_of_source(text, tree, time) or _is_measure(tree, trigger.verb):
        return True
    if _is_of_aim(tree, trigger, time):
        return True
    return _tells_of_data(tree, trigger.verb) or (
        _AS_OF.search(before) is not None
        and (is_present(tree, trigger.verb) or tree.words[trigger.verb].dep == "relcl")
    )


def _is_rest_of_source(text: str, tree: Tree, time: Time) -> bool:
    """Tell whether a date closes a bracket that another sentence opened: "Jan. 30, 2025); Tax Filing"."""
    before = text[tree.sentence.start : time.start]
    return text[time.end : time.end + 1] == ")" and "(" not in before


def _is_of_aim(tree: Tree, trigger: Trigger, time: Time) -> bool:
    """Tell whether "by 2015" is of what a past act aims at: "passed a law to require it by 2015"."""
    if time.mention.recipe.prep != "by" or not is_past(tree, trigger.verb) or trigger.is_noun:
        return False
    words = tree.words
    between = range(trigger.verb + 1, len(words) - 1)
    return any(
        words[at].tag == "TO" and words[at + 1].tag == "VB" and words[at].start < time.start for at in between
    )


def _is_measure(tree: Tree, verb: int) -> bool:
    """Tell whether a clause is what another is measured by: "fewer calls than it received in 2024"."""
    return any(tree.words[at].text.lower() == "than" for at in tree.kids(verb, {"mark", "prep"}))


def _tells_of_data(tree: Tree, verb: int) -> bool:
    """Tell whether a table shows something, or data are of something: "The dates are May 5, 2019; …"."""
    subject = tree.subject(tree.root)
    if subject < 0 or not is_present(tree, tree.root):
        return False
    noun = tree.lemma(subject).lower()
    own = verb == tree.root
    return noun in _SHOWN or (own and (noun in _DATA or (noun in _COUNTED and tree.lemma(verb) == "be")))
