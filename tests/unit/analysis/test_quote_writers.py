"""Quotes: few quoted words, parts of one quotation, and the claims of those who write mails and letters."""

import pytest

from helpers.outlines import outlined
from helpers.reading import read


def quotes(text, name="file.txt"):
    document = read(text, name)
    return [(quote.speaker, document.quote(quote.spans[0])) for quote in outlined(document).quotes]


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        (
            'The method has been described by physicist Alan Soper as "one of the best ideas of all".',
            "Alan Soper",
            "one of the best ideas of all",
        ),
        ('The mayor called the plan "a waste of money".', "mayor", "a waste of money"),
        ('Ms Berg branded the delay "utterly shameful" on Monday.', "Berg", "utterly shameful"),
    ],
)
def test_a_few_words_are_of_the_one_who_gives_them_to_something(text, speaker, words):
    assert [(speaker in who, said) for who, said in quotes(text)] == [(True, words)]


@pytest.mark.parametrize(
    "text",
    [
        'The "so-called reform" was dropped.',
        'He called the book "Great Expectations" on Monday.',
        'The court called Ms Roe, and the "first witness" was heard.',
    ],
)
def test_expressions_and_titles_are_no_quotes(text):
    assert quotes(text) == []


def test_a_mark_that_opens_anew_parts_two_pieces_of_one_quotation():
    text = (
        'Mr Clarke said that there was progress. He added: "Many members of small groups are thriving, some '
        'may find it harder. "This plan sets out what we will do to answer their needs." The rest is known.'
    )
    direct = [(who, said) for who, said in quotes(text) if said.startswith(("Many", "This"))]
    assert [who.split()[-1] for who, _ in direct] == ["Clarke", "Clarke"]
    assert direct[0][1].endswith("harder.")


def test_a_school_is_nobody_whom_she_stands_for():
    text = 'Anna Holm runs the office. The school reports that it is full. "It was quick," she added.'
    assert ("Anna Holm", "It was quick,") in quotes(text)


def test_who_judges_something_is_not_thereby_meant_by_a_pronoun():
    text = (
        'Ann Berg met the mayor. The critic Karl Roe called it "a bad joke" again. '
        'Ms Berg was not amused. "We go on," she said.'
    )
    found = {said: who for who, said in quotes(text)}
    assert found["a bad joke"] == "Karl Roe"
    assert found["We go on,"].endswith("Berg")


LETTER = """Dear Councillor Berg,

The bridge will be closed in May. I believe the repair will take two weeks.

The contractor told me that he needs more men. "We are short of welders," he said.

Yours sincerely,

Tomas Riik
Town Clerk
"""
MAIL = """From: Anna Holm <anna@example.org>
To: All Staff <all@example.org>
Date: Sat, 23 Mar 2024 09:12:00 +0000
Subject: Office

Hello all,

I believe the insurers will pay. I am glad that it is over.

Anna Holm
"""


def test_the_claims_of_a_letter_are_of_the_one_who_signs_it():
    found = quotes(LETTER)
    assert ("Tomas Riik", "the repair will take two weeks") in found
    assert ("contractor", "he needs more men") in found


def test_the_claims_of_a_mail_are_of_its_sender():
    assert quotes(MAIL, "mail.eml") == [("Anna Holm", "the insurers will pay")]


def test_what_i_say_is_of_nobody_where_nobody_is_known_to_write():
    assert quotes("I believe the insurers will pay. I said that they would not be quick.") == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('Mr Lee accused Mr Roe of shouting "let them all drown now" on Monday.', "Roe"),
        ('Ann Lee condemned Bo Roe\'s call for "a boycott of all the shops".', "Bo Roe"),
        ('Ann Lee criticised Bo Roe for saying "the port is unsafe for boats".', "Bo Roe"),
        ('Ann Hale criticised Bo Roe\'s claim that "the port is unsafe for boats".', "Bo Roe"),
        ('Ann Lee accused Bo Roe of telling her "you must all go now".', "Bo Roe"),
        ('Ann Lee criticised Bo Roe for describing the town as "a dump for all".', "Bo Roe"),
    ],
)
def test_words_that_somebody_is_blamed_for_are_his(text, speaker):
    assert [who for who, _ in quotes(text)] == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        'Lee dismissed claims that "the port is unsafe for boats".',
        'Ann Hale slammed a leaflet that read "the port is unsafe for boats".',
        'Ann Hale praised Bo Roe for his song "the port is unsafe for boats".',
        'Ann Hale condemned the slogan "we will drown them all".',
        'Ann Hale denounced a sign saying "we will drown them all".',
        'Ann Lee condemned remarks by Bo Roe that the town was "a dump for all".',
    ],
)
def test_words_of_others_are_not_of_the_one_who_judges_them(text):
    assert [who for who, _ in quotes(text) if who] == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            'Ann Lee dismissed Bo Roe’s claim that it is unsafe as "utter nonsense from start to end".',
            "utter",
        ),
        ('Ann Lee called that "a lie from end to end".', "a lie"),
        ('Ann Lee accused Bo Roe of running "a racket in the port".', "a racket"),
        ('Ann Lee criticised the report for "ignoring all the facts".', "ignoring"),
        ('Ann Lee criticised a report that was "full of errors and gaps".', "full"),
        ('Ann Lee called Roe\'s claim "a waste of our time".', "a waste"),
    ],
)
def test_words_that_judge_are_of_the_one_who_judges(text, words):
    ((who, said),) = quotes(text)
    assert (who, said.startswith(words)) == ("Ann Lee", True)


@pytest.mark.parametrize(
    "signed", ["Kind regards,\nAnn Lee", "Yours sincerely\nDr Ann Lee", "All the best, Ann Lee"]
)
def test_closing_words_and_name_may_be_one_paragraph(signed):
    text = f"Dear Ms Berg,\n\nI believe that the port will close in May.\n\n{signed}\n"
    assert [who for who, _ in quotes(text, "letter.md")] == ["Ann Lee"]
