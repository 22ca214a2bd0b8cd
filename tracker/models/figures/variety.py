"""Requisite variety on a day: what the issue asks for, who brings it and what nobody brings (§3.2)."""

from collections import Counter
from datetime import date

from tracker.models.agency_change import agency_name_on
from tracker.models.dates import shown
from tracker.models.figures.timeline_words import joined, several
from tracker.models.folding import folded
from tracker.models.records.agency import Agency, Sector
from tracker.models.records.membership import Membership
from tracker.models.records.person import Level, Person
from tracker.models.records.requisite import Requisite
from tracker.models.seat_days import next_day
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value


@value
class Needed(Value):
    """One thing that the issue asks for. `brought_by` are agencies with a seat on the day, by their names then.

    `away` are those that would bring it and have no seat; `lost_since` is the first day without any of them, None while
    it is brought or if none of them had a seat before.
    """

    requisite: Requisite
    brought_by: tuple[str, ...]
    away: tuple[str, ...]
    lost_since: date | None

    @property
    def id(self) -> str:
        """The id of what is needed."""
        return self.requisite.id

    @property
    def by_nobody(self) -> bool:
        """Whether nobody at the table brings it."""
        return not self.brought_by

    @property
    def words(self) -> str:
        """Police, Housing; "nobody"; or "nobody since 4 Mar 2008 · before: Police"."""
        if self.brought_by:
            return ", ".join(self.brought_by)
        if self.lost_since:
            return f"nobody since {shown(self.lost_since)} · before: {', '.join(self.away)}"
        return joined("nobody", f"not at the table: {', '.join(self.away)}" if self.away else "")


@value
class Variety(Value):
    """What is needed on a day, that which nobody brings first; and how many sectors and levels are in the room.

    `sectors` counts agencies and `levels` people, from the front line up; people without a level are `no_level`.
    """

    on: date
    needed: tuple[Needed, ...]
    sectors: tuple[tuple[Sector, int], ...]
    levels: tuple[tuple[Level, int], ...]
    no_level: int

    @property
    def missing(self) -> tuple[Needed, ...]:
        """What nobody brings."""
        return tuple(need for need in self.needed if need.by_nobody)

    @property
    def too_alike(self) -> bool:
        """Whether two agencies or more all come from one sector: too little variety for a hard problem (§3.2)."""
        return len(self.sectors) == 1 and self.sectors[0][1] > 1

    @property
    def words(self) -> str:
        """5 of 7 things that are needed are brought."""
        if not self.needed:
            return "What the issue asks for is not noted yet"
        brought = len(self.needed) - len(self.missing)
        things = several(len(self.needed), "thing that is needed", "things that are needed")
        return f"{brought:,} of {things} {'is' if brought == 1 else 'are'} brought"

    @property
    def room_words(self) -> str:
        """3 sectors: 4 central government, 1 iwi or Māori organisation · 2 levels: 3 front line, 1 line manager."""
        sectors = ", ".join(f"{count:,} {sector.label[:1].lower()}{sector.label[1:]}" for sector, count in self.sectors)
        levels = [f"{count:,} {level.label.lower()}" for level, count in self.levels]
        levels += [f"{self.no_level:,} without a level"] if self.no_level else []
        return joined(
            f"{several(len(self.sectors), 'sector', 'sectors')}: {sectors}" if sectors else "",
            f"{several(len(self.levels), 'level', 'levels')}: {', '.join(levels)}" if levels else "",
        )


def variety(snapshot: Snapshot, group_id: str, on: date | None = None) -> Variety:
    """What the group needs and has on a day (today if none is given)."""
    day = on or snapshot.today
    every = snapshot.of(Membership, group_id=group_id)
    seats = [seat for seat in every if seat.active_on(day)]
    present = {seat.agency_id for seat in seats if seat.agency_id}
    left = _left(every, day)
    needed = [
        _needed(snapshot, requisite, present, left, day)
        for requisite in snapshot.of(Requisite, group_id=group_id)
        if _is_needed(requisite, day)
    ]
    people = {seat.person_id: snapshot.find(Person, seat.person_id) for seat in seats if seat.person_id}
    levels = Counter(person.level for person in people.values() if person)
    sectors = Counter(agency.sector for agency in (snapshot.find(Agency, one) for one in present) if agency)
    return Variety(
        on=day,
        needed=tuple(sorted(needed, key=lambda need: (bool(need.brought_by), folded(need.requisite.text)))),
        sectors=tuple((sector, sectors[sector]) for sector in Sector if sectors[sector]),
        levels=tuple((level, levels[level]) for level in Level if levels[level]),
        no_level=levels[None],
    )


def _is_needed(requisite: Requisite, day: date) -> bool:
    begun = requisite.since is not None and requisite.since <= day
    return begun and (requisite.until is None or requisite.until >= day)


def _left(every: tuple[Membership, ...], day: date) -> dict[str, date]:
    """The last day of each agency that was at the table before a day, whether or not it is there now."""
    last: dict[str, date] = {}
    for seat in every:
        if seat.agency_id and seat.to_on and seat.to_on < day:
            last[seat.agency_id] = max(seat.to_on, last.get(seat.agency_id, seat.to_on))
    return last


def _needed(snapshot: Snapshot, requisite: Requisite, present: set[str], left: dict[str, date], day: date) -> Needed:
    here = [agency_id for agency_id in requisite.brought_by_ids if agency_id in present]
    away = [agency_id for agency_id in requisite.brought_by_ids if agency_id not in present]
    last = max((left[agency_id] for agency_id in away if agency_id in left), default=None)
    return Needed(
        requisite=requisite,
        brought_by=tuple(agency_name_on(snapshot, agency_id, day) for agency_id in here),
        away=tuple(agency_name_on(snapshot, agency_id, day) for agency_id in away),
        lost_since=next_day(last) if last and not here else None,
    )
