"""The rows of a comparison of two editions, and what they say in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QObject

from deskbrief.document.anchors import AnchorState
from deskbrief.document.differences import Turn, differences
from deskbrief.document.model import Document
from deskbrief.document.note_text import plain_text
from deskbrief.document.records import dataclass
from deskbrief.document.spans import Span
from deskbrief.services.comparing import Became, Compared, Detail, Field, Kind
from deskbrief.services.curation import shortened
from deskbrief.services.redlining import redlined
from deskbrief.services.revising import Fate
from deskbrief.services.titles import sentence_case
from deskbrief.ui.models.heads import GroupRow, MessageRow
from deskbrief.ui.models.rows import Row
from deskbrief.ui.models.words import folded

#: Code points of a passage that a row shows, and of a paragraph of the text, which is what one came to read.
MOST_SHOWN, MOST_READ = 400, 1600
#: Lines of a passage that a row shows, and of a paragraph of the text.
MOST_LINES, MOST_LINES_READ = 8, 26
#: About how many code points of a stretch that was kept stand beside what changed.
KEPT_SHOWN = 110

Pieces = tuple[tuple[Turn, str], ...]


@dataclass(slots=True, kw_only=True, eq=False)
class Beside(Row):
    """Two passages side by side: `before` in `old`, `after` in `new`; None where there is none.

    What is shown of them is worked out when it is first asked for: of thousands of rows few are seen.
    """

    old: Document
    new: Document
    before: Span | None
    after: Span | None
    _told: tuple[str, str] | None = None
    _pieces: Pieces | None = None
    _hay: str = ""

    def holds(self, words: Iterable[str]) -> bool:
        """Tell whether a filter of these words leaves the row."""
        return all(word in self.hay for word in words)

    @property
    def hay(self) -> str:
        """What a filter looks through; it holds of both passages what is shown, and is made once."""
        self._hay = self._hay or folded(" ".join((self.was, self.now, *self.says())))
        return self._hay

    def says(self) -> Iterable[str]:
        """Return what a filter looks through beside the passages."""
        return ()

    @property
    def was(self) -> str:
        """The old passage on one line; empty where there is none."""
        return self._quotes()[0]

    @property
    def now(self) -> str:
        """The new passage on one line; empty where there is none."""
        return self._quotes()[1]

    @property
    def stands_in_both(self) -> bool:
        """Whether what only one edition is said to have stands word for word in the other, too."""
        return False

    @property
    def was_at(self) -> str:
        """The paragraph of the old passage."""
        return where(self.old, self.before)

    @property
    def now_at(self) -> str:
        """The paragraph of the new passage."""
        return where(self.new, self.after)

    @property
    def lengths(self) -> tuple[int, int]:
        """About how many characters are shown of each passage."""
        return (
            min(len(self.before), MOST_SHOWN) if self.before else 0,
            min(len(self.after), MOST_SHOWN) if self.after else 0,
        )

    @property
    def most(self) -> int:
        """How many code points of each passage are shown."""
        return MOST_SHOWN

    @property
    def most_lines(self) -> int:
        """In how many lines each passage is shown."""
        return MOST_LINES

    def kept(self) -> str:
        """Return what is known of the old passage when it has no place."""
        return ""

    def _quotes(self) -> tuple[str, str]:
        if self._told is None:
            was = quoted(self.old, self.before, self.most) or shortened(self.kept(), self.most)
            self._told = was, quoted(self.new, self.after, self.most)
        return self._told

    @property
    def pieces(self) -> Pieces:
        """How the new passage differs from the old one, word by word; worked out when it is first shown."""
        if self._pieces is None:
            self._pieces = tuple(differences(self.was.split(), self.now.split()))
        return self._pieces


@dataclass(slots=True, kw_only=True, eq=False)
class FateRow(Beside):
    """A note; `skipped` ones are not taken over."""

    fate: Fate
    skipped: bool = False

    def kept(self) -> str:
        """Return the quote of the note."""
        return self.fate.note.anchor.exact

    def says(self) -> Iterable[str]:
        return self.fate.note.body, f"is:{self.fate.placement.state}", *self.fate.note.tags

    @property
    def is_unsure(self) -> bool:
        """Whether the reader has to say where the passage is."""
        return self.fate.placement.state in {AnchorState.UNCERTAIN, AnchorState.LOST}


@dataclass(slots=True, kw_only=True, eq=False)
class ChangeRow(Beside):
    """A recommendation, event, figure or section that is not the same in both."""

    compared: Compared

    @property
    def stands_in_both(self) -> bool:
        """An item that is joined with another one in one edition is found alone in the other."""
        if self.compared.kind in {Kind.TEXT, Kind.SECTION} or (self.before and self.after):
            return False
        if self.after is not None:
            return self.new.quote(self.after) in self.old.text
        return self.before is not None and self.old.quote(self.before) in self.new.text

    def says(self) -> Iterable[str]:
        one = self.compared
        said = (value for detail in one.details for value in (detail.old, detail.new))
        return one.title, f"is:{one.became}", *said


@dataclass(slots=True, kw_only=True, eq=False)
class TextRow(ChangeRow):
    """A paragraph of the text that came, went, changed or moved."""

    @property
    def most(self) -> int:
        return MOST_READ

    @property
    def most_lines(self) -> int:
        return MOST_LINES_READ

    @property
    def lengths(self) -> tuple[int, int]:
        if not (self.before and self.after):
            return tuple(min(len(one), MOST_READ) if one else 0 for one in (self.before, self.after))  # type: ignore[return-value]
        shown = dict.fromkeys(Turn, 0)
        for run in self.compared.runs:
            shown[run.turn] += min(len(run.span), KEPT_SHOWN if run.turn is Turn.KEPT else MOST_READ)
        return shown[Turn.KEPT] + shown[Turn.DROPPED], shown[Turn.KEPT] + shown[Turn.ADDED]

    @property
    def pieces(self) -> Pieces:
        if self._pieces is None:
            runs = self.compared.runs
            kept = ((Turn.KEPT, shortened(self.now, MOST_SHOWN)),)
            self._pieces = tuple(redlined(runs, self.old, self.new)) if runs else kept
        return self._pieces


def fate_row(fate: Fate, old: Document, new: Document, *, skipped: bool) -> FateRow:
    """Return the row of a note."""
    after = fate.placement.span
    return FateRow(
        key=fate.note.id,
        span=after or fate.was,
        fate=fate,
        skipped=skipped,
        old=old,
        new=new,
        before=fate.was,
        after=after,
    )


def change_row(number: int, one: Compared, old: Document, new: Document) -> ChangeRow:
    """Return the row of an item."""
    kind = TextRow if one.kind is Kind.TEXT else ChangeRow
    return kind(
        key=f"{one.kind}|{number}",
        span=one.place,
        compared=one,
        old=old,
        new=new,
        before=_shown(one, old, one.old),
        after=_shown(one, new, one.new),
    )


def _shown(one: Compared, document: Document, span: Span | None) -> Span | None:
    """Return the passage that is shown of an item: of a section without a heading, its first block."""
    if one.kind is not Kind.SECTION or span is None or document.quote(span) == one.title:
        return span
    return document.block_at(span.start).span


def quoted(document: Document, span: Span | None, most: int = MOST_SHOWN) -> str:
    """Return a passage on one line, at most so much of it; nothing where there is none."""
    if span is None:
        return ""
    return shortened(document.quote(Span(span.start, min(span.end, span.start + 2 * most))), most)


def where(document: Document, span: Span | None) -> str:
    """Return the paragraph in which a passage begins, or nothing."""
    return document.place_at(span.start) if span else ""


class EditionWords(QObject):
    """Says rows of a comparison in words."""

    def title(self, row: Row) -> str:
        """Return what a row is called."""
        if isinstance(row, FateRow):
            return " ".join(plain_text(row.fate.note.body).split()) or self.tr("Mark without words")
        if isinstance(row, ChangeRow):
            return sentence_case(row.compared.title) or self.tr("Opening")
        return row.title if isinstance(row, GroupRow) else getattr(row, "text", "")

    def spoken(self, row: Row) -> str:
        """Return all that a row shows, as one spoken sentence."""
        if not isinstance(row, Beside):
            return row.text if isinstance(row, MessageRow) else self.title(row)
        was = self.tr("old: {0} {1}").format(row.was_at, row.was) if row.was else ""
        now = self.tr("new: {0} {1}").format(row.now_at, row.now) if row.now else ""
        details = self.details(row.compared) if isinstance(row, ChangeRow) else ()
        told = [self.title(row), self.state(row), *(self.detail(one) for one in details), was, now]
        return ", ".join(part for part in told if part)

    def tip(self, row: Row) -> str:
        """Return both passages in full."""
        if not isinstance(row, Beside):
            return ""
        was = self.tr("Old: {0}").format(row.was) if row.was else ""
        now = self.tr("New: {0}").format(row.now) if row.now else ""
        return "\n\n".join(part for part in (self.title(row), was, now) if part)

    def state(self, row: Beside) -> str:
        """Return what became of a row, with its sign."""
        if isinstance(row, ChangeRow):
            words = self.became(row.compared.became)
            is_both = row.compared.became is Became.MOVED and row.compared.runs
            return self.tr("{0} and changed").format(words) if is_both else words
        if not isinstance(row, FateRow):
            return ""
        words = self.fate(row.fate.placement.state)
        if row.fate.copy is not None:
            return self.tr("{0} · taken over").format(words)
        if row.fate.dropped and row.skipped:
            return self.tr("{0} · deleted there").format(words)
        return self.tr("{0} · not taken over").format(words) if row.skipped else words

    def fate(self, state: AnchorState) -> str:
        """Return what became of a passage, with its sign."""
        return {
            AnchorState.EXACT: self.tr("= same words"),
            AnchorState.MOVED: self.tr("≠ changed words"),
            AnchorState.UNCERTAIN: self.tr("? not certain"),
            AnchorState.LOST: self.tr("✕ not found"),
        }[state]

    def became(self, became: Became) -> str:
        """Return what became of an item, with its sign."""
        return {
            Became.CHANGED: self.tr("≠ changed"),
            Became.ADDED: self.tr("+ added"),
            Became.DROPPED: self.tr("− dropped"),
            Became.MOVED: self.tr("⇅ moved"),
            Became.SAME: self.tr("= the same"),
        }[became]

    def kind(self, kind: Kind) -> str:
        """Return the head above items of one kind."""
        return {
            Kind.RECOMMENDATION: self.tr("Recommendations"),
            Kind.EVENT: self.tr("Events"),
            Kind.FIGURE: self.tr("Figures"),
            Kind.TEXT: self.tr("Text"),
            Kind.SECTION: self.tr("Sections"),
        }[kind]

    def details(self, one: Compared) -> tuple[Detail, ...]:
        """Return what is told of a change; of another wording the passages tell enough."""
        plain = {Field.ACTION, Field.TITLE} if one.kind in {Kind.RECOMMENDATION, Kind.EVENT} else set()
        return tuple(detail for detail in one.details if detail.field not in plain)

    def detail(self, detail: Detail) -> str:
        """Return one field that differs as “name: old → new”."""
        if detail.field is Field.WORDS:
            words = self.tr("1 word dropped, {0} added"), self.tr("{0} words dropped, {1} added")
            return (
                words[0].format(detail.new) if detail.old == "1" else words[1].format(detail.old, detail.new)
            )
        nothing = self.tr("none")
        old, new = detail.shown
        return f"{self.field(detail.field)}: {old or nothing} → {new or nothing}"

    def field(self, field: Field) -> str:
        """Return the name of a field."""
        return {
            Field.ACTION: self.tr("what"),
            Field.ADDRESSEE: self.tr("who should act"),
            Field.STRENGTH: self.tr("strength"),
            Field.CONDITION: self.tr("condition"),
            Field.DEADLINE: self.tr("deadline"),
            Field.DATE: self.tr("date"),
            Field.TITLE: self.tr("called"),
            Field.WHO: self.tr("who"),
            Field.WHERE: self.tr("where"),
            Field.STATUS: self.tr("status"),
            Field.NUMBER: self.tr("number"),
            Field.UNIT: self.tr("unit"),
            Field.ABOUT: self.tr("roughness"),
            Field.OF: self.tr("of what"),
            Field.WORDS: self.tr("words"),
        }[field]

    def acts(self, row: FateRow) -> Iterator[tuple[str, str, str]]:
        """Yield what can be done about a note: name, words, a hint with the key."""
        if row.fate.placement.state is AnchorState.UNCERTAIN:
            yield "yes", self.tr("Yes, it is here"), self.tr("The new passage is the right one (Y)")
            yield "no", self.tr("Not here"), self.tr("The passage is not in the new text (X)")
        if row.is_unsure:
            hint = self.tr("Select the passage in the new text first (click the row to go there), then P")
            yield "put", self.tr("Put it on the selected passage"), hint

    def without(self, row: Beside, turn: Turn) -> str:
        """Return what stands in place of a passage that one of the texts does not have."""
        if row.stands_in_both:
            return self.tr("the words stand here too, but are not listed by themselves")
        return self.tr("not in the old text") if turn is Turn.DROPPED else self.tr("not in the new text")

    def old_text(self) -> str:
        """Return the head above old passages."""
        return self.tr("Old")

    def new_text(self) -> str:
        """Return the head above new passages."""
        return self.tr("New")

    def choose(self) -> str:
        """Return what the box before a note does."""
        return self.tr("Take this note over, or not (Space)")
