"""The group's own story in its return: Members, Life_cycle, Commitments and Learning, as at the period's last day."""

from collections.abc import Iterator

from tracker.models.figures.standing import closed_on, standing
from tracker.models.figures.trajectory import Point
from tracker.models.records import Agency, Lesson, Membership, Person, Record, Role
from tracker.reports.group_facts import GroupFacts, leaving, may_leave
from tracker.reports.group_results import agency_name
from tracker.reports.sheet import Cell, Column, Look, Sheet

_SEAT = "The agency's seat"
_RESTRICTED = "Restricted to this office"


def members_sheet(facts: GroupFacts) -> Sheet:
    """Who sits in the group on the last day, by post and never by name."""
    found = sorted(_member_rows(facts), key=lambda pair: tuple(str(cell) for cell in pair[0][:2]))
    return Sheet(
        name="Members",
        title="Members of the group",
        about="As at the last day of the period. People are shown by their post; their names stay in the office. "
        "A blank date under To means that they are still members.",
        columns=(
            Column("Agency", 40),
            Column("Person or post", 34),
            Column("Roles", 40),
            Column("From", 12, Look.DAY),
            Column("To", 12, Look.DAY),
        ),
        rows=tuple(row for row, _ in found),
        records=tuple(record for _, record in found),
        raw=True,
    )


def life_cycle_sheet(facts: GroupFacts) -> Sheet:
    """The group's judgements of its stage, oldest first; the same points as the picture."""
    points = facts.trajectory.points
    return Sheet(
        name="Life_cycle",
        title="Where the group stands in its life cycle",
        about="The group's own judgement on each date, up to the last day of the period; it holds until the next. "
        "Forming, Frustration, Functioning, Flying or Failing; the crossover lies between Frustration and Functioning.",
        columns=(
            Column("Date", 12, Look.DAY),
            Column("Stage", 16),
            Column("Crossover", 11),
            Column("Why", 66),
            Column("Judged by", 30),
            Column("Months in stage", 10, Look.NUMBER),
        ),
        rows=tuple(_stage_row(facts, point) for point in points),
        records=tuple(point.judgement for point in points),
        raw=True,
    )


def commitments_sheet(facts: GroupFacts) -> Sheet:
    """Promises and their standing; whose they are is for the group to talk about and does not leave."""
    chosen = leaving(facts.all_commitments)
    return Sheet(
        name="Commitments",
        title="What was promised",
        about="Open on the last day of the period, or closed within it, with their standing on that day. Whose a "
        "promise is stays with the group, which talks about it itself. A blank date means that there is none.",
        columns=(
            Column("What", 76),
            Column("Made", 12, Look.DAY),
            Column("Due", 12, Look.DAY),
            Column("Standing", 14),
            Column("Closed", 12, Look.DAY),
        ),
        rows=tuple(
            (each.text, each.made_on, each.due, standing(each, facts.on).label, closed_on(each)) for each in chosen
        ),
        records=chosen,
        raw=True,
    )


def learning_sheet(facts: GroupFacts) -> Sheet:
    """Lessons, one row for each home agency that one was carried to."""
    found = [pair for lesson in leaving(facts.all_lessons) for pair in _lesson_rows(facts, lesson)]
    return Sheet(
        name="Learning",
        title="What was learned, and where it was carried",
        about="Lessons of the period, and earlier ones that were carried home or taken up in it. Where Carried to is "
        "blank, the lesson has not left the group yet.",
        columns=(
            Column("Learned on", 12, Look.DAY),
            Column("Lesson", 64),
            Column("Carried to", 34),
            Column("Carried on", 12, Look.DAY),
            Column("Taken up", 14),
        ),
        rows=tuple(row for row, _ in found),
        records=tuple(record for _, record in found),
        raw=True,
    )


def post_of(person: Person | None) -> str:
    """What a return calls somebody: the post, or the level, and never the name."""
    if person is None:
        return _SEAT
    return person.post or (person.level.label if person.level else "Member")


def judge(facts: GroupFacts, judged_by: str) -> str:
    """What a return calls whoever judged the stage: a person's name gives way to the post."""
    for person in facts.snapshot.of(Person):
        if person.name.casefold() == judged_by.strip().casefold():
            agency = facts.snapshot.called(Agency, person.agency_id)
            return f"{post_of(person)}, {agency}"
    return judged_by


def _member_rows(facts: GroupFacts) -> Iterator[tuple[tuple[Cell, ...], Record]]:
    roles: dict[str | None, list[Role]] = {}
    for role in leaving(facts.all_roles):
        roles.setdefault(role.person_id, []).append(role)
    for seat in leaving(facts.all_seats):
        held = roles.pop(seat.person_id, []) if seat.person_id else []
        yield _seat_row(facts, seat, held), seat
    for person_id, held in roles.items():
        person = facts.snapshot.find(Person, person_id)
        if person is None or may_leave(person):
            begin = min((role.from_on for role in held if role.from_on), default=None)
            agency = agency_name(facts, person.agency_id) if person else ""
            yield (agency, post_of(person), _roles(held), begin, None), held[0]


def _seat_row(facts: GroupFacts, seat: Membership, held: list[Role]) -> tuple[Cell, ...]:
    person = facts.snapshot.find(Person, seat.person_id)
    post = post_of(person) if person is None or may_leave(person) else _RESTRICTED
    until = seat.to_on if seat.to_on and seat.to_on <= facts.on else None
    return agency_name(facts, seat.agency_id), post, _roles(held), seat.from_on, until


def _roles(held: list[Role]) -> str:
    names = sorted({role.name for role in held if role.name}, key=lambda name: name.rank)
    return ", ".join(name.label for name in names)


def _stage_row(facts: GroupFacts, point: Point) -> tuple[Cell, ...]:
    judgement = point.judgement
    stage = judgement.stage.label if judgement.stage else "Not clear"
    begin: tuple[Cell, ...] = (point.on, stage, "Yes" if judgement.crossover else "No")
    if not may_leave(judgement):
        return (*begin, _RESTRICTED, None, point.months)
    return (*begin, judgement.why, judge(facts, judgement.judged_by), point.months)


def _lesson_rows(facts: GroupFacts, lesson: Lesson) -> Iterator[tuple[tuple[Cell, ...], Record]]:
    carried = leaving(facts.carryings(lesson))
    if not carried:
        yield (lesson.on, lesson.text, None, None, None), lesson
    for each in carried:
        later = each.taken_up_on is not None and each.taken_up_on > facts.on
        taken_up = "Not yet" if later or each.taken_up is None else each.taken_up.label
        yield (lesson.on, lesson.text, agency_name(facts, each.agency_id), each.on, taken_up), each
