"""What is known of an RTF document while it is read: its tables, and what does not become text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from deskbrief.importers.builder import Builder
from deskbrief.importers.draft import BlockDraft
from deskbrief.importers.gallery import Gallery
from deskbrief.importers.pictures import pictures_remark
from deskbrief.importers.rtf_codepages import mended
from deskbrief.importers.rtf_fonts import Fonts
from deskbrief.importers.rtf_info import Info
from deskbrief.importers.rtf_lists import Lists
from deskbrief.importers.rtf_styles import Styles


@dataclass(slots=True)
class Finds:
    """The tables of one document, its notes, and what was met and stays out of its text.

    `notes` has a place for each note in the order of the references to them.
    """

    fonts: Fonts = field(default_factory=Fonts)
    styles: Styles = field(default_factory=Styles)
    lists: Lists = field(default_factory=Lists)
    info: Info = field(default_factory=Info)
    notes: list[list[BlockDraft]] = field(default_factory=list)
    numbered_notes: int = 0
    subtitle: str = ""
    contents: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    furniture: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    gallery: Gallery = field(default_factory=Gallery)
    pictures: int = 0

    def tell(self, builder: Builder) -> None:
        """Note what was left out."""
        builder.leave_out("list of contents", _joined(self.contents))
        builder.leave_out("deleted text", mended("".join(self.deleted)))
        if self.deleted:
            builder.remark("The file has tracked changes; it is shown as if all were accepted.")
        builder.leave_out("hidden text", mended("".join(self.hidden)))
        builder.leave_out("comments", _joined(self.comments))
        builder.leave_out("headers and footers", _joined(dict.fromkeys(self.furniture)))
        if self.missing:
            builder.remark(pictures_remark(self.missing))


def _joined(texts: Iterable[str]) -> str:
    lines = (" ".join(text.split()) for text in texts)
    return " · ".join(line for line in lines if line)
