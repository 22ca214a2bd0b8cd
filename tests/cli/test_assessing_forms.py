"""`tracker assess-form` and `tracker assess-import`: a self-assessment sent out as a form, and read back."""

import hashlib
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.cli.conftest import Ran, Tracker

ON = ("--on", "30 Jun 2008")
ICM_ASKED = 8


def formed(tracker: Tracker, office: Path, out: Path, *more: str, group: str = "ICM") -> Ran:
    return tracker("assess-form", office, "--group", group, "--out", out, *ON, *more)


def imported(tracker: Tracker, office: Path, *given: object) -> Ran:
    return tracker("assess-import", office, *given, *ON)


def filled(form: Path, name: str, place: int = 0, answer: Any = 3) -> Path:
    """A copy of a form that the agency at a place in its list filled in, all questions with one answer."""
    book = openpyxl.load_workbook(form)
    agencies = [row[2].value for row in book["form"].iter_rows() if row[0].value == "agency"]
    for number, words, cell in book["Answers"].iter_rows(max_col=3):
        if words.value == "Your agency":
            cell.value = agencies[place]
        elif isinstance(number.value, int):
            cell.value = answer
    path = form.with_name(name)
    book.save(path)
    return path


@pytest.fixture
def form(tracker: Tracker, sample_path: Path, tmp_path: Path) -> Path:
    """The form of a round of today in the sample."""
    assert formed(tracker, sample_path, tmp_path / "form.xlsx").status == 0
    return tmp_path / "form.xlsx"


def kept(tracker: Tracker, office: Path, kind: str = "ratings") -> list[Any]:
    found: list[Any] = tracker("list", office, kind, "--json").json
    return found


def test_a_form_starts_a_round_of_today_and_is_noted_as_it_leaves(
    tracker: Tracker, sample_path: Path, form: Path
) -> None:
    begun, left = kept(tracker, sample_path, "assessments")[-1], kept(tracker, sample_path, "departures")[-1]
    assert (begun["on"], begun["asks"], len(begun["asked_ids"])) == ("2008-06-30", "signs", ICM_ASKED)
    assert (left["file_name"], left["to_whom"], left["rows"]) == ("form.xlsx", "the agencies asked", 24)
    assert left["file_sha256"] == hashlib.sha256(form.read_bytes()).hexdigest()


def test_a_second_form_of_the_day_is_of_the_same_round(
    tracker: Tracker, sample_path: Path, form: Path, tmp_path: Path
) -> None:
    before = kept(tracker, sample_path, "assessments")
    ran = formed(tracker, sample_path, tmp_path / "again.xlsx")
    assert "The form of the round, " in ran.out
    assert kept(tracker, sample_path, "assessments") == before


def test_the_health_check_is_a_round_of_its_own(
    tracker: Tracker, sample_path: Path, form: Path, tmp_path: Path
) -> None:
    formed(tracker, sample_path, tmp_path / "health.xlsx", "--health")
    rounds = kept(tracker, sample_path, "assessments")
    assert [each["asks"] for each in rounds if each["on"] == "2008-06-30"] == ["signs", "health"]


@pytest.mark.parametrize(
    ("group", "out", "more", "said"),
    [
        ("ICM", "form.doc", (), "end it in .xlsx"),
        ("ICM", "nowhere/form.xlsx", (), "There is no folder"),
        ("ICM", "form.xlsx", ("--to", " "), "To whom"),
        ("Unicorns", "form.xlsx", (), "Unicorns"),
    ],
)
def test_a_form_that_cannot_be_written_starts_no_round(
    tracker: Tracker, sample_path: Path, tmp_path: Path, group: str, out: str, more: tuple[str, ...], said: str
) -> None:
    before = kept(tracker, sample_path, "assessments"), kept(tracker, sample_path, "departures")
    ran = formed(tracker, sample_path, tmp_path / out, *more, group=group)
    assert ran.status == 1
    assert said in ran.err
    assert (kept(tracker, sample_path, "assessments"), kept(tracker, sample_path, "departures")) == before


