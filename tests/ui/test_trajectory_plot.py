"""The trajectory as it is drawn: what can be pointed at, stepped to, opened and saved."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from tests.builders import a_group, a_meeting, a_result, a_stage
from tracker.models.figures.trajectory import Trajectory, trajectory
from tracker.models.mistake import Mistake
from tracker.models.records import Meeting, Result, StageJudgement
from tracker.models.records.stage import Stage
from tracker.models.snapshot import snapshot_of
from tracker.ui.plots.stops import stops_of
from tracker.ui.plots.time_axis import firsts, step_for, tick_words
from tracker.ui.plots.trajectory import TrajectoryPlot, save_trajectory
from tracker.ui.style import Theme

GROUP = a_group(started_on=date(2007, 3, 1))


@pytest.fixture
def line() -> Trajectory:
    records = [
        GROUP,
        a_stage(GROUP, on=date(2007, 3, 1)),
        a_stage(GROUP, Stage.FRUSTRATION, on=date(2007, 9, 1)),
        a_meeting(GROUP, on=date(2007, 11, 1)),
        a_result(GROUP, on=date(2008, 5, 20)),
    ]
    return trajectory(snapshot_of(date(2008, 6, 30), records), GROUP.id)


@pytest.fixture
def plot(line: Trajectory, qtbot: QtBot) -> TrajectoryPlot:
    made = TrajectoryPlot(line)
    qtbot.addWidget(made)
    made.resize(900, 360)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_every_stop_says_its_date_and_what_it_was(line: Trajectory) -> None:
    words = [stop.words for stop in stops_of(line)]
    assert words[0] == "1 Mar 2007 · Forming, 6 months: Everybody is new here. Judged by The group."
    assert words[-1] == "20 May 2008 · Little victory: Tamariki back at school"


def test_marks_of_one_kind_on_one_day_are_one_stop() -> None:
    records = [GROUP, a_stage(GROUP), a_result(GROUP, name="One"), a_result(GROUP, name="Two")]
    stops = stops_of(trajectory(snapshot_of(date(2008, 6, 30), records), GROUP.id))
    assert [stop.words for stop in stops[1:]] == ["20 May 2008 · Little victory: One; Two"]


def test_the_arrow_keys_step_from_mark_to_mark_and_enter_opens_it(plot: TrajectoryPlot, qtbot: QtBot) -> None:
    plot.setFocus()
    for _ in range(3):
        qtbot.keyClick(plot, Qt.Key.Key_Right)
    with qtbot.waitSignal(plot.record_requested) as asked:
        qtbot.keyClick(plot, Qt.Key.Key_Return)
    assert isinstance(asked.args[0], Meeting)


def test_end_leads_to_the_last_mark_and_escape_lets_go_of_it(plot: TrajectoryPlot, qtbot: QtBot) -> None:
    with qtbot.waitSignal(plot.stepped_to) as said:
        qtbot.keyClick(plot, Qt.Key.Key_End)
    assert "Little victory" in said.args[0]
    qtbot.keyClick(plot, Qt.Key.Key_Escape)
    assert plot.chosen is None


def test_a_click_on_a_mark_leads_to_its_record(plot: TrajectoryPlot, qtbot: QtBot) -> None:
    star = next(stop for stop in plot.stops if isinstance(stop.record, Result))
    with qtbot.waitSignal(plot.record_requested) as asked:
        qtbot.mouseClick(plot.viewport(), Qt.MouseButton.LeftButton, pos=plot.position_of(star).toPoint())
    assert asked.args == [star.record]


def test_a_click_beside_the_marks_leads_nowhere(plot: TrajectoryPlot, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(plot.record_requested):
        qtbot.mouseClick(plot.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(450, 12))


def test_the_mouse_finds_the_judgement_that_it_is_on(plot: TrajectoryPlot) -> None:
    first = plot.stops[0]
    found = plot.stop_at(plot.position_of(first))
    assert found is first
    assert isinstance(first.record, StageJudgement)


def test_it_zooms_by_time_alone_and_shows_the_whole_life_again(plot: TrajectoryPlot, qtbot: QtBot) -> None:
    whole, heights = plot.days_in_view, plot.plotItem.vb.viewRange()[1]
    qtbot.keyClick(plot, Qt.Key.Key_Plus)
    low, high = plot.days_in_view
    assert high - low < whole[1] - whole[0]
    assert plot.plotItem.vb.viewRange()[1] == heights
    plot.show_whole_life()
    assert plot.days_in_view == pytest.approx(whole)


def test_it_does_not_leave_the_life_of_the_group(plot: TrajectoryPlot) -> None:
    whole = plot.days_in_view
    plot.plotItem.vb.setXRange(0, 1_000_000, padding=0)
    assert plot.days_in_view == pytest.approx(whole)


def test_stepping_brings_a_mark_into_view(plot: TrajectoryPlot, qtbot: QtBot) -> None:
    first = plot.stops[0].x
    plot.plotItem.vb.setXRange(first + 200, first + 300, padding=0)
    qtbot.keyClick(plot, Qt.Key.Key_Home)
    low, high = plot.days_in_view
    assert low <= first <= high


@pytest.mark.parametrize(("days", "words"), [(20 * 365, "2000"), (500, "Jan 2000")])
def test_the_time_axis_says_years_from_afar_and_months_from_near(days: int, words: str) -> None:
    start = date(2000, 1, 1).toordinal()
    step = step_for(days, 800)
    first = firsts(start, start + days, step)[0]
    assert tick_words(first, step) == words


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
def test_a_png_has_the_size_that_was_asked_for(line: Trajectory, tmp_path: Path, theme: Theme, qtbot: QtBot) -> None:
    save_trajectory(line, tmp_path / "line.png", theme, (800, 400))
    image = QImage(str(tmp_path / "line.png"))
    assert (image.width(), image.height()) == (1600, 800)


def test_an_svg_keeps_its_words_as_words(line: Trajectory, tmp_path: Path, qtbot: QtBot) -> None:
    save_trajectory(line, tmp_path / "line.svg", Theme.LIGHT)
    text = (tmp_path / "line.svg").read_text(encoding="utf-8")
    assert "Case Management, Papakura" in text
    assert "Frustration" in text


def test_a_pdf_is_a_pdf(line: Trajectory, tmp_path: Path, qtbot: QtBot) -> None:
    save_trajectory(line, tmp_path / "line.pdf", Theme.LIGHT)
    assert (tmp_path / "line.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("name", ["line.docx", "line", "missing/line.png"])
def test_a_picture_that_cannot_be_saved_says_why(line: Trajectory, tmp_path: Path, name: str, qtbot: QtBot) -> None:
    with pytest.raises(Mistake):
        save_trajectory(line, tmp_path / name, Theme.LIGHT)
    assert list(tmp_path.iterdir()) == []
