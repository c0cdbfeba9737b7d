from PySide6.QtGui import QAccessible

from deskbrief.ui.models.choicebox import ChoiceBox


def test_what_is_chosen_in_a_box_is_told_beside_the_choice(qtbot):
    box = ChoiceBox()
    qtbot.addWidget(box)
    box.addItems(["Last opened", "Title"])
    box.setAccessibleName("Order")
    told = QAccessible.queryAccessibleInterface(box)
    words = {told.text(QAccessible.Text.Name), told.text(QAccessible.Text.Description)}
    assert "Order" in words
