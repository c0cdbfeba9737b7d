"""Markdown files: CommonMark with tables and footnotes, and front matter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from deskbrief.document.model import BlockKind, Document, Metadata
from deskbrief.importers.builder import Builder, CellDraft
from deskbrief.importers.clean import folded, plain, verbatim
from deskbrief.importers.decoding import decode
from deskbrief.importers.html_pictures import finder_for
from deskbrief.importers.language import guess_language
from deskbrief.importers.markdown_blocks import MarkdownBlock, MarkdownReader
from deskbrief.importers.markdown_front import UNSHOWN, FrontMatter, read_front_matter
from deskbrief.importers.markdown_guard import guarded, is_plain, is_unwieldy
from deskbrief.importers.markdown_html import told_apart
from deskbrief.importers.markdown_pictures import Carrier
from deskbrief.importers.markdown_points import with_points
from deskbrief.importers.markdown_tags import TAGS, without_tags
from deskbrief.importers.plain import add_plain
from deskbrief.importers.source import Source

#: The share of the letters of a file that must have become text, or its mark-up is not followed.
KEPT_SHARE = 0.5
#: The longest title that is taken from a heading.
LONGEST_TITLE = 400

_UNFOLLOWED = "The mark-up of this file could not be followed, so it is read as plain text."


def read_markdown(source: Source) -> Document:
    """Return the document in a Markdown file.

    A file without blank lines and mark-up is plain text that happens to be called Markdown; a parser
    would join its paragraphs and swallow its tables, so it is read as what it is.
    """
    decoded = decode(source.data)
    builder = Builder()
    builder.note_decoding(decoded)
    front = read_front_matter(decoded.text)
    builder.leave_out(UNSHOWN, " · ".join(front.unshown), sum(map(len, front.unshown)))
    body, tags = without_tags(decoded.text[front.end :])
    builder.leave_out(TAGS, "\n".join(tags), sum(map(len, tags)))
    blocks = [] if is_plain(body) else _blocks(builder, decoded.text[: front.end] + body, front.end, source)
    metadata = _add(builder, blocks, front) if blocks else add_plain(builder, _blanked(front.end) + body)
    return builder.finish(source.sha256, _with_front(metadata, front, body))


def _blanked(length: int) -> str:
    """Return white space in the place of the front matter, so that offsets stay what they are."""
    return " " * (length - 1) + "\n" if length else ""


def _blocks(builder: Builder, text: str, start: int, source: Source) -> list[MarkdownBlock]:
    """Return the blocks from `start` on; none, with a remark, when the parser cannot be followed."""
    carrier = Carrier(text[start:])
    body = carrier.text
    if not is_unwieldy(body):
        reader = MarkdownReader(carrier.placed(guarded(body, 0), start), text, carrier)
        finder = finder_for(source.gallery, carrier, source.parts, source.address)
        blocks = list(with_points(told_apart(reader.blocks(), finder)))
        if _letters(blocks) >= KEPT_SHARE * _source_letters(body):
            builder.remark(*finder.remarks())
            return blocks
    builder.remark(_UNFOLLOWED)
    return []


def _letters(blocks: Sequence[MarkdownBlock]) -> int:
    cells = [cell for block in blocks for row in block.cells for cell in row]
    pieces = [piece for held in (*(block.pieces for block in blocks), *cells) for piece in held]
    texts = [*(piece.text for piece in pieces), *(block.alt for block in blocks)]
    texts += [seen.alt for block in blocks for seen in block.seen if block.kind is not BlockKind.FIGURE]
    return sum(character.isalpha() for text in texts for character in text)


def _source_letters(body: str) -> int:
    """Count the letters of a source that stand outside tags and addresses, roughly."""
    words = (word for word in body.split() if "://" not in word and "<" not in word and "=" not in word)
    return sum(character.isalpha() for word in words for character in word)


def _add(builder: Builder, blocks: Sequence[MarkdownBlock], front: FrontMatter) -> Metadata:
    """Add `blocks` to `builder`, the title first, and return what they say of the title."""
    title = _title_block(blocks, front)
    if title is None and front.title:
        builder.block(BlockKind.TITLE, plain(front.title))
    levels = {block.level for block in blocks if block.kind is BlockKind.HEADING and block is not title}
    ranks = {level: rank for rank, level in enumerate(sorted(levels), start=1)}
    for block in blocks:
        builder.place(*block.places)
        builder.within(block.quotation if block is not title else None)
        if block.kind is BlockKind.TABLE:
            rows = enumerate(block.cells)
            builder.table([[CellDraft(folded(c), n < block.headers) for c in row] for n, row in rows])
        elif block.kind is BlockKind.CODE:
            builder.block(block.kind, verbatim(block.pieces))
        elif block.picture is not None:
            builder.figure(folded(block.pieces), block.alt, block.picture)
        elif block is title:
            builder.block(BlockKind.TITLE, folded(block.pieces))
        else:
            level = ranks[block.level] if block.kind is BlockKind.HEADING else 0
            builder.block(
                block.kind,
                folded(block.pieces),
                level=level,
                depth=block.depth,
                marker=block.marker,
                alt=block.alt,
            )
    builder.within(None)
    # Where no heading stands over all others, the first one says best what the text is.
    heads = (block for block in blocks if block.kind is BlockKind.HEADING)
    named = title or (None if front.title else next(heads, None))
    return Metadata(title=folded(named.pieces).text[:LONGEST_TITLE] if named else "")


def _title_block(blocks: Sequence[MarkdownBlock], front: FrontMatter) -> MarkdownBlock | None:
    """Return the heading that is the title: the only one of level 1, at the top, or named in front."""
    outermost = [block for block in blocks if block.kind is BlockKind.HEADING and block.level == 1]
    if not outermost or outermost[0] is not blocks[0]:
        return None
    if front.title:
        same = folded(outermost[0].pieces).text.casefold() == front.title.casefold()
        return outermost[0] if same else None
    return outermost[0] if len(outermost) == 1 else None


def _with_front(metadata: Metadata, front: FrontMatter, body: str) -> Metadata:
    return replace(
        metadata,
        title=front.title or metadata.title,
        subtitle=front.subtitle,
        byline=front.author or metadata.byline,
        publisher=front.publisher,
        published=front.date or metadata.published,
        language=guess_language(body, front.language),
        format="markdown",
    )
