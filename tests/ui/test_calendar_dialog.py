"""Saving planned meetings as a calendar file."""

from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.builders import a_group, an_id
from tracker.models.records import Departure, PlannedMeeting
from tracker.models.records.record import Sensitivity
from tracker.store.office import Office
from tracker.ui.desk import Desk
from tracker.ui.meetings.calendar_dialog import CalendarDialog

GROUP, OTHER = a_group(short_name="ICM"), a_group(code="SEMO", short_name="Schooling")


def a_plan(group_id: str, **fields: object) -> PlannedMeeting:
    return PlannedMeeting(id=an_id(), group_id=group_id, on=date(2008, 7, 3), **fields)


PLAN = a_plan(GROUP.id)


@pytest.fixture
def desk(office: Office) -> Desk:
    hidden = a_plan(OTHER.id, sensitivity=Sensitivity.RESTRICTED)
    with office.step("make ready"):
        office.save(GROUP, OTHER, PLAN, a_plan(GROUP.id), a_plan(OTHER.id), hidden)
    return Desk(office)


def a_dialog(desk: Desk, qtbot: QtBot, group_id: str = "", planned_id: str = "") -> CalendarDialog:
    dialog = CalendarDialog(desk, None, group_id, planned_id)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def answer(monkeypatch: pytest.MonkeyPatch, path: Path | None) -> list[str]:
    """Answers the dialog that asks for a file's name; gives back what it suggested."""
    asked: list[str] = []

    def ask(parent: object, title: str, suggested: str, kinds: str) -> tuple[str, str]:
        asked.append(Path(suggested).name)
        return (str(path) if path else "", kinds)

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    return asked


def test_what_will_be_in_the_file_is_said_and_what_stays(desk: Desk, qtbot: QtBot) -> None:
    dialog = a_dialog(desk, qtbot)
    assert dialog.said.text() == (
        "3 plans of 2 groups: the group's name, the place and the time, and nothing else. "
        "The next meeting is on 3 Jul 2008. 1 restricted plan stays here."
    )


def test_a_plan_its_group_or_all_can_be_chosen(desk: Desk, qtbot: QtBot) -> None:
    dialog = a_dialog(desk, qtbot, planned_id=PLAN.id)
    counts = []
    for place in range(dialog.which.count()):
        dialog.which.setCurrentIndex(place)
        counts.append(dialog.said.text().split(":")[0])
    assert counts == ["1 plan of 1 group", "2 plans of 1 group", "3 plans of 2 groups"]


def test_a_saved_file_is_there_and_what_left_is_noted(
    desk: Desk, qtbot: QtBot, office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = answer(monkeypatch, tmp_path / "dates")
    dialog = a_dialog(desk, qtbot, GROUP.id)
    with qtbot.waitSignal(desk.said) as said:
        dialog.save_button.click()
    (entry,) = office.snapshot().of(Departure)
    assert asked == ["meetings_AKL_ICM.ics"]
    assert len(Calendar.from_ical((tmp_path / "dates.ics").read_bytes()).walk("VEVENT")) == 2
    assert (entry.file_name, entry.rows, entry.to_whom) == ("dates.ics", 2, "Own calendar")
    assert said.args == ["Saved: dates.ics. Open it to put the meetings into a calendar."]


def test_what_left_cannot_be_undone(
    desk: Desk, qtbot: QtBot, office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, tmp_path / "dates.ics")
    dialog = a_dialog(desk, qtbot)
    dialog.save_button.click()
    assert office.undo_name == ""


def test_giving_up_the_file_leaves_the_dialog_open_and_notes_nothing(
    desk: Desk, qtbot: QtBot, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, None)
    dialog = a_dialog(desk, qtbot)
    dialog.save_button.click()
    assert dialog.isVisible()
    assert office.snapshot().of(Departure) == ()


def test_a_folder_that_is_not_there_is_said_in_the_dialog(
    desk: Desk, qtbot: QtBot, office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, tmp_path / "nowhere" / "dates.ics")
    dialog = a_dialog(desk, qtbot)
    dialog.save_button.click()
    assert dialog.banner.sentence.startswith("There is no folder")
    assert office.snapshot().of(Departure) == ()


def test_to_whom_it_goes_must_be_said(desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = answer(monkeypatch, None)
    dialog = a_dialog(desk, qtbot)
    dialog.to_whom.clear()
    dialog.save_button.click()
    assert dialog.banner.sentence.startswith("Say to whom")
    assert asked == []


def test_where_nothing_is_planned_the_dialog_says_so(office: Office, qtbot: QtBot) -> None:
    with office.step("add a group"):
        office.save(GROUP)
    dialog = a_dialog(Desk(office), qtbot)
    assert not dialog.save_button.isEnabled()
    assert dialog.said.text().startswith("Nothing is planned")
