"""Expressions for recommendations take time in proportion to the length of hostile text."""

import re
import time

import pytest

from deskbrief.analysis.recommendations import (
    choosing,
    conditions,
    instructing,
    leadins,
    patterns,
    plain,
    sayings,
    specifying,
    wishes,
    zones,
)

SEEDS = (
    "should ",
    "to the ",
    "X, ",
    "a ",
    "if ",
    "policy policy ",
    "recommend that the A ",
    "calls on A, b, ",
    "under ",
    " ",
    "1.",
    "for more ",
    "it is essential for a ",
    "we need ",
    '"',
)


def compiled():
    modules = (
        *(choosing, conditions, instructing, leadins, patterns, plain),
        *(sayings, specifying, wishes, zones),
    )
    for module in modules:
        for name, value in sorted(vars(module).items()):
            for at, one in enumerate(value if isinstance(value, tuple) else (value,)):
                if isinstance(one, re.Pattern):
                    yield pytest.param(one, id=f"{module.__name__.rpartition('.')[2]}.{name}.{at}")


def seconds(pattern, text):
    best = 1e9
    for _ in range(2):
        start = time.process_time()
        for _ in pattern.finditer(text):
            pass
        best = min(best, time.process_time() - start)
    return best


@pytest.mark.parametrize("pattern", list(compiled()))
def test_sixteen_times_the_text_takes_about_sixteen_times_the_time(pattern):
    for seed in SEEDS:
        short, long = (seed * (size // len(seed)) for size in (1_000, 16_000))
        # A quadratic one would take 256 times as long.
        assert seconds(pattern, long) < 80 * max(seconds(pattern, short), 0.0004), seed
