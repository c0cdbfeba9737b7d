"""How the outline is arranged; the window remembers it."""

from __future__ import annotations

from enum import StrEnum

from deskbrief.document.records import dataclass


class Grouping(StrEnum):
    """What recommendations are grouped by."""

    ADDRESSEE = "addressee"
    STRENGTH = "strength"
    ORDER = "order"


class EventOrder(StrEnum):
    """The order of events: as they happened, or as the text tells them."""

    DATE = "date"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class OutlineSettings:
    """The arrangement of the outline; rejected items are shown struck through, or not at all."""

    group_by: Grouping = Grouping.ADDRESSEE
    order: EventOrder = EventOrder.DATE
    show_rejected: bool = False


class OutlineState(StrEnum):
    """How far the outline is: its document on the way, not begun, made by rules, complete, or given up."""

    OPENING = "opening"
    WAITING = "waiting"
    RULES = "rules"
    FULL = "full"
    FAILED = "failed"
