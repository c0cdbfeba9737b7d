"""The commands as a person or a script meets them: real processes, real files, real exit codes."""

import json
import os
from importlib.util import find_spec
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from pypdf import PdfReader

from deskbrief.cli.arguments import FORMS, parser
from deskbrief.cli.brief import day_of_brief
from deskbrief.cli.doctor import look_at_library, look_at_window, looked
from deskbrief.cli.main import main
from deskbrief.services.note_export import FORMS as MADE
from deskbrief.services.outline_json import schema
from deskbrief.services.paths import AppPaths
from deskbrief.services.sources import sample_path
from helpers.briefs import all_elements
from helpers.commands import deskbrief
from helpers.formats import docx
from helpers.pictures import picture
from helpers.scans import scanned


@pytest.fixture(scope="module")
def outline():
    run = deskbrief("outline", "--json", sample_path())
    assert run.returncode == 0, run.stderr
    (line,) = run.stdout.splitlines()
    return json.loads(line)


def quoted(outline, spans):
    return [outline["text"][start:end] for start, end in spans]


def test_the_object_is_valid(outline):
    Draft202012Validator(schema()).validate(outline)
    assert outline["model"]


def test_every_span_lies_in_the_text(outline):
    length = len(outline["text"])
    spans = [tuple(span) for event in outline["events"] for span in event["spans"]]
    spans += [(time["start"], time["end"]) for time in outline["times"]]
    spans += [tuple(span) for name in outline["names"] for span in name["mentions"]]
    spans += [tuple(span) for advice in outline["recommendations"] for span in advice["spans"]]
    assert spans
    assert all(0 <= start < end <= length for start, end in spans)


def test_sections_and_tables_of_the_sample(outline):
    assert [section["title"] for section in outline["sections"]] == [
        "Opening",
        "Understanding the Strategic Shifts in U.S.-Russian Relations",
        "Analyzing the Implications for Regional Stability and Security",
        "Recommendations for U.S. Policy Amid Changing Alliances",
        "To Wrap It Up",
    ]
    assert sum(block["kind"] == "table" for block in outline["blocks"]) == 3
    for section in outline["sections"]:
        assert section["gist"]
        assert all(section["start"] <= start < end <= section["end"] for start, end in section["gist"])


def test_events_of_the_sample_stand_on_their_table_rows(outline):
    events = outline["events"]
    assert [(event["date"]["edtf"], event["title"], event["detail"]) for event in events] == [
        (
            "2023-07",
            "Security Talks",
            "High-level discussions focused on defense strategies in Eastern Europe.",
        ),
        (
            "2023-09",
            "Joint Military Exercise",
            "U.S. and Russian ally conducted joint training to enhance interoperability.",
        ),
        ("2023-10", "Democracy Summit", "Invitation extended to discuss democratic reforms and governance."),
    ]
    assert all(event["source"] == "table" for event in events)
    rows = [quoted(outline, event["spans"])[0] for event in events]
    assert [row.split("\t")[0] for row in rows] == ["July 2023", "September 2023", "October 2023"]


def test_vague_times_of_the_undated_sample_stay_open(outline):
    vague = {
        outline["text"][time["start"] : time["end"]].lower(): time
        for time in outline["times"]
        if not time["edtf"]
    }
    for words in ("recent months", "coming weeks"):
        (time,) = [time for wording, time in vague.items() if words in wording]
        assert time["degree"] == "unresolved"
        assert time["reason"]


def test_a_date_resolves_them():
    run = deskbrief("outline", "--date", "2024-03-15", sample_path())
    found = json.loads(run.stdout)
    times = {found["text"][time["start"] : time["end"]].lower(): time["edtf"] for time in found["times"]}
    assert all(
        edtf for wording, edtf in times.items() if "recent months" in wording or "coming weeks" in wording
    )
    assert found["source"]["published"] == "2024-03-15"
    assert found["coverage"]["whole"] is True


def test_a_day_that_stands_in_the_text_is_told_as_its_date(tmp_path):
    page = tmp_path / "a.txt"
    page.write_text("Talks resume\n\nKYIV, March 3, 2024 (Norland Press) - Talks resumed on Friday.\n")
    assert json.loads(deskbrief("outline", page).stdout)["source"]["published"] == "2024-03-03"


