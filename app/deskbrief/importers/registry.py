"""Which importer reads a file: what the file holds decides, its extension only where that is silent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from importlib import import_module
from typing import cast

from deskbrief.document.errors import SourceError
from deskbrief.document.model import Document
from deskbrief.document.sizes import megabytes
from deskbrief.document.tasks import Progress
from deskbrief.importers.archive import UNLOCK, breaks_off
from deskbrief.importers.sniffing import Kind, sniff
from deskbrief.importers.source import Preview, Reader, Source, Steps

#: The largest text and the largest file of any kind that is read, in megabytes.
LARGEST_TEXT, LARGEST = 32, 100

_SAVE_AS = "Save it as plain text, Markdown or HTML and open that."
_CUT_SHORT = "The file breaks off, so the rest of it is missing. Get it again to have all of it."
_OTHER = "Open a file that holds text instead."


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: how it is called, and the dotted name of its reader or, without one, what to do.

    `steps` names the reader that tells how far it is, where there is one. `largest` is in megabytes.
    """

    name: str
    reader: str = ""
    steps: str = ""
    why: str = "which Deskbrief cannot read yet"
    next_step: str = _SAVE_AS
    largest: int = LARGEST


#: A new format is one row here and one module.
FORMATS: Mapping[Kind, Format] = {
    Kind.TEXT: Format(
        "a plain text",
        "deskbrief.importers.plain:read_plain",
        "deskbrief.importers.plain:plain_steps",
        largest=LARGEST_TEXT,
    ),
    Kind.MARKDOWN: Format(
        "a Markdown file", "deskbrief.importers.markdown:read_markdown", largest=LARGEST_TEXT
    ),
    Kind.HTML: Format(
        "a web page",
        "deskbrief.importers.html_page:read_html",
        "deskbrief.importers.html_steps:html_steps",
        largest=LARGEST_TEXT,
    ),
    Kind.XML: Format("an XML file", "deskbrief.importers.xml_text:read_xml", largest=LARGEST_TEXT),
    Kind.PDF: Format("a PDF", "deskbrief.importers.pdf:read_pdf", "deskbrief.importers.pdf:pdf_steps"),
    Kind.EPUB: Format(
        "an EPUB e-book", "deskbrief.importers.epub:read_epub", "deskbrief.importers.epub:epub_steps"
    ),
    Kind.DOCX: Format("a Word document", "deskbrief.importers.docx:read_docx"),
    Kind.DOC: Format(
        "an old Word document (.doc)", next_step="Save it as .docx in Word or LibreOffice, and open that."
    ),
    Kind.ODT: Format("an OpenDocument text", "deskbrief.importers.odt:read_odt"),
    Kind.FLAT_ODT: Format("a flat OpenDocument text", "deskbrief.importers.odt:read_flat_odt"),
    Kind.RTF: Format("an RTF document", "deskbrief.importers.rtf:read_rtf"),
    Kind.MHTML: Format("a web archive (MHTML)", "deskbrief.importers.web_archive:read_mhtml"),
    Kind.WEBARCHIVE: Format("a Safari web archive", "deskbrief.importers.web_archive:read_webarchive"),
    Kind.MAIL: Format("an e-mail message", "deskbrief.importers.mail:read_mail"),
    Kind.SHEET: Format("a spreadsheet or presentation"),
    Kind.MESSAGE: Format(
        "an Outlook message (.msg)",
        next_step="Save it in Outlook as text or web page, or drag it out as .eml.",
    ),
    Kind.LOCKED: Format(
        "an Office file",
        why="locked with a password",
        next_step=UNLOCK,
    ),
    Kind.IMAGE: Format("a picture", why="not a text", next_step=_OTHER),
    Kind.MEDIA: Format("a sound or video file", why="not a text", next_step=_OTHER),
    Kind.ARCHIVE: Format("an archive", why="not a text", next_step="Unpack it and open one of its files."),
    Kind.DAMAGED: Format(
        "a damaged file",
        why="whose parts cannot be unpacked",
        next_step="Get it again, or save it again in the program that made it.",
    ),
    Kind.BINARY: Format("a binary file", why="not a text", next_step=_OTHER),
}


def reader_for(source: Source) -> Reader:
    """Return the importer for `source`; raises `SourceError` when there is none."""
    return cast("Reader", _named(_format_of(source).reader))


def steps_for(source: Source) -> Iterator[Progress | Preview | Document]:
    """Return the steps of reading `source`, the last of which is its document; raises `SourceError`."""
    chosen = _format_of(source)
    if chosen.steps:
        steps = cast("Steps", _named(chosen.steps))(source)
    else:
        steps = iter([cast("Reader", _named(chosen.reader))(source)])
    return map(_cut_short, steps) if breaks_off(source.data) else steps


def _cut_short(step: Progress | Preview | Document) -> Progress | Preview | Document:
    """Return a step of reading a file that breaks off; its document says so."""
    if not isinstance(step, Document):
        return step
    remarks = (_CUT_SHORT, *step.coverage.remarks)
    return replace(step, coverage=replace(step.coverage, remarks=remarks, whole=False, cut=True))


def _format_of(source: Source) -> Format:
    """Return what kind of file `source` is; raises `SourceError` when it cannot be read."""
    if not source.data:
        raise SourceError(f"{source.name} is empty.", "Choose a file that has something in it.")
    chosen = FORMATS[sniff(source)]
    _check_size(source, chosen)
    if not chosen.reader:
        raise SourceError(f"{source.name} is {chosen.name}, {chosen.why}.", chosen.next_step)
    return chosen


def _named(target: str) -> object:
    module, _, function = target.partition(":")
    return getattr(import_module(module), function)


def _check_size(source: Source, chosen: Format) -> None:
    if len(source.data) > chosen.largest * 1024 * 1024:
        raise SourceError(
            f"{source.name} is {chosen.name} of {megabytes(len(source.data))}; "
            f"Deskbrief reads such files of up to {chosen.largest} MB.",
            "Split it into smaller files and open one of those.",
        )
