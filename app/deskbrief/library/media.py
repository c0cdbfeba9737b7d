"""What kind of place the library stands in: shared memory files do not work everywhere."""

from __future__ import annotations

import contextlib
import os
import re
from pathlib import Path, PurePath

#: File systems that other machines can write to at the same time, by their names in the mount table.
NETWORK_TYPES = (
    "nfs", "cifs", "smb", "9p", "afs", "ceph", "coda", "davfs", "glusterfs", "lustre", "ncp", "virtiofs",
    "fuse.sshfs", "fuse.rclone", "fuse.davfs", "fuse.gvfsd", "fuse.glusterfs", "fuse.ceph", "fuse.s3fs",
)  # fmt: skip
#: Folders that a program copies to other machines behind the back of those who write in them.
SYNCED_FOLDERS = (
    "dropbox", "onedrive", "google drive", "googledrive", "icloud drive", "mobile documents", "nextcloud",
    "owncloud", "pcloud", "mega", "seafile", "syncthing",
)  # fmt: skip
_ESCAPE = re.compile(r"\\([0-7]{3})")


def is_shared(folder: Path) -> bool:
    """Tell whether `folder` lies on a network drive or in a folder that is synchronised with others."""
    return in_synced_folder(folder) or on_network(folder, mount_table())


def in_synced_folder(folder: PurePath) -> bool:
    """Tell by its name whether `folder` is synchronised; "OneDrive - Company" counts too."""
    names = (part.casefold() for part in folder.parts)
    return any(name == sync or name.startswith(f"{sync} ") for name in names for sync in SYNCED_FOLDERS)


def on_network(folder: PurePath, table: str) -> bool:
    """Tell whether `folder` lies on a network file system, by `table` in the form of /proc/self/mountinfo."""
    if str(folder).startswith(("\\\\", "//")):
        return True
    best, best_type = -1, ""
    for line in table.splitlines():
        before, _, after = line.partition(" - ")
        fields = before.split()
        if len(fields) > 4 and after:
            point = PurePath(_ESCAPE.sub(lambda m: chr(int(m[1], 8)), fields[4]))
            if folder.is_relative_to(point) and len(point.parts) >= best:
                best, best_type = len(point.parts), after.split()[0]
    return best_type.startswith(NETWORK_TYPES)


def mount_table() -> str:
    """Return the table of mounted file systems where the system offers one, else nothing."""
    try:
        return Path("/proc/self/mountinfo").read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return ""


def sync_folder(folder: Path) -> None:
    """Make the names in `folder` durable, where the system can."""
    if os.name == "nt":
        return
    # Some network file systems refuse this for folders; what is in the files is durable without it.
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
