"""The template of lines and measures: written, filled in, read row by row, and never doubled."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.builders import a_framework, a_line, an_agency
from tracker.models.line_template import RowFate, TemplateColumn, TemplatePlan, plan_template
from tracker.models.mistake import Mistake
from tracker.models.records import Framework, Line, Measure
from tracker.models.records.accountability import FrameworkKind, Operator
from tracker.models.records.record import Sensitivity
from tracker.models.records.result import Rba
from tracker.reports.lines_reading import read_lines
from tracker.reports.lines_template import prepare_template, write_template
from tracker.store.office import Office

MADE_AT = datetime(2008, 6, 30, tzinfo=UTC)
AGENCY = an_agency()
SPE = "Statement of Performance Expectations 2007/08"
FULL = (
    SPE,
    "EDU",
    "2.1",
    None,
    "Attendance",
    "Output",
    "2.1.1",
    "Back at school",
    "better off",
    "%",
    ">=",
    85,
    None,
    79,
)
Row = Sequence[Any]


@pytest.fixture
def ready(office: Office) -> Office:
    with office.step("make ready"):
        office.save(AGENCY)
    return office


def filled(path: Path, *rows: Row) -> Path:
    """Rows typed into the template that lies there, below those that it has."""
    book = load_workbook(path)
    sheet = book["Lines"]
    begin = 5
    while sheet.cell(begin, 1).value:
        begin += 1
    for number, row in enumerate(rows, start=begin):
        for place, value in enumerate(row, start=1):
            cell = sheet.cell(number, place, value)
            if isinstance(value, str) and value.startswith("=") and row is not FULL and value != "=":
                cell.data_type = "f"
    book.save(path)
    return path


def template(office: Office, tmp_path: Path, *rows: Row) -> Path:
    path = tmp_path / "t.xlsx"
    write_template(prepare_template(office.snapshot(), MADE_AT), path)
    return filled(path, *rows)


def plan(office: Office, path: Path) -> TemplatePlan:
    return plan_template(office.snapshot(), read_lines(path)[1], office.mint)


def keep(office: Office, path: Path) -> TemplatePlan:
    made = plan(office, path)
    made.refuse_rejected()
    with office.step("read lines and measures"):
        office.save(*made.records)
    return made


def test_a_line_and_its_measure_come_in_with_a_framework_of_the_year_in_its_name(ready: Office, tmp_path: Path) -> None:
    made = keep(ready, template(ready, tmp_path, FULL))
    snapshot = ready.snapshot()
    (framework,), (line,), (measure,) = snapshot.of(Framework), snapshot.of(Line), snapshot.of(Measure)
    assert [row.fate for row in made.rows] == [RowFate.NEW]
    assert (framework.kind, framework.period_to, framework.owner_agency_id) == (
        FrameworkKind.SPE,
        date(2008, 6, 30),
        AGENCY.id,
    )
    assert line.line_key == "Ministry of Education|2.1|2008|Statement of performance expectations"
    assert (measure.rba, measure.target_op, measure.target_low, measure.baseline) == (
        Rba.BETTER_OFF,
        Operator.AT_LEAST,
        Decimal(85),
        Decimal(79),
    )


def test_sent_again_nothing_is_doubled_and_what_changed_is_changed(ready: Office, tmp_path: Path) -> None:
    keep(ready, template(ready, tmp_path, FULL))
    assert keep(ready, template(ready, tmp_path, FULL)).records == ()
    changed = (*FULL[:11], 90)
    made = keep(ready, template(ready, tmp_path, changed))
    assert made.rows[0].said == "Unchanged line 2.1 “Attendance”; changed measure 2.1.1."
    (measure,) = ready.snapshot().of(Measure)
    assert (measure.target_low, measure.baseline) == (Decimal(90), Decimal(79))


def test_an_agencys_lines_go_out_and_come_back_as_they_were(sample: Office, tmp_path: Path) -> None:
    from tracker.models.records import Agency

    path = tmp_path / "t.xlsx"
    agency = sample.find(Agency, "Education")
    prepared = prepare_template(sample.snapshot(), MADE_AT, agency)
    write_template(prepared, path)
    made = plan(sample, path)
    assert len(made.rows) == len(prepared.rows) > 2
    assert (made.records, {row.fate for row in made.rows}) == ((), {RowFate.SAME})


def test_what_is_restricted_to_the_office_stays(ready: Office) -> None:
    framework = a_framework()
    with ready.step("make ready"):
        ready.save(
            framework, a_line(framework, "1", sensitivity=Sensitivity.RESTRICTED, line_key="k"), a_line(framework)
        )
    prepared = prepare_template(ready.snapshot(), MADE_AT, AGENCY)
    assert (len(prepared.rows), prepared.stays) == (1, 1)


def row_of(**cells: Any) -> list[Any]:
    """A whole row in which some cells are other."""
    values = [*FULL, None, None]
    for name, value in cells.items():
        values[list(TemplateColumn).index(TemplateColumn(name))] = value
    return values


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (row_of(code=None), "The code is missing: fill it in."),
        (row_of(framework="Plan"), "There is no framework “Plan”: add it first, or put its year into its name"),
        (row_of(agency="Nobody"), "“Nobody” is no agency of this office: add it first, or put the name right."),
        (row_of(name=None, code="2.9"), "The name of line 2.9 is missing: fill it in."),
        (row_of(parent_code="9"), "The parent code 9 is no line of this framework and agency"),
        (row_of(measure_code=None), "The measure has no code: give it one, by which it is known again."),
        (row_of(measure=None), "The words of measure 2.1.1 are missing: fill them in."),
        (row_of(measure=None, measure_code=None), "The row has a target or a unit, and no measure"),
        (row_of(rba="maybe"), "The cell rba is “maybe”: choose how much, how well or better off."),
        (row_of(target_op="about"), "The cell target_op is “about”: choose >=, <=, =, between or text."),
        (row_of(target_op=None), "Say what the target is: >=, <=, =, between or text."),
        (row_of(target_low="most of them"), "The target_low is “most of them”: give a number"),
        (row_of(target_high=90), "A target up to a second number is “between”"),
        (row_of(target_op="between", target_high=10), "A target between two values needs both, the smaller one first."),
        (row_of(baseline="79%"), "The cell baseline is “79%”: type a plain number, and its unit in the column unit."),
        (row_of(baseline=date(2008, 1, 2)), "The cell baseline is the date 2 Jan 2008: type it as plain text"),
        (row_of(baseline="=1+1"), "The cell baseline holds a formula: type what it comes to."),
        (row_of(name="x" * 301), "Appropriation has 301 characters and 300 fit"),
    ],
)
def test_a_row_that_cannot_be_kept_says_why_and_then_none_is(
    ready: Office, tmp_path: Path, row: Row, sentence: str
) -> None:
    made = plan(ready, template(ready, tmp_path, (*FULL[:6], "9", "Another"), row))
    assert [each.fate for each in made.rows] == [RowFate.NEW, RowFate.REJECTED]
    assert made.rows[1].said.startswith(sentence)
    with pytest.raises(Mistake, match=r"1 row is rejected, so nothing was kept\. Row 6: "):
        made.refuse_rejected()


def test_a_row_that_stands_twice_is_rejected(ready: Office, tmp_path: Path) -> None:
    made = plan(ready, template(ready, tmp_path, FULL, FULL))
    assert made.rows[1].said == "The measure 2.1.1 of line 2.1 stands in row 5 too: keep one of the two."


def test_a_target_in_words_and_a_part_of_another_line(ready: Office, tmp_path: Path) -> None:
    whole = (SPE, "EDU", "2", None, "Schooling")
    words = row_of(parent_code="2", target_op="text", target_low="Most of them", baseline=None)
    keep(ready, template(ready, tmp_path, whole, words))
    (part,) = ready.snapshot().of(Line, code="2.1")
    assert part.parent_line_id == ready.snapshot().of(Line, code="2")[0].id
    assert ready.snapshot().of(Measure)[0].target_words == "Most of them"


def test_a_measure_is_put_on_a_line_of_the_estimates(ready: Office, tmp_path: Path) -> None:
    framework = a_framework()
    line = a_line(framework)
    with ready.step("make ready"):
        ready.save(framework, line)
    row = row_of(framework=framework.name, agency="Ministry of Education", code="11768", name=None, type=None)
    keep(ready, template(ready, tmp_path, row))
    assert ready.snapshot().of(Measure)[0].line_id == line.id
    assert ready.snapshot().of(Line) == (line,)


def test_another_workbook_is_refused_in_a_sentence(ready: Office, tmp_path: Path) -> None:
    import xlsxwriter

    path = tmp_path / "other.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("Lines").write(0, 0, "Nothing")
    with pytest.raises(Mistake, match=r"other\.xlsx has no row with the headings framework, agency"):
        read_lines(path)


def test_every_column_has_its_prompt_within_what_excel_takes(ready: Office, tmp_path: Path) -> None:
    path = template(ready, tmp_path)
    sheet = load_workbook(path)["Lines"]
    rules = sheet.data_validations.dataValidation
    assert len(rules) == len(TemplateColumn)
    assert all(len(rule.prompt) <= 255 and len(rule.promptTitle) <= 32 for rule in rules)
    assert sheet["A1"].value == "Accountability lines and measures"


def test_what_a_rejected_row_would_have_made_is_unknown_to_the_next(ready: Office, tmp_path: Path) -> None:
    made = plan(ready, template(ready, tmp_path, row_of(target_op=None), FULL))
    assert made.rows[1].said.startswith("New framework")
