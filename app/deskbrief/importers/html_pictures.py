"""The pictures of a page: where each stands, which bytes it has in the file, and which the file lacks."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from posixpath import normpath
from urllib.parse import unquote, unquote_to_bytes, urljoin

from lxml.html import HtmlElement

from deskbrief.document.model import Picture
from deskbrief.importers.gallery import Gallery, Load
from deskbrief.importers.html_inline import is_hidden, is_speck
from deskbrief.importers.pictures import pictures_remark

#: The longest alternative text and address, and the most addresses of one picture that are tried.
LONGEST_ALT, LONGEST_ADDRESS, MOST_ADDRESSES = 400, 2_000, 12
#: How a picture is named whose bytes stood in the page itself.
INSIDE = "data:,"

_DATA = re.compile(r"data:image/[a-z0-9.+-]{1,40}(;base64)?,([A-Za-z0-9+/=%_.~:-]{64,})", re.IGNORECASE)

#: Finds the bytes of the picture at an address: a name for it and the way to them, or nothing.
Find = Callable[[str], tuple[str, Load] | None]


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture as a page shows it: the alternative text, addresses in order of worth, width and height.

    One that is `tabled` stands in a cell of a table, and is shown after the table.
    """

    alt: str
    addresses: tuple[str, ...]
    size: tuple[float, float]
    element: HtmlElement
    tabled: bool = False


def shown_by(image: HtmlElement) -> Shown:
    """Return what the element `image` shows; scripts may have kept its address in places of their own."""
    listed = image.get("srcset", image.get("data-srcset", ""))[: 10 * LONGEST_ADDRESS]
    several = [part.split()[0] for part in listed.split(",") if part.strip()]
    said = [image.get("src"), image.get("data-src"), image.get("data-original"), *several]
    addresses = [address.strip() for address in said if address and len(address) <= LONGEST_ADDRESS]
    return Shown(
        " ".join(image.get("alt", "")[:LONGEST_ALT].split()),
        tuple(dict.fromkeys(addresses))[:MOST_ADDRESSES],
        (_side(image.get("width", "")), _side(image.get("height", ""))),
        image,
    )


def drawn_by(drawing: HtmlElement) -> list[Shown]:
    """Return the pictures that an SVG drawing in a page holds, as the covers of many books do."""
    found = []
    for image in drawing.iter("image"):
        address = (image.get("xlink:href") or image.get("href") or "").strip()
        if address and len(address) <= LONGEST_ADDRESS:
            size = (_side(image.get("width", "")), _side(image.get("height", "")))
            found.append(Shown("", (address,), size, drawing))
    return found


def initial_of(image: HtmlElement) -> str:
    """Return the letter that a picture stands for, as illuminated initials of old books do."""
    letter = image.get("alt", "")
    return letter if len(letter) == 1 and letter.isalpha() else ""


def pictures_in(table: HtmlElement) -> list[Shown]:
    """Return the pictures in the cells of `table`."""
    found = (image for image in table.iter("img") if not (is_speck(image) or is_hidden(image)))
    return [replace(shown_by(image), tabled=True) for image in found]


def _side(written: str) -> float:
    digits = written.strip().lower().removesuffix("px").partition(".")[0]
    return float(digits) if digits.isascii() and digits.isdecimal() and len(digits) < 6 else 0.0


class Finder:
    """Finds pictures for one file; `missing` are the alternative texts of those that it does not carry."""

    def __init__(self, gallery: Gallery, find: Find) -> None:
        self.missing: list[str] = []
        self._gallery = gallery
        self._find = find

    def picture(self, shown: Shown) -> Picture | None:
        """Return the picture that is shown; one that is missing is noted as such."""
        carried = False
        for address in shown.addresses:
            found = self._find(address)
            if found is None:
                continue
            picture = self._gallery.add(*found, shown=shown.size)
            carried = carried or self._gallery.holds(found[0])
            if picture is not None:
                return picture
        if not carried:
            self.missing.append(shown.alt)
        return None

    def remarks(self) -> Iterator[str]:
        """Yield a sentence on the pictures that are not shown, if there are any."""
        if self.missing:
            yield pictures_remark(self.missing)


class Carried:
    """A page with the pictures that its mark-up holds taken out: `text` names them instead.

    They are most of a page that was saved in one file, and nothing that looks for text should see them.
    """

    def __init__(self, text: str) -> None:
        self._held: list[Sequence[str]] = []
        self.text = self.without(text)

    def without(self, text: str) -> str:
        """Return `text`, the page or one inside it, with names in place of the pictures."""
        return _DATA.sub(self._take, text) if "data:image/" in text else text

    def _take(self, found: re.Match[str]) -> str:
        self._held.append(found.groups(""))
        return f"{INSIDE}{len(self._held) - 1}"

    def find(self, address: str) -> tuple[str, Load] | None:
        """Return the picture that stood in the page and is named `address` now."""
        number = address.removeprefix(INSIDE)
        if number == address or not number.isascii() or not number.isdecimal() or len(number) > 6:
            return None
        return (
            (address, lambda: _decoded(*self._held[int(number)])) if int(number) < len(self._held) else None
        )


def _decoded(coded: str, data: str) -> bytes:
    try:
        return base64.b64decode(unquote(data) + "==") if coded else unquote_to_bytes(data)
    except (binascii.Error, ValueError):
        return b""


def finder_for(gallery: Gallery, carried: Carried, parts: Mapping[str, bytes], base: str) -> Finder:
    """Return a finder that looks in the page itself, and in the `parts` that belong to it by address."""

    def find(address: str) -> tuple[str, Load] | None:
        name = next((name for name in names_of(address, base) if name in parts), "") if parts else ""
        return (name, lambda: parts[name]) if name else carried.find(address)

    return Finder(gallery, find)


def names_of(address: str, base: str) -> Iterator[str]:
    """Yield the names under which the file at `address` may be known."""
    yield address
    plain = address.partition("#")[0].partition("?")[0]
    if ":" not in plain[:12]:
        yield normpath(unquote(plain))
    elif plain.lower().startswith("cid:"):
        yield unquote(plain)
    try:
        yield urljoin(base, address)
    except ValueError:
        return
