"""How far a group's tasks and practical steps have come (§4.2)."""

from datetime import date

from tracker.models.guidance.practices import PRACTICES, PracticeHelp
from tracker.models.records.outlook import Practice, PracticeState
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value


@value
class PracticeRow(Value):
    """One task or step, and all that was said of it, oldest first; `latest` is None while nothing was."""

    help: PracticeHelp
    said: tuple[Practice, ...]

    @property
    def id(self) -> str:
        """The practice's name."""
        return self.help.name.value

    @property
    def latest(self) -> Practice | None:
        """What was said last."""
        return self.said[-1] if self.said else None

    @property
    def state(self) -> PracticeState | None:
        """How far it has come; None while nothing was said."""
        return self.latest.state if self.latest else None

    @property
    def since(self) -> date | None:
        """The day on which it came to the state that it is in."""
        since = None
        for each in reversed(self.said):
            if each.state is not self.state:
                break
            since = each.on
        return since


@value
class PracticesBoard(Value):
    """The five tasks, then the six practical steps."""

    rows: tuple[PracticeRow, ...]

    @property
    def words(self) -> str:
        """How many tasks and steps are in place and under way, of how many."""
        states = [row.state for row in self.rows]
        in_place, under_way = states.count(PracticeState.IN_PLACE), states.count(PracticeState.UNDER_WAY)
        return f"{in_place} of {len(self.rows)} in place, {under_way} under way"


def practices_board(snapshot: Snapshot, group_id: str) -> PracticesBoard:
    """A group's tasks and steps as they stand today."""
    said: dict[object, list[Practice]] = {}
    for each in snapshot.of(Practice, group_id=group_id):
        if each.on and each.on <= snapshot.today and each.state:
            said.setdefault(each.name, []).append(each)
    return PracticesBoard(
        tuple(
            PracticeRow(help, tuple(sorted(said.get(help.name, ()), key=lambda each: (each.on, each.id))))
            for help in PRACTICES
        )
    )
