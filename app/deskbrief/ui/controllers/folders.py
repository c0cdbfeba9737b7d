"""Where a dialog for saving begins."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QStandardPaths

from deskbrief.services.sources import sample_path


def folder_to_save(kept: str | Path, sources: Iterable[Path]) -> Path:
    """Return the folder that was used last, else that of a source, else the one for documents.

    It is there and can be written to: a dialog that is given another one begins where the program began.
    """
    # The sample lies among the program's own files, where nobody has documents.
    own = sample_path().parent
    beside = [source.parent for source in sources if source.is_absolute() and source.parent != own]
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    for folder in (*([Path(kept)] if str(kept) else []), *beside, *([Path(documents)] if documents else [])):
        if folder.is_absolute() and folder.is_dir() and os.access(folder, os.W_OK):
            return folder
    return Path.home()
