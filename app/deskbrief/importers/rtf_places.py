"""The control words of RTF that say where the text of a group goes."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from deskbrief.importers.office_pictures import LONGEST_ALT, TWIPS, Held, figure_of
from deskbrief.importers.rtf_fields import Field, mark_target
from deskbrief.importers.rtf_finds import Finds
from deskbrief.importers.rtf_flow import Flow
from deskbrief.importers.rtf_fonts import FontTable
from deskbrief.importers.rtf_lists import ListTable, OverrideTable
from deskbrief.importers.rtf_notes import box_flow, note_flow
from deskbrief.importers.rtf_state import Collector, Destination, Face, Other, Shape, Skipped, State
from deskbrief.importers.rtf_styles import StyleSheet

#: The most flows of text inside one another: notes and boxes that are nested deeper are read as text.
DEEPEST_FLOW = 8

#: Groups whose text is never shown, and that do not say so with a star.
SKIPPED = frozenset(
    {
        *("colortbl", "filetbl", "xe", "rxe", "tc", "tcn", "txe", "nonshppict", "nonesttables", "shprslt"),
        *("ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn", "private", "template", "mmathPict"),
        *("NeXTGraphic", "atnid", "atnauthor", "datafield", "objclass", "objname", "objdata", "pntxta"),
        *("pntxtb", "fchars", "lchars", "generator"),
    }
)
#: Groups with a star whose text is shown.
SHOWN = frozenset({"shppict", "moMath", "moMathPara", "picprop"})

_HEADS_AND_FEET = ("header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf")


class Quiet(Destination):
    """Takes nothing by itself, but lets the groups inside it have their say; `flow` is the text around it."""

    def __init__(self, flow: Flow | None) -> None:
        self.flow = flow


class Picture(Quiet):
    """Takes a picture, written in hexadecimal; what describes it is the value of one of its properties."""

    _FORMS = frozenset({"pngblip", "jpegblip"})

    def __init__(self, flow: Flow, finds: Finds) -> None:
        super().__init__(flow)
        self._to = flow
        self._finds = finds
        self._held = Held()
        self._written: list[str] = []
        self._known = False
        self.property = ""

    def text(self, text: str, _state: State) -> None:
        """Take some of the picture."""
        self._written.append(text)

    def word(self, word: str, number: int | None, _state: State) -> None:
        """Take the form of the picture, or one of its sides in twentieths of a point."""
        width, height = self._held.size
        if word in self._FORMS:
            self._known = True
        elif word == "picwgoal":
            self._held.size = ((number or 0) / TWIPS, height)
        elif word == "pichgoal":
            self._held.size = (width, (number or 0) / TWIPS)

    def name(self, name: str) -> None:
        """Take the name of a property."""
        self.property = name.strip()

    def value(self, value: str) -> None:
        """Take the value of that property."""
        if self.property == "wzDescription":
            self._held.alt = " ".join(value.split())[:LONGEST_ALT]

    def close(self) -> None:
        """Hand the picture to the text, after whose paragraph it comes."""
        self._finds.pictures += 1
        if self._known and self._written:
            written = "".join(self._written)
            self._held.key, self._held.load = f"picture {self._finds.pictures}", lambda: _from_hex(written)
        figure = figure_of(self._held, self._finds.gallery, self._finds.missing)
        self._to.add_boxes([figure] if figure else [])


def _from_hex(written: str) -> bytes:
    try:
        return bytes.fromhex(written)
    except ValueError:
        return b""


def _flow_of(place: Destination) -> Flow | None:
    if isinstance(place, Flow):
        return place
    return place.flow if isinstance(place, Quiet) else None


def _afresh(state: State, finds: Finds, place: Destination) -> None:
    """Send the text of the group to `place`, where nothing holds that was said outside."""
    state.send(place)
    state.face, state.shape, state.link = Face(font=finds.fonts.usual), Shape(), ""


def _note(finds: Finds, state: State) -> None:
    flow = state.place
    if not isinstance(flow, Flow):
        state.send(Skipped())
    elif state.face.deleted:
        state.send(Collector(finds.deleted.append))
    elif flow.depth < DEEPEST_FLOW:
        _afresh(state, finds, note_flow(finds, flow, state))


def _box(finds: Finds, state: State) -> None:
    flow = _flow_of(state.place)
    if flow is not None and flow.depth < DEEPEST_FLOW:
        _afresh(state, finds, box_flow(finds, flow))
    else:
        state.send(Skipped())


def _furniture(finds: Finds, state: State) -> None:
    _afresh(state, finds, Collector(finds.furniture.append))


def _comment(finds: Finds, state: State) -> None:
    _afresh(state, finds, Collector(finds.comments.append))


def _quiet(_finds: Finds, state: State) -> None:
    state.send(Quiet(_flow_of(state.place)))


def _shown(_finds: Finds, state: State) -> None:
    """Send what an object shows to the text around it."""
    state.place = _flow_of(state.place) or state.place


def _picture(finds: Finds, state: State) -> None:
    flow = _flow_of(state.place)
    state.send(Picture(flow, finds) if flow else Skipped())


def _property(finds: Finds, state: State) -> None:
    """Let the properties of a picture be read, and skip those of other shapes."""
    if not isinstance(state.place, Picture):
        _quiet(finds, state)


def _property_name(_finds: Finds, state: State) -> None:
    picture = state.place
    state.send(Collector(picture.name) if isinstance(picture, Picture) else Skipped())


def _property_value(finds: Finds, state: State) -> None:
    picture = state.place
    if isinstance(picture, Picture):
        state.send(Collector(picture.value))
    else:
        _quiet(finds, state)


def _field(_finds: Finds, state: State) -> None:
    state.within = Field()


def _instruction(_finds: Finds, state: State) -> None:
    state.send(Collector(state.within.instruct) if state.within else Skipped())


def _result(_finds: Finds, state: State) -> None:
    field = state.within
    if field and field.sign:
        state.place.text(field.sign, state)
        state.send(Skipped())
    elif field:
        state.link = field.target or state.link


def _marker(_finds: Finds, state: State) -> None:
    flow = state.place
    state.send(Collector(flow.mark_item) if isinstance(flow, Flow) else Skipped())


def _bookmark(_finds: Finds, state: State) -> None:
    flow = state.place
    if isinstance(flow, Flow):
        state.send(Collector(lambda name: flow.mark_place(mark_target(name)[1:])))
    else:
        state.send(Skipped())


def _other(_finds: Finds, state: State) -> None:
    state.send(Other(state.place))


def _skip(_finds: Finds, state: State) -> None:
    state.send(Skipped())


Opener = Callable[[Finds, State], None]

OPENERS: Mapping[str, Opener] = {
    **dict.fromkeys(SKIPPED, _skip),
    **dict.fromkeys(_HEADS_AND_FEET, _furniture),
    **dict.fromkeys(("listtext", "pntext"), _marker),
    **dict.fromkeys(("shptxt", "dptxbxtext"), _box),
    **dict.fromkeys(("shpinst", "do", "object"), _quiet),
    "annotation": _comment,
    "footnote": _note,
    "pict": _picture,
    "result": _shown,
    "sp": _property,
    "sn": _property_name,
    "sv": _property_value,
    "field": _field,
    "fldinst": _instruction,
    "fldrslt": _result,
    "bkmkstart": _bookmark,
    "upr": _other,
    "fonttbl": lambda finds, state: state.send(FontTable(finds.fonts)),
    "stylesheet": lambda finds, state: state.send(StyleSheet(finds.styles)),
    "listtable": lambda finds, state: state.send(ListTable(finds.lists)),
    "listoverridetable": lambda finds, state: state.send(OverrideTable(finds.lists)),
    "info": lambda finds, state: state.send(finds.info),
}
