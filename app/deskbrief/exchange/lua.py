"""Reading tables that Lua programs write as `return { … }`: data only, nothing in them is ever run."""

from __future__ import annotations

import re
from collections.abc import Callable

from deskbrief.document.errors import SourceError
from deskbrief.document.tasks import Json

#: Tables may be nested this deep, and hold this many values in all.
DEEPEST = 50
MOST_VALUES = 1_000_000
_SPACE = re.compile(r"[ \t\r\n\f\v]+")
_COMMENT = re.compile(r"--(?!\[=*\[)[^\n]*")
_LONG = re.compile(r"\[(=*)\[\r?\n?")
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_NUMBER = re.compile(r"-?(?:0[xX][0-9a-fA-F]{1,16}|[0-9]{1,20}(?:\.[0-9]{0,20})?(?:[eE][-+]?[0-9]{1,3})?)")
_ESCAPE = re.compile(r"\\(?:x[0-9a-fA-F]{2}|[0-9]{1,3}|u\{[0-9a-fA-F]{1,6}\}|z\s*|\r?\n|.)", re.DOTALL)
_PLAIN = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}
_WORDS: dict[str, Json] = {"true": True, "false": False, "nil": None}
#: Where a string in these quotes ends, or something other than a plain character stands in it.
_STOPS = {"'": re.compile(r"['\\\n]"), '"': re.compile(r'["\\\n]')}


def lua_table(text: str) -> dict[Json, Json]:
    """Return the table that the file `text` returns, as a dictionary; raises `SourceError` for other files.

    Items without a key are numbered from 1, as in Lua.
    """
    reader = _Reader(text)
    reader.expect_word("return")
    value = reader.value(0)
    if not isinstance(value, dict):
        raise reader.refusal()
    return value


def in_order(table: Json) -> list[Json]:
    """Return the items of a table that have numbers, in the order of these."""
    if not isinstance(table, dict):
        return []
    numbered = [key for key in table if isinstance(key, int) and not isinstance(key, bool)]
    return [table[key] for key in sorted(numbered)]


class _Reader:
    """Reads one value after the other from a text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._values = 0
        self._by_first: dict[str, Callable[[int], Json]] = {
            "{": self._table,
            '"': lambda _: self._string('"'),
            "'": lambda _: self._string("'"),
            "[": lambda _: self._long(),
        }

    def refusal(self) -> SourceError:
        """Return the error for a file that is not a table."""
        return SourceError(
            f"This file is no table of KOReader: it cannot be read at character {self._at + 1:,}.",
            "Copy it from the reader again.",
        )

    def expect_word(self, word: str) -> None:
        """Pass over `word`."""
        self._skip()
        if not self._text.startswith(word, self._at):
            raise self.refusal()
        self._at += len(word)

    def value(self, deep: int) -> Json:
        """Return the value that comes next."""
        self._values += 1
        if deep > DEEPEST or self._values > MOST_VALUES:
            raise self.refusal()
        self._skip()
        read = self._by_first.get(self._text[self._at : self._at + 1])
        return read(deep) if read else self._plain()

    def _plain(self) -> Json:
        if found := _NUMBER.match(self._text, self._at):
            self._at = found.end()
            digits = found[0]
            if "x" in digits.lower():
                return int(digits, 16)
            return int(digits) if digits.lstrip("-").isdigit() else float(digits)
        name = _NAME.match(self._text, self._at)
        if name is None or name[0] not in _WORDS:
            raise self.refusal()
        self._at = name.end()
        return _WORDS[name[0]]

    def _table(self, deep: int) -> dict[Json, Json]:
        self._at += 1
        table: dict[Json, Json] = {}
        number = 1
        while not self._passed("}"):
            key = self._key(deep)
            if key is None:
                key, number = number, number + 1
            table[key] = self.value(deep + 1)
            if not (self._passed(",") or self._passed(";") or self._next("}")):
                raise self.refusal()
        return table

    def _key(self, deep: int) -> Json:
        """Return the key before the value that comes next; None when it has none."""
        self._skip()
        if self._next("[") and not _LONG.match(self._text, self._at):
            self._at += 1
            key = self.value(deep + 1)
            if not self._passed("]") or not self._passed("=") or not isinstance(key, str | int | float):
                raise self.refusal()
            return key
        name = _NAME.match(self._text, self._at)
        if name is None:
            return None
        before, self._at = self._at, name.end()
        if self._passed("="):
            return name[0]
        self._at = before
        return None

    def _string(self, quote: str) -> str:
        begin = at = self._at + 1
        while True:
            stop = _STOPS[quote].search(self._text, at)
            if stop is None or stop[0] == "\n":
                raise self.refusal()
            if stop[0] == quote:
                break
            at = stop.end() + 1
        self._at = stop.end()
        return _ESCAPE.sub(_unescaped, self._text[begin : stop.start()])

    def _long(self) -> str:
        begin = _LONG.match(self._text, self._at)
        end = self._text.find(f"]{begin[1]}]", begin.end()) if begin else -1
        if begin is None or end < 0:
            raise self.refusal()
        self._at = end + len(begin[1]) + 2
        return self._text[begin.end() : end]

    def _passed(self, sign: str) -> bool:
        """Pass over `sign` if it comes next; tell whether it did."""
        self._skip()
        if not self._next(sign):
            return False
        self._at += len(sign)
        return True

    def _next(self, sign: str) -> bool:
        return self._text.startswith(sign, self._at)

    def _skip(self) -> None:
        """Pass over white space and comments."""
        while True:
            found = _SPACE.match(self._text, self._at) or _COMMENT.match(self._text, self._at)
            if found:
                self._at = found.end()
            elif self._next("--["):
                self._at += 2
                self._long()
            else:
                return


def _unescaped(found: re.Match[str]) -> str:
    sign = found[0][1:]
    if sign[0] in "\r\n":
        return "\n"
    if sign[0] == "z":
        return ""
    if sign[0] == "u" and len(sign) > 1:
        number = int(sign[2:-1], 16)
        return chr(number) if number < 0x110000 else "�"
    if sign[0] == "x" and len(sign) > 1:
        return chr(int(sign[1:], 16))
    if sign[0].isdigit():
        return chr(min(int(sign), 255))
    return _PLAIN.get(sign, sign)
