"""Titles that tell nothing by themselves give way to the words of their sentence around them."""

from __future__ import annotations

import re

from deskbrief.analysis.events.titles import LONGEST, short_title
from deskbrief.analysis.events.triggers import Trigger
from deskbrief.analysis.events.verbs import REPORTING, is_past
from deskbrief.analysis.grammar import FINITE, NOUNS, SUBJECTS, Tree
from deskbrief.analysis.stretches import words_of
from deskbrief.document.spans import Span

#: Words of the longest title of a bare noun, or of a participle behind a noun, that tells too little.
_FEW, _FEW_OF_CLAUSE = 3, 4
#: What waits for more at the end of a title.
_WAITING = re.compile(
    r"(?:[ ,]{1,2}(?:for|during|of|from|at|than|as|with|and|or|the|an?|its|their|between|by|if|that|to|into|"
    r"compared|after|before|until|around|about)){1,4}$"
)
_OVER = re.compile(r"((?:percent|per cent|%)) (?:over|above|below|from)$")
_NAME = re.compile(r"(?:^|\s)(?!The\b|A\b|An\b|This\b|These\b|Those\b|Its\b|Their\b|His\b|Her\b)[A-Z0-9]")
_LABEL = re.compile(r"[A-Z][\w’' -]{2,40}:\s")
_EMPTY = frozenset({"be", "do", "have", "hear", "look", "say", "see", "seem", "speak"})
_TIMES = frozenset({"day", "moment", "month", "night", "time", "week", "year"})
_RELATIVES = frozenset({"WDT", "WP", "WP$"})
_PRONOUN = re.compile(r"(?:I|we|you|he|she|it|they|this|that|there|who|which)\b", re.IGNORECASE)
_CLAUSE_START = re.compile(r"[,;:—–]\s(?:and\s|but\s)?|\s[-–—]\s|\b(?:that|while|because|when|where)\s")


def telling(text: str, tree: Tree, trigger: Trigger, title: str, *, alone: bool) -> str:
    """Return `title` without what waits for more, or words of the sentence where it tells nothing.

    `alone` says that the sentence has no other date, so that what it tells is of this one.
    """
    title = _without_opener(text, tree, _OVER.sub(r"\1", title))
    short = _WAITING.sub("", title)
    cut = short != title and _is_name_alone(tree, trigger, short)
    if short and not cut and not _tells_nothing(tree, trigger, short, alone=alone):
        return short
    return _around(text, tree, trigger) or _beginning(text, tree, trigger) or short or title


def _without_opener(text: str, tree: Tree, title: str) -> str:
    """Return the title without the "that" of its clause, and without the "up" of a cut "up to"."""
    opened = any(word.tag == "IN" and word.text == "that" for word in tree.words)
    opened = opened or any(_opens_statement(tree, at) for at in range(len(tree.words)))
    title = title.removeprefix("that ") if opened else title
    cut = title.endswith(" up") and f"{title[-12:]} to " in " ".join(tree.sentence.span.of(text).split())
    return title[:-3] if cut else title


def _opens_statement(tree: Tree, at: int) -> bool:
    """Tell whether a "that" which the model takes for "that one" opens what is said."""
    word = tree.words[at]
    if word.text != "that" or word.dep != "det" or at < 1:
        return False
    noun = tree.words[word.head]
    return noun.dep in SUBJECTS and tree.words[noun.head].dep == "ccomp" and tree.words[noun.head].head < at


def _tells_nothing(tree: Tree, trigger: Trigger, title: str, *, alone: bool) -> bool:
    words = title.split()
    if trigger.is_noun:
        return alone and len(words) <= _FEW and _NAME.search(title) is None
    verb = tree.words[trigger.verb]
    few = len(words) <= _FEW_OF_CLAUSE and not _is_named_deed(tree, trigger, title)
    bare = alone or len(words) < 2
    if verb.dep in {"acl", "relcl"} and few and bare and not _says_when(tree, trigger.verb):
        return True
    passive = tree.child(trigger.verb, {"nsubjpass", "auxpass"}) >= 0
    if words[-1] == verb.text and not passive and (verb.lemma in REPORTING or _has_more(tree, trigger.verb)):
        return True
    return len(words) <= _FEW - 1 and verb.lemma in _EMPTY and _PRONOUN.match(title) is not None


