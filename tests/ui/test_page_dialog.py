"""The brief and the minutes in the window: looked at, then saved, printed or copied, and noted in the register."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from tracker.models.mistake import Mistake
from tracker.models.records import Departure, Group, Meeting
from tracker.models.records.record import Sensitivity
from tracker.store.office import Office
from tracker.store.setting import Setting
from tracker.ui.desk import Desk
from tracker.ui.pages.group import GroupPage
from tracker.ui.place import Place
from tracker.ui.printing import printer as printing
from tracker.ui.printing.brief_dialog import BriefDialog
from tracker.ui.printing.minutes_dialog import MinutesDialog


def last_meeting(office: Office) -> Meeting:
    meetings = office.snapshot().of(Meeting, group_id=office.find(Group, "ICM").id)
    return max(meetings, key=lambda meeting: str(meeting.on))


def left(office: Office) -> Departure:
    return max(office.snapshot().of(Departure), key=lambda departure: str(departure.at))


@pytest.fixture
def brief(sample: Office, qtbot: QtBot) -> Iterator[BriefDialog]:
    dialog = BriefDialog(Desk(sample), None, sample.find(Group, "ICM").id)
    dialog.show()
    yield dialog
    dialog.close()
    dialog.deleteLater()


@pytest.fixture
def minutes(sample: Office, qtbot: QtBot) -> Iterator[MinutesDialog]:
    dialog = MinutesDialog(Desk(sample), None, last_meeting(sample).id)
    dialog.show()
    yield dialog
    dialog.close()
    dialog.deleteLater()


def test_the_page_tells_the_group_and_its_next_meeting(brief: BriefDialog) -> None:
    assert brief.handout is not None
    assert "Integrated Case Management, Papakura" in brief.handout.text
    assert "17 Jul 2008" in brief.view.accessibleDescription()


def test_saving_writes_the_page_and_notes_what_left(brief: BriefDialog, sample: Office, tmp_path: Path) -> None:
    brief.to_whom.setText("The chair")
    brief.save_to(tmp_path / "brief.pdf")
    content = (tmp_path / "brief.pdf").read_bytes()
    noted = left(sample)
    assert content.startswith(b"%PDF")
    assert (noted.to_whom, noted.file_name) == ("The chair", "brief.pdf")
    assert noted.file_sha256 == hashlib.sha256(content).hexdigest()
    assert brief.handout is not None
    assert noted.rows == brief.handout.rows
    assert brief.banner.sentence.startswith("Saved: brief.pdf.")


def test_undo_stops_at_what_left(brief: BriefDialog, sample: Office, tmp_path: Path) -> None:
    brief.save_to(tmp_path / "brief.pdf")
    with pytest.raises(Mistake):
        sample.undo()


def test_a_file_that_cannot_be_written_is_said_and_nothing_is_noted(
    brief: BriefDialog, sample: Office, tmp_path: Path
) -> None:
    before = sample.snapshot().of(Departure)
    brief.save_to(tmp_path / "nowhere" / "brief.pdf")
    assert "There is no folder" in brief.banner.sentence
    assert sample.snapshot().of(Departure) == before


def test_a_page_needs_somebody_to_go_to(brief: BriefDialog, tmp_path: Path) -> None:
    brief.to_whom.clear()
    brief.save_to(tmp_path / "brief.pdf")
    assert brief.banner.sentence.startswith("Say to whom it goes")
    assert list(tmp_path.glob("*.pdf")) == []


def test_a_page_needs_something_to_go_for(brief: BriefDialog, tmp_path: Path) -> None:
    brief.purpose.clear()
    brief.save_to(tmp_path / "brief.pdf")
    assert brief.banner.sentence.startswith("Say what it is for")
    assert list(tmp_path.glob("*.pdf")) == []


def test_an_office_that_may_only_be_read_lets_nothing_leave(
    sample_path: Path, setting: Setting, tmp_path: Path, qtbot: QtBot
) -> None:
    office = Office.read(sample_path, setting)
    dialog = BriefDialog(Desk(office), None, office.find(Group, "ICM").id)
    dialog.save_to(tmp_path / "brief.pdf")
    assert "open to read alone" in dialog.banner.sentence
    assert not (tmp_path / "brief.pdf").exists()
    dialog.deleteLater()
    office.close()


def test_a_restricted_group_is_refused_in_a_sentence(sample: Office, qtbot: QtBot) -> None:
    group = sample.find(Group, "ICM")
    with sample.step("restrict"):
        sample.save(replace(group, sensitivity=Sensitivity.RESTRICTED))
    dialog = MinutesDialog(Desk(sample), None, last_meeting(sample).id)
    assert "restricted to this office" in dialog.banner.sentence
    assert [button.isEnabled() for button in (dialog.save, dialog.print, dialog.copy)] == [False] * 3
    dialog.deleteLater()


def test_copying_puts_text_and_html_on_the_clipboard_and_notes_it(minutes: MinutesDialog, sample: Office) -> None:
    QTest.keyClick(minutes, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    copied = QGuiApplication.clipboard().mimeData()
    assert copied.text().startswith("Integrated Case Management, Papakura\nMinutes of the meeting of 12 Jun 2008")
    assert "<h3>Decided</h3><ul><li>" in copied.html()
    assert left(sample).what.endswith(", copied for an e-mail")


def test_ctrl_s_asks_where_to_and_adds_the_ending(
    minutes: MinutesDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def answer(*given: object) -> tuple[str, str]:
        asked.append(given)
        return str(tmp_path / "june"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    QTest.keyClick(minutes, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert (tmp_path / "june.pdf").exists()
    assert str(asked[0][2]).endswith("Minutes_ICM_2008-06-12.pdf")


def test_ctrl_p_prints_and_notes_it(
    brief: BriefDialog, sample: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def chosen(parent: object, title: str, pages: int) -> QPrinter:
        printer = QPrinter()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "paper.pdf"))
        return printer

    monkeypatch.setattr(printing, "asked_printer", chosen)
    QTest.keyClick(brief, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert (tmp_path / "paper.pdf").read_bytes().startswith(b"%PDF")
    assert left(sample).what.endswith(", printed")


def test_esc_closes_the_page(brief: BriefDialog) -> None:
    QTest.keyClick(brief, Qt.Key.Key_Escape)
    assert not brief.isVisible()


def test_the_page_can_be_read_larger_and_fitted_again(brief: BriefDialog) -> None:
    fitting = brief.view.zoom
    QTest.keyClick(brief, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert brief.view.zoom == pytest.approx(fitting * 1.25)
    QTest.keyClick(brief, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert brief.view.zoom == fitting


def test_the_group_page_opens_the_brief(sample: Office, qtbot: QtBot) -> None:
    page = GroupPage(Desk(sample))
    qtbot.addWidget(page)
    page.show()
    page.show_place(Place("group", sample.find(Group, "ICM").id, "overview"))
    seen: list[object] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        seen.append(dialog)
        if isinstance(dialog, BriefDialog):
            dialog.reject()

    QTimer.singleShot(0, look)
    page.show_brief()
    assert [type(dialog) for dialog in seen] == [BriefDialog]