def test_recommendations_of_the_sample(outline):
    found = outline["recommendations"]
    titled = {advice["title"]: advice for advice in found if advice["title"]}
    assert set(titled) == {
        "Reassess Sanctions",
        "Support Civil Society",
        "Bolster Regional Partnerships",
        "Engagement Diplomacy",
        "Development Aid",
        "Climate Cooperation",
    }
    prose = [advice for advice in found if advice["source"] == "prose"]
    assert len(prose) == 2
    rethink, adapt = prose
    assert "rethink its strategies" in rethink["action"]
    assert (rethink["strength"], "imperative" in rethink["wording"]) == ("must", True)
    assert "remain adaptable" in adapt["action"]
    assert adapt["strength"] == "should"
    for advice in found:
        assert advice["addressee"] in {
            "U.S.",
            "The U.S.",
            "the U.S.",
            "United States",
            "the United States",
            "The United States",
        }
        assert advice["action"]
        assert advice["wording"]


def test_what_only_sounds_like_advice_is_left_alone(outline):
    spans = [text for advice in outline["recommendations"] for text in quoted(outline, advice["spans"])]
    for words in (
        "leverage its influence",
        "embolden",
        "pave the way",
        "Countering",
        "Increased geopolitical",
        "recalibrating",
    ):
        assert not any(words in text for text in spans), words


def test_names_of_the_sample(outline):
    names = {name["name"]: name for name in outline["names"]}
    assert any("United States" in {name, *entry["aliases"]} for name, entry in names.items())
    assert any("Eastern Europe" in name for name in names)


def test_markdown_is_for_people():
    run = deskbrief("outline", "--markdown", "--date", "2024-03-15", sample_path())
    assert run.returncode == 0
    assert "15 Mar 2024 (set by you)" in run.stdout
    assert "## Events (3)" in run.stdout
    assert "Jul" in run.stdout
    assert "**Reassess Sanctions:**" in run.stdout


def test_one_bad_file_does_not_stop_the_rest(tmp_path):
    run = deskbrief("outline", tmp_path / "none.txt", sample_path(), tmp_path)
    first, second, third = map(json.loads, run.stdout.splitlines())
    assert run.returncode == 1
    validator = Draft202012Validator(schema())
    for found in (first, second, third):
        validator.validate(found)
    assert "There is no file" in first["error"]["what"]
    assert len(second["events"]) == 3
    assert third["error"]["next_step"]


def make(folder, name, content):
    path = folder / name
    path.write_bytes(content)
    return path


BAD = {
    "empty.txt": b"",
    "blank.txt": b" \n\n\t\n",
    "program.txt": b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 20,
    "picture.png": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
    "old.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
    "paper.pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
}


@pytest.fixture(scope="module")
def refusals(tmp_path_factory):
    folder = tmp_path_factory.mktemp("bad")
    run = deskbrief("outline", *(make(folder, name, content) for name, content in BAD.items()))
    assert run.returncode == 1
    assert "Traceback" not in run.stderr
    return dict(zip(BAD, map(json.loads, run.stdout.splitlines()), strict=True))


@pytest.mark.parametrize("name", BAD)
def test_a_file_that_is_no_text_is_refused_in_words(refusals, name):
    assert refusals[name]["source"]["path"].endswith(name)
    error = refusals[name]["error"]
    assert error["what"].endswith((".", "!"))
    assert error["next_step"]


def test_a_file_of_scans_is_refused_with_what_to_do_and_one_with_some_is_read_in_part(tmp_path):
    alone, some = tmp_path / "minutes.pdf", tmp_path / "report.pdf"
    alone.write_bytes(scanned(3, bookmarks=(("Annex", 1, 0),)))
    some.write_bytes(scanned(3, text=(0, 2)))
    run = deskbrief("outline", "--json", alone, some)
    assert run.returncode == 1
    refused, read = map(json.loads, run.stdout.splitlines())
    assert "minutes.pdf holds pictures of its pages and no text" in refused["error"]["what"]
    assert "OCR" in refused["error"]["next_step"]
    assert [block["page"] for block in read["blocks"]] == ["1", "2", "3"]
    assert "report.pdf was read in part. Page 2 is a picture without text" in run.stderr


def test_200_mb_of_text_are_refused_at_once(tmp_path):
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    run = deskbrief("outline", path)
    assert run.returncode == 1
    assert "200 MB" in json.loads(run.stdout)["error"]["what"]


def test_text_in_another_encoding_is_read(tmp_path):
    words = "The café’s owner — in Zürich — should act by May 2024, naïve or not. He said so twice."
    encodings = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252")
    run = deskbrief(
        "outline",
        *(make(tmp_path, f"{encoding}.txt", (words + "\n").encode(encoding)) for encoding in encodings),
    )
    assert run.returncode == 0, run.stderr
    for encoding, line in zip(encodings, run.stdout.splitlines(), strict=True):
        assert "café’s owner — in Zürich" in json.loads(line)["text"], encoding


