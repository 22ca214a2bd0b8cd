"""Signals of the levels at which agencies come and are joined (§2.2, §6.1)."""

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from decimal import Decimal
from statistics import median_low

from tracker.models.figures.held import THERE
from tracker.models.figures.need import Urgency
from tracker.models.records.agency import Agency
from tracker.models.records.meeting import Attendance, Meeting, Presence
from tracker.models.records.membership import Membership
from tracker.models.records.person import Level, Person
from tracker.models.signals.at_table import agencies_now, agency_names, part_of, seats_now
from tracker.models.signals.rule import NOT_SEEN, Case, Finding, Limit, Rule, not_enough, seen
from tracker.models.transfer_words import listed
from tracker.models.value import Value, value

_TOP = frozenset({Level.SENIOR, Level.CHIEF_EXECUTIVE})
_FRONT = frozenset({Level.FRONT_LINE})
# An agency that stays away is not looked for further back than so many times the meetings that are compared.
_BACK = 4
# So many agencies are told one by one.
_TOLD = 3


@value
class _Came(Value):
    """The highest level at which an agency came to its last meetings, the latest first."""

    agency: Agency
    now: tuple[Level, ...]
    before: tuple[Level, ...]

    @property
    def drifting(self) -> bool:
        """Whether the middle one is lower than that of the meetings before."""
        return median_low(level.rank for level in self.now) < median_low(level.rank for level in self.before)

    @property
    def words(self) -> str:
        """From regional or senior to line manager (2) and front line (1)."""
        return f"from {_levels(self.before)} to {_levels(self.now)}"


def _drifting_down(case: Case) -> Finding:
    count = case.limit("drift_meetings")
    agencies = [agency for agency in agencies_now(case) if agency.has_levels]
    meetings = _latest_meetings(case, 2 * _BACK * count)
    levels = _levels_by_agency(case, meetings, {agency.id for agency in agencies}, 2 * count)
    told = [
        _Came(agency, tuple(found[:count]), tuple(found[count:]))
        for agency in agencies
        if len(found := levels[agency.id]) == 2 * count
    ]
    if not told:
        return not_enough(f"Of no agency is the level noted of who came to {2 * count} of the last meetings")
    drifting = [one for one in told if one.drifting]
    if not drifting:
        return NOT_SEEN
    went = "; ".join(f"{one.agency.called} went {one.words}" for one in drifting[:_TOLD])
    went += f"; and {len(drifting) - _TOLD} more" if len(drifting) > _TOLD else ""
    whose = "it" if len(drifting) == 1 else "each"
    figures = f"Over the last {2 * count} meetings that {whose} came to, {count} against {count}: {went}"
    return seen(figures, *meetings[:count], weight=len(drifting))


def _latest_meetings(case: Case, most: int) -> list[Meeting]:
    """The latest meetings for which attendance was taken, the latest first."""
    today = case.snapshot.today
    held = [one for one in case.snapshot.of(Meeting, group_id=case.group.id) if one.on and one.on <= today]
    held.sort(key=lambda one: (one.on, one.id), reverse=True)
    found: list[Meeting] = []
    for meeting in held:
        if case.snapshot.of(Attendance, meeting_id=meeting.id):
            found.append(meeting)
        if len(found) == most:
            break
    return found


def _levels_by_agency(
    case: Case, meetings: Sequence[Meeting], wanted: Collection[str], most: int
) -> dict[str, list[Level]]:
    """By agency the highest level of who came to each meeting, where one is noted; no more of them than are needed."""
    levels: dict[str, list[Level]] = {agency_id: [] for agency_id in wanted}
    lacking = set(wanted)
    for meeting in meetings:
        top: dict[str, Level] = {}
        for seat in case.snapshot.of(Attendance, meeting_id=meeting.id):
            if seat.agency_id not in lacking or seat.presence not in THERE or (level := _level(case, seat)) is None:
                continue
            if seat.agency_id not in top or level.rank > top[seat.agency_id].rank:
                top[seat.agency_id] = level
        for agency_id, level in top.items():
            levels[agency_id].append(level)
        lacking -= {agency_id for agency_id in top if len(levels[agency_id]) == most}
        if not lacking:
            break
    return levels


def _level(case: Case, seat: Attendance) -> Level | None:
    """The level of who came; of who came instead it is known only where it was noted."""
    if seat.level or seat.presence is not Presence.PRESENT:
        return seat.level
    person = case.snapshot.find(Person, seat.person_id)
    return person.level if person else None


def _levels(levels: Sequence[Level]) -> str:
    """Front line; or "front line (2) and line manager (1)": the most frequent first, and of those the lower."""
    counts = sorted(Counter(levels).items(), key=lambda pair: (-pair[1], pair[0].rank))
    if len(counts) == 1:
        return _lower(counts[0][0].label)
    return listed([f"{_lower(level.label)} ({count})" for level, count in counts])


def _only_at(levels: frozenset[Level], where: str) -> Callable[[Case], Finding]:
    """Looks for agencies all of whose people here stand at these levels."""

    def look(case: Case) -> Finding:
        seats = seats_now(case)
        known = [
            (agency, at) for agency in agencies_now(case) if agency.has_levels and (at := _at(case, seats, agency))
        ]
        if not known:
            return not_enough("No level is noted of anybody who sits here")
        found = [agency for agency, at in known if at <= levels]
        if not found:
            return NOT_SEEN
        ids = {agency.id for agency in found}
        figures = f"{part_of(len(found), len(known), 'agency', 'agencies')} here {where} only: {agency_names(found)}"
        return seen(figures, *(seat for seat in seats if seat.agency_id in ids), weight=len(found))

    return look


def _at(case: Case, seats: Sequence[Membership], agency: Agency) -> frozenset[Level]:
    people = (case.snapshot.find(Person, seat.person_id) for seat in seats if seat.agency_id == agency.id)
    return frozenset(person.level for person in people if person and person.level)


def _lower(label: str) -> str:
    return label[:1].lower() + label[1:]


LEVEL_RULES: tuple[Rule, ...] = (
    Rule(
        key="drifting_down",
        title="Delegates drifting down",
        section="2.2",
        why=(
            "When those who can decide stop coming and send others, the agency's interest is fading, and who comes has "
            "to ask at home first. Better to ask early what would bring them back."
        ),
        action="See who came",
        tab="meetings",
        urgency=Urgency.SOON,
        look=_drifting_down,
        limits=(Limit("drift_meetings", "Levels are compared over", Decimal(3), "meetings", Decimal(1), Decimal(20)),),
    ),
    Rule(
        key="only_at_top",
        title="Joined only at the top",
        section="6.1",
        why=(
            "Chiefs can agree on much that nobody further down hears of or has time for. Ties in the middle and at the "
            "front line turn an agreement into work, and hold when a chief moves on."
        ),
        action="See the ladders",
        tab="people",
        urgency=Urgency.LATER,
        look=_only_at(_TOP, "at the top"),
    ),
    Rule(
        key="only_at_front",
        title="Joined only at the front line",
        section="6.1",
        why=(
            "People at the front line can get far on goodwill, until they need money or leave to do things otherwise. "
            "Nobody above knows enough of it then to stand by them."
        ),
        action="See the ladders",
        tab="people",
        urgency=Urgency.LATER,
        look=_only_at(_FRONT, "at the front line"),
    ),
)
