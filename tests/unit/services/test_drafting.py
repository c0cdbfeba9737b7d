from dataclasses import replace

from deskbrief.services.drafting import LONGEST_HISTORY, DraftHistory
from deskbrief.services.drafts import Draft


def titled(title):
    return replace(Draft(), title=title)


def test_acts_are_undone_and_done_again():
    seen = []
    history = DraftHistory(titled(""), lambda: seen.append(history.draft.title))
    assert history.do("First", titled("a"))
    assert history.do("Second", titled("b"))
    assert not history.do("Nothing", titled("b"))
    assert (history.undo_name, history.redo_name) == ("Second", "")
    assert [history.undo(), history.undo(), history.undo()] == ["Second", "First", ""]
    assert history.draft == titled("")
    assert [history.redo(), history.redo(), history.redo()] == ["First", "Second", ""]
    assert seen == ["a", "b", "a", "", "a", "b"]


def test_typing_on_is_one_act_until_a_pause_or_another_field():
    history = DraftHistory(titled(""))
    for words in ("a", "ab", "abc"):
        history.do("Title", titled(words), "title")
    history.pause()
    history.do("Title", titled("abcd"), "title")
    history.do("Author", replace(titled("abcd"), author="x"), "author")
    assert history.undo() == "Author"
    assert history.undo() == "Title"
    assert history.draft.title == "abc"
    assert history.undo() == "Title"
    assert history.draft.title == ""


def test_a_new_act_ends_what_could_be_done_again():
    history = DraftHistory(titled(""))
    history.do("One", titled("a"))
    history.undo()
    history.do("Two", titled("b"))
    assert history.redo() == ""
    assert history.draft.title == "b"


def test_the_history_does_not_grow_without_end():
    history = DraftHistory(titled(""))
    for number in range(LONGEST_HISTORY + 20):
        history.do("Act", titled(str(number)))
    while history.undo():
        pass
    assert history.draft.title == "19"
