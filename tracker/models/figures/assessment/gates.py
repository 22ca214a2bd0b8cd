"""The gates between the stages (§7.2): the thresholds that a suggestion goes by, kept with each round in hundredths."""

from decimal import Decimal

from tracker.models.fields import Scores
from tracker.models.records.threshold import Threshold
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value


@value
class Gates(Value):
    """All in hundredths of the scale from 0 to 4: 250 is 2.5.

    `low_gate` is what Functioning and Flying must stay under for Failing; `functioning_gate` what Functioning must
    reach for Flying; `least_score` and `lead` what the largest of Forming, Frustration and Functioning must have.
    """

    failing_gate: int = 250
    low_gate: int = 200
    flying_gate: int = 250
    functioning_gate: int = 200
    least_score: int = 150
    lead: int = 60

    @property
    def scores(self) -> Scores:
        """As a round keeps them."""
        return tuple(vars(self).items())


# What each is called where an office sets its own.
GATE_LABELS: dict[str, str] = {
    "failing_gate": "Failing: its score is at least",
    "low_gate": "Failing: Functioning and Flying are each under",
    "flying_gate": "Flying: its score is at least",
    "functioning_gate": "Flying: Functioning is at least",
    "least_score": "One stage named: its score is at least",
    "lead": "One stage named: it leads the next by at least",
}


def gates_of(thresholds: Scores) -> Gates:
    """The gates that a round was kept with; what it was not kept with is as usual."""
    return Gates(**{name: kept for name, kept in thresholds if name in GATE_LABELS and kept is not None})


def gates_in_force(snapshot: Snapshot) -> Gates:
    """The usual gates, or what the office has set for itself: a threshold of that name, from 0 to 4."""
    own = {each.name: each.value for each in snapshot.of(Threshold) if each.name in GATE_LABELS}
    return Gates(**{name: _hundredths(value) for name, value in own.items() if value is not None and 0 <= value <= 4})


def _hundredths(score: Decimal) -> int:
    return int((score * 100).to_integral_value())
