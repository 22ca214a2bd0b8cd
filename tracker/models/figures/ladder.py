"""The connection ladder on a day: at which levels each agency is connected, and which rungs were lost (§6.1)."""

from collections import defaultdict
from datetime import date

from tracker.models.agency_change import agency_name_on, agency_on
from tracker.models.choice import Choice
from tracker.models.dates import MONTHS, shown
from tracker.models.figures.joining_order import agencies_in_order
from tracker.models.figures.timeline_words import several
from tracker.models.records.membership import Membership
from tracker.models.records.person import Level, Person
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value

# Those that make a ladder complete; chief executives are shown and not counted.
COUNTED = (Level.FRONT_LINE, Level.LINE_MANAGER, Level.SENIOR)
_TOP = (Level.SENIOR, Level.CHIEF_EXECUTIVE)


class RungState(Choice):
    """Whether somebody connects an agency at a level; each also has its word, so that colour is never alone."""

    HELD = "held", "Held"
    LOST = "lost", "Lost"
    NEVER = "never", "Nobody yet"


@value
class Rung(Value):
    """One level of one agency. `people` hold it, or held it last: from `since` on, up to `lost_on` where it is lost."""

    level: Level
    state: RungState
    people: tuple[str, ...] = ()
    since: date | None = None
    lost_on: date | None = None

    @property
    def held(self) -> bool:
        """Whether somebody connects at this level."""
        return self.state is RungState.HELD

    @property
    def words(self) -> str:
        """Service manager, since 1 Aug 2006; or "lost after 14 Mar 2008: Service manager"; or "nobody yet"."""
        who = ", ".join(self.people)
        if self.state is RungState.HELD:
            return f"{who}, since {shown(self.since)}"
        return f"lost after {shown(self.lost_on)}: {who}" if self.state is RungState.LOST else "nobody yet"


@value
class Ladder(Value):
    """An agency's rungs from the front line up; `unplaced` of its people sit there without a level that is noted.

    `code` is its short code on the day, for where the name has no room.
    """

    agency_id: str
    agency: str
    rungs: tuple[Rung, ...]
    unplaced: int
    code: str = ""

    @property
    def id(self) -> str:
        """The agency's id: it has one ladder."""
        return self.agency_id

    def rung(self, level: Level) -> Rung:
        """The rung of a level."""
        return self.rungs[level.rank]

    @property
    def known(self) -> bool:
        """Whether the level of anybody who sits there is noted; otherwise there is not enough to tell."""
        return any(rung.held for rung in self.rungs)

    @property
    def complete(self) -> bool:
        """Front line, line manager, and regional or senior."""
        return all(self.rung(level).held for level in COUNTED)

    @property
    def count_words(self) -> str:
        """2 of 3: the rungs that are held, of those that make a ladder complete; "" if no level is noted."""
        held = sum(self.rung(level).held for level in COUNTED)
        return f"{held} of {len(COUNTED)}" if self.known else ""

    @property
    def lost(self) -> tuple[Rung, ...]:
        """The rungs that somebody held and nobody holds now."""
        return tuple(rung for rung in self.rungs if rung.state is RungState.LOST)

    @property
    def only_at_the_top(self) -> bool:
        """Senior people or chief executives, and nobody below."""
        return self.known and all(rung.level in _TOP for rung in self.rungs if rung.held)

    @property
    def only_at_the_front_line(self) -> bool:
        """The front line, and nobody above."""
        return self.known and all(rung.level is Level.FRONT_LINE for rung in self.rungs if rung.held)

    @property
    def words(self) -> str:
        """Housing: only the front line is here; regional or senior lost after 14 Mar 2008 (Regional manager)."""
        lost = [
            f"{rung.level.label.lower()} lost after {shown(rung.lost_on)} ({', '.join(rung.people)})"
            for rung in self.lost
        ]
        return f"{self.agency}: {'; '.join(part for part in (self._reach, *lost) if part)}"

    @property
    def brief(self) -> str:
        """Housing: only the front line is here; 2 rungs lost in Mar 2008."""
        return f"{self.agency}: {'; '.join(part for part in (self._reach, self._losses) if part)}"

    @property
    def _losses(self) -> str:
        """How many rungs were lost, and in which month; the last one's where there are several."""
        days = sorted(rung.lost_on for rung in self.lost if rung.lost_on)
        if not days:
            return ""
        month = f"{MONTHS[days[-1].month - 1]} {days[-1].year}"
        together = (days[0].year, days[0].month) == (days[-1].year, days[-1].month)
        return f"{several(len(days), 'rung', 'rungs')} lost{' in' if together else ', the last in'} {month}"

    @property
    def _reach(self) -> str:
        if not self.known:
            return "not enough to tell, no level is noted"
        if self.complete:
            return "complete"
        if self.only_at_the_front_line:
            return "only the front line is here"
        if self.only_at_the_top:
            return "only the top is here"
        # What was lost is told with its day.
        never = [level.label.lower() for level in COUNTED if self.rung(level).state is RungState.NEVER]
        return f"no {' and no '.join(never)}" if never else ""


