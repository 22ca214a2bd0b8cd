"""What somebody meets in an office that has nearly nothing in it yet."""

from datetime import date

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.builders import a_group, a_person, an_agency
from tests.ui.answering import answering
from tracker.models.meeting_draft import DraftAttendance, ItemKind
from tracker.models.records import Group, Record
from tracker.store.office import Office
from tracker.ui.desk import Desk
from tracker.ui.flow_box import FlowBox
from tracker.ui.form_dialog import FormDialog
from tracker.ui.group.trajectory_side import TrajectorySide
from tracker.ui.page import Page
from tracker.ui.pages.groups import GroupsPage
from tracker.ui.pages.log_meeting import LogMeetingPage
from tracker.ui.pages.returns import ReturnsPage
from tracker.ui.place import Place


def keep(office: Office, *records: Record) -> None:
    with office.step("make ready"):
        office.save(*records)


def shown(page: Page, place: Place, qtbot: QtBot) -> None:
    qtbot.addWidget(page)
    page.resize(900, 700)
    page.show()
    page.activateWindow()
    QTest.qWaitForWindowActive(page)
    page.show_place(place)


def test_the_keyboard_is_on_the_button_for_the_first_group(office: Office, qtbot: QtBot) -> None:
    page = GroupsPage(Desk(office))
    shown(page, Place("groups"), qtbot)
    assert QApplication.focusWidget() is page.first


@pytest.mark.parametrize(("kind", "name"), [(LogMeetingPage, "log-meeting"), (ReturnsPage, "returns")])
def test_a_page_without_groups_asks_for_the_first_and_goes_on_with_it(
    kind: type[Page], name: str, office: Office, qtbot: QtBot
) -> None:
    page = kind(Desk(office))
    shown(page, Place(name), qtbot)
    went: list[Place] = []
    page.desk.place_requested.connect(went.append)

    def fill(dialog: FormDialog) -> None:
        for field, value in (("name", "Warm homes"), ("code", "WH"), ("started_on", date(2008, 6, 1))):
            dialog.form.inputs[field].set_value(value)
        dialog.ok.click()

    add = next(button for button in page.findChildren(QPushButton) if "Add a group" in button.text())
    with answering(fill):
        add.click()
    assert went == [Place(name, office.snapshot().of(Group)[0].id)]


def test_examples_of_lines_stand_under_the_line_one_for_each_kind(office: Office, qtbot: QtBot) -> None:
    group = a_group()
    keep(office, group)
    page = LogMeetingPage(Desk(office))
    shown(page, Place("log-meeting", group.id), qtbot)
    examples = page.form.examples
    assert examples.isVisible()
    assert [page.form.composer.read(line).kind for line in examples.lines] == list(ItemKind)


def test_the_keyboard_goes_to_whoever_was_added(office: Office, qtbot: QtBot) -> None:
    group, police = a_group(), an_agency("POL", short_name="Police")
    officer = a_person(police, name="Youth officer")
    keep(office, group, police, officer)
    page = LogMeetingPage(Desk(office))
    shown(page, Place("log-meeting", group.id), qtbot)
    came = DraftAttendance(agency_id=police.id, person_id=officer.id)
    page.form.add_attendance(came)
    page.form.strip.focus_on(came)
    assert QApplication.focusWidget() is page.form.strip.chips[0]


def test_a_group_without_a_stage_is_judged_from_its_empty_trajectory(office: Office, qtbot: QtBot) -> None:
    group = a_group()
    keep(office, group)
    tab = TrajectorySide(Desk(office))
    shown(tab, Place("group", group.id, "life-cycle"), qtbot)
    titles: list[str] = []
    with answering(lambda dialog: titles.append(dialog.windowTitle())):
        tab.trajectory_card.first.click()
    assert titles == ["Judge the stage"]


def test_hidden_parts_of_a_flow_leave_no_gap(qtbot: QtBot) -> None:
    box, first, second = FlowBox(), QPushButton("Meetings"), QPushButton("People")
    qtbot.addWidget(box)
    box.resize(400, 40)
    box.set_parts([first, second])
    first.hide()
    box.arrange()
    assert second.x() == 0
