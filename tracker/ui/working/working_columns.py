"""The columns of tasks, steps, and what helps or hinders; the parts they stand in, and their signs."""

from collections.abc import Sequence

from PySide6.QtGui import QIcon

from tracker.models.choice import Choice
from tracker.models.figures.conditions_board import ConditionRow
from tracker.models.figures.practices_board import PracticeRow
from tracker.models.guidance.conditions import part_title
from tracker.models.records.outlook import PracticeState, Seen
from tracker.ui.parts.signs import Signs
from tracker.ui.table import Column

WorkingRow = PracticeRow | ConditionRow

# The sign and the tone of each state; what hinders and is here warns, what helps and is here is good.
_PRACTICE = {
    PracticeState.NOT_YET: ("circle-help", "muted"),
    PracticeState.UNDER_WAY: ("history", "warning"),
    PracticeState.IN_PLACE: ("circle-check", "good"),
}
_HELPS = {Seen.HERE: ("circle-check", "good"), Seen.IN_PART: ("history", "text"), Seen.NOT_HERE: ("x", "muted")}
_HINDERS = {
    Seen.HERE: ("triangle-alert", "danger"),
    Seen.IN_PART: ("circle-alert", "warning"),
    Seen.NOT_HERE: ("circle-check", "muted"),
}
_TASKS, _STEPS = "Tasks of leading itself (§4.2)", "Practical steps (§4.2)"


def working_columns(signs: Signs) -> tuple[Column, ...]:
    """What it is, whether it helps, how far it has come or is seen, since when, and a note."""

    def sign(row: WorkingRow) -> QIcon:
        name, tone = _look(row)
        return signs.drawn(name, tone)

    return (
        Column("What", title, text=_what, width=320, least=200, share=5),
        Column("Kind", _sort, width=82, least=78, drop=1),
        Column("Now", state_rank, text=state_words, icon=sign, tone=_tone, width=150, least=140),
        Column("Since", lambda row: row.since, width=116, least=112, drop=2),
        Column("Note", _note, width=160, least=120, share=3, drop=3),
    )


def title(row: WorkingRow) -> str:
    """What the row is about."""
    return row.help.name.label if isinstance(row, PracticeRow) else row.help.text


def state_of(row: WorkingRow) -> Choice | None:
    """How far it has come or is seen; None while nothing was said."""
    return row.state if isinstance(row, PracticeRow) else row.seen


def state_rank(row: WorkingRow) -> int | None:
    """By what the states are sorted."""
    state = state_of(row)
    return state.rank if state else None


def state_words(row: WorkingRow) -> str:
    """How far it is; an impediment that is seen here is on the watch list."""
    state = state_of(row)
    if isinstance(row, ConditionRow) and row.watched:
        return "Seen here\non the watch list"
    return state.label if state else "not said"


def part_of(row: WorkingRow) -> tuple[int, str]:
    """The part that a row stands in."""
    if isinstance(row, PracticeRow):
        return (0, _TASKS) if row.help.task else (1, _STEPS)
    part = part_title(row.help)
    return _order(row), part


def heading_words(name: str, rows: Sequence[WorkingRow]) -> str:
    """A part's name with of how many of it something was said."""
    said = sum(1 for row in rows if row.latest)
    return f"{name}: {said} of {len(rows)} looked at"


def _order(row: ConditionRow) -> int:
    return 2 + int(row.help.section[0])


def _what(row: WorkingRow) -> str:
    return f"{title(row)}\n{row.help.text}" if isinstance(row, PracticeRow) else title(row)


def _sort(row: WorkingRow) -> str:
    if isinstance(row, PracticeRow):
        return "Task" if row.help.task else "Step"
    return "Helps" if row.help.helps else "Hinders"


def _note(row: WorkingRow) -> str:
    return " ".join(row.latest.note.split()) if row.latest else ""


def _look(row: WorkingRow) -> tuple[str, str]:
    if isinstance(row, PracticeRow):
        return _PRACTICE[row.state] if row.state else ("circle-help", "muted")
    if row.seen is None:
        return ("circle-help", "muted")
    return (_HELPS if row.help.helps else _HINDERS)[row.seen]


def _tone(row: WorkingRow) -> str:
    tone = _look(row)[1]
    return "" if tone == "text" else tone
