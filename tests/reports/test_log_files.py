"""The log as a workbook: written, filled in by Excel's and LibreOffice's means, read back, and marked."""

import shutil
import time
import zipfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from tests.builders import a_meeting, an_id
from tests.models.log_office import EVERYTHING, GROUP, POL, PROMISE, SERGEANT, TODAY, USUAL, VICTORY, an_open_office
from tests.reports.test_recalculation import SOFFICE, saved_again
from tracker.models.log_columns import FORM_COLUMNS, LogColumn
from tracker.models.log_import import LogImport, plan_import
from tracker.models.mistake import Mistake
from tracker.models.records import Commitment, Decision, Group, Meeting
from tracker.models.records.record import Sensitivity
from tracker.models.snapshot import snapshot_of
from tracker.reports.log_marking import checked_path, save_checked
from tracker.reports.log_reading import read_log
from tracker.reports.log_template import prepare_template, write_log
from tracker.reports.meeting_as_log import prepare_meeting

MADE_AT = datetime(2008, 6, 30, 9, 0, tzinfo=UTC)
Sheet = Any
# Where the rows begin, and the column of each part in a log as it was given out.
FIRST = 5
PLACES = {column.value: place for place, column in enumerate(FORM_COLUMNS, start=1)}


@pytest.fixture
def form(tmp_path: Path) -> Path:
    """A log as it is given out."""
    path = tmp_path / "log.xlsx"
    write_log(prepare_template(an_open_office(), "T1", MADE_AT), path)
    return path


@pytest.fixture
def filled(form: Path) -> Callable[..., Path]:
    """`filled(row, row, change=…)`: fills rows in, as a person does in a spreadsheet, and saves."""

    def fill(*rows: dict[str, Any], change: Callable[[Any, Sheet], object] | None = None) -> Path:
        book = openpyxl.load_workbook(form)
        sheet = book["Log"]
        for number, row in enumerate(rows, start=FIRST):
            for name, value in (USUAL | row).items():
                cell = sheet.cell(number, PLACES[name])
                cell.value = value
                if isinstance(value, str) and value.startswith("=") and not value.startswith("=="):
                    cell.data_type = "s"
        if change:
            change(book, sheet)
        book.save(form)
        return form

    return fill


def planned(path: Path) -> LogImport:
    return plan_import(an_open_office(), read_log(path), an_id)


def notes(path: Path) -> str:
    plan = planned(path)
    return " | ".join((*plan.log.notes, *(note for row in plan.rows for note in row.notes)))


def test_the_form_has_its_sheets_its_columns_and_five_hundred_rows(form: Path) -> None:
    book = openpyxl.load_workbook(form)
    assert book.sheetnames == ["Read_me", "Log", "Lists", "Metadata"]
    sheet = book["Log"]
    headings = [cell.value.removesuffix(" *") for cell in sheet[4]]
    assert headings == [column.label for column in FORM_COLUMNS]
    assert (sheet["A5"].value, sheet["A504"].value, sheet.max_row) == ("L001", "L500", 504)
    assert str(sheet["A2"].value).startswith("One row = one thing that happened or was agreed")
    told = {row[0]: row[1] for row in book["Metadata"].iter_rows(FIRST, values_only=True)}
    assert told["schema_id"] == "nz.partnership-tracker.template.outcome-log"
    assert (told["office_id"], told["template_id"], told["group_codes"]) == ("AKL", "T1", "ICM; SEMO")
    worked = " ".join(str(cell.value) for row in book["Read_me"] for cell in row if cell.value)
    assert "Papakura" in worked
    assert sum(str(row[0].value or "")[:2].strip(".").isdigit() for row in book["Read_me"]) == 10


def test_its_lists_stand_behind_names_without_a_blank_and_prompts_are_short_enough(form: Path) -> None:
    book = openpyxl.load_workbook(form)
    rules = {next(iter(rule.sqref.ranges)).min_col: rule for rule in book["Log"].data_validations.dataValidation}
    for name in ("group", "agency", "member", "kind", "state", "unit", "better_off", "strength", "sensitivity"):
        sheet_name, _, span = book.defined_names[f"lst_{name}"].attr_text.partition("!")
        assert all(cell.value for row in book[sheet_name][span.replace("$", "")] for cell in row), name
    assert rules[PLACES["kind"]].formula1 == "lst_kind"
    assert rules[PLACES["meeting_date"]].formula2 == "TODAY()+1"
    assert rules[PLACES["due_date"]].formula1 == f"$B{FIRST}"
    assert rules[PLACES["chaired_by"]].showErrorMessage is False
    for rule in rules.values():
        assert len(rule.prompt or "") <= 255
        assert len(rule.error or "") <= 224
        assert max(len(rule.promptTitle or ""), len(rule.errorTitle or "")) <= 32
    assert not book["Log"].merged_cells.ranges
    assert not book["Log"].auto_filter.ref


