"""EDTF: what is understood, its bounds, and how it is said to people."""

from __future__ import annotations

import math
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskbrief.document.edtf import bounds, decimal_year, display, parse, place_in_time, time_order

SAID = [
    ("2023", "2023"),
    ("2023-07", "Jul 2023"),
    ("2026-03-05", "5 Mar 2026"),
    ("2024-02-29", "29 Feb 2024"),
    ("199X", "1990s"),
    ("200X", "2000s"),
    ("19XX", "20th century"),
    ("20XX", "21st century"),
    ("11XX", "12th century"),
    ("-00XX", "1st century BC"),
    ("-004X", "50–41 BC"),
    ("000X", "1 BC–AD 9"),
    ("1XXX", "1000–1999"),
    ("0044", "AD 44"),
    ("0000", "1 BC"),
    ("-0044", "45 BC"),
    ("-0044-03-15", "15 Mar 45 BC"),
    ("Y17000", "17000"),
    ("Y-17000", "17001 BC"),
    ("2026-21", "spring 2026"),
    ("2026-24", "winter 2026"),
    ("2026-30", "summer 2026"),
    ("2024-33", "Q1 2024"),
    ("2024-36", "Q4 2024"),
    ("2024-38", "May–Aug 2024"),
    ("2024-40", "H1 2024"),
    ("2024-41", "H2 2024"),
    ("2026-XX", "2026"),
    ("2026-03-XX", "Mar 2026"),
    ("XXXX-12-25", "25 Dec"),
    ("XXXX", "year unknown"),
    ("2026-03~", "about Mar 2026"),
    ("2026?", "perhaps 2026"),
    ("2026%", "perhaps about 2026"),
    ("?2004-06-~11", "perhaps about 11 Jun 2004"),
    ("2024-01/2024-03", "Jan–Mar 2024"),
    ("2026-03-05/2026-03-07", "5–7 Mar 2026"),
    ("2026-02-28/2026-03-03", "28 Feb – 3 Mar 2026"),
    ("2023-12/2024-02", "Dec 2023 – Feb 2024"),
    ("2019/2021", "2019–2021"),
    ("199X/200X", "1990s–2000s"),
    ("2026-21/2026-23", "spring–autumn 2026"),
    ("2024-33/2024-35", "Q1–Q3 2024"),
    ("1990~/1995~", "about 1990–1995"),
    ("2024-06-21~/2024-06-30", "late Jun 2024"),
    ("2024-02-21~/2024-02-29", "late Feb 2024"),
    ("2024-06-11~/2024-06-20~", "mid-Jun 2024"),
    ("2024-06-01/2024-06-10~", "early Jun 2024"),
    ("2024-01/2024-04~", "early 2024"),
    ("2024-09~/2024-12", "late 2024"),
    ("2024-06-21/2024-06-30", "21–30 Jun 2024"),
    ("1990~/1995", "about 1990 – 1995"),
    ("2023-07-01/2023-07", "1 Jul 2023 – Jul 2023"),
    ("2023-07/2023-07", "Jul 2023"),
    ("2020/..", "from 2020"),
    ("2020/", "from 2020"),
    ("../2020-05", "until May 2020"),
    ("/2020", "until 2020"),
    ("2026-03-05T14:30:00Z", "5 Mar 2026, 14:30 UTC"),
    ("2026-03-05T14:30+02:00", "5 Mar 2026, 14:30 UTC+02:00"),
    ("2026-03-05T14:30:09", "5 Mar 2026, 14:30:09"),
    ("2026-03-05T09:00/2026-03-05T11:00", "5 Mar 2026, 09:00–11:00"),
]

WRONG = [
    "",
    "foo",
    "23",
    "20233",
    "2023-7",
    "2023-13",
    "2023-00",
    "2023-42",
    "2023-21-05",
    "2023-XX-05",
    "2023-02-29",
    "2023-04-31",
    "2023-01-01-01",
    "-XXXX",
    "Y2023",
    "٢٠٢٣",
    "2023-٠٧",
    "2021/2020",
    "../..",
    "/",
    "2020/2021/2022",
    "2023T10:00",
    "2023-07-01T",
    "2023-07-01T25:00",
    "2023-07-01T24:01",
    "2023-07-01T10:60",
    "2023-07-01T10:00:00:00",
    "2023-07-01T10:00+25:00",
    "2023-07-01T10:00+",
    "2023-07-01T10:00UTC",
    "199X-07-01T10:00",
]


@pytest.mark.parametrize(("edtf", "words"), SAID)
def test_dates_are_said_in_words(edtf: str, words: str) -> None:
    assert parse(edtf) is not None
    assert display(edtf) == words


@pytest.mark.parametrize("edtf", WRONG)
def test_what_is_not_edtf_is_left_as_it_is(edtf: str) -> None:
    assert parse(edtf) is None
    assert bounds(edtf) is None
    assert display(edtf) == edtf


