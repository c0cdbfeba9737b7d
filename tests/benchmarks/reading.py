"""How fast each format is read, beside the library that does the first step of it, in one run.

usage: python tests/benchmarks/reading.py [TIMES]

The article of the tests is repeated TIMES (60) times and written in every format. The ratio is the time of
the whole reading to the time of the library alone on the same bytes.
"""

from __future__ import annotations

import io
import sys
import time
import zipfile
from collections.abc import Callable
from email import message_from_bytes
from email.policy import default
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from deskbrief.importers.job import read_source
from deskbrief.importers.source import Source
from helpers import formats


def of_zip(data: bytes) -> None:
    """Parse the XML of a zip with lxml."""
    from lxml import etree

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if name.endswith(("xml", "xhtml")):
                etree.fromstring(archive.read(name))


def of_html(data: bytes) -> None:
    """Parse a page with lxml."""
    from lxml.html import document_fromstring

    document_fromstring(data)


def of_message(data: bytes) -> None:
    """Decode the parts of a message with Python's own package."""
    for part in message_from_bytes(data, policy=default).walk():
        if part.get_content_maintype() == "text":
            part.get_content()


def of_markdown(data: bytes) -> None:
    """Parse Markdown."""
    from markdown_it import MarkdownIt

    MarkdownIt("commonmark").enable("table").parse(data.decode("utf-8"))


def of_xml(data: bytes) -> None:
    """Parse XML with lxml."""
    from lxml import etree

    etree.fromstring(data)


def of_pdf(data: bytes) -> None:
    """Read the text of all pages with PDFium."""
    import pypdfium2

    file = pypdfium2.PdfDocument(data)
    for page in file:
        page.get_textpage().get_text_range()


UNDERNEATH: dict[str, tuple[str, Callable[[bytes], object]]] = {
    "txt": ("str.decode", lambda data: data.decode("utf-8")),
    "md": ("markdown-it-py", of_markdown),
    "html": ("lxml", of_html),
    "mhtml": ("email", of_message),
    "eml": ("email", of_message),
    "epub": ("zipfile and lxml", of_zip),
    "docx": ("zipfile and lxml", of_zip),
    "odt": ("zipfile and lxml", of_zip),
    "fodt": ("lxml", of_xml),
    "pdf": ("pypdfium2", of_pdf),
}


def seconds(work: Callable[[], object]) -> float:
    """Return the least processor time of three runs of `work`."""
    taken = []
    for _ in range(3):
        begin = time.process_time()
        work()
        taken.append(time.process_time() - begin)
    return min(taken)


def main() -> None:
    """Print a table."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    formats.BLOCKS = tuple(
        (kind, held if kind == "table" else f"{held} {number}")
        for number in range(times)
        for kind, held in formats.BLOCKS
    )
    print(f"{'file':18}{'MB':>7}{'words':>9}{'ms':>9}{'words/s':>11}  library underneath, ms, ratio")
    for name, make in formats.EVERY.items():
        data = make()
        words = read_source(Source(name, "", data)).words
        own = seconds(lambda name=name, data=data: read_source(Source(name, "", data)))  # type: ignore[misc]
        library, step = UNDERNEATH.get(name.rpartition(".")[2], ("", None))
        base = seconds(lambda step=step, data=data: step(data)) if step else 0.0  # type: ignore[misc]
        beside = f"{library}, {base * 1000:.1f}, {own / base:.1f}" if base else "-"
        print(f"{name:18}{len(data) / 1e6:7.2f}{words:9,}{own * 1000:9.1f}{words / own:11,.0f}  {beside}")


if __name__ == "__main__":
    main()
