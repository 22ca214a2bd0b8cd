"""What is done on the way to a group's end: each change gives the records to save, all of one step together (§7.2)."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from tracker.models.ball_changes import settled
from tracker.models.dates import shown
from tracker.models.figures.ball_standing import ball_standings
from tracker.models.figures.promises import promises
from tracker.models.figures.winding_up import ending_path, to_tell
from tracker.models.mistake import Mistake
from tracker.models.promise_changes import noted, released
from tracker.models.records.ball import Ball, Handover
from tracker.models.records.commitment import Commitment
from tracker.models.records.ending import WindingUp
from tracker.models.records.group import Group
from tracker.models.records.meeting import Meeting
from tracker.models.records.membership import Membership, Role
from tracker.models.records.person import Person
from tracker.models.records.planned_meeting import PlannedMeeting, Repeat
from tracker.models.records.record import Record
from tracker.models.records.result import Result
from tracker.models.records.stage import StageJudgement
from tracker.models.seat_days import held_until
from tracker.models.snapshot import Snapshot


def begun(snapshot: Snapshot, group_id: str, on: date, why: str, mint: Callable[[], str]) -> WindingUp:
    """The group has decided to end; of one that has closed it is noted afterwards.

    Raises Mistake if it is noted already, without a reason, and for a day ahead, before the group or after its end.
    """
    path = ending_path(snapshot, group_id)
    if path.winding:
        raise Mistake(f"It was decided on {shown(path.winding.decided_on)} already: put that right, or give it up.")
    if not why.strip():
        raise Mistake("Say in a line why the group ends, so that everybody can say the same.")
    _refuse(on, snapshot.today, path.group.started_on, "the group started")
    if path.closed and path.group.closed_on and on > path.group.closed_on:
        raise Mistake(f"The group closed on {shown(path.group.closed_on)}: give that day or an earlier one.")
    return WindingUp(id=mint(), group_id=group_id, decided_on=on, why=why.strip())


def given_up(winding: WindingUp, on: date, today: date) -> WindingUp:
    """The group goes on after all since that day; that it had decided to end stays in its history."""
    _refuse(on, today, winding.decided_on, "it was decided")
    return replace(winding, given_up_on=on)


def thanked(winding: WindingUp, on: date, how: str, today: date) -> WindingUp:
    """Members and helpers were thanked on that day. Raises Mistake for a day ahead, or before it was decided."""
    _refuse(on, today, winding.decided_on, "it was decided")
    return replace(winding, thanked_on=on, thanked_note=how.strip())


def put_away(winding: WindingUp, on: date, where: str, today: date) -> WindingUp:
    """The papers lie in one place since that day. Raises Mistake without a place, or for a day that cannot be."""
    if not where.strip():
        raise Mistake("Say where the papers are kept, so that somebody can find them in five years.")
    _refuse(on, today, winding.decided_on, "it was decided")
    return replace(winding, kept_on=on, kept_at=where.strip())


def told(snapshot: Snapshot, winding: WindingUp, on: date, whom: str) -> tuple[WindingUp | Result, ...]:
    """All victories not told yet were told to the home agencies on that day.

    Raises Mistake for a day ahead, or before it was decided, or before one of these victories came.
    """
    _refuse(on, snapshot.today, winding.decided_on, "it was decided")
    left = [each.result for each in to_tell(snapshot, winding.group_id or "", winding)]
    for result in left:
        if result.on and on < result.on:
            raise Mistake(f"A victory came on {shown(result.on)}: tell them on that day or later, not on {shown(on)}.")
    whole = replace(winding, told_on=on, told_note=whom.strip())
    return whole, *(replace(result, told_home_on=on) for result in left)


def all_released(snapshot: Snapshot, group_id: str, on: date, why: str) -> tuple[Commitment, ...]:
    """Every promise still open is released by the group on that day, with the reason (§4.1).

    Raises Mistake if none is open, no reason is given, the day lies ahead, or a promise was made after it.
    """
    if not why.strip():
        raise Mistake("Say why they are released: it is noted with each of them.")
    left = [promise.commitment for promise in promises(snapshot, group_id=group_id, unsettled=True)]
    if not left:
        raise Mistake("No promise is open: there is nothing to release.")
    latest = max(promise.made_on or on for promise in left)
    _refuse(on, snapshot.today, latest, "the last of these promises was made")
    return tuple(noted(released(promise, on), _added(promise.outcome_note, why.strip())) for promise in left)


def all_settled(snapshot: Snapshot, group_id: str, on: date) -> tuple[Ball, ...]:
    """Every issue still open is settled on that day (§4.2).

    Raises Mistake if none is open, the day lies ahead, or one was opened or passed on after it.
    """
    left = [standing.ball for standing in ball_standings(snapshot, group_id)]
    if not left:
        raise Mistake("Every issue is settled: there is nothing to do.")
    days = [ball.opened_on for ball in left]
    days += [passed.on for ball in left for passed in snapshot.of(Handover, ball_id=ball.id)]
    latest = max((day for day in days if day), default=None)
    _refuse(on, snapshot.today, latest, "one of these issues was opened or passed on")
    return tuple(settled(ball, on) for ball in left)


def closed(snapshot: Snapshot, group_id: str, on: date, because: str) -> tuple[Record, ...]:
    """The group closes on that day: its seats, roles and planned meetings end with it. What is open stays open.

    Raises Mistake without a reason, for a group that is closed, a day ahead or before the group began or was decided
    to end, and where a seat, a role, a meeting or a judgement of the group lies after that
    day. Raises KeyError without a group.
    """
    path = ending_path(snapshot, group_id)
    group = path.group
    if path.closed:
        raise Mistake(f"The group closed on {shown(group.closed_on)} already.")
    if not because.strip():
        raise Mistake("Say in a line why the group closed: it is what people will ask first.")
    _refuse(on, snapshot.today, group.started_on, "the group started")
    if path.winding:
        _refuse(on, snapshot.today, path.winding.decided_on, "it was decided")
    _refuse_later(snapshot, group_id, on)
    ends = (*_seats_ended(snapshot, group_id, on), *_roles_ended(snapshot, group_id, on))
    whole = replace(group, closed_on=on, closed_because=because.strip(), next_meeting_on=None)
    return (whole, *ends, *_plans_ended(snapshot, group_id, on))


def closing_words(snapshot: Snapshot, group_id: str, saves: Sequence[Record]) -> tuple[str, ...]:
    """What closing will do, and what stays open, a sentence each; `saves` as `closed` gives them."""
    path = ending_path(snapshot, group_id)
    group = next(save for save in saves if isinstance(save, Group))
    day = shown(group.closed_on)
    words = [f"{group.called} is closed on {day}. It can be read as before, and stays in the trajectories."]
    counts = [
        (sum(isinstance(save, kind) for save in saves), noun)
        for kind, noun in ((Membership, "seat"), (Role, "role"), (PlannedMeeting, "planned meeting"))
    ]
    ends = [f"{number:,} {noun}{'' if number == 1 else 's'}" for number, noun in counts if number]
    if ends:
        is_one = sum(number for number, _ in counts) == 1
        words.append(f"{_listed(ends)} {'ends' if is_one else 'end'} with it.")
    if not path.stays_open:
        return (*words, "Nothing stays open.")
    return (*words, *(f"Stays open: {_lowered(step.words)} ({step.help.title.lower()})." for step in path.stays_open))


def _seats_ended(snapshot: Snapshot, group_id: str, on: date) -> list[Membership]:
    going = [seat for seat in snapshot.of(Membership, group_id=group_id) if seat.to_on is None or seat.to_on > on]
    for seat in going:
        if seat.from_on and seat.from_on > on:
            who = snapshot.called(Person, seat.person_id) or "an agency"
            raise Mistake(
                f"A seat begins after that, on {shown(seat.from_on)} ({who}): give that day or a later one, or take "
                "the seat out first."
            )
    return [replace(seat, to_on=on) for seat in going]


def _roles_ended(snapshot: Snapshot, group_id: str, on: date) -> list[Role]:
    going = [role for role in snapshot.of(Role, group_id=group_id) if role.to_on is None or role.to_on > on]
    for role in going:
        if role.from_on and role.from_on > on:
            who = snapshot.called(Person, role.person_id)
            raise Mistake(
                f"{who} takes on the role of {role.title.lower()} after that, on {shown(role.from_on)}: give that day "
                "or a later one, or take the role out first."
            )
    # A role that was left open when its seat ended before ends with that seat, and no later.
    return [replace(role, to_on=min(on, held_until(snapshot, role) or on)) for role in going]


def _plans_ended(snapshot: Snapshot, group_id: str, on: date) -> list[PlannedMeeting]:
    """A plan that begins after the end is left as it is: nothing of a closed group is coming."""
    return [
        replace(plan, until=on)
        for plan in snapshot.of(PlannedMeeting, group_id=group_id)
        if plan.on and plan.on <= on and (plan.until is None or plan.until > on) and plan.repeats is not Repeat.ONCE
    ]


def _refuse_later(snapshot: Snapshot, group_id: str, on: date) -> None:
    """A group that has closed meets no more, and nobody judges its stage."""
    met = max((each.on for each in snapshot.of(Meeting, group_id=group_id) if each.on), default=on)
    if met > on:
        raise Mistake(f"The group met after that, on {shown(met)}: give that day or a later one.")
    judged = max((each.on for each in snapshot.of(StageJudgement, group_id=group_id) if each.on), default=on)
    if judged > on:
        raise Mistake(f"Its stage was judged after that, on {shown(judged)}: give that day or a later one.")


def _refuse(on: date, today: date, first: date | None, began: str) -> None:
    if on > today:
        raise Mistake(f"{shown(on)} is still to come: give a day up to {shown(today)}.")
    if first and on < first:
        raise Mistake(f"On {shown(first)} {began}: give that day or a later one, not {shown(on)}.")


def _added(before: str, note: str) -> str:
    return f"{before.rstrip()}\n{note}" if before.strip() else note


def _listed(parts: list[str]) -> str:
    return " and ".join(part for part in (", ".join(parts[:-1]), parts[-1]) if part)


def _lowered(words: str) -> str:
    return words[:1].lower() + words[1:]
