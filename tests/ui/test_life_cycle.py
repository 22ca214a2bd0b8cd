"""The Life cycle tab."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from tests.builders import a_group, a_stage
from tracker.models.figures.self_profile import latest_profile
from tracker.models.guidance.tactics import tactics_for
from tracker.models.records import Group, Meeting, StageJudgement
from tracker.models.records.stage import Stage
from tracker.store.office import Office
from tracker.ui.desk import Desk
from tracker.ui.group.trajectory_side import TrajectorySide
from tracker.ui.place import Place


def shown_tab(office: Office, group: Group, qtbot: QtBot) -> TrajectorySide:
    tab = TrajectorySide(Desk(office))
    qtbot.addWidget(tab)
    tab.resize(1000, 640)
    tab.show_place(Place("group", group_id=group.id, tab="life-cycle"))
    tab.show()
    return tab


def kept(office: Office, *records: Group | StageJudgement) -> None:
    with office.step("add a group"):
        office.save(*records)


def test_the_stage_history_stands_newest_first(office: Office, qtbot: QtBot) -> None:
    group = a_group()
    kept(office, group, a_stage(group), a_stage(group, Stage.FRUSTRATION, on=office.today))
    tab = shown_tab(office, group, qtbot)
    assert tab.history.table.as_text().splitlines()[1].startswith("30 Jun 2008\tFrustration\t0")


def test_the_plot_follows_when_the_library_is_there(office: Office, qtbot: QtBot) -> None:
    group = a_group()
    kept(office, group, a_stage(group))
    tab = shown_tab(office, group, qtbot)
    qtbot.waitUntil(lambda: tab.trajectory_card.plot is not None)


def test_a_new_judgement_shows_at_once(office: Office, qtbot: QtBot) -> None:
    group = a_group()
    kept(office, group, a_stage(group))
    tab = shown_tab(office, group, qtbot)
    kept(office, a_stage(group, Stage.FLYING, on=office.today))
    assert len(tab.history.table.rows) == 2
    assert tab.moving_forward.lines == [tactic.text for tactic in tactics_for(Stage.FLYING)]


def test_a_group_without_a_judgement_says_what_begins_its_trajectory(office: Office, qtbot: QtBot) -> None:
    group = a_group()
    kept(office, group)
    tab = shown_tab(office, group, qtbot)
    assert tab.trajectory_card.plot is None
    assert tab.moving_forward.lines == []


def test_a_mark_of_a_meeting_leads_to_that_meeting(sample: Office, qtbot: QtBot) -> None:
    group = sample.find(Group, "ICM")
    tab = shown_tab(sample, group, qtbot)
    meeting = sample.snapshot().of(Meeting, group_id=group.id)[0]
    with qtbot.waitSignal(tab.desk.place_requested) as asked:
        tab.trajectory_card.record_requested.emit(meeting)
    assert asked.args == [Place("log-meeting", group_id=group.id, record_id=meeting.id)]


def test_the_line_says_what_the_keyboard_is_on(sample: Office, qtbot: QtBot) -> None:
    tab = shown_tab(sample, sample.find(Group, "ICM"), qtbot)
    card = tab.trajectory_card
    qtbot.waitUntil(lambda: card.plot is not None)
    assert card.plot is not None
    qtbot.keyClick(card.plot, Qt.Key.Key_Home)
    assert card.words == card.plot.stops[0].words


def test_the_picture_is_saved_as_its_name_says(sample: Office, qtbot: QtBot, tmp_path: Path) -> None:
    tab = shown_tab(sample, sample.find(Group, "SEMO"), qtbot)
    with qtbot.waitSignal(tab.desk.said):
        tab.trajectory_card.save_picture(tmp_path / "semo.png")
    assert not QImage(str(tmp_path / "semo.png")).isNull()


def test_a_picture_that_cannot_be_saved_is_a_sentence_in_the_page(sample: Office, qtbot: QtBot) -> None:
    tab = shown_tab(sample, sample.find(Group, "SEMO"), qtbot)
    with qtbot.waitSignal(tab.desk.mistaken):
        tab.trajectory_card.save_picture(Path("semo.txt"))


def test_the_self_assessment_shows_who_answered_and_no_names(sample: Office, qtbot: QtBot) -> None:
    group = sample.find(Group, "ICM")
    tab = shown_tab(sample, group, qtbot)
    profile = latest_profile(sample.snapshot(), group.id)
    assert profile is not None
    assert tab.profile_card.isVisible()
    assert profile.coverage == "7 of 8 agencies answered, 9 raters"


@pytest.mark.parametrize("width", [760, 1000, 1640])
def test_nothing_needs_more_width_than_the_window_has(sample: Office, qtbot: QtBot, width: int) -> None:
    tab = shown_tab(sample, sample.find(Group, "ICM"), qtbot)
    tab.resize(width, 640)
    card = tab.trajectory_card
    qtbot.waitUntil(lambda: card.plot is not None)
    qtbot.waitUntil(lambda: card.mapTo(tab, card.rect().bottomRight()).x() <= width)
