"""Word documents (ECMA-376, WordprocessingML): read part by part, with nothing fetched and nothing run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from posixpath import dirname, join, normpath, split

from deskbrief.document.errors import SourceError
from deskbrief.document.model import OF_THE_FILE, DateEvidence, Document, Metadata
from deskbrief.importers.archive import Archive
from deskbrief.importers.builder import Builder
from deskbrief.importers.clean import fit_text
from deskbrief.importers.dates import date_line, find_date
from deskbrief.importers.docx_beside import note_beside
from deskbrief.importers.docx_body import Body, Inside
from deskbrief.importers.docx_charts import Charts
from deskbrief.importers.docx_chunks import Chunks, ReadInner
from deskbrief.importers.docx_lists import Lists
from deskbrief.importers.docx_runs import Finds, Runs
from deskbrief.importers.docx_styles import Styles
from deskbrief.importers.draft import BlockDraft, add_drafts
from deskbrief.importers.language import guess_language
from deskbrief.importers.office_contents import without_contents
from deskbrief.importers.office_draft import joined_code, titled
from deskbrief.importers.office_headings import mark_captions, mark_headings, mend_levels
from deskbrief.importers.pictures import pictures_remark
from deskbrief.importers.source import Source
from deskbrief.importers.xml_tree import Element, attribute, first, local, named, parse_xml, text_in

#: How many blocks are read to guess the language.
LOOK = 60
#: How many kinds of objects a remark names.
MOST_NAMED = 5

_MAIN = "word/document.xml"
_DAMAGED = "A part of this file is damaged; what stands after the damage is missing."


def read_docx(source: Source) -> Document:
    """Return the document in a Word file; raises `SourceError` when its text cannot be found at all.

    Tracked changes are read as accepted. Comments, deleted and hidden text, headers and footers stay
    out and are counted. Files that it shows as part of the text are read, but not those inside these.
    """
    return _read(source, lambda inner: _read(inner, None))


def _read(source: Source, read_inner: ReadInner | None) -> Document:
    archive = Archive(source)
    builder = Builder()
    main = _main_part(archive)
    folder = dirname(main)
    tree = parse_xml(archive.read(main))
    body = first(tree.root, "body")
    if body is None:
        raise SourceError(f"{source.name} is damaged: its text cannot be found.", "Get it again.")
    finds = Finds()
    chunks = Chunks(archive, source.gallery, read_inner)
    charts = Charts(archive)
    inside = Inside(source.gallery, charts, chunks)
    reader = _reader(archive, main, finds, inside, closed=_fields_end(body))
    drafts, typed = without_contents(joined_code(reader.blocks(body)))
    finds.contents += typed
    mark_captions(drafts)
    mark_headings(drafts)
    mend_levels(drafts)
    core = parse_xml(archive.optional("docProps/core.xml")).root
    stated = text_in(first(core, "title"))
    title = titled(drafts, stated)
    add_drafts(builder, [*drafts, *_notes(archive, folder, reader, finds)], title)
    _tell(builder, finds, whole=tree.whole)
    chunks.tell(builder)
    charts.tell(builder)
    note_beside(builder, archive, folder, charts.shown)
    text = " ".join(draft.line for draft in drafts[:LOOK])
    return builder.finish(
        source.sha256,
        _metadata(
            core,
            title.line if title else stated,
            finds.subtitle,
            text,
            date_line(draft.line for draft in drafts),
        ),
    )


def _main_part(archive: Archive) -> str:
    """Return the name of the part that holds the text, as the file's own list of its parts says."""
    root = parse_xml(archive.optional("_rels/.rels")).root
    for relationship in named(root, "Relationship"):
        if attribute(relationship, "Type").endswith("/officeDocument"):
            found = _target(archive, "", relationship)
            if found:
                return found
    return _MAIN


def _target(archive: Archive, folder: str, relationship: Element) -> str:
    """Return the name of the part that a relationship in `folder` leads to; empty when there is none."""
    return archive.find(normpath(join(f"/{folder}", attribute(relationship, "Target"))).lstrip("/"))


