"""Events and recommendations from the command line."""

import csv
import io
import json

from deskbrief.services.sources import sample_path
from helpers.commands import deskbrief

TALKS = (
    "Talks in Paris\n\nThe ministers met in Paris on 4 March 2023. The treaty was signed in May 2024. "
    "The government should publish the text.\n"
)


def test_events_go_into_a_calendar_and_what_is_left_out_is_said(tmp_path):
    source, out = tmp_path / "talks.txt", tmp_path / "talks.ics"
    source.write_text(TALKS, encoding="utf-8")
    run = deskbrief("events", source, "-o", out)
    assert run.returncode == 0, run.stderr
    data = out.read_bytes()
    assert b"DTSTART;VALUE=DATE:20230304" in data
    assert data.count(b"BEGIN:VEVENT") == 1
    assert "1 event without a day left out" in run.stderr
    deskbrief("events", source, "-o", out)
    assert out.read_bytes() == data


def test_a_calendar_of_nothing_is_refused_with_a_next_step(tmp_path):
    run = deskbrief("events", sample_path(), "-o", tmp_path / "x.ics")
    assert (run.returncode, "--format csv" in run.stderr) == (1, True)
    assert not (tmp_path / "x.ics").exists()


def test_events_of_several_files_go_into_one_table(tmp_path):
    source = tmp_path / "talks.txt"
    source.write_text(TALKS, encoding="utf-8")
    run = deskbrief("events", source, tmp_path / "none.txt", sample_path(), "--format", "csv")
    assert run.returncode == 1
    rows = list(csv.DictReader(io.StringIO(run.stdout)))
    assert {row["file"] for row in rows} == {"talks.txt", sample_path().name}
    told = json.loads(deskbrief("events", sample_path(), "--format", "timelinejs").stdout)
    assert [slide["start_date"]["month"] for slide in told["events"]] == [7, 9, 10]


def test_recommendations_go_into_a_table(tmp_path):
    out = tmp_path / "advice.csv"
    assert deskbrief("recommendations", sample_path(), "-o", out, "--bom").returncode == 0
    data = out.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert len(rows) == 8
    assert all(row["quote"] and row["place"].startswith("¶") for row in rows)
