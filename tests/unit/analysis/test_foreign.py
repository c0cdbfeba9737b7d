"""Texts in other languages: their dates, their tables, and what is said about the rest."""

import time

import pytest

from deskbrief.analysis.english import is_foreign
from deskbrief.analysis.events.passages import RULE
from deskbrief.analysis.pipeline import resolved
from deskbrief.analysis.times.foreign import foreign_mentions
from deskbrief.document.outline import NOT_ENGLISH, Status
from deskbrief.document.steps import finish
from deskbrief.document.tongues import tongue_of
from helpers.documents import paragraphs
from helpers.outlines import by_rules, outlined
from helpers.reading import read

DATES = [
    ("de", "Am 5. März 2024 begann es.", "5. März 2024", (2024, 3, 5)),
    ("de", "Es endet im April 2024.", "April 2024", (2024, 4, 0)),
    ("de", "Die Frist ist der 01.07.2025.", "01.07.2025", (2025, 7, 1)),
    ("de", "Im Jahr 2019 war es anders.", "2019", (2019, 0, 0)),
    ("de", "Vor dem 12. Mai nicht.", "12. Mai", (0, 5, 12)),
    ("fr", "Le 1er janvier 2023, tout changea.", "1er janvier 2023", (2023, 1, 1)),
    ("fr", "En 2019, la loi fut votée.", "2019", (2019, 0, 0)),
    ("fr", "La fête est le 14 juillet.", "14 juillet", (0, 7, 14)),
    ("es", "El 3 de mayo de 2021 se firmó.", "3 de mayo de 2021", (2021, 5, 3)),
    ("pt", "Em 7 de setembro de 2022 houve festa.", "7 de setembro de 2022", (2022, 9, 7)),
    ("it", "Il 2 giugno 1946 si votò.", "2 giugno 1946", (1946, 6, 2)),
    ("nl", "Op 30 april 2013 trad zij af.", "30 april 2013", (2013, 4, 30)),
    ("pl", "Dnia 12 maja 2020 podpisano.", "12 maja 2020", (2020, 5, 12)),
    ("ru", "Это было 5 марта 2024 года.", "5 марта 2024", (2024, 3, 5)),
    ("ru", "Начнутся в апреле 2024 года.", "апреле 2024", (2024, 4, 0)),
    ("ja", "2024年3月5日に始まった。", "2024年3月5日", (2024, 3, 5)),
    ("ar", "في 5 مارس 2024 بدأ.", "5 مارس 2024", (2024, 3, 5)),
]


@pytest.mark.parametrize(("tongue", "text", "wording", "value"), DATES)
def test_dates_in_other_languages_are_found(tongue, text, wording, value):
    (found,) = finish(foreign_mentions(paragraphs(text), tongue))
    assert text[found.start : found.end] == wording
    assert (found.recipe.year, found.recipe.month, found.recipe.day) == value


@pytest.mark.parametrize(
    "text",
    [
        "Wir und 2019 nicht.",
        "Das Werk 737 2000 liegt hier.",
        "Version 1.2.2024.5",
        "In Zimmer 12 Personen.",
        "Der 45.13.2020.",
    ],
)
def test_other_numbers_are_no_dates(text):
    assert finish(foreign_mentions(paragraphs(text), "de")) == []


TEXTS = [
    ("de", "Die Ministerin hat nicht gesagt, dass der Vertrag mit den Ländern für das Jahr gilt."),
    ("fr", "Le ministre a dit que la loi est dans les mains des députés et du gouvernement pour une fois."),
    ("ru", "Министр сказал, что это не так, и как он был в Москве, так и не был от этого за годы."),
    ("uk", "Міністр сказав, що це не так, і як він був у Києві, до цього з ним та на це за роки."),
    ("ja", "大臣は会議で述べた。これは重要である。"),
    ("he", "השר אמר שזה חשוב מאוד."),
    ("", "Kwrx lplk pqwe."),
]


@pytest.mark.parametrize(("tongue", "text"), TEXTS)
def test_the_language_is_told(tongue, text):
    assert tongue_of(text) == tongue


def test_what_a_document_says_of_its_language_is_believed():
    assert tongue_of("Der Vertrag", "fr-CA") == "fr"


def test_a_short_text_in_another_script_is_foreign():
    assert is_foreign(paragraphs("大臣は会議で述べた。"))


