import pytest

from deskbrief.ui.docks import counted
from deskbrief.ui.shell.titles import LONGEST_TAB, short
from deskbrief.ui.words import isolated, lasting, numbered, percent

TITLE = "The regional council and the wells of the upper valley, in figures"


def test_a_long_name_is_cut_between_words_and_says_so():
    assert short(TITLE) == "The regional council and the wells of…"
    assert short("A short one") == "A short one"


@pytest.mark.parametrize("name", [TITLE, "x" * 60, "水" * 60, "A " * 30, TITLE[:LONGEST_TAB]])
def test_a_name_fits_into_its_tab(name):
    assert len(short(name)) <= LONGEST_TAB
    assert short(name).endswith("…") == (len(name) > LONGEST_TAB)


def test_only_names_from_right_to_left_are_kept_apart():
    assert isolated("דוח המים") == "\u2068דוח המים\u2069"
    assert isolated("Report") == "Report"


@pytest.mark.parametrize(
    ("count", "title"), [(0, "Names"), (7, "Names 7"), (99, "Names 99"), (100, "Names"), (1234, "Names")]
)
def test_a_large_count_does_not_cut_the_words_of_the_docks(count: int, title: str) -> None:
    assert counted("Names", count) == title


def test_one_thing_is_not_called_several():
    assert numbered(1, "1 note", "{0} notes") == "1 note"
    assert numbered(0, "1 note", "{0} notes") == "0 notes"
    assert numbered(1234, "1 note", "{0} notes") == "1,234 notes"


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(4, "4 min"), (59, "59 min"), (60, "1 h"), (285, "4 h 45 min"), (600, "10 h"), (11_397, "190 h")],
)
def test_long_times_are_told_in_hours(minutes: int, words: str) -> None:
    assert lasting(minutes) == words


def test_a_share_is_written_in_one_way():
    assert percent(0.984) == "98 %"
