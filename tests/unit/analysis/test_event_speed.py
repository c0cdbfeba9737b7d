"""Events are found in time that grows with the text and no faster, whatever it holds."""

import time

import pytest

from deskbrief.analysis.anchoring import Basis
from deskbrief.analysis.events.all import events_of
from deskbrief.analysis.mishaps import Mishaps
from deskbrief.analysis.times.moment import Moment
from deskbrief.analysis.times.reading import mentions_of, worked_out
from deskbrief.analysis.times.told import Times
from deskbrief.document.steps import finish
from helpers.reading import read

WRITTEN = Moment("day", 2024, 3, 6)
SMALL, LARGE = 400, 1600


def _cost(text):
    """Return the least processor time of three runs over one text."""
    document = read(text, "page.md")
    times = Times(finish(worked_out(document, finish(mentions_of(document, ())), WRITTEN)))
    best = 1e9
    for _ in range(3):
        begun = time.process_time()
        finish(events_of(document, {}, times, Basis(WRITTEN), Mishaps()))
        best = min(best, time.process_time() - begun)
    return best


def _table(cell, count):
    return "| Date | Event |\n|---|---|\n" + f"| {cell} | Talks are held |\n" * count


HOSTILE = {
    "one sentence of dates": lambda n: "the talks of 5 May 2021, " * n,
    "the same event again and again": lambda n: "The treaty was signed on 5 May 2021.\n\n" * n,
    "items": lambda n: "- 5 May 2021: Talks are held.\n" * n,
    "items with their marks only": lambda n: "- **5 May 2021" + "*" * n + "\n",
    "rows in either order": lambda n: _table("12/03/2021", n),
    "rows without dates": lambda n: _table("TBD", n),
    "headings": lambda n: "## 5 May 2021\n\nTalks are held.\n\n" * n,
    "a heading of dashes": lambda n: "## Talks " + "- " * n + "5 May 2021\n\nText.\n",
    "brackets": lambda n: "The talks " + "(" * n + "5 May 2021 were held.",
    "slashes": lambda n: "- " + "1/2" * n + ": talks\n",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_four_times_the_text_takes_no_more_than_a_good_four_times_as_long(name):
    small, large = _cost(HOSTILE[name](SMALL)), _cost(HOSTILE[name](LARGE))
    assert large < 8 * small + 0.05
