"""R2, the agency return: its cells against a golden text, and the figures that must be right."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from tests.builders import a_framework, a_group, a_line, a_mapping, a_member, a_result, an_agency, an_id
from tests.reports.agency_office import prepared, rows, written
from tests.reports.conftest import Maker
from tests.reports.test_group_return import cells_as_text
from tracker.models.mistake import Mistake
from tracker.models.period import Period
from tracker.models.records import Agency, Measure
from tracker.models.records.accountability import MappingState, MappingType, Operator
from tracker.models.records.agency import Sector
from tracker.models.records.handing_in import ReturnState
from tracker.models.records.record import Sensitivity
from tracker.models.records.result import Aggregation, CountBasis, Grade
from tracker.reports.checksum import saved_checksum
from tracker.reports.narrative import LONGEST

GOLDEN = Path(__file__).parent / "golden" / "agency_return.txt"


def totals(maker: Maker, code: str) -> dict[str, tuple[object, object]]:
    """Contributed to and apportioned by unit."""
    found = rows(prepared(maker, code), "Agency_totals")
    return {row["Unit"]: (row["Contributed to"], row["Apportioned"]) for row in found}


def test_every_cell_is_as_in_the_golden_text(small_group: Maker, request: pytest.FixtureRequest) -> None:
    told = cells_as_text(written(small_group, "MSD").path) + "\n"
    if not GOLDEN.exists():
        GOLDEN.write_text(told, encoding="utf-8")
        pytest.fail("The golden text was not there: it has been written, so read it and run again.")
    assert told == GOLDEN.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("code", "apportioned"),
    [("EDU", Decimal(6)), ("OT", Decimal("2.4")), ("MSD", Decimal("2.4")), ("POL", Decimal("1.2")), ("HUD", "")],
)
def test_twelve_tamariki_are_apportioned_as_in_the_worked_example(
    small_group: Maker, code: str, apportioned: object
) -> None:
    assert totals(small_group, code)["people"] == (12, apportioned)


def test_an_agency_with_two_lines_contributes_once_and_each_line_has_its_part(small_group: Maker) -> None:
    made = prepared(small_group, "MSD")
    told = [(row["Contributed to"], row["Apportioned"], row["Overlap factor"]) for row in rows(made, "Lines")]
    assert told == [(12, Decimal("1.8"), 5), (12, Decimal("0.6"), 5)]
    (total,) = rows(made, "Agency_totals")
    assert (total["Results"], total["Contributed to"], total["Overlap factor"]) == (1, 12, 5)


def test_a_disputed_claim_counts_nothing_and_is_named_on_checks(small_group: Maker) -> None:
    made = prepared(small_group, "POL")
    assert [row["Share"] for row in rows(made, "Results_by_line")] == [Decimal("0.1")]
    (check,) = [each for each in made.checks if each.check_id == "not_live"]
    assert check.record is not None


@pytest.fixture
def claimed(maker: Maker) -> Agency:
    """An agency with a seat in the group and one line, and nothing claimed yet."""
    agency = an_agency("EDU")
    maker.keep(agency, a_member(maker.group, agency))
    return agency


def claim(maker: Maker, agency: Agency, **fields: object) -> None:
    """A result of three whānau, claimed on a line of its own."""
    framework = a_framework()
    line = a_line(framework, **{key: fields.pop(key) for key in ("scope", "sensitivity") if key in fields})
    result = a_result(maker.group, 3, unit="whānau", count_basis=CountBasis.WHANAU, name="Homes made warm")
    maker.keep(framework, line, result, a_mapping(result, agency, 5000, line_id=line.id, **fields))


def test_a_count_of_three_whanau_is_on_no_sheet(maker: Maker, claimed: Agency) -> None:
    claim(maker, claimed)
    made = prepared(maker)
    assert [row["Value"] for row in rows(made, "Results_by_line")] == ["fewer than 6"]
    (line,) = rows(made, "Lines")
    assert (line["Contributed to"], line["Apportioned"], line["Values withheld"]) == ("withheld", "withheld", 1)
    assert "too small to be told" in line["Narrative draft"]
    for name in ("Lines", "Results_by_line", "Agency_totals"):
        assert all(cell not in (3, Decimal("1.5")) for row in rows(made, name) for cell in row.values()), name


def test_of_a_restricted_result_the_title_leaves_and_nothing_else(maker: Maker, claimed: Agency) -> None:
    hidden = a_result(maker.group, 12, name="A hard week", sensitivity=Sensitivity.RESTRICTED, narrative="Not to tell")
    maker.keep(hidden, a_mapping(hidden, claimed, narrative="Nor this"))
    made = written(maker)
    (row,) = rows(made.prepared, "Results_by_line")
    assert [cell for cell in list(row.values())[2:27] if cell is not None] == ["A hard week", "Restricted"]
    text = cells_as_text(made.path)
    assert "Not to tell" not in text
    assert "Nor this" not in text
    assert saved_checksum(made.path) == (made.prepared.checksum, made.prepared.checksum)


@pytest.mark.parametrize("what", ["claim", "line", "group"])
def test_what_is_restricted_stays_and_is_counted(maker: Maker, claimed: Agency, what: str) -> None:
    if what == "group":
        maker.group = replace(maker.group, sensitivity=Sensitivity.RESTRICTED)
        result = a_result(maker.group, 12)
        maker.keep(result, a_mapping(result, claimed))
    else:
        framework = a_framework()
        hidden = {"sensitivity": Sensitivity.RESTRICTED}
        line = a_line(framework, name="A line not to be seen", **(hidden if what == "line" else {}))
        result = a_result(maker.group, 12)
        own = hidden if what == "claim" else {}
        maker.keep(framework, line, result, a_mapping(result, claimed, line_id=line.id, **own))
    made = prepared(maker)
    assert all(rows(made, name) == [] for name in ("Results_by_line", "Lines", "No_line", "Scope_query"))
    assert [line.count for line in made.preview.stays if "restricted" in line.why][:1] == [1]


def test_an_agency_that_is_part_of_another_is_an_agency_of_its_own(maker: Maker) -> None:
    whole = an_agency("MSD")
    part = an_agency("WINZ", part_of_id=whole.id)
    result = a_result(maker.group, 12)
    maker.keep(whole, part, result, a_mapping(result, part))
    assert (totals(maker, "WINZ"), totals(maker, "MSD")) == ({"people": (12, "")}, {})


def test_a_quarter_holds_that_quarters_results_and_the_year_all_four(maker: Maker, claimed: Agency) -> None:
    for month in (8, 11):
        result = a_result(maker.group, 10, on=date(2007, month, 3))
        maker.keep(result, a_mapping(result, claimed))
    told = [len(rows(prepared(maker, period=Period(2008, quarter)), "Results_by_line")) for quarter in range(5)]
    assert told == [2, 1, 1, 0, 0]


def test_groups_and_regions_are_added_over(maker: Maker, claimed: Agency) -> None:
    other = a_group(name="Second group", code="TWO")
    framework = a_framework()
    line = a_line(framework)
    results = [a_result(group, 10) for group in (maker.group, maker.group, other)]
    maker.keep(other, framework, line, *results, *(a_mapping(each, claimed, line_id=line.id) for each in results))
    (row,) = rows(prepared(maker), "Lines")
    assert (row["Results"], row["Contributed to"], row["Groups"]) == (3, 30, 2)


def test_a_lines_amount_stands_once(maker: Maker, claimed: Agency) -> None:
    framework = a_framework()
    line = a_line(framework, amount_000=10_143)
    results = [a_result(maker.group, 10), a_result(maker.group, name="A plan that is one plan")]
    maker.keep(framework, line, *results, *(a_mapping(each, claimed, line_id=line.id) for each in results))
    assert [row["Amount ($000)"] for row in rows(prepared(maker), "Lines")] == [10_143, None]


def test_lead_and_supporting_make_up_the_results(maker: Maker, claimed: Agency) -> None:
    for kind in (MappingType.LEAD, MappingType.FUNDED, MappingType.IN_KIND):
        result = a_result(maker.group, 10)
        maker.keep(result, a_mapping(result, claimed, type=kind))
    (row,) = rows(prepared(maker), "Agency_totals")
    assert (row["Results"], row["Of which lead"], row["Of which supporting"]) == (3, 1, 2)


def test_values_of_which_the_latest_counts_are_not_added_and_ratios_add_their_parts(
    maker: Maker, claimed: Agency
) -> None:
    events = {"unit": "tellings", "count_basis": CountBasis.EVENTS}
    for day, value in ((1, 28), (2, 9)):
        latest = a_result(maker.group, value, on=date(2008, 5, day), aggregation=Aggregation.LATEST, **events)
        parts = {"numerator": Decimal(value), "denominator": Decimal(100)}
        ratio = a_result(maker.group, name="Half days", unit="days", aggregation=Aggregation.RATIO, **parts)
        maker.keep(latest, ratio, a_mapping(latest, claimed, 5000), a_mapping(ratio, claimed, 5000))
    assert totals(maker, "EDU") == {"tellings": (9, Decimal("4.5")), "days": (Decimal("0.185"), None)}


def test_a_strong_claim_without_its_grounds_is_the_agencys_own_report(maker: Maker, claimed: Agency) -> None:
    framework = a_framework()
    line = a_line(framework)
    result = a_result(maker.group, 12)
    maker.keep(framework, line, result, a_mapping(result, claimed, line_id=line.id, strength=4, evidence_grade=Grade.D))
    made = prepared(maker)
    assert [row["Stands as"] for row in rows(made, "Results_by_line")] == ["Reported by Ministry of Education"]
    assert "reports that it contributed to 12 people" in rows(made, "Lines")[0]["Narrative draft"]


def test_the_draft_names_the_others_and_fits(maker: Maker, claimed: Agency) -> None:
    framework = a_framework()
    line = a_line(framework, name="Schooling " * 29)
    others = [an_agency(f"A{number}", name=f"Agency of many words {number}") for number in range(40)]
    results = [a_result(maker.group, 10, name=f"{number} " + "word " * 100) for number in range(30)]
    claims = [a_mapping(each, agency, line_id=None) for each in results for agency in others]
    maker.keep(framework, line, *others, *results, *claims)
    maker.keep(*(a_mapping(each, claimed, line_id=line.id) for each in results))
    (row,) = rows(prepared(maker), "Lines")
    draft = row["Narrative draft"]
    assert draft.startswith("Ministry of Education contributed, with Agency of many words 0, ")
    assert "and 29 more" in draft or "and 28 more" in draft
    assert len(draft) <= LONGEST


def test_measures_stand_beside_and_are_filled_in(maker: Maker, claimed: Agency) -> None:
    framework = a_framework()
    line = a_line(framework)
    target = {"target_op": Operator.AT_LEAST, "target_low": Decimal(70), "unit": "percent"}
    measure = Measure(id=an_id(), line_id=line.id, code="A1", text="Back at school", **target)
    result = a_result(maker.group, 12)
    maker.keep(framework, line, measure, result, a_mapping(result, claimed, line_id=line.id, measure_id=measure.id))
    (row,) = rows(prepared(maker), "Measures")
    assert (row["Measure code"], row["Target"], row["Joint contribution"]) == ("A1", "at least 70 percent", 12)
    assert row["Own reported (fill in)"] is None
    assert "side by side" in row["Comment"]


def test_results_without_a_line_are_listed_with_the_reason(maker: Maker, claimed: Agency) -> None:
    marae = an_agency("MAR", sector=Sector.IWI)
    names = ("No such line", "Not agreed", "Community led", "Nobody's")
    own, disputed, theirs, alone = (a_result(maker.group, 12, name=name) for name in names)
    maker.keep(marae, own, disputed, theirs, alone, a_mapping(own, claimed), a_mapping(theirs, marae))
    maker.keep(a_mapping(disputed, claimed, state=MappingState.DISPUTED))
    told = {row["Title"]: row["Reason"] for row in rows(prepared(maker), "No_line")}
    assert told == {name: name for name in names[:3]} | {"Nobody's": "Not agreed"}


def test_with_lines_of_its_own_a_claim_without_one_is_out_of_scope(maker: Maker, claimed: Agency) -> None:
    framework = a_framework()
    result = a_result(maker.group, 12)
    maker.keep(framework, a_line(framework), result, a_mapping(result, claimed))
    assert [row["Reason"] for row in rows(prepared(maker), "No_line")] == ["Out of scope"]


@pytest.mark.parametrize(
    ("scope", "reason"),
    [
        ("", "No scope stands with this line: look it up."),
        ("Border patrols at sea.", "No word of the result or of the claim is in the scope."),
        ("Grants for warmer homes of families.", None),
    ],
)
def test_scope_is_held_against_the_words_of_the_claim(
    maker: Maker, claimed: Agency, scope: str, reason: str | None
) -> None:
    claim(maker, claimed, scope=scope)
    told = [row["Reason"] for row in rows(prepared(maker), "Scope_query")]
    assert told == ([reason] if reason else [])


def test_shares_over_the_whole_stop_signing_and_a_draft_says_so(small_group: Maker) -> None:
    result = a_result(small_group.group, 10)
    agencies = [each for each in small_group.records if isinstance(each, Agency)][:2]
    small_group.keep(result, a_mapping(result, agencies[0], 5000), a_mapping(result, agencies[1], 5001))
    made = prepared(small_group, state=ReturnState.CERTIFIED)
    (error,) = [each for each in made.checks if each.severity == "error"]
    assert (error.check_id, error.record, error.sheet) == ("share_cap", result, "Results_by_line")
    with pytest.raises(Mistake, match="has an error"):
        written(small_group, state=ReturnState.CERTIFIED)
    assert written(small_group).path.exists()


def test_a_nil_return_is_whole_and_says_so(maker: Maker) -> None:
    maker.keep(an_agency("EDU"))
    made = written(maker)
    book = openpyxl.load_workbook(made.path, read_only=True, data_only=True)
    assert {book[name]["A5"].value for name in ("Lines", "Results_by_line", "No_line")} == {"Nothing in this period"}
    keys = dict(row[:2] for row in book["Metadata"].iter_rows(5, values_only=True))
    assert (keys["rows.Results_by_line"], keys["total.results"]) == (0, 0)
    assert saved_checksum(made.path) == (made.prepared.checksum, made.prepared.checksum)


def test_a_restricted_agency_has_no_return(maker: Maker) -> None:
    maker.keep(an_agency("EDU", sensitivity=Sensitivity.RESTRICTED))
    with pytest.raises(Mistake, match="restricted to this office"):
        prepared(maker)


def test_text_that_begins_like_a_formula_is_text_to_every_reader(maker: Maker, claimed: Agency) -> None:
    framework = a_framework()
    signs = ("=1+1", "+64 9", "-5", "@sum")
    line = a_line(framework, name="=HYPERLINK(1)", scope="=2+2")
    results = [a_result(maker.group, 10, name=sign) for sign in signs]
    maker.keep(framework, line, *results, *(a_mapping(each, claimed, line_id=line.id) for each in results))
    path = written(maker).path
    sheet = openpyxl.load_workbook(path)["Results_by_line"]
    assert {(sheet[f"E{row}"].value, sheet[f"E{row}"].data_type) for row in range(5, 9)} == {
        (sign, "s") for sign in signs
    }
    told = CalamineWorkbook.from_path(str(path)).get_sheet_by_name("Results_by_line").to_python()
    assert {row[4] for row in told[4:]} == set(signs)


def test_openpyxl_and_calamine_read_the_same_cells(small_group: Maker) -> None:
    path = written(small_group, "MSD").path
    book = openpyxl.load_workbook(path, data_only=True)
    other = CalamineWorkbook.from_path(str(path))
    for name in ("Lines", "Results_by_line", "Agency_totals", "No_line", "Metadata"):
        ours = [[cell if cell is not None else "" for cell in row] for row in book[name].iter_rows(4, values_only=True)]
        theirs = other.get_sheet_by_name(name).to_python()[3:]
        assert [list(map(_plain, row)) for row in ours] == [list(map(_plain, row)) for row in theirs], name


def _plain(cell: object) -> object:
    return cell.isoformat()[:10] if isinstance(cell, date) else cell


def test_the_same_records_give_the_same_bytes(small_group: Maker) -> None:
    first, second = (written(small_group, return_id="r") for _ in range(2))
    assert first.prepared.checksum == second.prepared.checksum
    assert first.file_sha256 == second.file_sha256


def test_the_file_is_named_by_kind_period_office_agency_and_revision(small_group: Maker) -> None:
    assert prepared(small_group, revision=2).file_name == "PT-R2_2007-08-Q4_AKL_EDU_rev02.xlsx"


def test_the_preview_is_true_to_the_sheets(small_group: Maker) -> None:
    made = prepared(small_group, "POL")
    assert {line.sheet: line.count for line in made.preview.leaves} == {
        each.name: len(each.rows) for each in made.book.sheets if each.raw
    }
    assert [line.count for line in made.preview.stays if line.why.startswith("disputed")] == [1]
