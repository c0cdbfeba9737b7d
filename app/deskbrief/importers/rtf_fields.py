"""Fields of RTF: an instruction, and the result that stands in the text."""

from __future__ import annotations

import re

from deskbrief.importers.links import link_target
from deskbrief.importers.office_symbols import coded, symbols
from deskbrief.importers.rtf_codepages import USUAL

#: The longest instruction that is looked at.
LONGEST = 3_000

_LINK = re.compile(
    r'\s*HYPERLINK\s+(?P<inner>\\l\s+|)(?:"(?P<quoted>[^"]+)|(?P<bare>[^"\s\\][^"\s]*))', re.IGNORECASE
)
_SYMBOL = re.compile(r"\s*SYMBOL\s+(?P<code>0x[0-9a-f]+|[0-9]+)", re.IGNORECASE)
_FONT = re.compile(r'\\f\s+"?(?P<font>[^"\\]+)')
_PART = re.compile(r'\s\\l\s+"?(?P<name>[^"\s]+)')


class Field:
    """A field whose instruction may still come: a link has a `target`, a symbol is a `sign`."""

    def __init__(self) -> None:
        self.target = ""
        self.sign = ""

    def instruct(self, instruction: str) -> None:
        """Take the instruction; what other fields do means nothing here, they have their results."""
        instruction = instruction[:LONGEST]
        if link := _LINK.match(instruction):
            self.target = _target(link, instruction)
        elif symbol := _SYMBOL.match(instruction):
            self.sign = _sign(symbol["code"], instruction)


def _target(link: re.Match[str], instruction: str) -> str:
    address = (link["quoted"] or link["bare"]).strip()
    if link["inner"] or address.startswith("#"):
        return mark_target(address.removeprefix("#"))
    part = _PART.search(instruction, link.end())
    return link_target(f"{address}#{part['name']}" if part else address, "")


def _sign(written: str, instruction: str) -> str:
    code = int(written[:8], 16 if written[:2].lower() == "0x" else 10)
    font = _FONT.search(instruction)
    if font and code <= 0xFF:
        return symbols(coded(chr(code)), font["font"].strip())
    return bytes([code]).decode(USUAL, "ignore") if code <= 0xFF else chr(code) if code <= 0xFFFF else ""


def mark_target(name: str) -> str:
    """Return the address of the place in the file that is called `name`."""
    return f"#mark {name.strip()}"
