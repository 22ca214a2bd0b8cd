"""Who brings what, who decides, and who gives more than it gets: a group's balance on a day (§4.1, §4.2, story 7).

Concentrated is not unfair: it may suit the work, and asks to be dealt with openly.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

from tracker.models.figures.balance_tiles import BalanceTile, balance_tiles
from tracker.models.figures.chair_check import ChairCheck, ChairHolder, chair_check_of, chairs_on
from tracker.models.figures.gives_gets import GiveAndGet, GivesGets, gives_gets
from tracker.models.figures.headline import Headline, headline
from tracker.models.figures.influence import Influence, InfluenceRow, influence
from tracker.models.figures.joining_order import agencies_in_order
from tracker.models.figures.resource_shares import ResourceShare, ResourceShares, resource_shares
from tracker.models.figures.shares import agencies_on
from tracker.models.records.agency import Agency
from tracker.models.records.group import Group
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value


@value
class AgencyBalance(Value):
    """One agency: its share of the resources (`worth` in NZD behind it), its points, what it gives and gets.

    Shares run from 0 to 1 and are None where there is not enough to tell, or it was not there to be rated. `present`
    says whether it has a seat on the day, `chairs` whether it has the chair.
    """

    agency: Agency
    present: bool
    chairs: bool
    worth: Decimal
    resources: Fraction | None
    influence: InfluenceRow | None
    gives_gets: GiveAndGet | None

    @property
    def id(self) -> str:
        """The agency's id: there is one row for it."""
        return self.agency.id

    @property
    def called(self) -> str:
        """Customs (chair); who has left is marked."""
        marks = ["chair"] * self.chairs + ["has left"] * (not self.present)
        return f"{self.agency.called} ({', '.join(marks)})" if marks else self.agency.called


@value
class Balance(Value):
    """A group's balance on the day `on`: today, the day asked for, or the last day of a group that is `closed`.

    `rows` are the agencies in the order in which they joined: those with a seat that day, then with what they gave or
    got those that have left. `members` counts the seats' agencies.
    """

    group: Group
    on: date
    closed: bool
    members: int
    rows: tuple[AgencyBalance, ...]
    headline: Headline
    resources: ResourceShares
    influence: Influence | None
    gives_gets: GivesGets
    chair: ChairCheck
    tiles: tuple[BalanceTile, ...]

    @property
    def kinds(self) -> tuple[ResourceShare, ...]:
        """What was delivered, a row for each kind and unit."""
        return self.resources.delivered

    @property
    def gives(self) -> Influence | None:
        """The latest reading of who gives."""
        return self.gives_gets.gives

    @property
    def gets(self) -> Influence | None:
        """The latest reading of who gains."""
        return self.gives_gets.gets

    @property
    def empty(self) -> bool:
        """Whether nothing at all is there to be shown."""
        readings = (self.influence, self.gives, self.gets)
        return not self.resources.delivered and not self.resources.promised and not any(readings)


def balance(
    snapshot: Snapshot, group_id: str, on: date | None = None, *, chairs: Sequence[ChairHolder] | None = None
) -> Balance:
    """All of it on one day; `chairs` supposes others than those who have the chair.

    Raises KeyError if there is no such group.
    """
    group = snapshot.one(Group, group_id)
    day = balance_day(group, on or snapshot.today)
    resources = headline(snapshot, group_id, day)
    decides, given_and_got = influence(snapshot, group_id, on=day), gives_gets(snapshot, group_id, day)
    holders = chairs_on(snapshot, group_id, day) if chairs is None else tuple(chairs)
    check = chair_check_of(snapshot, day, holders, resources, decides)
    return Balance(
        group=group,
        on=day,
        closed=not group.open_on(day),
        members=resources.members,
        rows=_rows(snapshot, group_id, (resources, decides, given_and_got, check)),
        headline=resources,
        resources=resource_shares(snapshot, group_id, day),
        influence=decides,
        gives_gets=given_and_got,
        chair=check,
        tiles=balance_tiles(resources, check, decides, given_and_got),
    )


def balance_day(group: Group, day: date) -> date:
    """The day that is shown: of a group that has closed by then, its last."""
    return min(day, group.closed_on) if group.closed_on else day


def _rows(
    snapshot: Snapshot, group_id: str, told: tuple[Headline, Influence | None, GivesGets, ChairCheck]
) -> tuple[AgencyBalance, ...]:
    resources, decides, given_and_got, check = told
    members = agencies_on(snapshot, group_id, resources.on)
    read = {row.agency_id: row for row in decides.rows} if decides else {}
    both = {row.agency_id: row for row in given_and_got.rows}
    chairs = {chair.holder.agency_id for chair in check.chairs}
    shown = members | resources.amounts.keys() | read.keys() | both.keys()
    order = [agency for agency in agencies_in_order(snapshot, group_id) if agency.id in shown]
    order.sort(key=lambda agency: agency.id not in members)
    return tuple(
        AgencyBalance(
            agency=agency,
            present=agency.id in members,
            chairs=agency.id in chairs,
            worth=resources.amounts.get(agency.id, Decimal(0)),
            resources=resources.share(agency.id),
            influence=read.get(agency.id),
            gives_gets=both.get(agency.id),
        )
        for agency in order
    )
