"""A brief as a Word file (ECMA-376): styles, lists, tables with repeated heads, references as footnotes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from deskbrief.brief.density import USUAL
from deskbrief.brief.flow import docx_parts as parts
from deskbrief.brief.flow.compose import composed, foot, listed, reference_runs
from deskbrief.brief.flow.content import (
    Heading,
    Items,
    Kind,
    LineOfTime,
    Listing,
    Paragraph,
    Remark,
    Run,
    Runs,
    Table,
    Tone,
    Written,
)
from deskbrief.brief.flow.scripts import Script, is_expected, stretches
from deskbrief.brief.flow.wording import has_rightward, is_rightward, worded
from deskbrief.brief.furniture import short_title
from deskbrief.brief.heading import UNTITLED
from deskbrief.brief.metadata import language_tag
from deskbrief.brief.picture import Picture
from deskbrief.document.plan import BriefPlan, Logo, PageSize

_STYLES = {
    Kind.BODY: "",
    Kind.MARKING: "Marking",
    Kind.MASTHEAD: "Masthead",
    Kind.SOURCE: "Source",
    Kind.BOTTOM_LINE: "BottomLine",
    Kind.ASIDE: "Aside",
    Kind.QUOTE: "Quote",
    Kind.CODE: "Code",
    Kind.FOOT: "Aside",
}
#: Width and height of paper, in twentieths of a point, and the margin beside the text.
_PAPER = {PageSize.A4: (11906, 16838), PageSize.LETTER: (12240, 15840)}
_SIDE = 960
#: Margins above and below, and where head and foot stand in them; on a page that is to hold more, less.
_EDGE, _CLOSE_EDGE = (1080, 540), (720, 340)
#: The first footnotes are the lines that separate notes from text.
_FIRST_NOTE = 1
#: A heading is kept on the page of a table with at most so many rows.
_MOST_KEPT = 6
_LOOSE = '<w:keepNext w:val="0"/>'
_DAY = (1980, 1, 1, 0, 0, 0)


def written_docx(plan: BriefPlan) -> bytes:
    """Return the file, the same bytes for the same plan."""
    body = Body(plan)
    document = body.document()
    files = {
        "[Content_Types].xml": parts.CONTENT_TYPES,
        "_rels/.rels": parts.PACKAGE_RELATIONS,
        "docProps/core.xml": _core(plan),
        "docProps/app.xml": _APP,
        "word/document.xml": document,
        "word/_rels/document.xml.rels": parts.document_relations(logo=bool(plan.logo)),
        "word/styles.xml": parts.styles(language_tag(plan.language), close=plan.one_page),
        "word/numbering.xml": parts.numbering(body.starts),
        "word/settings.xml": parts.SETTINGS,
        "word/footnotes.xml": body.footnotes(),
        "word/header.xml": body.header(),
        "word/footer.xml": body.footer(),
    }
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            entry = zipfile.ZipInfo(name, _DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, text.encode())
        if plan.logo:
            archive.writestr(zipfile.ZipInfo(f"word/{parts.LOGO_PART}", _DAY), Picture(plan.logo).data)
    return held.getvalue()


class Body:
    """The text of one file being written; `starts` are the first numbers of its numbered lists.

    Word numbers footnotes itself, in the order in which they are cited. Each reference is one footnote; where
    it is cited again, a field repeats its number.
    """

    def __init__(self, plan: BriefPlan) -> None:
        self._plan = plan
        self._language = language_tag(plan.language)
        self._notes: dict[int, int] = {}
        self.starts: list[int] = []

    def document(self) -> str:
        """Return the main part."""
        # What a line of time shows, the table below it says.
        held = [block for block in composed(self._plan) if not isinstance(block, LineOfTime)]
        blocks = "".join(map(self._block, held, [*held[1:], None]))
        blocks += "".join(self._uncited())
        width, height = _PAPER[self._plan.page_size]
        edge, furniture = _CLOSE_EDGE if self._plan.one_page else _EDGE
        section = (
            f'<w:sectPr><w:headerReference w:type="default" r:id="{parts.HEADER_ID}"/>'
            f'<w:footerReference w:type="default" r:id="{parts.FOOTER_ID}"/>'
            f'<w:footerReference w:type="first" r:id="{parts.FOOTER_ID}"/>'
            f'<w:pgSz w:w="{width}" w:h="{height}"/><w:pgMar w:top="{edge}" w:right="{_SIDE}"'
            f' w:bottom="{edge}" w:left="{_SIDE}" w:header="{furniture}" w:footer="{furniture}"'
            ' w:gutter="0"/><w:titlePg/></w:sectPr>'
        )
        return f"{parts.XML}<w:document {parts.W} {parts.R}><w:body>{blocks}{section}</w:body></w:document>"

    def footnotes(self) -> str:
        """Return the footnotes; only what the main part cites."""
        by_number = {reference.number: reference for reference in self._plan.references}
        lines = "".join(
            f'<w:footnote w:type="{kind}" w:id="{at}"><w:p>{_NO_SPACE}<w:r><w:{element}/></w:r></w:p>'
            "</w:footnote>"
            for kind, at, element in (
                ("separator", -1, "separator"),
                ("continuationSeparator", 0, "continuationSeparator"),
            )
        )
        mark = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
        most = USUAL.quote if self._plan.one_page else 0
        for number, note in self._notes.items():
            runs = (Run(" "), *reference_runs(by_number[number], most))
            lines += (
                f'<w:footnote w:id="{note}">{self._paragraph("FootnoteText", runs, begin=mark)}</w:footnote>'
            )
        return f"{parts.XML}<w:footnotes {parts.W}>{lines}</w:footnotes>"

    def header(self) -> str:
        """Return the running head of the pages after the first."""
        words = " · ".join(filter(str.strip, (short_title(self._plan.title), self._plan.marking)))
        return f"{parts.XML}<w:hdr {parts.W}>{self._paragraph('Header', (Run(words),))}</w:hdr>"

    def footer(self) -> str:
        """Return the foot of every page, with its number."""
        (words,) = foot(self._plan).lines
        pages = "".join(
            (
                "<w:r><w:tab/></w:r>",
                _field("PAGE"),
                '<w:r><w:t xml:space="preserve"> / </w:t></w:r>',
                _field("NUMPAGES"),
            )
        )
        return f"{parts.XML}<w:ftr {parts.W}>{self._paragraph('Footer', words, end=pages)}</w:ftr>"

    def _uncited(self) -> Iterator[str]:
        others = [reference for reference, _ in listed(self._plan) if reference.number not in self._notes]
        if others:
            yield self._block(Heading(2, (Run("References", own=True),)))
        for reference in others:
            yield self._paragraph("", (Run(f"{reference.number}. "), *reference_runs(reference)))

    def _block(self, block: Written, following: Written | None = None) -> str:
        match block:
            case Heading(level, runs):
                # LibreOffice leaves most of each page empty below a heading that is kept with a long table.
                loose = isinstance(following, Table) and len(following.rows) > _MOST_KEPT
                return self._paragraph(f"Heading{level}", runs, more=_LOOSE if loose else "")
            case Items():
                return self._items(block)
            case Table():
                return self._table(block)
            case Remark():
                return self._remark(block)
            case Logo():
                drawing = parts.logo_drawing(Picture(block).size, " ".join(worded(block.words).split()))
                return self._paragraph("", (), begin=drawing)
            case Paragraph(kind, lines):
                return "".join(self._paragraph(_STYLES[kind], line) for line in lines)

    def _paragraph(self, style: str, runs: Runs, *, more: str = "", begin: str = "", end: str = "") -> str:
        turned = is_rightward("".join(run.text for run in runs))
        settings = (f'<w:pStyle w:val="{style}"/>' if style else "") + more
        settings += "<w:bidi/>" if turned else ""
        settings = f"<w:pPr>{settings}</w:pPr>" if settings else ""
        return f"<w:p>{settings}{begin}{''.join(map(self._run, runs))}{end}</w:p>"

    def _run(self, run: Run) -> str:
        text = worded(run.text)
        letters = f"\u202f{run.role.letter}" if run.role else ""
        pieces = [self._piece(part, run, turned, script) for turned, script, part in _pieces(text)]
        pieces += [self._piece(letters, run, False, None)] if letters else []
        return "".join(pieces) + "".join(self._cites(run.cites))

    def _piece(self, text: str, run: Run, turned: bool, script: Script | None) -> str:
        look = "".join(self._look(run, turned, script))
        look = f"<w:rPr>{look}</w:rPr>" if look else ""
        return f'<w:r>{look}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'

    def _look(self, run: Run, turned: bool, script: Script | None) -> Iterator[str]:
        """Yield a run's properties in the order that the schema asks for."""
        if run.role:
            yield f'<w:rStyle w:val="Mark{run.role.value.title()}"/>'
        elif run.tone is not Tone.PLAIN:
            yield f'<w:rStyle w:val="{run.tone.value.title()}"/>'
        yield f'<w:rFonts w:ascii="{parts.MONO}" w:hAnsi="{parts.MONO}"/>' if run.code else ""
        yield "<w:b/><w:bCs/>" if run.strong else ""
        yield "<w:i/><w:iCs/>" if run.emphasis else ""
        yield "<w:rtl/>" if turned else ""
        yield "<w:cs/>" if script and script.complex and not turned else ""
        if run.own and not self._language.startswith("en"):
            yield '<w:lang w:val="en"/>'
        elif script and script.complex:
            yield f'<w:lang w:bidi="{script.complex}"/>'
        elif script and script.eastern:
            yield f'<w:lang w:eastAsia="{script.eastern}"/>'
        elif script and not is_expected(script, self._language) and not script.tag.startswith("und"):
            yield f'<w:lang w:val="{script.tag}"/>'

    def _cites(self, numbers: Iterable[int]) -> Iterator[str]:
        raised = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
        for at, number in enumerate(numbers):
            yield f'<w:r>{raised}<w:t xml:space="preserve">{"," if at else ""}\u202f</w:t></w:r>'
            if number in self._notes:
                yield _field(f" NOTEREF _Ref{number} \\f \\h ", str(self._notes[number]), raised)
                continue
            note = self._notes[number] = len(self._notes) + _FIRST_NOTE
            yield f'<w:bookmarkStart w:id="{note}" w:name="_Ref{number}"/>'
            yield f'<w:r>{raised}<w:footnoteReference w:id="{note}"/></w:r><w:bookmarkEnd w:id="{note}"/>'

    def _items(self, items: Items) -> str:
        if items.listing is Listing.OWN:
            hang = '<w:ind w:left="360" w:hanging="360"/>'
            return "".join(self._paragraph("", runs, more=hang) for runs in items.items)
        style, more = "ListBullet", ""
        if items.listing is Listing.NUMBERS:
            self.starts.append(items.start)
            number = len(self.starts) + 1
            style = "ListNumber"
            more = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
        return "".join(self._paragraph(style, runs, more=more) for runs in items.items)

    def _table(self, table: Table) -> str:
        room = _PAPER[self._plan.page_size][0] - 2 * _SIDE
        widths = [int(room * share / sum(table.shares)) for share in table.shares]
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        edges = "".join(
            f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="C9C4B8"/>'
            for edge in ("bottom", "insideH")
        )
        settings = (
            f'<w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{edges}</w:tblBorders>'
            '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/>'
            '<w:right w:w="160" w:type="dxa"/></w:tblCellMar><w:tblLook w:val="0020" w:firstRow="1"/>'
            "</w:tblPr>"
        )
        rows = [self._row(table.head, widths, head=True)] if table.head else []
        rows += [self._row(row, widths, head=False) for row in table.rows]
        # A paragraph must stand between two tables, or they become one.
        return f"<w:tbl>{settings}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>{_SPACE}"

    def _row(self, cells: Sequence[Runs], widths: Sequence[int], *, head: bool) -> str:
        style = "CellHead" if head else "Cell"
        settings = f"<w:trPr><w:cantSplit/>{'<w:tblHeader/>' if head else ''}</w:trPr>"
        row = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{self._paragraph(style, cell)}</w:tc>'
            for cell, width in zip(cells, widths, strict=True)
        )
        return f"<w:tr>{settings}{row}</w:tr>"

    def _remark(self, remark: Remark) -> str:
        style = f"Remark{remark.role.value.title()}"
        lines = []
        if remark.quote:
            lines.append(self._paragraph(style, (*remark.quote, Run(f" {remark.role.letter}", strong=True))))
        for block in remark.body:
            if isinstance(block, Items):
                lines.append(self._items(block))
            else:
                lines += [self._paragraph(style, line) for line in block.lines]
        return "".join(lines)


