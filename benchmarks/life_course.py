"""The course of a group of the seeded life office: who sat there, its stages, and what is marked beside them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

from tracker.models.records import Event, Group, Membership, Person, Record, Result, Review, Role, StageJudgement
from tracker.models.records.event import EventKind
from tracker.models.records.membership import RoleName
from tracker.models.records.result import ResultState
from tracker.models.records.review import ReviewKind
from tracker.models.records.stage import Stage

TODAY = date(2008, 6, 30)
# Where a group may go from where it is: mostly it stays, and it may fall.
_ONWARD = {
    Stage.FORMING: (Stage.FORMING, Stage.FORMING, Stage.FRUSTRATION),
    Stage.FRUSTRATION: (*[Stage.FRUSTRATION] * 3, Stage.FUNCTIONING, Stage.FUNCTIONING, Stage.FAILING),
    Stage.FUNCTIONING: (*[Stage.FUNCTIONING] * 4, Stage.FLYING, Stage.FRUSTRATION),
    Stage.FLYING: (*[Stage.FLYING] * 5, Stage.FUNCTIONING),
    Stage.FAILING: (Stage.FAILING, Stage.FRUSTRATION),
}


@dataclass(frozen=True)
class Hand:
    """What makes the records of one group: chance, ids, the group, its people, and the lines that agencies answer for.

    `lines` are their ids by the agency's id.
    """

    random: Random
    new: Callable[[], str]
    group: Group
    members: tuple[Person, ...]
    lines: Mapping[str, Sequence[str]]

    @property
    def end(self) -> date:
        """The day the group closed, or today."""
        return self.group.closed_on or TODAY

    @property
    def begin(self) -> date:
        """The day the group started."""
        assert self.group.started_on is not None
        return self.group.started_on

    def day(self) -> date:
        """Some day of its life."""
        return self.begin + timedelta(days=self.random.randrange(max(1, (self.end - self.begin).days)))

    def after(self, day: date, days: int) -> date | None:
        """Up to so many days later, None where that has not come yet."""
        later = day + timedelta(days=self.random.randrange(days))
        return later if later <= self.end else None

    def member(self) -> Person:
        """Somebody who sits there."""
        return self.random.choice(self.members)


def seats(hand: Hand) -> Iterator[Record]:
    """A seat for each, a fifth of them taken later or left; and roles, now and then passed on."""
    taken = []
    for place, person in enumerate(hand.members):
        from_on = hand.begin if place == 0 or hand.random.random() < 0.8 else hand.day()
        to_on = hand.after(from_on, 2_000) if place and hand.random.random() < 0.15 else None
        common: dict[str, Any] = {"group_id": hand.group.id, "agency_id": person.agency_id, "person_id": person.id}
        taken.append(Membership(id=hand.new(), from_on=from_on, to_on=to_on, **common))
    yield from taken
    for name in RoleName:
        if hand.random.random() < 0.75:
            yield from _role(hand, name, taken)


def _role(hand: Hand, name: RoleName, taken: list[Membership]) -> Iterator[Record]:
    seat = hand.random.choice(taken)
    assert seat.from_on is not None
    # Some end with the seat, and some before it.
    to_on = seat.to_on or (hand.after(seat.from_on, 5_000) if hand.random.random() < 0.3 else None)
    common: dict[str, Any] = {"group_id": hand.group.id, "name": name}
    yield Role(id=hand.new(), person_id=seat.person_id, from_on=seat.from_on, to_on=to_on, **common)
    if to_on is None or to_on >= hand.end or hand.random.random() < 0.3:
        return
    next_day = to_on + timedelta(days=1)
    others = [each for each in taken if each is not seat and each.to_on is None and each.active_on(next_day)]
    if others:
        yield Role(id=hand.new(), person_id=hand.random.choice(others).person_id, from_on=next_day, **common)


def life_cycle(hand: Hand, judgements: int) -> Iterator[Record]:
    """Its stages, and what is marked beside them: victories, reviews and outside events."""
    step = max(1, (hand.end - hand.begin).days // max(1, judgements))
    stage, why = Stage.FORMING, "As it was talked over at the meeting"
    for place in range(judgements):
        on = hand.begin + timedelta(days=step * place + hand.random.randrange(max(1, step * 2 // 3)))
        crossover = stage is Stage.FRUSTRATION and hand.random.random() < 0.3
        said = None if hand.random.random() < 0.04 else stage
        common: dict[str, Any] = {"group_id": hand.group.id, "why": why, "judged_by": "The group"}
        yield StageJudgement(id=hand.new(), on=on, stage=said, crossover=crossover and said is not None, **common)
        stage = hand.random.choice(_ONWARD[stage])
    for _ in range(hand.random.randrange(2, 9)):
        yield Review(
            id=hand.new(), group_id=hand.group.id, on=hand.day(), kind=ReviewKind.BOTH, learned="What we learned"
        )
    for _ in range(hand.random.randrange(1, 5)):
        kind = hand.random.choice(list(EventKind))
        yield Event(id=hand.new(), group_id=hand.group.id, on=hand.day(), kind=kind, text="Something changed")
    for place in range(hand.random.randrange(8, 28)):
        yield _result(hand, place)


def _result(hand: Hand, place: int) -> Result:
    return Result(
        id=hand.new(),
        group_id=hand.group.id,
        name=f"Something that worked {place}",
        on=hand.day(),
        state=ResultState.CONFIRMED,
        credit_ids=tuple({person.agency_id or "": None for person in hand.members[:3]}),
    )
