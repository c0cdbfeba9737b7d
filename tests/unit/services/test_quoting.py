import pytest

from deskbrief.services.quoting import missing_part, parts_of, quoted_in, stands_in

PASSAGE = "The council, which met twice,\nwas unable to agree on the budget for 2024."


@pytest.mark.parametrize(
    "words",
    [
        PASSAGE,
        "The council … was unable to agree on the budget",
        "The council, which met twice, was unable to agree",
        "… unable to agree …",
        "The council [...] agree on the budget for 2024.",
        "The council ... was unable",
        "The council […] was unable",
    ],
)
def test_parts_that_stand_in_order_verify(words):
    assert stands_in(words, PASSAGE)


@pytest.mark.parametrize(
    ("words", "missing"),
    [
        ("The council was unable", "The council was unable"),
        ("The council … was able to agree", "was able to agree"),
        ("… able to agree", "able to agree"),
        ("was unable … The council", "The council"),
        ("the council", "the council"),
        ("… agree on the budget for 202", "agree on the budget for 202"),
        ("…", ""),
        ("", ""),
    ],
)
def test_what_was_changed_is_named(words, missing):
    assert missing_part(words, PASSAGE) == missing


def test_a_part_is_never_used_twice():
    assert not stands_in("twice … twice", "It met twice.")
    assert stands_in("twice … twice", "It met twice, or twice again.")


def test_the_source_may_hold_an_ellipsis_itself():
    assert stands_in("He said … no.", "He said … no.")
    assert stands_in("…", "…")


def test_words_without_spaces_between_them_can_be_cut_anywhere():
    assert stands_in("予算…合意", "理事会は予算について合意できなかった")


def test_a_combining_mark_is_never_cut_off():
    assert not stands_in("cafe", "cafe\u0301 noir")


def test_parts_are_on_one_line():
    assert parts_of("a\n b … c") == ("a b", "c")


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("He said “a” and “b”.", ["a", "b"]),
        ("“outer “inner” end”", ["outer “inner” end"]),
        ("“never closed", []),
        ("closed” only “a”", ["a"]),
        ("none", []),
    ],
)
def test_quotes_are_what_stands_in_quotation_marks(text, quotes):
    assert list(quoted_in(text)) == quotes


def test_hostile_repetitions_take_no_time_that_grows_with_their_square():
    assert not stands_in("a" * 20_000, "a" * 40_000)