_NO_SPACE = '<w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
_SPACE = '<w:p><w:pPr><w:spacing w:after="0" w:line="120" w:lineRule="exact"/></w:pPr></w:p>'
_APP = (
    f'{parts.XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>Deskbrief</Application></Properties>"
)


def _pieces(text: str) -> Iterator[tuple[bool, Script | None, str]]:
    """Yield text in pieces of one script and direction."""
    if text.isascii():
        yield False, None, text
        return
    turned_any = has_rightward(text)
    told = ((turned_any and has_rightward(part), script, part) for part, script in stretches(text))
    for (turned, script), group in groupby(told, key=lambda piece: piece[:2]):
        yield turned, script, "".join(part for *_, part in group)


def _field(instruction: str, shown: str = "1", look: str = "") -> str:
    return f"<w:fldSimple w:instr={quoteattr(instruction)}><w:r>{look}<w:t>{shown}</w:t></w:r></w:fldSimple>"


def _core(plan: BriefPlan) -> str:
    """Return title, author and the like; a brief is of the day on which it was prepared."""
    facts = {
        "dc:title": worded(plan.title).strip() or UNTITLED,
        "dc:subject": worded(plan.source.line),
        "dc:creator": worded(plan.author),
        "dc:language": language_tag(plan.language),
    }
    held = "".join(f"<{name}>{escape(value)}</{name}>" for name, value in facts.items() if value.strip())
    day = plan.prepared
    if len(day) == 10 and day.replace("-", "").isdecimal() and day.isascii():
        for name in ("created", "modified"):
            held += f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{day}T00:00:00Z</dcterms:{name}>'
    return (
        f"{parts.XML}<cp:coreProperties"
        ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        f' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{held}</cp:coreProperties>'
    )
