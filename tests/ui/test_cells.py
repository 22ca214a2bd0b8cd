"""What a cell says goes over two lines before it is cut."""

import pytest
from PySide6.QtGui import QFontMetrics
from pytestqt.qtbot import QtBot

from tracker.ui.cells import over_two_lines
from tracker.ui.style import font


@pytest.mark.parametrize(("spare", "lines"), [(20, ["Schooling (SEMO)"]), (0, ["Schooling", "(SEMO)"])])
def test_words_that_only_just_fit_go_over_two_lines(spare: int, lines: list[str], qtbot: QtBot) -> None:
    width = QFontMetrics(font()).horizontalAdvance("Schooling (SEMO)") + spare
    assert over_two_lines("Schooling (SEMO)", font(), width) == lines


def test_one_long_word_stays_in_one_line(qtbot: QtBot) -> None:
    assert over_two_lines("Whakawhanaungatanga", font(), 20) == ["Whakawhanaungatanga"]
