"""R3, the regional return: its cells against a golden text, and the figures that must be right."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from tests.builders import a_group, a_mapping, a_person, a_result, an_agency, an_id
from tests.reports.agency_office import rows
from tests.reports.conftest import Maker
from tests.reports.region_office import prepared, with_second_group, written
from tests.reports.test_group_return import cells_as_text
from tracker.models.period import Period
from tracker.models.records import Barrier, Lesson
from tracker.models.records.record import Sensitivity
from tracker.models.records.result import CountBasis, ResultState
from tracker.models.records.risk import BarrierKind
from tracker.reports.checksum import saved_checksum

GOLDEN = Path(__file__).parent / "golden" / "region_return.txt"


def totals(maker: Maker) -> dict[tuple[str, str], dict[str, Any]]:
    """The rows of Region_totals by unit and level."""
    return {(row["Unit"], row["Level"]): row for row in rows(prepared(maker), "Region_totals")}


def test_every_cell_is_as_in_the_golden_text(small_group: Maker, request: pytest.FixtureRequest) -> None:
    with_second_group(small_group)
    told = cells_as_text(written(small_group).path) + "\n"
    if not GOLDEN.exists():
        GOLDEN.write_text(told, encoding="utf-8")
        pytest.fail("The golden text was not there: it has been written, so read it and run again.")
    assert told == GOLDEN.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("agencies", "value", "told"),
    [(8, 4, (4, 32, 8)), (3, 1, (1, 3, 3)), (5, 12, (12, 60, 5))],
)
def test_the_worked_examples_come_to_their_figures(
    maker: Maker, agencies: int, value: int, told: tuple[int, ...]
) -> None:
    shared = {"unit": "agencies", "count_basis": CountBasis.ORGANISATIONS}
    result = a_result(maker.group, value, **shared)
    maker.keep(result, *(record for place in range(agencies) for record in _claim(result, f"A{place}")))
    row = totals(maker)["agencies", "Result for people"]
    assert (row["Counted once"], row["Contributed sum"], row["Overlap factor"]) == told


def _claim(result: Any, code: str) -> tuple[Any, Any]:
    agency = an_agency(code)
    return agency, a_mapping(result, agency)


def test_groups_stand_by_name_and_not_by_what_they_did(small_group: Maker) -> None:
    with_second_group(small_group)
    told = [(row["Group"], row["Results in period"]) for row in rows(prepared(small_group), "Portfolio")]
    assert told == [("Attendance Circle", 3), ("Case Management, Papakura", 4)]


def test_levels_are_kept_apart_and_people_of_two_groups_may_be_the_same(small_group: Maker) -> None:
    with_second_group(small_group)
    found = totals(small_group)
    people = found["people", "Result for people"]
    assert (people["Counted once"], people["May repeat people (Y/N)"], people["Overlap factor"]) == (
        42,
        "Y",
        Decimal(90) / 42,
    )
    assert (found["hours", "Activity"]["Counted once"], found["hours", "Activity"]["May repeat people (Y/N)"]) == (
        40,
        "N",
    )


def test_what_another_office_reports_first_is_told_and_not_counted(maker: Maker) -> None:
    maker.keep(a_result(maker.group, 12), a_result(maker.group, 30, primary_reporter="WLG"))
    assert totals(maker)["people", "Result for people"]["Counted once"] == 12
    assert [row["Counted here (0/1)"] for row in rows(prepared(maker), "Results")] == [1, 0]


def test_a_count_of_three_whanau_is_on_no_sheet(maker: Maker) -> None:
    maker.keep(a_result(maker.group, 3, unit="whānau", count_basis=CountBasis.WHANAU, name="Homes made warm"))
    made = prepared(maker)
    (row,) = rows(made, "Region_totals")
    assert (row["Counted once"], row["Contributed sum"], row["Overlap factor"]) == ("withheld", "withheld", "")
    assert (row["Results"], row["Values withheld"]) == (1, 1)
    assert all(
        3 not in told.values() for name in ("Results", "Region_totals", "Portfolio") for told in rows(made, name)
    )


def test_of_what_is_restricted_not_even_a_title_leaves(maker: Maker) -> None:
    hidden = {"sensitivity": Sensitivity.RESTRICTED}
    shy = an_agency("SHY", name="An agency that is not named", **hidden)
    told = a_result(maker.group, 12)
    lesson = Lesson(id=an_id(), group_id=maker.group.id, on=date(2008, 5, 1), text="A lesson to keep", **hidden)
    barrier = {"group_id": maker.group.id, "text": "A quarrel", "kind": BarrierKind.MANDATE, "since": date(2008, 5, 1)}
    maker.keep(shy, told, a_mapping(told, shy), lesson, Barrier(id=an_id(), **barrier, **hidden))
    maker.keep(a_result(maker.group, 12, name="A hard week", **hidden), a_group(name="A group in hiding", **hidden))
    made = written(maker)
    text = cells_as_text(made.path)
    assert not [
        words for words in ("A hard week", "in hiding", "A lesson to keep", "A quarrel", "not named\t") if words in text
    ]
    assert "one that is not named here" in text
    assert [line.count for line in made.prepared.preview.stays if line.why.startswith("restricted")] == [1, 1, 1, 1]


def test_the_same_barrier_of_two_groups_is_one_row_and_a_settled_one_is_none(small_group: Maker) -> None:
    with_second_group(small_group)
    (row,) = rows(prepared(small_group), "Barriers")
    assert (row["Groups"], row["Asked of"], row["State"]) == (
        "Attendance Circle; Case Management, Papakura",
        "The Privacy Commissioner",
        "Asked above",
    )


def test_an_agency_is_core_or_supporting_in_a_result_and_its_meetings_are_counted(small_group: Maker) -> None:
    group = with_second_group(small_group)
    found = [row for row in rows(prepared(small_group), "Agency_presence") if row["Group id"] == group.id]
    assert [(row["Meetings"], row["Results core"], row["Results supporting"]) for row in found] == [(1, 1, 0)]


def test_the_portfolio_tells_phase_members_promises_and_support_wanted(small_group: Maker) -> None:
    with_second_group(small_group)
    second, first = rows(prepared(small_group), "Portfolio")
    assert (first["Phase"], first["Members"], first["Open actions"]) == ("Functioning", 5, 1)
    assert (second["Phase"], second["Last met"], second["Support wanted"]) == ("Not judged", date(2008, 5, 6), "Money")


def test_a_person_named_in_a_barrier_is_a_query(maker: Maker) -> None:
    agency = an_agency()
    barrier = {"group_id": maker.group.id, "kind": BarrierKind.RULES, "since": date(2008, 5, 1)}
    maker.keep(agency, a_person(agency), Barrier(id=an_id(), text="Aroha Example says no", **barrier))
    assert [each.check_id for each in prepared(maker).checks if each.severity == "query"] == ["no_names"]


def test_what_a_check_finds_often_in_a_group_is_one_query(maker: Maker) -> None:
    maker.keep(*(a_result(maker.group, name=f"Story {number}", state=ResultState.DRAFT) for number in range(3)))
    (query,) = [each for each in prepared(maker).checks if each.severity == "query"]
    assert query.message.startswith("3 times in this group, first of “Story 0”: This is still a draft")


def test_a_group_without_a_return_of_its_own_is_a_warning(maker: Maker) -> None:
    maker.keep(a_result(maker.group, 12))
    assert "group_returns" in [each.check_id for each in prepared(maker).checks if each.severity == "warning"]


def test_an_office_without_groups_makes_a_nil_return(maker: Maker) -> None:
    maker.group = replace(maker.group, started_on=date(2009, 1, 1))
    made = written(maker)
    assert rows(made.prepared, "Portfolio") == []
    assert saved_checksum(made.path) == (made.prepared.checksum, made.prepared.checksum)


def test_text_that_begins_like_a_formula_is_text_for_every_reader(maker: Maker) -> None:
    signs = ["=1+1", "+1", "-1", "@SUM(1)"]
    maker.keep(*(a_result(maker.group, 30, name=sign, unit=sign, count_basis=CountBasis.EVENTS) for sign in signs))
    path = written(maker).path
    sheet = openpyxl.load_workbook(path)["Region_totals"]
    assert {(sheet[f"A{row}"].value, sheet[f"A{row}"].data_type) for row in range(5, 9)} == {
        (sign, "s") for sign in signs
    }
    told = CalamineWorkbook.from_path(str(path)).get_sheet_by_name("Results").to_python()
    assert {row[4] for row in told[4:]} == set(signs)


def test_openpyxl_and_calamine_read_the_same_cells(small_group: Maker) -> None:
    with_second_group(small_group)
    path = written(small_group).path
    book = openpyxl.load_workbook(path, data_only=True)
    other = CalamineWorkbook.from_path(str(path))
    for name in ("Portfolio", "Region_totals", "Agency_presence", "Outcomes", "Barriers", "Results", "Metadata"):
        ours = [[cell if cell is not None else "" for cell in row] for row in book[name].iter_rows(4, values_only=True)]
        theirs = other.get_sheet_by_name(name).to_python()[3:]
        assert [list(map(_plain, row)) for row in ours] == [list(map(_plain, row)) for row in theirs], name


def _plain(cell: object) -> object:
    return cell.isoformat()[:10] if isinstance(cell, date) else cell


def test_the_same_records_give_the_same_bytes(small_group: Maker) -> None:
    first, second = (written(small_group, return_id="r") for _ in range(2))
    assert first.file_sha256 == second.file_sha256


def test_the_file_is_named_by_kind_period_office_region_and_revision(maker: Maker) -> None:
    assert prepared(maker, revision=2).file_name == "PT-R3_2007-08-Q4_AKL_Auckland_rev02.xlsx"


def test_the_preview_is_true_to_the_sheets(small_group: Maker) -> None:
    made = prepared(small_group)
    assert {line.sheet: line.count for line in made.preview.leaves} == {
        each.name: len(each.rows) for each in made.book.sheets if each.raw
    }


def test_the_year_holds_all_four_quarters_and_a_quarter_its_own(maker: Maker) -> None:
    maker.keep(a_result(maker.group, 12), a_result(maker.group, 30, on=date(2007, 8, 1)))
    year, quarter = (rows(prepared(maker, period), "Portfolio")[0] for period in (Period(2008), Period(2008, 4)))
    assert [row["Results in period"] for row in (year, quarter)] == [2, 1]
    assert quarter["Results to date"] == 2


def test_a_status_that_is_filled_in_does_not_change_the_checksum(small_group: Maker) -> None:
    made = written(small_group)
    book = openpyxl.load_workbook(made.path)
    book["Portfolio"]["M5"] = "On track"
    book.save(made.path)
    assert saved_checksum(made.path) == (made.prepared.checksum, made.prepared.checksum)
