import threading

from PySide6.QtCore import QTimer

from deskbrief.ui.bridge import Bridge
from deskbrief.ui.mailbox import Mailbox


def test_calls_wait_until_somebody_takes_them():
    made, mailbox = [], Mailbox()
    mailbox.post(lambda: made.append(1))
    mailbox.post(lambda: made.append(2))
    assert made == []
    assert mailbox.deliver() is False
    assert made == [1, 2]


def test_a_flood_is_taken_a_slice_at_a_time():
    mailbox, wait = Mailbox(), threading.Event()
    for _ in range(200):
        mailbox.post(lambda: wait.wait(0.001))
    assert mailbox.deliver() is True


def test_one_knock_is_enough_until_the_mailbox_has_been_emptied():
    knocks, mailbox = [], Mailbox()
    mailbox.attach(lambda: knocks.append(1))
    mailbox.post(lambda: mailbox.post(lambda: None))
    mailbox.post(lambda: None)
    assert len(knocks) == 1
    assert mailbox.deliver() is False
    mailbox.post(lambda: None)
    assert len(knocks) == 2


def test_a_chain_of_calls_does_not_keep_the_window_from_its_timers(qtbot):
    mailbox, beats, steps = Mailbox(), [], []
    bridge = Bridge(mailbox)
    timer = QTimer()
    timer.timeout.connect(lambda: beats.append(len(steps)))
    timer.start(1)

    def step():
        threading.Event().wait(0.002)
        steps.append(1)
        if len(steps) < 40:
            mailbox.post(step)

    mailbox.post(step)
    qtbot.waitUntil(lambda: len(steps) == 40)
    assert [at for at in beats if 0 < at < 40]
    bridge.deleteLater()


def test_the_bridge_delivers_on_the_windows_thread_in_order(qtbot):
    mailbox, threads, order = Mailbox(), set(), []
    mailbox.post(lambda: order.append("before"))
    bridge = Bridge(mailbox)

    def post():
        for number in range(100):
            mailbox.post(
                lambda number=number: (order.append(number), threads.add(threading.current_thread()))
            )

    worker = threading.Thread(target=post)
    worker.start()
    qtbot.waitUntil(lambda: len(order) == 101)
    worker.join()
    assert order == ["before", *range(100)]
    assert threads == {threading.main_thread()}
    bridge.deleteLater()


def test_nothing_is_delivered_once_it_is_shut():
    mailbox, made = Mailbox(), []
    mailbox.post(lambda: made.append("before"))
    mailbox.shut()
    mailbox.post(lambda: made.append("after"))
    assert not mailbox.deliver()
    assert made == []


def test_a_call_that_fails_does_not_keep_others_from_being_made(qtbot):
    mailbox, made = Mailbox(), []
    bridge = Bridge(mailbox)

    def fail():
        raise ValueError("a listener's mistake")

    with qtbot.captureExceptions() as raised:
        mailbox.post(fail)
        mailbox.post(lambda: made.append("behind it"))
        qtbot.waitUntil(lambda: made == ["behind it"])
        mailbox.post(fail)
        qtbot.waitUntil(lambda: len(raised) == 2)
        mailbox.post(lambda: made.append("later"))
        qtbot.waitUntil(lambda: made == ["behind it", "later"])
    bridge.deleteLater()
