"""Steps that a text tells its reader to take, at a screen or a stove, one after another."""

from __future__ import annotations

import re
from collections.abc import Sequence

from deskbrief.analysis.actors import head_of, is_somebody
from deskbrief.analysis.recommendations.advice import Advice, Form, best
from deskbrief.analysis.recommendations.units import Unit
from deskbrief.analysis.recommendations.zones import Zone

#: Verbs for what hands do at a screen, a stove or a bench, which no policy asks for.
_HANDS_WORDS = (
    "click double-click right-click scroll navigate sign log type toggle select paste drag swipe unzip "
    "reboot restart download uninstall clone compile execute enter expand deselect tick untick "
    "stir bake knead simmer boil whisk fry saute sauté chop dice mince peel preheat grill garnish sprinkle "
    "marinate refrigerate grate pour mix melt roast soak rinse sift cook flip combine season drain spread "
    "glue screw unscrew solder sew knit"
)
_HANDS = frozenset(_HANDS_WORDS.split())
#: Things that hands have before them there.
_AT_HAND_WORDS = (
    "oven pan bowl dough skillet saucepan tablespoon teaspoon spatula whisk button checkbox dropdown slider "
    "dialog tab sidebar textbox toolbar keyboard clipboard screwdriver wrench glue"
)
_AT_HAND = frozenset(_AT_HAND_WORDS.split())
#: Verbs of the list above that are others with these words: "enter into talks", "sign the treaty".
_ONLY_WITH = {"sign": {"in", "into", "out"}, "log": {"in", "into", "on", "out", "off"}}
_NOT_WITH = {"enter": {"into"}, "navigate": {"the"}, "combine": {"efforts", "forces"}}
#: Steps by hand in a section of steps, and their share of its commands.
_FEW, _SHARE = 2, 0.25
#: Sentences from one step to the next.
_NEAR = 6
#: The share of commands in a text that teaches under such a heading, and without; its sentences at least.
_TEACHING, _OFTEN, _LONG = 0.15, 0.2, 20
_YOU = re.compile(r"\b(?:you|your|yourself)\b", re.IGNORECASE)


def steps_in(text: str, units: Sequence[Unit]) -> frozenset[int]:
    """Return the places of the commands that are steps for the reader.

    So are those that stand together where hands are put to work again and again, and those of a text whose
    heading says that it teaches how something is done, with what "you" have to do.
    """
    asked = [best(unit.advice) for unit in units]
    commands = [one is not None and one.form is Form.IMPERATIVE for one in asked]
    found: set[int] = set()
    for orders in _runs(units, [at for at, is_one in enumerate(commands) if is_one]):
        by_hand = sum(_is_by_hand(units[at], asked[at]) for at in orders)
        if by_hand >= _FEW and by_hand >= _SHARE * len(orders):
            found.update(orders)
            within = range(orders[0], orders[-1] + 1)
            found.update(at for at in within if _is_of_things(asked[at], units[at]))
    manual = _is_manual(text, units, commands)
    taught = [at for at, unit in enumerate(units) if unit.zone.teaches or (manual and _is_apart(unit))]
    if sum(commands[at] for at in taught) > _TEACHING * len(taught):
        found.update(at for at in taught if commands[at] or _is_yours(units[at], asked[at]))
    return frozenset(found)


def _is_manual(text: str, units: Sequence[Unit], commands: Sequence[bool]) -> bool:
    """Tell whether the whole text teaches its reader: commands again and again, and "you"."""
    yours = sum(_YOU.search(text, unit.sentence.start, unit.sentence.end) is not None for unit in units)
    return len(units) >= _LONG and sum(commands) > _OFTEN * len(units) and yours > _TEACHING * len(units)


def _is_apart(unit: Unit) -> bool:
    """Tell whether nothing announces advice where the sentence stands."""
    return unit.zone.zone is not Zone.STRONG and unit.lead is None


def _runs(units: Sequence[Unit], commands: Sequence[int]) -> list[list[int]]:
    """Return the places of the commands that stand near each other under one heading."""
    result: list[list[int]] = []
    for at in commands:
        last = result[-1][-1] if result else -_NEAR
        if at - last < _NEAR and units[at].zone.section == units[last].zone.section:
            result[-1].append(at)
        else:
            result.append([at])
    return result


def _is_by_hand(unit: Unit, asked: Advice | None) -> bool:
    if asked is None:
        return False
    words = [word.text.lower() for word in unit.sentence.words if word.text[:1].isalpha()]
    if not _AT_HAND.isdisjoint(words):
        return True
    verb = next((at for at, word in enumerate(words[:6]) if word in _HANDS), -1)
    if verb < 0:
        return False
    after = words[verb + 1 : verb + 2]
    with_, without = _ONLY_WITH.get(words[verb]), _NOT_WITH.get(words[verb], set())
    return (with_ is None or not with_.isdisjoint(after)) and without.isdisjoint(after)


def _is_of_things(asked: Advice | None, unit: Unit) -> bool:
    """Tell whether something is to be so, with nobody in it who acts: "The dough should double in size"."""
    if asked is None or asked.form is not Form.MODAL or unit.tree is None:
        return False
    head = head_of(unit.tree.words, asked.addressee) if asked.addressee is not None else None
    return head is None or not is_somebody(head)


def _is_yours(unit: Unit, asked: Advice | None) -> bool:
    """Tell whether "you" are asked."""
    if asked is None or asked.addressee is None or unit.tree is None:
        return False
    at = unit.tree.sentence.word_at(asked.addressee.start)
    return at >= 0 and unit.tree.words[at].text.lower() in {"you", "your"}
