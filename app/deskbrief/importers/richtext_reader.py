"""The reader of RTF tokens: groups with their state, destinations, letters in their code pages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from copy import copy
from dataclasses import dataclass, field

from deskbrief.document.model import BlockKind, InlineKind
from deskbrief.importers.clean import Mark, Piece, Place
from deskbrief.importers.links import link_target
from deskbrief.importers.office_draft import OfficeDraft
from deskbrief.importers.richtext_flow import CellShape, Flow
from deskbrief.importers.richtext_tables import SYMBOLS, Style, Tables, level_of
from deskbrief.importers.richtext_tokens import Token

#: The most letters that are kept of a name, an instruction or a value.
LONGEST_VALUE = 4_000

#: Control words that open a destination, and how what is in it is used.
DESTINATIONS = {
    "fonttbl": "fonts",
    "stylesheet": "styles",
    "listtable": "lists",
    "listoverridetable": "overrides",
    "info": "info",
    "title": "title",
    "author": "author",
    "creatim": "created",
    "fldinst": "instruction",
    "listtext": "marker",
    "pntext": "marker",
    "bkmkstart": "bookmark",
    "sn": "property",
    "sv": "value",
    "footnote": "note",
    "header": "head",
    "headerl": "head",
    "headerr": "head",
    "headerf": "head",
    "footer": "head",
    "footerl": "head",
    "footerr": "head",
    "footerf": "head",
    "annotation": "comment",
}
#: Destinations without anything to read.
_UNREAD = frozenset(
    [
        "colortbl",
        "generator",
        "pict",
        "objdata",
        "themedata",
        "colorschememapping",
        "latentstyles",
        "datastore",
        "rsidtbl",
        "xmlnstbl",
        "filetbl",
        "revtbl",
        "nonshppict",
        "ftnsep",
        "ftnsepc",
        "aftnsep",
        "aftnsepc",
        "xe",
        "tc",
        "rxe",
        "txe",
        "bkmkend",
        "operator",
        "comment",
        "company",
        "keywords",
        "subject",
        "doccomm",
        "pgptbl",
        "shprslt",
    ]
)
#: Destinations with paragraphs of their own.
_FLOWS = frozenset({"note", "head", "comment"})
_SIGNS = {
    "tab": "\t",
    "line": " ",
    "emdash": "—",
    "endash": "–",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "bullet": "•",
    "emspace": " ",
    "enspace": " ",
    "qmspace": " ",
}
_SYMBOLS = {0xB7: "•", 0xA7: "▪", 0xA8: "▪", 0xD8: "➢", 0xFC: "✓", 0x6F: "o"}
_LINK = re.compile(r'\s{0,9}HYPERLINK\s{1,9}(\\l\s{1,9})?"?([^"\s]{1,2000})"?', re.IGNORECASE)


@dataclass(slots=True)
class State:
    """What holds inside a group and is as before after it."""

    use: str = "body"
    font: int = 0
    skipped: int = 1
    bold: bool = False
    italic: bool = False
    hidden: bool = False
    deleted: bool = False
    raised: str = ""
    size: int = 24
    style: int = 0
    outline: int = 0
    list: int = 0
    depth: int = 0
    indent: int = 0
    in_table: bool = False
    nested: bool = False
    link: str = ""


@dataclass(slots=True)
class Finds:
    """What was met and does not become text of the body."""

    notes: list[Flow] = field(default_factory=list)
    contents: list[str] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    heads: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)
    values: dict[str, str] = field(default_factory=dict)


class Reader:
    """Reads the tokens of one file; `body` holds its blocks, `finds` the rest, `cut` tells of open groups."""

    def __init__(self) -> None:
        self.body = Flow()
        self.cut = False
        self.finds = Finds()
        self.tables = Tables()
        self._state = State()
        self._stack: list[State] = []
        self._flows: list[Flow] = [self.body]
        self._waiting = bytearray()
        self._value: list[str] = []
        self._to_skip = 0
        self._high = ""
        self._starred = False
        self._font = self._style = self._list = -1
        self._form, self._start = 0, 1
        self._words: dict[str, Callable[[int | None], None]] = _words_of(self)

    def read(self, tokens: Iterable[Token]) -> None:
        """Read all `tokens`."""
        for token in tokens:
            kind = token.kind
            if kind == "text":
                self._text(token.value)
            elif kind == "word":
                self._word(token.value, token.number)
            elif kind == "{":
                self._open()
            elif kind == "}":
                self._close()
            elif kind == "byte":
                self._byte(int(token.value, 16))
            else:
                self._sign(token.value)
        self._flush()
        self.cut = bool(self._stack)
        while self._stack:
            self._close()
        if self._flow.pieces:
            self.paragraph()
        self._flow.end_table()

    @property
    def _flow(self) -> Flow:
        return self._flows[-1]

    def _open(self) -> None:
        self._flush()
        self._to_skip = 0
        self._starred = False
        self._stack.append(copy(self._state))

    def _close(self) -> None:
        self._flush()
        self._to_skip = 0
        self._starred = False
        if not self._stack:
            return
        before = self._stack.pop()
        use = self._state.use
        if use != before.use or use in ("fonts", "styles", "lists", "overrides"):
            self._leave(use, before)
        self._state = before

    def _leave(self, use: str, before: State) -> None:
        """Use what was collected in a destination."""
        value = "".join(self._value).strip()[:LONGEST_VALUE]
        if use in _FLOWS:
            self._leave_flow(use)
            return
        if use in ("body", "none"):
            return
        self._value = []
        if use == "styles" and self._style >= 0 and value:
            self.tables.styles[self._style].name = value.rstrip(";").strip()
            self._style = -1
        elif use == "instruction":
            before.link = _link_of(value)
        elif use == "marker":
            self._flow.marker = " ".join(value.split())[:40]
        elif use == "bookmark" and value:
            self._flow.pieces.append(Piece("", places=(Place(value),)))
        elif use == "value" and self.finds.values.get("property") == "wzDescription" and value:
            self.finds.pictures.append(value[:400])
        elif use in ("title", "author", "property"):
            self.finds.values[use] = value

    def _leave_flow(self, use: str) -> None:
        if self._flow.pieces:
            self.paragraph()
        self._flow.end_table()
        flow = self._flows.pop() if len(self._flows) > 1 else self._flow
        if use == "note":
            self.finds.notes.append(flow)
        elif flow.text:
            (self.finds.heads if use == "head" else self.finds.comments).append(flow.text)

    def _word(self, word: str, number: int | None) -> None:
        if self._to_skip and word != "u":
            self._to_skip -= 1
            return
        use = DESTINATIONS.get(word)
        starred, self._starred = self._starred, False
        if use:
            self._enter(use)
        elif word in _UNREAD:
            self._flush()
            if word == "pict" and self._state.use not in ("none", "head"):
                self.finds.pictures.append("")
            self._state.use = "none"
        elif word in self._words:
            self._flush()
            self._words[word](number)
        elif word in _SIGNS:
            self._flush()
            self._add(_SIGNS[word])
        elif starred and not (word == "ud" and self._state.use == "info"):
            self._state.use = "none"

    def _enter(self, use: str) -> None:
        self._flush()
        if self._state.use == "none" and use not in ("property", "value"):
            return
        if use == "note":
            number = str(len(self.finds.notes) + 1)
            marks = (Mark(InlineKind.SUPERSCRIPT), Mark(InlineKind.LINK, f"#note {number}"))
            self._flow.pieces.append(Piece(number, marks=marks))
        if use in _FLOWS:
            self._flows.append(Flow())
            self._state = State(use=use, font=self._state.font)
        else:
            self._value = []
            self._state.use = use

    def _text(self, text: str) -> None:
        if self._to_skip:
            cut = min(self._to_skip, len(text))
            self._to_skip -= cut
            text = text[cut:]
        if self._state.use != "none":
            self._waiting += text.encode("latin-1")

    def _byte(self, byte: int) -> None:
        if self._to_skip:
            self._to_skip -= 1
        elif self._state.use != "none":
            self._waiting.append(byte)

    def _sign(self, sign: str) -> None:
        if sign == "*":
            self._starred = True
        elif self._to_skip:
            self._to_skip -= 1
        elif sign in "{}\\":
            self._waiting += sign.encode()
        elif sign == "~":
            self._flush()
            self._add("\u00a0")
        elif sign == "_":
            self._waiting += b"-"
        elif sign in "\r\n":
            self._flush()
            self.paragraph()

    def unicode(self, number: int | None) -> None:
        """Add the letter with the code `number`, and pass over what stands there for older readers."""
        code = (number or 0) % 65536
        letter = chr(code)
        if 0xD800 <= code < 0xDC00:
            self._high = letter
        elif 0xDC00 <= code < 0xE000:
            pair = (self._high + letter).encode("utf-16", "surrogatepass")
            self._add(pair.decode("utf-16", "ignore") if self._high else "")
            self._high = ""
        else:
            self._add(letter)
        self._to_skip = self._state.skipped

    def _flush(self) -> None:
        """Decode the bytes that wait, in the code page of the font at hand."""
        if not self._waiting:
            return
        data, self._waiting = bytes(self._waiting), bytearray()
        if self.tables.fonts.get(self._state.font) == SYMBOLS and self._state.use in (
            "body",
            "marker",
            "note",
        ):
            self._add("".join(_SYMBOLS.get(byte, chr(byte) if byte < 0x80 else "") for byte in data))
            return
        self._add(data.decode(self.tables.encoding(self._state.font), "replace"))

    def _add(self, text: str) -> None:
        state = self._state
        if state.use == "none":
            return
        if state.use != "body" and state.use not in _FLOWS:
            if sum(map(len, self._value[-50:])) < LONGEST_VALUE:
                self._value.append(text)
        elif state.deleted:
            self.finds.deleted.append(text)
        elif state.hidden:
            self.finds.hidden.append(text)
        else:
            if not self._flow.size and text.strip():
                self._flow.size = state.size / 2
            self._flow.pieces.append(Piece(text, marks=_marks(state)))

    def paragraph(self) -> None:
        """Finish the paragraph at hand."""
        state, flow = self._state, self._flow
        style = self.tables.style(state.style)
        draft = OfficeDraft(BlockKind.PARAGRAPH, flow.pieces, size=flow.size)
        marker = flow.marker
        if draft.line:
            self._set_kind(draft, style, marker)
        if style.contents:
            self.finds.contents.append(draft.line)
            draft.pieces = []
        flow.add(draft, in_table=state.in_table or state.nested)

    def _set_kind(self, draft: OfficeDraft, style: Style, marker: str) -> None:
        state = self._state
        level = state.outline or style.heading
        if style.kind is not None:
            draft.kind = style.kind
        elif level:
            draft.kind, draft.level = BlockKind.HEADING, level
            numbered = [Piece(f"{marker} ")] if marker[:1].isalnum() else []
            draft.pieces = [*numbered, *_without_bold(draft)]
        elif state.list or marker:
            draft.kind, draft.depth, draft.indent = BlockKind.LIST_ITEM, min(state.depth, 8), state.indent
            found = marker or self.tables.marker(state.list, state.depth)
            draft.marker = found if found[:1].isalnum() or found[:1] == "(" else "•"

    def cell(self, number: int | None) -> None:  # noqa: ARG002 - control words all have one
        """Finish the cell at hand."""
        self._state.in_table = True
        if self._flow.pieces:
            self.paragraph()
        self._flow.end_cell()

    def row(self, number: int | None) -> None:  # noqa: ARG002 - as above
        """Finish the row at hand."""
        self._flow.end_row()

    def row_shape(self, number: int | None) -> None:  # noqa: ARG002 - as above
        """Begin what a row says of its cells."""
        self._flow.shapes, self._flow.head = [CellShape()], False

    def reset(self, number: int | None) -> None:  # noqa: ARG002 - as above
        """Forget the properties of the paragraph before."""
        state = self._state
        state.style = state.outline = state.list = state.depth = state.indent = 0
        state.in_table = state.nested = False

    def plain(self, number: int | None) -> None:  # noqa: ARG002 - as above
        """Forget the face of the letters before."""
        state = self._state
        state.bold = state.italic = state.hidden = state.deleted = False
        state.raised, state.size = "", 24

    def set_font(self, number: int | None) -> None:
        """Take a font, or begin the definition of one."""
        if self._state.use == "fonts":
            self._font = number or 0
        else:
            self._state.font = number or 0

    def set_charset(self, number: int | None) -> None:
        """Take the character set of the font that is being defined."""
        if self._state.use == "fonts":
            self.tables.fonts[self._font] = number or 0

    def set_style(self, number: int | None) -> None:
        """Take a paragraph style, or begin the definition of one."""
        if self._state.use == "styles":
            self._style = number or 0
            self.tables.styles[self._style] = Style()
        else:
            self._state.style = number or 0

    def set_basis(self, number: int | None) -> None:
        """Take the style that the one being defined is based on."""
        if self._style in self.tables.styles:
            self.tables.styles[self._style].basis = number or 0

    def set_outline(self, number: int | None) -> None:
        """Take the outline level of a paragraph, or of the style being defined; 9 is text."""
        level = (number or 0) + 1 if (number or 0) < 9 else 0
        if self._state.use == "styles":
            if self._style in self.tables.styles:
                self.tables.styles[self._style].level = level
        else:
            self._state.outline = level

    def set_list(self, number: int | None) -> None:
        """Take the list of a paragraph, or give the list being overridden its number."""
        if self._state.use == "overrides":
            self.tables.lists[number or 0] = self._list
        else:
            self._state.list = number or 0

    def set_list_id(self, number: int | None) -> None:
        """Take the identity of the list being defined: its levels came before."""
        if self._state.use == "lists":
            self.tables.levels[number or 0] = self.tables.levels.pop(-1, [])
        self._list = number or 0

    def add_level(self, number: int | None) -> None:
        """Add a level of the list being defined, numbered in the form `number`."""
        if self._state.use == "lists":
            levels = self.tables.levels.setdefault(-1, [])
            if len(levels) < 9:
                levels.append(level_of(number or 0, 1, len(levels)))

    def note_number(self, number: int | None) -> None:
        """Pass over the number of a note: references and notes have theirs already."""

    def date_part(self, name: str, number: int | None) -> None:
        """Take a part of the day on which the file was made."""
        if self._state.use == "created":
            self.finds.values[name] = str(number or 0)

    def set_flag(self, name: str, number: int | None) -> None:
        """Switch something on, or off with 0."""
        setattr(self._state, name, number != 0)

    def set_number(self, name: str, number: int | None) -> None:
        """Take a number."""
        setattr(self._state, name, min(max(number or 0, 0), 20_000))

    def set_raised(self, raised: str) -> None:
        """Raise or lower the letters that follow."""
        self._state.raised = raised

    def shape(self, name: str) -> None:
        """Note that the cell being described goes on from another."""
        if self._flow.shapes:
            setattr(self._flow.shapes[-1], name, True)

    def next_shape(self) -> None:
        """Go on to the description of the next cell."""
        if len(self._flow.shapes) < 200:
            self._flow.shapes.append(CellShape())

    def head_row(self) -> None:
        """Note that the row at hand heads its table."""
        self._flow.head = True


def _marks(state: State) -> tuple[Mark, ...]:
    marks = []
    if state.bold:
        marks.append(Mark(InlineKind.STRONG))
    if state.italic:
        marks.append(Mark(InlineKind.EMPHASIS))
    if state.raised:
        marks.append(Mark(InlineKind(state.raised)))
    if state.link:
        marks.append(Mark(InlineKind.LINK, state.link))
    return tuple(marks)


def _without_bold(draft: OfficeDraft) -> list[Piece]:
    """Return the pieces of a heading; where all of it is bold, that is its style and no mark."""
    if not draft.bold:
        return draft.pieces
    strong = Mark(InlineKind.STRONG)
    return [
        Piece(p.text, marks=tuple(mark for mark in p.marks if mark != strong), places=p.places)
        for p in draft.pieces
    ]


def _link_of(instruction: str) -> str:
    found = _LINK.match(instruction)
    if not found:
        return ""
    if found[1] or found[2].startswith("#"):
        return f"#{found[2].lstrip('#')}"
    return link_target(found[2], "")


def _words_of(reader: Reader) -> dict[str, Callable[[int | None], None]]:
    """Return what each control word does."""
    flags = {"b": "bold", "i": "italic", "v": "hidden", "deleted": "deleted", "intbl": "in_table"}
    numbers = {"fs": "size", "ilvl": "depth", "uc": "skipped", "li": "indent"}
    raised = {"super": "superscript", "sub": "subscript", "nosupersub": ""}
    shapes = {"clmrg": "goes_left", "clvmrg": "goes_up"}
    dates = {"yr": "year", "mo": "month", "dy": "day"}
    words: dict[str, Callable[[int | None], None]] = {
        "par": lambda _: reader.paragraph(),
        "sect": lambda _: reader.paragraph(),
        "pard": reader.reset,
        "plain": reader.plain,
        "cell": reader.cell,
        "row": reader.row,
        "nestcell": lambda _: reader.paragraph(),
        "nestrow": lambda _: None,
        "trowd": reader.row_shape,
        "cellx": lambda _: reader.next_shape(),
        "trhdr": lambda _: reader.head_row(),
        "u": reader.unicode,
        "f": reader.set_font,
        "fcharset": reader.set_charset,
        "ansicpg": lambda number: reader.tables.set_code_page(number or 1252),
        "mac": lambda _: reader.tables.set_code_page(10000),
        "pc": lambda _: reader.tables.set_code_page(437),
        "pca": lambda _: reader.tables.set_code_page(850),
        "s": reader.set_style,
        "sbasedon": reader.set_basis,
        "outlinelevel": reader.set_outline,
        "ls": reader.set_list,
        "listid": reader.set_list_id,
        "levelnfc": reader.add_level,
        "chftn": reader.note_number,
    }
    for word, name in flags.items():
        words[word] = lambda number, name=name: reader.set_flag(name, number)  # type: ignore[misc]
    for word, name in numbers.items():
        words[word] = lambda number, name=name: reader.set_number(name, number)  # type: ignore[misc]
    for word, name in raised.items():
        words[word] = lambda _, name=name: reader.set_raised(name)  # type: ignore[misc]
    for word, name in shapes.items():
        words[word] = lambda _, name=name: reader.shape(name)  # type: ignore[misc]
    for word, name in dates.items():
        words[word] = lambda number, name=name: reader.date_part(name, number)  # type: ignore[misc]
    return words
