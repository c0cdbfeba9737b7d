"""`deskbrief decisions export` with a real library and a real process."""

import json

from deskbrief.document.notes import Verdict
from deskbrief.library.library import Library
from deskbrief.services.curation import curate, decide
from deskbrief.services.paths import AppPaths
from deskbrief.services.sources import sample_path
from helpers.commands import deskbrief
from helpers.outlines import by_rules
from helpers.reading import read


def test_decisions_are_written_as_gold(tmp_path):
    document = read(sample_path().read_bytes())
    outline = by_rules(document)
    with Library.open(AppPaths.under(tmp_path).data) as library:
        library.put_document(document)
        library.put_outline(document.sha256, outline, "")
        for item in curate(document, outline, ()).recommendations:
            library.decide(decide(document, item, Verdict.CONFIRMED, {}))

    run = deskbrief("decisions", "export", "--data-dir", tmp_path, "-o", tmp_path / "gold.jsonl")
    assert run.returncode == 0, run.stderr
    assert "1 document with" in run.stderr
    (line,) = (tmp_path / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    labels = [sentence["is_recommendation"] for sentence in json.loads(line)["sentences"]]
    assert labels.count(True) == len({item.spans[0] for item in outline.recommendations})
    assert None not in labels


def test_without_a_library_it_says_so(tmp_path):
    run = deskbrief("decisions", "export", "--data-dir", tmp_path)
    assert (run.returncode, run.stdout) == (0, "")
    assert "no decisions yet" in run.stderr
