"""The task, step, enabler or impediment that is chosen: what it means, what to do, and what was said of it."""

from collections.abc import Sequence

from tracker.models.dates import shown
from tracker.models.figures.conditions_board import ConditionRow
from tracker.models.figures.practices_board import PracticeRow
from tracker.models.figures.timeline_words import joined
from tracker.models.guidance.conditions import part_title
from tracker.models.records.outlook import Condition, Practice, PracticeState, Seen
from tracker.ui.parts.story_card import StoryCard
from tracker.ui.style import UNIT
from tracker.ui.working.working_columns import WorkingRow, title

# Where there is little room the list needs it more.
_LOW_HEIGHT = 34 * UNIT
_WATCHED = "On the watch list: the next brief names it"


class WorkingCard(StoryCard):
    """Tells of one row."""

    def __init__(self) -> None:
        super().__init__("What it means", facts=4)

    def lay(self, flat: bool, low: bool = False) -> None:
        super().lay(flat, low)
        if flat and low:
            self.setFixedHeight(_LOW_HEIGHT)

    def show_row(self, row: WorkingRow, rows: Sequence[WorkingRow]) -> None:
        """Tells of a row, and in a few lines of how all `rows` stand."""
        watched = isinstance(row, ConditionRow) and row.watched
        meaning = f"{row.help.text} (§{row.help.section})" if isinstance(row, PracticeRow) else _kind(row)
        self.tell(
            title(row),
            (
                (meaning, ""),
                (row.help.next_step, ""),
                (_WATCHED if watched else "", "warning"),
                ("" if row.latest else "Nothing has been said of it yet.", ""),
            ),
            (),
        )
        every: Sequence[Practice | Condition] = row.said
        said = [(shown(each.on), _said(each)) for each in reversed(every)]
        self._lines.show_parts([("What was said of it", said), *_overview(rows)])


def _overview(rows: Sequence[WorkingRow]) -> list[tuple[str, list[tuple[str, str]]]]:
    """What stands out in the group: what hinders it, what helps it, and what has not come all the way."""
    conditions = [row for row in rows if isinstance(row, ConditionRow)]
    practices = [row for row in rows if isinstance(row, PracticeRow)]
    open_ones = [row for row in practices if row.state and row.state is not PracticeState.IN_PLACE]
    helping = [row for row in conditions if row.help.helps and row.seen is Seen.HERE]
    return [
        ("On the watch list", [(shown(row.since), row.help.text) for row in conditions if row.watched]),
        ("Helps here", [(shown(row.since), row.help.text) for row in helping]),
        ("Not in place yet", [(row.state.label if row.state else "", title(row)) for row in open_ones]),
    ]


def _kind(row: ConditionRow) -> str:
    word = "Helps" if row.help.helps else "Hinders"
    part = part_title(row.help)
    return f"{word}: {part[:1].lower()}{part[1:]}"


def _said(each: Practice | Condition) -> str:
    state = each.state if isinstance(each, Practice) else each.seen
    return joined(state.label if state else "", " ".join(each.note.split()))
