"""Several documents at once: what is in front is worked on first, and only its progress is shown."""

from __future__ import annotations

from deskbrief.document.tasks import Progress
from deskbrief.jobs.job import JobState
from helpers.e2e_program import PATIENCE_MS

LONG = "\n\n".join(
    f"The council of district {n} met in March 2021 and should publish its report." for n in range(6_000)
)
SHORT = "The council met in March 2021. It should publish its report by June 2022."


def test_the_document_in_front_has_its_outline_before_one_that_was_opened_earlier(start, qtbot, tmp_path):
    long, short = tmp_path / "long.txt", tmp_path / "short.txt"
    long.write_text(LONG, encoding="utf-8")
    short.write_text(SHORT, encoding="utf-8")
    running = start(long)
    first = running.front
    qtbot.waitUntil(lambda: first.outline is not None, timeout=PATIENCE_MS)
    told: list[str] = []
    running.window.controllers.documents.progressed.connect(told.append)
    qtbot.waitUntil(lambda: any("%" in words for words in told), timeout=PATIENCE_MS)

    running.window.open([short])
    second = running.front
    qtbot.waitUntil(lambda: second.complete, timeout=PATIENCE_MS)
    assert [job.state for job in first.opening.jobs if job.task == "outline"] == [JobState.RUNNING]
    del told[:]
    documents = running.window.controllers.documents
    documents.listener.progress(first.path, half())
    assert told == []
    documents.bring(first)
    documents.listener.progress(first.path, half())
    assert told[-1] == "Reading closely … 50 %"
    documents.close_front()
    assert told[-1] == ""


def half() -> Progress:
    return Progress(1, 2, "Reading closely")
