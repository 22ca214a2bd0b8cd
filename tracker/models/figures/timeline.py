"""The group's story: everything dated that was recorded of it, as one list."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from tracker.models.choice import Choice
from tracker.models.dates import shown
from tracker.models.figures import timeline_words as words
from tracker.models.records.agency import Agency
from tracker.models.records.ball import Ball, Handover
from tracker.models.records.commitment import Commitment, DueChange
from tracker.models.records.contribution import Contribution, Support
from tracker.models.records.event import Event
from tracker.models.records.group import Group
from tracker.models.records.meeting import Attendance, Decision, Meeting, Note, Presence
from tracker.models.records.membership import Membership, Role
from tracker.models.records.outcome import Indicator, IndicatorValue, SharedOutcome, ValueKind
from tracker.models.records.outlook import ContinuumPlace, Practice, SenseMaking, Triage
from tracker.models.records.person import Person
from tracker.models.records.reading import Accommodation, Reading
from tracker.models.records.record import Record
from tracker.models.records.result import Result
from tracker.models.records.review import Carrying, Lesson, Review
from tracker.models.records.risk import Barrier, Risk
from tracker.models.records.stage import Assessment, StageJudgement
from tracker.models.snapshot import Snapshot

R = TypeVar("R", bound=Record)


class Family(Choice):
    """What an entry is about; entries can be shown family by family."""

    MEETINGS = "meetings"
    COMMITMENTS = "commitments"
    VICTORIES = "victories"
    LIFE_CYCLE = "life_cycle"
    PEOPLE = "people"
    RESOURCES = "resources"
    LEARNING = "learning"
    CONTEXT = "context"


@dataclass(frozen=True)
class Entry:
    """One thing that happened on a day. `kind_word` says what it was, `detail` adds a line; it leads to `record`."""

    on: date
    kind_word: str
    title: str
    detail: str
    record: Record
    family: Family


# Day, kind word, title, detail, record; an entry without a day is left out.
_Telling = tuple[date | None, str, str, str, Record]
_ESTIMATED = {ValueKind.ESTIMATE: "estimate"}
_Tell = Callable[[Snapshot, Group], Iterator[_Telling]]


def timeline(snapshot: Snapshot, group_id: str) -> tuple[Entry, ...]:
    """Everything dated of the group, newest first. Raises KeyError if there is no such group."""
    group = snapshot.one(Group, group_id)
    entries = [
        Entry(day, kind_word, title, detail, record, family)
        for family, tell in _TELLERS
        for day, kind_word, title, detail, record in tell(snapshot, group)
        if day is not None
    ]
    return tuple(sorted(entries, key=lambda entry: entry.on, reverse=True))


def _meetings(snapshot: Snapshot, group: Group) -> Iterator[_Telling]:
    for meeting in snapshot.of(Meeting, group_id=group.id):
        came = snapshot.of(Attendance, meeting_id=meeting.id)
        present = sum(seat.presence in (Presence.PRESENT, Presence.SENT_SOMEBODY) for seat in came)
        felt = f"felt {meeting.felt.label.lower()}" if meeting.felt else ""
        detail = words.joined(f"{present} of {len(came)} came" if came else "", felt)
        yield meeting.on, "Meeting", meeting.place or "Meeting", detail, meeting
    for decision in snapshot.of(Decision, group_id=group.id):
        yield decision.on, "Decision", decision.text, "", decision
    for note in snapshot.of(Note, group_id=group.id):
        yield note.on, note.kind.label if note.kind else "Note", note.text, "", note


def _commitments(snapshot: Snapshot, group: Group) -> Iterator[_Telling]:
    for promise in snapshot.of(Commitment, group_id=group.id):
        who = snapshot.called(Agency, promise.agency_id)
        due = f"due {shown(promise.due)}" if promise.due else ""
        yield promise.made_on, "Commitment", promise.text, words.joined(who, due), promise
        yield promise.kept_on, "Commitment kept", promise.text, words.joined(who, promise.outcome_note), promise
        yield promise.released_on, "Commitment released", promise.text, words.joined(who, promise.outcome_note), promise
        yield promise.missed_on, "Commitment missed", promise.text, words.joined(who, promise.outcome_note), promise
        for change in snapshot.of(DueChange, commitment_id=promise.id):
            moved = f"now due {shown(change.due_after)}" if change.due_after else ""
            yield change.on, "New due date", promise.text, words.joined(who, moved, change.why), promise
    for ball in snapshot.of(Ball, group_id=group.id):
        yield ball.opened_on, "Issue opened", ball.issue, "", ball
        yield ball.closed_on, "Issue settled", ball.issue, "", ball
        for handover in snapshot.of(Handover, ball_id=ball.id):
            holder = snapshot.called(Agency, handover.agency_id) or "nobody"
            yield handover.on, "Ball passed", ball.issue, words.joined(f"to {holder}", handover.note), handover


def _victories(snapshot: Snapshot, group: Group) -> Iterator[_Telling]:
    for result in snapshot.of(Result, group_id=group.id):
        yield result.on, "Little victory", result.name, words.measured(result.value, result.unit), result
    for outcome in snapshot.of(SharedOutcome, group_id=group.id):
        for indicator in snapshot.of(Indicator, outcome_id=outcome.id):
            for value in snapshot.of(IndicatorValue, indicator_id=indicator.id):
                # A target or a forecast has a date, but it did not happen on it.
                if value.kind in (ValueKind.ACTUAL, ValueKind.ESTIMATE):
                    measured = words.joined(words.measured(value.value, indicator.unit), _ESTIMATED.get(value.kind, ""))
                    yield value.period_end, "Indicator", indicator.name, measured, value


def _life_cycle(snapshot: Snapshot, group: Group) -> Iterator[_Telling]:
    for judgement in snapshot.of(StageJudgement, group_id=group.id):
        yield judgement.on, "Stage", judgement.title, words.joined(judgement.why, judgement.judged_by), judgement
    for assessment in snapshot.of(Assessment, group_id=group.id):
        yield assessment.on, "Self-assessment", assessment.note or "Members rated the signs", "", assessment
    for place in snapshot.of(ContinuumPlace, group_id=group.id):
        yield place.on, "Closeness aimed for" if place.target else "Closeness", place.title, place.why, place
    for triage in snapshot.of(Triage, group_id=group.id):
        yield triage.on, "Triage", triage.title, triage.overruled_because, triage
    for practice in snapshot.of(Practice, group_id=group.id):
        state = practice.state.label.lower() if practice.state else ""
        yield practice.on, "Way of leading", f"{practice.title}: {state}", practice.note, practice
    views = snapshot.of(SenseMaking, group_id=group.id)
    for view, several in _by_day(views, lambda view: view.on):
        counts = Counter(one.title.lower() for one in several)
        yield view.on, "Views of the issue", words.counted(counts), "", view


def _people(snapshot: Snapshot, group: Group) -> Iterator[_Telling]:
    yield group.started_on, "Group started", group.name, group.purpose, group
    yield group.closed_on, "Group closed", group.name, group.closed_because, group
    for seat in snapshot.of(Membership, group_id=group.id):
        agency = snapshot.called(Agency, seat.agency_id)
        who = snapshot.called(Person, seat.person_id)
        title, detail = (who, agency) if who else (agency, "")
        yield seat.from_on, "Joined", title, detail, seat
        yield seat.to_on, "Left", title, detail, seat
    for role in snapshot.of(Role, group_id=group.id):
        who = snapshot.called(Person, role.person_id)
        yield role.from_on, "Role taken on", f"{role.title}: {who}", role.note, role
        yield role.to_on, "Role given up", f"{role.title}: {who}", role.note, role


def _resources(snapshot: Snapshot, group: Group) -> Iterator[_Telling]:
    for given in snapshot.of(Contribution, group_id=group.id):
        what = given.text or (given.kind.label if given.kind else "")
        detail = words.joined(snapshot.called(Agency, given.agency_id), words.given(given))
        yield given.promised_on, "Contribution promised", what, detail, given
        yield given.delivered_on, "Contribution delivered", what, detail, given
    for support in snapshot.of(Support, group_id=group.id):
        what = support.text or (support.kind.label if support.kind else "")
        who = snapshot.called(Agency, support.agency_id)
        yield support.asked_on, "Support asked for", what, who, support
        yield support.promised_on, "Support promised", what, who, support
        yield support.secured_on, "Support secured", what, words.joined(who, words.dollars(support.amount_nzd)), support
    readings = snapshot.of(Reading, group_id=group.id)
    for reading, several in _by_day(readings, lambda reading: reading.on):
        agencies = len({one.agency_id for one in several})
        yield reading.on, "Power reading", f"Points from {words.several(agencies, 'agency', 'agencies')}", "", reading
    for agreed in snapshot.of(Accommodation, group_id=group.id):
        yield agreed.agreed_on, "Accommodation", agreed.text, agreed.imbalance, agreed


def _learning(snapshot: Snapshot, group: Group) -> Iterator[_Telling]:
    for review in snapshot.of(Review, group_id=group.id):
        yield review.on, "Review", review.learned, review.will_change, review
    for lesson in snapshot.of(Lesson, group_id=group.id):
        yield lesson.on, "Lesson", lesson.text, "", lesson
        for carrying in snapshot.of(Carrying, lesson_id=lesson.id):
            to = words.joined(snapshot.called(Agency, carrying.agency_id), carrying.to_whom)
            yield carrying.on, "Lesson carried home", lesson.text, f"to {to}", carrying


def _context(snapshot: Snapshot, group: Group) -> Iterator[_Telling]:
    for event in snapshot.of(Event, group_id=group.id):
        yield event.on, "Outside event", event.text, event.kind.label if event.kind else "", event
    for risk in snapshot.of(Risk, group_id=group.id):
        level = risk.level.label if risk.level else ""
        yield risk.on, "Risk", risk.text, words.joined(level, snapshot.called(Agency, risk.agency_id)), risk
        yield risk.told_on, "No-surprises note", risk.text, f"to {risk.told_whom}" if risk.told_whom else "", risk
        yield risk.closed_on, "Risk closed", risk.text, "", risk
    for barrier in snapshot.of(Barrier, group_id=group.id):
        asked = f"asked of {barrier.asked_of}" if barrier.asked_of else ""
        yield barrier.since, "Barrier", barrier.text, asked, barrier


_TELLERS: tuple[tuple[Family, _Tell], ...] = (
    (Family.VICTORIES, _victories),
    (Family.LIFE_CYCLE, _life_cycle),
    (Family.LEARNING, _learning),
    (Family.COMMITMENTS, _commitments),
    (Family.RESOURCES, _resources),
    (Family.CONTEXT, _context),
    (Family.PEOPLE, _people),
    (Family.MEETINGS, _meetings),
)


def _by_day(records: Iterable[R], day: Callable[[R], date | None]) -> Iterator[tuple[R, list[R]]]:
    """Records of one day together, each day under its first one: single views and readings are not for a list."""
    days: dict[date | None, list[R]] = {}
    for record in records:
        days.setdefault(day(record), []).append(record)
    for several in days.values():
        yield several[0], several
