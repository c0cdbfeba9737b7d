"""What stands around a time: its sentence, words beside it, brackets, and whether the future is meant."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from deskbrief.analysis.words import Sentence, Word

_SENTENCE_END = re.compile(r"[.!?;][\"'”’)]?\s+(?=[A-Z0-9\"'“‘(])|\n")
_WORD_BEFORE = re.compile(r"([^\W\d_]{1,30}|[^\w\s])\s{0,30}$")
_WORD_AFTER = re.compile(r"\s{0,30}([^\W\d_]{1,30}|[^\w\s]|\d{1,30})")
#: Wordings that say when something is, for texts that no model has read; the one before a time counts.
_CUES = re.compile(
    r"\b(?:(?P<future>will|shall|won't|is to|are to|to be held|going to|set to|due to|"
    r"expected (?:to|in|on|by)|expects to|plans? to|planned for|scheduled|slated|"
    r"due (?:in|on|by|for)|upcoming|aims? to|hopes? to|would)|"
    r"(?<!\bbe )(?P<past>was|were|had|did|said|has|have|began|fell|rose|held|met|took|came|went|"
    r"[a-z]{2,20}ed)|"
    r"(?P<open>to [a-z]{2,20}))\b",
    re.IGNORECASE,
)
#: How far before and after a time wordings of the future are looked for when no model has read the text.
_REACH = 80
_FUTURE_LEMMAS = frozenset({"will", "shall", "ll"})
#: What is being done now for a day to come: "we are moving the talks to November".
_ARRANGED = frozenset({"defer", "delay", "move", "postpone", "push", "put", "reschedule", "shift"})
_AHEAD_LEMMAS = frozenset(
    """aim certain due expect go hope intend likely plan poise prepare propose ready schedule set slate
    sure""".split()  # noqa: SIM905
)


class Surroundings:
    """The text of one block around the times in it; offsets are those of `text`.

    `sentences` are those that the model read, with offsets into the document; `origin` is where `text`
    begins there.
    """

    def __init__(self, text: str, sentences: Sequence[Sentence] = (), origin: int = 0) -> None:
        self.text = text
        self.origin = origin
        self._sentences = sentences
        self._starts = [sentence.start - origin for sentence in sentences]
        self._ends: list[int] | None = None

    def sentence_bounds(self, at: int) -> tuple[int, int]:
        """Return the bounds of the sentence that holds offset `at`, by punctuation."""
        if self._ends is None:
            self._ends = [0, *(match.end() for match in _SENTENCE_END.finditer(self.text)), len(self.text)]
        index = bisect_right(self._ends, at)
        return self._ends[index - 1], self._ends[min(index, len(self._ends) - 1)]

    def word_before(self, at: int) -> str:
        """Return the word or sign just before offset `at`, as written, "" at the start."""
        match = _WORD_BEFORE.search(self.text, max(at - 30, 0), at)
        return match[1] if match else ""

    def word_after(self, at: int) -> str:
        """Return the word, number or sign just after offset `at`, as written, "" at the end."""
        match = _WORD_AFTER.match(self.text, at, at + 40)
        return match[1] if match else ""

    def word(self, at: int) -> tuple[Sentence, Word] | None:
        """Return the parsed word at offset `at` with its sentence, where the model has read it."""
        index = bisect_right(self._starts, at) - 1
        if index < 0:
            return None
        sentence = self._sentences[index]
        found = sentence.word_at(at + self.origin)
        if found < 0 or sentence.words[found].start > at + self.origin:
            return None
        return sentence, sentence.words[found]

    def in_brackets(self, at: int) -> bool:
        """Tell whether a round bracket that was opened in the sentence is still open at offset `at`."""
        low = max(self.sentence_bounds(at)[0], at - 200)
        before = self.text[low:at]
        return before.rfind("(") > before.rfind(")")

    def only_tells_which(self, start: int) -> bool:
        """Tell whether the time is of what a participle says of a thing: "the force disbanded in 1995"."""
        known = self.word(start)
        if known is None:
            return False
        words, at = known[0].words, known[0].words.index(known[1])
        for _ in range(4):
            if words[at].pos == "VERB" or words[at].head == at:
                break
            at = words[at].head
        above = words[words[at].head]
        whole = any(word.dep == "ROOT" and word.pos in {"VERB", "AUX"} for word in words)
        return whole and words[at].tag == "VBN" and words[at].dep == "acl" and above.dep in {"dobj", "pobj"}

    def tense(self, start: int, end: int) -> str:
        """Return how the sentence looks at the time: "future", "past", "open", or as Recipe has it."""
        known = self.word(start)
        if known is not None:
            return _governing_tense(*known)
        low, high = self.sentence_bounds(start)
        tense = ""
        for cue in _CUES.finditer(self.text, max(low, start - _REACH), start):
            tense = cue.lastgroup or ""
        if not tense:
            cue_after = _CUES.search(self.text, end, min(high, end + _REACH // 2))
            tense = (cue_after.lastgroup if cue_after else "") or "open"
        return tense


def _governing_tense(sentence: Sentence, word: Word) -> str:
    words = sentence.words
    at = words.index(word)
    for _ in range(12):
        opens = _only_describes(sentence, at)
        if words[at].pos in {"VERB", "AUX"} and words[at].dep not in {"amod", "compound"} and not opens:
            break
        if words[at].head == at:
            return "open"
        at = words[at].head
    behind = word.start > words[at].start  # not "said on Monday they would come"
    at = _held(sentence, at)
    if (behind and _is_said_to_come(sentence, at)) or _was_to_be(sentence, at):
        return "foreseen"
    if _is_future(sentence, _topmost(sentence, at)) or _is_awaited(sentence, at):
        return "future"
    if _is_on_calendar(sentence, at):
        return "fixed"
    return "open" if _is_open(sentence, at) else "past"


#: What is done to a gathering on its day: "talks hosted by Sudria on Friday".
_HOLDING = frozenset({"chair", "convene", "hold", "host", "organise", "organize", "sponsor"})


def _held(sentence: Sentence, verb: int) -> int:
    """Return the verb under which a gathering is held, where that looks ahead: "will join talks held …"."""
    words, word = sentence.words, sentence.words[verb]
    if word.tag != "VBN" or word.dep != "acl" or word.lemma.lower() not in _HOLDING:
        return verb
    above = word.head
    for _ in range(4):
        if words[above].pos in {"VERB", "AUX"}:
            return above if above < verb and _is_future(sentence, above) else verb
        above = words[above].head
    return verb


def _topmost(sentence: Sentence, verb: int) -> int:
    """Return the verb that a bare gerund completes: "will start | running on Monday"."""
    words, word = sentence.words, sentence.words[verb]
    helped = any(one.head == verb and one.dep in {"aux", "auxpass"} for one in words)
    return (
        word.head if word.tag == "VBG" and word.dep == "xcomp" and word.head < verb and not helped else verb
    )


def _only_describes(sentence: Sentence, at: int) -> bool:
    """Tell whether a participle is of the time of what it describes: "starting Monday", "a ship leaving"."""
    word = sentence.words[at]
    if word.tag != "VBG":
        return False
    bare = not any(one.head == at and one.dep in {"aux", "auxpass", "dobj"} for one in sentence.words)
    return word.lemma.lower() in {"start", "begin"} or (bare and word.dep == "acl" and word.lemma in _FIXED)


#: What opens a clause that tells in the present what is to come: "when parliament meets on Monday".
_AWAITING = frozenset({"when", "once", "after", "before", "until", "till", "if", "as", "unless"})


def _is_awaited(sentence: Sentence, verb: int) -> bool:
    """Tell whether `verb`, in the present, is of a clause of time under something that looks ahead."""
    words = sentence.words
    word = words[verb]
    before = [one for one in words[max(verb - 20, 0) : verb] if one.head == verb]
    opened = any(one.lemma.lower() in _AWAITING for one in before)
    if word.dep != "advcl" or word.tag not in {"VBZ", "VBP", "VBN"} or not opened:
        return False
    bounds = any(one.lemma.lower() in {"once", "until", "till"} for one in before)
    if bounds and word.tag != "VBN" and any(one.head == word.head and one.tag == "MD" for one in words):
        return True
    if word.tag == "VBN" and not any(one.head == verb and one.tag in {"VBZ", "VBP"} for one in words):
        return False
    return _looks_ahead(sentence, word.head) or _serves_what_is_ahead(sentence, word.head)


def _serves_what_is_ahead(sentence: Sentence, verb: int) -> bool:
    """Tell whether an infinitive hangs below what looks ahead: "will be the first to speak when she ..."."""
    words = sentence.words
    for _ in range(3):
        bound = any(word.head == verb and word.tag in {"TO", "IN", "WDT", "WP"} for word in words)
        if words[verb].pos in {"VERB", "AUX"} and not bound:
            return False
        verb = words[verb].head
        if words[verb].pos in {"VERB", "AUX"} and _looks_ahead(sentence, verb):
            return True
    return False


#: Verbs that tell in the present what has been fixed for a day: "the council meets on Tuesday".
_FIXED = frozenset(
    """arrive begin close come convene debate decide deliver depart depose discuss elect end expire face
    finalise finalize finish fly gather head host join kick land launch leave meet move open perform present
    publish reconvene release reopen resume retire return review sit start submit testify travel unveil
    visit vote""".split()  # noqa: SIM905
)
#: What one has on a day that is fixed: "we have a review on Tuesday".
_APPOINTMENTS = frozenset(
    """appointment audit call council court dinner exam hearing inspection interview lunch meeting
    rehearsal review session test training visit webinar workshop""".split()  # noqa: SIM905
)


def _is_on_calendar(sentence: Sentence, verb: int) -> bool:
    """Tell whether a full sentence tells in the present what is fixed: "She flies to Rome on Tuesday."."""
    words = sentence.words
    if words[verb].tag not in {"VBZ", "VBP"} or not _is_fixed(sentence, verb):
        return False
    ends = [word.text for word in words[-2:]]
    opened = any(word.head == verb and word.dep in {"mark", "aux", "auxpass"} for word in words)
    return "." in ends and not opened and words[verb].dep in {"ROOT", "conj", "ccomp"}


def _is_fixed(sentence: Sentence, verb: int) -> bool:
    lemma = sentence.words[verb].lemma.lower()
    if lemma != "have":
        return lemma in _FIXED
    held = (word for word in sentence.words if word.dep == "dobj" and word.head == verb)
    return any(word.lemma.lower() in _APPOINTMENTS for word in held)


def _looks_ahead(sentence: Sentence, verb: int) -> bool:
    """Tell whether a clause has a modal verb, or one of expecting with an infinitive."""
    words = sentence.words
    below = [word for word in words if word.head == verb and word is not words[verb]]
    if any(word.tag == "MD" and word.lemma.lower() not in {"could", "might"} for word in below):
        return True
    ahead = words[verb].lemma.lower() in _AHEAD_LEMMAS and words[verb].tag != "VBD"
    return ahead and any(word.dep == "xcomp" for word in below)


def _is_open(sentence: Sentence, verb: int) -> bool:
    """Tell whether `verb` is in the present, an infinitive, or under a modal: it may be about either side."""
    words = sentence.words
    helpers = [word for word in words if word.head == verb and word.dep in {"aux", "auxpass"}]
    if words[verb].tag == "VBN" and not helpers and words[verb].lemma.lower() in {"plan", "expect", "slate"}:
        return True  # "the round planned for May"
    if _was_before(sentence, words[verb].head):
        return False
    if any(word.tag in {"VBD", "VBN"} or word.lemma == "have" for word in helpers):
        return False
    return words[verb].tag in {"VB", "VBZ", "VBP"} or any(
        word.tag in {"MD", "TO", "VBZ", "VBP"} for word in helpers
    )


def _was_before(sentence: Sentence, verb: int) -> bool:
    """Tell whether a verb is in the past perfect, whose infinitive lies behind: "had hoped to end it"."""
    words = sentence.words
    return any(word.head == verb and word.dep == "aux" and word.text.lower() == "had" for word in words)


def _is_future(sentence: Sentence, verb: int) -> bool:
    """Tell whether `verb` has "will" beside it, or is what somebody plans or expects to do."""
    words = sentence.words
    helpers = {word.lemma.lower() for word in words if word.head == verb and word.dep in {"aux", "auxpass"}}
    if _was_before(sentence, words[verb].head):
        return False
    if helpers & _FUTURE_LEMMAS or words[verb].lemma.lower() in {"schedule", "slate"}:
        return True
    if words[verb].tag == "VBG" and words[verb].lemma.lower() in _ARRANGED and "be" in helpers:
        return any(word.head == verb and word.tag in {"VBZ", "VBP"} for word in words)
    due = any(word.head == verb and word.text == "due" and word.dep == "acomp" for word in words)
    if due and words[verb].tag in {"VBZ", "VBP"}:
        return True
    expected = words[verb].lemma.lower() == "expect" and words[verb].tag == "VBN"
    if expected and any(word.head == verb and word.tag in {"VBZ", "VBP"} for word in words):
        return True
    passive = words[verb].tag == "VBN" and "be" in helpers and "have" not in helpers  # "is to be held"
    infinitive = (words[verb].tag == "VB" or passive) and "to" in helpers
    return infinitive and _is_to_be(sentence, verb, words[verb].head)


#: Verbs of saying under whose past "would" tells what was then to come.
_SAYING = frozenset({"add", "announce", "confirm", "pledge", "promise", "say", "tell", "vow"})


def _is_said_to_come(sentence: Sentence, verb: int) -> bool:
    """Tell whether "would" is the "will" of what somebody said: "she said they would meet on Monday"."""
    words, word = sentence.words, sentence.words[verb]
    above = words[word.head]
    would = any(one.head == verb and one.text.lower() in {"would", "'d", "’d"} for one in words)
    said = word.dep == "ccomp" and above.tag == "VBD" and above.lemma.lower() in _SAYING
    conditional = any(one.head == verb and one.dep == "advcl" for one in words)
    return would and said and not conditional


def _was_to_be(sentence: Sentence, verb: int) -> bool:
    """Tell whether an infinitive tells what had been fixed: "talks were scheduled to be held on Monday"."""
    words, above = sentence.words, sentence.words[sentence.words[verb].head]
    infinitive = any(one.head == verb and one.tag == "TO" for one in words)
    fixed = above.tag == "VBN" and above.lemma.lower() in {"plan", "schedule", "set", "slate"}
    then = any(words[one.head] is above and one.text.lower() in {"was", "were"} for one in words)
    return infinitive and fixed and then


def _is_to_be(sentence: Sentence, verb: int, head: int) -> bool:
    """Tell whether an infinitive tells what is to be: of a headline, or under "plans to", "will begin to"."""
    above = sentence.words[head]
    if head == verb:
        return True  # a headline: "Markets to remain closed until Friday"
    if head < verb and above.tag == "VB":
        return _is_future(sentence, head)
    if above.tag in {"VBZ", "VBP", "VBN", "VBG", "JJ"}:
        return above.lemma.lower() in _AHEAD_LEMMAS or above.lemma == "be"
    return False
