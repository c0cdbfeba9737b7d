"""Texts that tell how something is done, or set rules for things: what of it is advice, and what is not."""

import pytest

from helpers.outlines import outlined
from helpers.reading import read


def listed(text):
    return [one.action for one in outlined(read(text, "file.md", "text/markdown")).recommendations]


RECIPE = """# Harbour Loaf

## Ingredients

- 500 g flour
- 1 spoon of salt

## Directions

1. Combine flour, salt and water in a large bowl and stir.
2. Knead the dough until it is smooth. The dough should double in size.
3. Place it in a pan and let it rest for an hour.
4. Bake for 40 minutes. Remove the loaf and let it cool.
"""

BASELINE = """# Baseline for shared folders

## 1. Sharing outside

Agencies should let nobody share files outside of their own staff.

### Implementation

1. Sign in to the admin center.
2. Select **Policies** and then **Sharing**.
3. Move the slider to *Own staff only*.
4. Enter the names of the groups.
5. Click **Save**.

## 2. Old links

Agencies should let links end after 30 days.

### Implementation

1. Sign in to the admin center.
2. Expand *More settings*.
3. Set the number of days to 30.
4. Select **Save**.
"""

FLAW = """# Files written outside of the folder

A stored link can lead out of the folder. Users should update to version 4 at once.

### Steps to reproduce

1. Create a new folder and enter it.
2. Stage the link with the command above.
3. Clone the store and run the tool again.
4. Observe that a file stands beside the folder.
"""

TALK = """# Talking points for leads

Share the following with each person:

- The review covers the last six months.
- We met to compare ratings across all teams.
- You will get the papers after our meeting.
"""

WORKSHOP = """# How to write a press notice

Think of your readers first. Write the first line last. You need three people to test your draft. Ask them
what they remember. Cut every word that your readers will not miss. Read your draft aloud to yourself.
Send it when you are sure. Keep a copy for your files. Use short words. Put your name under it.
"""


@pytest.mark.parametrize("text", [RECIPE, TALK, WORKSHOP])
def test_steps_for_the_reader_are_no_recommendations(text):
    assert listed(text) == []


def test_steps_under_advice_are_not_advice_themselves():
    assert listed(BASELINE) == [
        "let nobody share files outside of their own staff",
        "let links end after 30 days",
    ]
    assert listed(FLAW) == ["update to version 4 at once"]


PART = """## {0}. Part {0}

A label MUST carry {0} signs. The sender MUST NOT reuse label {0}. A receiver SHOULD keep label {0} for a day.
Receivers MAY drop label {0}. Labels are short.

"""
PROTOCOL = "# The Crate Protocol\n\nThis document sets out how crates are named.\n\n" + "".join(
    PART.format(number) for number in range(2, 22)
)


def test_a_specification_sets_requirements_and_gives_no_advice():
    outline = outlined(read(PROTOCOL, "file.md", "text/markdown"))
    assert outline.recommendations == ()
    (remark,) = [one for one in outline.remarks if "MUST" in one]
    assert "60" in remark


def test_advice_within_a_specification_is_kept():
    text = PROTOCOL + "## Choice of labels\n\nWe recommend that ports agree on one list of labels by 2031.\n"
    assert listed(text) == ["agree on one list of labels by 2031"]


DIRECTIVE = """# Directive on open ports

Agencies SHALL close the old ports within 30 days. Agencies SHALL report to the office by 1 May 2031.
Contractors should help them.
"""


def test_a_directive_that_shouts_what_somebody_must_do_is_listed():
    assert listed(DIRECTIVE) == [
        "close the old ports within 30 days",
        "report to the office by 1 May 2031",
        "help them",
    ]


TABLE = """# Plan for the harbour

A practical approach might include the following steps:

| Step | Reason |
|---|---|
| Harbour Office | |
| Lower the fees for small boats | They pay most |
"""


def test_the_head_of_a_part_of_a_table_is_no_advice():
    assert [one.title for one in outlined(read(TABLE, "file.md", "text/markdown")).recommendations] == [
        "Lower the fees for small boats"
    ]
