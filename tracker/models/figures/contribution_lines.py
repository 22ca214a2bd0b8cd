"""Every contribution of a group as a line: what is promised and has not come first, and since when (§4.1)."""

from collections.abc import Iterable
from datetime import date

from tracker.models.figures.contribution_board import PutIn
from tracker.models.figures.tally import tally
from tracker.models.figures.timeline_words import joined
from tracker.models.records.agency import Agency
from tracker.models.records.contribution import Contribution, Resource, Support
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value


@value
class ContributionLine(Value):
    """One contribution. `waits` counts the days since its promise while it is not delivered; None where it is."""

    contribution: Contribution
    agency: str
    waits: int | None
    support: Support | None

    @property
    def id(self) -> str:
        """The contribution's id."""
        return self.contribution.id

    @property
    def valued(self) -> bool:
        """Whether it carries a value, and so counts in shares of the whole."""
        return self.contribution.value_nzd is not None

    @property
    def amount(self) -> str:
        """40 hours · $2,000; "" where no amount is given."""
        counted = tally([self.contribution])
        return "" if counted.bare else counted.words


@value
class AgencyKind(Value):
    """All that one agency put in or promised of one kind."""

    kind: Resource
    lines: tuple[ContributionLine, ...]

    @property
    def words(self) -> str:
        """Promised 40 hours; delivered 30 hours · not delivered yet: 10 hours."""
        promised = tally(line.contribution for line in self.lines if line.contribution.promised_on)
        delivered = tally(line.contribution for line in self.lines if line.waits is None)
        waiting = tally(line.contribution for line in self.lines if line.waits is not None)
        return joined(PutIn(promised, delivered).words, f"not delivered yet: {waiting.words}" if waiting else "")


def contribution_lines(snapshot: Snapshot, group_id: str) -> tuple[ContributionLine, ...]:
    """The contributions of a group: first what was promised and has not come, the oldest promise first; then the rest,
    the latest first."""
    lines = [_line(snapshot, contribution) for contribution in snapshot.of(Contribution, group_id=group_id)]
    return tuple(sorted(lines, key=_place))


def agency_kinds(lines: Iterable[ContributionLine], agency_id: str | None) -> tuple[AgencyKind, ...]:
    """What one agency put in so far, kind by kind in their order; kinds are never added up."""
    own = [line for line in lines if line.contribution.agency_id == agency_id]
    found = (AgencyKind(kind, tuple(line for line in own if line.contribution.kind is kind)) for kind in Resource)
    return tuple(kind for kind in found if kind.lines)


def _line(snapshot: Snapshot, contribution: Contribution) -> ContributionLine:
    return ContributionLine(
        contribution=contribution,
        agency=snapshot.called(Agency, contribution.agency_id),
        waits=_waits(contribution, snapshot.today),
        support=snapshot.find(Support, contribution.support_id),
    )


def _waits(contribution: Contribution, today: date) -> int | None:
    if contribution.delivered_on and contribution.delivered_on <= today:
        return None
    # A promise to come waits for nothing yet.
    return max(0, (today - contribution.promised_on).days) if contribution.promised_on else None


def _place(line: ContributionLine) -> tuple[bool, int, str]:
    given = line.contribution
    if line.waits is not None:
        return False, -line.waits, line.id
    last = given.delivered_on or given.promised_on or date.min
    return True, -last.toordinal(), line.id
