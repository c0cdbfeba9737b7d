"""Laws and documents among the names, and capitals that stand for governments."""

import time

import pytest

from deskbrief.analysis.naming.laws import laws_in
from deskbrief.document.spans import Span
from helpers.outlines import outlined
from helpers.reading import read

LAWS = [
    ("The Council adopted Resolution 1325 (2000).", "Resolution 1325 (2000)", "law"),
    ("Under Regulation (EU) 2016/679, data are safe.", "Regulation (EU) 2016/679", "law"),
    ("It changed Directive 2014/24/EU.", "Directive 2014/24/EU", "law"),
    ("See Executive Order 14028.", "Executive Order 14028", "law"),
    ("The Clean Air Act of 1963 set limits.", "Clean Air Act of 1963", "law"),
    (
        "They signed the Convention on the Rights of the Child.",
        "Convention on the Rights of the Child",
        "law",
    ),
    ("They quote the Treaty of Rome.", "Treaty of Rome", "law"),
    ("The National Security Strategy was published.", "National Security Strategy", "document"),
]


@pytest.mark.parametrize(("text", "name", "kind"), LAWS)
def test_a_law_or_document_is_told_by_its_words_or_number(text, name, kind):
    assert [(one.text, one.kind) for one in laws_in(text, Span(0, len(text)))] == [(name, kind)]


def test_two_laws_that_are_joined_are_two():
    text = "The Treaty of Rome and the Single European Act were signed."
    assert [one.text for one in laws_in(text, Span(0, len(text)))] == [
        "Treaty of Rome",
        "Single European Act",
    ]


@pytest.mark.parametrize("text", ["They act on it in May.", "The report says so.", "The Act was late."])
def test_plain_words_are_no_laws(text):
    assert not list(laws_in(text, Span(0, len(text))))


def test_a_capital_is_its_government_only_where_the_sentence_uses_it_so():
    document = read(
        b"Washington imposed sanctions on Moscow. The talks between Washington and Beijing failed.\n\n"
        b"He lives in Washington, and likes the United States.\n",
        "a.txt",
    )
    names = {name.name: name for name in outlined(document).names}
    government, city = names["United States"], names["Washington"]
    assert [document.quote(span) for span in government.mentions] == [
        "Washington",
        "Washington",
        "United States",
    ]
    assert "Washington" in government.aliases
    assert [document.text[: span.start].split()[-1] for span in city.mentions] == ["in"]
    assert names["China"].aliases == ("Beijing",)


@pytest.mark.parametrize(
    "unit", ["Act of ", "Treaty on the ", "Aa and ", "Law 1/", "A of the ", "Convention on A "]
)
def test_hostile_repetition_takes_time_in_proportion(unit):
    def seconds(times):
        text = unit * times
        started = time.process_time()
        list(laws_in(text, Span(0, len(text))))
        return time.process_time() - started

    seconds(500)
    assert min(seconds(4000) for _ in range(3)) < 24 * max(min(seconds(500) for _ in range(3)), 1e-3)
