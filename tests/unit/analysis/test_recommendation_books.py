"""Books of rules and long books: what they demand of anybody is no advice on a policy."""

from helpers.outlines import outlined
from helpers.reading import read

DUTIES = (
    "The trustee must keep the books of case {0} in order.",
    "The trustee shall send the report of case {0} to the clerk.",
    "The clerk of room {0} has two desks. They stand by the window.",
)


def of(text):
    return outlined(read(text, "file.md", "text/markdown"))


def rules(named):
    parts = [f"{DUTIES[at % 3].format(at)} It was a long year." for at in range(120)]
    opening = f"{named} was printed in spring. Staff who keep {named} at hand know {named} well. " * 3
    return f"# Rules of the office\n\n{opening}\n\n" + "\n\n".join(parts)


def test_the_duties_of_a_book_of_rules_are_counted_and_not_listed():
    outline = of(rules("this Handbook"))
    assert outline.recommendations == ()
    assert any("its 80 duties (must, shall) are not listed" in remark for remark in outline.remarks)


def test_a_text_that_does_not_name_itself_so_keeps_what_it_demands():
    assert of(rules("our story")).recommendations


def test_what_a_long_book_says_in_passing_is_listed_for_bodies_alone():
    told = "In the winter of year {0} the ice is thick. Many come to the lake by train. It is a fine time."
    asked = "The long ski of house {0} should be held by both hands."
    pages = [told.format(at) + (f" {asked.format(at)}" if at % 6 == 0 else "") for at in range(420)]
    pages.append("The government should close the lake in spring. The council should pay for the trains.")
    listed = of("# Winter at the lake\n\n" + "\n\n".join(pages)).recommendations
    assert [one.addressee for one in listed] == ["The government", "The council"]
