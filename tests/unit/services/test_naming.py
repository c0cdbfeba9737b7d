"""Names as the reader wants them."""

from deskbrief.document.build import finished
from deskbrief.document.model import Block, BlockKind, Document, Metadata
from deskbrief.document.notes import Verdict
from deskbrief.document.outline import Name
from deskbrief.document.spans import Span
from deskbrief.services.naming import NameItem, decide_name, fields_of, name_key, named

TEXT = "Ann met Bea. Bea met Cy."
NAMES = (
    Name("Ann", "person", ("A.",), (Span(0, 3),)),
    Name("Bea", "place", (), (Span(8, 11), Span(13, 16))),
    Name("Cy", "person", (), (Span(21, 23),)),
)


def document() -> Document:
    block = Block(kind=BlockKind.PARAGRAPH, start=0, end=len(TEXT))
    return finished(Document(sha256="d", metadata=Metadata(), text=TEXT, blocks=(block,)))


def item(found: str) -> NameItem:
    return NameItem(value=next(name for name in NAMES if name.name == found), found=found)


def decided(found: str, verdict: Verdict = Verdict.EDITED, **fields: str):
    return decide_name(document(), item(found), verdict, fields)


def test_without_decisions_names_are_as_found():
    items = named(NAMES, ())
    assert [one.value for one in items.shown] == list(NAMES)
    assert not items.hidden


def test_a_renamed_name_keeps_its_old_form_as_an_alias():
    (first, *_) = named(NAMES, [decided("Ann", name="Ann Ode")]).shown
    assert (first.value.name, first.value.aliases, first.found) == ("Ann Ode", ("A.", "Ann"), "Ann")
    assert first.changed


def test_a_name_can_have_another_kind():
    assert named(NAMES, [decided("Bea", kind="person")]).shown[1].value.kind == "person"


def test_a_merged_name_gives_its_forms_and_mentions_to_the_other():
    items = named(NAMES, [decided("Bea", into="Ann")])
    ann = items.shown[0]
    assert [one.found for one in items.shown] == ["Ann", "Cy"]
    assert ann.value.mentions == (Span(0, 3), Span(8, 11), Span(13, 16))
    assert ann.value.aliases == ("A.", "Bea")
    assert ann.merged == ("Bea",)


def test_merges_follow_one_another_and_a_ring_of_them_changes_nothing():
    chain = named(NAMES, [decided("Cy", into="Bea"), decided("Bea", into="Ann")])
    assert [(one.found, set(one.merged)) for one in chain.shown] == [("Ann", {"Bea", "Cy"})]
    ring = named(NAMES, [decided("Ann", into="Bea"), decided("Bea", into="Ann")])
    assert sorted(one.found for one in ring.shown) == ["Ann", "Bea", "Cy"]


def test_a_merge_into_a_name_that_is_no_longer_found_waits_for_it():
    assert [one.found for one in named(NAMES, [decided("Cy", into="Dee")]).shown] == ["Ann", "Bea", "Cy"]


def test_a_hidden_name_is_kept_apart():
    items = named(NAMES, [decided("Cy", Verdict.REJECTED)])
    assert [one.found for one in items.shown] == ["Ann", "Bea"]
    assert [one.found for one in items.hidden] == ["Cy"]
    assert items.of("Cy") == items.hidden[0]
    assert items.of("Dee") is None


def test_a_decision_is_bound_to_the_form_that_was_found():
    decision = decided("Ann", name="Ann Ode")
    assert decision.key == name_key("Ann")
    assert fields_of(item("Ann"), [decision]) == {"name": "Ann Ode"}
    assert fields_of(item("Cy"), [decision]) == {}
