"""Whether an issue needs a group at all (§2.1): what four answers speak for, with the reasons; never a verdict."""

from collections.abc import Iterator

from tracker.models.guidance.triage import TRIAGE_QUESTIONS, TriageQuestion
from tracker.models.records.outlook import Triage, TriageResult
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value

# So many of the four answers have to agree; what speaks against them keeps it in the grey area for the simple end.
_ENOUGH = 3


@value
class TriageReason(Value):
    """What one answer speaks for, in words. `field` is the question's."""

    field: str
    towards: TriageResult
    words: str


@value
class TriageFound(Value):
    """What the answers come to. `result` is None while a question is open: then it is not enough to tell."""

    result: TriageResult | None
    reasons: tuple[TriageReason, ...]
    open_questions: tuple[str, ...]

    @property
    def words(self) -> str:
        """The result in words."""
        return self.result.label if self.result else "Not enough to tell"


@value
class TriageStanding(Value):
    """The latest triage of a group, what its answers come to, and what stands: the manager's word goes before.

    `earlier` are those before it, newest first.
    """

    triage: Triage
    found: TriageFound
    result: TriageResult | None
    earlier: tuple[Triage, ...]

    @property
    def overruled(self) -> bool:
        """Whether the manager decided otherwise than the answers suggest."""
        return self.result is not None and self.result is not self.found.result


def triage_found(triage: Triage) -> TriageFound:
    """What the four answers come to: three or more that agree, and for a single agency none that speaks against it."""
    reasons = tuple(_reasons(triage))
    missing = tuple(each.question for each in TRIAGE_QUESTIONS if getattr(triage, each.field) is None)
    return TriageFound(None if missing else _result(reasons), reasons, missing)


def triage_standing(snapshot: Snapshot, group_id: str) -> TriageStanding | None:
    """The group's latest triage up to today; None if there is none."""
    dated = [each for each in snapshot.of(Triage, group_id=group_id) if each.on and each.on <= snapshot.today]
    if not dated:
        return None
    latest, *earlier = sorted(dated, key=lambda each: (each.on, each.id), reverse=True)
    found = triage_found(latest)
    # What is kept as the result without a reason was worked out: the answers say it as they do now.
    decided = latest.result if latest.overruled_because else found.result or latest.result
    return TriageStanding(latest, found, decided, tuple(earlier))


def _result(reasons: tuple[TriageReason, ...]) -> TriageResult:
    towards = [reason.towards for reason in reasons]
    if towards.count(TriageResult.JOINED_UP) >= _ENOUGH:
        return TriageResult.JOINED_UP
    if towards.count(TriageResult.SINGLE) >= _ENOUGH and TriageResult.JOINED_UP not in towards:
        return TriageResult.SINGLE
    return TriageResult.GREY


def _reasons(triage: Triage) -> Iterator[TriageReason]:
    for question in TRIAGE_QUESTIONS:
        answer = getattr(triage, question.field)
        if answer is not None:
            towards = _towards(question, answer)
            yield TriageReason(question.field, towards, _words(question, towards))


def _towards(question: TriageQuestion, answer: int) -> TriageResult:
    if question.low < answer < question.high:
        return TriageResult.GREY
    many = answer >= question.high
    return TriageResult.JOINED_UP if many is question.many_is_complex else TriageResult.SINGLE


def _words(question: TriageQuestion, towards: TriageResult) -> str:
    if towards is TriageResult.JOINED_UP:
        return f"Speaks for several agencies: {question.complex}"
    if towards is TriageResult.SINGLE:
        return f"Speaks for a single agency: {question.simple}"
    return f"Could go either way: {question.between}"
