"""What the members answered to one question: a dot for each agency, the middle, and whether they are split."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from tracker.models.figures.assessment.agreement import (
    FEW,
    HIGH,
    LOW,
    average_deviation,
    consensus,
    is_split,
    median,
)
from tracker.models.figures.assessment.averages import Means
from tracker.models.figures.timeline_words import joined, several
from tracker.models.guidance.health import HealthDomain
from tracker.models.records.stage import Rating, Stage
from tracker.models.value import Value, value

# The width of the scale from 0, not at all, to 4, fully.
WIDTH = 4


@value
class Dot(Value):
    """An agency's mean answer, from 0 to 4. `agency` is "" unless the group had agreed to names."""

    score: float
    agency: str = ""


@value
class QuestionView(Value):
    """The answers to one sign (`stage` is set) or one question of the health check (`domain` is set).

    `dots` are the agencies' means, the lowest first; of up to 4 raters only the lowest and the highest, and then there
    is no `median`, `deviation` (AD about the median) or `agreement` (0 to 1). `lows` and `highs` count the raters who
    say 1 or less and 3 or more, `unknowing` those who don't know. `discussion` is a question to talk about, "" where
    there is none. `order` puts what they differ on most first.
    """

    key: str
    text: str
    section: str
    discussion: str
    stage: Stage | None
    domain: HealthDomain | None
    raters: int
    unknowing: int
    dots: tuple[Dot, ...]
    lowest: float | None
    highest: float | None
    median: float | None
    deviation: float | None
    agreement: float | None
    split: bool
    lows: int
    highs: int
    order: tuple[Fraction, ...]

    @property
    def few(self) -> bool:
        """Whether so few answered that only the lowest and the highest are told."""
        return self.raters <= FEW

    @property
    def words(self) -> str:
        """Median 2.5, from 1 to 4 · split: 2 say 1 or less, 3 say 3 or more · 7 raters."""
        if not self.raters or self.lowest is None or self.highest is None:
            return "nobody knows" if self.unknowing else "not answered"
        spread = f"from {scale(self.lowest)} to {scale(self.highest)}"
        if self.lowest == self.highest:
            spread = f"all at {scale(self.lowest)}"
        middle = f"median {scale(self.median)}, " if self.median is not None and self.lowest != self.highest else ""
        unknowing = f"{self.unknowing} don't know" if self.unknowing else ""
        return joined(middle + spread, self.split_words, several(self.raters, "rater", "raters"), unknowing)

    @property
    def split_words(self) -> str:
        """Split: 2 say 1 or less, 3 say 3 or more; "" if they are not split. Of few raters it gives no counts."""
        if not self.split:
            return ""
        return "split" if self.few else f"split: {self.lows} say {LOW} or less, {self.highs} say {HIGH} or more"


def scale(score: float) -> str:
    """2.5, or 3: a place on the scale, to a tenth."""
    return f"{score:.1f}".removesuffix(".0")


def question_view(
    said: "Question", ratings: Sequence[Rating], agencies: Mapping[str, Means], names: Mapping[str, str]
) -> QuestionView:
    """The answers to one question. `agencies` has each agency's means; `names` is empty unless dots carry names."""
    held = [dict(rating.answers) for rating in ratings]
    answers = [score for each in held if (score := each.get(said.key)) is not None]
    unknowing = sum(said.key in each and each[said.key] is None for each in held)
    scores = sorted(
        (means[said.key], names.get(agency_id, "")) for agency_id, means in agencies.items() if said.key in means
    )
    values = [score for score, _ in scores]
    enough = len(answers) > FEW
    shown = scores if enough else scores[:1] + scores[1:][-1:]
    deviation = average_deviation(values) if values else Fraction(0)
    split = is_split(answers)
    return QuestionView(
        key=said.key,
        text=said.text,
        section=said.section,
        discussion=said.discussion,
        stage=said.stage,
        domain=said.domain,
        raters=len(answers),
        unknowing=unknowing,
        dots=tuple(Dot(float(score), name) for score, name in shown),
        lowest=float(values[0]) if values else None,
        highest=float(values[-1]) if values else None,
        median=float(median(values)) if enough else None,
        deviation=float(deviation) if enough else None,
        agreement=consensus(values, WIDTH) if enough else None,
        split=split,
        lows=sum(each <= LOW for each in answers),
        highs=sum(each >= HIGH for each in answers),
        order=_order(answers, values, deviation, split=split),
    )


@value
class Question(Value):
    """A question as it was put: a sign, or one of the health check."""

    key: str
    text: str
    section: str
    discussion: str = ""
    stage: Stage | None = None
    domain: HealthDomain | None = None


def most_different_first(views: Sequence[QuestionView]) -> tuple[QuestionView, ...]:
    """Those that were answered, splits first, then by how far the agencies lie apart."""
    return tuple(sorted((view for view in views if view.raters), key=lambda view: view.order))


def _order(
    answers: Sequence[int], values: Sequence[Fraction], deviation: Fraction, *, split: bool
) -> tuple[Fraction, ...]:
    width = Fraction(max(answers) - min(answers)) if answers else Fraction(0)
    apart = values[-1] - values[0] if values else Fraction(0)
    return Fraction(not split), -deviation, -apart, -width
