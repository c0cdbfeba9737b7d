import pytest

from deskbrief.importers.dates import date_line, find_date


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("Published on 3 May 2021", "2021-05-03"),
        ("May 3rd, 2021", "2021-05-03"),
        ("Publié le 1er août 2021 à 10h30", "2021-08-01"),
        ("3. März 2021, 10:30 Uhr", "2021-03-03"),
        ("3 de mayo de 2021", "2021-05-03"),
        ("3 maggio 2021", "2021-05-03"),
        ("3 мая 2021", "2021-05-03"),
        ("3 مايو 2021", "2021-05-03"),
        ("2021年5月3日 10時30分", "2021-05-03"),
        ("2021년 5월 3일", "2021-05-03"),
        ("Mon May 03 12:45:00 EDT 2021", "2021-05-03"),
        ("03-May-2021", "2021-05-03"),
        ("2021.05.03", "2021-05-03"),
        ("Monday, 2021 May 03", "2021-05-03"),
        ("2021 May 3rd", "2021-05-03"),
        ("12021 May 03", None),
        ("2021. 5. 3.", "2021-05-03"),
        ("03.05.2021", "2021-05-03"),
        ("03/05/2021", None),
        ("v1.03.05.2021", None),
        ("3. maj 2021", "2021-05-03"),
        ("12 KASIM 2021", None),
        ("31 avril 2021", None),
        ("5 mars", None),
    ],
)
def test_days_are_found_as_pages_of_many_languages_write_them(written, day):
    found = find_date(written)
    assert (found[0] if found else None) == day


@pytest.mark.parametrize(
    "line",
    [
        "October 1, 2012, through March 31, 2013",
        "1 April 2012 – 30 September 2012",
        "1 May 2012 to 2 May 2013",
        "16 June–11 July 2025",
        "4–15 November 2019",
        "Geneva, 4 to 15 November 2019",
    ],
)
def test_a_period_at_the_beginning_names_no_day(line):
    assert date_line([line]) is None
    assert date_line([line, "April 26, 2013"]).edtf == "2013-04-26"


def test_a_day_after_a_dash_is_one():
    assert date_line(["Revision 2 – 5 May 2013"]).edtf == "2013-05-05"
