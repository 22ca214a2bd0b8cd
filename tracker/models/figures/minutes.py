"""The minutes of one meeting, for those who came and those who did not: what was decided, and who promised what."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import TypeVar

from tracker.models.dates import shown
from tracker.models.figures.coming import ComingMeeting, next_meeting
from tracker.models.figures.gate import Gate, group_that_leaves, is_restricted
from tracker.models.figures.timeline_words import several
from tracker.models.mistake import Mistake
from tracker.models.records.ball import Ball, Handover
from tracker.models.records.commitment import Commitment
from tracker.models.records.meeting import Attendance, Decision, Meeting, Note, NoteKind, Presence
from tracker.models.records.record import Record
from tracker.models.records.result import Result, ResultState
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value

Noted = TypeVar("Noted", bound=Record)


@value
class MinutesPromise(Value):
    """A promise as it was made: who, what, to whom, by when. Whether it was kept since then is not for minutes."""

    agency: str
    text: str
    who: str
    to: str
    due: date | None


@value
class Present(Value):
    """An agency that came: its people by name, and who came in somebody's place."""

    agency: str
    people: tuple[str, ...]

    @property
    def words(self) -> str:
        """Police (Area commander; Youth officer)."""
        return f"{self.agency} ({'; '.join(self.people)})" if self.people else self.agency


@value
class MinutesVictory(Value):
    """A little victory told at the meeting, and the agencies that share the credit."""

    text: str
    credit: tuple[str, ...]


@value
class Minutes(Value):
    """One meeting as it may leave the office, in the order in which things were noted.

    `came`, `apologies` and `absent` are agency by agency; an agency that somebody came for is in `came`, with those
    who sent word in `apologies`. `passed` says which ball went to whom. `stays` counts the restricted entries left out.
    """

    group: str
    office: str
    on: date
    place: str
    chair: str
    decisions: tuple[str, ...]
    promises: tuple[MinutesPromise, ...]
    passed: tuple[str, ...]
    victories: tuple[MinutesVictory, ...]
    now_see: tuple[str, ...]
    came: tuple[Present, ...]
    apologies: tuple[Present, ...]
    absent: tuple[Present, ...]
    next_meeting: ComingMeeting | None
    closed_on: date | None
    stays: int

    @property
    def title(self) -> str:
        """What the page is called."""
        return f"Minutes of {shown(self.on)}: {self.group}"

    @property
    def entries(self) -> int:
        """How many entries the whole minutes tell: what was noted, and each agency under who came and who did not."""
        noted = (self.decisions, self.promises, self.passed, self.victories, self.now_see)
        return sum(map(len, (*noted, self.came, self.apologies, self.absent)))

    @property
    def came_words(self) -> str:
        """7 agencies, 15 people; of agencies that came without a name only the agencies are counted."""
        people = sum(len(each.people) for each in self.came)
        agencies = several(len(self.came), "agency", "agencies")
        return f"{agencies}, {several(people, 'person', 'people')}" if people else agencies


def minutes(snapshot: Snapshot, meeting_id: str) -> Minutes:
    """The minutes of a meeting, with the meeting that comes after it.

    Raises KeyError if there is no such meeting, Mistake if it or its group is restricted to this office.
    """
    meeting = snapshot.one(Meeting, meeting_id)
    group = group_that_leaves(snapshot, meeting.group_id)
    if is_restricted(meeting):
        raise Mistake("This meeting is restricted to this office, so no minutes go out: change who may see it first.")
    assert meeting.on is not None
    gate = Gate(snapshot)
    decisions = gate.leaving(_in_order(snapshot.of(Decision, meeting_id=meeting_id)))
    came, apologies, absent = _seats(snapshot, gate, meeting_id)
    return Minutes(
        group=group.name,
        office=snapshot.office.name,
        on=meeting.on,
        place=meeting.place,
        chair=gate.person(meeting.chair_id),
        decisions=tuple(each.text for each in decisions),
        promises=tuple(_promises(snapshot, gate, meeting_id)),
        passed=tuple(_passed(snapshot, gate, meeting_id)),
        victories=tuple(_victories(snapshot, gate, meeting_id)),
        now_see=tuple(_now_see(snapshot, gate, meeting_id)),
        came=came,
        apologies=apologies,
        absent=absent,
        next_meeting=_after(snapshot, group.id, meeting.on),
        closed_on=group.closed_on if not group.open_on(snapshot.today) else None,
        # Counted at the gate: everything else has passed it by now.
        stays=gate.stays,
    )


