"""A tab of several sides."""

import pytest
from pytestqt.qtbot import QtBot

from tracker.models.records import Group, Risk
from tracker.store.office import Office
from tracker.ui.desk import Desk
from tracker.ui.group.context import ContextSide
from tracker.ui.group.learning import LearningTab
from tracker.ui.group.life_cycle import LifeCycleTab
from tracker.ui.group.overview import OverviewTab
from tracker.ui.group.story_side import StorySide
from tracker.ui.parts.sided_tab import SidedTab
from tracker.ui.place import Place


@pytest.fixture
def tab(sample: Office, qtbot: QtBot) -> OverviewTab:
    made = OverviewTab(Desk(sample))
    qtbot.addWidget(made)
    made.resize(1000, 640)
    made.show_place(Place("group", sample.find(Group, "ICM").id, "overview"))
    made.show()
    return made


def test_the_first_side_is_in_view_until_another_is_chosen(tab: OverviewTab) -> None:
    assert isinstance(tab.side, StorySide)
    tab.buttons[2].click()
    assert isinstance(tab.side, ContextSide)


def test_a_place_may_name_the_side(tab: OverviewTab, sample: Office) -> None:
    tab.show_place(Place("group", sample.find(Group, "ICM").id, "overview/context"))
    assert isinstance(tab.side, ContextSide)


def test_a_record_leads_to_the_side_that_shows_its_kind(tab: OverviewTab, sample: Office) -> None:
    group = sample.find(Group, "ICM")
    risk = sample.snapshot().of(Risk, group_id=group.id)[0]
    tab.show_place(Place("group", group.id, "overview", risk.id))
    assert isinstance(tab.side, ContextSide)


def test_another_group_begins_at_the_first_side(tab: OverviewTab, sample: Office) -> None:
    tab.show_side("context")
    tab.show_place(Place("group", sample.find(Group, "SEMO").id, "overview"))
    assert isinstance(tab.side, StorySide)


@pytest.mark.parametrize("tab", [OverviewTab, LifeCycleTab, LearningTab])
def test_no_side_takes_a_letter_of_the_menus(tab: type[SidedTab]) -> None:
    letters = [side.words[side.words.index("&") + 1].upper() for side in tab.sides]
    assert not set(letters) & set("FEVGH")
    assert len(set(letters)) == len(letters)
