"""Where the words of a document may be parted at the end of a line, found out beside the window's work."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from threading import Thread
from typing import Any

from PySide6.QtCore import QObject, Signal

from deskbrief.document.model import BlockKind, Document
from deskbrief.document.spans import Span

#: The patterns taken for each language; only those that may be used under MIT, BSD, LGPL or MPL.
PATTERNS = {
    "ca": "ca",
    "da": "da_DK",
    "de": "de_DE",
    "el": "el_GR",
    "en": "en_US",
    "es": "es",
    "et": "et_EE",
    "fr": "fr",
    "hr": "hr_HR",
    "hu": "hu_HU",
    "it": "it_IT",
    "pl": "pl_PL",
    "pt": "pt_BR",
    "sl": "sl_SI",
    "sv": "sv",
    "en-gb": "en_GB",
}
#: Kinds of block whose words are parted.
KINDS = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE, BlockKind.FOOTNOTE})
#: The fewest letters of a word, and of it before and after a hyphen.
SHORTEST, LEFT, RIGHT = 6, 2, 3
#: A word alone: no part of an address, of a name with digits, or of what has a hyphen already.
_WORD = re.compile(
    rf"(?<![\w/@.:#%&=?~\\\u00ad-])[^\W\d_]{{{SHORTEST},40}}(?![\w/@:#%&=~\\\u00ad-]|[.?][\w/])"
)
#: So much text is looked through at a time, so that other threads are not held up.
SLICE = 10_000

Places = Mapping[str, tuple[int, ...]]


class Breaks:
    """Where words of one language may be parted; words that were not looked up are not."""

    __slots__ = ("_places",)

    def __init__(self, places: Places) -> None:
        self._places = places

    def of(self, text: str, avoided: Iterable[Span]) -> list[int]:
        """Return where in `text` a hyphen may come, but for stretches to be avoided and the last word."""
        end = len(text.rstrip())
        end = max(text.rfind(" ", 0, end), 0)
        found = [
            match.start() + place
            for match in _WORD.finditer(text, 0, end)
            for place in self._places.get(match[0], ())
        ]
        for span in avoided:
            found = [place for place in found if not span.start < place < span.end]
        return found


class Hyphens(QObject):
    """Finds, on a thread, where the words of documents may be parted; `ready` tells when it is known.

    Patterns take up to a second to load, and each word some 50 microseconds the first time.
    """

    ready = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._known: dict[str, dict[str, tuple[int, ...]]] = {}
        self._done: set[tuple[str, int]] = set()
        self._wanted: tuple[str, int] | None = None

    def breaks(self, document: Document) -> Breaks | None:
        """Return where words of `document` may be parted; None when it is not known yet, or never will be."""
        name = patterns_for(document.metadata.language)
        if not name:
            return None
        key = document.sha256, len(document.text)
        if key in self._done:
            return Breaks(self._known[name])
        if self._wanted != key:
            self._wanted = key
            Thread(target=self._find, args=(document, name, key), name="hyphens", daemon=True).start()
        return None

    def _find(self, document: Document, name: str, key: tuple[str, int]) -> None:
        import pyphen

        patterns = pyphen.Pyphen(lang=name, left=LEFT, right=RIGHT)
        known = self._known.setdefault(name, {})
        for word in _words(document):
            if self._wanted != key:
                return
            if word not in known:
                known[word] = () if word.isupper() else tuple(_places(patterns, word))
        patterns.hd.cache.clear()
        self._done.add(key)
        # The view may be gone meanwhile, and this with it.
        with suppress(RuntimeError):
            self.ready.emit()


def patterns_for(language: str) -> str:
    """Return the name of the patterns for a language ("en", "en-GB"), or an empty string."""
    known = language.replace("_", "-").lower()
    return PATTERNS.get(known, PATTERNS.get(known.partition("-")[0], ""))


def _places(patterns: Any, word: str) -> Iterator[int]:
    """Yield where a word may be parted without its letters changing."""
    for place in patterns.positions(word):
        if place.data is None:
            yield int(place)


def _words(document: Document) -> Iterator[str]:
    for block in document.blocks:
        if block.kind not in KINDS:
            continue
        for start in range(block.start, block.end, SLICE):
            for match in _WORD.finditer(document.text, start, min(start + SLICE, block.end)):
                yield match[0]
