"""Tables in which a cell stands for several rows or columns."""

from helpers.outlines import by_rules
from helpers.reading import read

AROUND = "<p>The keepers of the harbour wrote down what was done in these years, and who was to do it.</p>"


def outline(*rows, over=""):
    table = "".join(f"<tr>{row}</tr>" for row in rows)
    page = f"<article><h1>The harbour</h1>{AROUND}{over}<table>{table}</table>{AROUND}</article>"
    return by_rules(read(page, "page.html"), "2024-03-06")


def head(*names):
    return "".join(f"<th>{name}</th>" for name in names)


def test_a_date_over_several_rows_dates_each_of_them():
    found = outline(
        head("Date", "Event"),
        "<td rowspan=2>3 March 2021</td><td>The pilots meet the mayor</td>",
        "<td>The mayor signs a charter</td>",
        "<td>9 April 2021</td><td>The lock opens</td>",
    ).events
    assert [(event.date.edtf, event.title) for event in found] == [
        ("2021-03-03", "The pilots meet the mayor"),
        ("2021-03-03", "The mayor signs a charter"),
        ("2021-04-09", "The lock opens"),
    ]


def test_a_place_over_several_rows_belongs_to_each_of_them():
    found = outline(
        head("Date", "Place", "Event"),
        "<td>3 March 2021</td><td rowspan=2>Vienna</td><td>The first round of talks opens</td>",
        "<td>9 April 2021</td><td>The second round of talks opens</td>",
    ).events
    assert [event.where for event in found] == ["Vienna", "Vienna"]


def test_a_title_over_several_rows_is_cited_with_each_of_its_dates():
    found = outline(
        head("Date", "Event"),
        "<td>3 March 2021</td><td rowspan=2>The lock is closed for repairs</td>",
        "<td>9 April 2021</td>",
        "<td>12 May 2021</td><td>The lock is opened</td>",
    ).events
    assert [event.date.edtf for event in found] == ["2021-03-03", "2021-04-09", "2021-05-12"]
    assert found[0].trigger in found[1].spans


def test_two_rows_of_heads_head_the_columns():
    found = outline(
        "<th colspan=2>Period</th><th rowspan=2>Event</th>",
        head("Start", "End"),
        "<td>3 March 2021</td><td>9 April 2021</td><td>The lock is closed for repairs</td>",
        "<td>12 May 2021</td><td>14 May 2021</td><td>The fair is held on the quay</td>",
    ).events
    assert [event.date.edtf for event in found] == ["2021-03-03/2021-04-09", "2021-05-12/2021-05-14"]


def test_a_head_over_several_columns_tells_what_happened_on_their_dates():
    found = outline(
        "<th rowspan=2>Charter</th><th colspan=2>Signed</th>",
        head("by mayors", "by pilots"),
        "<td>Charter of the lock</td><td>3 March 2021</td><td>9 April 2021</td>",
        "<td>Charter of the quay</td><td>12 May 2021</td><td>14 May 2021</td>",
    ).events
    assert [(event.date.edtf, event.title) for event in found] == [
        ("2021-03-03", "Charter of the lock: signed by mayors"),
        ("2021-04-09", "Charter of the lock: signed by pilots"),
        ("2021-05-12", "Charter of the quay: signed by mayors"),
        ("2021-05-14", "Charter of the quay: signed by pilots"),
    ]


def test_an_owner_over_several_rows_is_asked_for_each_of_them():
    found = outline(
        head("Responsible", "Action", "Deadline"),
        "<td rowspan=2>Ministry of Health</td><td>Publish the figures each month</td><td>June 2025</td>",
        "<td>Train nurses in every district</td><td>May 2026</td>",
        over="<h2>Recommendations</h2>",
    ).recommendations
    assert [(one.addressee, one.action, one.deadline) for one in found] == [
        ("Ministry of Health", "Publish the figures each month", "June 2025"),
        ("Ministry of Health", "Train nurses in every district", "May 2026"),
    ]


def test_an_action_over_several_rows_is_told_once():
    found = outline(
        head("Action", "Responsible"),
        "<td rowspan=2>Publish the figures each month</td><td>Ministry of Health</td>",
        "<td>The hospitals</td>",
        "<td>Train nurses in every district</td><td>The hospitals</td>",
        over="<h2>Recommendations</h2>",
    ).recommendations
    assert [one.action for one in found] == [
        "Publish the figures each month",
        "Train nurses in every district",
    ]
