"""What the worker has given up before the first document: the value that the window shows."""

from __future__ import annotations

from typing import NamedTuple

from deskbrief.document.records import dataclass


class Layer(NamedTuple):
    """One layer of protection: its name, whether it holds, and a plain sentence: what it does, or why not."""

    name: str
    on: bool
    detail: str


@dataclass(frozen=True, slots=True)
class Protection:
    """The layers of protection around the worker process, outermost first."""

    layers: tuple[Layer, ...] = ()

    @property
    def complete(self) -> bool:
        """Tell whether every layer holds."""
        return bool(self.layers) and all(layer.on for layer in self.layers)