def test_both_say_which_words_they_miss(tracker: Tracker, sample_path: Path, tmp_path: Path) -> None:
    assert tracker("assess-form", sample_path, "--out", tmp_path / "f.xlsx").status == 2
    assert tracker("assess-form", sample_path, "--group", "ICM").status == 2
    assert tracker("assess-import", sample_path).status == 2


def test_forms_come_back_and_the_round_says_what_they_say(tracker: Tracker, sample_path: Path, form: Path) -> None:
    before = len(kept(tracker, sample_path))
    ran = imported(tracker, sample_path, *(filled(form, f"{place}.xlsx", place) for place in range(3)))
    assert (ran.status, ran.err) == (0, "")
    assert "3 forms: 3 kept." in ran.out
    assert len(kept(tracker, sample_path)) == before + 3
    told = tracker("assess", sample_path, "--group", "ICM", "--json", *ON).json
    assert (told["on"], told["coverage"]["raters"]) == ("2008-06-30", 3)


def test_a_folder_stands_for_the_forms_in_it(tracker: Tracker, sample_path: Path, form: Path, tmp_path: Path) -> None:
    folder = tmp_path / "back"
    folder.mkdir()
    for place in range(2):
        filled(form, f"{place}.xlsx", place).rename(folder / f"{place}.xlsx")
    assert "2 forms: 2 kept." in imported(tracker, sample_path, folder).out


def test_a_bad_form_is_named_and_the_good_ones_are_kept(
    tracker: Tracker, sample_path: Path, form: Path, tmp_path: Path
) -> None:
    bad = tmp_path / "letter.xlsx"
    bad.write_text("Dear Aroha", encoding="utf-8")
    before = len(kept(tracker, sample_path))
    ran = imported(tracker, sample_path, filled(form, "a.xlsx"), bad, filled(form, "b.xlsx", 1, answer=9))
    assert ran.status == 1
    assert "tracker: letter.xlsx: This is no Excel workbook" in ran.err
    assert "tracker: b.xlsx: " in ran.err
    assert len(kept(tracker, sample_path)) == before + 1


def test_a_dry_run_says_the_same_and_keeps_nothing(tracker: Tracker, sample_path: Path, form: Path) -> None:
    paths = [filled(form, f"{place}.xlsx", place) for place in range(2)]
    before = sample_path.read_bytes()
    ran = imported(tracker, sample_path, "--dry-run", *paths)
    assert ran.status == 0
    assert "2 forms: 2 will be kept. Nothing was kept: this was a try." in ran.out
    assert sample_path.read_bytes() == before


def test_a_form_read_twice_changes_nothing_the_second_time(tracker: Tracker, sample_path: Path, form: Path) -> None:
    path = filled(form, "a.xlsx")
    imported(tracker, sample_path, path)
    before = kept(tracker, sample_path)
    ran = imported(tracker, sample_path, path)
    assert (ran.status, kept(tracker, sample_path)) == (0, before)
    assert "The same answers were read before" in ran.out


def test_as_json_each_file_has_what_becomes_of_it(tracker: Tracker, sample_path: Path, form: Path) -> None:
    first = filled(form, "a.xlsx")
    imported(tracker, sample_path, first)
    paths = [first, filled(form, "b.xlsx", 1), filled(form, "c.xlsx", 0, answer=1), form]
    found = imported(tracker, sample_path, "--dry-run", "--json", *paths).json
    assert [each["outcome"] for each in found] == ["same", "new", "refused", "refused"]
    assert found[1].keys() >= {"file", "said", "group", "agency", "rater", "answered", "asked", "assessment_id"}
    assert (found[1]["answered"], found[1]["asked"]) == (24, 24)


def test_only_the_forms_of_one_group_are_taken_if_asked(tracker: Tracker, sample_path: Path, form: Path) -> None:
    ran = imported(tracker, sample_path, "--group", "AUT", filled(form, "a.xlsx"))
    assert ran.status == 1
    assert "of another group" in ran.err
