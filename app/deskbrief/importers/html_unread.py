"""Words of a page that are no part of its text: on buttons, in fields and drawings, for screen readers."""

from __future__ import annotations

from lxml.html import HtmlElement

from deskbrief.importers.builder import Builder
from deskbrief.importers.html_hidden import text_of
from deskbrief.importers.html_inline import are_line_numbers, is_hidden, is_spoken, is_unread

#: The most parts of each kind whose text is kept; of the others only the size is.
MOST = 2_000

_CONTROLS, _DRAWN = "buttons and form fields", "words in drawings"
_MEDIA, _SPOKEN = "shown where media cannot play", "for screen readers alone"
_NUMBERS = "numbers of lines"
#: What small letters beside characters say of their sound.
_READINGS = "readings of characters"
_REASONS = {
    "rt": _READINGS,
    "button": _CONTROLS,
    "select": _CONTROLS,
    "textarea": _CONTROLS,
    "svg": _DRAWN,
    "video": _MEDIA,
    "audio": _MEDIA,
    "object": _MEDIA,
    "canvas": _MEDIA,
}
_LETTERED = ("text", "foreignobject", "foreignObject")


class Unread:
    """Collects such words, page by page; what stands there twice counts once."""

    def __init__(self) -> None:
        self._said: dict[str, dict[str, None]] = {}
        self._further: dict[str, int] = {}

    def look(self, root: HtmlElement, *, hidden: bool = False) -> None:
        """Note the words under `root`; with `hidden`, those that are only spoken are part of the text."""
        todo = [root]
        while todo:
            element = todo.pop()
            if not isinstance(element.tag, str):
                continue
            if is_unread(element):
                if element.tag in _REASONS:
                    self._note(_REASONS[element.tag], _words(element))
                elif are_line_numbers(element):
                    self._note(_NUMBERS, " ".join("".join(element.itertext()).split()))
            elif hidden or not is_hidden(element):
                todo.extend(reversed(element))
            elif is_spoken(element):
                self._note(_SPOKEN, text_of(element))

    def _note(self, reason: str, text: str) -> None:
        said = self._said.setdefault(reason, {})
        if not text or text in said:
            return
        if len(said) < MOST:
            said[text] = None
        else:
            self._further[reason] = self._further.get(reason, 0) + len(text)

    def tell(self, builder: Builder) -> None:
        """Note in `builder` the words that were found."""
        for reason, said in self._said.items():
            count = sum(map(len, said)) + self._further.get(reason, 0)
            builder.leave_out(reason, "\n".join(said), count)


def _words(element: HtmlElement) -> str:
    """Return what an element says; of a drawing, its letters and not its names."""
    if element.tag == "svg":
        return " ".join(filter(None, (text_of(text) for text in element.iter(*_LETTERED))))
    return text_of(element)
