"""Forms of a self-assessment in the window: one written and noted as it leaves, and those that came back, read."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.rounds_shown import Table, all_say, keep, shown_side
from tracker.models.mistake import Mistake
from tracker.models.records import Departure, Rating
from tracker.models.records.record import Sensitivity
from tracker.models.records.stage import Asked
from tracker.reports.assessment_form import form_bytes, prepare_form
from tracker.reports.assessment_reading import Outcome
from tracker.store.office import Office
from tracker.store.setting import Setting
from tracker.ui.assessment.form_in_dialog import FormInDialog
from tracker.ui.assessment.form_out_dialog import FormOutDialog
from tracker.ui.desk import Desk

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def table() -> Table:
    """Four agencies, and a round that asks them."""
    return Table().asked().said(0, all_say(1))


@pytest.fixture
def desk(office: Office, table: Table) -> Desk:
    keep(office, *table.records)
    return Desk(office)


@pytest.fixture
def out(desk: Desk, table: Table, qtbot: QtBot) -> Iterator[FormOutDialog]:
    dialog = FormOutDialog(desk, None, table.rounds[0].id)
    dialog.show()
    yield dialog
    dialog.close()
    dialog.deleteLater()


@pytest.fixture
def back(desk: Desk, table: Table, qtbot: QtBot) -> Iterator[FormInDialog]:
    dialog = FormInDialog(desk, None, table.group.id)
    dialog.show()
    yield dialog
    dialog.close()
    dialog.deleteLater()


@pytest.fixture
def said(desk: Desk) -> list[str]:
    """What the window is told was done."""
    sentences: list[str] = []
    desk.said.connect(sentences.append)
    return sentences


def a_form(desk: Desk, table: Table, path: Path, place: int = 1, answer: object = 3) -> Path:
    """A form that the agency at a place filled in, without a mark."""
    form = prepare_form(desk.snapshot, table.rounds[0], desk.office.setting.clock())
    path.write_bytes(form_bytes(form))
    book = openpyxl.load_workbook(path)
    for number, words, cell in book["Answers"].iter_rows(max_col=3):
        if words.value == "Your agency":
            cell.value = form.facts.agencies[place][1]
        elif isinstance(number.value, int):
            cell.value = answer
    book.save(path)
    return path


def save_as(monkeypatch: pytest.MonkeyPatch, path: Path | str) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *given: (str(path), ""))


def choose(monkeypatch: pytest.MonkeyPatch, *paths: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *given: ([str(path) for path in paths], ""))


def outcomes(dialog: FormInDialog) -> list[Outcome]:
    return [form.outcome for form in dialog.forms]


def test_enter_saves_a_form_and_notes_it_as_it_leaves(
    out: FormOutDialog, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: list[str]
) -> None:
    save_as(monkeypatch, tmp_path / "form")
    QTest.keyClick(out, Qt.Key.Key_Return)
    (left,) = desk.snapshot.of(Departure)
    content = (tmp_path / "form.xlsx").read_bytes()
    assert (left.to_whom, left.purpose, left.rows) == ("The agencies asked", "Self-assessment", 24)
    assert left.file_sha256 == hashlib.sha256(content).hexdigest()
    assert said == ["Saved: form.xlsx. That is noted in the register of what left. R reads what comes back."]


def test_what_leaves_is_said_before_it_does(out: FormOutDialog) -> None:
    told = " ".join(out.words + out.notes)
    assert "24 signs, in mixed order" in told
    assert "The names of 4 agencies" in told
    assert "With 4 agencies nobody is truly anonymous" in told


def test_undo_stops_at_a_form_that_left(out: FormOutDialog, desk: Desk, tmp_path: Path) -> None:
    out.save_to(tmp_path / "form.xlsx")
    with pytest.raises(Mistake):
        desk.office.undo()


def test_whoever_thinks_better_of_it_saves_nothing(
    out: FormOutDialog, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_as(monkeypatch, "")
    QTest.keyClick(out, Qt.Key.Key_S, CTRL)
    assert (out.isVisible(), desk.snapshot.of(Departure)) == (True, ())


@pytest.mark.parametrize("field", ["to_whom", "purpose"])
def test_a_form_goes_to_somebody_for_something(out: FormOutDialog, tmp_path: Path, field: str) -> None:
    getattr(out, field).clear()
    out.save_to(tmp_path / "form.xlsx")
    assert "is noted with what left" in out.banner.sentence
    assert list(tmp_path.glob("*.xlsx")) == []


def test_a_form_that_cannot_be_written_is_said_and_not_noted(out: FormOutDialog, desk: Desk, tmp_path: Path) -> None:
    out.save_to(tmp_path / "nowhere" / "form.xlsx")
    assert "There is no folder" in out.banner.sentence
    assert desk.snapshot.of(Departure) == ()


def test_a_restricted_group_lets_no_form_out(office: Office, qtbot: QtBot) -> None:
    table = Table(sensitivity=Sensitivity.RESTRICTED).asked()
    keep(office, *table.records)
    dialog = FormOutDialog(Desk(office), None, table.rounds[0].id)
    assert dialog.banner.sentence
    assert (dialog.save.isEnabled(), dialog.words) == (False, ())
    dialog.deleteLater()


def test_a_health_check_says_what_it_asks(office: Office, qtbot: QtBot) -> None:
    table = Table().asked(asks=Asked.HEALTH)
    keep(office, *table.records)
    dialog = FormOutDialog(Desk(office), None, table.rounds[0].id)
    assert "questions of the health check" in dialog.words[0]
    dialog.deleteLater()


def test_f_reads_forms_and_shows_them_before_anything_is_kept(
    back: FormInDialog, desk: Desk, table: Table, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, a_form(desk, table, tmp_path / "a.xlsx"), a_form(desk, table, tmp_path / "b.xlsx", 2))
    QTest.keyClick(back, Qt.Key.Key_F)
    assert outcomes(back) == [Outcome.NEW, Outcome.NEW]
    assert back.keep.accessibleName() == "Keep 2 forms"
    assert len(desk.snapshot.of(Rating)) == 1


def test_o_reads_a_folder(
    back: FormInDialog, desk: Desk, table: Table, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "back"
    folder.mkdir()
    a_form(desk, table, folder / "a.xlsx")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *given: str(folder))
    QTest.keyClick(back, Qt.Key.Key_O)
    assert outcomes(back) == [Outcome.NEW]


def test_ctrl_enter_keeps_all_that_can_be_read_in_one_step(
    back: FormInDialog, desk: Desk, table: Table, tmp_path: Path, said: list[str]
) -> None:
    (tmp_path / "letter.xlsx").write_text("Dear Aroha", encoding="utf-8")
    forms = [a_form(desk, table, tmp_path / f"{place}.xlsx", place) for place in (1, 2)]
    back.add([*forms, tmp_path / "letter.xlsx"])
    QTest.keyClick(back.view, Qt.Key.Key_Return, CTRL)
    assert len(desk.snapshot.of(Rating)) == 3
    assert desk.office.undo_name == "read 2 self-assessment forms"
    assert said == ["3 forms: 2 kept, 1 not read. Ctrl+Z takes it back."]
    desk.office.undo()
    assert len(desk.snapshot.of(Rating)) == 1


def test_what_could_not_be_read_stays_listed_after_the_others_are_kept(
    back: FormInDialog, desk: Desk, table: Table, tmp_path: Path
) -> None:
    (tmp_path / "letter.xlsx").write_text("Dear Aroha", encoding="utf-8")
    back.add([a_form(desk, table, tmp_path / "a.xlsx"), tmp_path / "letter.xlsx"])
    back.accept()
    assert (back.isVisible(), [form.file_name for form in back.forms]) == (True, ["letter.xlsx"])
    assert back.banner.sentence.startswith("2 forms: 1 kept, 1 not read.")


def test_it_closes_once_all_are_kept(back: FormInDialog, desk: Desk, table: Table, tmp_path: Path) -> None:
    back.add([a_form(desk, table, tmp_path / "a.xlsx")])
    QTest.keyClick(back.view, Qt.Key.Key_Return)
    assert not back.isVisible()


def test_a_form_that_changed_replaces_and_says_so(back: FormInDialog, desk: Desk, table: Table, tmp_path: Path) -> None:
    back.add([a_form(desk, table, tmp_path / "a.xlsx", answer=2)])
    back.accept()
    again = FormInDialog(desk, None, table.group.id)
    again.add([a_form(desk, table, tmp_path / "a.xlsx", answer=4)])
    assert outcomes(again) == [Outcome.REPLACES]
    assert "In place of the answers of 30 Jun 2008, 24 different" in again.whole.text()
    again.accept()
    assert len(desk.snapshot.of(Rating)) == 2
    again.deleteLater()


def test_delete_leaves_out_the_file_that_no_longer_holds(
    back: FormInDialog, desk: Desk, table: Table, tmp_path: Path
) -> None:
    first, second = a_form(desk, table, tmp_path / "a.xlsx"), a_form(desk, table, tmp_path / "b.xlsx", answer=1)
    back.add([first, second])
    assert outcomes(back) == [Outcome.REFUSED, Outcome.REFUSED]
    assert not back.keep.isEnabled()
    back.view.choose(str(first))
    QTest.keyClick(back.view, Qt.Key.Key_Delete)
    assert [(form.path, form.outcome) for form in back.forms] == [(second, Outcome.NEW)]
    assert first.exists()


def test_the_whole_reason_of_the_chosen_file_is_read_below(back: FormInDialog, tmp_path: Path) -> None:
    (tmp_path / "letter.xlsx").write_text("Dear Aroha", encoding="utf-8")
    back.add([tmp_path / "letter.xlsx"])
    assert back.whole.text() == "letter.xlsx: This is no Excel workbook: choose the .xlsx that came back."


def test_a_form_of_another_group_is_named(back: FormInDialog, desk: Desk, table: Table, tmp_path: Path) -> None:
    other = Table(1, name="Safer streets").asked()
    desk.do("add", *other.records)
    back.add([a_form(desk, other, tmp_path / "other.xlsx", 0)])
    assert "of another group, Safer streets" in back.forms[0].sentence


def test_a_folder_without_forms_is_said_and_what_was_read_stays(
    back: FormInDialog, desk: Desk, table: Table, tmp_path: Path
) -> None:
    (tmp_path / "empty").mkdir()
    back.add([a_form(desk, table, tmp_path / "a.xlsx"), tmp_path / "empty"])
    assert "There is no Excel workbook in empty" in back.banner.sentence
    assert outcomes(back) == [Outcome.NEW]


def test_files_can_be_dropped_on_it(back: FormInDialog, desk: Desk, table: Table, tmp_path: Path) -> None:
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(a_form(desk, table, tmp_path / "a.xlsx")))])
    actions, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    back.dropEvent(QDropEvent(QPointF(5, 5), actions, dropped, button, Qt.KeyboardModifier.NoModifier))
    assert outcomes(back) == [Outcome.NEW]


def test_an_office_open_to_read_alone_keeps_no_form(
    desk: Desk, table: Table, setting: Setting, tmp_path: Path, qtbot: QtBot
) -> None:
    path = a_form(desk, table, tmp_path / "a.xlsx")
    (tmp_path / "copy.tracker").write_bytes(desk.office.image())
    office = Office.read(tmp_path / "copy.tracker", setting)
    dialog = FormInDialog(Desk(office), None, table.group.id)
    dialog.add([path])
    dialog.accept()
    assert "read" in dialog.banner.sentence
    assert len(office.snapshot().of(Rating)) == 1
    dialog.deleteLater()
    office.close()


def test_esc_closes_it_and_keeps_nothing(back: FormInDialog, desk: Desk, table: Table, tmp_path: Path) -> None:
    back.add([a_form(desk, table, tmp_path / "a.xlsx")])
    QTest.keyClick(back, Qt.Key.Key_Escape)
    assert (back.isVisible(), len(desk.snapshot.of(Rating))) == (False, 1)


def test_qt_finds_nothing_wrong_with_the_list(back: FormInDialog, desk: Desk, table: Table, tmp_path: Path) -> None:
    QAbstractItemModelTester(back.table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    back.add([a_form(desk, table, tmp_path / "a.xlsx"), tmp_path / "gone.xlsx"])
    back.add([tmp_path / "more.xlsx"])
    assert back.table.total == 3


@pytest.mark.parametrize(("key", "kind"), [(Qt.Key.Key_W, FormOutDialog), (Qt.Key.Key_R, FormInDialog)])
def test_w_and_r_open_them_from_the_rounds(
    desk: Desk, table: Table, qtbot: QtBot, key: Qt.Key, kind: type[QDialog]
) -> None:
    side = shown_side(desk.office, table.group.id, qtbot)
    seen: list[QWidget | None] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        seen.append(dialog)
        assert dialog is not None
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    QTimer.singleShot(0, look)
    QTest.keyClick(side.view, key)
    assert [type(dialog) for dialog in seen] == [kind]