def _after(snapshot: Snapshot, group_id: str, on: date) -> ComingMeeting | None:
    """The next meeting that is still to come: minutes of long ago do not invite people to the past."""
    return next_meeting(snapshot, group_id, max(on, snapshot.today - timedelta(days=1)))


def _promises(snapshot: Snapshot, gate: Gate, meeting_id: str) -> Iterator[MinutesPromise]:
    for made in gate.leaving(_in_order(snapshot.of(Commitment, meeting_id=meeting_id))):
        yield MinutesPromise(
            agency=gate.agency(made.agency_id) or "Nobody named",
            text=made.text,
            who=gate.person(made.person_id),
            to=made.to or gate.agency(made.to_agency_id),
            due=made.due,
        )


def _passed(snapshot: Snapshot, gate: Gate, meeting_id: str) -> Iterator[str]:
    for handover in gate.leaving(_in_order(snapshot.of(Handover, meeting_id=meeting_id))):
        ball = snapshot.find(Ball, handover.ball_id)
        if ball is not None and gate.lets(ball):
            yield f"{ball.issue}: {gate.agency(handover.agency_id) or 'nobody'}"


def _victories(snapshot: Snapshot, gate: Gate, meeting_id: str) -> Iterator[MinutesVictory]:
    for each in gate.leaving(_in_order(snapshot.of(Result, meeting_id=meeting_id))):
        if each.state is not ResultState.WITHDRAWN:
            yield MinutesVictory(each.name, tuple(filter(None, map(gate.agency, each.credit_ids))))


def _now_see(snapshot: Snapshot, gate: Gate, meeting_id: str) -> Iterator[str]:
    for note in gate.leaving(_in_order(snapshot.of(Note, meeting_id=meeting_id))):
        if note.kind is NoteKind.NOW_SEE:
            yield note.text


def _seats(
    snapshot: Snapshot, gate: Gate, meeting_id: str
) -> tuple[tuple[Present, ...], tuple[Present, ...], tuple[Present, ...]]:
    """Who came, who sent word, and who did neither. An agency that came has no empty seats told of it."""
    came: dict[str, list[str]] = {}
    apologies: dict[str, list[str]] = {}
    absent: dict[str, list[str]] = {}
    where = {Presence.APOLOGY: apologies, Presence.ABSENT: absent}
    for seat in gate.leaving(snapshot.of(Attendance, meeting_id=meeting_id)):
        agency = gate.agency(seat.agency_id)
        people = where.get(seat.presence, came) if seat.presence else came
        people.setdefault(agency, []).extend(filter(None, [_who(gate, seat)]))
    without = {agency: people for agency, people in absent.items() if agency not in came and agency not in apologies}
    return _listed(came), _listed(apologies), _listed(without)


def _who(gate: Gate, seat: Attendance) -> str:
    person = gate.person(seat.person_id)
    if seat.presence is Presence.SENT_SOMEBODY:
        instead = seat.instead or "somebody else"
        return f"{instead} for {person}" if person else instead
    return seat.instead or person


def _listed(people: dict[str, list[str]]) -> tuple[Present, ...]:
    by_name = sorted(people.items(), key=lambda pair: pair[0].casefold())
    return tuple(Present(agency, tuple(dict.fromkeys(theirs))) for agency, theirs in by_name)


def _in_order(records: Iterable[Noted]) -> list[Noted]:
    return sorted(records, key=lambda record: record.id)
