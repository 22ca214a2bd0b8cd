"""Names complete: from a list after @, and as a quiet word behind the cursor that Right takes."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt

from tests.ui.meeting_typed import a_group_that_meets, focused, press, shown_page, type_text
from tracker.store.office import Office
from tracker.ui.desk import Desk
from tracker.ui.pages.log_meeting import LogMeetingPage
from tracker.ui.place import Place
from tracker.ui.typed_edit import TypedEdit


@pytest.fixture
def page(office: Office, qtbot: object) -> Iterator[LogMeetingPage]:
    """The page, with the keyboard in the line."""
    made = shown_page(Desk(office), Place("log-meeting", a_group_that_meets(office).id))
    made.form.composer.line.setFocus()
    yield made
    made.hide()
    made.deleteLater()


@pytest.fixture
def line(page: LogMeetingPage) -> TypedEdit:
    return page.form.composer.line


def test_at_lists_the_names_of_the_group_and_enter_takes_one(page: LogMeetingPage, line: TypedEdit) -> None:
    type_text("thanks to @edu")
    assert line.popup.names[0] == "Education"
    press(Qt.Key.Key_Return)
    assert line.text() == "thanks to Education "
    assert page.form.draft.items == ()


def test_the_arrow_keys_and_tab_choose_in_the_list(line: TypedEdit) -> None:
    type_text("@")
    second = line.popup.names[1]
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Tab)
    assert line.text() == f"{second} "
    assert focused() is line


def test_esc_closes_the_list_and_enter_keeps_the_line_again(page: LogMeetingPage, line: TypedEdit) -> None:
    type_text("d write to @edu")
    press(Qt.Key.Key_Escape)
    assert not line.choosing
    press(Qt.Key.Key_Return)
    assert len(page.form.draft.items) == 1


def test_a_name_without_its_macron_is_found_and_put_there_with_it(line: TypedEdit) -> None:
    type_text("@mang")
    press(Qt.Key.Key_Return)
    assert line.text() == "Māngere Trust "


def test_a_full_stop_follows_a_taken_name_at_once(line: TypedEdit) -> None:
    type_text("thanks to @edu")
    press(Qt.Key.Key_Return)
    type_text(".")
    assert line.text() == "thanks to Education."


def test_an_at_inside_a_word_begins_no_name(line: TypedEdit) -> None:
    type_text("write to office@edu")
    assert not line.choosing


def test_what_fits_nothing_shows_no_list(line: TypedEdit) -> None:
    type_text("@zzz")
    assert not line.choosing


def test_plain_typing_offers_the_rest_of_a_name_and_right_takes_it(line: TypedEdit) -> None:
    type_text("thanks to Educ")
    assert line.offered == "ation"
    press(Qt.Key.Key_Right)
    assert line.text() == "thanks to Education"


def test_plain_typing_never_steals_enter(page: LogMeetingPage, line: TypedEdit) -> None:
    type_text("d thanks to Educ")
    press(Qt.Key.Key_Return)
    assert page.form.draft.items[0].text == "Thanks to Educ"


def test_what_was_taken_is_undone_as_typing_is(line: TypedEdit) -> None:
    type_text("@edu")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert line.text() == "@edu"


def test_a_selection_and_the_words_behind_the_cursor_stay(line: TypedEdit) -> None:
    type_text("d  will come")
    line.setCursorPosition(2)
    type_text("@pol")
    press(Qt.Key.Key_Return)
    assert line.text() == "d Police will come"
    line.setSelection(2, 6)
    assert line.selectedText() == "Police"
