from __future__ import annotations

from pathlib import PurePosixPath, PureWindowsPath

import pytest

from deskbrief.library.media import in_synced_folder, on_network

TABLE = r"""22 27 0:21 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
23 22 0:22 / /home rw - nfs4 server:/home rw,vers=4.2
24 23 0:23 / /home/local rw - xfs /dev/sdb1 rw
25 22 0:24 / /mnt/my\040share rw - cifs //server/share rw
26 22 0:25 / /run/user/1000/gvfs rw - fuse.gvfsd-fuse gvfsd-fuse rw
27 22 0:26 / /mnt/stick rw - fuseblk /dev/sdc1 rw
a line of another kind
"""


@pytest.mark.parametrize(
    ("folder", "expected"),
    [
        ("/var/lib/deskbrief", False),
        ("/home/ana/deskbrief", True),
        ("/home/local/deskbrief", False),
        ("/homely/deskbrief", False),
        ("/mnt/my share/deskbrief", True),
        ("/run/user/1000/gvfs/smb-share/deskbrief", True),
        ("/mnt/stick/deskbrief", False),
    ],
)
def test_network_drives_are_known_by_the_mount_table(folder: str, expected: bool):
    assert on_network(PurePosixPath(folder), TABLE) is expected


def test_a_later_mount_over_the_same_point_counts():
    table = "1 0 0:1 / / rw - ext4 /dev/sda rw\n2 1 0:2 / / rw - nfs server:/ rw\n"
    assert on_network(PurePosixPath("/a"), table)


@pytest.mark.parametrize("table", ["", "\n\n", " - \n", "1 2 3 4 /a - "])
def test_a_table_that_says_nothing_is_no_network(table: str):
    assert not on_network(PurePosixPath("/a/b"), table)


def test_windows_shares_are_network_drives():
    assert on_network(PureWindowsPath(r"\\server\share\deskbrief"), "")
    assert not on_network(PureWindowsPath(r"C:\Users\ana\deskbrief"), "")


@pytest.mark.parametrize(
    ("folder", "expected"),
    [
        ("/home/ana/Dropbox/deskbrief", True),
        ("/home/ana/OneDrive - Ministry/deskbrief", True),
        ("/Users/ana/Library/Mobile Documents/deskbrief", True),
        ("/home/ana/My Dropbox notes/deskbrief", False),
        ("/home/ana/megaphone/deskbrief", False),
        ("/home/ana/.local/share/deskbrief", False),
    ],
)
def test_synchronised_folders_are_known_by_their_names(folder: str, expected: bool):
    assert in_synced_folder(PurePosixPath(folder)) is expected
