"""Two rounds side by side: only those who rated in both, and how many went up, stayed or went down."""

from collections.abc import Iterable, Mapping

from tracker.models.figures.assessment.averages import Means, counting, heard, mean_of, means
from tracker.models.figures.assessment.rounds import round_before
from tracker.models.figures.joining_order import agencies_in_order
from tracker.models.figures.shares import agencies_on
from tracker.models.figures.timeline_words import several
from tracker.models.guidance.health import HEALTH_QUESTIONS, HealthDomain, questions_of
from tracker.models.guidance.signs import SIGNS
from tracker.models.records.agency import Agency
from tracker.models.records.stage import Asked, Assessment, Stage
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value

# With fewer in both rounds, the counts would be somebody's own answers.
LEAST_IN_BOTH = 3

_Raters = Mapping[tuple[str, str], Means]


@value
class Change(Value):
    """One sign, or one stage or domain, over two rounds, in raters who answered it in both."""

    key: str
    label: str
    up: int
    same: int
    down: int

    @property
    def words(self) -> str:
        """3 up, 1 the same, 1 down; "" where nobody answered it twice."""
        return f"{self.up} up, {self.same} the same, {self.down} down" if self.up + self.same + self.down else ""


@value
class Comparison(Value):
    """A round against an earlier one. `whole` has the stages (or domains), `questions` the signs (or questions).

    Both are empty with fewer than 3 raters in both rounds. `joined` and `left` are the agencies whose seat began or
    ended between the two days.
    """

    earlier: Assessment
    later: Assessment
    in_both: int
    only_earlier: int
    only_later: int
    whole: tuple[Change, ...]
    questions: tuple[Change, ...]
    joined: tuple[Agency, ...]
    left: tuple[Agency, ...]

    @property
    def enough(self) -> bool:
        """Whether enough rated in both to tell."""
        return self.in_both >= LEAST_IN_BOTH

    @property
    def words(self) -> str:
        """5 raters answered in both rounds; 2 only then, 3 only now."""
        said = f"{several(self.in_both, 'rater', 'raters')} answered in both rounds"
        others = [
            f"{count} only {when}" for count, when in ((self.only_earlier, "then"), (self.only_later, "now")) if count
        ]
        said += f"; {', '.join(others)}" if others else ""
        return said if self.enough else f"{said}: not enough to compare"

    @property
    def membership_words(self) -> str:
        """Joined between: Health; left: Police. It is "" where the same agencies sat at the table."""
        parts = (("joined in between", self.joined), ("left", self.left))
        told = "; ".join(f"{word}: {', '.join(each.called for each in who)}" for word, who in parts if who)
        return told[:1].upper() + told[1:]


def compared(snapshot: Snapshot, earlier: Assessment, later: Assessment) -> Comparison:
    """What changed between two rounds that asked the same, by agency and rater's mark."""
    then, now = _raters(snapshot, earlier), _raters(snapshot, later)
    both = sorted(then.keys() & now.keys())
    enough = len(both) >= LEAST_IN_BOTH
    pairs = [(then[key], now[key]) for key in both]
    joined, left = _comings_and_goings(snapshot, earlier, later)
    return Comparison(
        earlier=earlier,
        later=later,
        in_both=len(both),
        only_earlier=len(then) - len(both),
        only_later=len(now) - len(both),
        whole=tuple(_change(*part, pairs) for part in _WHOLE[later.asked]) if enough else (),
        questions=tuple(_change(*question, pairs) for question in _QUESTIONS[later.asked]) if enough else (),
        joined=joined,
        left=left,
    )


def compared_with_before(snapshot: Snapshot, assessment: Assessment) -> Comparison | None:
    """A round against the one before that asked the same; None if there was none."""
    earlier = round_before(snapshot, assessment)
    return compared(snapshot, earlier, assessment) if earlier else None


def _raters(snapshot: Snapshot, assessment: Assessment) -> _Raters:
    return {
        (rating.agency_id or "", rating.rater.strip().casefold()): means([rating.answers])
        for rating in counting(heard(snapshot, assessment))
    }


def _change(key: str, label: str, keys: tuple[str, ...], pairs: Iterable[tuple[Means, Means]]) -> Change:
    moves = []
    for then, now in pairs:
        before, after = mean_of(keys, then), mean_of(keys, now)
        if before is not None and after is not None:
            moves.append(after - before)
    ups, downs = sum(move > 0 for move in moves), sum(move < 0 for move in moves)
    return Change(key, label, ups, len(moves) - ups - downs, downs)


def _comings_and_goings(
    snapshot: Snapshot, earlier: Assessment, later: Assessment
) -> tuple[tuple[Agency, ...], tuple[Agency, ...]]:
    """The agencies with a seat on the later day alone, and on the earlier alone."""
    group_id = later.group_id or ""
    before, after = (agencies_on(snapshot, group_id, each.on) if each.on else frozenset() for each in (earlier, later))
    order = agencies_in_order(snapshot, group_id)
    joined = tuple(agency for agency in order if agency.id in after - before)
    return joined, tuple(agency for agency in order if agency.id in before - after)


# What is compared: its key, its label, and the questions that it is the mean of.
_Part = tuple[str, str, tuple[str, ...]]

_WHOLE: dict[Asked, tuple[_Part, ...]] = {
    Asked.SIGNS: tuple(
        (stage.value, stage.label, tuple(sign.key for sign in SIGNS if sign.stage is stage)) for stage in Stage
    ),
    Asked.HEALTH: tuple(
        (domain.value, domain.label, tuple(each.key for each in questions_of(domain))) for domain in HealthDomain
    ),
}
_QUESTIONS: dict[Asked, tuple[_Part, ...]] = {
    Asked.SIGNS: tuple((sign.key, sign.text, (sign.key,)) for sign in SIGNS),
    Asked.HEALTH: tuple((each.key, each.text, (each.key,)) for each in HEALTH_QUESTIONS),
}
