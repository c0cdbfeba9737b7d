"""Where a title that is cut out of a parsed sentence may end."""

from __future__ import annotations

from deskbrief.analysis.events.titles import LONGEST
from deskbrief.analysis.events.verbs import helpers
from deskbrief.analysis.grammar import SUBJECTS, TIMES, Tree
from deskbrief.document.spans import Span

_DANGLING = frozenset({"ADP", "DET", "PUNCT", "CCONJ", "PART", "SCONJ"})
#: A title that is cut ends before a dash that is set between words, unless too little stands before it.
_DASHES = frozenset({"—", "–", "--"})
_FEW = 4
_RELATIVES = frozenset({"WDT", "WP"})


def cut(tree: Tree, first: int, last: int, longest: int = LONGEST) -> Span:
    """Return the stretch between two words, cut so that it is no longer than a title and ends well."""
    low = tree.words[first].start
    whole = last
    while last > first and tree.words[last].end - low > longest:
        last -= 1
    if last < whole:
        last = _before_open_phrase(tree, first, _before_next_clause(tree, first, last, whole), whole)
        last = next((at - 1 for at in range(last, first + _FEW, -1) if tree.words[at].text in _DASHES), last)
    before_quote = closed(tree, first, last)
    if before_quote == last or not _opens_quote(tree, before_quote, last):
        last = before_quote
    last = _without_loose_end(tree, first, last)
    if last < whole:
        last = _before_open_verb(tree, first, last)
    return Span(low, tree.words[last].end)


#: What a quotation completes, so that it is not left out: "said that it was “a disaster”".
_BEFORE_QUOTE = frozenset({"VERB", "AUX", "SCONJ", "PART"})


def _opens_quote(tree: Tree, at: int, last: int) -> bool:
    """Tell whether the quotation behind a word says what a verb before it needs; it is closed later."""
    if at >= last or tree.words[at + 1].text not in {"“", "``", '"'}:
        return False
    needed = any(
        tree.words[inner].dep in _SAID
        and tree.words[inner].head <= at
        and tree.words[inner].head >= at - _FEW
        for inner in range(at + 2, last + 1)
    )
    return needed or tree.words[at].pos in _BEFORE_QUOTE


def _without_loose_end(tree: Tree, first: int, last: int) -> int:
    while last > first and (_dangles(tree, last) or splits(tree, last)):
        last -= 1
    return last


def _before_open_verb(tree: Tree, first: int, last: int) -> int:
    """Return where to end before verbs whose complement is cut off: "agreed to go | after saying".

    Where no verb would be left the end stays as it is.
    """
    end = last
    while end > first and (lacks_more(tree, end) or _is_subject_of_cut(tree, end)):
        end = _without_loose_end(tree, first, end - 1)
    told = any(tree.words[at].pos == "VERB" and not lacks_more(tree, at, end) for at in range(first, end + 1))
    return end if told else last


def lacks_more(tree: Tree, at: int, last: int = -1) -> bool:
    """Tell whether what a verb says stands behind the word `last`, or behind the verb itself."""
    word = tree.words[at]
    if word.pos not in {"VERB", "AUX"}:
        return False
    end = max(at, last)
    if any(kid > end for kid in tree.kids(at, _SAID)) and not any(
        at < kid <= end for kid in tree.kids(at, _SAID)
    ):
        return True
    leans = word.dep in {"conj", "pcomp"} or tree.lemma(at) in _LEANING
    joined = leans and at == end and at + 1 < len(tree.words)
    return joined and tree.words[at + 1].head == at and tree.words[at + 1].dep == "prep"


def _is_subject_of_cut(tree: Tree, at: int) -> bool:
    word = tree.words[at]
    return word.dep in SUBJECTS and word.head > at


#: Verbs that say little without their preposition: "look into", "depend on".
_LEANING = frozenset({"belong", "consist", "deal", "depend", "lead", "look", "refer", "rely", "result"})
#: Labels of what a verb needs to say something.
_SAID = frozenset({"dobj", "ccomp", "xcomp", "acomp", "attr", "oprd"})


def _before_next_clause(tree: Tree, first: int, last: int, whole: int) -> int:
    """Return where to end before a joined clause with a subject of its own that would be cut."""
    for at in range(first + _FEW, whole + 1):
        word = tree.words[at]
        joined = word.dep == "conj" and word.pos in {"VERB", "AUX"} and first <= word.head < at
        if joined and tree.child(at, SUBJECTS) >= 0:
            low, high = tree.below(at)
            if first + _FEW < low <= last < high:
                return low - 1
    return last


