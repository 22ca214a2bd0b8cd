"""The search box: everything that is kept is found as it is typed, and leads to a place that is there."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.opened import a_window
from tracker.models.records import KINDS, Group, Meeting, Record
from tracker.store.office import Office
from tracker.store.setting import Setting
from tracker.ui.desk import Desk
from tracker.ui.finder import Finder
from tracker.ui.search_box import Found
from tracker.ui.wayfinder import place_of
from tracker.ui.window import Window

HEADINGS = ["Groups", "People", "Agencies", "Meetings", "Commitments", "Victories", "Everything else"]


@pytest.fixture
def window(sample_path: Path, setting: Setting, qtbot: QtBot) -> Window:
    return a_window(setting, qtbot, sample_path)


@pytest.fixture
def find(sample: Office) -> Finder:
    desk = Desk(sample)
    return Finder(lambda: desk)


def headings(found: list[Found]) -> list[str]:
    return list(dict.fromkeys(one.heading for one in found))


def test_what_is_found_stands_under_headings_in_their_order(find: Finder) -> None:
    seen = headings(find("school"))
    assert seen == [heading for heading in HEADINGS if heading in seen]
    assert {"Groups", "Agencies", "Meetings", "Commitments", "Victories"} <= set(seen)


def test_a_macron_need_not_be_typed_and_may_be(find: Finder) -> None:
    assert find("mangere") == find("Māngere") != []


def test_each_says_what_it_is_where_and_when(find: Finder) -> None:
    meeting = next(one for one in find("staffroom") if one.detail.startswith("Meeting"))
    kind, group, day = meeting.detail.split(" · ")[0], *meeting.detail.split(" · ")[-2:]
    assert (kind, group) == ("Meeting", "Schooling (SEMO)")
    assert day.split()[-1].isdigit()


def test_a_person_is_told_with_post_and_agency(find: Finder, sample: Office) -> None:
    found = next(one for one in find("chair") if one.heading == "People")
    assert found.detail.startswith("Person · ")
    assert found.place.page == "person"


def test_a_group_is_found_by_its_code_first(find: Finder, sample: Office) -> None:
    first = find("icm")[0]
    assert first.place.group_id == sample.find(Group, "ICM").id


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.table)
def test_every_kind_that_is_found_leads_to_a_place_that_is_there(kind: type[Record], window: Window) -> None:
    """The place is asked of a record, as the search does; then the window goes there."""
    assert window.desk
    records = window.desk.snapshot.of(kind)
    place = place_of(window.desk.office.single_records(), kind, records[0].id) if records else None
    if place is None:
        return
    window.go(place)
    assert window.place == place
    assert place.page in window.shelf.names


def test_typing_shows_what_is_found_and_down_and_enter_go_there(window: Window) -> None:
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(window.navigation.search, "police")
    results = window.navigation.search.results
    assert results.isVisible()
    QTest.keyClick(window.navigation.search, Qt.Key.Key_Down)
    chosen = results.item(1).data(Qt.ItemDataRole.UserRole)
    QTest.keyClick(window.navigation.search, Qt.Key.Key_Return)
    assert window.place == chosen
    assert window.navigation.search.text() == ""


def test_nothing_found_says_what_to_do(window: Window) -> None:
    window.start_search()
    QTest.keyClicks(window.navigation.search, "zzzz")
    assert window.navigation.search.results.item(0).text() == "Nothing found"


def test_a_search_reads_no_whole_kind(sample: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[type[Record]] = []
    monkeypatch.setattr("tracker.store.single.read_all", lambda connection, kind: read.append(kind) or ())
    desk = Desk(sample)
    assert Finder(lambda: desk)("whanau")
    assert read == []


def test_what_was_just_kept_is_found(window: Window) -> None:
    assert window.desk
    group = window.desk.office.find(Group, "ICM")
    meeting = Meeting(
        id=window.desk.office.mint(), group_id=group.id, on=window.desk.snapshot.today, place="Kererū Hall"
    )
    window.desk.do("log a meeting", meeting)
    window.start_search()
    QTest.keyClicks(window.navigation.search, "kereru")
    assert window.navigation.search.results.item(0).text() == "Kererū Hall"
