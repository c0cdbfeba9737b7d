"""Has Python import as it does in the program; to be imported before any module of the window.

A benchmark that makes a window in its own process has PySide6 imported by then, which would look at each
module of the window and keep its source: 4 MB of memory, and imports that take several times as long.
"""

import PySide6.QtCore  # noqa: F401

from deskbrief.ui.pace import import_plainly

import_plainly()
