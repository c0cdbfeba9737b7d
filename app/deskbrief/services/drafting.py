"""A draft as it is worked on: every act can be undone and done again."""

from __future__ import annotations

from collections.abc import Callable

from deskbrief.document.records import dataclass
from deskbrief.services.drafts import Draft

#: Acts that can be undone.
LONGEST_HISTORY = 500


@dataclass(frozen=True, slots=True)
class Act:
    """One act: its name in words, the draft before it and after it, and the field that was typed in."""

    name: str
    before: Draft
    after: Draft
    field: str = ""


class DraftHistory:
    """The draft at hand and what was done to it; `changed` is called after each act, undo and redo."""

    def __init__(self, draft: Draft, changed: Callable[[], None] = lambda: None) -> None:
        self.draft = draft
        self.changed = changed
        self._done: list[Act] = []
        self._undone: list[Act] = []
        self._open = False

    @property
    def undo_name(self) -> str:
        """The act that undo takes back; empty when there is none."""
        return self._done[-1].name if self._done else ""

    @property
    def redo_name(self) -> str:
        """The act that redo does again; empty when there is none."""
        return self._undone[-1].name if self._undone else ""

    def do(self, name: str, after: Draft, field: str = "") -> bool:
        """Make `after` the draft; typing on in one `field` is one act. Return whether anything changed."""
        if after == self.draft:
            return False
        last = self._done[-1] if self._done else None
        if field and self._open and last is not None and last.field == field:
            self._done[-1] = Act(last.name, last.before, after, field)
        else:
            self._done.append(Act(name, self.draft, after, field))
            del self._done[:-LONGEST_HISTORY]
        self._undone.clear()
        self._open = bool(field)
        self.draft = after
        self.changed()
        return True

    def pause(self) -> None:
        """Let what is typed next be an act of its own."""
        self._open = False

    def undo(self) -> str:
        """Take the last act back; return its name."""
        return self._step(self._done, self._undone, back=True)

    def redo(self) -> str:
        """Do again what was taken back last; return its name."""
        return self._step(self._undone, self._done, back=False)

    def _step(self, source: list[Act], target: list[Act], *, back: bool) -> str:
        if not source:
            return ""
        act = source.pop()
        target.append(act)
        self._open = False
        self.draft = act.before if back else act.after
        self.changed()
        return act.name
