"""Which importer reads a file: what the file holds decides, its extension only where that is silent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import cast

from deskbrief.document.errors import SourceError
from deskbrief.importers.sniffing import Kind, sniff
from deskbrief.importers.source import Reader, Source

#: The largest file that is read, in bytes.
LARGEST = 32 * 1024 * 1024

_SAVE_AS = "Save it as plain text, Markdown or HTML and open that."


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: how it is called, and the dotted name of its reader; empty where there is none yet."""

    name: str
    reader: str = ""
    next_step: str = _SAVE_AS


#: A new format is one row here and one module.
FORMATS: Mapping[Kind, Format] = {
    Kind.TEXT: Format("plain text", "deskbrief.importers.plain:read_plain"),
    Kind.MARKDOWN: Format("Markdown", "deskbrief.importers.markdown:read_markdown"),
    Kind.HTML: Format("HTML", "deskbrief.importers.html_page:read_html"),
    Kind.PDF: Format("PDF"),
    Kind.EPUB: Format("EPUB e-book"),
    Kind.DOCX: Format("Word document"),
    Kind.DOC: Format("old Word document (.doc)"),
    Kind.ODT: Format("OpenDocument text"),
    Kind.RTF: Format("RTF document"),
    Kind.MHTML: Format("web archive (MHTML)"),
    Kind.MAIL: Format("e-mail message"),
    Kind.SHEET: Format("spreadsheet or presentation"),
    Kind.IMAGE: Format("picture", next_step="Open a file that holds text instead."),
    Kind.MEDIA: Format("sound or video file", next_step="Open a file that holds text instead."),
    Kind.ARCHIVE: Format("archive", next_step="Unpack it and open one of the files in it."),
    Kind.BINARY: Format("binary file", next_step="Open a file that holds text instead."),
}


def reader_for(source: Source) -> Reader:
    """Return the importer for `source`; raises `SourceError` when there is none."""
    _check_size(source)
    chosen = FORMATS[sniff(source)]
    if not chosen.reader:
        article = "an" if chosen.name[0] in "aeioAEIOR" else "a"
        raise SourceError(
            f"{source.name} is {article} {chosen.name}, which Deskbrief cannot read yet.", chosen.next_step
        )
    module, _, function = chosen.reader.partition(":")
    return cast("Reader", getattr(import_module(module), function))


def _check_size(source: Source) -> None:
    if not source.data:
        raise SourceError(f"{source.name} is empty.", "Choose a file that has something in it.")
    if len(source.data) > LARGEST:
        size = len(source.data) / 1024 / 1024
        limit = LARGEST // 1024 // 1024
        raise SourceError(
            f"{source.name} is {size:,.0f} MB; Deskbrief reads files of up to {limit} MB.",
            "Split it into smaller files and open one of those.",
        )
