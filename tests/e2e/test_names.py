"""What the reader makes of names: in the real window, with the real worker and library."""

from deskbrief.ui.names.menus import NameAct, NameWish
from helpers.e2e_program import PATIENCE_MS, end


def shown(program):
    return {item.value.name: item for item in program.front.names.shown}


def test_names_are_renamed_merged_and_hidden_undone_and_remembered(start, reading, qtbot, sample):
    first, second, third = list(shown(reading))[:3]
    naming = reading.window.controllers.naming
    mentions = shown(reading)[second].value.mentions

    naming.keep(shown(reading)[first], {"name": "What we call it"})
    naming.keep(shown(reading)[second], {"into": first})
    reading.window.parts.names.wished.emit(shown(reading)[third], NameWish(NameAct.HIDE))
    joined = shown(reading)["What we call it"]
    assert set(mentions) <= set(joined.value.mentions)
    assert {first, second} <= set(joined.value.aliases)
    assert third not in shown(reading)
    assert [item.found for item in reading.front.names.hidden] == [third]

    reading.press("undo")
    assert third in shown(reading)
    reading.press("redo")
    end(reading)

    again = start(sample)
    qtbot.waitUntil(lambda: again.front.complete, timeout=PATIENCE_MS)
    assert shown(again)["What we call it"].merged == (second,)
    assert [item.found for item in again.front.names.hidden] == [third]
    again.window.controllers.naming.do(shown(again)["What we call it"], NameWish(NameAct.SPLIT))
    assert second in shown(again)


def test_figures_and_quotes_are_counted_on_their_docks(reading):
    window, outline = reading.window, reading.front.outline
    assert window.figures_dock.windowTitle().startswith("Figures")
    assert window.quotes_dock.windowTitle().startswith("Quotes")
    reading.press("figures")
    assert window.parts.figures.isVisible()
    assert outline.rules
