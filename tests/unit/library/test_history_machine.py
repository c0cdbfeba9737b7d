"""Any sequence of acts, undo, redo and restarts, held against the simplest model of a history."""

from __future__ import annotations

import shutil
from dataclasses import replace

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, precondition, rule

from deskbrief.document.notes import Decision, Note, Role, Verdict
from deskbrief.library.library import Library
from helpers.library_samples import Clock, decision_on, memory_folder, note_on, sample

State = dict[str, Note | Decision]
DOCUMENT = sample()
ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=5)


class HistoryMachine(RuleBasedStateMachine):
    """The library beside a list of states, where undo and redo are steps back and forth."""

    known = Bundle("known")

    def __init__(self) -> None:
        super().__init__()
        self.folder = memory_folder("deskbrief-history-")
        self.clock = Clock()
        self.library = Library.open(self.folder, now=self.clock)
        self.states: list[State] = [{}]
        self.at = 0

    @property
    def state(self) -> State:
        return self.states[self.at]

    def act(self, target: str, value: Note | Decision | None) -> None:
        after = {key: kept for key, kept in self.state.items() if key != target}
        if value is not None:
            after[target] = value
        self.states[self.at + 1 :] = [after]
        self.at += 1
        self.clock.move(3)

    @rule(target=known, start=st.integers(0, 90))
    def add_note(self, start: int) -> str:
        note = note_on(DOCUMENT, start, start + 5)
        self.library.add_note(note)
        self.act(note.id, note)
        return note.id

    @rule(
        note_id=known,
        body=ANY_TEXT,
        role=st.sampled_from(Role),
    )
    def update_note(self, note_id: str, body: str, role: Role) -> None:
        old = self.state.get(note_id)
        if isinstance(old, Note) and (old.body, old.role) != (body, role):
            new = replace(old, body=body, role=role, modified=f"later than {old.modified}")
            self.library.update_note(new)
            self.act(note_id, new)

    @rule(note_id=known)
    def delete_note(self, note_id: str) -> None:
        if note_id in self.state:
            self.library.delete_note(note_id)
            self.act(note_id, None)

    @rule(start=st.integers(0, 3), verdict=st.sampled_from(Verdict))
    def decide(self, start: int, verdict: Verdict) -> None:
        decision = decision_on(DOCUMENT, start, verdict)
        if self.state.get(decision.key) != decision:
            self.library.decide(decision)
            self.act(decision.key, decision)

    @rule(start=st.integers(0, 3))
    def undecide(self, start: int) -> None:
        key = decision_on(DOCUMENT, start).key
        self.library.undecide(DOCUMENT.sha256, key)
        if key in self.state:
            self.act(key, None)

    @rule()
    def undo(self) -> None:
        assert (self.library.undo(DOCUMENT.sha256) is None) == (self.at == 0)
        self.at = max(self.at - 1, 0)

    @rule()
    def redo(self) -> None:
        at_end = self.at == len(self.states) - 1
        assert (self.library.redo(DOCUMENT.sha256) is None) == at_end
        self.at += not at_end

    @precondition(lambda self: self.at > 0)
    @rule()
    def restart(self) -> None:
        self.library.close()
        self.library = Library.open(self.folder, now=self.clock)

    @precondition(lambda self: self.at > 0)
    @rule()
    def lose_the_library(self) -> None:
        """The notes come back from the journal alone; decisions and history are gone with the file."""
        notes = {key: value for key, value in self.state.items() if isinstance(value, Note)}
        self.library.close()
        (self.folder / "library.db").unlink()
        self.library = Library.open(self.folder, now=self.clock)
        self.states, self.at = [notes], 0

    @invariant()
    def library_is_in_the_state_of_the_model(self) -> None:
        kept = (*self.library.notes(), *self.library.decisions(DOCUMENT.sha256))
        values = {value.id if isinstance(value, Note) else value.key: value for value in kept}
        assert values == self.state
        assert bool(self.library.undo_label(DOCUMENT.sha256)) == (self.at > 0)
        assert bool(self.library.redo_label(DOCUMENT.sha256)) == (self.at < len(self.states) - 1)

    def teardown(self) -> None:
        assert self.library.check() == ()
        self.library.close()
        shutil.rmtree(self.folder)


TestHistory = HistoryMachine.TestCase
TestHistory.settings = settings(
    max_examples=40,
    stateful_step_count=25,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
