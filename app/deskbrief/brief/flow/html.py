"""A brief as one page of HTML: no script, nothing from elsewhere, references as notes that link back."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import count

from deskbrief import __version__
from deskbrief.brief.flow.compose import composed, foot, listed, reference_runs
from deskbrief.brief.flow.content import (
    Block,
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
)
from deskbrief.brief.flow.html_style import STYLE
from deskbrief.brief.flow.scripts import is_expected, stretches
from deskbrief.brief.flow.timeline_svg import line_of_time
from deskbrief.brief.flow.wording import has_rightward, is_rightward, worded
from deskbrief.brief.heading import UNTITLED
from deskbrief.brief.metadata import language_tag
from deskbrief.brief.picture import Picture
from deskbrief.document.notes import Role
from deskbrief.document.plan import BriefPlan, Logo, Reference

#: A cell with so few characters, such as a date, keeps to one line.
SHORT_CELL = 18
#: Shares of a table of the program's own make 1, but for rounding; those of a table in a text are measures.
ROUNDING = 0.05
#: The languages that are written from right to left.
_RIGHTWARD = frozenset({"ar", "fa", "ur", "ps", "ug", "sd", "ckb", "he", "yi", "dv"})
_OWN_LANGUAGE = "en"
#: The sign that a place begins with.
PARAGRAPH = "¶"
#: A point in the pixels of style sheets.
POINT = 4 / 3
NARROW_SPACE = "\u202f"
NEW_LINE = "\n"
SEPARATOR = f",{NARROW_SPACE}"


def written_html(plan: BriefPlan) -> bytes:
    """Return the page, the same bytes for the same plan."""
    return "\n".join(Page(plan).lines()).encode()


class Page:
    """One page being written; it counts citations, so that notes lead back to the first of each."""

    def __init__(self, plan: BriefPlan) -> None:
        self._plan = plan
        self._language = language_tag(plan.language)
        self._cited: dict[int, count[int]] = {}

    def lines(self) -> Iterator[str]:
        """Yield the lines of the file."""
        yield "<!DOCTYPE html>"
        yield f'<html lang="{escape(self._language)}" dir="{self._direction()}">'
        yield from self._head()
        yield "<body>\n<article>"
        for block in composed(self._plan):
            yield self._block(block)
        yield from self._references()
        yield f"<footer>{self._block(foot(self._plan))}</footer>"
        yield "</article>\n</body>\n</html>\n"

    def _direction(self) -> str:
        return "rtl" if self._language.split("-")[0].lower() in _RIGHTWARD else "ltr"

    def _head(self) -> Iterator[str]:
        digest = b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
        policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
        # A page may show no picture but the one that it carries itself.
        policy += "; img-src data:" if self._plan.logo else ""
        yield '<head>\n<meta charset="utf-8">'
        yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
        yield '<meta name="referrer" content="no-referrer">'
        yield f'<meta name="generator" content="Deskbrief {__version__}">'
        known = {"author": self._plan.author, "date": self._plan.prepared}
        for name, value in known.items():
            if value.strip():
                yield f'<meta name="{name}" content="{escape(worded(value))}">'
        yield f"<title>{escape(worded(self._plan.title).strip() or UNTITLED)}</title>"
        yield f"<style>{STYLE}</style>\n</head>"

    def _block(self, block: Block) -> str:
        match block:
            case Heading(level, runs):
                return self._element(f"h{level}", runs)
            case Items():
                return self._items(block)
            case Table():
                return self._table(block)
            case Remark():
                return self._remark(block)
            case Logo() | LineOfTime():
                return self._logo(block) if isinstance(block, Logo) else line_of_time(block)
            case Paragraph():
                return self._paragraph(block)

    def _logo(self, logo: Logo) -> str:
        picture = Picture(logo)
        data = b64encode(picture.data).decode()
        width, height = (round(POINT * side) for side in picture.size)
        size = f'width="{width}" height="{height}"'
        words = escape(" ".join(worded(logo.words).split()))
        return f'<p class="logo"><img src="data:image/png;base64,{data}" {size} alt="{words}"></p>'

    def _paragraph(self, paragraph: Paragraph) -> str:
        kind, lines = paragraph.kind, paragraph.lines
        if kind is Kind.CODE:
            return f"<pre>{NEW_LINE.join(self._runs(line, '') for line in lines)}</pre>"
        style = "" if kind in {Kind.BODY, Kind.QUOTE} else kind.value
        words = "".join(self._element("p", line, style) for line in lines)
        return f"<blockquote>{words}</blockquote>" if kind is Kind.QUOTE else words

    def _element(self, tag: str, runs: Runs, style: str = "", more: str = "") -> str:
        """Return an element of runs; it says its direction and language where they are not the page's."""
        kind = f' class="{style}"' if style else ""
        words = "".join(run.text for run in runs)
        turned = "rtl" if is_rightward(words) else "ltr"
        # Words without letters, such as a number, go as the page goes.
        strong = any(character.isalpha() for character in words)
        direction = f' dir="{turned}"' if strong and turned != self._direction() else ""
        language = self._own_language(runs)
        return f"<{tag}{kind}{direction}{language}{more}>{self._runs(runs, language)}</{tag}>"

    def _own_language(self, runs: Runs) -> str:
        own = bool(runs) and all(run.own for run in runs)
        return f' lang="{_OWN_LANGUAGE}"' if own and not self._is_english else ""

    @property
    def _is_english(self) -> bool:
        return self._language.split("-")[0].lower() == _OWN_LANGUAGE

    def _runs(self, runs: Runs, said: str) -> str:
        return "".join(self._run(run, said) for run in runs)

    def _run(self, run: Run, said: str) -> str:
        words = worded(run.text)
        text = self._worded(words) if not run.own else escape(words)
        if run.own and not said and not self._is_english:
            text = f'<span lang="{_OWN_LANGUAGE}">{text}</span>'
        if has_rightward(words):
            text = f'<bdi dir="{"rtl" if is_rightward(words) else "ltr"}">{text}</bdi>'
        elif PARAGRAPH in words and self._direction() == "rtl":
            # "¶2" has no letter that would tell its direction, and is read from left to right.
            text = f'<bdi dir="ltr">{text}</bdi>'
        text = f"<code>{text}</code>" if run.code else text
        text = f"<em>{text}</em>" if run.emphasis else text
        text = f"<strong>{text}</strong>" if run.strong else text
        if run.tone is not Tone.PLAIN:
            text = f'<span class="{run.tone}">{text}</span>'
        if run.role:
            text = f'<mark class="{run.role}">{text}{_letter(run.role)}</mark>'
        return text + self._cites(run.cites)

    def _worded(self, words: str) -> str:
        """Return text with the language of stretches in other scripts than the page is in."""
        if words.isascii():
            return escape(words)
        return "".join(
            escape(part)
            if is_expected(script, self._language)
            else f'<span lang="{script.tag}">{escape(part)}</span>'
            for part, script in stretches(words)
        )

    def _cites(self, numbers: Iterable[int]) -> str:
        """Return the raised numbers of references; the first citation of each is where it leads back to."""
        links = []
        for number in numbers:
            time = next(self._cited.setdefault(number, count(1)))
            place = f"cited-{number}" if time == 1 else f"cited-{number}-{time}"
            links.append(f'<a id="{place}" href="#reference-{number}" role="doc-noteref">{number}</a>')
        return f"<sup>{NARROW_SPACE}{SEPARATOR.join(links)}</sup>" if links else ""

    def _items(self, items: Items) -> str:
        if items.listing is Listing.NUMBERS:
            start = f' start="{items.start}"' if items.start != 1 else ""
            opening, closing = f"<ol{start}>", "</ol>"
        else:
            opening = '<ul class="own">' if items.listing is Listing.OWN else "<ul>"
            closing = "</ul>"
        return "\n".join([opening, *(self._element("li", runs) for runs in items.items), closing])

    def _table(self, table: Table) -> str:
        rows = ["<tbody>"]
        # So the tables of a section, one for each addressee, stand in line.
        shares = table.shares if sum(table.shares) <= 1 + ROUNDING else ()
        columns = "".join(f'<col class="w{round(100 * share)}">' for share in shares)
        if table.head:
            cells = "".join(self._element("th", cell, more=' scope="col"') for cell in table.head)
            rows = [f"<thead><tr>{cells}</tr></thead>", *rows]
        rows += [f"<tr>{''.join(self._cells(row))}</tr>" for row in table.rows]
        # Whoever goes by keyboard must be able to scroll a table that is wider than the window.
        return "\n".join(
            ['<div class="table" tabindex="0"><table>', columns, *rows, "</tbody></table></div>"]
        )

    def _cells(self, row: Sequence[Runs]) -> Iterator[str]:
        for cell in row:
            short = sum(len(run.text) for run in cell) <= SHORT_CELL
            style = "place" if cell and cell[0].cites else "short" if short else ""
            yield self._element("td", cell, style)

    def _remark(self, remark: Remark) -> str:
        parts = []
        if remark.quote:
            quote = self._element("p", (*remark.quote, Run(f" {remark.role.letter}", strong=True, own=True)))
            parts.append(f"<blockquote>{quote}</blockquote>")
        parts += [self._block(block) for block in remark.body]
        style = f"note {remark.role}{' beside' if remark.beside else ''}"
        return f'<div class="{style}">{"".join(parts)}</div>'

    def _references(self) -> Iterator[str]:
        if not self._plan.references:
            return
        heading = self._element("h2", (Run("References", own=True),))
        yield f'<section class="references" role="doc-endnotes">{heading}\n<ol>'
        for reference, _ in listed(self._plan):
            yield self._reference(reference)
        yield "</ol></section>"

    def _reference(self, reference: Reference) -> str:
        number = reference.number
        back = ""
        if number in self._cited:
            says = f"Back to where reference {number} is cited"
            back = f' <a href="#cited-{number}" role="doc-backlink" aria-label="{says}">↩</a>'
        words = self._runs(reference_runs(reference), "")
        return f'<li id="reference-{number}" value="{number}">{words}{back}</li>'


def _letter(role: Role) -> str:
    return f'<span class="letter">{role.letter}</span>'
