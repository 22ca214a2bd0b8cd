"""The Excel form of a self-assessment, as an agency gets it."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.builders import an_agency, an_id
from tests.reports.assessment_forms import MADE_AT, NAMES, Round
from tracker.models.figures.assessment.asked_order import mixed_order
from tracker.models.guidance.health import HEALTH_QUESTIONS
from tracker.models.mistake import Mistake
from tracker.models.records.record import Sensitivity
from tracker.models.records.stage import Asked
from tracker.reports.assessment_form import departure_of, form_bytes, prepare_form, round_to_send, write_form
from tracker.reports.assessment_parts import SCALE


@pytest.fixture
def asked(tmp_path: Path) -> Round:
    return Round(tmp_path)


def book_of(asked: Round) -> Any:
    return openpyxl.load_workbook(asked.blank())


def told(asked: Round) -> str:
    """All words on the sheet to fill in."""
    rows = book_of(asked)["Answers"].iter_rows(values_only=True)
    return "\n".join(str(cell) for row in rows for cell in row if cell is not None)


def questions(asked: Round) -> list[str]:
    rows = list(book_of(asked)["Answers"].iter_rows(values_only=True))
    top = next(place for place, row in enumerate(rows) if row[0] == "No.")
    return [str(row[1]) for row in rows[top + 1 :]]


def test_it_asks_the_signs_in_the_mixed_order_of_its_round(asked: Round) -> None:
    assert questions(asked) == [sign.text for sign in mixed_order(asked.assessment.id)]


def test_the_health_check_asks_its_questions(tmp_path: Path) -> None:
    assert questions(Round(tmp_path, Asked.HEALTH)) == [question.text for question in HEALTH_QUESTIONS]


def test_no_stage_is_named_on_it(asked: Round) -> None:
    words = told(asked).lower()
    assert not [stage for stage in ("forming", "frustration", "functioning", "flying", "failing") if stage in words]


def test_only_the_cells_for_answers_are_open(asked: Round) -> None:
    sheet = book_of(asked)["Answers"]
    opened = [cell.coordinate for row in sheet.iter_rows() for cell in row if not cell.protection.locked]
    assert sheet.protection.sheet
    assert len(opened) == 2 + len(asked.texts)
    assert {coordinate[0] for coordinate in opened} == {"C"}


def test_each_answer_has_a_list_with_the_scale_and_dont_know(asked: Round) -> None:
    lists = [each for each in book_of(asked)["Answers"].data_validations.dataValidation if each.type == "list"]
    answers = next(each for each in lists if "don't know" in each.formula1)
    assert answers.formula1 == f'"{",".join(SCALE)}"'
    assert sum(cells.size["rows"] for cells in answers.sqref.ranges) == len(asked.texts)


def test_the_agency_is_chosen_from_those_asked(asked: Round) -> None:
    book = book_of(asked)
    offered = next(
        each.formula1 for each in book["Answers"].data_validations.dataValidation if "form!" in each.formula1
    )
    cells = book["form"][offered.removeprefix("form!").replace("$", "")]
    assert [cell.value for (cell,) in cells] == list(NAMES)


def test_what_it_is_known_by_is_very_hidden(asked: Round) -> None:
    book = book_of(asked)
    facts = {row[0].value: row[1].value for row in book["form"].iter_rows()}
    assert (book["form"].sheet_state, book["form"].protection.sheet) == ("veryHidden", True)
    assert facts["office"] == asked.details.id
    assert (facts["group"], facts["round"]) == (asked.group.id, asked.assessment.id)
    assert len(facts["checksum"]) == 64


def test_it_fits_one_page_of_a4(asked: Round) -> None:
    sheet = book_of(asked)["Answers"]
    assert sheet.page_setup.paperSize in (9, "9")
    assert (sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.page_setup.orientation) == (True, "portrait")


def test_the_scale_is_explained_and_names_of_clients_are_kept_out(asked: Round) -> None:
    words = told(asked)
    assert "0 not at all" in words
    assert "4 fully" in words
    assert "no name of a client" in words


@pytest.mark.parametrize(("named", "said"), [(True, "with the agency's name"), (False, "without names")])
def test_it_says_whether_names_are_shown(asked: Round, named: bool, said: str) -> None:
    assert said in told(asked.named(named=named))


def test_few_agencies_are_told_that_nobody_is_truly_anonymous(asked: Round) -> None:
    assert "With 4 agencies nobody is truly anonymous" in " ".join(told(asked).split())


def test_more_than_seven_agencies_are_not_told_so(tmp_path: Path) -> None:
    many = Round(tmp_path, agencies=[an_agency(f"A{number}") for number in range(8)])
    assert "anonymous" not in told(many)


def test_two_agencies_of_one_name_are_told_apart(tmp_path: Path) -> None:
    twins = Round(tmp_path, agencies=[an_agency("EDU"), an_agency("E2", name="Ministry of Education")])
    names = [name for _, name in twins.prepared().facts.agencies]
    assert names == ["Ministry of Education (EDU)", "Ministry of Education (E2)"]


def test_a_name_that_begins_like_a_formula_stays_text(tmp_path: Path) -> None:
    asked = Round(tmp_path)
    asked.group = replace(asked.group, name="=HYPERLINK(1)")
    cells = [cell for row in book_of(asked)["Answers"].iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert "=HYPERLINK(1)" in told(asked)


def test_a_restricted_group_lets_no_form_out(asked: Round) -> None:
    asked.group = replace(asked.group, sensitivity=Sensitivity.RESTRICTED)
    with pytest.raises(Mistake):
        asked.prepared()


def test_a_restricted_round_lets_no_form_out(asked: Round) -> None:
    with pytest.raises(Mistake, match="restricted to this office"):
        asked.named(sensitivity=Sensitivity.RESTRICTED).prepared()


def test_a_round_that_asks_nobody_has_no_form(asked: Round) -> None:
    with pytest.raises(Mistake, match="No agency is named"):
        asked.named(asked_ids=()).prepared()


def test_todays_round_is_used_again(asked: Round) -> None:
    assert round_to_send(asked.snapshot, asked.group.id, Asked.SIGNS, an_id) == (asked.assessment, False)


def test_a_round_is_started_where_todays_asks_something_else_or_is_older(asked: Round) -> None:
    health, is_new = round_to_send(asked.snapshot, asked.group.id, Asked.HEALTH, an_id)
    assert (health.asked, health.asked_ids, is_new) == (Asked.HEALTH, asked.assessment.asked_ids, True)
    asked.named(on=date(2008, 6, 1))
    signs, is_new = round_to_send(asked.snapshot, asked.group.id, Asked.SIGNS, an_id)
    assert (signs.on, is_new) == (date(2008, 6, 30), True)


def test_the_same_round_gives_the_same_bytes(asked: Round) -> None:
    form = asked.prepared()
    assert form_bytes(form) == form_bytes(prepare_form(asked.snapshot, asked.assessment, MADE_AT))


def test_the_register_has_the_file_and_the_number_of_questions(asked: Round, tmp_path: Path) -> None:
    form = asked.prepared()
    content = form_bytes(form)
    write_form(form, content, tmp_path / "out.xlsx")
    entry = departure_of(form, content, tmp_path / "out.xlsx", an_id(), " The agencies ", "asking")
    assert (entry.rows, entry.file_name, entry.to_whom) == (24, "out.xlsx", "The agencies")
    assert entry.what == "Self-assessment form, Case Management, Papakura, 30 Jun 2008"
    assert not entry.problems()
