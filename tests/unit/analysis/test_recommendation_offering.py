"""Lists of what can be done with something, targets, quoted laws and questions ask for nothing."""

import pytest

from helpers.outlines import outlined
from helpers.reading import read

PORT = "# The port\n\nThe port is old. It has two locks.\n\n"


def listed(text):
    return [one.action for one in outlined(read(PORT + text, "page.md")).recommendations]


@pytest.mark.parametrize(
    "lead", ["With the app, each user can:", "The site lets you:", "On this page you will learn how to:"]
)
def test_what_readers_can_do_with_something_is_no_advice(lead):
    assert not listed(f"{lead}\n\n- Find a boat near the port\n- Submit a question\n- Receive the news\n")


def test_what_somebody_else_can_do_is_offered():
    text = "To cut waste, governments can:\n\n- Invest in locks\n- Train staff\n- Support ports\n"
    assert len(listed(text)) == 3


TARGETS = "- Reach 60 per cent by 2030\n- Cut waste by half by 2031\n"


def test_an_amount_by_a_year_is_a_target_and_no_order():
    assert not listed(f"## Targets\n\n{TARGETS}")


def test_an_amount_by_a_year_is_advice_where_advice_is_announced():
    assert len(listed(f"## Recommendations\n\n{TARGETS}")) == 2


def test_a_law_that_is_quoted_asks_nobody():
    text = "The port quotes the law:\n\n> The owner shall publish the fees of the lock.\n\nThis is clear.\n"
    assert not listed(text)


def test_a_question_under_a_lead_is_no_advice():
    text = "Consider the following steps:\n\n1. Will owners be able to sell?\n2. Open the lock at night.\n"
    assert listed(text) == ["Open the lock at night"]


def test_what_an_answer_tells_its_reader_is_a_step():
    text = (
        "## How do I report a lost boat?\n\nCall the office. Tell the port where it sank.\n\n"
        "## How do I pay my fee?\n\nGo to the office and pay at the desk.\n"
    )
    assert not listed(text)


def test_what_a_post_is_to_do_is_no_advice():
    assert not listed("## What you will do\n\n- Manage the lock\n- Write reports\n- Train staff\n")


def test_what_a_parent_is_told_under_a_question_is_advice():
    text = (
        "## How can I get my toddler to sleep?\n\nEstablish a routine and stick to it. Keep the room dark. "
        "Parents should stay calm.\n"
    )
    assert len(listed(text)) == 3
