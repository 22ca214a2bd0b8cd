"""How long a group has been where it is in its life cycle (§7.2): a lean look, for all groups at once."""

from collections.abc import Collection
from datetime import date

from tracker.models.figures.lane import Lane, lane_of
from tracker.models.records.stage import StageJudgement
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value


@value
class Stay(Value):
    """A group's time in some lanes up to today. `judgement` is the latest, whatever it says.

    `since` is the day it came into these lanes, None if it is in another now; `judgements` are those that put it there,
    the oldest first: one that only confirms does not begin the stay anew.
    """

    judgement: StageJudgement
    judgements: tuple[StageJudgement, ...]

    @property
    def since(self) -> date | None:
        """The first day of the stay."""
        return self.judgements[0].on if self.judgements else None

    @property
    def words(self) -> str:
        """In Frustration; in the crossover; in Frustration and the crossover, where the stay spans both."""
        names = dict.fromkeys("the crossover" if one.crossover else one.title for one in self.judgements)
        return f"in {' and '.join(names)}"


def stay_in(snapshot: Snapshot, group_id: str, lanes: Collection[Lane]) -> Stay | None:
    """The stay in any of these lanes; None if the group's stage has never been judged by today."""
    today = snapshot.today
    judged = [one for one in snapshot.of(StageJudgement, group_id=group_id) if one.on and one.on <= today]
    if not judged:
        return None
    judged.sort(key=lambda one: (one.on, one.id), reverse=True)
    stay: list[StageJudgement] = []
    for one in judged:
        if lane_of(one) not in lanes:
            break
        stay.append(one)
    return Stay(judged[0], tuple(reversed(stay)))
