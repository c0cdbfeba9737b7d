"""Settings on their way to the disk, which may be slow, full or away."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pytest

from deskbrief.services.messages import Message, Messages
from deskbrief.services.settings import load_settings
from deskbrief.ui import store as stores
from deskbrief.ui.mailbox import Mailbox
from deskbrief.ui.store import SettingsStore


@pytest.fixture
def mailbox() -> Mailbox:
    return Mailbox()


@pytest.fixture
def said() -> list[Message]:
    return []


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "folder" / "settings.toml"


@pytest.fixture
def store(path: Path, mailbox: Mailbox, said: list[Message]) -> SettingsStore:
    messages = Messages()
    messages.subscribe(said.append)
    return SettingsStore(path, messages, mailbox.post)


def test_settings_are_there_at_once_and_on_disk_when_they_must_be(store: SettingsStore, path: Path):
    for size in (11.0, 12.0, 13.0):
        store.save(replace(store.settings, text_size=size))
    assert store.settings.text_size == 13.0
    store.flush()
    assert load_settings(path).text_size == 13.0
    written = path.stat().st_mtime_ns
    store.save(store.settings)
    store.flush()
    assert path.stat().st_mtime_ns == written


def test_a_slow_disk_holds_nobody_up_and_gets_the_last_settings_in_the_end(
    store: SettingsStore, path: Path, mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch
):
    save, goes = stores.save_settings, threading.Event()
    began: list[float] = []

    def slow(to: Path, settings: object, **options: bool) -> None:
        began.append(settings.text_size)
        assert goes.wait(30)
        save(to, settings, **options)

    monkeypatch.setattr(stores, "save_settings", slow)
    for size in (11.0, 12.0, 13.0):
        store.save(replace(store.settings, text_size=size))
    assert not path.exists()
    goes.set()
    while len(began) < 2:
        mailbox.deliver()
    store.flush()
    # The one between was outdone by the last one before it was its turn.
    assert began == [11.0, 13.0]
    assert load_settings(path).text_size == 13.0


def test_a_disk_that_refuses_is_told_once(store: SettingsStore, path: Path, said: list[Message]):
    path.parent.write_text("a file where the folder would be", encoding="utf-8")
    for size in (11.0, 12.0):
        store.save(replace(store.settings, text_size=size))
        store.flush()
    assert [message.text for message in said] == ["Your settings could not be saved."]
    assert store.settings.text_size == 12.0