def test_what_is_restricted_is_on_no_list(tmp_path: Path) -> None:
    secret = Group(id="g", name="Hidden", code="HID", started_on=date(2007, 1, 1), sensitivity=Sensitivity.RESTRICTED)
    prepared = prepare_template(an_open_office(secret), "T1", MADE_AT)
    assert "HID" not in prepared.book.lists["group"]
    assert prepared.stays == 1


def test_a_filled_log_reads_with_typed_days_and_days_of_the_sheet(filled: Callable[..., Path]) -> None:
    path = filled({}, PROMISE, VICTORY, {"meeting_date": "12/06/2008"}, {"meeting_date": datetime(2008, 6, 12)})  # noqa: DTZ001
    plan = planned(path)
    assert plan.words == "5 rows: 5 new, none rejected"
    assert sum(isinstance(record, Meeting) for record in plan.saves) == 1


def test_text_that_begins_like_a_formula_is_text(filled: Callable[..., Path]) -> None:
    texts = ["=we agreed on one plan", "+64 is no number", "-not so fast", "@all of them"]
    plan = planned(filled(*({"what_happened": text} for text in texts)))
    assert [record.text for record in plan.saves if isinstance(record, Decision)] == texts


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.timeout(180)
def test_a_log_saved_by_libreoffice_reads_the_same(filled: Callable[..., Path], tmp_path: Path) -> None:
    path = filled({"what_happened": "=as text"}, PROMISE, VICTORY, {"meeting_date": "12/06/2008", "line_code": "00117"})
    again = saved_again(path, tmp_path)
    ours, theirs = read_log(path), read_log(again)
    assert theirs.facts == ours.facts
    assert [line.cells for line in theirs.lines if line.filled] == [line.cells for line in ours.lines if line.filled]
    names = openpyxl.load_workbook(again).defined_names
    assert "lst_kind" in names
    rules = openpyxl.load_workbook(again)["Log"].data_validations.dataValidation
    assert any(rule.formula1 == "lst_group" for rule in rules)


def test_a_moved_column_is_found_by_its_heading(filled: Callable[..., Path]) -> None:
    def move(book: Any, sheet: Sheet) -> None:
        for row in range(4, 505):
            sheet.cell(row, 30).value, sheet.cell(row, 2).value = sheet.cell(row, 2).value, None

    assert planned(filled({}, change=move)).words == "1 row: 1 new, none rejected"


def put(place: str, value: object) -> Callable[[Any, Sheet], None]:
    def change(book: Any, sheet: Sheet) -> None:
        sheet[place] = value

    return change


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (
            put("B4", "Date of meeting"),
            "The column “Meeting date” is missing or was renamed .is it “Date of meeting”..",
        ),
        (put("G4", None), "The column “Kind” is missing or was renamed: put its heading back"),
        (put("A4", None), "The column “Row ref” is missing"),
        (put("D4", "Group"), "The column “Group” stands there twice"),
        (lambda book, sheet: sheet.merge_cells("C4:D4"), "The headings in C4:D4 are merged"),
        (lambda book, sheet: book.remove(book["Metadata"]), "no log of ours"),
        (lambda book, sheet: book.remove(sheet), "The sheet “Log” is missing"),
        (lambda book, sheet: book["Metadata"].__setitem__("B5", "nz.partnership-tracker.return.group"), "is no log"),
        (lambda book, sheet: book["Metadata"].__setitem__("B6", "2.0"), "newer Partnership Tracker"),
        (lambda book, sheet: book["Metadata"].__setitem__("B11", None), "was changed since it was given out"),
        (lambda book, sheet: sheet.cell(6000, 1, "x"), "more than 5,000 rows"),
    ],
)
def test_a_log_whose_columns_cannot_be_told_is_refused(
    filled: Callable[..., Path], change: Callable[[Any, Sheet], object], why: str
) -> None:
    with pytest.raises(Mistake, match=why):
        read_log(filled({}, change=change))


def test_odd_things_about_the_file_are_said(filled: Callable[..., Path]) -> None:
    def change(book: Any, sheet: Sheet) -> None:
        sheet["T4"] = None
        sheet["X4"] = "My own notes"
        sheet.row_dimensions[5].hidden = True
        sheet.column_dimensions["D"].hidden = True
        sheet.sheet_state = "hidden"

    told = notes(filled({}, change=change))
    assert "The column “Evidence” is missing: it is read as empty." in told
    assert "The column “My own notes” is none of the log's, and is left out." in told
    assert "The sheet of the log was hidden" in told
    assert "Hidden, and read all the same: Meeting place." in told
    assert "The row was hidden." in told


