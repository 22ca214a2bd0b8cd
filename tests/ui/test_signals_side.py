"""The Signals side of a group's Overview, by the keyboard."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from tests.builders import a_group, an_id
from tests.ui.opened import a_window
from tracker.models.records import Group, SetAside, Threshold
from tracker.store.office import Office
from tracker.store.setting import Setting
from tracker.ui.desk import Desk
from tracker.ui.parts.sided_tab import SidedTab
from tracker.ui.place import Place
from tracker.ui.signals.signals_side import SignalsSide
from tracker.ui.widgets import Elided, EmptyState

TODAY = date(2008, 6, 30)


def shown_side(office: Office, group_id: str, qtbot: QtBot) -> SignalsSide:
    side = SignalsSide(Desk(office))
    qtbot.addWidget(side)
    side.resize(1000, 700)
    side.show_place(Place("group", group_id, "overview"))
    side.show()
    side.take_focus()
    return side


@pytest.fixture
def guedo(sample: Office) -> Group:
    return sample.find(Group, "GUEDO")


@pytest.fixture
def side(sample: Office, guedo: Group, qtbot: QtBot) -> SignalsSide:
    """The cursor stands on "stuck in Frustration"."""
    made = shown_side(sample, guedo.id, qtbot)
    made.view.choose("stuck")
    return made


def part(side: SignalsSide, key: str) -> str:
    """The heading that a signal stands under; "" if it is not shown."""
    heading = ""
    for place, row in enumerate(side.table.rows):
        heading = side.table.heading_at(place) or heading
        if getattr(row, "rule", None) and row.rule.key == key:
            return heading.partition(":")[0]
    return ""


def test_what_is_seen_stands_first_with_its_figures_its_source_and_what_to_do(side: SignalsSide) -> None:
    rows = [line.split("\t") for line in side.table.as_text().splitlines()]
    row = next(row for row in rows if row[0] == "Stuck in Frustration")
    assert row[1] == "Soon"
    assert row[2].startswith("In Frustration for 257 days, since 17 Oct 2007")
    assert row[4] == "§7.2"
    assert rows[1][1] == "Now"


def test_the_card_says_why_it_matters_its_limit_and_what_it_rests_on(side: SignalsSide) -> None:
    words = side.story.words
    assert words[0] == "Stuck in Frustration"
    assert any("(§7.2)" in line for line in words)
    assert "In Frustration: 180 days" in words
    assert side.story.table.total == 3


def test_enter_leads_to_where_it_is_done(side: SignalsSide, guedo: Group, qtbot: QtBot) -> None:
    with qtbot.waitSignal(side.desk.place_requested) as asked:
        qtbot.keyClick(side.view, Qt.Key.Key_Return)
    (place,) = asked.args
    assert (place.group_id, place.tab) == (guedo.id, side.chosen[0].rule.tab)


def test_enter_on_a_record_leads_to_it(side: SignalsSide, qtbot: QtBot) -> None:
    side.story.records.setFocus()
    side.story.records.choose(side.story.table.rows[1].id)
    with qtbot.waitSignal(side.desk.place_requested) as asked:
        qtbot.keyClick(side.story.records, Qt.Key.Key_Return)
    assert asked.args[0].record_id == side.story.table.rows[1].record.id


def test_s_sets_aside_and_b_brings_back(side: SignalsSide, sample: Office, guedo: Group, qtbot: QtBot) -> None:
    qtbot.keyClick(side.view, Qt.Key.Key_S)
    assert side.asking.inputs["until"].day == TODAY + timedelta(days=30)
    qtbot.keyClicks(side.asking.inputs["why"], "Looked at in July")
    qtbot.keyClick(side.asking.inputs["why"], Qt.Key.Key_Return)
    assert part(side, "stuck") == "Set aside"
    (kept,) = [each for each in sample.snapshot().of(SetAside, group_id=guedo.id) if each.signal == "stuck"]
    assert (kept.on, kept.why) == (TODAY, "Looked at in July")
    side.view.choose("stuck")
    assert "Set aside until 30 Jul 2008, since 30 Jun 2008: Looked at in July" in side.story.words
    qtbot.keyClick(side.view, Qt.Key.Key_B)
    assert part(side, "stuck") == "Seen"
    assert sample.undo_name == "bring a signal back"
    sample.undo()
    assert part(side, "stuck") == "Set aside"


def test_one_that_is_set_aside_gets_another_day(side: SignalsSide, sample: Office, guedo: Group, qtbot: QtBot) -> None:
    aside = SetAside(id=an_id(), group_id=guedo.id, signal="stuck", until=date(2008, 9, 1), why="Wait", on=TODAY)
    side.desk.do("set a signal aside", aside)
    side.view.choose("stuck")
    qtbot.keyClick(side.view, Qt.Key.Key_S)
    side.asking.inputs["until"].setText("1 Aug 2008")
    qtbot.keyClick(side.asking.inputs["until"], Qt.Key.Key_Return)
    assert [each.until for each in sample.snapshot().of(SetAside, signal="stuck")] == [date(2008, 8, 1)]


def test_on_its_day_it_is_back(side: SignalsSide, guedo: Group) -> None:
    aside = SetAside(id=an_id(), group_id=guedo.id, signal="stuck", until=TODAY + timedelta(days=1), why="Wait")
    side.desk.do("set a signal aside", aside)
    assert part(side, "stuck") == "Set aside"
    side.desk.do("correct it", replace(aside, until=TODAY))
    assert part(side, "stuck") == "Seen"


def test_what_is_not_seen_is_shown_when_asked_for_and_cannot_be_set_aside(side: SignalsSide, qtbot: QtBot) -> None:
    mistakes: list[str] = []
    side.desk.mistaken.connect(mistakes.append)
    hidden = next(signal.rule.key for signal in side._all if signal.finding.verdict.value == "not_seen")
    assert part(side, hidden) == ""
    side.which.setCurrentIndex(1)
    assert part(side, hidden) == "Not seen"
    side.view.choose(hidden)
    qtbot.keyClick(side.view, Qt.Key.Key_S)
    assert mistakes == ["Only what is seen can be set aside."]


def test_a_limit_of_the_office_is_said_beside_the_usual_one(side: SignalsSide, qtbot: QtBot) -> None:
    own = Threshold(id=an_id(), name="stuck_days", value=Decimal(240), why="Cities are slow")
    side.desk.do("change a limit", own)
    side.view.choose("stuck")
    assert "In Frustration: 240 days (this office; usual 180)" in side.story.words


def test_a_closed_group_says_that_signals_are_about_those_that_run(sample: Office, qtbot: QtBot) -> None:
    side = shown_side(sample, sample.find(Group, "CBT").id, qtbot)
    assert side.words == ""
    with qtbot.waitSignal(side.desk.place_requested) as asked:
        qtbot.keyClick(side.more, Qt.Key.Key_Space)
    assert asked.args[0].tab == "life-cycle"


def test_what_cannot_be_told_says_what_is_missing(office: Office, qtbot: QtBot) -> None:
    group = a_group()
    with office.step("make ready"):
        office.save(group)
    side = shown_side(office, group.id, qtbot)
    rows = [row for row in side.table.things if part(side, row.rule.key) == "Not enough to tell"]
    assert rows
    assert all(row.finding.figures for row in rows)


def test_the_header_of_a_group_counts_them_and_leads_here(sample_path: Path, setting: Setting, qtbot: QtBot) -> None:
    window = a_window(setting, qtbot, sample_path)
    assert window.desk
    group = window.desk.office.find(Group, "GUEDO")
    window.go(Place("group", group.id, "people"))
    link = window.shelf.page("group").signals  # type: ignore[attr-defined]
    qtbot.waitUntil(link.isVisible)
    assert link.text().endswith(" signals")
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert window.place == Place("group", group.id, "overview/signals")


def test_qt_finds_nothing_wrong_with_the_table(side: SignalsSide) -> None:
    QAbstractItemModelTester(side.table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    side.which.setCurrentIndex(1)
    side.filter.setText("line")


def test_the_line_above_counts_anew_after_every_step(sample_path: Path, setting: Setting, qtbot: QtBot) -> None:
    window = a_window(setting, qtbot, sample_path)
    assert window.desk
    group = window.desk.office.find(Group, "GUEDO")
    window.go(Place("group", group.id, "overview/signals"))
    (tab,) = (one for one in window.findChildren(SidedTab) if one.isVisible())
    assert isinstance(tab.side, SignalsSide)
    aside = SetAside(id=an_id(), group_id=group.id, signal="stuck", why="Soon", on=TODAY, until=date(2008, 8, 1))
    window.desk.do("set a signal aside", aside)
    above = [line.whole for line in tab.findChildren(Elided)]
    assert "1 set aside" in tab.side.words
    assert tab.side.words in above


def test_a_group_that_is_still_to_begin_is_not_told_how_it_went(office: Office, qtbot: QtBot) -> None:
    group = a_group(started_on=date(2009, 2, 1))
    with office.step("make ready"):
        office.save(group)
    side = shown_side(office, group.id, qtbot)
    (nothing,) = side.findChildren(EmptyState)
    assert nothing.sentence.startswith("This group has not begun yet")
