"""The Today page, as somebody uses it who opens the program in the morning."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.builders import a_group, an_office
from tests.ui.opened import a_window, close
from tracker.models.figures.need import Urgency
from tracker.models.meeting_draft import MeetingDraft
from tracker.models.records import Commitment, Group, PlannedMeeting
from tracker.store.office import Office
from tracker.store.setting import Setting
from tracker.ui.draft import DraftFolder, Typed
from tracker.ui.pages.log_meeting import LogMeetingPage
from tracker.ui.pages.today import TodayPage
from tracker.ui.place import Place
from tracker.ui.today.day_rows import DayRow
from tracker.ui.today.need_card import NeedCard
from tracker.ui.today.row_list import RowList
from tracker.ui.window import Window


@pytest.fixture
def window(sample_path: Path, setting: Setting, qtbot: QtBot) -> Window:
    made = a_window(setting, qtbot, sample_path)
    qtbot.waitUntil(lambda: bool(signals(today_of(made))))
    return made


@pytest.fixture
def page(window: Window) -> TodayPage:
    return today_of(window)


def today_of(window: Window) -> TodayPage:
    found = window.shelf.page("today")
    assert isinstance(found, TodayPage)
    return found


def words(rows: RowList) -> list[str]:
    return [row.words for row in rows.rows]


def titles(page: TodayPage) -> list[str]:
    return [row.need.title for row in page.needs.rows if isinstance(row, NeedCard)]


def signals(page: TodayPage) -> list[NeedCard]:
    """The needs that are signals and nothing else: they come after the first paint."""
    cards = [row for row in page.needs.rows if isinstance(row, NeedCard)]
    return [card for card in cards if card.need.signal not in ("", "overdue")]


def choose(page: TodayPage, title: str) -> None:
    page.needs.choose(
        next(
            place for place, row in enumerate(page.needs.rows) if isinstance(row, NeedCard) and row.need.title == title
        )
    )


def below(page: TodayPage, heading: str) -> list[DayRow]:
    """The rows under a heading, up to the next."""
    starts = [place for place, row in enumerate(page.day.rows) if row.words.startswith(heading)]
    rows: list[DayRow] = []
    for row in page.day.rows[starts[0] + 1 :] if starts else []:
        if not isinstance(row, DayRow):
            break
        rows.append(row)
    return rows


def test_a_first_start_opens_on_today(window: Window) -> None:
    assert window.place == Place("today")
    assert window.navigation.button("today").isChecked()


def test_the_tiles_say_what_they_count_and_lead_there(window: Window, page: TodayPage) -> None:
    assert page.tiles[0].words == "Groups running: 7, 7 need attention now"
    assert page.tiles[2].words.startswith("On time, 90 days: ")
    page.tiles[4].setFocus()
    QTest.keyClick(page.tiles[4], Qt.Key.Key_Return)
    assert window.place == Place("returns")


def test_what_is_most_urgent_stands_first_and_enter_leads_to_its_mending(window: Window, page: TodayPage) -> None:
    assert page.needs.hasFocus()
    first = page.needs.rows[1]
    assert isinstance(first, NeedCard)
    assert first.need.urgency is Urgency.NOW
    QTest.keyClick(page.needs, Qt.Key.Key_Return)
    lead = first.need.place
    assert window.place == Place(lead.page, lead.group_id, lead.tab, lead.record_id)


def test_the_arrow_keys_choose_among_the_needs(window: Window, page: TodayPage) -> None:
    QTest.keyClick(page.needs, Qt.Key.Key_Down)
    second = page.needs.rows[2]
    QTest.keyClick(page.needs, Qt.Key.Key_Return)
    assert isinstance(second, NeedCard)
    assert window.place
    assert window.place.group_id == second.need.place.group_id


def test_a_click_on_a_card_leads_to_its_mending_as_well(window: Window, page: TodayPage) -> None:
    place = page.needs.visualRect(page.needs.model().index(2, 0)).center()
    row = page.needs.rows[2]
    QTest.mouseClick(page.needs.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert isinstance(row, NeedCard)
    assert window.place
    assert (window.place.group_id, window.place.tab) == (row.need.place.group_id, row.need.place.tab)


def test_a_click_on_a_heading_leads_nowhere(window: Window, page: TodayPage) -> None:
    QTest.mouseClick(page.needs.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, 10))
    assert window.place == Place("today")


def test_a_kept_promise_no_longer_needs_anybody(window: Window, page: TodayPage) -> None:
    assert window.desk
    today = window.desk.snapshot.today
    late = [one for one in window.desk.snapshot.of(Commitment) if one.due and one.due < today and not one.kept_on]
    window.desk.do("keep commitments", *(replace(one, kept_on=today, missed_on=None, released_on=None) for one in late))
    assert not [title for title in titles(page) if "overdue" in title]


def test_coming_meetings_say_when_where_and_how_many(page: TodayPage) -> None:
    first = below(page, "Coming up")[0]
    assert first.words == "Tomorrow 08:30 · Mayors' Taskforce · By telephone · 26 people · Right arrow: Brief"


def test_right_arrow_and_enter_ask_for_the_brief(window: Window, page: TodayPage) -> None:
    asked: list[object] = []
    page.day.pressed_button.disconnect()
    page.day.pressed_button.connect(asked.append)
    page.day.setFocus()
    QTest.keyClick(page.day, Qt.Key.Key_Right)
    QTest.keyClick(page.day, Qt.Key.Key_Return)
    assert asked == [below(page, "Coming up")[0]]
    QTest.keyClick(page.day, Qt.Key.Key_Left)
    QTest.keyClick(page.day, Qt.Key.Key_Return)
    assert window.place
    assert window.place.tab == "meetings"


def test_a_victory_leads_to_it(window: Window, page: TodayPage) -> None:
    victory = below(page, "Latest little victories")[0]
    page.day.opened.emit(victory)
    assert window.place
    assert window.place == victory.place
    assert window.place.tab == "victories"


def test_a_meeting_that_was_not_logged_is_logged_from_here(window: Window, page: TodayPage) -> None:
    row = next(row for row in page.needs.rows if isinstance(row, NeedCard) and row.need.action == "Log it")
    page.needs.opened.emit(row)
    shown_page = window.shelf.page("log-meeting")
    assert isinstance(shown_page, LogMeetingPage)
    assert (shown_page.form.draft.group_id, shown_page.form.head.on) == (row.need.place.group_id, date(2008, 6, 25))


def test_a_draft_that_is_not_saved_is_finished_from_here(window: Window, page: TodayPage, setting: Setting) -> None:
    assert window.desk
    group = window.desk.office.find(Group, "NMCC")
    typed = Typed(meeting=MeetingDraft(group_id=group.id), line="Police will")
    DraftFolder(setting.data_folder, window.desk.office.path).write(group.id, typed)
    page.refill()
    first = page.needs.rows[1]
    assert isinstance(first, NeedCard)
    assert (first.need.title, first.need.action) == ("NMCC: the meeting with 1 line is not saved", "Finish it")


def test_at_the_first_start_nothing_is_said_of_what_was_done_since(page: TodayPage) -> None:
    assert below(page, "Since you were last here") == []


def test_at_the_next_start_it_says_who_did_what(sample_path: Path, setting: Setting, qtbot: QtBot) -> None:
    close(a_window(setting, qtbot, sample_path))
    later = Setting(clock=lambda: setting.clock().replace(hour=2), who="Mere", data_folder=setting.data_folder)
    office = Office.open(sample_path, later)
    promise = office.snapshot().of(Commitment)[0]
    with office.step("keep a commitment"):
        office.save(replace(promise, outcome_note="Handed over in person."))
    office.close()
    page = today_of(a_window(later, qtbot, sample_path))
    qtbot.waitUntil(lambda: bool(below(page, "Since you were last here")))
    (row,) = below(page, "Since you were last here")
    assert row.told.title.startswith(f"Mere kept a commitment: {promise.text[:20]}")
    assert row.told.below.startswith("Today 14:00")


def test_an_office_without_a_group_says_what_goes_here_and_adds_the_first(
    tmp_path: Path, setting: Setting, qtbot: QtBot
) -> None:
    Office.create(tmp_path / "new.tracker", an_office(), setting).close()
    window = a_window(setting, qtbot, tmp_path / "new.tracker")
    page = today_of(window)
    assert not page.needs.isVisible()
    assert window.desk
    window.desk.do("add a group", a_group())
    assert page.needs.isVisible()
    assert below(page, "Coming up")[0].words.startswith("No meeting is planned")


def test_where_no_group_runs_nothing_needs_anybody(tmp_path: Path, setting: Setting, qtbot: QtBot) -> None:
    office = Office.create(tmp_path / "new.tracker", an_office(), setting)
    with office.step("make ready"):
        office.save(a_group(closed_on=date(2008, 3, 1), closed_because="It had done its work."))
    office.close()
    page = today_of(a_window(setting, qtbot, tmp_path / "new.tracker"))
    assert words(page.needs)[1].startswith("Nothing needs you today.")


def test_signals_stand_among_the_needs_once_the_page_has_been_painted(page: TodayPage) -> None:
    found = titles(page)
    assert "GUEDO: stuck in Frustration" in found
    assert sum("overdue" in title for title in found if title.startswith("NMCC")) == 1
    assert not [title for title in found if title.endswith("overdue commitments")]


def test_what_is_to_be_kept_in_view_is_one_need_a_group(window: Window, page: TodayPage) -> None:
    gathered = [row for row in page.needs.rows if isinstance(row, NeedCard) and row.need.action == "See the signals"]
    page.needs.opened.emit(gathered[0])
    assert window.place
    assert window.place.tab == "overview/signals"
    assert len({card.need.place.group_id for card in gathered}) == len(gathered)


def test_s_sets_a_signal_aside_until_a_day_and_undo_brings_it_back(
    window: Window, page: TodayPage, qtbot: QtBot
) -> None:
    assert window.desk
    title = "GUEDO: stuck in Frustration"
    choose(page, title)
    QTest.keyClick(page.needs, Qt.Key.Key_S)
    asking = page.asking
    assert asking
    QTest.keyClicks(asking.inputs["why"], "The secretary general looks at it in July")
    QTest.keyClick(asking.inputs["why"], Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: title not in titles(page))
    assert window.desk.office.undo_name == "set a signal aside"
    window.undo()
    qtbot.waitUntil(lambda: title in titles(page))


def test_a_signal_is_not_set_aside_until_today_nor_without_a_reason(window: Window, page: TodayPage) -> None:
    choose(page, "GUEDO: stuck in Frustration")
    QTest.keyClick(page.needs, Qt.Key.Key_S)
    asking = page.asking
    assert asking
    QTest.keyClick(asking.inputs["until"], Qt.Key.Key_Return)
    assert asking.problem == "Say why it can wait: whoever looks next will want to know."
    asking.inputs["until"].setText("30 Jun 2008")  # type: ignore[attr-defined]
    QTest.keyClick(asking.inputs["until"], Qt.Key.Key_Return)
    assert asking.problem.startswith("30 Jun 2008 is not after today")


def test_what_is_no_signal_is_not_set_aside(window: Window, page: TodayPage) -> None:
    number = next(
        place for place, row in enumerate(page.needs.rows) if isinstance(row, NeedCard) and row.need.action == "Log it"
    )
    page.needs.choose(number)
    QTest.keyClick(page.needs, Qt.Key.Key_S)
    assert page.asking is None
    assert window.banner.sentence.startswith("This is no signal")


def test_the_keyboard_stays_on_the_need_it_was_on(window: Window, page: TodayPage) -> None:
    title = "GUEDO: stuck in Frustration"
    choose(page, title)
    assert window.desk
    today = window.desk.snapshot.today
    late = [one for one in window.desk.snapshot.of(Commitment) if one.due and one.due < today and not one.kept_on]
    window.desk.do("keep commitments", *(replace(one, kept_on=today, missed_on=None, released_on=None) for one in late))
    chosen = page.needs.chosen
    assert isinstance(chosen, NeedCard)
    assert chosen.need.title == title


def test_a_planned_meeting_appears_at_once(window: Window, page: TodayPage) -> None:
    assert window.desk
    group, today = window.desk.office.find(Group, "NMCC"), window.desk.snapshot.today
    plan = PlannedMeeting(id=window.desk.office.mint(), group_id=group.id, on=today, starts_at="23:00", place="Hall")
    window.desk.do("plan a meeting", plan)
    assert below(page, "Coming up")[0].told.above == "Today 23:00"


@pytest.mark.parametrize("size", [(1024, 720), (1280, 820), (1920, 1080)])
def test_every_row_is_as_high_as_its_text_and_none_is_wider_than_the_list(
    window: Window, page: TodayPage, size: tuple[int, int], qtbot: QtBot
) -> None:
    window.resize(*size)
    for rows in (page.needs, page.day):
        qtbot.waitUntil(
            lambda rows=rows: all(  # type: ignore[misc]
                rows.visualRect(rows.model().index(place, 0)).height() == row.height(rows.viewport().width())
                for place, row in enumerate(rows.rows)
            )
        )
