"""The keys of the commands as the user has them: the usual ones, and those that were changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

from deskbrief.services.settings import Keys
from deskbrief.ui.keys import COMMANDS, Command, Where

#: The keys of every command, by its id.
KeyMap = Mapping[str, tuple[str, ...]]
BY_ID = {command.id: command for command in COMMANDS}
_STRONG = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)
#: What a key with Shift types on most keyboards: both ways of saying it are one key.
_SHIFTED = dict(zip('~!@#$%^&*()_+{}|:"<>?', "`1234567890-=[]\\;',./", strict=True))
#: Keys that every window needs for itself: an action may have them only while the text has the focus.
_PLAIN = frozenset(
    {
        *(Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Delete),
        *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Backspace),
        *(Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Menu),
    }
)
_FOCUS = frozenset({Qt.Key.Key_Tab, Qt.Key.Key_Backtab})


class Taken(NamedTuple):
    """Two commands wanted one key: `id` keeps it, and `loser` has it no more."""

    key: str
    id: str
    loser: str


def usual() -> dict[str, tuple[str, ...]]:
    """Return the keys that the commands have by themselves."""
    return {command.id: command.keys for command in COMMANDS}


def read(stored: Keys) -> tuple[dict[str, tuple[str, ...]], list[str]]:
    """Return the keys of all commands, and what of `stored` was not understood, as "find: Ctrl+Foo".

    A command whose keys are all none keeps the usual ones. A key that was given to a command is taken from
    the one that has it usually; of two to which it was given, the first keeps it.
    """
    keys, bad, given = usual(), [], dict[str, str]()
    for name, wanted in stored:
        command = BY_ID.get(name)
        if command is None:
            bad.append(name)
            continue
        good = [key for key in map(canonical, wanted) if key and fits(command, key)]
        bad += [f"{name}: {key}" for key in wanted if canonical(key) not in good]
        if wanted and not good:
            continue
        bad += [f"{name}: {key}" for key in good if given.get(one_key(key), name) != name]
        keys[name] = tuple(dict.fromkeys(key for key in good if given.setdefault(one_key(key), name) == name))
    for name, had in keys.items():
        keys[name] = tuple(key for key in had if given.get(one_key(key), name) == name)
    return keys, bad


def changed(keys: KeyMap) -> Keys:
    """Return those of `keys` that are not the usual ones, as they are stored."""
    return tuple((name, had) for name, had in keys.items() if had != BY_ID[name].keys)


def given(keys: KeyMap, name: str, key: str) -> tuple[dict[str, tuple[str, ...]], Taken | None]:
    """Return `keys` with one more for the command `name`, taken from whichever had it, and who lost it."""
    result, loser = dict(keys), None
    for other, had in keys.items():
        if other != name and any(one_key(one) == one_key(key) for one in had):
            result[other] = tuple(one for one in had if one_key(one) != one_key(key))
            loser = Taken(key, name, other)
    result[name] = tuple(dict.fromkeys((*(one for one in keys[name] if one_key(one) != one_key(key)), key)))
    return result, loser


def put_back(keys: KeyMap, name: str) -> tuple[dict[str, tuple[str, ...]], list[Taken]]:
    """Return `keys` with the usual ones for the command `name`, and who lost one of them by that."""
    result, lost = {**keys, name: ()}, list[Taken]()
    for key in BY_ID[name].keys:
        result, loser = given(result, name, key)
        lost += [loser] if loser is not None else []
    return result, lost


def canonical(key: str) -> str:
    """Return one key as Qt writes it in settings ("Ctrl+F"), or an empty string for what is none."""
    sequence = QKeySequence(key, QKeySequence.SequenceFormat.PortableText)
    if sequence.count() != 1 or _first(sequence).key() == Qt.Key.Key_unknown:
        return ""
    return sequence.toString(QKeySequence.SequenceFormat.PortableText)


def native(key: str) -> str:
    """Return one key as it is called on this system."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def fits(command: Command, key: str) -> bool:
    """Tell whether a command can have a key: Tab never, and what types or moves only in the text."""
    sequence = QKeySequence(key)
    if not sequence.count():
        return False
    pressed = _first(sequence)
    if pressed.keyboardModifiers() & _STRONG:
        return True
    if pressed.key() in _FOCUS or command.where is Where.TEXT:
        return pressed.key() not in _FOCUS
    return pressed.key() not in _PLAIN and not _types(pressed.key())


def _first(sequence: QKeySequence) -> QKeyCombination:
    first: QKeyCombination = sequence[0]  # type: ignore[index]
    return first


def _types(key: Qt.Key) -> bool:
    return key.value < Qt.Key.Key_Escape.value


def one_key(key: str) -> str:
    """Return what keys that are the same on most keyboards have in common: "Shift+." and ">"."""
    *modifiers, last = key.split("+") if not key.endswith("+") else [*key[:-1].rstrip("+").split("+"), "+"]
    if last in _SHIFTED:
        modifiers, last = [*modifiers, "Shift"], _SHIFTED[last]
    return "+".join([*_ordered(modifiers), last])


def _ordered(modifiers: list[str]) -> Iterator[str]:
    yield from sorted({one for one in modifiers if one})