@pytest.mark.parametrize(
    ("edtf", "first", "after"),
    [
        ("2023", (2023, 1, 1), (2024, 1, 1)),
        ("2023-07", (2023, 7, 1), (2023, 8, 1)),
        ("2023-12", (2023, 12, 1), (2024, 1, 1)),
        ("2024-02-29", (2024, 2, 29), (2024, 3, 1)),
        ("2023-12-31", (2023, 12, 31), (2024, 1, 1)),
        ("199X", (1990, 1, 1), (2000, 1, 1)),
        ("-00XX", (-99, 1, 1), (1, 1, 1)),
        ("2026-23", (2026, 9, 1), (2026, 12, 1)),
        ("2026-24", (2026, 12, 1), (2027, 3, 1)),
        ("2026-29", (2026, 9, 1), (2026, 12, 1)),
        ("2024-36", (2024, 10, 1), (2025, 1, 1)),
        ("2024-41", (2024, 7, 1), (2025, 1, 1)),
        ("2024-01/2024-03", (2024, 1, 1), (2024, 4, 1)),
        ("199X-05", (1990, 5, 1), (1999, 6, 1)),
    ],
)
def test_bounds_are_half_open(edtf: str, first: tuple[int, int, int], after: tuple[int, int, int]) -> None:
    assert bounds(edtf) == (decimal_year(*first), decimal_year(*after))


def test_open_ends_are_infinite() -> None:
    assert bounds("2020/..") == (2020.0, math.inf)
    assert bounds("../2020") == (-math.inf, 2021.0)


@pytest.mark.parametrize("edtf", ["XXXX", "XXXX-12-25", "XXXX-12-25/2020"])
def test_no_bounds_without_a_year(edtf: str) -> None:
    assert parse(edtf) is not None
    assert bounds(edtf) is None


def test_a_zone_moves_the_bounds_to_utc() -> None:
    here, there = bounds("2026-03-05T12:00Z"), bounds("2026-03-05T14:00+02:00")
    assert here == pytest.approx(there, abs=1e-12)
    assert bounds("2026-03-05T23:30-02:00")[0] > decimal_year(2026, 3, 6)


def test_times_keep_their_precision() -> None:
    hour, minute, second = (bounds(f"2026-03-05T{clock}") for clock in ("14", "14:00", "14:00:00"))
    assert hour[0] == minute[0] == second[0]
    assert hour[1] > minute[1] > second[1] > second[0]


def test_sorting_by_bounds_is_chronological() -> None:
    ordered = ["-0044", "0000", "0044", "19XX", "199X", "1990", "1990-01-02", "1990-02", "1991-24", "1992"]
    assert sorted(ordered, key=lambda edtf: (bounds(edtf)[0], -bounds(edtf)[1])) == ordered


def test_what_has_no_beginning_stands_where_it_ends() -> None:
    ordered = ["1957", "2012/..", "2024", "2040", "../2040", "2041-03", ""]
    assert sorted(set(ordered), key=lambda edtf: time_order(bounds(edtf))) == ordered


def test_parts_of_a_year_or_month_stand_at_their_place() -> None:
    late, early, middle = "2025-09~/2025-12", "2025-01/2025-04~", "2025-03-11~/2025-03-20~"
    ordered = ["2025-01", early, "2025-03-05", middle, "2025-04", "2025-10", late, "2025-12", "2026"]
    assert sorted(sorted(ordered), key=place_in_time) == ordered
    assert place_in_time("2025-09/2025-12") == time_order(bounds("2025-09/2025-12"))
    assert place_in_time("2012/..") == time_order(bounds("2012/.."))


@given(st.dates())
def test_every_day_is_understood_and_follows_the_one_before(day: date) -> None:
    low, high = bounds(f"{day:%m}".join((f"{day.year:04}-", f"-{day:%d}")))
    assert low < high
    assert low == pytest.approx(decimal_year(day.year, day.month, day.day))
    if day < date.max:
        after = day + timedelta(days=1)
        assert high == pytest.approx(decimal_year(after.year, after.month, after.day))


def test_days_grow_without_a_gap_over_four_hundred_years() -> None:
    start = date(1800, 1, 1)
    days = [start + timedelta(days=number) for number in range(0, 146_097, 13)]
    numbers = [decimal_year(day.year, day.month, day.day) for day in days]
    assert all(low < high for low, high in pairwise(numbers))


@given(st.text(alphabet="0123456789X-/.~?%YTZ:+ ", max_size=40) | st.text(max_size=40))
def test_nothing_breaks_it(text: str) -> None:
    value = parse(text)
    assert isinstance(display(text), str)
    if value is None:
        assert display(text) == text
    elif bounds(text) is not None:
        assert value.earliest < value.latest


@pytest.mark.parametrize("hostile", ["-", "9", "2023~", "2023-07-01T1:", "/", "X", "?"])
def test_hostile_length_is_harmless(hostile: str) -> None:
    assert parse(hostile * 100_000) is None


@pytest.mark.parametrize(
    ("edtf", "words", "low", "high"),
    [
        ("{2005,2006}", "2005 and 2006", 2005.0, 2007.0),
        ("{2019-03,2019-05}", "Mar and May 2019", decimal_year(2019, 3), decimal_year(2019, 6)),
        ("{2009,2005,1999}", "2009, 2005 and 1999", 1999.0, 2010.0),
    ],
)
def test_a_set_is_all_its_dates(edtf, words, low, high):
    assert display(edtf) == words
    assert bounds(edtf) == pytest.approx((low, high))


@pytest.mark.parametrize("text", ["{2005}", "{}", "{2005,", "{2005,x}", "{XXXX-03,2005}", "{2005,2006}/2007"])
def test_what_is_no_set_of_known_dates_is_not_read_as_one(text):
    assert parse(text) is None
    assert display(text) == text