def test_a_brief_holds_events_recommendations_and_references_as_text(tmp_path):
    out = tmp_path / "brief.pdf"
    run = deskbrief("brief", sample_path(), "-o", out, "--author", "<b>A & B</b>")
    assert run.returncode == 0, run.stderr
    text = " ".join(" ".join(page.extract_text() for page in PdfReader(out).pages).split())
    for words in (
        "Security Talks",
        "Democracy Summit",
        "Bolster Regional Partnerships",
        "imperative",
        "<b>A & B</b>",
        "¶7",
    ):
        assert words in text
    assert "quotes verified" in run.stdout
    again = tmp_path / "again.pdf"
    deskbrief("brief", sample_path(), "-o", again, "--author", "<b>A & B</b>")
    assert again.read_bytes() == out.read_bytes()


def test_a_brief_has_the_logo_that_is_named(tmp_path):
    (tmp_path / "house.png").write_bytes(picture())
    out, logo = tmp_path / "brief.pdf", ("--logo", tmp_path / "house.png")
    run = deskbrief("brief", sample_path(), "-o", out, *logo, "--logo-text", "A lighthouse")
    assert run.returncode == 0, run.stderr
    assert len(PdfReader(out).pages[0].images) == 1
    assert "A lighthouse" in [element.get("/Alt") for element in all_elements(PdfReader(out))]
    run = deskbrief("brief", sample_path(), "-o", tmp_path / "no.pdf", "--logo", sample_path())
    assert run.returncode == 1
    assert "PNG or JPEG" in run.stderr
    assert not (tmp_path / "no.pdf").exists()
    assert deskbrief("brief", sample_path(), "-o", tmp_path / "house.png", *logo).returncode == 1
    assert (tmp_path / "house.png").read_bytes() == picture()


def test_brief_names_letters_that_no_face_draws_and_the_format_that_does(tmp_path: Path) -> None:
    source = tmp_path / "he.txt"
    source.write_text(
        "The word שלום was said in May 2023.\n\nThe council should ask why.\n", encoding="utf-8"
    )
    run = deskbrief("brief", source, "-o", tmp_path / "b.pdf")
    assert run.returncode == 0
    assert "Hebrew" in run.stderr
    assert "--format docx" in run.stderr
    assert "Hebrew" not in deskbrief("brief", source, "-o", tmp_path / "b.html").stderr


def test_several_briefs_go_into_a_folder(tmp_path):
    other = make(tmp_path, "other.md", b"# Other\n\nThe council should act by May 2024.\n")
    folder = tmp_path / "out"
    folder.mkdir()
    assert deskbrief("brief", sample_path(), other, "-o", folder).returncode == 0
    assert sorted(os.listdir(folder)) == sorted([f"{sample_path().stem} - brief.pdf", "other - brief.pdf"])
    assert deskbrief("brief", sample_path(), other, "-o", tmp_path / "one.pdf").returncode == 2


@pytest.mark.parametrize(("name", "begin"), [("b.docx", b"PK"), ("b.html", b"<!DOCTYPE"), ("b.md", b"# ")])
def test_the_ending_of_the_file_says_the_format(tmp_path, name, begin):
    out = tmp_path / name
    run = deskbrief("brief", sample_path(), "-o", out, "--json")
    assert run.returncode == 0, run.stderr
    assert out.read_bytes().startswith(begin)
    told = json.loads(run.stdout)
    assert (told["output"], told["pages"]) == (str(out), 0)
    # What has no pages has room for all words.
    assert [remark.split(" are ")[1][:3] for remark in told["remarks"]] == (["cut"] if begin == b"PK" else [])
    assert told["quotes"] == told["verified"] > 0


def test_a_file_that_fails_is_in_the_report_and_does_not_stop_the_rest(tmp_path):
    run = deskbrief(
        *("brief", tmp_path / "none.txt", sample_path(), "-o", tmp_path, "--format", "md", "--json")
    )
    assert run.returncode == 1
    failed, done = map(json.loads, run.stdout.splitlines())
    assert "none.txt" in failed["error"]
    assert done["output"].endswith(".md")


def test_several_briefs_are_checked_at_once(tmp_path):
    first, second = tmp_path / "a.pdf", tmp_path / "b.pdf"
    for out in (first, second):
        assert deskbrief("brief", sample_path(), "-o", out).returncode == 0
    run = deskbrief("check", first, sample_path(), "--also", second, "--also", sample_path(), "--json")
    assert run.returncode == 1
    assert [json.loads(line)["holds"] for line in run.stdout.splitlines()] == [True, True]
    assert deskbrief("check", first, sample_path(), "--also", second).returncode == 0


