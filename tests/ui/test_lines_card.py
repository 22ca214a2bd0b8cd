"""The accountability lines, a side of the page Office: looked up, brought in, typed, linked, and a new year."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from tests.builders import a_framework, a_group, a_line, a_mapping, a_result, an_agency
from tests.ui.answering import answering
from tracker.models.records import Departure, Framework, Line, Mapping, Measure
from tracker.store.office import Office
from tracker.ui.desk import Desk
from tracker.ui.form_dialog import FormDialog
from tracker.ui.lines.import_dialog import LinesImportDialog
from tracker.ui.lines.lines_side import LinesSide
from tracker.ui.lines.template_in_dialog import TemplateInDialog
from tracker.ui.lines.template_out_dialog import TemplateOutDialog
from tracker.ui.lines.year_dialog import NewYearDialog
from tracker.ui.pages.office import OfficePage
from tracker.ui.place import Place

SIXTY = Path(__file__).parent.parent / "data" / "treasury-60-rows.csv"


def shown(office: Office, qtbot: QtBot) -> LinesSide:
    made = LinesSide(Desk(office))
    qtbot.addWidget(made)
    made.resize(1000, 760)
    made.show()
    made.show_place(Place("office", tab="lines"))
    made.take_focus()
    return made


@pytest.fixture
def side(sample: Office, qtbot: QtBot) -> LinesSide:
    return shown(sample, qtbot)


def dialog_of(office: Office, qtbot: QtBot) -> LinesImportDialog:
    made = LinesImportDialog(Desk(office), None)
    qtbot.addWidget(made)
    made.show()
    return made


def read(dialog: LinesImportDialog, qtbot: QtBot, path: Path) -> None:
    dialog.add(path)
    qtbot.waitUntil(lambda: dialog.job is None)


def codes(side: LinesSide) -> list[str]:
    return [row.line.code for row in side.table.things]


def choose(side: LinesSide, code: str) -> None:
    side.view.choose(next(row.id for row in side.table.things if row.line.code == code))


def test_the_framework_of_today_is_in_view_with_its_counts(side: LinesSide) -> None:
    assert side.words == "1 framework, 28 lines, 81 claims on them"
    assert side.framework.currentText() == "Estimates of Appropriations 2007/08 (illustrative)   28"
    assert side.focusWidget() is side.view


def test_a_place_leads_to_the_side_and_to_its_line(sample: Office, qtbot: QtBot) -> None:
    page = OfficePage(Desk(sample))
    qtbot.addWidget(page)
    page.show()
    line = sample.snapshot().of(Line, code="8575")[0]
    page.show_place(Place("office", tab="lines", record_id=line.id))
    assert page.lines.isVisible()
    assert page.lines.chosen
    assert page.lines.chosen.line == line


def test_the_chosen_line_tells_its_scope_measures_and_claims(side: LinesSide) -> None:
    choose(side, "9658")
    words = "\n".join(side.story.words)
    assert "9658 · Information and Intelligence Services" in words
    assert "$15,652 thousand, as context alone" in words
    assert "NMCC" in words


def test_lines_are_narrowed_by_vote_agency_and_words(side: LinesSide) -> None:
    side.vote.setCurrentIndex(side.vote.findText("Customs"))
    assert codes(side) == ["9658"]
    side.vote.setCurrentIndex(0)
    side.department.setCurrentIndex(side.department.findText("New Zealand Police"))
    assert codes(side) == ["8575"]
    side.department.setCurrentIndex(0)
    side.filter.setText("attendance")
    assert codes(side) == ["11768"]


def test_an_office_without_lines_says_where_treasury_publishes_them(office: Office, qtbot: QtBot) -> None:
    empty = shown(office, qtbot)
    assert not empty.view.isVisible()
    assert empty.focusWidget() is empty.bring
    assert empty.words == ""


def test_a_measure_is_added_to_the_chosen_line(side: LinesSide, sample: Office) -> None:
    choose(side, "11302")

    def answer(dialog: FormDialog) -> None:
        QTest.keyClicks(dialog.focusWidget(), "P1")
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        QTest.keyClicks(dialog.focusWidget(), "Visits")
        dialog.accept()

    with answering(answer):
        QTest.keyClick(side.view, Qt.Key.Key_M)
    (measure,) = sample.snapshot().of(Measure, code="P1")
    assert side.chosen
    assert (measure.line_id, measure.text, sample.undo_name) == (side.chosen.line.id, "Visits", "add a measure")


def test_a_line_typed_by_hand_gets_its_key_from_the_program(side: LinesSide, sample: Office) -> None:
    asked: list[set[str]] = []

    def answer(dialog: FormDialog) -> None:
        asked.append(set(dialog.form.inputs))
        for name, text in (("code", "2.1"), ("name", "Own line"), ("administering_agency", "Papakura iwi")):
            dialog.form.inputs[name].set_value(text)
        dialog.accept()

    with answering(answer):
        QTest.keyClick(side.view, Qt.Key.Key_A)
    (line,) = sample.snapshot().of(Line, code="2.1")
    assert "line_key" not in asked[0]
    assert (line.line_key, line.year_end) == ("Papakura iwi|2.1|2008|Estimates", 2008)
    assert side.chosen
    assert side.chosen.line == line


def test_a_line_is_linked_to_the_one_that_goes_on_with_it(office: Office, qtbot: QtBot) -> None:
    then, following = a_framework(), a_framework(name="Estimates 2008/09")
    here, there = a_line(then), a_line(following, year_end=2009, line_key="k")
    with office.step("make ready"):
        office.save(then, following, here, there)
    side = shown(office, qtbot)
    QTest.keyClick(side.view, Qt.Key.Key_S)
    assert side.asking.isVisible()
    QTest.keyClick(side.asking.focusWidget(), Qt.Key.Key_Return)
    assert office.snapshot().one(Line, here.id).successor_line_id == there.id
    assert side.focusWidget() is side.view
    assert office.undo_name == "link a line to the next year"


def test_treasurys_file_is_looked_at_vote_by_vote_then_brought_in_as_one_step(office: Office, qtbot: QtBot) -> None:
    dialog = dialog_of(office, qtbot)
    read(dialog, qtbot, SIXTY)
    assert dialog.year.currentText() == "2019/20"
    assert dialog.summary.text() == "36 lines and 12 wholes of categories: 48 new, 0 changed, 0 as they were."
    assert dialog.table.total == len({line.vote for line in dialog.found.lines} if dialog.found else ())
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(office.snapshot().of(Line)) == 48
    assert office.snapshot().of(Framework)[0].id == dialog.framework_id
    assert office.undo_name == "bring in accountability lines"


def test_another_year_or_agency_is_chosen_before_it_comes_in(office: Office, qtbot: QtBot) -> None:
    dialog = dialog_of(office, qtbot)
    read(dialog, qtbot, SIXTY)
    dialog.department.setCurrentIndex(dialog.department.findText("New Zealand Police"))
    assert {row.vote for row in dialog.table.rows} == {"Police"}
    dialog.year.setCurrentIndex(0)
    assert dialog.plan
    assert {change.line.administering_agency for change in dialog.plan.changes} == {"New Zealand Police"}


def test_what_is_there_already_cannot_be_brought_in_again(office: Office, qtbot: QtBot) -> None:
    for _ in range(2):
        dialog = dialog_of(office, qtbot)
        read(dialog, qtbot, SIXTY)
        dialog.accept()
    assert not dialog.keep.isEnabled()
    assert "All of it is here already" in dialog.summary.text()


def test_a_file_that_is_none_of_treasurys_is_said_in_the_dialog(office: Office, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "other.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    dialog = dialog_of(office, qtbot)
    read(dialog, qtbot, path)
    assert dialog.banner.sentence.startswith("other.csv has no row with the headings Department, Vote")
    assert not dialog.keep.isEnabled()


def test_a_template_leaves_by_the_register_and_is_read_row_by_row(sample: Office, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    out = TemplateOutDialog(Desk(sample), None)
    qtbot.addWidget(out)
    out.agency.setCurrentIndex(out.agency.findText("Ministry of Education"))
    out.save_to(path)
    assert "Accountability lines and measures, Ministry of Education" in {
        each.what for each in sample.snapshot().of(Departure)
    }
    book = load_workbook(path)
    book["Lines"]["E5"] = "Renamed"
    book.save(path)
    back = TemplateInDialog(Desk(sample), None)
    qtbot.addWidget(back)
    back.add(path)
    assert "1 changed" in back.summary.text()
    back.accept()
    assert sample.undo_name == "read lines and measures"


def test_a_new_year_is_looked_at_then_done_as_one_step(office: Office, qtbot: QtBot) -> None:
    then, following = a_framework(), a_framework(name="Estimates 2008/09")
    here, there = a_line(then), a_line(following, year_end=2009, line_key="k")
    group, agency = a_group(), an_agency()
    result = a_result(group, on=date(2008, 8, 1))
    claim = a_mapping(result, agency, line_id=here.id)
    with office.step("make ready"):
        office.save(then, following, here, there, group, agency, result, claim)
    dialog = NewYearDialog(Desk(office), None)
    qtbot.addWidget(dialog)
    assert dialog.year.currentText() == "2008/09"
    assert dialog.summary.text() == "1 line linked to 2008/09, 1 claim carried across, 0 without a line to go to."
    dialog.accept()
    assert office.snapshot().one(Mapping, claim.id).line_id == there.id
    assert office.undo_name == "go on into a new year"


def test_a_year_without_lines_says_what_to_do(sample: Office, qtbot: QtBot) -> None:
    dialog = NewYearDialog(Desk(sample), None)
    qtbot.addWidget(dialog)
    dialog.year.setCurrentIndex(dialog.year.findText("2008/09"))
    assert dialog.banner.sentence.startswith("There is no line of 2008/09 yet: bring in Treasury's workbook")
    assert not dialog.keep.isEnabled()


def test_qt_finds_nothing_wrong_with_the_table(side: LinesSide) -> None:
    QAbstractItemModelTester(side.table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    side.refill()
