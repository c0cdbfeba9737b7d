"""Numbers of lists and headings: their forms, their patterns, how they count."""

import pytest

from deskbrief.importers.numbering import Counters, Level, in_form, roman


@pytest.mark.parametrize(
    ("number", "figures"),
    [
        (1, "i"),
        (4, "iv"),
        (9, "ix"),
        (14, "xiv"),
        (40, "xl"),
        (90, "xc"),
        (400, "cd"),
        (1994, "mcmxciv"),
        (3999, "mmmcmxcix"),
    ],
)
def test_roman_figures_are_written_as_usual(number, figures):
    assert roman(number) == figures


def test_every_number_has_roman_figures_of_its_own():
    assert len({roman(number) for number in range(1, 4000)}) == 3999


@pytest.mark.parametrize(
    ("number", "form", "written"),
    [
        (7, "decimal", "7"),
        (7, "decimalZero", "07"),
        (12, "decimalZero", "12"),
        (3, "lowerLetter", "c"),
        (3, "upperLetter", "C"),
        (26, "lowerLetter", "z"),
        (27, "lowerLetter", "aa"),
        (28, "upperLetter", "BB"),
        (6, "lowerRoman", "vi"),
        (6, "upperRoman", "VI"),
        (5, "none", ""),
        (5, "ideographTraditional", "5"),
    ],
)
def test_a_number_is_written_in_its_form(number, form, written):
    assert in_form(number, form) == written


@pytest.mark.parametrize("form", ["upperRoman", "lowerLetter", "decimal"])
@pytest.mark.parametrize("number", [0, -1, 4000, 10**9])
def test_numbers_beyond_letters_and_figures_are_decimal(number, form):
    assert in_form(number, form) == str(number)


def test_items_are_counted():
    counters = Counters((Level(),))
    assert [counters.next(0) for _ in range(3)] == ["1.", "2.", "3."]


def test_a_list_starts_where_it_says():
    counters = Counters((Level(start=5),))
    assert [counters.next(0), counters.next(0)] == ["5.", "6."]


def test_a_list_may_start_at_nought():
    assert Counters((Level(start=0),)).next(0) == "0."


def test_an_inner_level_begins_again_after_an_outer_item():
    counters = Counters((Level(), Level("lowerLetter", "%2)")))
    assert [counters.next(depth) for depth in (0, 1, 1, 0, 1)] == ["1.", "a)", "b)", "2.", "a)"]


def test_an_outer_level_goes_on_after_inner_items():
    counters = Counters((Level(), Level(pattern="%1.%2"), Level(pattern="%1.%2.%3")))
    assert [counters.next(depth) for depth in (0, 1, 2, 2, 1, 0)] == [
        "1.",
        "1.1",
        "1.1.1",
        "1.1.2",
        "1.2",
        "2.",
    ]


def test_a_level_that_was_skipped_counts_as_its_start():
    counters = Counters((Level(start=3), Level(pattern="%1.%2")))
    assert counters.next(1) == "3.1"


def test_each_number_of_a_pattern_is_in_the_form_of_its_level():
    counters = Counters((Level("upperRoman", "%1"), Level("lowerLetter", "%1-%2")))
    counters.next(0)
    assert counters.next(1) == "I-a"


def test_the_numbers_of_a_legal_level_are_decimal():
    counters = Counters((Level("upperRoman", "%1"), Level("lowerLetter", "%1.%2", legal=True)))
    counters.next(0)
    assert counters.next(1) == "1.1"


def test_an_item_that_is_told_its_number_has_it_and_the_next_ones_go_on():
    counters = Counters((Level(),))
    assert [counters.next(0), counters.next(0, 7), counters.next(0)] == ["1.", "7.", "8."]


def test_bullets_are_one_sign_whatever_their_pattern():
    assert Counters((Level("bullet", "\uf0b7"),)).next(0) == "•"


def test_bullets_count_for_the_levels_below():
    counters = Counters((Level("bullet"), Level(pattern="%1.%2")))
    assert [counters.next(depth) for depth in (0, 0, 1)] == ["•", "•", "2.1"]


def test_a_level_without_a_pattern_has_no_marker():
    assert Counters((Level(pattern=""),)).next(0) == ""


def test_the_words_of_a_pattern_stay():
    assert Counters((Level(pattern=" Article %1: "),)).next(0) == "Article 1:"


def test_a_level_that_is_not_defined_is_decimal():
    counters = Counters(())
    assert [counters.next(0), counters.next(1), counters.next(1)] == ["1.", "1.", "2."]
