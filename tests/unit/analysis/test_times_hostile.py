"""Long hostile strings cost the times no more than their length: each pattern, and the whole of it."""

import importlib
import pkgutil
import random
import re
import time

import pytest

from deskbrief.analysis import document_date, times
from deskbrief.analysis.times.lexicon import WORDS
from deskbrief.analysis.times.reading import mentions_of, worked_out
from deskbrief.analysis.times.tagger import LEVELS
from deskbrief.document.steps import finish
from helpers.outlines import by_rules
from helpers.reading import read

SHORT, LONG = 5_000, 20_000
#: Four times the length may cost this many times as much: 4 when linear, 16 when quadratic.
MOST = 9.0
#: Seconds under which a time says nothing.
LITTLE = 0.004

SEEDS = [
    "1",
    "a",
    " ",
    "\n",
    ".",
    "(",
    "'",
    "-",
    "1,",
    "1.",
    "1:",
    "1/",
    "12-",
    "A’",
    "12:30",
    "2020-01-01",
    "of ",
    "the ",
    "May ",
    "May 5, ",
    "had been ",
    "to be ",
    "in the ",
    "last ",
    "two days after the ",
    "two days after the fall of Rome, ",
    "on 5 May the fall of Rome, ",
    "1999 to ",
    "one hundred and ",
    "early in the late ",
    "a half and ",
    "FY",
    "Q1'",
    "p.m. ",
    "published: ",
    "twenty-",
    "'82",
    "Winter (",
]


def patterns():
    """Yield every pattern of the package under its name, those of the rules over their own signs included."""
    modules = [document_date]
    modules += [
        importlib.import_module(f"{times.__name__}.{module.name}")
        for module in pkgutil.iter_modules(times.__path__)
    ]
    for module in modules:
        for name, value in vars(module).items():
            if isinstance(value, re.Pattern):
                yield pytest.param(value, id=f"{module.__name__.rpartition('.')[2]}.{name}")


def cost(work, *arguments):
    """Return the processor time of `work`, the less of two runs."""
    spent = []
    for _ in range(2):
        since = time.process_time()
        work(*arguments)
        spent.append(time.process_time() - since)
    return min(spent)


def growth(work, make):
    """Return how many times as much the long string costs as the short one."""
    long = cost(work, make(LONG))
    if long < LITTLE:
        return 0.0
    return long / max(cost(work, make(SHORT)), 1e-6)


def repeated(seed):
    return lambda length: (seed * (length // len(seed) + 1))[:length] + "?"


@pytest.mark.parametrize("pattern", list(patterns()))
def test_a_pattern_is_linear_on_hostile_text(pattern):
    def search(text):
        for _ in pattern.finditer(text):
            pass

    grown = {seed: growth(search, repeated(seed)) for seed in SEEDS}
    assert max(grown.values()) < MOST, {seed: ratio for seed, ratio in grown.items() if ratio >= MOST}


def test_the_patterns_of_the_rules_repeat_nothing():
    for level in LEVELS:
        for rule in level.rules:
            assert not set("*+{") & set(rule.regex.pattern), rule.name


@pytest.mark.parametrize("seed", SEEDS)
def test_finding_and_working_out_is_linear(seed):
    def work(document):
        finish(worked_out(document, finish(mentions_of(document)), None))

    assert growth(work, lambda length: read(repeated(seed)(length))) < MOST


def test_the_growth_of_a_bad_pattern_is_seen():
    bad = re.compile(r"\s+$")
    assert growth(bad.search, lambda length: " " * (length // 2) + "?") > MOST


def shuffled(seed):
    """Return a text of words, numbers and signs of time in no order at all."""
    chance = random.Random(seed)
    numbers = [
        "5",
        "12",
        "31",
        "1999",
        "0800",
        "12:30",
        "2020-13-45",
        "99/99/99",
        "1st",
        "40th",
        "'82",
        "1.5",
    ]
    words = [*WORDS, *numbers, "Q3", "FY24", "300 BC", "the", "of", "Rome", "fell", ". ", "\n\n"]
    chosen = chance.choices(words, k=400)
    return " ".join(word.title() if chance.random() < 0.5 else word for word in chosen)


@pytest.mark.parametrize("seed", range(25))
@pytest.mark.parametrize("written", ["", "2024-03-06", "2024-02", "0001-01-01", "9999-12-31"])
def test_no_order_of_words_is_too_much(seed, written):
    document = read(shuffled(seed))
    for time_ in by_rules(document, written).times:
        assert 0 <= time_.start < time_.end <= len(document.text)
        assert time_.value
        assert time_.reason


@pytest.mark.parametrize("text", ["He came previously in 1999.", "He left afterwards in the year."])
def test_words_that_name_no_part_of_a_period_stop_nothing(text):
    assert [time_.value for time_ in by_rules(read(text), "2024-03-06").times] in (["1999"], [])
