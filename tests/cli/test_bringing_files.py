"""`tracker log-template`, `tracker log-import` and `tracker bring-in`, on a real office."""

from pathlib import Path

import openpyxl
import pytest

from tests.cli.conftest import Tracker
from tests.models.log_office import PROMISE, USUAL
from tracker.models.log_columns import FORM_COLUMNS
from tracker.models.records import Commitment, Departure, LoggedRow, Meeting
from tracker.store.office import Office
from tracker.store.setting import Setting

PLACES = {column.value: place for place, column in enumerate(FORM_COLUMNS, start=1)}


@pytest.fixture
def log(tracker: Tracker, sample_path: Path, tmp_path: Path) -> Path:
    """A log of the sample office with two rows filled in."""
    path = tmp_path / "log.xlsx"
    ran = tracker("log-template", sample_path, "--out", path)
    assert (ran.status, ran.err) == (0, "")
    fill(path, 5, USUAL)
    fill(path, 6, USUAL | PROMISE)
    return path


def fill(path: Path, number: int, row: dict[str, object]) -> None:
    book = openpyxl.load_workbook(path)
    for name, value in row.items():
        book["Log"].cell(number, PLACES[name]).value = value
    book.save(path)


def counts(path: Path, setting: Setting) -> tuple[int, ...]:
    office = Office.read(path, setting)
    try:
        snapshot = office.snapshot()
        return tuple(len(snapshot.of(kind)) for kind in (Meeting, Commitment, LoggedRow, Departure))
    finally:
        office.close()


def test_a_log_goes_out_comes_back_twice_and_is_undone(
    tracker: Tracker, sample_path: Path, log: Path, setting: Setting
) -> None:
    before = counts(sample_path, setting)
    dry = tracker("log-import", sample_path, log, "--dry-run", "--json")
    assert (dry.status, dry.json["words"], dry.json["kept"]) == (0, "2 rows: 2 new, none rejected", False)
    assert counts(sample_path, setting) == before
    assert tracker("log-import", sample_path, log).status == 0
    after = counts(sample_path, setting)
    assert after[:2] == (before[0] + 1, before[1] + 1)
    again = tracker("log-import", sample_path, log)
    assert "2 rows: 2 the same, none rejected. Nothing was kept." in again.out
    assert counts(sample_path, setting) == after
    office = Office.open(sample_path, setting)
    assert office.undo_name == "read a log, entered by Aroha Example"
    office.undo()
    office.close()
    assert counts(sample_path, setting) == before
    assert "2 rows: 2 new" in tracker("log-import", sample_path, log).out


def test_a_rejected_row_keeps_all_out_and_brings_a_marked_copy(
    tracker: Tracker, sample_path: Path, log: Path, setting: Setting
) -> None:
    fill(log, 7, USUAL | {"group": "ICN"})
    before = counts(sample_path, setting)
    ran = tracker("log-import", sample_path, log)
    assert ran.status == 1
    assert "row 7: Group “ICN” is no group of this office. Write ICM" in ran.err
    assert counts(sample_path, setting) == before
    marked = openpyxl.load_workbook(log.with_name("log_checked.xlsx"))["Log"]
    assert marked.cell(7, marked.max_column).value.startswith("Rejected. Group “ICN”")


def test_the_form_that_left_is_in_the_register(
    tracker: Tracker, sample_path: Path, log: Path, setting: Setting
) -> None:
    office = Office.read(sample_path, setting)
    left = office.snapshot().of(Departure)[-1]
    office.close()
    assert left.what.startswith("Log form, ")
    assert (left.rows, left.file_name, len(left.file_sha256)) == (500, "log.xlsx", 64)


def test_what_is_no_log_is_said_in_a_sentence(tracker: Tracker, sample_path: Path, tmp_path: Path) -> None:
    ran = tracker("log-import", sample_path, tmp_path / "none.xlsx")
    assert (ran.status, ran.out) == (1, "")
    assert ran.err == "tracker: There is no such file: look at its name.\n"
    assert tracker("log-template", sample_path, "--out", tmp_path / "log.txt").status == 1


def test_a_list_is_tried_brought_in_and_known_again(tracker: Tracker, sample_path: Path, tmp_path: Path) -> None:
    path = tmp_path / "agencies.csv"
    path.write_text("Body,Acronym\nYouthline Example,YLX\n", encoding="utf-8")
    words = ("--map", "Body=name", "--all", "sector=Community or whānau")
    dry = tracker("bring-in", sample_path, "agencies", path, *words, "--dry-run", "--json")
    assert dry.json["words"] == "1 row: 1 new, none here already, none rejected"
    assert tracker("bring-in", sample_path, "agencies", path, *words).status == 0
    assert "YLX" in tracker("list", sample_path, "agencies").out
    assert "1 here already" in tracker("bring-in", sample_path, "agencies", path, *words).out


def test_a_column_that_is_not_there_is_named(tracker: Tracker, sample_path: Path, tmp_path: Path) -> None:
    path = tmp_path / "agencies.csv"
    path.write_text("Body,Acronym\nYouthline Example,YLX\n", encoding="utf-8")
    ran = tracker("bring-in", sample_path, "agencies", path, "--map", "Boody=name")
    assert "There is no column “Boody”; there are: Body, Acronym." in ran.err
    assert "Say which column is “Name” and “Sector”" in tracker("bring-in", sample_path, "agencies", path).err
