"""What acts ask of whom, and the reasons they give for it; sentences that only lead to what is asked."""

from helpers.outlines import outlined
from helpers.reading import read

ACT = """<h1>Regulation on the lights of harbours</h1>
<p>Whereas:</p>
<p>(1) Harbours should be lit at night, and the Member States should pay for their lights.</p>
<p>(2) The Commission should publish a list of all lights.</p>
{made}
<h2>Article 1</h2>
<p>1. The Commission shall publish a list of all lights by 1 May 2027.</p>
"""


def advice(html: str) -> list[tuple[str, str]]:
    found = outlined(read(html, "act.html")).recommendations
    return [(one.addressee, one.action) for one in found]


def test_the_reasons_of_an_act_ask_nobody():
    found = advice(ACT.format(made="<p>HAVE ADOPTED THIS REGULATION:</p>"))
    assert found == [("Commission", "publish a list of all lights by 1 May 2027")]


def test_the_first_article_ends_the_reasons_too():
    assert advice(ACT.format(made="")) == [("Commission", "publish a list of all lights by 1 May 2027")]


def test_reasons_that_never_end_are_a_text():
    text = "<p>Whereas:</p><p>The Commission should publish a list of all lights.</p>"
    assert advice(f"<h1>Lights</h1>{text}<p>The harbours are old.</p>") == [
        ("Commission", "publish a list of all lights"),
    ]


def test_a_sentence_that_only_leads_on_asks_for_nothing():
    text = "<p>6.66. I recommend that:</p><p>The ministry shall publish a list of all lights.</p>"
    found = advice(f"<h1>Lights</h1><p>The harbours are old.</p>{text}<p>The rest is dark.</p>")
    assert "that" not in [action for _, action in found]


def test_items_that_say_what_something_else_does_ask_nobody():
    text = (
        "<p>The board will advise the Lights Ministers on how best to manage the fund, with the aim of "
        "ensuring that it:</p><ul><li>pays for the lights of harbours</li><li>does so promptly</li></ul>"
    )
    assert advice(f"<h1>Lights</h1><p>The harbours are old.</p>{text}") == []


def test_from_when_an_act_holds_asks_nobody():
    text = (
        "# Moorings\n\nThis Regulation shall enter into force on 1 July 2020. Article 3 shall apply "
        "from 1 January 2021. The Council should review it before 1 July 2025.\n"
    )
    found = outlined(read(text, "file.md", "text/markdown")).recommendations
    assert [one.action for one in found] == ["review it before 1 July 2025"]