@value
class Ladders(Value):
    """The ladders of a group on a day, in the order in which agencies joined; `left_out` have no levels."""

    on: date
    ladders: tuple[Ladder, ...]
    left_out: tuple[str, ...]

    @property
    def known(self) -> tuple[Ladder, ...]:
        """Those of which anything can be told: they are what is counted."""
        return tuple(ladder for ladder in self.ladders if ladder.known)

    @property
    def complete(self) -> int:
        """How many are complete, of `known`."""
        return sum(ladder.complete for ladder in self.ladders)

    @property
    def words(self) -> str:
        """4 of 5 ladders complete."""
        if not self.known:
            return "not enough to tell"
        return f"{self.complete:,} of {several(len(self.known), 'ladder', 'ladders')} complete"

    @property
    def remarks(self) -> tuple[str, ...]:
        """A sentence for each ladder that is not complete, after one on all if they are alike, and who is left out."""
        return self._remarks([f"{ladder.words} (§6.1)" for ladder in self.ladders if not ladder.complete])

    @property
    def brief_remarks(self) -> tuple[str, ...]:
        """The same in fewer words: losses are counted, and those that lost a rung come first."""
        holes = sorted((ladder for ladder in self.ladders if not ladder.complete), key=lambda ladder: not ladder.lost)
        return self._remarks([f"{ladder.brief} (§6.1)" for ladder in holes])

    def _remarks(self, told: list[str]) -> tuple[str, ...]:
        # Where all are alike, that is the finding; the ladders one by one only repeat it.
        if len(self.known) > 1 and all(ladder.only_at_the_top for ladder in self.known):
            told.insert(0, "The group is joined only at the top (§6.1)")
        if len(self.known) > 1 and all(ladder.only_at_the_front_line for ladder in self.known):
            told.insert(0, "The group is joined only at the front line (§6.1)")
        if self.left_out:
            told.append(f"Left out, having no levels: {', '.join(self.left_out)}")
        return tuple(told)


def ladders(snapshot: Snapshot, group_id: str, on: date | None = None) -> Ladders:
    """The ladders of the agencies that have a seat on a day (today if none is given).

    A level is what the person's details say now: of promotions no dates are kept.
    """
    day = on or snapshot.today
    seats: defaultdict[str | None, list[Membership]] = defaultdict(list)
    for seat in snapshot.of(Membership, group_id=group_id):
        if seat.from_on and seat.from_on <= day:
            seats[seat.agency_id].append(seat)
    present = [
        agency
        for agency in agencies_in_order(snapshot, group_id)
        if any(seat.active_on(day) for seat in seats.get(agency.id, ()))
    ]
    return Ladders(
        on=day,
        ladders=tuple(_ladder(snapshot, agency.id, seats[agency.id], day) for agency in present if agency.has_levels),
        left_out=tuple(agency_name_on(snapshot, agency.id, day) for agency in present if not agency.has_levels),
    )


def _ladder(snapshot: Snapshot, agency_id: str, seats: list[Membership], day: date) -> Ladder:
    sat: defaultdict[Level | None, list[tuple[Membership, str]]] = defaultdict(list)
    for seat in sorted(seats, key=lambda seat: (seat.from_on or date.min, seat.id)):
        if person := snapshot.find(Person, seat.person_id):
            sat[person.level].append((seat, person.name))
    agency = agency_on(snapshot, agency_id, day)
    return Ladder(
        agency_id=agency_id,
        agency=agency.called if agency else "",
        rungs=tuple(_rung(level, sat[level], day) for level in Level),
        unplaced=len({name for seat, name in sat[None] if seat.active_on(day)}),
        code=agency.code if agency else "",
    )


def _rung(level: Level, sat: list[tuple[Membership, str]], day: date) -> Rung:
    now = [(seat, name) for seat, name in sat if seat.active_on(day)]
    if now:
        return Rung(level, RungState.HELD, _names(now), min(seat.from_on for seat, _ in now if seat.from_on))
    lost_on = max((seat.to_on for seat, _ in sat if seat.to_on), default=None)
    if lost_on is None:
        return Rung(level, RungState.NEVER)
    last = [(seat, name) for seat, name in sat if seat.to_on == lost_on]
    return Rung(level, RungState.LOST, _names(last), min(seat.from_on for seat, _ in last if seat.from_on), lost_on)


def _names(sat: list[tuple[Membership, str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for _, name in sat))
