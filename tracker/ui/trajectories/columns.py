"""The columns of the page's tables: the groups, months in each stage, moves, and where others fell."""

from collections.abc import Callable

from tracker.models.dates import shown
from tracker.models.figures.lane import Lane
from tracker.models.figures.months_in_stage import MonthsInStage
from tracker.models.figures.stage_moves import StageMoves
from tracker.models.figures.stays import StayEnd
from tracker.models.figures.trajectories import GroupLine, times
from tracker.models.figures.where_others_fell import WhereOthersFell
from tracker.ui.icons import stage_icon
from tracker.ui.table import RIGHT, Column


def _fell_words(line: GroupLine) -> str:
    return times(line.fell_back).capitalize() if line.fell_back else ""


def _state(line: GroupLine) -> str:
    if line.trajectory.closed:
        return f"Closed {shown(line.trajectory.until)}"
    return f"Stuck {line.stuck:,} days" if line.stuck else "Running"


GROUP_COLUMNS = (
    Column("Group", lambda row: row.group.called, width=190, least=140, share=3, bold=True),
    Column(
        "Stage",
        lambda row: row.lane.rank if row.lane else None,
        lambda row: row.stage,
        width=140,
        least=124,
        share=1,
        icon=lambda row: stage_icon(row.lane),
    ),
    Column("Since", lambda row: row.trajectory.since, width=104, least=96, share=1),
    Column(
        "Months in it",
        lambda row: row.trajectory.months if row.trajectory.now else None,
        align=RIGHT,
        width=100,
        least=94,
        share=1,
    ),
    Column("Months in all", lambda row: row.age, align=RIGHT, width=108, least=100, share=1, drop=2),
    Column("Fell back", lambda row: row.fell_back or None, _fell_words, width=90, least=80, share=1),
    Column("Judgements", lambda row: len(row.trajectory.points), align=RIGHT, width=100, least=92, share=1),
    Column("State", _state, width=176, least=160, share=2, drop=1),
)

MONTHS_COLUMNS = (
    Column(
        "Stage",
        lambda row: row.lane.rank,
        lambda row: row.lane.label,
        width=134,
        least=120,
        share=1,
        icon=lambda row: stage_icon(row.lane),
    ),
    Column(
        "Median months",
        lambda row: row.median,
        lambda row: row.median_words,
        width=124,
        least=110,
        share=1,
        tone=lambda row: "muted" if row.median is None else "",
        align=RIGHT,
    ),
    Column(
        "From–to", lambda row: row.months[0] if row.months else None, lambda row: row.range_words, width=84, share=1
    ),
    Column("Moved on", lambda row: row.n, align=RIGHT, width=96, least=84, share=1),
    Column("Still there", lambda row: row.going_on or None, align=RIGHT, width=96, least=84, share=1),
    Column("Closed there", lambda row: row.closed or None, align=RIGHT, width=108, least=100, share=1),
    Column("Then unclear", lambda row: row.not_clear or None, align=RIGHT, width=108, least=100, share=1),
)


def _gone_to(lane: Lane) -> Callable[[StageMoves], int | None]:
    return lambda row: row.to.get(lane)


def _gone_words(lane: Lane) -> Callable[[StageMoves], str]:
    return lambda row: row.to_words(lane)


def _rest(row: StageMoves) -> str:
    """3 there, 1 closed: in few letters, so that all lanes have room beside it."""
    words = {StayEnd.GOING_ON: "there", StayEnd.CLOSED: "closed", StayEnd.NOT_CLEAR: "unclear"}
    return ", ".join(f"{row.ends[end]} {word}" for end, word in words.items() if row.ends.get(end))


# As wide as the words of each: side by side they fill a small window.
_WIDTHS = {
    Lane.FLYING: 66,
    Lane.FUNCTIONING: 94,
    Lane.CROSSOVER: 84,
    Lane.FRUSTRATION: 92,
    Lane.FORMING: 74,
    Lane.FAILING: 68,
}

MOVES_COLUMNS = (
    Column(
        "From, to:",
        lambda row: row.lane.rank,
        lambda row: row.lane.label,
        width=122,
        least=118,
        share=1,
        icon=lambda row: stage_icon(row.lane),
    ),
    *(
        Column(lane.label, _gone_to(lane), _gone_words(lane), width=_WIDTHS[lane], least=_WIDTHS[lane], share=1)
        for lane in reversed(Lane)
    ),
    Column("No move", lambda row: sum(row.ends.values()), _rest, width=134, least=126, share=2),
)


def _fell_of(row: WhereOthersFell) -> str:
    return f"{row.fell} of {row.lasted}"


def _between(row: WhereOthersFell) -> str:
    return f"{row.low} and {row.high}"


FELL_COLUMNS = (
    Column("Group", lambda row: row.line.group.called, width=160, least=120, share=2, bold=True),
    Column(
        "Stage",
        lambda row: row.lane.rank,
        lambda row: row.lane.label,
        width=124,
        least=110,
        share=1,
        icon=lambda row: stage_icon(row.lane),
    ),
    Column("Months", lambda row: row.months, align=RIGHT, width=74, least=64, share=1),
    Column("Others that fell", lambda row: row.fell, _fell_of, width=116, least=100, share=1),
    Column("Between months", lambda row: row.low, _between, width=120, least=106, share=1),
)


def months_key(row: MonthsInStage | StageMoves) -> str:
    """A row's lane."""
    return row.lane.value
