"""The table that all benchmarks print: what was measured, what it should be at most, and what it was."""

from __future__ import annotations

WIDTH = 66


def title(words: str) -> None:
    """Print what the rows below are about."""
    print(f"\n{words:{WIDTH}} {'target':>9} {'value':>9}", flush=True)


def row(measure: str, target: float | None, value: float, unit: str) -> None:
    """Print one figure; `target` is None for one that only explains others."""
    wanted = "" if target is None else f"{target:.6g}"
    mark = (
        ""
        if target is None
        else "  met"
        if value <= target
        else f"  {value / target:.2f} x"
        if target
        else "  not met"
    )
    print(f"{f'{measure}, {unit}':{WIDTH}} {wanted:>9} {value:>9.3g}{mark}", flush=True)
