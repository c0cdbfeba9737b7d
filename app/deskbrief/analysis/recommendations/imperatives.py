"""Sentences that begin with a verb in its base form."""

from __future__ import annotations

from collections.abc import Sequence

from deskbrief.analysis.recommendations.vocabulary import IMPERATIVES, NOUNS_TOO

#: Letters of the longest initials.
_INITIALS = 4
#: What may stand before the verb.
_OPENERS_WORDS = (
    "please also instead first second third finally then so and but or either always never just simply "
    "clearly fully further immediately actively proactively carefully publicly better"
)
_OPENERS = frozenset(_OPENERS_WORDS.split())
#: After "do" these make a question.
_ASKED = frozenset({"you", "we", "they", "i", "these", "those", "people", "the"})
_NO_VERBS_WORDS = (
    "fully increasingly only never please want need think like guess hope feel seem suppose wonder doubt"
)
_NO_VERBS = frozenset(_NO_VERBS_WORDS.split())
_VERBS_IN_LY = frozenset({"multiply", "supply", "comply", "reply", "family", "assembly", "italy"})
#: After these words a word that can be a noun is one.
_AFTER = (
    "of from is are was were has have had will would in by and over between among amid ongoing underway which"
)
_AFTER_NOUN = frozenset(_AFTER.split())
#: Adverbs that say when or how far something holds; no command begins so.
_TELLING_WORDS = (
    "formerly previously recently currently originally historically usually generally typically normally "
    "probably possibly presumably apparently evidently unfortunately fortunately sadly hopefully "
    "interestingly surprisingly mostly mainly nearly "
    "reportedly allegedly formally officially"
)
TELLING = frozenset(_TELLING_WORDS.split())
#: Signs behind the name of a thing that is explained: "iss - the issuer".
_PARTS_A_NAME = frozenset({",", "-", "–", "—", ":", "="})
#: Adjectives by what follows them: "Close to agreement", "Open to all".
_ADJECTIVE_BEFORE = {
    "close": {"to"},
    "open": {"to"},
    "subject": {"to"},
    "free": {"of", "to"},
    "clear": {"of", "that"},
}
#: Past forms that a model takes for commands at the start of a note: "Ran out of time".
_PAST_WORDS = (
    "became began bought brought built came chose dealt did drew drove fell felt forgot gave got grew "
    "had heard held kept knew left lost made meant met paid ran said sent sold spent spoke stood "
    "taught thought told took understood was went were withdrew won wrote"
)
PAST = frozenset(_PAST_WORDS.split())
_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
_NOMINAL = frozenset({"NN", "NNP", "JJ"})
#: Parts of a text or plan that are numbered: "Step 3".
_COUNTED = frozenset(
    {"step", "action", "measure", "phase", "stage", "document", "report", "issue", "position", "text"}
)
_DASHES = frozenset({"-", "–", "—"})
#: Verbs that are adjectives as often: "open source code offers …".
_ADJECTIVES_TOO = frozenset(
    {
        "open",
        "secure",
        "separate",
        "complete",
        "direct",
        "clear",
        "live",
        "free",
        "clean",
        "lower",
        "dry",
        "warm",
    }
)
#: Words after "save" that make it mean "except", and those that give what stands before them a number.
_SAVE_FOR = frozenset({"in", "as", "where", "that", "insofar", "with", "respect"})
#: Words for changes that are verbs as well.
_CHANGES = frozenset({"boost", "change", "cut", "drop", "fall", "increase", "rise", "shift", "spike"})
#: Words that follow "state" where it is a verb.
_STATED = frozenset(
    {"the", "a", "an", "any", "all", "each", "your", "their", "its", "his", "her", "this", "that", "these"}
    | {
        "how",
        "why",
        "what",
        "which",
        "when",
        "where",
        "who",
        "whether",
        "in",
        "for",
        "on",
        "at",
        "explicitly",
    }
)
_NUMBERS = frozenset({"no", "no.", "nos", "nos.", "number", "nr", "nr.", "#"})
_PREPOSITION_AFTER = {
    "challenge": "for",
    "debate": "about",
    "order": "without",
    "support": "for",
    "need": "for",
    "plan": "for",
    "call": "for",
    "demand": "for",
    "request": "for",
}


def starts_imperative(words: Sequence[str], tags: Sequence[str] = ()) -> int:
    """Return the index of the verb that a sentence begins with, or -1 when it does not begin with one.

    `words` are the first words of the sentence, `tags` their Penn Treebank tags where a model has given them.
    """
    at = 0
    lower = [word.lower() for word in words]
    while at < len(lower) and at < 4 and _opens(lower, at):
        at += 1
    if at >= len(lower) or (lower[at] not in IMPERATIVES and not _tagged_base(at, tags)):
        return -1
    if not words[at].isalpha() or is_speaker(words, at):
        return -1
    asks = lower[at] == "do" and lower[at + 1 : at + 2] and lower[at + 1] in _ASKED
    if (
        asks
        or _is_perfect(lower, tags, at)
        or lower[at] in _NO_VERBS
        or lower[at] in PAST
        or is_no_verb(lower, at)
        or _is_noun(lower, tags, at)
        or (tags and _is_other(tags, at))
    ):
        return -1
    return at


