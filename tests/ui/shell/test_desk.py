from pathlib import Path

from deskbrief.ui.desk import LONGEST_HISTORY, Desk, History, OpenDocument


def test_back_leads_to_where_a_jump_began_and_forward_undoes_it():
    history = History()
    history.jump(10, 500)
    assert history.back(520) == 10
    assert history.forward() == 520
    assert history.forward() is None


def test_a_chain_of_jumps_is_walked_back_step_by_step():
    history = History()
    history.jump(0, 100)
    history.jump(110, 200)
    assert [history.back(205), history.back(110), history.back(0)] == [110, 0, None]
    assert history.forward() == 110


def test_a_new_jump_forgets_what_lay_ahead():
    history = History()
    history.jump(0, 100)
    history.back(100)
    history.jump(0, 300)
    assert history.forward() is None
    assert history.back(300) == 0


def test_a_copy_goes_its_own_way():
    history = History()
    history.jump(0, 100)
    copy = history.copy()
    copy.jump(100, 300)
    assert [copy.back(300), copy.back(100)] == [100, 0]
    assert history.back(100) == 0
    assert not history.can_go_back


def test_nothing_to_go_back_to():
    history = History()
    assert (history.back(5), history.forward()) == (None, None)
    assert not history.can_go_back
    assert not history.can_go_forward


def test_history_does_not_grow_for_ever():
    history = History()
    for place in range(LONGEST_HISTORY * 2):
        history.jump(place, place + 1)
    steps = 0
    while history.back(0) is not None:
        steps += 1
    assert steps <= LONGEST_HISTORY


def test_documents_lie_in_order_and_one_is_in_front():
    desk = Desk()
    assert (desk.front, desk.index) == (None, -1)
    one, two = OpenDocument(Path("/a")), OpenDocument(Path("/b"))
    desk.put(one)
    desk.put(two)
    assert desk.front is two
    assert desk.find(Path("/a")) is one
    desk.bring(one)
    assert desk.index == 0
    desk.take(one)
    assert desk.front is two
    desk.take(two)
    assert (desk.front, desk.index) == (None, -1)
