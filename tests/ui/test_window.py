"""The window as a person uses it: places, undo, search, menus, and what comes back on the next start."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.opened import a_window, close
from tracker.models.records import Group, Person
from tracker.store.office import Office
from tracker.store.setting import Setting
from tracker.ui import style
from tracker.ui.place import Place
from tracker.ui.preferences import Preferences
from tracker.ui.style import Theme
from tracker.ui.window import Window


@pytest.fixture
def window(sample_path: Path, setting: Setting, qtbot: QtBot) -> Window:
    return a_window(setting, qtbot, sample_path)


def group_place(window: Window, code: str, tab: str = "people") -> Place:
    assert window.desk
    return Place("group", window.desk.office.find(Group, code).id, tab)


def test_the_title_names_the_office_and_the_navigation_says_it_is_a_sample(window: Window) -> None:
    assert window.windowTitle() == "Partnership Tracker – Auckland regional office (sample)"
    assert window.navigation.sample_note == "Sample, seen as at 30 Jun 2008"


def test_the_navigation_lists_running_groups_first_and_closed_ones_last(window: Window) -> None:
    names = [window.navigation.groups.item(row).text() for row in range(window.navigation.groups.count())]
    assert len(names) == 8
    assert names[-1] == "Circuit-breaker team"


def test_back_and_forward_go_through_the_places(window: Window) -> None:
    place = group_place(window, "SEMO")
    window.go(place)
    QTest.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.place == Place("today")
    QTest.keyClick(window, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert window.place == place


def test_the_edit_menu_names_what_undo_takes_back(window: Window) -> None:
    assert window.desk
    group = window.desk.office.find(Group, "SEMO")
    window.desk.do("rename a group", type(group)(**vars(group) | {"short_name": "SEMO schools"}))
    assert window.menus.undo.text() == "&Undo: rename a group"
    window.undo()
    assert window.menus.redo.text() == "&Redo: rename a group"
    assert window.banner.sentence == "Undone: rename a group."


def test_a_group_that_undo_took_away_leads_back_to_the_groups(window: Window) -> None:
    assert window.desk
    semo = window.desk.office.find(Group, "SEMO")
    new = Group(**vars(semo) | {"id": window.desk.office.mint(), "code": "NEW"})
    window.desk.do("add a group", new)
    window.go(Place("group", new.id, "people"))
    window.undo()
    assert window.place == Place("groups")


def test_search_finds_without_macrons_and_enter_leads_there(window: Window) -> None:
    window.start_search()
    QTest.keyClicks(window.navigation.search, "schooling mangere")
    assert "Schooling" in window.navigation.search.results.item(0).text()
    QTest.keyClick(window.navigation.search, Qt.Key.Key_Return)
    assert window.place == group_place(window, "SEMO", "overview")


def test_the_arrow_keys_choose_among_what_was_found(window: Window) -> None:
    window.start_search()
    QTest.keyClicks(window.navigation.search, "mangere")
    QTest.keyClick(window.navigation.search, Qt.Key.Key_Down)
    assert window.navigation.search.results.currentRow() == 1
    QTest.keyClick(window.navigation.search, Qt.Key.Key_Escape)
    assert not window.navigation.search.results.isVisible()


def test_a_word_that_is_found_often_shows_its_list_at_the_first_search(window: Window) -> None:
    window.start_search()
    QTest.keyClicks(window.navigation.search, "a")
    assert window.navigation.search.results.isVisible()
    assert window.navigation.search.results.count() > 10


def test_escape_in_the_empty_search_gives_the_keyboard_back(window: Window) -> None:
    window.activateWindow()
    log = window.navigation.button("groups")
    log.setFocus()
    window.start_search()
    QTest.keyClicks(window.navigation.search, "x")
    QTest.keyClick(window.navigation.search, Qt.Key.Key_Escape)
    assert window.navigation.search.hasFocus()
    QTest.keyClick(window.navigation.search, Qt.Key.Key_Escape)
    assert log.hasFocus()


def test_the_backup_of_the_day_is_made_after_the_first_paint(window: Window, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.navigation.saved_words == "All saved · backed up 12:00", timeout=10_000)


def test_a_mistake_stands_in_the_page_and_not_in_a_dialog(window: Window) -> None:
    assert window.desk
    window.desk.mistaken.emit("The disk is full: make room and try again.")
    assert window.banner.isVisible()
    assert window.banner.sentence == "The disk is full: make room and try again."


def test_the_last_place_and_the_size_come_back_on_the_next_start(
    sample_path: Path, setting: Setting, qtbot: QtBot
) -> None:
    first = a_window(setting, qtbot, sample_path)
    place = group_place(first, "SEMO")
    first.go(place)
    # As wide as the screen that is none allows.
    first.resize(960, 700)
    close(first)
    second = a_window(setting, qtbot, sample_path)
    assert second.place == place
    assert (second.width(), second.height()) == (960, 700)
    assert Preferences.here().last_file == sample_path


def test_the_dark_theme_is_chosen_in_the_view_menu_and_kept(window: Window, qapp: QApplication) -> None:
    choose(window, "Dark")
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == style.DARK.window
    assert Preferences.here().theme is Theme.DARK
    choose(window, "Light")
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == style.LIGHT.window


def test_opening_something_that_is_no_office_says_so_and_keeps_the_open_one(window: Window, tmp_path: Path) -> None:
    (tmp_path / "letter.tracker").write_text("Dear Sir")
    window.open_file(tmp_path / "letter.tracker")
    assert window.first_start.isVisible()
    assert "letter.tracker is not an office" in window.first_start.banner.sentence
    window.first_start.way_back_requested.emit()
    assert window.shelf.isVisible()


def test_a_copy_can_be_saved_and_opened(window: Window, tmp_path: Path, setting: Setting, qtbot: QtBot) -> None:
    assert window.desk
    window.keeper.save_copy(window.desk.office, tmp_path / "copy.tracker")
    qtbot.waitUntil(lambda: "copy.tracker" in window.banner.sentence)
    copy = Office.read(tmp_path / "copy.tracker", setting)
    assert len(copy.snapshot().of(Group)) == 8
    copy.close()


@pytest.mark.parametrize("page", ["today", "groups", "meetings", "commitments", "returns", "agencies", "office"])
def test_each_page_is_reached_from_the_navigation(window: Window, page: str) -> None:
    window.go(group_place(window, "SEMO"))
    window.navigation.button(page).click()
    assert window.place == Place(page)


def choose(window: Window, words: str) -> None:
    action = next(found for found in window.findChildren(QAction) if found.text().replace("&", "") == words)
    action.trigger()


def test_a_person_that_was_last_looked_at_comes_back(sample_path: Path, setting: Setting, qtbot: QtBot) -> None:
    first = a_window(setting, qtbot, sample_path)
    assert first.desk
    place = Place("person", record_id=first.desk.snapshot.of(Person)[0].id)
    first.go(place)
    close(first)
    assert a_window(setting, qtbot, sample_path).place == place


@pytest.mark.parametrize(
    "place",
    [
        Place("person", record_id="gone"),
        Place("group", "gone", "people"),
        Place("nowhere"),
        Place("agency", "", "", "x"),
    ],
)
def test_a_last_place_that_is_gone_leads_to_today(
    place: Place, sample_path: Path, setting: Setting, qtbot: QtBot
) -> None:
    Preferences.keep_in(setting.data_folder).keep_place(sample_path, place)
    assert a_window(setting, qtbot, sample_path).place == Place("today")


def test_a_mark_in_a_tab_does_not_come_back(sample_path: Path, setting: Setting, qtbot: QtBot) -> None:
    first = a_window(setting, qtbot, sample_path)
    place = group_place(first, "SEMO", "commitments")
    Preferences.here().keep_place(sample_path, Place(place.page, place.group_id, place.tab, "a promise"))
    first.go(Place(place.page, place.group_id, place.tab, "a promise"))
    close(first)
    assert a_window(setting, qtbot, sample_path).place == place


def test_control_and_a_number_lead_to_each_page_in_their_order(window: Window) -> None:
    pages = ["today", "groups", "meetings", "commitments", "trajectories", "returns", "agencies", "office"]
    for number, page in enumerate(pages, start=1):
        QTest.keyClick(window, getattr(Qt.Key, f"Key_{number}"), Qt.KeyboardModifier.ControlModifier)
        assert window.place == Place(page)


def test_the_moment_of_the_start_is_kept_for_each_file(sample_path: Path, setting: Setting, qtbot: QtBot) -> None:
    close(a_window(setting, qtbot, sample_path))
    preferences = Preferences.keep_in(setting.data_folder)
    assert preferences.last_start(sample_path) == setting.clock()
    assert preferences.last_start(sample_path.with_name("another.tracker")) is None
