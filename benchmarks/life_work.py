"""The work of a group of the seeded life office: its meetings, promises, resources, claims, lessons and risks."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal

from benchmarks.life_course import TODAY, Hand
from tracker.models.guidance.signs import SIGNS
from tracker.models.records import (
    Assessment,
    Attendance,
    Ball,
    Carrying,
    Commitment,
    Contribution,
    Handover,
    Lesson,
    Meeting,
    Membership,
    Person,
    PlannedMeeting,
    Rating,
    Reading,
    Record,
    Result,
    Risk,
    Support,
)
from tracker.models.records.accountability import WHOLE_SHARE, MappingState, ShareBasis
from tracker.models.records.accountability import Mapping as Claim
from tracker.models.records.contribution import Resource, SupportKind
from tracker.models.records.meeting import Presence
from tracker.models.records.planned_meeting import Repeat
from tracker.models.records.reading import Question
from tracker.models.records.risk import RiskLevel
from tracker.models.records.stage import Stage

# How far apart a group meets, in days.
_PACES = (28, 42, 56, 91)
_CAME = (*[Presence.PRESENT] * 6, Presence.SENT_SOMEBODY, Presence.APOLOGY, Presence.APOLOGY, Presence.ABSENT)
_LEVELS = {Stage.FORMING: 0, Stage.FRUSTRATION: 1, Stage.FUNCTIONING: 2, Stage.FLYING: 3, Stage.FAILING: 4}


def work(hand: Hand, seated: Iterable[Record], results: Iterable[Result]) -> Iterator[Record]:
    """Its meetings, promises, balls, resources, readings, claims, lessons, risks and self-assessments."""
    yield from _meetings(hand)
    for _ in range(70):
        yield _commitment(hand)
    yield from _balls(hand)
    yield from _resources(hand)
    yield from _readings(hand, [each for each in seated if isinstance(each, Membership)])
    for result in results:
        yield from _claims(hand, result)
    yield from _learning(hand)
    for _ in range(6):
        yield _risk(hand)
    for _ in range(4):
        yield from _assessment(hand)


def _meetings(hand: Hand) -> Iterator[Record]:
    pace = hand.random.choice(_PACES)
    last = hand.end - timedelta(days=hand.random.choice((5, 20, 20, 60, 150)))
    days = range(0, max(1, (last - hand.begin).days), pace)
    for days_on in days:
        on = hand.begin + timedelta(days=days_on + hand.random.randrange(7))
        meeting = Meeting(id=hand.new(), group_id=hand.group.id, on=min(on, hand.end), place="The hall")
        yield meeting
        for person in hand.members:
            if hand.random.random() < 95 / (len(days) * len(hand.members)):
                yield _attendance(hand, meeting, person)
    if hand.random.random() < 0.6:
        repeats = hand.random.choice((Repeat.ONCE, Repeat.MONTHLY, Repeat.QUARTERLY))
        on = TODAY + timedelta(days=hand.random.randrange(40))
        yield PlannedMeeting(id=hand.new(), group_id=hand.group.id, on=on, repeats=repeats)


def _attendance(hand: Hand, meeting: Meeting, person: Person) -> Attendance:
    return Attendance(
        id=hand.new(),
        meeting_id=meeting.id,
        agency_id=person.agency_id,
        person_id=person.id,
        presence=hand.random.choice(_CAME),
        level=person.level,
    )


def _commitment(hand: Hand) -> Commitment:
    person, made = hand.member(), hand.day()
    due = made + timedelta(days=hand.random.randrange(7, 120))
    chance = hand.random.random()
    # Most are kept, some late; some are let go or given up, and a few are open still.
    kept = min(due + timedelta(days=hand.random.randrange(-5, 20)), hand.end) if chance < 0.75 else None
    return Commitment(
        id=hand.new(),
        group_id=hand.group.id,
        text="Bring what was agreed to the next meeting",
        agency_id=person.agency_id,
        person_id=person.id,
        made_on=made,
        due=due,
        first_due=due,
        kept_on=max(kept, made) if kept and due <= hand.end else None,
        released_on=due if 0.75 <= chance < 0.85 and due <= hand.end else None,
        missed_on=due if 0.85 <= chance < 0.97 and due <= hand.end else None,
        backed_on=made if hand.random.random() < 0.6 else None,
    )


def _balls(hand: Hand) -> Iterator[Record]:
    for place in range(3):
        opened = hand.day()
        closed = hand.after(opened, 900)
        issue = f"Who calls first {place}"
        ball = Ball(id=hand.new(), group_id=hand.group.id, issue=issue, opened_on=opened, closed_on=closed)
        yield ball
        for on in (opened, hand.after(opened + timedelta(days=1), 400)):
            if on and (closed is None or on <= closed):
                holder = hand.member().agency_id if hand.random.random() < 0.9 else None
                yield Handover(id=hand.new(), ball_id=ball.id, on=on, agency_id=holder)


def _resources(hand: Hand) -> Iterator[Record]:
    for person in hand.members:
        asked = hand.day()
        yield Support(
            id=hand.new(),
            group_id=hand.group.id,
            agency_id=person.agency_id,
            kind=hand.random.choice(list(SupportKind)),
            asked_on=asked,
            secured_on=hand.after(asked, 60),
        )
    for _ in range(70):
        on, kind = hand.day(), hand.random.choice(list(Resource))
        quantity = Decimal(hand.random.randrange(1, 400))
        yield Contribution(
            id=hand.new(),
            group_id=hand.group.id,
            agency_id=hand.member().agency_id,
            kind=kind,
            quantity=quantity,
            unit="NZD" if kind is Resource.MONEY else "hours",
            value_nzd=quantity * 35 if hand.random.random() < 0.7 else None,
            promised_on=on,
            delivered_on=hand.after(on, 60),
        )


def _readings(hand: Hand, seated: Iterable[Membership]) -> Iterator[Record]:
    """Twice, over the agencies at the table on the day: nobody else can read, or be read."""
    for days in (hand.random.randrange(200, 500), hand.random.randrange(20, 180)):
        yield from _round(hand, seated, hand.end - timedelta(days=days))


def _round(hand: Hand, seated: Iterable[Membership], on: date) -> Iterator[Record]:
    agencies = sorted({seat.agency_id or "" for seat in seated if seat.active_on(on)})
    if len(agencies) < 2:
        return
    for agency_id in agencies[:4]:
        for question in Question:
            first, second = hand.random.sample(agencies, 2)
            points = hand.random.randrange(20, 90)
            yield Reading(
                id=hand.new(),
                group_id=hand.group.id,
                on=on,
                agency_id=agency_id,
                rater="A",
                question=question,
                points=((first, points), (second, 100 - points)),
            )


def _claims(hand: Hand, result: Result) -> Iterator[Record]:
    claims = {
        agency_id: hand.random.choice((None, 2_000, 3_000, 5_000))
        for agency_id in result.credit_ids
        if hand.random.random() < 0.6
    }
    # What adds up to too much cannot have been agreed by the group.
    too_much = sum(share or 0 for share in claims.values()) > WHOLE_SHARE
    for agency_id, share in claims.items():
        yield Claim(
            id=hand.new(),
            result_id=result.id,
            agency_id=agency_id,
            line_id=hand.random.choice(hand.lines[agency_id]),
            share_bp=share,
            share_basis=ShareBasis.AGREED if share else ShareBasis.NONE,
            state=MappingState.AGENCY_AGREED if too_much else MappingState.GROUP_AGREED,
        )


def _learning(hand: Hand) -> Iterator[Record]:
    for _ in range(5):
        lesson = Lesson(id=hand.new(), group_id=hand.group.id, on=hand.day(), text="What we would do again")
        yield lesson
        assert lesson.on is not None
        if hand.random.random() < 0.8 and (on := hand.after(lesson.on, 90)):
            yield Carrying(id=hand.new(), lesson_id=lesson.id, agency_id=hand.member().agency_id, on=on)


def _risk(hand: Hand) -> Risk:
    on, level = hand.day(), hand.random.choice(list(RiskLevel))
    told, closed = hand.after(on, 90), hand.after(on, 700)
    return Risk(
        id=hand.new(),
        group_id=hand.group.id,
        on=on,
        text="Rents go up",
        level=level,
        agency_id=hand.member().agency_id,
        told_on=told if hand.random.random() < 0.8 else None,
        closed_on=closed,
    )


def _assessment(hand: Hand) -> Iterator[Record]:
    on = hand.day()
    assessment = Assessment(id=hand.new(), group_id=hand.group.id, on=on)
    yield assessment
    middle = hand.random.randrange(5)
    for agency_id in sorted({person.agency_id or "" for person in hand.members})[:5]:
        answers = tuple((sign.key, _answer(hand, abs(_LEVELS[sign.stage] - middle))) for sign in SIGNS)
        yield Rating(id=hand.new(), assessment_id=assessment.id, agency_id=agency_id, rater="A", answers=answers)


def _answer(hand: Hand, far: int) -> int | None:
    if hand.random.random() < 0.06:
        return None
    return min(4, max(0, 4 - far + hand.random.choice((-1, 0, 0, 1))))
