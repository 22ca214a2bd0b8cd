"""The Overview tab."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from tests.builders import a_group, a_meeting, a_stage
from tracker.models.figures.timeline import Entry, Family, timeline
from tracker.models.records import Group, Meeting
from tracker.store.office import Office
from tracker.ui.desk import Desk
from tracker.ui.group.facts import NOT_RECORDED, facts_of
from tracker.ui.group.story_side import StorySide
from tracker.ui.place import Place


def shown_tab(office: Office, group: Group, qtbot: QtBot) -> StorySide:
    tab = StorySide(Desk(office))
    qtbot.addWidget(tab)
    tab.resize(1000, 640)
    tab.show_place(Place("group", group_id=group.id, tab="overview"))
    tab.show()
    return tab


@pytest.fixture
def icm(sample: Office) -> Group:
    return sample.find(Group, "ICM")


def test_the_tiles_say_the_group_s_figures(sample: Office, icm: Group, qtbot: QtBot) -> None:
    tab = shown_tab(sample, icm, qtbot)
    assert tab.stage.accessibleName() == "Stage: Functioning, for 7 months"
    assert tab.meetings.accessibleName() == "Last meeting: 12 Jun 2008, next 17 Jul 2008"


def test_an_empty_group_has_a_page_that_says_what_goes_there(office: Office, qtbot: QtBot) -> None:
    group = a_group()
    with office.step("add a group"):
        office.save(group)
    tab = shown_tab(office, group, qtbot)
    assert tab.stage.accessibleName() == "Stage: —, not judged yet"
    assert [entry.kind_word for entry in tab.timeline_card.entries_shown] == ["Group started"]


def test_what_is_recorded_shows_at_once(office: Office, qtbot: QtBot) -> None:
    group = a_group()
    with office.step("add a group"):
        office.save(group)
    tab = shown_tab(office, group, qtbot)
    with office.step("judge the stage"):
        office.save(a_stage(group), a_meeting(group))
    assert [entry.kind_word for entry in tab.timeline_card.entries_shown] == ["Meeting", "Stage", "Group started"]


def test_a_toggle_narrows_the_story_to_its_kind(sample: Office, icm: Group, qtbot: QtBot) -> None:
    tab = shown_tab(sample, icm, qtbot)
    card = tab.timeline_card
    qtbot.mouseClick(card.toggles[Family.LIFE_CYCLE], Qt.MouseButton.LeftButton)
    assert {entry.family for entry in card.entries_shown} == {Family.LIFE_CYCLE}
    qtbot.mouseClick(card.toggles[Family.LIFE_CYCLE], Qt.MouseButton.LeftButton)
    assert len(card.entries_shown) == len(timeline(sample.snapshot(), icm.id))


def test_the_filter_reads_words_with_or_without_macrons(sample: Office, icm: Group, qtbot: QtBot) -> None:
    tab = shown_tab(sample, icm, qtbot)
    card = tab.timeline_card
    card.filter.setText("whanau")
    found = card.entries_shown
    assert found
    assert all("hānau" in f"{entry.title} {entry.detail}".casefold() for entry in found)


def test_a_filter_that_nothing_fits_says_so(sample: Office, icm: Group, qtbot: QtBot) -> None:
    tab = shown_tab(sample, icm, qtbot)
    card = tab.timeline_card
    card.filter.setText("zebra")
    assert card.entries_shown == []
    assert not card.list.isVisible()


def test_enter_on_a_meeting_leads_to_that_meeting(sample: Office, icm: Group, qtbot: QtBot) -> None:
    tab = shown_tab(sample, icm, qtbot)
    timeline_list = tab.timeline_card.list
    row = next(row for row in timeline_list.table.rows if isinstance(row, Entry) and isinstance(row.record, Meeting))
    place = timeline_list.table.rows.index(row)
    timeline_list.setCurrentIndex(timeline_list.table.index(place, 0))
    with qtbot.waitSignal(tab.desk.place_requested) as asked:
        qtbot.keyClick(timeline_list, Qt.Key.Key_Return)
    assert asked.args == [Place("log-meeting", group_id=icm.id, record_id=row.record.id)]


def test_what_the_sample_made_up_says_so(sample: Office, icm: Group, qtbot: QtBot) -> None:
    tab = shown_tab(sample, icm, qtbot)
    table = tab.timeline_card.list.table
    assert "illustrative" in table.as_text()


def test_the_list_keeps_to_qt_s_rules_for_models(sample: Office, icm: Group, qtbot: QtBot) -> None:
    tab = shown_tab(sample, icm, qtbot)
    table = tab.timeline_card.list.table
    tester = QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Warning)
    table.set_entries(timeline(sample.snapshot(), icm.id)[:20])
    table.set_entries(())
    tester.deleteLater()


def test_what_every_group_should_record_is_named_even_while_it_is_missing(office: Office) -> None:
    facts = dict(facts_of(office.snapshot(), a_group()))
    assert facts["Sharing information (§8.2)"] == NOT_RECORDED
    assert facts["Iwi and Māori participation (§8.3)"] == NOT_RECORDED
    assert "Boundaries that do not line up (§8.2)" not in facts
