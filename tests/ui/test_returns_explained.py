"""Explaining queries in place, signing, and head office's answers, as a person does it."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tracker.models.figures.next_return import last_sign_offs, returns_made, states_offered
from tracker.models.records import Agency, Group, Receipt, Return, SignOff
from tracker.models.records.explanation import Explanation
from tracker.models.records.handing_in import ReturnKind, ReturnState, SignOffRole, Verdict
from tracker.store.office import Office
from tracker.ui.desk import Desk
from tracker.ui.pages.returns import ReturnsPage
from tracker.ui.place import Place
from tracker.ui.returns.prepare_side import PrepareSide
from tracker.ui.returns.sign_off_dialog import SignOffDialog


@pytest.fixture
def page(sample: Office, qtbot: QtBot) -> Iterator[PrepareSide]:
    """The side that prepares returns, on a group with a query."""
    made = ReturnsPage(Desk(sample))
    made.resize(1000, 700)
    made.show()
    made.activateWindow()
    made.show_place(Place("returns", sample.find(Group, "ICM").id))
    yield made.preparing
    made.preparing.writer.wait()
    made.hide()
    made.deleteLater()


def explain(page: PrepareSide, text: str) -> None:
    """As typed into the line under the first query."""
    edit = page.checks.queries[0].edit
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, text)
    if not text:
        QTest.keyClick(edit, Qt.Key.Key_Delete)
    QTest.keyClick(edit, Qt.Key.Key_Return)


def save(page: PrepareSide, path: Path, qtbot: QtBot) -> Return:
    job = page.save_to(path)
    with qtbot.waitSignal(job.finished, timeout=20_000):
        pass
    qtbot.waitUntil(lambda: page.writer.job is None)
    made = returns_made(page.desk.snapshot)[0].made
    assert made is not None
    return made


def choose(page: PrepareSide, kind: ReturnKind) -> None:
    """As chosen from the list of returns."""
    page.card.kind.setCurrentIndex(page.card.kind.findData(kind.value))


def set_state(page: PrepareSide, state: ReturnState) -> None:
    page.card.state.setCurrentIndex(page.card.state.findData(state.value))


def test_a_query_is_explained_in_place_with_enter(page: PrepareSide) -> None:
    explain(page, "Counted twice in May: 3 fewer")
    (told,) = page.desk.snapshot.of(Explanation)
    assert (told.text, told.kind, told.period) == ("Counted twice in May: 3 fewer", ReturnKind.GROUP, "2007/08")
    assert page.checks.queries[0].explained
    assert "1 query explained" in page.checks.title
    assert page.prepared is not None
    assert page.prepared.unexplained == 0


def test_an_explanation_is_one_step_that_can_be_undone(page: PrepareSide) -> None:
    explain(page, "Asked again in June")
    assert page.desk.office.undo() == "explain a query"
    assert page.checks.queries[0].edit.text() == ""


def test_an_explanation_with_nothing_left_of_it_is_taken_back(page: PrepareSide) -> None:
    explain(page, "Asked again in June")
    explain(page, "")
    assert page.desk.snapshot.of(Explanation) == ()


def test_escape_puts_back_what_was_kept(page: PrepareSide) -> None:
    explain(page, "Asked again in June")
    edit = page.checks.queries[0].edit
    edit.setText("Something else")
    QTest.keyClick(edit, Qt.Key.Key_Escape)
    assert edit.text() == "Asked again in June"


def test_the_explanation_stands_on_the_sheet_and_in_the_next_revision(
    page: PrepareSide, tmp_path: Path, qtbot: QtBot
) -> None:
    explain(page, "=Asked again in June")
    for name in ("first.xlsx", "second.xlsx"):
        save(page, tmp_path / name, qtbot)
        sheet = openpyxl.load_workbook(tmp_path / name)["Checks"]
        told = [row[7] for row in sheet.iter_rows(5) if row[2].value == "query"]
        assert [(cell.value, cell.data_type) for cell in told] == [("=Asked again in June", "s")]


def test_enter_goes_on_to_the_next_query_that_is_open(page: PrepareSide) -> None:
    choose(page, ReturnKind.REGION)
    explain(page, "Asked again in June")
    assert page.window().focusWidget() is page.checks.queries[1].edit


def test_what_is_explained_for_the_group_is_not_explained_for_the_region(page: PrepareSide) -> None:
    explain(page, "Asked again in June")
    choose(page, ReturnKind.REGION)
    assert not any(row.explained for row in page.checks.queries)


def test_a_query_without_an_explanation_stops_signing(page: PrepareSide) -> None:
    set_state(page, ReturnState.CERTIFIED)
    page.save()
    assert "a query without an explanation on the checks" in page.banner.sentence


def test_a_certified_return_needs_who_prepared_it(page: PrepareSide) -> None:
    explain(page, "Asked again in June")
    set_state(page, ReturnState.CERTIFIED)
    page.save()
    assert page.banner.sentence.startswith("Nobody stands behind this return yet")


def test_names_stand_on_the_sheet_and_are_kept_with_the_return(page: PrepareSide, tmp_path: Path, qtbot: QtBot) -> None:
    explain(page, "Asked again in June")
    set_state(page, ReturnState.CERTIFIED)
    page.sign_offs = (SignOff(role=SignOffRole.PREPARED, name="M. Rewi", on=date(2008, 6, 30)),)
    made = save(page, tmp_path / "return.xlsx", qtbot)
    assert openpyxl.load_workbook(tmp_path / "return.xlsx")["Sign_off"]["B5"].value == "M. Rewi"
    assert [each.name for each in page.desk.snapshot.of(SignOff, return_id=made.id)] == ["M. Rewi"]
    assert page.sign_offs == ()
    assert [each.name for each in last_sign_offs(page.desk.snapshot, ReturnKind.GROUP, made.scope_id)] == ["M. Rewi"]


def test_names_of_last_time_sign_nothing_until_they_are_taken(page: PrepareSide, qtbot: QtBot) -> None:
    last = (SignOff(role=SignOffRole.PREPARED, name="M. Rewi", on=date(2008, 3, 31)),)
    dialog = SignOffDialog(page.desk.snapshot, (), last, None)
    qtbot.addWidget(dialog)
    dialog.accept()
    assert dialog.sign_offs == ()
    dialog.same.click()
    dialog.accept()
    assert [(each.name, each.on) for each in dialog.sign_offs] == [("M. Rewi", page.desk.snapshot.today)]


def test_a_position_without_a_name_is_said(page: PrepareSide, qtbot: QtBot) -> None:
    dialog = SignOffDialog(page.desk.snapshot, (), (), None)
    qtbot.addWidget(dialog)
    dialog.lines[SignOffRole.REGIONAL].position.setText("Regional Commissioner")
    dialog.accept()
    assert dialog.result() == 0
    assert dialog.sign_offs == ()


def test_names_typed_for_one_return_stand_under_no_other(page: PrepareSide) -> None:
    page.sign_offs = (SignOff(role=SignOffRole.PREPARED, name="M. Rewi"),)
    choose(page, ReturnKind.REGION)
    assert page.sign_offs == ()


def test_a_certified_return_is_followed_by_an_amended_or_a_withdrawn_one() -> None:
    made = Return(id="r", state=ReturnState.CERTIFIED)
    assert states_offered(made) == (ReturnState.DRAFT, ReturnState.AMENDED, ReturnState.WITHDRAWN)
    assert ReturnState.AMENDED not in states_offered(None)


@pytest.mark.parametrize("kind", [ReturnKind.AGENCY, ReturnKind.REGION])
def test_agency_and_region_are_saved_like_a_group(
    page: PrepareSide, kind: ReturnKind, tmp_path: Path, qtbot: QtBot
) -> None:
    choose(page, kind)
    if kind is ReturnKind.AGENCY:
        page.card.scope.setCurrentIndex(page.card.scope.findData(page.desk.office.find(Agency, "EDU").id))
    made = save(page, tmp_path / "return.xlsx", qtbot)
    assert (made.kind, made.scope_id, made.revision) == (kind, page.card.scope.key, 1)
    assert page.banner.sentence.startswith("Saved: return.xlsx")


def test_an_answer_is_recorded_by_hand_in_the_page(page: PrepareSide, tmp_path: Path, qtbot: QtBot) -> None:
    made = save(page, tmp_path / "return.xlsx", qtbot)
    QTest.keyClick(page.made.view, Qt.Key.Key_N)
    page.made.asking.inputs["verdict"].choose(Verdict.QUERIED.value)  # type: ignore[attr-defined]
    issues = page.made.asking.inputs["issues"]
    QTest.keyClicks(issues, "Why 12?")
    QTest.keyClick(issues, Qt.Key.Key_Return)
    (receipt,) = page.desk.snapshot.of(Receipt, return_id=made.id)
    assert (receipt.verdict, receipt.issues) == (Verdict.QUERIED, "Why 12?")
    assert "Queried 30 Jun 2008" in page.made.table.as_text()


def test_answers_are_read_from_the_file_of_head_office_once(page: PrepareSide, tmp_path: Path, qtbot: QtBot) -> None:
    from tracker.reports.collation.collating import collate

    said: list[str] = []
    page.desk.said.connect(said.append)
    made = save(page, tmp_path / "return.xlsx", qtbot)
    now = datetime(2030, 7, 1, tzinfo=UTC)
    done = collate([tmp_path / "return.xlsx"], tmp_path / "national.xlsx", now=now)
    for _ in range(2):
        page.made.record_from(done.answers[0])
    assert len(page.desk.snapshot.of(Receipt, return_id=made.id)) == 1
    assert said == ["1 answer noted.", "No answers noted, 1 was here already."]


def test_a_return_is_no_answer(page: PrepareSide, tmp_path: Path, qtbot: QtBot) -> None:
    mistakes: list[str] = []
    page.desk.mistaken.connect(mistakes.append)
    save(page, tmp_path / "return.xlsx", qtbot)
    page.made.record_from(tmp_path / "return.xlsx")
    assert mistakes == ["This is no answer of head office: choose the workbook that it sent."]
