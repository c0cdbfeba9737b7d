"""The two marks by which an item is confirmed or rejected: what they mean, where they are, how they look."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QPainter

from deskbrief.document.notes import Verdict
from deskbrief.ui.models.look import TARGET, Look, draw_box, draw_cross, draw_tick
from deskbrief.ui.models.painters import RowState, Zone

#: Verdicts that keep an item because the reader said so.
KEPT = frozenset({Verdict.CONFIRMED, Verdict.EDITED, Verdict.ADDED})


def toggled(verdict: Verdict | None, wanted: Verdict) -> Verdict | None:
    """Return the decision after ✓ or ✕ on an item with `verdict`: the wanted one, or none when it stands.

    An item that the reader edited or added is confirmed by that, so that ✓ leaves it as it is.
    """
    if wanted is Verdict.CONFIRMED and verdict in {Verdict.EDITED, Verdict.ADDED}:
        return verdict
    return None if verdict is wanted else wanted


class DecisionMarks(QObject):
    """✓ and ✕ side by side, each taking the mouse on a square of 24 pixels."""

    def zones(self, right: int, middle: int) -> tuple[Zone, Zone]:
        """Return both, ending at `right` and centred on `middle`."""
        cross = QRect(right - TARGET, middle - TARGET // 2, TARGET, TARGET)
        return (
            Zone("confirm", cross.translated(-TARGET, 0), self.tr("Confirm (Y)")),
            Zone("reject", cross, self.tr("Reject (X)")),
        )

    def draw(
        self,
        painter: QPainter,
        zones: tuple[Zone, Zone],
        verdict: Verdict | None,
        look: Look,
        state: RowState,
    ) -> None:
        """Draw both, the decided one in its colour and thicker."""
        theme, (tick, cross) = look.theme, zones
        for zone in zones:
            if state.zone == zone.name:
                draw_box(painter, zone.rect.adjusted(2, 2, -2, -2), theme.chip)
        kept, rejected = verdict in KEPT, verdict is Verdict.REJECTED
        draw_tick(painter, tick.rect, theme.recommendation if kept else theme.muted, strong=kept)
        draw_cross(painter, cross.rect, theme.problem if rejected else theme.muted, strong=rejected)
