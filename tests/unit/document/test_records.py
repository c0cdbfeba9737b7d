"""Classes of values behave as those of the standard library do, whose decorator stands beside ours here."""

from __future__ import annotations

import dataclasses
import pickle
from dataclasses import field, fields, replace

import pytest

from deskbrief.document import records
from deskbrief.document.records import dataclass

#: Ours fills the first instances in another way than later ones.
DECORATORS = {"standard": dataclasses.dataclass, "ours": dataclass, "ours, later": dataclass}


@dataclass(frozen=True, slots=True)
class Kept:
    """Stands at the top of a module, as what is pickled must."""

    name: str
    size: int = 0


@pytest.fixture(params=DECORATORS)
def decorator(request, monkeypatch):
    if request.param == "ours, later":
        monkeypatch.setattr(records, "_FEW", 0)
    return DECORATORS[request.param]


@pytest.fixture
def point(decorator):
    @decorator(frozen=True, slots=True)
    class Point:
        x: int
        y: int = 2
        tags: list[str] = field(default_factory=list)
        hidden: int = field(default=0, repr=False, compare=False)

        def moved(self) -> Point:
            return replace(self, x=self.x + 1)

    return Point


def test_fields_are_given_by_place_or_name_and_have_their_defaults(point):
    made = point(1, tags=["a"])
    assert (made.x, made.y, made.tags, made.hidden) == (1, 2, ["a"], 0)
    assert [item.name for item in fields(made)] == ["x", "y", "tags", "hidden"]
    assert dataclasses.is_dataclass(made)
    assert dataclasses.asdict(made) == {"x": 1, "y": 2, "tags": ["a"], "hidden": 0}


def test_each_instance_gets_a_value_of_its_own_from_a_factory(point):
    assert point(1).tags is not point(1).tags


@pytest.mark.parametrize(("given", "named"), [((), {}), ((1, 2, [], 0, 5), {}), ((1,), {"z": 1})])
def test_wrong_arguments_are_refused_at_the_first_instance_and_later(point, given, named):
    for _ in range(2):
        with pytest.raises(TypeError):
            point(*given, **named)


def test_instances_are_shown_by_their_fields(point):
    assert repr(point(1)).endswith("Point(x=1, y=2, tags=[])")


def test_instances_are_equal_by_what_counts_of_them(point, decorator):
    @decorator(frozen=True, slots=True)
    class Other:
        x: int

    assert point(1, hidden=3) == point(1, hidden=4)
    assert point(1) != point(2)
    assert Other(1) != (1,)
    assert Other(1) != point(1)
    assert len({Other(1), Other(1), Other(2)}) == 2


def test_a_frozen_instance_cannot_be_changed(point):
    made = point(1)
    with pytest.raises(dataclasses.FrozenInstanceError):
        made.x = 5
    with pytest.raises(dataclasses.FrozenInstanceError):
        del made.x
    assert made.moved().x == 2
    assert not hasattr(made, "__dict__")


def test_what_can_be_changed_has_no_hash(decorator):
    @decorator(slots=True)
    class Box:
        held: int

    box = Box(1)
    box.held = 2
    assert box == Box(2)
    with pytest.raises(TypeError):
        hash(box)


def test_an_instance_without_equality_is_only_itself(decorator):
    @decorator(slots=True, eq=False)
    class Part:
        held: int

    part = Part(1)
    assert part != Part(1)
    assert hash(part) == hash(part)


def test_fields_by_name_only_may_follow_defaults_in_any_order(decorator):
    @decorator(frozen=True, slots=True, kw_only=True)
    class Choice:
        first: int = 1
        second: int

    assert Choice(second=2).first == 1
    with pytest.raises(TypeError):
        Choice(1, 2)


def test_fields_are_inherited_and_methods_of_ones_own_are_kept(decorator):
    @decorator(frozen=True, slots=True)
    class Row:
        key: str

    @decorator(frozen=True, slots=True)
    class Card(Row):
        title: str

        def __repr__(self) -> str:
            return self.title

    card = Card("k", "T")
    assert (card.key, card.title, repr(card)) == ("k", "T", "T")
    assert Row("k").key == "k"
    assert card != Row("k")


def test_a_class_without_fields_can_be_made(decorator):
    @decorator(frozen=True, slots=True)
    class Nothing:
        pass

    assert Nothing() == Nothing()


def test_instances_go_through_pickle():
    assert pickle.loads(pickle.dumps(Kept("a", 3))) == Kept("a", 3)


def test_classes_of_the_standard_library_and_ours_stand_on_each_other(decorator):
    @decorator(frozen=True, slots=True)
    class Row:
        key: str
        at: int = 3

    @dataclasses.dataclass(frozen=True, slots=True)
    class Card(Row):
        title: str = ""

    assert (Card("k", title="T").at, [item.name for item in fields(Card)]) == (3, ["key", "at", "title"])
    assert replace(Card("k"), title="T") == Card("k", 3, "T")


def test_values_are_matched_by_place(point):
    match point(1):
        case object(x=1) as made if type(made).__match_args__ == ("x", "y", "tags", "hidden"):
            return
    pytest.fail("not matched")


def test_the_init_is_written_once_and_only_for_a_class_with_many_instances():
    @dataclass(slots=True)
    class Box:
        held: int

    first = Box.__init__
    Box(1)
    assert Box.__init__ is first
    for number in range(100):
        assert Box(number).held == number
    written = Box.__init__
    assert written is not first
    Box(2)
    assert Box.__init__ is written
