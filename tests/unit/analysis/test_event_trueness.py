"""What stands between quotation marks in a title stands so in the text."""

import re

import pytest

from deskbrief.analysis.events.trueness import quoting_truly
from helpers.outlines import outlined
from helpers.reading import read

SENTENCE = (
    'The council called it “a very bad  plan”, and Ms Osei said "no" to the “Committee on Roads” that met.'
)


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("The council called it “a very bad plan”", "The council called it “a very bad plan”"),
        ("The council called it “a bad plan”", "The council called it a bad plan"),
        ('Ms Osei said "no"', 'Ms Osei said "no"'),
        ('Ms Osei said "no to roads"', "Ms Osei said no to roads"),
        ("the “Committee met”", "the Committee met"),
        ("“A very bad plan”", "“A very bad plan”"),
        ("nothing is quoted", "nothing is quoted"),
    ],
)
def test_marks_stand_only_around_words_that_stand_together(title, told):
    assert quoting_truly(title, SENTENCE) == told


def test_a_title_that_leaves_words_out_of_a_quotation_does_not_quote():
    text = (
        "They endorsed the report of the “Special Committee on Police Minister's Report on Malford” that was "
        "appointed by the Assembly in 2015."
    )
    (event,) = outlined(read(text)).events
    assert "Committee" in event.title
    assert event.title.count("“") == event.title.count("”")
    assert all(words in text for words in re.findall("“([^”]*)”", event.title))