def test_a_merged_cell_is_rejected_with_its_span(filled: Callable[..., Path]) -> None:
    path = filled({}, {}, change=lambda book, sheet: sheet.merge_cells("H5:H6"))
    assert "is merged with other cells. Unmerge H5:H6, and fill in each." in notes(path)
    assert planned(path).rejected == 2


def test_a_formula_is_flagged_and_one_without_a_value_is_rejected(filled: Callable[..., Path]) -> None:
    path = filled({}, change=put("H5", '="One plan"&" for all"'))
    assert "is a formula without a value. Type the value itself." in notes(path)


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.timeout(180)
def test_a_formula_with_a_value_is_read_and_said(filled: Callable[..., Path], tmp_path: Path) -> None:
    again = saved_again(filled({}, change=put("H5", '="One plan"&" for all"')), tmp_path)
    assert "What happened is a formula: its value now, One plan for all, was read." in notes(again)
    assert planned(again).rejected == 0


def test_what_a_broken_formula_left_is_rejected(filled: Callable[..., Path]) -> None:
    assert "is what a formula left behind" in notes(filled({}, change=put("H5", "#REF!")))


def test_days_counted_from_1904_are_read_as_the_days_they_are(filled: Callable[..., Path]) -> None:
    def since_1904(book: Any, sheet: Sheet) -> None:
        book.epoch = CALENDAR_MAC_1904
        sheet["B6"] = 38_149
        sheet["B6"].number_format = "General"

    path = filled({}, {}, change=since_1904)
    plan = planned(path)
    assert [row.outcome.value for row in plan.rows] == ["new", "rejected"]
    assert "is the number 38149 and not a date. If it is 12 Jun 2008, type that." in notes(path)


def no_log(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def test_what_is_no_workbook_is_told_by_its_content(tmp_path: Path, form: Path) -> None:
    cases = {
        b"": "no Excel workbook",
        b"row_ref,meeting_date\n": "no Excel workbook",
        b"\xd0\xcf\x11\xe0" + bytes(600): "password, or is of an Excel before 2007",
        form.read_bytes()[:2000]: "damaged",
    }
    for content, why in cases.items():
        with pytest.raises(Mistake, match=why):
            read_log(no_log(tmp_path / "x.xlsx", content))
    with pytest.raises(Mistake, match="no such file"):
        read_log(tmp_path / "nowhere.xlsx")
    with pytest.raises(Mistake, match="folder"):
        read_log(tmp_path)


def with_part(form: Path, name: str, content: bytes) -> Path:
    with zipfile.ZipFile(form, "a", zipfile.ZIP_DEFLATED) as whole:
        whole.writestr(name, content)
    return form


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("xl/vbaProject.bin", b"x", "macros"),
        ("xl/externalLinks/externalLink1.xml", b"<x/>", "links to other files"),
        ("../evil.xml", b"x", "outside it"),
        ("xl/worksheets/sheet9.xml", b"<row " * 120_000, "far larger than any log"),
        ("xl/big.xml", bytes(250_000_000), "far larger than any log"),
    ],
)
def test_a_bomb_or_a_trick_is_refused_before_it_is_opened(form: Path, name: str, content: bytes, why: str) -> None:
    began = time.monotonic()
    with pytest.raises(Mistake, match=why):
        read_log(with_part(form, name, content))
    assert time.monotonic() - began < 5


def test_the_marked_copy_says_beside_each_row_what_is_wrong_and_can_be_put_right(filled: Callable[..., Path]) -> None:
    path = filled({}, PROMISE | {"due_date": "1/7/08", "what_happened": "=bring it"}, {"group": "XXX"})
    plan = planned(path)
    to = checked_path(path)
    save_checked(path, plan.rows, to)
    assert to.name == "log_checked.xlsx"
    sheet = openpyxl.load_workbook(to)["Log"]
    place = sheet.max_column
    assert [sheet.cell(row, place).value is None for row in (4, 5, 6, 7)] == [False, True, False, False]
    assert sheet.cell(4, place).value == "Problem"
    assert sheet.cell(6, place).value.startswith("Rejected. Due date “1/7/08” has a year of two digits.")
    assert sheet.data_validations.dataValidation
    book = openpyxl.load_workbook(to)
    book["Log"].cell(6, PLACES["due_date"]).value = "1/7/2008"
    book["Log"].cell(7, PLACES["group"]).value = "ICM"
    book.save(to)
    again = planned(to)
    assert again.words == "3 rows: 3 new, none rejected"
    save_checked(to, again.rows, checked_path(to))
    assert openpyxl.load_workbook(checked_path(to))["Log"].max_column == place


