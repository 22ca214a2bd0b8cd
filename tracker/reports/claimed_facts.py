"""A group as far as one agency claims its results, for the checks of that agency's return."""

from dataclasses import dataclass
from functools import cached_property

from tracker.models.figures.apportioning import ResultFigures
from tracker.models.records import Mapping, Result
from tracker.reports.group_facts import GroupFacts


@dataclass(frozen=True)
class ClaimedFacts(GroupFacts):
    """The facts of `whole`, of the claimed results and the agency's own claims alone; the figures know all claims."""

    whole: GroupFacts
    claimed_ids: frozenset[str]
    agency_id: str

    @cached_property
    def all_results(self) -> tuple[Result, ...]:
        return tuple(each for each in self.whole.all_results if each.id in self.claimed_ids)

    @cached_property
    def all_mappings(self) -> tuple[Mapping, ...]:
        ids = {each.id for each in self.told_results}
        own = self.snapshot.of(Mapping, agency_id=self.agency_id)
        return tuple(each for each in own if each.result_id in ids)

    @cached_property
    def figures(self) -> tuple[ResultFigures, ...]:
        return tuple(each for each in self.whole.figures if each.result.id in self.claimed_ids)
