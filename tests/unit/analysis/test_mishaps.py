"""A mistake of the program's own costs the passage that it was made in, or one kind of items, and is told."""

import pytest

from deskbrief.analysis import pipeline
from deskbrief.analysis.events import prose
from deskbrief.analysis.mishaps import BEGINS, Mishaps
from deskbrief.analysis.pipeline import outline_of
from deskbrief.document.errors import CancelledError
from deskbrief.document.steps import finish
from helpers.reading import read

TEXT = (
    "# Talks\n\nThe envoy arrived on 3 May 2021. The odd talks began on 5 May 2021.\n\n"
    "The ministry should publish 12 reports. Ms Roe said: “We met in Oslo on 7 May 2021.”\n"
)


def test_one_odd_sentence_costs_no_other(monkeypatch, capsys):
    whole = prose.plain_events

    def plain_events(text, sentence, *rest):
        if "odd" in text[sentence.start : sentence.end]:
            raise StopIteration
        yield from whole(text, sentence, *rest)

    monkeypatch.setattr(prose, "plain_events", plain_events)
    outline = finish(outline_of(read(TEXT), ""))
    assert [event.date.edtf for event in outline.events] == ["2021-05-03", "2021-05-07"]
    assert outline.remarks == (f"{BEGINS}: events could not be looked for in 1 passage.",)
    told = capsys.readouterr().err
    assert "StopIteration" in told
    assert "odd talks" not in told


def test_one_kind_of_items_costs_no_other(monkeypatch, capsys):
    def figures_of(*arguments):
        yield
        raise KeyError(TEXT)

    monkeypatch.setattr(pipeline, "figures_of", figures_of)
    outline = finish(outline_of(read(TEXT), ""))
    assert outline.recommendations
    assert len(outline.events) == 3
    assert outline.figures == ()
    assert outline.remarks == (f"{BEGINS}: figures could not be looked for.",)
    assert "12 reports" not in capsys.readouterr().err


@pytest.mark.parametrize("error", [MemoryError(), CancelledError("Stopped.")])
def test_what_is_no_mistake_is_passed_on(error):
    def look():
        raise error

    with pytest.raises(type(error)):
        Mishaps().spared("events", look)
