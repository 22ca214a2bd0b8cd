"""The columns of a group's lessons and reviews."""

from collections.abc import Sequence

from tracker.models.dates import shown
from tracker.models.figures.learning_board import LessonStanding, LessonState, agencies_named
from tracker.models.records import Lesson, Review
from tracker.models.snapshot import Snapshot
from tracker.ui.table import Column

# A lesson with how far it came, or a review.
Row = LessonStanding | Review

_TONES = {
    LessonState.STAYS: "warning",
    LessonState.IN_PART: "warning",
    LessonState.CARRIED: "",
    LessonState.TAKEN_UP: "good",
    LessonState.NOT_TAKEN_UP: "muted",
}


class LessonColumns:
    """What a row says; the snapshot gives agencies their names."""

    def __init__(self) -> None:
        self.snapshot: Snapshot | None = None

    def columns(self) -> tuple[Column, ...]:
        """What was learned, how far it came, where to, and when."""
        return (
            Column("Learned", text_of, width=340, least=200, share=5, tip=text_of),
            Column("How far", _rank, _state, width=150, least=136, tone=_tone),
            Column("Carried to", self._carried_to, width=190, least=110, share=2, tip=self._carried_to),
            Column("Still to", self._still_to, width=130, least=90, share=1, drop=2),
            Column("Date", lambda row: _thing(row).on, width=110, least=106, drop=3),
        )

    def _carried_to(self, row: Row) -> str:
        if self.snapshot is None or isinstance(row, Review):
            return ""
        return agencies_named(self.snapshot, (each.agency_id for each in row.carried))

    def _still_to(self, row: Row) -> str:
        if self.snapshot is None or isinstance(row, Review):
            return ""
        return agencies_named(self.snapshot, row.waiting)


def text_of(row: Row) -> str:
    """What was learned, in one line."""
    return " ".join((row.learned if isinstance(row, Review) else row.lesson.text).split())


def key_of(row: Row) -> str:
    """The lesson's or the review's own."""
    return str(row.id)


def part_of(row: Row) -> tuple[int, str]:
    """Lessons that stay in the group, those that were carried, and reviews."""
    if isinstance(row, Review):
        return 2, "Reviews"
    return (0, "In the group only") if row.state is LessonState.STAYS else (1, "Carried home")


def heading_words(name: str, rows: Sequence[Row]) -> str:
    """A part's name with its count."""
    return f"{name}: {len(rows):,}"


def _thing(row: Row) -> Review | Lesson:
    return row if isinstance(row, Review) else row.lesson


def _rank(row: Row) -> int:
    return len(LessonState) if isinstance(row, Review) else row.state.rank


def _state(row: Row) -> str:
    if isinstance(row, Review):
        return row.kind.label if row.kind else ""
    return f"{row.state.label}\nsince {shown(row.lesson.on)}" if row.state is LessonState.STAYS else row.state.label


def _tone(row: Row) -> str:
    return "" if isinstance(row, Review) else _TONES[row.state]
