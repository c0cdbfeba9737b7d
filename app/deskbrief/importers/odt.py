"""OpenDocument texts (ISO/IEC 26300), in a zip or as one flat XML file."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from deskbrief.document.errors import SourceError
from deskbrief.document.model import OF_THE_FILE, DateEvidence, Document, Metadata
from deskbrief.importers.archive import Archive, locked
from deskbrief.importers.builder import Builder
from deskbrief.importers.clean import fit_text
from deskbrief.importers.dates import date_line, find_date
from deskbrief.importers.draft import add_drafts
from deskbrief.importers.language import guess_language
from deskbrief.importers.numbering import Level
from deskbrief.importers.odt_body import OUTLINE, Body
from deskbrief.importers.odt_frames import FramePictures
from deskbrief.importers.odt_objects import Objects
from deskbrief.importers.odt_styles import Styles
from deskbrief.importers.odt_text import Finds
from deskbrief.importers.office_draft import joined_code, titled
from deskbrief.importers.office_headings import mark_captions, mark_headings, mend_levels
from deskbrief.importers.pictures import pictures_remark
from deskbrief.importers.source import Source
from deskbrief.importers.xml_tree import Element, Tree, attribute, first, local, named, parse_xml, text_in

#: How many blocks are read to guess the language.
LOOK = 60

_DAMAGED = "A part of this file is damaged; what stands after the damage is missing."


def read_odt(source: Source) -> Document:
    """Return the document in an OpenDocument text; raises `SourceError` when its text cannot be found."""
    archive = Archive(source)
    if archive.find("encrypted-package"):
        raise locked(source.name)
    manifest = parse_xml(archive.optional("META-INF/manifest.xml")).root
    for entry in named(manifest, "file-entry"):
        if attribute(entry, "full-path") == "content.xml" and first(entry, "encryption-data") is not None:
            raise locked(source.name)
    content = parse_xml(archive.read("content.xml"))
    styles = parse_xml(archive.optional("styles.xml")).root
    meta = parse_xml(archive.optional("meta.xml")).root
    return _document(source, content, styles, meta, archive)


def read_flat_odt(source: Source) -> Document:
    """Return the document in a flat OpenDocument text (.fodt), which is a single XML file."""
    content = parse_xml(source.data)
    return _document(source, content, None, first(content.root, "meta"))


def _document(
    source: Source,
    content: Tree,
    styles: Element | None,
    meta: Element | None,
    archive: Archive | None = None,
) -> Document:
    body = first(content.root, "body")
    text = first(body, "text")
    if text is None:
        raise SourceError(f"{source.name} holds no OpenDocument text.", "Get it again, or save it as ODT.")
    finds = Finds()
    listed = _list_styles(styles, content.root)
    objects = Objects(archive)
    pictures = FramePictures(archive, source.gallery, finds.missing)
    reader = Body(Styles(styles, content.root), listed, finds, pictures, objects)
    drafts = joined_code(reader.blocks(text))
    mark_captions(drafts)
    mark_headings(drafts)
    mend_levels(drafts)
    stated = text_in(first(meta, "title"))
    title = titled(drafts, stated)
    notes = [draft for name, marker, note in finds.notes for draft in reader.note(note, name, marker)]
    builder = Builder()
    add_drafts(builder, [*drafts, *notes], title)
    _tell(builder, content, finds)
    objects.tell(builder)
    _note_furniture(builder, content.root if styles is None else styles)
    words = " ".join(draft.line for draft in drafts[:LOOK])
    return builder.finish(
        source.sha256,
        _metadata(
            meta,
            title.line if title else stated,
            finds.subtitle,
            words,
            date_line(draft.line for draft in drafts),
        ),
    )


def _list_styles(*roots: Element | None) -> dict[str, tuple[Level, ...]]:
    found = {}
    for root in roots:
        for style in named(root, "list-style", "outline-style"):
            name = OUTLINE if local(style) == "outline-style" else attribute(style, "name")
            levels = list(style)[:10]
            unwritten = {_depth(level) for level in levels if _form(level) in ("none", "bullet")}
            found[name] = tuple(_level(level, unwritten) for level in levels)
    return found


def _form(element: Element) -> str:
    if local(element) not in ("list-level-style-number", "outline-level-style"):
        return "bullet"
    forms = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "": "none"}
    return forms.get(attribute(element, "num-format"), "decimal")


def _depth(element: Element) -> int:
    level = attribute(element, "level")
    return int(level) if level.isdecimal() and len(level) < 3 else 1


def _level(element: Element, unwritten: AbstractSet[int]) -> Level:
    """Return a level of a list; the numbers of levels that are `unwritten` are left out of its own."""
    form, depth = _form(element), _depth(element)
    if form == "bullet":
        return Level(form)
    shown = attribute(element, "display-levels")
    count = int(shown) if shown in tuple("123456789") else 1
    places = range(max(depth - count + 1, 1), depth + 1)
    numbers = ".".join(f"%{place}" for place in places if place not in unwritten)
    start = attribute(element, "start-value")
    return Level(
        form,
        attribute(element, "num-prefix")[:10] + numbers + attribute(element, "num-suffix")[:10],
        int(start) if start.isdecimal() and len(start) < 6 else 1,
    )


def _tell(builder: Builder, content: Tree, finds: Finds) -> None:
    """Note what was left out, and what could not be read."""
    builder.lose(*([] if content.whole else [_DAMAGED]))
    builder.leave_out("list of contents", " · ".join(finds.contents))
    builder.leave_out("deleted text", " ".join(finds.deleted))
    builder.leave_out("hidden text", " ".join(finds.hidden))
    builder.leave_out("readings of characters", " ".join(finds.readings))
    builder.leave_out("comments", " · ".join(finds.comments))
    if finds.deleted:
        builder.remark("The file has tracked changes; it is shown as if all were accepted.")
    if finds.missing:
        builder.remark(pictures_remark(finds.missing))


def _note_furniture(builder: Builder, styles: Element | None) -> None:
    """Note the heads and feet of the pages, which the master pages of a file hold."""
    pages = named(first(styles, "master-styles"), "master-page")
    parts = [part for page in pages for part in page if local(part).startswith(("header", "footer"))]
    lines = [text_in(line) for part in parts for kind in ("p", "h") for line in named(part, kind)]
    builder.leave_out("headers and footers", " · ".join(dict.fromkeys(line for line in lines if line)))


def _metadata(
    meta: Element | None, title: str, subtitle: str, text: str, told: DateEvidence | None
) -> Metadata:
    """Return what a file says of itself; the day that its text has `told` counts more than its properties."""
    author = text_in(first(meta, "initial-creator")) or text_in(first(meta, "creator"))
    written = text_in(first(meta, "creation-date"))[:40]
    found = find_date(written)
    return Metadata(
        title=fit_text(title)[:400],
        subtitle=fit_text(subtitle)[:400],
        byline=fit_text(author)[:400],
        published=told or (DateEvidence(found[0], written, OF_THE_FILE) if found else None),
        language=guess_language(text, text_in(first(meta, "language"))),
        format="odt",
    )
