"""Treasury's file held against the office: once more nothing happens, a newer one updates, and nothing is lost."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from tests.builders import a_group, a_mapping, a_result, an_agency
from tests.reports.treasury_files import a_row, a_workbook, of_code
from tracker.models.line_import import EstimatesFrameworks, Fate, LinePlan, Source, plan_lines
from tracker.models.records import Framework, Line, Mapping
from tracker.reports.treasury_lines import read_treasury_lines
from tracker.store.office import Office

SIXTY = Path(__file__).parent.parent / "data" / "treasury-60-rows.csv"


def plan(office: Office, path: Path, year_end: int | None = None) -> LinePlan:
    snapshot = office.snapshot()
    frameworks = EstimatesFrameworks(snapshot, office.mint)
    found = read_treasury_lines(path, frameworks.id_of, office.mint).chosen(year_end)
    source = Source(found.file_name, found.sha256, office.setting.clock())
    return plan_lines(snapshot, frameworks, found.lines, found.parents, source)


def bring_in(office: Office, path: Path, year_end: int | None = None) -> LinePlan:
    made = plan(office, path, year_end)
    with office.step("bring in accountability lines"):
        office.save(*made.records)
    return made


def counts(made: LinePlan) -> tuple[int, int, int]:
    return made.counts[Fate.NEW], made.counts[Fate.CHANGED], made.counts[Fate.SAME]


def in_file(folder: Path, *rows: dict[str, Any]) -> Path:
    return a_workbook(folder / "b.xlsx", rows)


def test_a_year_comes_in_as_one_step_with_its_framework_and_where_it_came_from(office: Office) -> None:
    made = bring_in(office, SIXTY, 2020)
    (framework,) = office.snapshot().of(Framework)
    assert counts(made) == (48, 0, 0)
    assert framework.name == "Estimates of Appropriations 2019/20, Main Estimates"
    assert (framework.vintage, len(framework.source_sha256)) == ("Main Estimates, from treasury-60-rows.csv", 64)
    assert framework.imported_at == office.setting.clock()
    office.undo()
    assert not office.snapshot().of(Line)


def test_the_same_file_again_changes_nothing_at_all(office: Office) -> None:
    bring_in(office, SIXTY)
    steps = len(office.history())
    again = bring_in(office, SIXTY)
    assert (again.records, len(office.history())) == ((), steps)


def test_a_newer_file_updates_lines_by_their_key_and_says_what_changed(office: Office, tmp_path: Path) -> None:
    bring_in(office, in_file(tmp_path, a_row(), of_code(9)))
    made = bring_in(office, in_file(tmp_path, a_row(**{"Amount $000": 9_800}), of_code(9), of_code(10)))
    assert counts(made) == (1, 1, 2)
    (changed,) = [each for each in made.changes if each.fate is Fate.CHANGED]
    assert changed.changes == ("Amount ($000): 9,800, was 10,143",)
    assert len(office.snapshot().of(Framework)) == 1


def test_a_line_that_the_newer_file_lacks_is_named_and_stays_with_its_claims(office: Office, tmp_path: Path) -> None:
    bring_in(office, in_file(tmp_path, of_code(8), of_code(9)))
    (line,) = office.snapshot().of(Line, code="9")
    group, agency = a_group(), an_agency()
    result = a_result(group)
    with office.step("claim"):
        office.save(group, agency, result, a_mapping(result, agency, line_id=line.id))
    made = bring_in(office, in_file(tmp_path, of_code(8, Category_Name="Renamed")))
    assert [each.code for each in made.missing] == ["9"]
    assert office.snapshot().of(Mapping)[0].line_id == line.id
    assert office.snapshot().find(Line, line.id) == line


def test_what_the_office_says_of_a_line_outlives_the_next_file(office: Office, tmp_path: Path) -> None:
    bring_in(office, in_file(tmp_path, of_code(8)))
    (line,) = office.snapshot().of(Line, code="8")
    with office.step("type"):
        office.save(replace(line, using_agency="NZ Police"))
    bring_in(office, in_file(tmp_path, of_code(8, Current_Scope="Wider now.")))
    (after,) = office.snapshot().of(Line, code="8")
    assert (after.id, after.scope, after.using_agency) == (line.id, "Wider now.", "NZ Police")


def test_a_macron_that_somebody_put_back_is_not_lost_again(office: Office, tmp_path: Path) -> None:
    path = in_file(tmp_path, of_code(8, Current_Scope="Limited to wh\ufffdnau."))
    bring_in(office, path)
    (line,) = office.snapshot().of(Line, code="8")
    with office.step("type"):
        office.save(replace(line, scope="Limited to whānau."))
    assert counts(bring_in(office, path)) == (0, 0, 1)
    other = in_file(tmp_path, of_code(8, Current_Scope="Limited to wh\ufffdnau and hap\ufffd."))
    assert counts(bring_in(office, other)) == (0, 1, 0)


def test_a_department_whose_macron_was_lost_is_known_again_in_a_sound_file(office: Office, tmp_path: Path) -> None:
    bring_in(office, in_file(tmp_path, of_code(8, Department="Te Puni K\ufffdkiri")))
    made = bring_in(office, in_file(tmp_path, of_code(8, Department="Te Puni Kōkiri")))
    assert counts(made) == (0, 1, 0)
    assert office.snapshot().of(Line)[0].administering_agency == "Te Puni Kōkiri"


def test_a_category_that_comes_later_joins_the_whole_that_is_there(office: Office, tmp_path: Path) -> None:
    bring_in(office, in_file(tmp_path, a_row()))
    (whole,) = office.snapshot().of(Line, code="11764")
    bring_in(office, in_file(tmp_path, a_row(), a_row(App_ID=11769)))
    assert {line.parent_line_id for line in office.snapshot().of(Line) if line.id != whole.id} == {whole.id}


def test_votes_are_counted_before_anything_is_kept(office: Office) -> None:
    votes = {each.vote: (each.lines, each.new, each.amount_000) for each in plan(office, SIXTY, 2020).votes}
    assert votes["Customs"] == (2, 2, 25_637)
    assert sum(lines for lines, _, _ in votes.values()) == 36
    assert not office.snapshot().of(Line)
