"""What a quoted letter tells counts from the day on which it was written."""

from __future__ import annotations

import pytest

from helpers.outlines import by_rules
from helpers.reading import read

MAIL = """From: Ann Lee <ann@valley.example>
To: Bo Ray <bo@valley.example>
Date: Wed, 15 Oct 2025 09:12:00 +0200
Subject: Re: The wells
Content-Type: text/plain; charset=utf-8

Dear Bo,

The pumps come tomorrow.

{line}

> Dear Ann,
>
> The council met yesterday. Send me the plan by tomorrow.
>
> On Mon, 6 Oct 2025 at 08:05, Ann Lee wrote:
>
> The crew came home yesterday.
"""
WROTE = "On Thu, 9 Oct 2025 at 21:30, Bo Ray <bo@valley.example> wrote:"


def days(line: str, published: str = "") -> dict[str, list[str]]:
    document = read(MAIL.format(line=line), "mail.eml", "message/rfc822")
    found: dict[str, list[str]] = {}
    for time in by_rules(document, published).times:
        found.setdefault(document.quote(time.span).lower(), []).append(time.edtf)
    return found


@pytest.mark.parametrize("published", ["", "2025-11-20"])
def test_each_letter_has_a_day_of_its_own(published):
    found = days(WROTE, published)
    assert found["tomorrow"] == ["2025-11-21" if published else "2025-10-16", "2025-10-10"]
    assert found["yesterday"] == ["2025-10-08", "2025-10-05"]


def test_without_its_line_a_quote_counts_from_the_mail():
    found = days("You said:")
    assert found["tomorrow"] == ["2025-10-16", "2025-10-16"]
    assert found["yesterday"] == ["2025-10-14", "2025-10-05"]