def test_the_same_file_twice_is_a_no_op(filled: Callable[..., Path]) -> None:
    path = filled({}, PROMISE, VICTORY)
    first = planned(path)
    after = snapshot_of(TODAY, [*EVERYTHING, *first.saves])
    again = plan_import(after, read_log(path), an_id)
    assert again.words == "3 rows: 3 the same, none rejected"
    assert not again.changes_anything


def test_five_hundred_rows_are_read_within_a_breath(filled: Callable[..., Path]) -> None:
    path = filled(*(PROMISE | {"what_happened": f"Promise number {number}"} for number in range(500)))
    began = time.monotonic()
    plan = planned(path)
    assert plan.words == "500 rows: 500 new, none rejected"
    assert time.monotonic() - began < 10


def a_told_meeting() -> tuple[Any, ...]:
    meeting = a_meeting(GROUP, on=date(2008, 6, 12), chair_id=SERGEANT.id)
    told = {"group_id": GROUP.id, "meeting_id": meeting.id}
    promise = Commitment(
        id=an_id(),
        text="Ring first",
        made_on=meeting.on,
        to="the school",
        agency_id=POL.id,
        person_id=SERGEANT.id,
        **told,
    )
    hidden = Decision(id=an_id(), text="A hard word", on=meeting.on, sensitivity=Sensitivity.RESTRICTED, **told)
    return meeting, promise, Decision(id=an_id(), text="OK", on=meeting.on, **told), hidden


def test_a_meeting_goes_as_a_log_into_an_office_that_does_not_have_it(tmp_path: Path) -> None:
    meeting, *said = a_told_meeting()
    prepared = prepare_meeting(an_open_office(meeting, *said), meeting.id, MADE_AT, "Mere")
    write_log(prepared, tmp_path / "m.xlsx")
    assert (prepared.rows, prepared.stays) == (2, 1)
    plan = planned(tmp_path / "m.xlsx")
    assert plan.words == "2 rows: 2 new, none rejected"
    (kept,) = [record for record in plan.saves if isinstance(record, Meeting)]
    assert (kept.on, kept.chair_id) == (meeting.on, SERGEANT.id)
    (promise,) = [record for record in plan.saves if isinstance(record, Commitment)]
    assert (promise.text, promise.to, promise.due, promise.person_id) == ("Ring first", "the school", None, SERGEANT.id)


def test_a_meeting_read_into_the_file_it_came_from_changes_nothing(tmp_path: Path) -> None:
    meeting, *said = a_told_meeting()
    here = an_open_office(meeting, *said)
    write_log(prepare_meeting(here, meeting.id, MADE_AT, "Mere"), tmp_path / "m.xlsx")
    plan = plan_import(here, read_log(tmp_path / "m.xlsx"), an_id)
    assert plan.words == "2 rows: 2 the same, none rejected"
    assert not plan.changes_anything


def test_a_restricted_or_an_empty_meeting_cannot_leave() -> None:
    restricted = a_meeting(GROUP, sensitivity=Sensitivity.RESTRICTED)
    with pytest.raises(Mistake, match="restricted to this office"):
        prepare_meeting(an_open_office(restricted), restricted.id, MADE_AT, "Mere")
    empty = a_meeting(GROUP)
    with pytest.raises(Mistake, match="Nothing was said"):
        prepare_meeting(an_open_office(empty), empty.id, MADE_AT, "Mere")


@pytest.mark.parametrize("code", ["..\\..\\evil", "CON", "x" * 300, "ends."])
def test_the_name_of_the_file_is_safe_whatever_the_office_is_called(code: str) -> None:
    from tests.builders import an_office

    others = [record for record in EVERYTHING if record.table != "office"]
    name = prepare_template(snapshot_of(TODAY, [an_office(code=code), *others]), "T1", MADE_AT).file_name
    assert not set(name) & set('\\/:*?"<>|')
    assert len(name) < 100
    assert Path(name).name == name


def test_copies_are_left_as_they_were(filled: Callable[..., Path], tmp_path: Path) -> None:
    path = filled({"group": "XXX"})
    shutil.copy(path, tmp_path / "before.xlsx")
    plan = planned(path)
    save_checked(path, plan.rows, checked_path(path))
    assert path.read_bytes() == (tmp_path / "before.xlsx").read_bytes()


def test_columns_by_name_or_by_heading_are_the_same() -> None:
    assert {column.value.replace("_", " ") for column in LogColumn} == {column.label.casefold() for column in LogColumn}
