"""Tasks and steps, what helps and hinders, and the watch list."""

from datetime import date
from typing import Any

import pytest

from tests.builders import a_group, an_id
from tracker.models.figures.conditions_board import ConditionRow, conditions_board
from tracker.models.figures.gate import Gate
from tracker.models.figures.practices_board import practices_board
from tracker.models.figures.watching import watch_list
from tracker.models.guidance.closeness import CLOSENESS
from tracker.models.guidance.conditions import CONDITIONS, PARTS, part_title
from tracker.models.guidance.practices import PRACTICES
from tracker.models.guidance.sense_domains import SENSE_DOMAINS
from tracker.models.guidance.triggers import TRIGGERS
from tracker.models.mistake import Mistake
from tracker.models.outlook_changes import observed, practised
from tracker.models.records import Condition, Practice, Record
from tracker.models.records.group import Trigger
from tracker.models.records.outlook import Closeness, Domain, PracticeName, PracticeState, Seen
from tracker.models.records.record import Sensitivity
from tracker.models.snapshot import Snapshot, snapshot_of

TODAY = date(2008, 6, 30)
GROUP = a_group()
# Section of the source: how many enablers, how many impediments.
SOURCE = {"2.3": (5, 2), "3.4": (7, 3), "4.3": (8, 5), "5.3": (3, 5), "6.3": (11, 3), "7.3": (8, 2)}


def a_condition(key: str, seen: Seen = Seen.HERE, on: date = TODAY, **more: Any) -> Condition:
    fields: dict[str, Any] = {"id": an_id(), "group_id": GROUP.id, "key": key, "seen": seen, "on": on}
    return Condition(**fields | more)


def a_practice(state: PracticeState, on: date) -> Practice:
    return Practice(id=an_id(), group_id=GROUP.id, name=PracticeName.ROADMAP, state=state, on=on)


def known(*records: Record) -> Snapshot:
    return snapshot_of(TODAY, (GROUP, *records))


def row(snapshot: Snapshot, key: str) -> ConditionRow:
    return next(each for each in conditions_board(snapshot, GROUP.id).rows if each.id == key)


def watched(*records: Record) -> list[tuple[str, str, str]]:
    snapshot = known(*records)
    return [(each.kind, each.text, each.why) for each in watch_list(snapshot, Gate(snapshot), GROUP.id, None)]


@pytest.mark.parametrize("section", SOURCE)
def test_each_section_has_as_many_enablers_and_impediments_as_the_source(section: str) -> None:
    helps = [each.helps for each in CONDITIONS if each.section == section]
    assert (helps.count(True), helps.count(False)) == SOURCE[section]


@pytest.mark.parametrize("help", CONDITIONS, ids=lambda help: help.key)
def test_each_is_one_clause_with_something_to_do(help: Any) -> None:
    assert help.text[0].isupper()
    assert not help.text.endswith(".")
    assert help.next_step.endswith((".", "?"))
    assert PARTS[help.key.partition("_")[0]][0] == help.section
    assert part_title(help).endswith(f"(§{help.section})")


def test_every_task_domain_place_and_trigger_has_its_sentence() -> None:
    assert [each.name for each in PRACTICES] == list(PracticeName)
    assert [each.task for each in PRACTICES].count(True) == 5
    assert {each.domain for each in SENSE_DOMAINS} == set(Domain)
    assert [each.closeness for each in CLOSENESS] == list(Closeness)
    assert [each.trigger for each in TRIGGERS] == list(Trigger)


def test_a_practice_stands_as_it_was_said_last_since_the_day_it_came_there() -> None:
    said = [(PracticeState.UNDER_WAY, date(2008, 1, 1)), (PracticeState.IN_PLACE, date(2008, 2, 1))]
    said += [(PracticeState.IN_PLACE, date(2008, 5, 1)), (PracticeState.NOT_YET, date(2008, 7, 1))]
    board = practices_board(known(*(a_practice(*each) for each in said)), GROUP.id)
    roadmap = next(each for each in board.rows if each.help.name is PracticeName.ROADMAP)
    assert (roadmap.state, roadmap.since) == (PracticeState.IN_PLACE, date(2008, 2, 1))
    assert board.words == "1 of 11 in place, 0 under way"


def test_an_impediment_seen_here_goes_on_the_watch_list() -> None:
    seen = a_condition("working_nodding", on=date(2008, 5, 1))
    assert watched(seen) == [
        ("Impediment", "Members agree in the room and do not do it afterwards", "seen here since 1 May 2008")
    ]


@pytest.mark.parametrize(
    "said",
    [
        [a_condition("working_open")],
        [a_condition("working_nodding", Seen.IN_PART)],
        [a_condition("working_nodding", on=date(2008, 5, 1)), a_condition("working_nodding", Seen.NOT_HERE)],
        [a_condition("working_nodding", sensitivity=Sensitivity.RESTRICTED)],
        [a_condition("of another version")],
    ],
    ids=["it helps", "in part", "no more", "restricted", "not known"],
)
def test_nothing_else_goes_on_the_watch_list(said: list[Condition]) -> None:
    assert watched(*said) == []


def test_what_is_said_again_stays_restricted_and_on_one_day_is_put_right() -> None:
    before = a_condition("working_nodding", on=date(2008, 5, 1), sensitivity=Sensitivity.RESTRICTED)
    snapshot = known(before)
    there = row(snapshot, "working_nodding")
    later = observed(snapshot, GROUP.id, there, Seen.IN_PART, TODAY, "", an_id)
    assert (later.id != before.id, later.sensitivity) == (True, Sensitivity.RESTRICTED)
    same = observed(snapshot, GROUP.id, there, Seen.IN_PART, date(2008, 5, 1), "", an_id)
    assert (same.id, same.seen) == (before.id, Seen.IN_PART)


def test_what_is_seen_is_not_seen_on_a_day_to_come() -> None:
    snapshot = known()
    with pytest.raises(Mistake, match="1 Jul 2008 is still to come"):
        observed(snapshot, GROUP.id, row(snapshot, "working_open"), Seen.HERE, date(2008, 7, 1), "", an_id)
    task = practices_board(snapshot, GROUP.id).rows[0]
    with pytest.raises(Mistake, match="1 Jul 2008 is still to come"):
        practised(snapshot, GROUP.id, task, PracticeState.IN_PLACE, date(2008, 7, 1), "", an_id)