def test_tables_and_dates_are_outlined_and_the_rest_is_said_not_to_be():
    document = read(
        "Die Ministerin hat am 5. März 2024 gesagt, dass der Vertrag mit den Ländern für das Jahr gilt und "
        "nicht länger, und dass die Kommission das bis zum Ende des Jahres prüfen und dann darüber "
        "entscheiden wird, wie es mit der Grenze und den Zöllen weitergeht.\n\n"
        "| Datum | Ereignis |\n|---|---|\n"
        "| 3. Januar 2023 | Gespräche |\n| Februar 2023 | Abkommen |\n".encode(),
        "a.md",
    )
    outline = outlined(document)
    assert outline.remarks == (NOT_ENGLISH,)
    said = "Die Ministerin hat am 5. März 2024 gesagt, dass der Vertrag mit den Ländern für das Jahr gilt und"
    assert [(event.date.edtf, event.title[: len(said)]) for event in outline.events] == [
        ("2024-03-05", said),
        ("2023-01-03", "Gespräche"),
        ("2023-02", "Abkommen"),
    ]
    assert "2024-03-05" in {found.edtf for found in outline.times}
    assert not outline.recommendations
    assert not outline.names


@pytest.mark.parametrize("unit", ["1. ", "12 de ", "2024年", "12.", "mai 2", "1er d'", "im Jahr "])
def test_hostile_repetition_takes_time_in_proportion(unit):
    def seconds(times):
        document = paragraphs(unit * times)
        started = time.process_time()
        finish(foreign_mentions(document, "de"))
        return time.process_time() - started

    seconds(500)
    assert min(seconds(4000) for _ in range(3)) < 24 * max(min(seconds(500) for _ in range(3)), 1e-3)


@pytest.mark.parametrize("tongue", ["", "xx", "tlh"])
def test_an_unknown_language_has_dates_in_figures_alone(tongue):
    text = "Kwrx 5 lplk 2024 pqwe 2024-03-05."
    (found,) = finish(foreign_mentions(paragraphs(text), tongue))
    assert text[found.start : found.end] == "2024-03-05"


PASSAGES = (
    "Am 3. März 2024 brach der Deich bei der Stadt, und das Wasser kam. Im Oktober 2023 hatte man davor "
    "nicht gewarnt. Vom 1. bis 5. April 2024 tagte der Ausschuss, und 2019 war es nicht anders. Das Amt hat "
    "für das Jahr 2025 mit dem Bau vom 2. Mai 2025 bis zum 7. Juni 2025 gerechnet."
)


def test_each_sentence_with_a_day_or_a_month_is_an_event_in_other_languages():
    events = outlined(read(PASSAGES.encode(), "a.txt")).events
    assert [(event.date.edtf, event.title.partition(" ")[0]) for event in events] == [
        ("2024-03-03", "Am"),
        ("2023-10", "Im"),
        ("2024-04-01/2024-04-05", "Vom"),
        ("2025-05-02/2025-06-07", "Das"),
    ]
    assert {event.rule for event in events} == {RULE}


def test_a_document_date_decides_what_of_another_language_is_to_come():
    document = read(PASSAGES.encode(), "a.txt")
    outline = outlined(document)
    events = finish(resolved(document, outline, "2024-06-01")).events
    assert [event.date.edtf for event in events] == [event.date.edtf for event in outline.events]
    assert [event.status for event in events] == [Status.OCCURRED] * 3 + [Status.PLANNED]


@pytest.mark.parametrize(
    ("tongue", "text", "days"),
    [
        ("fr", "La commission est là du 3 au 7 juin 2024.", (3, 7)),
        ("es", "La cumbre fue del 3 al 5 de mayo de 2021.", (3, 5)),
        ("de", "Vom 1. bis zum 5. April 2024 nicht.", (1, 5)),
        ("de", "Im Raum 12 am 5. April 2024.", (5,)),
        ("de", "Die Nummer 7 bis 5. April 2024.", (5,)),
    ],
)
def test_the_first_day_of_a_period_takes_month_and_year_from_the_last(tongue, text, days):
    found = finish(foreign_mentions(paragraphs(text), tongue))
    assert [one.recipe.day for one in found] == list(days)
    assert len({(one.recipe.year, one.recipe.month) for one in found}) == 1


def test_a_law_and_its_amendments_are_no_plans():
    text = (
        "# 中华人民共和国法\n\n1991年9月4日 第七届会议通过\n\n2006年12月29日 第十届会议第一次修订\n\n"
        "2012年10月26日 第十一届会议修正\n\n第一条 为了保护未成年人，制定本法。\n"
    )
    found = by_rules(read(text, "law.md")).events
    assert [event.date.edtf for event in found] == ["1991-09-04", "2006-12-29", "2012-10-26"]
    assert {event.status for event in found} == {Status.OCCURRED}


def test_a_month_by_two_names_keeps_its_day():
    text = "الإعلان العالمي\n\nاعتمد بموجب قرار الجمعية العامة المؤرخ في 10 كانون الأول / ديسمبر 1948."
    assert [event.date.edtf for event in by_rules(read(text)).events] == ["1948-12-10"]
