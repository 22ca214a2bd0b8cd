"""What pages say of an office with one group and nobody in it."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.builders import a_group
from tracker.store.office import Office
from tracker.store.setting import Setting
from tracker.ui.desk import Desk
from tracker.ui.group.trajectory_side import TrajectorySide
from tracker.ui.network.confirm_side import ConfirmSide
from tracker.ui.network.load_side import LoadSide
from tracker.ui.office.details_card import DetailsCard
from tracker.ui.pages.meetings import MeetingsPage
from tracker.ui.place import Place
from tracker.ui.widgets import EmptyState

GROUP = a_group()


@pytest.fixture
def desk(office: Office) -> Desk:
    with office.step("add a group"):
        office.save(GROUP)
    return Desk(office)


def test_without_any_meeting_there_is_no_pane_to_read_one_in(desk: Desk, qtbot: QtBot) -> None:
    page = MeetingsPage(desk)
    qtbot.addWidget(page)
    page.show_place(Place("meetings"))
    assert page.board.card.isHidden()


def test_without_any_seat_nothing_is_said_to_be_confirmed(desk: Desk, qtbot: QtBot) -> None:
    side = ConfirmSide(desk)
    qtbot.addWidget(side)
    side.refill()
    (empty,) = side.findChildren(EmptyState)
    assert empty.sentence.startswith("Seats and roles stand here once")


def test_without_anybody_nobody_is_told_of(desk: Desk, qtbot: QtBot) -> None:
    side = LoadSide(desk)
    qtbot.addWidget(side)
    side.refill()
    assert side.story.isHidden()


def test_without_a_judgement_the_history_says_what_goes_there(desk: Desk, qtbot: QtBot) -> None:
    tab = TrajectorySide(desk)
    qtbot.addWidget(tab)
    tab.show_place(Place("group", GROUP.id, "life-cycle"))
    assert [empty.sentence for empty in tab.history.findChildren(EmptyState)] == [
        "Each judgement of the stage stands here, with its day and its reason (§7.2)."
    ]


def test_an_office_opened_from_the_folder_one_is_in_names_that_folder_whole(
    desk: Desk, qtbot: QtBot, tmp_path: Path, setting: Setting, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.office.close()
    monkeypatch.chdir(tmp_path)
    office = Office.open(Path("office.tracker"), setting)
    card = DetailsCard()
    qtbot.addWidget(card)
    card.show_office(office)
    assert card.facts["Folder"].accessibleName() == f"Folder: {tmp_path}"
    office.close()
