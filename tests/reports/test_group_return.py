"""R1, the group return: its cells against a golden text, and the figures that must be right."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.builders import a_mapping, a_person, a_result, an_agency, an_id, some_evidence
from tests.reports.conftest import Maker
from tracker.models.mistake import Mistake
from tracker.models.period import Period
from tracker.models.records import Commitment, DueChange, Reading
from tracker.models.records.record import Sensitivity
from tracker.models.records.result import CountBasis

GOLDEN = Path(__file__).parent / "golden" / "group_return.txt"
Cells = Callable[[str], list[list[Any]]]


def cells_as_text(path: Path) -> str:
    """Every cell of a workbook, a line each; ids are numbered as they first appear."""
    formulas = openpyxl.load_workbook(path, read_only=True)
    values = openpyxl.load_workbook(path, read_only=True, data_only=True)
    lines = []
    for sheet in formulas.worksheets:
        shown = {cell.coordinate: cell.value for row in values[sheet.title].iter_rows() for cell in row if _full(cell)}
        for cell in (cell for row in sheet.iter_rows() for cell in row if _full(cell)):
            worked = f" -> {shown.get(cell.coordinate, '')!r}" if cell.data_type == "f" else ""
            lines.append(f"{sheet.title}!{cell.coordinate} {cell.value!r}{worked}")
    text = re.sub(r"\b[0-9a-f]{64}\b", "(checksum)", "\n".join(lines))
    ids: dict[str, str] = {}
    return re.sub(
        r"\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b", lambda m: ids.setdefault(m[0], f"id{len(ids)}"), text
    )


def _full(cell: Any) -> bool:
    return cell.value is not None


def test_every_cell_is_as_in_the_golden_text(small_group: Maker, request: pytest.FixtureRequest) -> None:
    told = cells_as_text(small_group.write().path) + "\n"
    if not GOLDEN.exists():
        GOLDEN.write_text(told, encoding="utf-8")
        pytest.fail("The golden text was not there: it has been written, so read it and run again.")
    assert told == GOLDEN.read_text(encoding="utf-8")


def test_the_worked_example_of_twelve_tamariki_is_right_to_the_figure(sheet_cells: Cells) -> None:
    (_, *figures) = next(row for row in sheet_cells("Share_check") if row[1] == 12)
    assert figures[:8] == [12, 5, 60, 12, 1, 0, 5, "OK"]
    apportioned = [(row[20], row[19]) for row in sheet_cells("Mappings")]
    assert apportioned == [("EDU", 6), ("OT", 2.4), ("MSD", 1.8), ("POL", 1.2), ("HUD", None), ("MSD", 0.6)]


def test_the_other_two_worked_examples_are_right_to_the_figure(maker: Maker) -> None:
    guedo = a_result(maker.group, 4, unit="agencies", count_basis=CountBasis.ORGANISATIONS, name="GUEDO")
    nmcc = a_result(maker.group, 1, unit="system", count_basis=CountBasis.DOCUMENTS, name="NMCC")
    eight = [an_agency(f"A{number}") for number in range(8)]
    maker.keep(guedo, nmcc, *eight, *(a_mapping(guedo, agency) for agency in eight))
    maker.keep(*(a_mapping(nmcc, agency, share) for agency, share in zip(eight, (4000, 3500, 1500), strict=False)))
    book = openpyxl.load_workbook(maker.write().path, read_only=True, data_only=True)
    rows = {row[10]: list(row[1:8]) for row in book["Share_check"].iter_rows(5, values_only=True)}
    assert rows == {"GUEDO": [4, 8, 32, 4, 0, None, 8], "NMCC": [1, 3, 3, 1, 0.9, 0.1, 3]}


def test_an_agency_with_two_lines_is_first_once(sheet_cells: Cells) -> None:
    firsts = [row[18] for row in sheet_cells("Mappings") if row[20] == "MSD"]
    assert firsts == [1, 0]


def test_a_count_of_three_whanau_is_on_no_sheet(small_group: Maker, sheet_cells: Cells) -> None:
    (row,) = [row for row in sheet_cells("Results") if row[5] == "whānau"]
    assert (row[7], row[16]) == ("fewer than 6", 1)
    summary = {row[0]: (row[1], row[2], row[7]) for row in sheet_cells("Summary")}
    assert summary["whānau"] == (1, "withheld", 1)
    for name in ("Share_check", "Mappings", "Metadata"):
        assert all(cell != 3 for row in sheet_cells(name) for cell in row if row[0] != "rows.Outcomes")


@pytest.mark.parametrize("unit", ["tamariki", "young people", "Whānau", "families/whanau", "households"])
def test_people_are_counted_by_their_unit_too(maker: Maker, unit: str) -> None:
    maker.keep(a_result(maker.group, 5, unit=unit, count_basis=CountBasis.EVENTS))
    (line,) = [line for line in maker.prepare().preview.stays if "fewer than 6" in line.why]
    assert line.count == 1


def test_five_of_something_else_is_told(maker: Maker) -> None:
    maker.keep(a_result(maker.group, 5, unit="meetings", count_basis=CountBasis.EVENTS))
    book = openpyxl.load_workbook(maker.write().path, read_only=True, data_only=True)
    assert book["Results"]["H5"].value == 5


def test_of_a_restricted_result_the_title_leaves_and_nothing_else(sheet_cells: Cells) -> None:
    (row,) = [row for row in sheet_cells("Results") if row[2] == "A hard week"]
    assert [cell for cell in row[1:] if cell is not None] == ["A hard week", "Restricted"]


def test_a_restricted_result_stands_last_so_that_its_place_does_not_tell_its_date(maker: Maker) -> None:
    first = a_result(maker.group, name="A hard week", on=date(2008, 4, 2), sensitivity=Sensitivity.RESTRICTED)
    maker.keep(first, a_result(maker.group, 12, on=date(2008, 6, 4)))
    book = openpyxl.load_workbook(maker.write().path, read_only=True, data_only=True)
    assert [row[2] for row in book["Results"].iter_rows(5, values_only=True)][-1] == "A hard week"


def test_the_cover_has_the_day_on_the_offices_own_calendar(maker: Maker) -> None:
    (cover, *_) = maker.prepare(made_at=datetime(2008, 6, 30, 22, tzinfo=UTC)).book.sheets
    assert dict(row[:2] for row in cover.rows)["Made on"] == date(2008, 7, 1)


def test_evidence_in_confidence_makes_the_return_in_confidence(maker: Maker) -> None:
    result = a_result(maker.group, 12, sensitivity=Sensitivity.OPEN)
    maker.keep(result, some_evidence(result, sensitivity=Sensitivity.IN_CONFIDENCE))
    assert maker.prepare().heading.sensitivity is Sensitivity.IN_CONFIDENCE


def test_nothing_that_must_stay_is_anywhere_in_the_file(small_group: Maker) -> None:
    small_group.keep(Reading(id="r", group_id=small_group.group.id, rater="A rater of power"))
    text = cells_as_text(small_group.write().path)
    for secret in ("Not to be told", "Aroha Example", "A rater of power"):
        assert secret not in text
    assert "Service manager, Ministry of Education" in text


def test_withdrawn_results_and_disputed_claims_are_named_on_checks_alone(sheet_cells: Cells) -> None:
    assert all("Counted in error" not in row for row in sheet_cells("Results"))
    items = {row[0]: row[5] for row in sheet_cells("Checks") if row[2] == "warning"}
    assert items["withdrawn_result"] == "Counted in error"
    assert items["not_live"] == "=Not so"


def test_commitments_name_no_agency_and_show_their_standing(sheet_cells: Cells) -> None:
    rows = [(row[0], row[3]) for row in sheet_cells("Commitments")]
    assert rows == [("Bring the list", "Overdue"), ("One form", "Kept")]


def test_a_promise_stands_as_it_stood_on_the_last_day_of_the_period(maker: Maker) -> None:
    promise = Commitment(id=an_id(), group_id=maker.group.id, text="One form", made_on=date(2007, 11, 1))
    promise = replace(promise, due=date(2008, 5, 1), kept_on=date(2008, 4, 20))
    change = DueChange(id=an_id(), commitment_id=promise.id, on=date(2008, 2, 1), due_before=date(2007, 12, 1))
    maker.keep(promise, replace(change, due_after=date(2008, 5, 1)))
    book = maker.prepare(period=Period(2008, 2)).book
    (sheet,) = [sheet for sheet in book.sheets if sheet.name == "Commitments"]
    assert sheet.rows == (("One form", date(2007, 11, 1), date(2007, 12, 1), "Overdue", None),)


def test_a_nil_return_is_whole_and_says_so(maker: Maker) -> None:
    book = openpyxl.load_workbook(maker.write().path, read_only=True, data_only=True)
    assert book["Results"]["A5"].value == "Nothing in this period"
    keys = dict(row[:2] for row in book["Metadata"].iter_rows(5, values_only=True))
    assert (keys["rows.Results"], keys["total.results"]) == (0, 0)


def test_a_restricted_group_has_no_return(maker: Maker) -> None:
    maker.group = replace(maker.group, sensitivity=Sensitivity.RESTRICTED)
    with pytest.raises(Mistake, match="restricted to this office"):
        maker.prepare()


def test_the_same_records_give_the_same_bytes(small_group: Maker) -> None:
    first, second = (small_group.prepare(return_id="r") for _ in range(2))
    assert first.checksum == second.checksum
    assert small_group.write(first).file_sha256 == small_group.write(second).file_sha256


def test_a_text_with_a_persons_name_is_asked_about(small_group: Maker) -> None:
    small_group.keep(a_person(an_agency("X"), name="Hone Example", post="Adviser"))
    small_group.keep(a_result(small_group.group, name="Hone Example opened the door"))
    assert "no_names" in {each.check_id for each in small_group.prepare().checks if each.severity == "query"}
