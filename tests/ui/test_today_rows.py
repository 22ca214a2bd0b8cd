"""Rows of the Today page in a narrow window."""

from datetime import date

from pytestqt.qtbot import QtBot

from tracker.models.snapshot import snapshot_of
from tracker.ui.style import NORMAL
from tracker.ui.today.day_rows import DayRow
from tracker.ui.today.need_card import titled
from tracker.ui.today.painting import BOLD, look
from tracker.ui.today.sections import victory_rows


def test_a_groups_long_name_is_cut_before_what_the_matter_is(qtbot: QtBot) -> None:
    title = f"{'A very long name ' * 6}: stuck in Frustration"
    shown = titled(title, 400)
    assert shown.endswith("…: stuck in Frustration")
    assert look(NORMAL, BOLD)[1].horizontalAdvance(shown) <= 400


def test_a_title_that_has_room_stands_in_full(qtbot: QtBot) -> None:
    assert titled("GUEDO: stuck in Frustration", 400) == "GUEDO: stuck in Frustration"


def test_the_hint_at_the_first_victory_has_room_in_two_lines(qtbot: QtBot) -> None:
    _, row = victory_rows(snapshot_of(date(2008, 6, 30), []), 3)
    assert isinstance(row, DayRow)
    assert row.height(298) == row.height(600) + 20