def test_a_brief_is_not_written_under_an_ending_that_stands_for_nothing(tmp_path):
    run = deskbrief("brief", sample_path(), "-o", tmp_path / "x.xyz")
    assert run.returncode == 2
    assert "No brief is written as “.xyz”. End the name in .pdf" in run.stderr
    assert not os.listdir(tmp_path)
    named = deskbrief("brief", sample_path(), "-o", tmp_path / "x.xyz", "--format", "html")
    assert named.returncode == 0
    assert "<html" in (tmp_path / "x.xyz").read_text("utf-8")


def test_a_brief_never_takes_the_place_of_its_source(tmp_path):
    source = make(tmp_path, "report.md", b"# Report\n\nThe council should act by May 2024.\n")
    before = source.read_bytes()
    (tmp_path / "link.pdf").symlink_to(source)
    for name in ("report.md", "link.pdf"):
        run = deskbrief("brief", source, "-o", tmp_path / name)
        assert run.returncode == 1
        assert "is the document itself" in run.stderr
    assert source.read_bytes() == before


def test_briefs_in_the_folder_of_their_sources_get_names_of_their_own(tmp_path):
    text = b"# Report\n\nThe council should act by May 2024.\n"
    first, second = make(tmp_path, "report.pdf", text), make(tmp_path, "report.md", text)
    run = deskbrief("brief", first, second, "-o", tmp_path)
    assert run.returncode == 0, run.stderr
    assert first.read_bytes() == second.read_bytes() == text
    briefs = {"report - brief.pdf", "report - brief 2.pdf"}
    assert set(os.listdir(tmp_path)) == {"report.pdf", "report.md", *briefs}
    assert all((tmp_path / name).read_bytes().startswith(b"%PDF") for name in briefs)


def test_one_brief_of_several_files_numbers_its_sources(tmp_path):
    other = tmp_path / "second.txt"
    other.write_text("The ministers met in Oslo on 3 May 2023. States should act at once.\n")
    out = tmp_path / "both.pdf"
    run = deskbrief("brief", sample_path(), other, "--together", "--template", "chronology", "-o", out)
    assert run.returncode == 0, run.stderr
    words = " ".join(" ".join(page.extract_text() for page in PdfReader(out).pages).split())
    assert words.index("3 May 2023") < words.index("Jul 2023")
    assert "[2] ¶1" in words
    assert "2 sources" in words


def test_a_brief_is_checked_against_its_source_and_against_another_edition(tmp_path):
    out, newer = tmp_path / "brief.pdf", tmp_path / "newer.txt"
    assert deskbrief("brief", sample_path(), "-o", out).returncode == 0
    same = deskbrief("check", out, sample_path())
    assert (same.returncode, same.stdout.split()[-1]) == (0, "same"), same.stderr
    text = sample_path().read_text(encoding="utf-8")
    newer.write_text("A new preface.\n\n" + text.replace("noticeable shift", "visible shift"))
    run = deskbrief("check", "--json", out, newer)
    assert run.returncode == 1
    told = json.loads(run.stdout)
    changed = [quote for quote in told["quotes"] if quote["outcome"] == "changed"]
    assert changed[0]["difference"][1:3] == [["dropped", "noticeable"], ["added", "visible"]]
    assert {quote["outcome"] for quote in told["quotes"]} == {"changed", "moved"}
    refused = deskbrief("check", sample_path(), sample_path())
    assert (refused.returncode, "no brief" in refused.stderr) == (1, True)


def test_a_brief_of_what_is_not_there_says_so(tmp_path):
    run = deskbrief("brief", sample_path(), "--template", "notes", "-o", tmp_path / "notes.pdf")
    assert run.returncode == 1
    assert "no notes" in run.stderr
    assert not (tmp_path / "notes.pdf").exists()


def test_a_brief_that_cannot_be_written_is_told(tmp_path):
    run = deskbrief("brief", sample_path(), "-o", tmp_path / "none" / "brief.pdf")
    assert run.returncode == 1
    assert "does not exist" in run.stderr
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize("given", [["--data-dir", "new"], ["--data-dir=new"]])
def test_the_folder_may_be_named_before_the_command(given, tmp_path):
    run = deskbrief(*given, "notes", "list", cwd=tmp_path)
    assert (run.returncode, run.stdout) == (0, "There are no notes yet.\n")


