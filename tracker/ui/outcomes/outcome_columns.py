"""The columns of a group's outcomes and indicators; which way an indicator moved stands there in words."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from PySide6.QtGui import QIcon

from tracker.models.dates import shown
from tracker.models.figures.indicator_curve import IndicatorCurve, Movement, figure
from tracker.models.figures.outcome_board import OutcomeBoard, OutcomeStanding
from tracker.models.figures.timeline_words import joined
from tracker.models.records import Record
from tracker.models.records.outcome import OutcomeStatus
from tracker.models.value import Value, value
from tracker.ui.parts.signs import Signs
from tracker.ui.table import Column
from tracker.ui.words import count

_STATUSES = {
    OutcomeStatus.NOT_STARTED: ("muted", "flag"),
    OutcomeStatus.ON_TRACK: ("good", "circle-check"),
    OutcomeStatus.AT_RISK: ("danger", "triangle-alert"),
    OutcomeStatus.ACHIEVED: ("good", "star"),
}
_MOVEMENTS = {Movement.GOOD: "good", Movement.BAD: "danger", Movement.NONE: "", Movement.OPEN: "muted"}


@value
class BoardLine(Value):
    """An outcome, or with a curve one of its indicators."""

    place: int
    standing: OutcomeStanding
    curve: IndicatorCurve | None = None

    @property
    def id(self) -> str:
        """The id of the indicator, or of the outcome."""
        return self.curve.id if self.curve else self.standing.id


def lines_of(board: OutcomeBoard) -> Iterator[BoardLine]:
    """Each outcome, and below it its indicators."""
    for place, standing in enumerate(board.outcomes):
        yield BoardLine(place, standing)
        for curve in standing.curves:
            yield BoardLine(place, standing, curve)


def outcome_columns(signs: Signs) -> tuple[Column, ...]:
    """What it is, what was measured last, which way it moved, and how far it still is."""
    return (
        Column(
            "Outcome and indicators",
            _what,
            width=240,
            least=200,
            share=5,
            tone=_status_tone,
            icon=_sign_in(signs),
            tip=lambda line: line.curve.indicator.name if line.curve else line.standing.outcome.statement,
        ),
        Column("Latest", _latest, width=116, least=112, drop=1),
        Column("Since baseline", _moved, width=120, least=116, tone=_moved_tone),
        Column("To the target", _target, width=132, least=116, drop=2),
        Column("Baseline", _baseline, width=110, least=96, drop=3),
        Column("Without action", _turned, width=120, least=116, drop=4, tone=_turned_tone),
    )


def part_of(line: BoardLine) -> tuple[int, str]:
    """Each outcome is a part of its own."""
    return line.place, line.standing.outcome.statement


def heading_words(name: str, lines: Sequence[BoardLine]) -> str:
    """An outcome, with how many indicators it has."""
    indicators = sum(line.curve is not None for line in lines)
    return f"{' '.join(name.split()).rstrip('.')}: {count(indicators, 'indicator')}"


def records_behind(line: BoardLine) -> tuple[Record, ...]:
    """What a line rests on: where one of these may not leave, the line stays."""
    outcome = line.standing.outcome
    return (outcome, line.curve.indicator, *line.curve.values) if line.curve else (outcome,)


def _sign_in(signs: Signs) -> Callable[[BoardLine], QIcon]:
    def sign(line: BoardLine) -> QIcon:
        if line.curve:
            return signs.drawn("chart-line", "muted")
        tone, name = _look(line)
        return signs.drawn(name, tone)

    return sign


def _look(line: BoardLine) -> tuple[str, str]:
    status = line.standing.outcome.status
    return _STATUSES[status] if status else ("warning", "circle-help")


def _what(line: BoardLine) -> str:
    if line.curve is None:
        return f"{line.standing.status_words}\n{joined(line.standing.results_words, line.standing.agency_words)}"
    return f"{line.curve.indicator.name}\n{joined(line.curve.indicator.unit, line.curve.better_words)}"


def _status_tone(line: BoardLine) -> str:
    return "" if line.curve or line.standing.outcome.status is OutcomeStatus.ON_TRACK else _look(line)[0]


def _latest(line: BoardLine) -> str:
    curve = line.curve
    if curve is None:
        return ""
    if curve.latest is None:
        return "nothing yet"
    estimated = "est. " if curve.latest.estimated else ""
    return f"{figure(curve.latest.value, curve.indicator.unit)}\n{estimated}{shown(curve.latest.on)}"


def _moved(line: BoardLine) -> str:
    return line.curve.movement_words.replace(": ", "\n") if line.curve else ""


def _moved_tone(line: BoardLine) -> str:
    return _MOVEMENTS[line.curve.movement] if line.curve else ""


def _target(line: BoardLine) -> str:
    if line.curve is None:
        return ""
    aim, _, far = line.curve.target_words.partition(": ")
    return f"{far}\n{aim}" if far else "no target"


def _baseline(line: BoardLine) -> str:
    if line.curve is None or line.curve.baseline is None:
        return ""
    began = line.curve.baseline
    words = figure(began.value, line.curve.indicator.unit)
    return words if began.on == date.min else f"{words}\n{shown(began.on)}"


def _turned(line: BoardLine) -> str:
    if line.curve is None:
        return ""
    words = line.curve.turn_words
    return words.replace(" than without action", "").replace("the same as without action", "the same")


def _turned_tone(line: BoardLine) -> str:
    ahead = line.curve.ahead if line.curve else None
    return "muted" if ahead is None else "danger" if ahead < 0 else ""