def _before_open_phrase(tree: Tree, first: int, last: int, whole: int) -> int:
    """Return where to end so that no date is cut, and no phrase whose head would be cut off."""
    words = tree.words
    for _ in range(_STEPS):
        opened = [at for at in range(first + 1, last + 1) if last < words[at].head <= whole]
        dated = words[last].entity in TIMES and words[last + 1].entity and not words[last + 1].begins
        if dated:
            opened.append(last)
        if not opened or min(opened) - 1 <= first:
            return last
        last = min(opened) - 1
    return last


#: Times that an open phrase is looked for.
_STEPS = 8


def splits(tree: Tree, last: int) -> bool:
    """Tell whether a cut after a word would cut a hyphenated one: "re-run"."""
    after = tree.words[last + 1] if last + 1 < len(tree.words) else None
    return after is not None and after.start == tree.words[last].end and after.text[:1] in "-–/"


def _waits_for_more(tree: Tree, at: int) -> bool:
    """Tell whether a word is cut off from what completes it: "in order", "a letter written"."""
    word = tree.words[at]
    participle = (word.dep == "acl" or word.dep == "appos") and word.tag in {"VBN", "VBG"} and word.head < at
    last = tree.children[at][-1] if tree.children[at] else at
    by = at + 1 < len(tree.words) and tree.words[at + 1].text == "by"  # "the form provided by noon"
    return (participle and (last > at or by)) or (word.text == "order" and tree.words[at - 1].text == "in")


#: Titles of persons, whose possessive behind "by" waits for what they own: no house does anything.
_TITLES = frozenset({"Mr", "Mrs", "Ms", "Miss", "Dr", "Sir", "Lord", "Lady"})


def _ends_name(tree: Tree, at: int) -> bool:
    """Tell whether a possessive ending is the end of a name, with nothing owned: "left St Mary's in May"."""
    word = tree.words[at]
    after = tree.words[at + 1] if at + 1 < len(tree.words) else None
    near = [one.text.rstrip(".") for one in tree.words[max(at - _FEW, 0) : at]]
    done_by = "by" in near and not _TITLES.isdisjoint(near)
    opens = after is not None and after.text in {"(", "[", "“", "``", '"'}
    return (
        word.tag == "POS"
        and not done_by
        and not opens
        and tree.words[word.head].dep not in {"poss", "nmod"}
        and (after is None or after.pos in {"ADP", "PUNCT", "CCONJ", "VERB", "AUX"})
    )


_OPENERS = frozenset({"at", "by", "in", "on", "under"})


def _leads_on(tree: Tree, at: int) -> bool:
    """Tell whether a word is the midst of a preposition: "in favour | of", "at request | of"."""
    word, above = tree.words[at], tree.words[at - 1]
    after = tree.words[at + 1] if at + 1 < len(tree.words) else None
    bare = word.pos == "NOUN" and word.dep == "pobj" and word.head == at - 1 and above.text in _OPENERS
    return bare and after is not None and after.text == "of" and after.head == at


def _dangles(tree: Tree, at: int) -> bool:
    word = tree.words[at]
    if word.dep == "prt" or word.text in {")", "]", "”"} or _ends_name(tree, at):
        return False
    if word.text.lower() in {"each", "every"} or _waits_for_more(tree, at) or _leads_on(tree, at):
        return True
    after = tree.words[at + 1].text if at + 1 < len(tree.words) else ""
    if (word.text.lower(), after) in {("next", "to"), ("along", "with"), ("such", "as"), ("due", "to")}:
        return True
    before = {"amod", "compound", "nummod", "quantmod", "poss"}
    if word.dep in before and word.head < at:
        return False
    if word.pos in _DANGLING or word.dep in {
        "aux",
        "amod",
        "compound",
        "nummod",
        "quantmod",
        "poss",
        "auxpass",
    }:
        return word.dep != "auxpass" or at not in helpers(tree, word.head) or word.head > at
    return word.tag in _RELATIVES


def closed(tree: Tree, first: int, last: int) -> int:
    """Return where to end so that no bracket and no quotation mark stays open."""
    opened = -1
    for at in range(first, last + 1):
        mark = tree.words[at].text
        if mark in {"(", "[", "“", "``"} or (mark == '"' and opened < 0):
            opened = at
        elif mark in {")", "]", "”", "''", '"'}:
            opened = -1
    after = tree.words[last + 1].text if opened > first and last + 1 < len(tree.words) else ""
    if after and after in _CLOSING.get(tree.words[opened].text, ""):
        return last + 1  # the mark that closes a quotation hangs elsewhere
    return opened - 1 if opened > first else last


#: The signs that close what others have opened.
_CLOSING = {"(": ")", "[": "]", "“": "”", "``": "''", '"': '"'}
