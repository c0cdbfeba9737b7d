"""The button of a dialog that does what the dialog is for."""

from __future__ import annotations

from PySide6.QtWidgets import QDialogButtonBox, QPushButton

_ACCEPT = QDialogButtonBox.ButtonRole.AcceptRole


def add_primary(
    text: str, buttons: QDialogButtonBox, role: QDialogButtonBox.ButtonRole = _ACCEPT
) -> QPushButton:
    """Add the button to `buttons` and return it."""
    button = QPushButton(text, buttons)
    # Named before it is added: the box dresses a button as it takes it in.
    button.setObjectName("primary")
    buttons.addButton(button, role)
    return button
