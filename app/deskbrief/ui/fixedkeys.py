"""Keys of lists, panels and the builder: shown in Help beside those of commands, and not changed there."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from deskbrief.document.records import dataclass

CONTEXT = "keys"


def _tr(text: str) -> str:
    return str(QT_TRANSLATE_NOOP(CONTEXT, text))


_OUTLINE = _tr("in the outline")
_NOTES = _tr("in the notes")
_LISTS = _tr("in lists")
_BRIEF = _tr("in the builder")
_ROWS = _tr("on rows of the builder")


@dataclass(frozen=True, slots=True)
class FixedKey:
    """What some keys do, the keys as Qt writes them, and where they work."""

    name: str
    keys: tuple[str, ...]
    where: str

    def label(self) -> str:
        """Return what the keys do, in the user's language."""
        return QCoreApplication.translate(CONTEXT, self.name)

    def place(self) -> str:
        """Return where they work, in the user's language."""
        return QCoreApplication.translate(CONTEXT, self.where)


FIXED: tuple[FixedKey, ...] = (
    FixedKey(_tr("Go to the passage of a row"), ("Enter",), _LISTS),
    FixedKey(_tr("Open or close a heading of the list"), ("Right", "Left"), _LISTS),
    FixedKey(_tr("Filter the list"), ("/",), _LISTS),
    FixedKey(_tr("Choose a row, to do something with several"), ("Space",), _LISTS),
    FixedKey(_tr("From a panel back to the text"), ("Esc",), _LISTS),
    FixedKey(_tr("Confirm a row"), ("Y",), _OUTLINE),
    FixedKey(_tr("Reject a row"), ("X",), _OUTLINE),
    FixedKey(_tr("Edit a row"), ("E", "F2"), _OUTLINE),
    FixedKey(_tr("Say why a row is there"), ("I",), _OUTLINE),
    FixedKey(_tr("Set the date of the document"), ("D",), _OUTLINE),
    FixedKey(_tr("Look at the timeline more closely, or less"), ("+", "-"), _OUTLINE),
    FixedKey(_tr("Show the whole timeline"), ("0",), _OUTLINE),
    FixedKey(_tr("Write in a note"), ("E", "F2"), _NOTES),
    FixedKey(_tr("Give a note another colour"), ("1", "2", "3", "4", "5", "6"), _NOTES),
    FixedKey(_tr("Say that a note is where it is shown, or that it is not"), ("Y", "X"), _NOTES),
    FixedKey(_tr("Put a note on the selected passage"), ("P",), _NOTES),
    FixedKey(_tr("Delete a note"), ("Delete",), _NOTES),
    FixedKey(_tr("Undo, redo"), ("Ctrl+Z", "Ctrl+Shift+Z"), _BRIEF),
    FixedKey(_tr("Export the brief"), ("Ctrl+E",), _BRIEF),
    FixedKey(_tr("Print the brief"), ("Ctrl+P",), _BRIEF),
    FixedKey(_tr("Make the preview larger, smaller, or fit"), ("Ctrl++", "Ctrl+-", "Ctrl+0"), _BRIEF),
    FixedKey(_tr("Next part of the window"), ("F6",), _BRIEF),
    FixedKey(_tr("Take a row in, or leave it out"), ("Space",), _ROWS),
    FixedKey(_tr("Take all rows of a section in, or none"), ("Ctrl+A", "Ctrl+Shift+A"), _ROWS),
    FixedKey(_tr("Move a row up or down"), ("Alt+Up", "Alt+Down"), _ROWS),
    FixedKey(_tr("Change the words of a row"), ("F2",), _ROWS),
    FixedKey(_tr("Remove a row"), ("Delete",), _ROWS),
    FixedKey(_tr("Show the passage of a row in the text"), ("Ctrl+Enter",), _ROWS),
)
