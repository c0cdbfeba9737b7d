"""A virtual screen whose picture can be read while programs draw on it."""

from __future__ import annotations

import mmap
import os
import shutil
import struct
import subprocess
import tempfile
import time
from pathlib import Path

import numpy as np

WIDTH, HEIGHT = 1280, 900
#: A row of pixels carries text when the brightness changes this often along it.
CHANGES = 24


class Screen:
    """An Xvfb of its own with a window manager; `text_rows` counts the rows that carry text."""

    def __init__(self, number: int = 0) -> None:
        self._number = number or 100 + os.getpid() % 400
        self._folder = Path(tempfile.mkdtemp())
        command = ["Xvfb", f":{self._number}", "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-nolisten", "tcp"]
        self._server = subprocess.Popen([*command, "-fbdir", str(self._folder)], stderr=subprocess.DEVNULL)
        socket = Path(f"/tmp/.X11-unix/X{self._number}")
        while not socket.exists():
            time.sleep(0.02)
        self.env = {**os.environ, "DISPLAY": f":{self._number}", "QT_QPA_PLATFORM": "xcb"}
        self._manager = subprocess.Popen(["openbox"], env=self.env, stderr=subprocess.DEVNULL)
        time.sleep(0.5)
        with (self._folder / "Xvfb_screen0").open("rb") as file:
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        header = struct.unpack(">25I", self._map[:100])
        self._offset, self._line = header[0] + header[19] * 12, header[12]

    def picture(self) -> np.ndarray:
        """Return the brightness of every pixel, rows from top to bottom."""
        raw = np.frombuffer(self._map, np.uint8, self._line * HEIGHT, self._offset)
        return (
            raw.reshape(HEIGHT, self._line)[:, : WIDTH * 4]
            .reshape(HEIGHT, WIDTH, 4)[:, :, 1]
            .astype(np.int16)
        )

    def text_rows(self, left: int = 40, right: int = 760) -> int:
        """Return how many rows of the left part of the screen carry text."""
        edges = np.abs(np.diff(self.picture()[70:860, left:right], axis=1)) > 40
        return int((edges.sum(axis=1) >= CHANGES).sum())

    def bright_share(self) -> float:
        """Return the share of the screen that is bright, as a window of any light theme is."""
        return float((self.picture() > 128).mean())

    def differs(self, before: np.ndarray) -> bool:
        """Tell whether a twentieth of the left part, or more, is another picture than before."""
        return float((self.picture()[70:860, 40:760] != before[70:860, 40:760]).mean()) > 0.05

    def close(self) -> None:
        """Take the screen down."""
        for process in (self._manager, self._server):
            process.terminate()
            process.wait()
        shutil.rmtree(self._folder, ignore_errors=True)
