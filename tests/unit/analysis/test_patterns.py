"""Every regular expression of the analysis takes time in proportion to the text, whatever the text is."""

import importlib
import pkgutil
import re
import time
from collections.abc import Iterator

import pytest

import deskbrief.analysis

#: What hostile texts repeat: signs that patterns may begin with, go on with, or wait for in vain.
SEEDS = (
    *("a", "A", "1", " ", ".", ",", "-", "(", "“", '"', "’", "/", ":", "%", "$", "\t", "é", "年"),
    *(
        "a ",
        "A ",
        "Aa ",
        "1 ",
        "1,",
        "1.",
        "1-",
        "1/",
        "a-",
        "a.",
        "A.",
        "(a",
        "“a ",
        "a, ",
        "Aa of ",
        "and ",
    ),
    *(
        "the ",
        "(1) a, ",
        "A to ",
        "12 de ",
        "the term ",
        "may ",
        "should ",
        "19",
        "1999 ",
        "two hundred and ",
        "between 3 and ",
    ),
    *(
        "is defined as ",
        "A of the ",
        "of the ",
        "if ",
        "that ",
        "in 19",
        "U.S. ",
        "e.g. ",
        "a' ",
        "March 1, ",
    ),
)
#: Long enough for the square of the length to stand far above the floor on a fast machine and a slow one.
SHORT, TIMES = 120, 24
#: Less than this is too little to be told from noise.
FLOOR = 0.0015
#: A text that is `TIMES` as long may take this many times as long.
MOST = 2.5 * TIMES


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    for info in pkgutil.walk_packages(deskbrief.analysis.__path__, "deskbrief.analysis."):
        module = importlib.import_module(info.name)
        for name, value in vars(module).items():
            for at, found in enumerate(value if isinstance(value, tuple | list) else (value,)):
                if isinstance(found, re.Pattern) and isinstance(found.pattern, str):
                    yield f"{info.name.removeprefix('deskbrief.analysis.')}.{name}.{at}", found


PATTERNS = dict(patterns())


def seconds(pattern: re.Pattern[str], text: str) -> float:
    started = time.process_time()
    for _ in pattern.finditer(text):
        pass
    return time.process_time() - started


def is_slow(pattern: re.Pattern[str], seed: str) -> bool:
    """Tell whether the time grows faster than the text; a measure in doubt is taken again."""
    short, long = (seed * (size // len(seed)) for size in (SHORT, SHORT * TIMES))
    return all(_grows(pattern, short, long) for _ in range(4))


def _grows(pattern: re.Pattern[str], short: str, long: str) -> bool:
    taken = seconds(pattern, long)
    return taken > FLOOR and taken > MOST * seconds(pattern, short)


def test_there_are_patterns():
    assert len(PATTERNS) > 40


@pytest.mark.parametrize("name", sorted(PATTERNS))
def test_a_pattern_takes_time_in_proportion(name):
    assert [seed for seed in SEEDS if is_slow(PATTERNS[name], seed)] == []


def test_the_measure_tells_a_bad_pattern():
    assert is_slow(re.compile(r"a*a*b"), "a")
