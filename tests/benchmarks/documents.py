"""Made-up documents of any length, and libraries that know them already."""

from __future__ import annotations

from pathlib import Path

from deskbrief.document.model import Document
from deskbrief.document.outline import Outline
from deskbrief.library.library import Library

SMALL, LONG, HUGE = 1_000, 100_000, 620_000

SECTION = (
    "Findings of chapter {n}\n"
    "In March {y} the council of the northern region met in Geneva and discussed the supply of energy. "
    "Members of the ministry said that the talks had been useful, and a second round was held on 4 May {y}. "
    "There was a long silence in the hall, and then the delegates began to speak about the harvest, the "
    "roads and the price of coal. The agency should publish its figures by June {z}, and governments must "
    "review the rules before winter.\n"
    "{filling}\n{filling}\n{filling}\n"
    "- Review the rules: A full review of the rules on trade could help the regions that depend on it.\n"
    "- Publish figures: Each ministry should publish what it spends, and on whom, twice a year.\n"
    "| Date | Event |\n|---|---|\n| July {y} | Second round |\n| May {z} | Summit in Oslo |\n"
)
FILLING = (
    "It is difficult to say whether the change reflects conviction or convenience; most accounts suggest a "
    "mixture of both. The engineers walked the length of the embankment, counting the places where water had "
    "come through the stone. By contrast, officials maintain that the policy has already delivered results, "
    "and they point to new projects that were begun in its first years. Nevertheless, the broader pattern is "
    "clear: where trade improved, confidence followed, and where it did not, the old grievances returned."
)
#: The words of a section.
IN_SECTION = 380


def text_of(words: int) -> str:
    """Return a made-up report of about `words` words: headings, paragraphs, dates, advice, tables."""
    sections = range(round(words / IN_SECTION) or 1)
    parts = [SECTION.format(n=n, y=1990 + n % 30, z=1991 + n % 30, filling=FILLING) for n in sections]
    return "".join(parts) + "The last word of the ledger is zyzzyva.\n"


def write(path: Path, words: int) -> Path:
    """Write such a report as plain text and return its path."""
    path.write_text(text_of(words), encoding="utf-8")
    return path


def outlined(document: Document) -> Outline:
    """Return the outline by rules."""
    # Here and below not at the top: what the worker loads has no place in a process whose memory is measured.
    from deskbrief.analysis.pipeline import outline_of

    steps = outline_of(document, "")
    while True:
        try:
            next(steps)
        except StopIteration as whole:
            outline: Outline = whole.value
            return outline


def read(path: Path) -> Document:
    """Return the document in the file at `path`."""
    from deskbrief.importers.job import read_source
    from deskbrief.importers.source import Source

    return read_source(Source(path.name, str(path), path.read_bytes()))


def keep(library: Library, path: Path, share_read: float = 0.0) -> None:
    """Have `library` know the file at `path` with its outline by rules, read up to a share of its text."""
    document, state = read(path), path.stat()
    library.put_document(document, path=str(path), size=state.st_size, mtime_ns=state.st_mtime_ns)
    library.put_outline(document.sha256, outlined(document), "")
    library.set_place(document.sha256, int(len(document.text) * share_read))
