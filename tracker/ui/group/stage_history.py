"""The stage history as a table: the same facts as the trajectory, to read and to correct."""

import textwrap
from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QIcon

from tracker.models.figures.lane import Lane
from tracker.models.figures.trajectory import Point, Trajectory
from tracker.models.records import Event, Record, Review, StageJudgement
from tracker.ui.cells import LinesDelegate
from tracker.ui.icons import stage_icon
from tracker.ui.stage_badge import lane_word
from tracker.ui.style import UNIT, current
from tracker.ui.table import RIGHT, Column, Table
from tracker.ui.table_card import TableCard
from tracker.ui.table_view import TableView
from tracker.ui.widgets import EmptyState, quiet_button

_NOTHING = "Each judgement of the stage stands here, with its day and its reason (§7.2)."


# What each judgement said before it was corrected, by its id.
Corrections = Callable[[StageJudgement], Sequence[str]]


def _whole(judgement: StageJudgement, corrections: Sequence[str]) -> str:
    """The reason in full, what it rests on, who judged, where it differs, and what it said before."""
    because = f"It differs from the self-assessment: {judgement.differs_because}" if judgement.differs_because else ""
    told = (
        judgement.why,
        f"It rests on: {judgement.evidence}" if judgement.evidence else "",
        because,
        f"Judged by {judgement.judged_by}" if judgement.judged_by else "",
        *corrections,
    )
    return "\n".join(textwrap.fill(part, 64) for part in told if part)


class StageIcons:
    """The marks of the stages, each drawn once a theme: a table asks for them at every painting."""

    def __init__(self) -> None:
        self._drawn: dict[tuple[Lane | None, str], QIcon] = {}

    def of(self, point: Point) -> QIcon:
        """The mark of a judgement's stage."""
        key = (point.lane, current().lane(point.lane))
        if key not in self._drawn:
            self._drawn[key] = stage_icon(point.lane)
        return self._drawn[key]


def _columns(icons: StageIcons, corrections: Corrections) -> tuple[Column, ...]:
    def why(point: Point) -> str:
        said = " ".join(point.judgement.why.split())
        return f"{said} (corrected)" if corrections(point.judgement) else said

    return (
        Column("Date", lambda point: point.on, width=110, least=110),
        Column(
            "Stage",
            lambda point: point.lane.rank if point.lane else None,
            text=lambda point: lane_word(point.lane),
            icon=icons.of,
            width=124,
            least=120,
        ),
        Column("Months", lambda point: point.months, align=RIGHT, width=68, least=64),
        Column(
            "Why",
            lambda point: point.judgement.why,
            why,
            width=160,
            least=80,
            share=1,
            tip=lambda point: _whole(point.judgement, corrections(point.judgement)),
        ),
        Column("Judged by", lambda point: point.judgement.judged_by, width=120, least=90, drop=1),
    )


class StageHistory(TableCard):
    """`add_requested` carries the kind to add; `opened` the judgement that is to be corrected."""

    add_requested = Signal(type)
    opened = Signal(object)

    def __init__(self) -> None:
        self._corrections: dict[str, Sequence[str]] = {}
        columns = _columns(StageIcons(), lambda judgement: self._corrections.get(str(judgement.id), ()))
        table = Table(columns, key=lambda point: str(point.judgement.id))
        view = TableView(table, "stage-history", row_height=10 * UNIT)
        super().__init__("Stage history", view, EmptyState(_NOTHING))
        self.table = table
        self.view.setItemDelegate(LinesDelegate(self.view))
        self.view.setAccessibleName("Stage history, newest first")
        self.view.setToolTip("Enter corrects a judgement; what it said before stays in the history")
        self.view.opened.connect(self._open)
        self._add_button("&Judgement", "Add a stage judgement", StageJudgement)
        self._add_button("Eve&nt", "Add an outside event", Event)
        self._add_button("&Review", "Add a review", Review)

    def show_trajectory(self, trajectory: Trajectory, corrections: Corrections = lambda judgement: ()) -> None:
        """Shows the judgements, newest first, and of each what it said before it was corrected."""
        judgements = [point.judgement for point in trajectory.points]
        self._corrections = {str(judgement.id): corrections(judgement) for judgement in judgements}
        self.table.set_rows(reversed(trajectory.points))

    def choose(self, record: Record) -> None:
        """Leads to one judgement."""
        self.view.choose(record.id)

    def _add_button(self, words: str, meaning: str, kind: type[Record]) -> None:
        button = quiet_button(words, icon_name="plus")
        button.setProperty("small", True)
        button.setAccessibleName(meaning)
        button.setToolTip(meaning)
        button.clicked.connect(lambda: self.add_requested.emit(kind))
        self.header.addWidget(button)

    def _open(self, point: Point) -> None:
        self.opened.emit(point.judgement)