def _is_named_deed(tree: Tree, trigger: Trigger, title: str) -> bool:
    """Tell whether a short title says who did all that is told: "North Korea acceded"."""
    named = _NAME.search(title) is not None and trigger.verb not in {0, len(tree.words) - 1}
    return named and not _has_more(tree, trigger.verb)


def _says_when(tree: Tree, verb: int) -> bool:
    """Tell whether a clause is of the time before it: "in 2019, when the bank cut it", "the day he died"."""
    head = tree.words[verb].head
    opened = any(word.tag == "WRB" for word in tree.words[head + 1 : verb])
    return opened or tree.lemma(head) in _TIMES


def _has_more(tree: Tree, verb: int) -> bool:
    """Tell whether a verb has an object or a clause behind it."""
    return any(at > verb for at in tree.kids(verb, {"dobj", "ccomp", "attr", "acomp", "xcomp"}))


def _is_name_alone(tree: Tree, trigger: Trigger, title: str) -> bool:
    """Tell whether the verb has been cut off a title: "The Energy Policy Act of" of 2005 that extended it."""
    return not trigger.is_noun and tree.words[trigger.verb].text not in title


def _around(text: str, tree: Tree, trigger: Trigger) -> str:
    """Return the words of the sentence from its start, or from the clause that holds the trigger."""
    span, at = tree.sentence.span, tree.words[trigger.word]
    done = _behind_scene(tree, trigger)
    if done >= 0:
        return words_of(text, short_title(text, Span(tree.words[done].start, span.end)))
    found = short_title(text, span)
    tells = any(word.tag in FINITE and found.start <= word.start < found.end for word in tree.words)
    if tells and found.start <= at.start and at.end <= found.end:
        return words_of(text, found)
    relatives = {word.start for word in tree.words if word.tag in _RELATIVES}
    starts = [one.end() for one in _CLAUSE_START.finditer(text, span.start, at.start)]
    starts = [
        start for start in starts if start not in relatives and not _is_relative(text, start, relatives)
    ]
    begins = next((start for start in starts if at.end - start <= LONGEST * 2 // 3), None)
    if begins is None:
        return ""
    found = short_title(text, Span(begins, span.end))
    tells = any(word.tag in FINITE and found.start <= word.start < found.end for word in tree.words)
    return words_of(text, found) if tells and at.end <= found.end else ""


def _behind_scene(tree: Tree, trigger: Trigger) -> int:
    """Return where it is told what was done in a happening that opens a sentence, -1 for other ones.

    "During a conference that month, the envoys agreed" tells that the envoys agreed.
    """
    root, first = tree.root, tree.words[0]
    subject = tree.child(root, SUBJECTS)
    if not trigger.is_noun or first.text not in {"At", "During", "In"} or first.head != root:
        return -1
    if not trigger.word < subject < root or tree.words[subject].pos not in NOUNS:
        return -1
    low = tree.below(subject)[0]
    opened = trigger.word < low and tree.words[low - 1].text == "," and tree.words[trigger.word].head == 0
    return low if opened and is_past(tree, root) else -1


def _is_relative(text: str, start: int, relatives: set[int]) -> bool:
    """Tell whether a relative "that" opens the clause that begins at `start`."""
    low = max(start - 8, 0)
    before = text[low:start].rstrip()
    return before.endswith("that") and low + len(before) - 4 in relatives


def _beginning(text: str, tree: Tree, trigger: Trigger) -> str:
    """Return the beginning of the sentence for a participle far behind its noun, behind the label over it."""
    if trigger.is_noun or tree.words[trigger.verb].dep != "acl":
        return ""
    span = tree.sentence.span
    label = _LABEL.match(text, span.start, span.end)
    found = short_title(text, Span(label.end() if label else span.start, span.end))
    tells = any(word.tag in FINITE and found.start <= word.start < found.end for word in tree.words)
    return words_of(text, found) if tells else ""
