"""The quality of extraction on the texts that ship with the tests may rise, but not fall."""

import json
from pathlib import Path

import pytest
import scoring
from predict import predictions, records

HERE = Path(__file__).resolve().parent
FLOORS = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))["shipped"]
NOISE = 0.002


@pytest.fixture(scope="module")
def figures():
    found = {}
    for kind in ("structure", "events", "recs"):
        path = HERE / "data" / f"{kind}.jsonl"
        golds, guesses = list(records(path)), list(predictions(kind, [path]))
        assert [gold["id"] for gold in golds] == [guess["id"] for guess in guesses]
        assert not any(guess.get("error") for guess in guesses)
        if kind == "structure":
            found["headings"] = scoring.headings(golds, guesses)
            found["list items"] = scoring.line_types(golds, guesses, "list_item")
            found["table rows"] = scoring.line_types(golds, guesses, "table_row")
        elif kind == "events":
            found["time values"] = scoring.time_values(golds, guesses)
        else:
            found["recommendations"] = scoring.sentences(golds, guesses)
    return found


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_no_figure_falls_below_its_floor(figures, name):
    assert figures[name]["f1"] >= FLOORS[name] - NOISE, figures[name]


def test_every_figure_has_a_floor(figures):
    assert set(figures) == set(FLOORS)


def gold(**lines):
    return {"lines": [{"n": n, "type": kind} for kind, numbers in lines.items() for n in numbers]}


def test_the_scoring_tells_right_from_wrong():
    right, wrong = gold(heading=[1, 4], paragraph=[2]), gold(heading=[2], paragraph=[1, 4])
    assert scoring.headings([right], [right])["f1"] == 1
    assert scoring.headings([right], [wrong])["f1"] == 0
    assert scoring.headings([right], [gold(heading=[1, 2])])["f1"] == 0.5
    times = {"timex": [{"start": 0, "end": 4, "value": "2008-06-XX"}]}
    assert scoring.time_values([times], [{"timex": [{"start": 1, "end": 6, "value": "2008-06"}]}])["f1"] == 1
    assert scoring.time_values([times], [{"timex": [{"start": 1, "end": 6, "value": "2009"}]}])["f1"] == 0
    advice = {
        "sentences": [
            {"start": 0, "end": 10, "is_recommendation": True},
            {"start": 11, "end": 20, "is_recommendation": False},
        ]
    }
    assert scoring.sentences([advice], [{"recommendations": [{"start": 2, "end": 9}]}])["f1"] == 1
    assert scoring.sentences([advice], [{"recommendations": [{"start": 12, "end": 20}]}])["f1"] == 0
