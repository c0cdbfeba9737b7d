"""What a letter asks of its reader, with its deadline and who is spoken to."""

import pytest

from helpers.outlines import outlined
from helpers.reading import read

LETTER = "Dear Kofi,\n\nThe lock is old and the port knows it.\n\n"


def asked(text):
    found = outlined(read(text, "file.txt")).recommendations
    return [(one.addressee, one.action, one.deadline) for one in found]


@pytest.mark.parametrize(
    ("text", "addressee", "action", "deadline"),
    [
        ("Let me have your view by Friday.", "", "Let me have your view by Friday", "by Friday"),
        ("Please send your comments by 5 May.", "", "send your comments by 5 May", "by 5 May"),
        ("Could you send me the file by Monday?", "", "send me the file by Monday", "by Monday"),
        ("Kofi, please call the port before Friday.", "Kofi", "call the port before Friday", "before Friday"),
        ("Would you please check the log?", "", "check the log", ""),
    ],
)
def test_a_letter_asks_its_reader(text, addressee, action, deadline):
    assert asked(LETTER + text) == [(addressee, action, deadline)]


@pytest.mark.parametrize(
    "text",
    [
        "Please find the file attached.",
        "Could you see the lock from there?",
        "Let me know if you have any questions.",
        "Please accept my thanks.",
    ],
)
def test_what_is_only_polite_is_no_request(text):
    assert not asked(LETTER + text)


def test_a_request_with_a_deadline_is_listed_in_any_text():
    text = "# The lock\n\nThe port knows it.\n\nPlease send your comments to the clerk by 5 May.\n"
    assert asked(text) == [("", "send your comments to the clerk by 5 May", "by 5 May")]


def test_a_question_whether_it_can_be_done_is_no_request_outside_of_a_letter():
    assert not asked("# The lock\n\nThe lock is old.\n\nCould you send a boat through it?\n")


def test_the_if_of_a_polite_request_is_no_condition():
    found = outlined(read(LETTER + "I would be grateful if you could send the list.", "file.txt"))
    (one,) = found.recommendations
    assert (one.action, one.condition) == ("send the list", "")


@pytest.mark.parametrize(
    "text",
    [
        "Would you let a robot drive your child to school by the end of this year?",
        "Will everyone pay the tax by April?",
        "Can you name one minister who resigned before this week?",
        "Could you build a port by May?",
        "Can everybody move their boats before next winter?",
    ],
)
def test_a_question_with_a_deadline_is_no_request_outside_of_a_letter(text):
    assert not asked(f"# The lock\n\nThe lock is old.\n\n{text}\n")


@pytest.mark.parametrize(
    "text",
    [
        "Will you keep selling arms?",
        "Will you let them starve?",
        "Would you send your own child there?",
        "Will you continue to sell boats that sink?",
        "Will you stand by while they drown?",
        "Will you go on selling boats that sink?",
        "Will everyone pay the tax by April?",
    ],
)
def test_what_an_open_letter_only_holds_against_its_reader_is_no_request(text):
    assert not asked(
        f"# An open letter\n\nDear Minister,\n\nThe lock is old and the port knows it.\n\n{text}\n"
    )


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("Can you check the log?", "check the log"),
        ("Could you please build the gate by May?", "build the gate by May"),
        ("Can you send us the list by Friday?", "send us the list by Friday"),
        ("Could everyone review the draft?", "review the draft"),
        ("Could you bring your own list?", "bring your own list"),
        ("Can you choose a day for the visit?", "choose a day for the visit"),
    ],
)
def test_a_mail_asks_in_a_question(text, action):
    assert [one[1] for one in asked(LETTER + text)] == [action]


def test_please_makes_a_question_with_a_deadline_a_request_in_any_text():
    text = "# The lock\n\nThe port knows it.\n\nCould you please send your comments by 5 May?\n"
    assert [one[1] for one in asked(text)] == ["send your comments by 5 May"]
