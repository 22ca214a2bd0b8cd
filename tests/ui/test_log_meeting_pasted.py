"""A page of minutes pasted into the line, five hundred lines, and a window that is killed."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.meeting_typed import a_group_that_meets, press, shown_page, type_line, type_text
from tracker.models.meeting_draft import ItemKind
from tracker.models.records import Group
from tracker.store.office import Office
from tracker.store.setting import Setting
from tracker.ui.desk import Desk
from tracker.ui.draft import DraftFolder
from tracker.ui.pages.log_meeting import LogMeetingPage
from tracker.ui.place import Place

CTRL = Qt.KeyboardModifier.ControlModifier

MINUTES = (
    "Minutes\r\n\r\nd One desk\x00 on Tuesdays\r\nc Police: run the course by 27 Jul 2008\n\n\tנקודה 🎉 whānau\u2029"
)

# A window of its own process, typed into as a person would; it says when the last key is in, and goes on living.
TYPED_AND_ALIVE = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from tests.ui.meeting_typed import focused, type_line, type_text
from tracker.store.setting import Setting
from tracker.ui import style
from tracker.ui.place import Place
from tracker.ui.preferences import Preferences
from tracker.ui.window import Window
app = style.application(["tracker"])
style.apply(app, style.Theme.LIGHT)
setting = Setting.of_this_machine()
window = Window(setting, Preferences.keep_in(Path(sys.argv[1]).parent))
window.open_file(Path(sys.argv[1]))
window.show()
window.activateWindow()
window.go(Place("log-meeting", sys.argv[2]))
def type_it():
    page = window.shelf.currentWidget()
    page.form.composer.line.setFocus()
    type_line("d One desk on Tuesdays")
    type_text("c Police: half a whānau")
    print("typed", flush=True)
QTimer.singleShot(300, type_it)
app.exec()
"""


@pytest.fixture
def group(office: Office) -> Group:
    return a_group_that_meets(office)


@pytest.fixture
def page(office: Office, group: Group, qtbot: object) -> Iterator[LogMeetingPage]:
    """The page, with the keyboard in the line."""
    made = shown_page(Desk(office), Place("log-meeting", group.id))
    made.form.composer.line.setFocus()
    yield made
    made.hide()
    made.deleteLater()


def paste(text: str) -> None:
    QApplication.clipboard().setText(text)
    press(Qt.Key.Key_V, CTRL)


def texts(page: LogMeetingPage) -> list[str]:
    return [item.text for item in page.form.draft.items]


def test_each_paragraph_of_a_pasted_page_becomes_a_line(page: LogMeetingPage) -> None:
    paste(MINUTES)
    assert texts(page) == ["Minutes", "One desk on Tuesdays", "Run the course", "נקודה 🎉 whānau"]
    assert page.form.composer.text == ""
    assert page.banner.sentence.startswith("4 lines were pasted")
    assert "1 character that cannot be shown" in page.banner.sentence


def test_what_was_typed_around_a_pasted_page_stays_with_it(page: LogMeetingPage) -> None:
    type_text("d  and nothing else")
    page.form.composer.line.setCursorPosition(2)
    paste("One desk\nTwo desks")
    assert texts(page) == ["One desk", "Two desks and nothing else"]
    assert page.form.draft.items[0].kind is ItemKind.DECISION


def test_a_pasted_page_goes_as_easily_as_it_came(page: LogMeetingPage) -> None:
    type_line("d Before")
    paste(MINUTES)
    page.banner.action_chosen.emit()
    assert texts(page) == ["Before"]
    paste(MINUTES)
    press(Qt.Key.Key_Z, CTRL)
    assert texts(page) == ["Before"]


def test_one_pasted_line_stays_in_the_line(page: LogMeetingPage) -> None:
    paste("d One desk\n")
    assert page.form.composer.text == "d One desk"
    assert texts(page) == []


def test_five_hundred_lines_are_pasted_typed_on_and_saved(page: LogMeetingPage) -> None:
    paste("\n".join(f"d Point {number}" for number in range(500)))
    anew: list[object] = []
    page.form.list.items.modelReset.connect(lambda: anew.append("all"))
    page.form.list.items.rowsInserted.connect(lambda parent, first, last: anew.append((first, last)))
    type_line("d The last point")
    assert anew == [(500, 500)]
    assert page.save()


def test_a_draft_of_the_version_before_is_read(page: LogMeetingPage, group: Group) -> None:
    type_line("c Police: run the course by 27 Jul 2008")
    page.keeper.keep()
    (path,) = (page.desk.office.setting.data_folder / "drafts").rglob("*.json")
    kept = json.loads(path.read_text(encoding="utf-8"))
    for name in ("by_hand", "edited"):
        del kept[name]
    for name in ("to_agency_id", "agency_ids", "due_open", "who_open"):
        del kept["meeting"]["items"][0][name]
    path.write_text(json.dumps(kept), encoding="utf-8")
    again = DraftFolder(page.desk.office.setting.data_folder, page.desk.office.path).read(group.id)
    assert again == page.form.typed


def test_what_was_put_right_beside_an_open_line_comes_back(page: LogMeetingPage, group: Group) -> None:
    fields = page.form.composer.fields
    type_text("c run the course")
    fields.person.setFocus()
    type_text("Adviser EDU")
    fields.due.setFocus()
    type_text("27/7/2008")
    page.keeper.keep()
    again = shown_page(page.desk, Place("log-meeting", group.id))
    by_hand = again.form.typed.by_hand
    again.hide()
    again.deleteLater()
    assert by_hand == {"agency_id": fields.agency.key, "person_id": fields.person.key, "due": "27/7/2008"}
    assert all(by_hand.values())


def test_a_change_of_a_kept_line_comes_back_as_a_change(page: LogMeetingPage, group: Group) -> None:
    type_line("d One desk")
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Return)
    type_text(" on Tuesdays")
    page.keeper.keep()
    again = shown_page(page.desk, Place("log-meeting", group.id))
    again.form.composer.keep()
    items = again.form.draft.items
    again.hide()
    again.deleteLater()
    assert [item.text for item in items] == ["One desk on Tuesdays"]


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="This system cannot kill so.")
def test_what_was_typed_two_seconds_before_the_program_was_killed_comes_back(
    office: Office, group: Group, setting: Setting, tmp_path: Path, qtbot: object
) -> None:
    office.close()
    command = [sys.executable, "-c", TYPED_AND_ALIVE, str(office.path), group.id]
    top = str(Path(__file__).parents[2])
    environment = os.environ | {"PYTHONPATH": top, "TRACKER_DATA": str(setting.data_folder)}
    with subprocess.Popen(command, env=environment, cwd=top, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout
        assert running.stdout.readline().strip() == "typed"
        time.sleep(2)
        running.kill()
    opened = Office.open(office.path, setting)
    page = shown_page(Desk(opened), Place("log-meeting", group.id))
    QTest.qWait(1)
    came_back = (texts(page), page.form.composer.text)
    page.hide()
    page.deleteLater()
    opened.close()
    assert came_back == (["One desk on Tuesdays"], "c Police: half a whānau")
