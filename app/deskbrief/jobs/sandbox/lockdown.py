"""Gives up, layer by layer, every right that working on a document does not need."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from deskbrief.jobs.protection import Layer, Protection
from deskbrief.jobs.sandbox.resources import limit_resources


def lock_down(folders: Sequence[Path] = ()) -> Protection:
    """Give up what can be given up on this system and return what came of it.

    `folders` stay readable besides the program's own. To be called while the process has one thread: the
    rules hold for the calling thread and for those that it starts. There is no way back.
    """
    layers = [Layer("Own process", True, "Documents are worked on in a process of their own.")]
    layers.append(limit_resources())
    if sys.platform == "linux":
        from deskbrief.jobs.sandbox.folders import readable_paths
        from deskbrief.jobs.sandbox.landlock import restrict_files
        from deskbrief.jobs.sandbox.rights import drop_rights
        from deskbrief.jobs.sandbox.seccomp import restrict_calls

        layers += [drop_rights(), restrict_files(readable_paths(folders)), restrict_calls()]
    else:
        missing = "Deskbrief knows no way to do this on this system."
        layers += [Layer(name, False, missing) for name in ("No new rights", "Files", "System calls")]
    return Protection(tuple(layers))
