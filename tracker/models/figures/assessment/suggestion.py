"""The stage that a self-assessment suggests, with its reasons; a person decides (§7.2)."""

from collections import Counter
from collections.abc import Iterable, Sequence
from fractions import Fraction
from math import floor

from tracker.models.choice import Choice
from tracker.models.figures.assessment.averages import Means, over_all, stage_scores
from tracker.models.figures.assessment.gate_answer import (
    OPEN_STAGES,
    Scores,
    answers_without_one,
    gate_answer,
    ranked,
)
from tracker.models.figures.assessment.gates import Gates
from tracker.models.figures.lane import Lane
from tracker.models.figures.timeline_words import several
from tracker.models.records.stage import Stage, StageJudgement
from tracker.models.value import Value, value

# Under so many agencies no stage is named.
LEAST_AGENCIES = 3

_CROSSOVER = (Stage.FRUSTRATION, Stage.FUNCTIONING)


class Suggested(Choice):
    """How much a round tells."""

    NAMED = "named", "One stage"
    CROSSOVER = "crossover", "In the crossover"
    BETWEEN = "between", "Between two stages"
    DIFFERENT = "different", "Members see it differently"
    NONE_LEADS = "none_leads", "No stage stands out"
    ONE_VIEW = "one_view", "One person's view"
    FEW_AGENCIES = "few_agencies", "Too few agencies"
    FEW_ANSWERS = "few_answers", "Too few answers"
    NOBODY = "nobody", "Nobody has answered"


@value
class Suggestion(Value):
    """What a round suggests. `stages` are the one or two stages that it speaks of.

    `words` say it in a clause, `reasons` are sentences with the figures; `coverage` says who was asked and answered.
    """

    kind: Suggested
    words: str
    reasons: tuple[str, ...] = ()
    stages: tuple[Stage, ...] = ()
    coverage: str = ""

    @property
    def stage(self) -> Stage | None:
        """The stage that is named, if one is."""
        return self.stages[0] if self.kind is Suggested.NAMED else None

    @property
    def lane(self) -> Lane | None:
        """Its lane on a trajectory, or the crossover's; None where no one place is suggested."""
        if self.kind is Suggested.CROSSOVER:
            return Lane.CROSSOVER
        return Lane(self.stage.value) if self.stage else None

    @property
    def suggests(self) -> bool:
        """Whether there is anything that a judgement could differ from."""
        return bool(self.stages)

    def fits(self, judgement: StageJudgement) -> bool:
        """Whether a judgement says the same; where nothing is suggested every judgement does."""
        if self.kind is Suggested.BETWEEN:
            return judgement.stage is None or (judgement.stage in self.stages and not judgement.crossover)
        if self.kind is Suggested.CROSSOVER:
            return judgement.crossover
        return not self.suggests or (judgement.stage is self.stage and not judgement.crossover)


def suggestion(agencies: Sequence[Means], raters: int, gates: Gates, coverage: str = "") -> Suggestion:
    """What the agencies' means suggest by the gates. `raters` are those who answered anything.

    One stage is named only if the same comes out with any one agency left out and, among Forming, Frustration and
    Functioning, if it is high enough and leads the next by enough.
    """
    if not agencies or not raters:
        return Suggestion(Suggested.NOBODY, "nobody has answered", (), (), coverage)
    scores = stage_scores(over_all(agencies))
    if refused := _refused(agencies, raters, scores):
        kind, words, reason = refused
        return Suggestion(kind, words, (reason,), (), coverage)
    kind, stages, reasons = _weighed(agencies, scores, gates)
    return Suggestion(kind, _words(kind, stages), tuple(reasons), stages, coverage)


def figure(score: Fraction) -> str:
    """2.46: a score cut off after two places, so that it never seems to reach a threshold that it does not reach."""
    return f"{floor(score * 100) / 100:.2f}"


def _refused(agencies: Sequence[Means], raters: int, scores: Scores) -> tuple[Suggested, str, str] | None:
    """Why no stage may be named at all."""
    if raters == 1:
        return Suggested.ONE_VIEW, "one person's view", "One person answered: that is a view, and not the group's."
    if len(agencies) < LEAST_AGENCIES:
        heard = several(len(agencies), "agency", "agencies")
        why = f"{heard} answered: with fewer than {LEAST_AGENCIES} no stage is named."
        return Suggested.FEW_AGENCIES, "too few agencies to name a stage", why
    missing = [stage.label for stage in Stage if scores[stage] is None]
    if missing:
        why = f"Under two thirds of the signs of {_listed(missing)} are answered: without them no stage is named."
        return Suggested.FEW_ANSWERS, "too few answers to name a stage", why
    return None


