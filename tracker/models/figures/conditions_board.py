"""What helps a group and what hinders it (§2.3 to §7.3), as it was seen last."""

from datetime import date

from tracker.models.figures.timeline_words import several
from tracker.models.guidance.conditions import CONDITIONS, ConditionHelp
from tracker.models.records.outlook import Condition, Seen
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value


@value
class ConditionRow(Value):
    """One enabler or impediment, and all that was said of it, oldest first."""

    help: ConditionHelp
    said: tuple[Condition, ...]

    @property
    def id(self) -> str:
        """The key that it is kept under."""
        return self.help.key

    @property
    def latest(self) -> Condition | None:
        """What was said last; None while nothing was."""
        return self.said[-1] if self.said else None

    @property
    def seen(self) -> Seen | None:
        """How far it is seen; None while nothing was said."""
        return self.latest.seen if self.latest else None

    @property
    def since(self) -> date | None:
        """The day since which it has been seen so."""
        since = None
        for each in reversed(self.said):
            if each.seen is not self.seen:
                break
            since = each.on
        return since

    @property
    def watched(self) -> bool:
        """Whether it stands on the watch list: an impediment that is seen here."""
        return not self.help.helps and self.seen is Seen.HERE


@value
class ConditionsBoard(Value):
    """All enablers and impediments, section by section; in each, what helps comes first."""

    rows: tuple[ConditionRow, ...]

    @property
    def watched(self) -> tuple[ConditionRow, ...]:
        """The impediments that are seen here."""
        return tuple(row for row in self.rows if row.watched)

    @property
    def words(self) -> str:
        """How many were looked at, and what stands on the watch list."""
        looked = sum(1 for row in self.rows if row.latest)
        if not looked:
            return "what helps and hinders not looked at yet"
        helping = sum(1 for row in self.rows if row.help.helps and row.seen is Seen.HERE)
        watched = several(len(self.watched), "impediment", "impediments")
        return f"{watched} on the watch list, {helping} that help seen here"


def conditions_board(snapshot: Snapshot, group_id: str) -> ConditionsBoard:
    """A group's enablers and impediments as they were seen up to today."""
    said: dict[str, list[Condition]] = {}
    for each in snapshot.of(Condition, group_id=group_id):
        if each.on and each.on <= snapshot.today and each.seen:
            said.setdefault(each.key, []).append(each)
    return ConditionsBoard(
        tuple(
            ConditionRow(help, tuple(sorted(said.get(help.key, ()), key=lambda each: (each.on, each.id))))
            for help in CONDITIONS
        )
    )
