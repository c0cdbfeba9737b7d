from pathlib import Path

from deskbrief.library.library import Library
from deskbrief.services.messages import Messages
from deskbrief.ui.bridge import Bridge
from deskbrief.ui.mailbox import Mailbox
from deskbrief.ui.upkeep import Upkeep
from helpers.library_samples import note_on, sample


def test_damage_is_told_in_the_window_and_repaired_at_the_next_start(qtbot, tmp_path: Path):
    with Library.open(tmp_path) as library:
        note = note_on(sample(), body="precious")
        library.add_note(note)
    data = bytearray((tmp_path / "library.db").read_bytes())
    at = data.index(b"precious")
    data[at] ^= 1
    (tmp_path / "library.db").write_bytes(data)
    mailbox, messages, heard = Mailbox(), Messages(), []
    bridge = Bridge(mailbox)
    with Library.open(tmp_path) as library:
        upkeep = Upkeep(tmp_path, library, messages, bridge.mailbox.post)
        upkeep.damaged.connect(heard.append)
        qtbot.waitUntil(lambda: bool(heard), timeout=20_000)
        upkeep.end()
    assert "damaged" in heard[0].text
    with Library.open(tmp_path) as library:
        assert library.repaired
        assert library.notes() == (note,)
