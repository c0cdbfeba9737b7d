"""Words with links as one writes them: of a link to a note or passage only the label is seen, no address.

What is kept is Markdown all the same: the address goes with the label as an anchor and comes back from it.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor, QTextDocument

from deskbrief.document.links import SCHEME
from deskbrief.document.note_text import links_in, written_link

#: What Qt has for the ends of lines, and for spaces that hold words together, as `toPlainText` tells it.
_PLAIN = str.maketrans({"\u2028": "\n", "\u2029": "\n", "\ufdd0": "\n", "\ufdd1": "\n", "\u00a0": " "})


def link_format(address: str, colour: QColor) -> QTextCharFormat:
    """Return the looks of a label that leads to `address`."""
    form = QTextCharFormat()
    form.setAnchor(True)
    form.setAnchorHref(address)
    form.setForeground(colour)
    form.setFontUnderline(True)
    return form


def insert(cursor: QTextCursor, body: str, colour: QColor) -> None:
    """Write `body`, which is Markdown, at `cursor`, with labels in `colour` for its links of ours."""
    cursor.beginEditBlock()
    for words, address in _pieces(body):
        cursor.insertText(words, link_format(address, colour) if address else QTextCharFormat())
    cursor.setCharFormat(QTextCharFormat())
    cursor.endEditBlock()


def body_of(document: QTextDocument) -> str:
    """Return the Markdown that stands in `document`."""
    lines, block = [], document.begin()
    while block.isValid():
        words, at = "", block.begin()
        while not at.atEnd():
            fragment = at.fragment()
            text, form = fragment.text().translate(_PLAIN), fragment.charFormat()
            words += _link(text, form.anchorHref()) if form.isAnchor() else text
            at += 1
        lines.append(words)
        block = block.next()
    return "\n".join(lines)


def is_edge(cursor: QTextCursor) -> bool:
    """Tell whether `cursor` stands at an edge of a label, where what is typed is no part of it."""
    address = cursor.charFormat().anchorHref()
    if not address or cursor.hasSelection():
        return False
    if cursor.atBlockStart() or cursor.atBlockEnd():
        return True
    after = QTextCursor(cursor)
    after.movePosition(QTextCursor.MoveOperation.NextCharacter)
    return after.charFormat().anchorHref() != address


def _link(words: str, address: str) -> str:
    # As it was written, if its label is as it was.
    return f"[{words}]({address})" if not set(words) & set("[]\n") else written_link(words, address)


def _pieces(body: str) -> Iterator[tuple[str, str]]:
    """Yield `body` in pieces, each with the address of the link that it is the label of, or nothing."""
    begin = 0
    for start, end, words, address in links_in(body):
        if address.startswith(f"{SCHEME}:") and words != address:
            if begin < start:
                yield body[begin:start], ""
            yield words, address
            begin = end
    if begin < len(body):
        yield body[begin:], ""
