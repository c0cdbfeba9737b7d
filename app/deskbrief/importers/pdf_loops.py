"""Forms of a PDF that draw themselves, or one another without end, found before PDFium draws them.

PDFium follows them until time or memory is used up. What is found is made into something that it does not
draw: the name of its kind is changed, in a copy of the file in which all else stays in its place.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

#: The most forms that are looked at, bytes of a dictionary, and bytes of the content of a form.
MOST_FORMS, LONGEST_HEAD, LONGEST_CONTENT = 20_000, 50_000, 2_000_000
#: The most forms that one form may draw, with those that they draw.
MOST_DRAWN = 100_000

_FORM = re.compile(rb"/Subtype\s{0,9}/Form(?=[\s/>])")
_HEAD = re.compile(rb"(\d{1,9})\s{1,9}\d{1,5}\s{1,9}obj")
_NAMED = re.compile(rb"/([^\s/<>()\[\]]{1,100})\s{1,9}(\d{1,9})\s{1,9}\d{1,5}\s{1,9}R")
_REFERENCE = re.compile(rb"/(?:Resources|XObject)\s{0,9}(\d{1,9})\s{1,9}\d{1,5}\s{1,9}R")
_DRAWN = re.compile(rb"/([^\s/<>()\[\]]{1,100})\s{1,9}Do(?=\s|$)")
_OBJECT = re.compile(rb"\sobj")
_STREAM = re.compile(rb"stream\r?\n")


@dataclass(slots=True)
class _Form:
    """A form: where the name of its kind stands, and where its dictionary and content do."""

    number: int
    kind: int
    head: bytes
    content: int
    draws: Counter[int] = field(default_factory=Counter)


def without_loops(data: bytes) -> tuple[bytes, int]:
    """Return the file without the forms that are drawn without end, and how many those are."""
    forms = {form.number: form for form in _forms(data)}
    if not forms:
        return data, 0
    names = _Names(data)
    for form in forms.values():
        drawn = Counter(_DRAWN.findall(_content(data, form)))
        # Where the resources stand is looked up for few forms: most draw no others.
        named = {name: number for name, number in names.of(form.head) if number in forms} if drawn else {}
        for name in named.keys() & drawn.keys():
            form.draws[named[name]] += drawn[name]
    endless = _endless({number: form.draws for number, form in forms.items() if form.draws})
    if not endless:
        return data, 0
    changed = bytearray(data)
    for number in endless:
        # Where a form is written more than once, the last one counts, and that is the one that was kept.
        end = data.find(b"/Form", forms[number].kind) + len(b"/Form")
        changed[end - 1 : end] = b"n"
    return bytes(changed), len(endless)


def _forms(data: bytes) -> Iterator[_Form]:
    for count, found in enumerate(_FORM.finditer(data)):
        if count >= MOST_FORMS:
            return
        start = data.rfind(b"obj", max(found.start() - LONGEST_HEAD, 0), found.start())
        head = list(_HEAD.finditer(data, max(start - 30, 0), start + 3)) if start >= 0 else []
        begins = _STREAM.search(data, found.end(), found.end() + LONGEST_HEAD)
        if head and begins:
            yield _Form(int(head[-1][1]), found.start(), data[start : begins.start()], begins.end())


class _Names:
    """Tells what the resources of forms name; those that stand in objects of their own are looked up."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._places: dict[int, int] | None = None

    def of(self, head: bytes) -> Iterator[tuple[bytes, int]]:
        """Yield the names in a dictionary with the numbers of the objects that they name."""
        waiting, seen = [head], 0
        while waiting and seen < 8:
            part = waiting.pop()
            seen += 1
            yield from ((found[1], int(found[2])) for found in _NAMED.finditer(part))
            waiting += (self._object(int(found[1])) for found in _REFERENCE.finditer(part))

    def _object(self, number: int) -> bytes:
        if self._places is None:
            self._places = dict(object_places(self._data))
        start = self._places.get(number, -1)
        if start < 0:
            return b""
        end = self._data.find(b"endobj", start, start + LONGEST_HEAD)
        return self._data[start : end if end >= 0 else start + LONGEST_HEAD]


def object_places(data: bytes) -> Iterator[tuple[int, int]]:
    """Yield the numbers of the objects of a file and where they begin."""
    for found in _OBJECT.finditer(data):
        words = data[max(found.start() - 16, 0) : found.start()].split()
        if len(words) > 1 and words[-2].isdigit():
            yield int(words[-2]), found.end()


def _content(data: bytes, form: _Form) -> bytes:
    """Return the content of `form`, unpacked if it is packed in the usual way."""
    end = data.find(b"endstream", form.content)
    raw = data[form.content : min(end if end >= 0 else len(data), form.content + LONGEST_CONTENT)]
    if b"/FlateDecode" not in form.head and b"/Fl" not in form.head:
        return raw
    try:
        return zlib.decompressobj().decompress(raw, LONGEST_CONTENT)
    except zlib.error:
        return b""


def _endless(draws: Mapping[int, Counter[int]]) -> list[int]:
    """Return the forms that come back to themselves, and those that draw too many others."""
    sizes, order = _sizes(draws)
    left = {number for number in draws if number not in sizes}
    inner = _reached_again(left, draws)
    many = []
    for number in order:
        size = 1 + sum(count * min(sizes.get(kid, 1), MOST_DRAWN) for kid, count in draws[number].items())
        if size > MOST_DRAWN:
            many.append(number)
            size = 1
        sizes[number] = size
    return [*sorted(inner), *many]


def _sizes(draws: Mapping[int, Counter[int]]) -> tuple[dict[int, int], list[int]]:
    """Return the forms that come to an end, from the innermost on (Kahn, 1962)."""
    open_ = {number: sum(kid in draws for kid in kids) for number, kids in draws.items()}
    users: dict[int, list[int]] = {}
    for number, kids in draws.items():
        for kid in kids:
            users.setdefault(kid, []).append(number)
    ready = [number for number, count in open_.items() if not count]
    for number in ready:
        for user in users.get(number, ()):
            open_[user] -= 1
            if not open_[user]:
                ready.append(user)
    return dict.fromkeys(ready, 1), ready


def _reached_again(left: Iterable[int], draws: Mapping[int, Counter[int]]) -> set[int]:
    """Return those `left` that others of them draw: forms that only lead to a loop are none of it."""
    inner = set(left)
    used = Counter(kid for number in inner for kid in draws[number] if kid in inner)
    free = [number for number in inner if not used[number]]
    for number in free:
        inner.discard(number)
        for kid in draws[number]:
            used[kid] -= 1
            if kid in inner and not used[kid]:
                free.append(kid)
    return inner
