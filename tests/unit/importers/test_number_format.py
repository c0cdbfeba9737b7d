"""Numbers of charts, shown as spreadsheets show them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskbrief.importers.number_format import shown_number

SHOWN = [
    ("0.34999999999999998", "0%", "35%"),
    ("0.345", "0.0%", "34.5%"),
    ("1234567.4", "#,##0", "1,234,567"),
    ("1234", "#\\ ##0", "1 234"),
    ("12.5", "General", "12.5"),
    ("0.30000000000000004", "", "0.3"),
    ("1250000", '#,##0.0,," million"', "1.2 million"),
    ("12.5", '"$"#,##0.00', "$12.50"),
    ("12", "[$€-2] #,##0", "€ 12"),
    ("1234.5", "_-* #,##0.00_-;-* #,##0.00_-", "1,234.50"),
    ("-3", "0;(0)", "-3"),
    ("3.10", "0.##", "3.1"),
    ("5", '0" of #1"', "5 of #1"),
    ("0.1234", "0.00E+00", "0.1234"),
    ("45352", "m/d/yyyy", "2024-03-01"),
    ("45352", "mmm-yy", "2024-03"),
    ("45352", "yyyy", "2024"),
    ("0.5", "h:mm", "0.5"),
    ("30", "[h]:mm", "30"),
    ("not known", "0", "not known"),
    ("nan", "0", "nan"),
    ("1e400", "0", "1e400"),
]


@pytest.mark.parametrize(("written", "code", "shown"), SHOWN)
def test_a_number_is_shown_by_its_format(written: str, code: str, shown: str):
    assert shown_number(written, code) == shown


def test_days_of_files_that_count_from_1904():
    assert shown_number("43890", "d/m/yy", from_1904=True) == "2024-03-01"


@given(st.floats().map(str), st.text(alphabet='0#?,.%$"\\[]_*;ymdhsE+ abc-', max_size=30))
def test_any_format_gives_a_line(written: str, code: str):
    assert "\n" not in shown_number(written, code)