def _weighed(agencies: Sequence[Means], scores: Scores, gates: Gates) -> tuple[Suggested, tuple[Stage, ...], list[str]]:
    """The kind of answer, the stages it speaks of, and why."""
    answer = gate_answer(scores, gates)
    assert answer is not None
    without = answers_without_one(agencies, gates)
    others = [each for each in without if each is not answer]
    reasons = [*_gate_reasons(answer, scores, gates), _stability(answer, without)]
    if answer not in OPEN_STAGES:
        kind = Suggested.DIFFERENT if others else Suggested.NAMED
        return kind, () if others else (answer,), reasons + ([_alone(agencies, gates)] if others else [])
    (_, first), (second, next_score), (third, third_score) = ranked(scores)
    near = 100 * (first - next_score) < gates.lead
    pair = tuple(sorted((answer, second), key=lambda stage: stage.rank))
    if not near and 100 * first >= gates.least_score and not others:
        return Suggested.NAMED, (answer,), reasons
    reasons.append(_alone(agencies, gates))
    if near and 100 * (first - third_score) < gates.lead:
        reasons.append(f"{third.label} {figure(third_score)} is close as well.")
    if set(others) - set(pair if near else ()):
        return Suggested.DIFFERENT, (), reasons
    if 100 * first < gates.least_score:
        return Suggested.NONE_LEADS, (), reasons
    return Suggested.CROSSOVER if pair == _CROSSOVER else Suggested.BETWEEN, pair, reasons


def _words(kind: Suggested, stages: tuple[Stage, ...]) -> str:
    labels = " and ".join(stage.label for stage in stages)
    told = {
        Suggested.NAMED: labels,
        Suggested.CROSSOVER: f"crossover: {labels}",
        Suggested.BETWEEN: f"between {labels}",
        Suggested.DIFFERENT: "members see it differently",
    }
    return told.get(kind, "no stage stands out")


def _gate_reasons(answer: Stage, scores: Scores, gates: Gates) -> list[str]:
    """Why the gates give that stage, with each figure beside its threshold."""
    at = {stage: figure(score or Fraction(0)) for stage, score in scores.items()}
    failing, functioning, flying = (
        f"{stage.label} {at[stage]}" for stage in (Stage.FAILING, Stage.FUNCTIONING, Stage.FLYING)
    )
    failing_gate, low, flying_gate, functioning_gate, least, lead = (
        figure(Fraction(limit, 100)) for limit in vars(gates).values()
    )
    if answer is Stage.FAILING:
        return [f"{failing} is {failing_gate} or more, while {functioning} and {flying} are under {low}."]
    if answer is Stage.FLYING:
        return [f"{flying} is {flying_gate} or more, and {functioning} is {functioning_gate} or more."]
    (first, most), (second, after), _ = ranked(scores)
    reasons = [
        f"Of Forming, Frustration and Functioning, {first.label} has most with {figure(most)} "
        f"(at least {least} is needed).",
        f"It leads {second.label} by {figure(most - after)} (at least {lead} is needed).",
    ]
    gate = f"is under {flying_gate}" if 100 * (scores[Stage.FLYING] or 0) < gates.flying_gate else ""
    short_of = gate or f"is high, and {functioning} is under {functioning_gate}"
    return [*reasons, f"It is not Flying: {flying} {short_of}."]


def _stability(answer: Stage, without: Sequence[Stage | None]) -> str:
    """Whether it hangs on any one agency; it does not say on which."""
    changed = Counter(each.label if each else "too few answers to tell" for each in without if each is not answer)
    if not changed:
        return f"The same comes out with any one of the {len(without)} agencies left out."
    told = _listed([f"{label} ({times} of {len(without)})" for label, times in changed.items()])
    return f"It hangs on single agencies: with one left out it comes out as {told}."


def _alone(agencies: Iterable[Means], gates: Gates) -> str:
    """What each agency's answers would give taken alone, in counts."""
    found = Counter(gate_answer(stage_scores(agency), gates) for agency in agencies)
    told = [f"{stage.label} {found[stage]}" for stage in sorted(filter(None, found), key=lambda stage: stage.rank)]
    if found[None]:
        told.append(f"not enough to tell {found[None]}")
    return f"Taken alone, the agencies would say: {', '.join(told)}."


def _listed(parts: Sequence[str]) -> str:
    """A, B and C."""
    return " and ".join(filter(None, (", ".join(parts[:-1]), parts[-1])))
