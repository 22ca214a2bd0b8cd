"""A group's little victories (§7.2): who shares the credit, and whether each was celebrated and told at home."""

from collections.abc import Iterable
from datetime import date

from tracker.models.records.agency import Agency
from tracker.models.records.outcome import SharedOutcome
from tracker.models.records.result import Evidence, Result, ResultState
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value


@value
class Victory(Value):
    """A result with what is shown of it. `credit` are the agencies' ids with their names, as they were named.

    `to_celebrate` and `to_tell` say what has not been done yet; of what was withdrawn neither is asked.
    """

    result: Result
    credit: tuple[tuple[str, str], ...]
    outcome: str
    evidence: tuple[Evidence, ...]

    @property
    def id(self) -> str:
        """The result's id."""
        return self.result.id

    @property
    def withdrawn(self) -> bool:
        """Whether it no longer counts."""
        return self.result.state is ResultState.WITHDRAWN

    @property
    def credit_words(self) -> str:
        """Police, Education; "" where nobody is named."""
        return ", ".join(name for _, name in self.credit)

    @property
    def to_celebrate(self) -> bool:
        """Whether it is still to be celebrated."""
        return self.result.celebrated_on is None and not self.withdrawn

    @property
    def to_tell(self) -> bool:
        """Whether the home agencies are still to be told."""
        return self.result.told_home_on is None and not self.withdrawn


def victories(snapshot: Snapshot, group_id: str) -> tuple[Victory, ...]:
    """The group's victories, the latest first."""
    results = snapshot.of(Result, group_id=group_id)
    return tuple(_victory(snapshot, result) for result in sorted(results, key=_day, reverse=True))


def _victory(snapshot: Snapshot, result: Result) -> Victory:
    return Victory(
        result=result,
        credit=tuple(_named(snapshot, result.credit_ids)),
        outcome=snapshot.called(SharedOutcome, result.outcome_id),
        evidence=snapshot.of(Evidence, result_id=result.id),
    )


def _named(snapshot: Snapshot, agency_ids: Iterable[str]) -> Iterable[tuple[str, str]]:
    pairs = ((agency_id, snapshot.called(Agency, agency_id)) for agency_id in agency_ids)
    return (pair for pair in pairs if pair[1])


def _day(result: Result) -> tuple[date, str]:
    return result.on or date.min, result.id
