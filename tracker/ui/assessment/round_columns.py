"""The columns of the list of rounds, and of what the members said to each question of one."""

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtGui import QIcon

from tracker.models.dates import shown
from tracker.models.figures.assessment.question_view import QuestionView, scale
from tracker.models.figures.assessment.rounds import RoundListed
from tracker.models.figures.lane import Lane
from tracker.models.records import Record
from tracker.models.records.stage import Asked
from tracker.ui.icons import icon, stage_icon
from tracker.ui.style import current
from tracker.ui.table import RIGHT, Column

_ASKED = {Asked.SIGNS: "Signs", Asked.HEALTH: "Health check"}
_NONE = "–"


class RoundSigns:
    """The marks of the list, each drawn once a theme."""

    def __init__(self) -> None:
        self._drawn: dict[tuple[str, str], QIcon] = {}

    def of_round(self, row: RoundListed) -> QIcon:
        """The shape of the stage that a round suggests; a ring where it suggests none, a scale for a health check."""
        if row.suggestion is None:
            return self._held("scale", current().muted, None)
        lane = row.suggestion.lane
        return self._held("stage" if lane is None else lane.value, current().lane(lane), lane)

    def of_split(self, row: QuestionView) -> QIcon:
        """A sign beside "split"; nothing beside what is not."""
        return self._held("triangle-alert", current().warning, None) if row.split else QIcon()

    def _held(self, name: str, colour: str, lane: Lane | None) -> QIcon:
        key = name, colour
        if key not in self._drawn:
            drawn = name in ("scale", "triangle-alert")
            self._drawn[key] = icon(name, colour, 16) if drawn else stage_icon(lane)
        return self._drawn[key]


def round_words(row: RoundListed) -> str:
    """The day and what was asked, who answered, and what it suggests: a line each."""
    told = row.coverage
    raters = f"{told.raters:,} {'rater' if told.raters == 1 else 'raters'}"
    agencies = f"{len(told.answered)} of {len(told.asked)}" if told.asked else f"{len(told.answered)}"
    answered = f"{raters}, {agencies} agencies" if told.raters else f"nobody yet, {len(told.asked)} asked"
    suggested = row.suggestion.words if row.suggestion and told.raters else ""
    return "\n".join(
        part for part in (f"{shown(row.on)} · {_ASKED[row.assessment.asked]}", answered, suggested) if part
    )


def round_tip(row: RoundListed) -> str:
    """All that the list can say of a round."""
    judged = ""
    if row.judgement:
        stage = "not clear" if row.judgement.stage is None else row.judgement.title
        judged = f"Judged on {shown(row.judgement.on)}: {stage}"
    return "\n".join(part for part in (row.coverage.words, row.words, judged, row.assessment.note) if part)


def behind_round(row: RoundListed) -> Iterable[Record]:
    """What stands behind a row, for the gate: the round, which says nothing of a single answer."""
    return (row.assessment,)


def round_columns(signs: RoundSigns) -> tuple[Column, ...]:
    """One column of lines: the list stands beside the round that is chosen, and is narrow."""
    return (
        Column(
            "Round", lambda row: row.on, round_words, width=200, least=160, share=1, icon=signs.of_round, tip=round_tip
        ),
    )


def question_columns(signs: RoundSigns, moved: Callable[[Any], str]) -> tuple[Column, ...]:
    """The columns of what was said to each question; `moved` says how it changed since the round before."""
    return (
        Column("Question", lambda row: row.text, width=260, least=220, share=3, tip=_whole),
        Column("Agencies, 0 to 4", lambda row: row.median, dots_words, width=190, least=120, share=2, tip=_whole),
        Column("Median", lambda row: row.median, _median, align=RIGHT, width=70, least=64, drop=2),
        Column(
            "Lowest", lambda row: row.lowest, lambda row: _number(row.lowest), align=RIGHT, width=66, least=62, drop=1
        ),
        Column(
            "Highest",
            lambda row: row.highest,
            lambda row: _number(row.highest),
            align=RIGHT,
            width=68,
            least=64,
            drop=1,
        ),
        Column("Differ", _rank, _split, width=90, least=84, tone=_tone, icon=signs.of_split, tip=_whole),
        Column("Since the round before", moved, width=190, least=170, drop=3),
    )


def dots_words(row: QuestionView) -> str:
    """The dots as numbers: 1, 2.5, 3; with names where the group had agreed to them."""
    return ", ".join(f"{dot.agency} {scale(dot.score)}".strip() for dot in row.dots) or _NONE


def _whole(row: QuestionView) -> str:
    named = f"\n{dots_words(row)}" if any(dot.agency for dot in row.dots) else ""
    return f"{row.text}\n{row.words}{named}"


def _number(score: float | None) -> str:
    return _NONE if score is None else scale(score)


def _median(row: QuestionView) -> str:
    return _number(row.median)


def _rank(row: QuestionView) -> Any:
    return row.order


def _split(row: QuestionView) -> str:
    return "split" if row.split else ""


def _tone(row: QuestionView) -> str:
    return "warning" if row.split else ""