def _fields_end(body: Element) -> bool:
    """Tell whether as many fields end as begin."""
    steps = Counter(attribute(step, "fldCharType") for step in named(body, "fldChar"))
    return steps["begin"] == steps["end"]


def _reader(archive: Archive, main: str, finds: Finds, inside: Inside, *, closed: bool) -> Body:
    folder = dirname(main)
    styles = Styles(parse_xml(archive.optional(f"{folder}/styles.xml")).root)
    lists = Lists(parse_xml(archive.optional(f"{folder}/numbering.xml")).root)
    links = dict(_links(archive, main))
    runs = Runs(styles, links, finds, archive, closed=closed)
    return Body(styles, lists, runs, finds, inside)


def _links(archive: Archive, part: str) -> Iterator[tuple[str, str]]:
    """Yield the ids of what a part of the document leads to: links, pictures, charts and embedded files."""
    folder, name = split(part)
    root = parse_xml(archive.optional(f"{folder}/_rels/{name}.rels")).root
    for relationship in named(root, "Relationship"):
        if attribute(relationship, "Type").endswith("/hyperlink"):
            yield attribute(relationship, "Id"), attribute(relationship, "Target")
        elif attribute(relationship, "Type").endswith(("/image", "/aFChunk", "/chart", "/chartEx")):
            found = _target(archive, folder, relationship)
            if found and attribute(relationship, "TargetMode") != "External":
                yield attribute(relationship, "Id"), found


def _notes(archive: Archive, folder: str, reader: Body, finds: Finds) -> Iterator[BlockDraft]:
    """Yield the footnotes and endnotes that the text refers to, in the order of their references."""
    held, links = {}, {}
    for kind in ("footnote", "endnote"):
        links[kind] = dict(_links(archive, f"{folder}/{kind}s.xml"))
        root = parse_xml(archive.optional(f"{folder}/{kind}s.xml")).root
        for element in root if root is not None else ():
            held[f"{kind} {attribute(element, 'id')}"] = element
    for number, name in enumerate(list(finds.notes), start=1):
        if name in held:
            reader.use_links(links[name.split()[0]])
            yield from reader.note(held.pop(name), name, str(number))
    finds.unused += [text for element in held.values() if (text := text_in(element))]


def _tell(builder: Builder, finds: Finds, *, whole: bool) -> None:
    """Note what was left out, and what could not be read."""
    builder.lose(*([] if whole else [_DAMAGED]))
    builder.leave_out("list of contents", " · ".join(line for line in finds.contents if line.strip()))
    builder.leave_out("deleted text", " ".join(finds.deleted))
    if finds.deleted or finds.moved:
        builder.remark("The file has tracked changes; it is shown as if all were accepted.")
    builder.leave_out("hidden text", " ".join(finds.hidden))
    builder.leave_out("prompts of empty fields", " · ".join(finds.prompts))
    builder.leave_out("readings of characters", " ".join(finds.readings))
    builder.leave_out("notes that nothing refers to", " · ".join(finds.unused))
    if finds.missing:
        builder.remark(pictures_remark(finds.missing))
    if finds.objects:
        many = len(finds.objects) > 1
        what = (
            f"{len(finds.objects)} objects of other programs are"
            if many
            else "An object of another program is"
        )
        names = ", ".join(name[:40] for name in list(dict.fromkeys(finds.objects))[:MOST_NAMED])
        builder.remark(f"{what} not shown: {names}.")


def _metadata(
    core: Element | None, title: str, subtitle: str, text: str, told: DateEvidence | None
) -> Metadata:
    """Return what a file says of itself; the day that its text has `told` counts more than its properties."""
    said = {local(element): text_in(element)[:400] for element in core} if core is not None else {}
    written = said.get("created", "")
    found = find_date(written[:10])
    day = DateEvidence(found[0], written, OF_THE_FILE) if found else None
    return Metadata(
        title=fit_text(title),
        subtitle=fit_text(subtitle)[:400],
        byline=fit_text(said.get("creator", "")),
        published=told or day,
        language=guess_language(text, said.get("language", "")),
        format="docx",
    )