def test_the_folder_counts_wherever_it_is_named():
    top = parser()
    assert top.parse_args(["--data-dir", "a", "doctor"]).data_dir == Path("a")
    assert top.parse_args(["doctor", "--data-dir", "b"]).data_dir == Path("b")
    assert top.parse_args(["--data-dir", "a", "outline", "x", "--data-dir", "b"]).data_dir == Path("b")
    assert top.parse_args(["doctor"]).data_dir is None


def test_no_notes_yet(tmp_path):
    run = deskbrief("notes", "list", "--data-dir", tmp_path / "new")
    assert (run.returncode, run.stdout) == (0, "There are no notes yet.\n")
    assert not (tmp_path / "new").exists()


def test_doctor_looks_at_everything(tmp_path):
    run = deskbrief("doctor", "--data-dir", tmp_path)
    assert run.returncode == 0, run.stdout + run.stderr
    assert run.stdout.endswith("Everything works.\n")
    assert "3 events" in run.stdout


def test_doctor_tells_of_a_damaged_library(tmp_path):
    make(tmp_path, "library.db", b"this is not a database at all, and long enough to look at" * 20)
    run = deskbrief("doctor", "--data-dir", tmp_path)
    assert run.returncode == 1
    assert "PROBLEM library" in run.stdout
    assert "Traceback" not in run.stderr


@pytest.mark.skipif(find_spec("PySide6") is None, reason="needs Qt")
def test_doctor_tells_of_a_window_that_cannot_be_opened(monkeypatch):
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert looked("window", look_at_window).well
    monkeypatch.setenv("QT_QPA_PLATFORM", "none-such")
    found = looked("window", look_at_window)
    assert not found.well
    assert "libxcb-cursor0" in found.seen


def test_doctor_tells_of_a_place_where_no_library_can_be_made(tmp_path):
    make(tmp_path, "file", b"x")
    paths = AppPaths.under(tmp_path / "file" / "data")
    assert not looked("library", lambda: look_at_library(paths)).well


@pytest.mark.parametrize(
    "words",
    [
        ("outline",),
        ("brief", "x.txt"),
        ("notes",),
        ("outline", "--date", "soon", "x"),
        ("doctor", "--no"),
        ("library", "search", "x", "--most", "0"),
        ("library", "search", "x", "--most", "no"),
    ],
)
def test_wrong_usage_has_its_own_code(words, capsys):
    assert main(words) == 2
    assert capsys.readouterr().err


def test_wrong_usage_is_the_exit_code_of_the_process():
    assert deskbrief("outline").returncode == 2


@pytest.mark.parametrize("words", [("outline",), ("brief",), ("notes", "list"), ("doctor",)])
def test_every_command_has_help(words, capsys):
    assert main([*words, "--help"]) == 0
    assert f"usage: deskbrief {words[0]}" in capsys.readouterr().out


@pytest.mark.parametrize("words", [("--help",), ("--version",)])
def test_help_is_there(words):
    run = deskbrief(*words)
    assert run.returncode == 0
    assert "eskbrief" in run.stdout


def test_a_file_that_is_read_in_part_is_printed_and_the_code_says_so(tmp_path):
    whole = docx("".join(f"<w:p><w:r><w:t>Paragraph {number}.</w:t></w:r></w:p>" for number in range(400)))
    (tmp_path / "cut.docx").write_bytes(whole[: len(whole) - 60])
    run = deskbrief("outline", "--json", tmp_path / "cut.docx")
    assert run.returncode == 1
    assert "Paragraph 1." in json.loads(run.stdout)["text"]
    assert "read in part" in run.stderr


@pytest.mark.parametrize("command", ["events", "recommendations"])
def test_what_goes_out_never_takes_the_place_of_its_source(tmp_path, command):
    source = make(
        tmp_path, "report.md", b"# Report\n\nOn 3 May 2024 the council met. It should act at once.\n"
    )
    before = source.read_bytes()
    run = deskbrief(command, source, "--format", "csv", "-o", source)
    assert (run.returncode, "is the document itself" in run.stderr) == (1, True)
    assert source.read_bytes() == before


def test_a_mistyped_command_is_wrong_usage_and_the_right_ones_are_named(tmp_path):
    run = deskbrief("outlin", "x.txt", cwd=tmp_path)
    assert run.returncode == 2
    assert "outline" in run.stderr


def test_the_command_line_offers_every_form_that_notes_are_written_in():
    assert set(FORMS) == set(MADE)


def test_a_brief_is_of_the_day_that_is_asked_for_or_of_today() -> None:
    assert day_of_brief("1700000000") == "2023-11-14"
    today = day_of_brief("")
    assert len(today) == len("2023-11-14")
    assert [day_of_brief(text) for text in ("soon", "9" * 30)] == [today, today]