def is_speaker(words: Sequence[str], at: int) -> bool:
    """Tell whether the word is somebody's initials before what he says: "BE: the proposal is fine"."""
    return words[at].isupper() and len(words[at]) <= _INITIALS and words[at + 1 : at + 2] == [":"]


def is_counted(word: str, after: str) -> bool:
    """Tell whether the word is the name of a part with its number after it: "Step 3"."""
    return after[:1].isdigit() and word.lower() in _COUNTED


def ends_as_noun(word: str) -> bool:
    """Tell whether a word that is no known command ends as nouns do: "colonialism", "deregulation"."""
    return word.lower().endswith(("tion", "sion", "ism", "ness", "ity", "ology"))


def is_title(words: Sequence[str]) -> bool:
    """Tell whether a line names something that took place: "Boost in expertise", "Drop of prices"."""
    return len(words) > 1 and words[0].lower() in _CHANGES and words[1].lower() in {"in", "of"}


def is_no_verb(words: Sequence[str], at: int) -> bool:
    """Tell whether the word is no verb: "File No. 7", "Report (A-7)", "Need for maps", "Save in part"."""
    after = words[at + 1].lower() if at + 1 < len(words) else ""
    if words[at].lower() == "need":
        return after in {"for", "of"}
    if words[at].lower() == "state" and after.isalpha():
        return after not in _STATED and not after.endswith("ly")
    if words[at].lower() == "save":
        return after in _SAVE_FOR
    if after == "(":
        return any(sign.isdigit() for sign in "".join(words[at + 2 : at + 3]))
    return after in _NUMBERS and any(sign.isdigit() for word in words[at + 2 : at + 5] for sign in word)


def _is_perfect(lower: Sequence[str], tags: Sequence[str], at: int) -> bool:
    """Tell whether notes say in short what somebody has done: "Have opened a few requests"."""
    done = tags[at + 1 : at + 3]
    return lower[at] == "have" and done[:1] == ["VBN"] and done[1:] not in (["NN"], ["NNS"])


def _opens(lower: Sequence[str], at: int) -> bool:
    if lower[at] in {"do", "don"}:
        return at + 1 < len(lower) and lower[at + 1] in {"not", "n't", "n’t", "'t", "’t", "’", "'"}
    return (
        lower[at] in _OPENERS
        or _is_adverb(lower[at])
        or lower[at] in {",", "not", "n't", "n’t", "don't", "don’t", "’", "'", "t"}
    )


def _is_noun(lower: Sequence[str], tags: Sequence[str], at: int) -> bool:
    """Tell whether the word is a noun here, by what follows: "support for", "Call blocking programs do"."""
    after = lower[at + 1] if at + 1 < len(lower) else ""
    if after in _ADJECTIVE_BEFORE.get(lower[at], ()) or (after == "(" and lower[at] in NOUNS_TOO):
        return True
    if lower[at] not in IMPERATIVES:
        return after in _PARTS_A_NAME
    if lower[at] not in NOUNS_TOO | _ADJECTIVES_TOO:
        return False
    beside = after in _AFTER_NOUN or _PREPOSITION_AFTER.get(lower[at]) == after
    if is_counted(lower[at], after) or beside or ":" in lower[at + 1 : at + 3]:
        return True
    end = _end_of_nouns(tags, at, qualified=lower[at] in _ADJECTIVES_TOO)
    if end == at + 1 or end >= len(tags):
        return False
    # "Call blocking programs do …", "Lead developer - writes the code"
    return tags[end] in _FINITE or (tags[at] in _NOMINAL and lower[end] in _DASHES)


def _end_of_nouns(tags: Sequence[str], at: int, *, qualified: bool) -> int:
    """Return where the nouns right behind a word end, with what else qualifies them: "Lower ranked items"."""
    inside = {"NN", "NNS", "NNP", "NNPS", "VBG"} | ({"VBN", "JJ"} if qualified else set())
    end = at + 1
    while end < len(tags) and tags[end] in inside:
        end += 1
    return end


def _is_adverb(word: str) -> bool:
    return (
        len(word) > 5
        and word.endswith("ly")
        and word not in IMPERATIVES
        and word not in _VERBS_IN_LY | TELLING
    )


def _tagged_base(at: int, tags: Sequence[str]) -> bool:
    return at < len(tags) and tags[at] == "VB"


def _is_other(tags: Sequence[str], at: int) -> bool:
    """Tell whether the tags speak against a verb: a finite verb or a noun's verb follows at once."""
    after = tags[at + 1] if at + 1 < len(tags) else ""
    if tags[at] in {"VBD", "VBN", "VBG", "VBZ", "NNS", "NNPS"}:
        return True
    return tags[at] in {"NN", "NNP", "JJ"} and after in {"VBZ", "VBD", "MD", "VBP"}
