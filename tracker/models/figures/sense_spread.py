"""Where the members place the issue (§3.2): each one's latest view by domain, the spread, and who moved."""

from datetime import date

from tracker.models.dates import shown
from tracker.models.figures.timeline_words import several
from tracker.models.folding import folded
from tracker.models.guidance.sense_domains import SENSE_DOMAINS
from tracker.models.records.agency import Agency
from tracker.models.records.membership import Membership
from tracker.models.records.outlook import Domain, SenseMaking
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value


@value
class SenseView(Value):
    """One agency's latest view. `before` is the one before it, where there is one."""

    view: SenseMaking
    agency: str
    on: date
    domain: Domain
    before: SenseMaking | None

    @property
    def id(self) -> str:
        """The latest view's own."""
        return self.view.id

    @property
    def moved_from(self) -> Domain | None:
        """The domain it was in before; None if it stayed, or is its first."""
        before = self.before.domain if self.before else None
        return before if before is not self.domain else None

    @property
    def moved_words(self) -> str:
        """How it moved, or "" if it did not."""
        if self.moved_from is None or self.before is None:
            return ""
        return f"moved from {self.moved_from.label.lower()} ({shown(self.before.on)})"


@value
class SenseSpread(Value):
    """The latest views, agencies by name; `silent` are agencies at the table today without one."""

    views: tuple[SenseView, ...]
    silent: tuple[str, ...]

    @property
    def words(self) -> str:
        """The spread in a line: how many views lie in how many domains."""
        if not self.views:
            return ""
        counts = [(help.domain, len(self.in_domain(help.domain))) for help in SENSE_DOMAINS]
        told = ", ".join(f"{number} {domain.label.lower()}" for domain, number in counts if number)
        domains = sum(1 for _, number in counts if number)
        if len(self.views) == 1:
            return f"One view so far: {told}"
        if domains == 1:
            return f"All {len(self.views)} see it alike: {told}"
        return f"{len(self.views)} views in {domains} domains: {told}"

    @property
    def asked_words(self) -> str:
        """Who has not said, "" if all have."""
        if not self.silent:
            return ""
        return f"{several(len(self.silent), 'agency', 'agencies')} not asked yet: {', '.join(self.silent)}"

    def in_domain(self, domain: Domain) -> tuple[SenseView, ...]:
        """The views in one domain."""
        return tuple(view for view in self.views if view.domain is domain)


def sense_spread(snapshot: Snapshot, group_id: str) -> SenseSpread:
    """The members' views of a group's issue up to today."""
    by_agency: dict[str, list[SenseMaking]] = {}
    for view in snapshot.of(SenseMaking, group_id=group_id):
        if view.on and view.on <= snapshot.today and view.domain and view.agency_id:
            by_agency.setdefault(view.agency_id, []).append(view)
    views = [_latest(snapshot, agency_id, found) for agency_id, found in by_agency.items()]
    views.sort(key=lambda view: (folded(view.agency), view.id))
    return SenseSpread(tuple(views), _silent(snapshot, group_id, set(by_agency)))


def _latest(snapshot: Snapshot, agency_id: str, found: list[SenseMaking]) -> SenseView:
    ordered = sorted(found, key=lambda view: (view.on, view.id))
    latest, before = ordered[-1], ordered[-2] if len(ordered) > 1 else None
    assert latest.on is not None
    assert latest.domain is not None
    return SenseView(latest, snapshot.called(Agency, agency_id), latest.on, latest.domain, before)


def _silent(snapshot: Snapshot, group_id: str, said: set[str]) -> tuple[str, ...]:
    seats = snapshot.of(Membership, group_id=group_id)
    ids = {seat.agency_id for seat in seats if seat.agency_id and seat.active_on(snapshot.today)} - said
    return tuple(sorted((snapshot.called(Agency, each) for each in ids), key=folded))
