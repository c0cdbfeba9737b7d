import pytest

from deskbrief.importers.html_byline import is_by, names_after_by, names_in_byline


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ann Lee and Bo Ray", "Ann Lee and Bo Ray"),
        ("By Ann Lee, Staff Writer", "Ann Lee"),
        ("By Ann Lee Senior Reporter", "Ann Lee"),
        ("By Ann Lee, The Northern Press", "Ann Lee, The Northern Press"),
        ("By Ann Lee | 3 May 2020", "Ann Lee"),
        ("By Ann Lee in Oslo", "Ann Lee"),
        ("Words by Ann Lee; photographs by Bo Ray", "Ann Lee"),
        ("By Robert (R.J.) Lee", "Robert (R.J.) Lee"),
        ("ByAnn Lee", "Ann Lee"),
        ("Reported and written by Ann Lee", "Ann Lee"),
        ("Medically reviewed by Bo Ray, MD — Written by Ann Lee on May 3, 2020", "Ann Lee"),
        ("By Theresa May", "Theresa May"),
        ("Von Anna Schmidt und Max Müller", "Anna Schmidt und Max Müller"),
        ("Par Cécile Ducourt (Bruxelles)", "Cécile Ducourt"),
        ("Por Juan Pérez de la Cruz", "Juan Pérez de la Cruz"),
        ("Door Jan de Vries", "Jan de Vries"),
        ("Av Kari Nordmann", "Kari Nordmann"),
        ("Text: Max Frei", "Max Frei"),
        ("Автор: Иван Петров", "Иван Петров"),
        ("著者：後藤大地", "後藤大地"),
        ("بقلم أحمد محمد", "أحمد محمد"),
        ("By the time he had left", ""),
        ("By 2020 the wells were dry", ""),
        ("Par ailleurs, il a dit non", ""),
        ("By January", ""),
        ("Bylaws of the council", ""),
    ],
)
def test_names_are_found_after_by_in_many_languages(line, names):
    assert names_after_by(line) == names


@pytest.mark.parametrize(
    ("called", "names"),
    [
        ("Mobasir hassan", "Mobasir hassan"),
        ("Ann Lee 22 Dec 2016", "Ann Lee"),
        ("Ann Lee says", "Ann Lee"),
        ("Centre for Bridges and Ferries", "Centre for Bridges and Ferries"),
        ("Northern Council on Harbours | 3 May 2020", "Northern Council on Harbours"),
        ("By the Ministry for Ferries, 3 May 2020", "the Ministry for Ferries"),
        ("Our Editors", "Our Editors"),
        ("Ann Lee Contributing Editor", "Ann Lee"),
        ("See full bio", ""),
        ("December", ""),
        ("Lesedauer", ""),
        ("", ""),
    ],
)
def test_what_is_called_a_byline_need_not_begin_with_by(called, names):
    assert names_in_byline(called) == names


@pytest.mark.parametrize(
    ("line", "alone"), [("By", True), ("Von:", True), ("Written by", True), ("By Ann", False)]
)
def test_by_may_stand_alone(line, alone):
    assert is_by(line) == alone
