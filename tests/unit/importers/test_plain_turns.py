"""Questions of an interview in plain text: who asks heads nothing."""

from __future__ import annotations

from deskbrief.document.model import BlockKind
from deskbrief.importers.plain_outline import units_of
from deskbrief.importers.plain_turns import turns_in
from helpers.reading import read

ANSWER = (
    "We began with the oldest pumps, because nobody could say when they would fail, and it took three "
    "summers before the last of them had been replaced and the cellar was dry."
)
ASKED = ("How did you begin?", "What did it cost the town?", "Would you do it again?")


def interview(asker="The Editors", answering="Port Master"):
    turns = "\n\n".join(f"{asker}: {asked}\n\n{answering}: {ANSWER}" for asked in ASKED)
    return f"Pumps and Patience\n\n{turns}\n"


def test_questions_of_an_interview_are_no_headings():
    document = read(interview())
    assert BlockKind.HEADING not in {block.kind for block in document.blocks}


def test_those_who_ask_and_answer_take_turns():
    assert turns_in(units_of(interview())) == {1, 2, 3, 4, 5, 6}


def test_labels_that_ask_nothing_are_no_speakers():
    text = "\n\n".join(f"Needs: {number} pumps\n\nTip: look at the seals first." for number in range(3))
    assert not turns_in(units_of(text))
