"""Read changed files with each importer until the time is up, and keep those that do harm.

usage: python scripts/fuzz.py [--minutes 10] [--only FORMAT] [--seed N] [--findings fuzz-findings]

Inputs that reach lines in an order not seen before are changed further. Anything but a sound document or a
sentence that says why there is none is a finding, and so is an input that takes more than ten seconds or two
gigabytes, which is read in a process of its own. FORMAT is a suffix such as docx. The code is 1 when there
are findings.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from scripts.hostile_child import Child, Verdict  # noqa: E402  the folder is on the path only now
from scripts.hostile_mutation import Mutator, seed_files  # noqa: E402

_PLACE = re.compile(r'^  File ".*?([^/"]+)", line (\d+)', re.MULTILINE)


@dataclass(slots=True)
class Count:
    """What came of one format: inputs tried, those refused in words, steps reached, kept inputs, findings."""

    tried: int = 0
    refused: int = 0
    steps: int = 0
    kept: int = 0
    findings: dict[str, int] = field(default_factory=dict)


class Fuzzer:
    """Tries inputs of one format; the folder gets what is found."""

    def __init__(self, suffix: str, seed: int, folder: Path) -> None:
        self.count = Count()
        self._suffix = suffix
        self._folder = folder
        self._chance = random.Random(f"{seed} {suffix}")
        self._mutator = Mutator(suffix, self._chance)
        self._child = Child(traced=True)

    def run(self, first: bytes, seconds: float) -> Count:
        """Try inputs for so many seconds and return what came of it."""
        end = monotonic() + seconds
        corpus = [first]
        self._try(first)
        while monotonic() < end:
            data = self._mutator.changed(self._chance.choice(corpus), self._chance.choice(corpus))
            verdict = self._try(data)
            if verdict.steps and not verdict.fault:
                corpus.append(data)
        self._child.close()
        self.count.kept = len(corpus)
        return self.count

    def _try(self, data: bytes) -> Verdict:
        verdict = self._child.judge(f"fuzzed.{self._suffix}", data)
        self.count.tried += 1
        self.count.refused += bool(verdict.refused)
        self.count.steps += len(verdict.steps)
        if verdict.fault and self.count.findings.get(_kind(verdict.fault), 0) == 0:
            verdict = self._again(data, verdict)
        if verdict.fault:
            kind = _kind(verdict.fault)
            self.count.findings[kind] = self.count.findings.get(kind, 0) + 1
        return verdict

    def _again(self, data: bytes, first: Verdict) -> Verdict:
        """Read an input again without watching, which takes time and stack, and keep it if that fails too."""
        child = Child()
        verdict = child.judge(f"fuzzed.{self._suffix}", data)
        child.close()
        if verdict.fault:
            name = hashlib.sha256(data).hexdigest()[:12]
            self._folder.mkdir(parents=True, exist_ok=True)
            (self._folder / f"{name}.{self._suffix}").write_bytes(data)
            (self._folder / f"{name}.{self._suffix}.txt").write_text(verdict.fault, encoding="utf-8")
        elif first.seconds < 1:
            print(f"{self._suffix}: not repeated: {_kind(first.fault)}", flush=True)
        return verdict


def _kind(fault: str) -> str:
    """Return where and with which error a traceback ends, so that one mistake is written down once."""
    places = _PLACE.findall(fault)
    ours = ":".join(places[-1]) if places else ""
    last = fault.strip().splitlines()[-1]
    return f"{ours} {re.sub('[0-9]+', '#', last)[:60]}".strip()


def main() -> int:
    """Try every format asked for, print what came of each, and return the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--only", metavar="FORMAT")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--findings", type=Path, default=Path("fuzz-findings"))
    options = parser.parse_args()
    seeds = {suffix: data for suffix, data in seed_files().items() if options.only in (None, suffix)}
    if not seeds:
        parser.error(f"there is no format {options.only}")
    found = 0
    print(f"{'format':12}{'inputs':>9}{'refused':>9}{'line pairs':>12}{'kept':>7}{'findings':>10}")
    for suffix, data in seeds.items():
        count = Fuzzer(suffix, options.seed, options.findings).run(data, options.minutes * 60 / len(seeds))
        found += len(count.findings)
        figures = f"{count.tried:9}{count.refused:9}{count.steps:12}{count.kept:7}{len(count.findings):10}"
        kinds = (f"  {kind} ({times} times)" for kind, times in count.findings.items())
        print(f"{suffix:12}{figures}", *kinds, sep="\n", flush=True)
    print(f"{found} findings" + (f", see {options.findings}" if found else ""))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
