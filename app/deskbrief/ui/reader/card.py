"""Small bars that float over the text: how they look, and the buttons on them."""

from __future__ import annotations

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QGraphicsDropShadowEffect, QToolButton, QWidget

from deskbrief.ui.theme import Theme

_RULES = """
#{name} {{ background: {card}; border: 1px solid {line}; border-radius: 8px; }}
#{name} QToolButton {{ background: transparent; color: {ink}; border: 1px solid transparent;
    border-radius: 5px; padding: 4px 5px; }}
#{name} QToolButton:hover {{ background: {hover}; }}
#{name} QToolButton:checked {{ background: {selected}; color: {accent}; }}
#{name} QToolButton:focus {{ border: 1px solid {accent}; }}
#{name} QToolButton:disabled {{ color: {scroll}; }}
#{name} QLabel {{ color: {muted}; background: transparent; }}
#{name} QLabel[missing="true"] {{ color: {problem}; }}
#{name} QFrame#rule {{ background: {line}; border: none; }}
"""


def dress_card(widget: QWidget, theme: Theme) -> None:
    """Give a floating bar the colours of `theme`, and a shadow that lifts it off the text."""
    widget.setStyleSheet(
        _RULES.format(
            name=widget.objectName(),
            card=theme.card,
            line=theme.line,
            ink=theme.ink,
            hover=theme.hover,
            selected=theme.selected,
            accent=theme.accent,
            scroll=theme.scroll,
            muted=theme.muted,
            problem=theme.problem,
        )
    )
    shadow = QGraphicsDropShadowEffect(widget)
    shadow.setBlurRadius(18)
    shadow.setOffset(0, 3)
    shadow.setColor(QColor(0, 0, 0, 130 if theme.dark else 50))
    widget.setGraphicsEffect(shadow)


def tool_button(parent: QWidget, text: str, name: str, *, checkable: bool = False) -> QToolButton:
    """Return a button that shows `text`, and says `name` to screen readers and as its tooltip."""
    button = QToolButton(parent)
    button.setText(text)
    button.setToolTip(name)
    button.setAccessibleName(name)
    button.setCheckable(checkable)
    return button
