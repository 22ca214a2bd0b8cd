"""Signals of people: each seen, not seen, and not enough to tell."""

from typing import Any

import pytest

from tests.builders import a_group, a_meeting, a_member, a_person, an_agency, an_id
from tests.models.signals.looking import GROUP, TODAY, ago, look
from tracker.models.records import Agency, Attendance, Commitment, Membership, Person, Record, Role
from tracker.models.records.agency import Sector
from tracker.models.records.meeting import Presence
from tracker.models.records.membership import RoleName
from tracker.models.records.person import Level
from tracker.models.signals.rule import NOT_SEEN, Verdict

POLICE, HOUSING = an_agency("POL", short_name="Police"), an_agency("HNZ", short_name="Housing")
FRONT, LINE, SENIOR, CHIEF = Level


def sits(agency: Agency, level: Level | None, **fields: Any) -> list[Record]:
    """Somebody of an agency with a seat."""
    person = a_person(agency, level=level, name=fields.pop("name", "Mere"))
    return [person, a_member(GROUP, agency, person_id=person.id, **fields)]


def meetings(agency: Agency, *levels: Level | None, presence: Presence = Presence.PRESENT) -> list[Record]:
    """One meeting for each level, the latest first, to which the agency came at that level; None: did not come."""
    found: list[Record] = []
    for place, level in enumerate(levels):
        meeting = a_meeting(GROUP, on=ago(10 * place))
        came = presence if level else Presence.ABSENT
        noted = Attendance(id=an_id(), meeting_id=meeting.id, agency_id=agency.id, presence=came, level=level)
        found += [meeting, noted]
    return found


SEAT = a_member(GROUP, POLICE)


def test_an_agency_that_sends_lower_people_than_before_is_told() -> None:
    found = look("drifting_down", POLICE, SEAT, *meetings(POLICE, FRONT, LINE, FRONT, SENIOR, SENIOR, SENIOR))
    lead = "Over the last 6 meetings that it came to, 3 against 3"
    assert found.figures == f"{lead}: Police went from regional or senior to front line (2) and line manager (1)"
    assert [one.on for one in found.records] == [ago(0), ago(10), ago(20)]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "levels", [(SENIOR,) * 6, (FRONT,) * 6, (SENIOR, SENIOR, SENIOR, FRONT, FRONT, FRONT), (FRONT, *(SENIOR,) * 5)]
)
def test_an_agency_that_stays_or_rises_or_sent_somebody_else_once_does_not_drift(levels: tuple[Level, ...]) -> None:
    assert look("drifting_down", POLICE, SEAT, *meetings(POLICE, *levels)) == NOT_SEEN


def test_meetings_that_an_agency_missed_say_nothing_of_levels() -> None:
    found = look("drifting_down", POLICE, SEAT, *meetings(POLICE, FRONT, None, FRONT, FRONT, LINE, LINE, LINE))
    assert found.verdict is Verdict.SEEN


def test_who_came_in_person_came_at_their_own_level_and_who_came_instead_at_that_noted() -> None:
    person = a_person(POLICE, level=SENIOR)
    noted: list[Record] = [person]
    for days in range(6):
        meeting = a_meeting(GROUP, on=ago(days))
        level, presence = (FRONT, Presence.SENT_SOMEBODY) if days < 3 else (None, Presence.PRESENT)
        who: dict[str, Any] = {"agency_id": POLICE.id, "person_id": person.id, "level": level, "presence": presence}
        noted += [meeting, Attendance(id=an_id(), meeting_id=meeting.id, **who)]
    assert look("drifting_down", POLICE, SEAT, *noted).figures.endswith("from regional or senior to front line")


def test_drifting_cannot_be_told_from_fewer_meetings() -> None:
    found = look("drifting_down", POLICE, SEAT, *meetings(POLICE, FRONT, FRONT, FRONT, SENIOR, SENIOR))
    assert found.figures == "Of no agency is the level noted of who came to 6 of the last meetings"


@pytest.mark.parametrize(("key", "levels", "where"), [
    ("only_at_top", (SENIOR, CHIEF), "at the top"),
    ("only_at_front", (FRONT, FRONT), "at the front line"),
])  # fmt: skip
def test_an_agency_joined_at_one_end_only_is_told(key: str, levels: tuple[Level, ...], where: str) -> None:
    seats = [one for level in levels for one in sits(POLICE, level)]
    found = look(key, POLICE, HOUSING, *seats, *sits(HOUSING, LINE))
    assert found.figures == f"1 of 2 agencies is here {where} only: Police"
    assert found.records == tuple(one for one in seats if isinstance(one, Membership))


@pytest.mark.parametrize("key", ["only_at_top", "only_at_front"])
def test_an_agency_with_somebody_in_between_is_not_told(key: str) -> None:
    assert look(key, POLICE, *sits(POLICE, SENIOR), *sits(POLICE, FRONT)) == NOT_SEEN
    assert look(key, POLICE, *sits(POLICE, LINE)) == NOT_SEEN


@pytest.mark.parametrize("key", ["only_at_top", "only_at_front"])
def test_without_levels_nothing_can_be_told_of_ladders(key: str) -> None:
    whanau = an_agency("WH", has_levels=False)
    assert look(key, POLICE, *sits(POLICE, None)).verdict is Verdict.NOT_ENOUGH
    assert look(key, whanau, *sits(whanau, FRONT)).verdict is Verdict.NOT_ENOUGH


def has(name: RoleName, **fields: Any) -> list[Record]:
    """Somebody with a role and a seat."""
    person = a_person(POLICE, name=f"Mere {name.rank}")
    seat = a_member(GROUP, POLICE, person_id=person.id, from_on=ago(900), to_on=fields.pop("seat_to", None))
    named: dict[str, Any] = {"group_id": GROUP.id, "person_id": person.id, "name": name, "from_on": ago(900)}
    return [person, seat, Role(**{"id": an_id()} | named | fields)]


ANGEL, FELLOW, DRIVER, CHAIR = (
    RoleName.GUARDIAN_ANGEL,
    RoleName.FELLOW_TRAVELLER,
    RoleName.PUBLIC_ENTREPRENEUR,
    RoleName.CHAIR,
)


def test_what_the_trio_misses_is_told_with_the_day_since_when() -> None:
    found = look("trio_incomplete", POLICE, *has(DRIVER), *has(ANGEL, to_on=ago(200)))
    assert (
        found.figures
        == "2 of the trio's three roles are missing: no guardian angel since 14 Dec 2007 and no fellow-traveller yet"
    )
    assert [one.title for one in found.records] == ["Guardian angel"]


def test_a_full_trio_is_not_told_and_without_roles_nothing_can_be() -> None:
    assert look("trio_incomplete", POLICE, *has(DRIVER), *has(ANGEL), *has(FELLOW)) == NOT_SEEN
    assert look("trio_incomplete").verdict is Verdict.NOT_ENOUGH


def test_a_chair_alone_is_no_trio() -> None:
    assert look("trio_incomplete", POLICE, *has(CHAIR)).figures.startswith("3 of the trio's three roles are missing")


def test_who_left_the_room_has_no_role_any_more() -> None:
    assert look("trio_incomplete", POLICE, *has(DRIVER), *has(ANGEL), *has(FELLOW, seat_to=ago(3))).records
    found = look("key_person_gone", POLICE, *has(CHAIR, seat_to=ago(3)))
    assert found.figures == "Mere 6 was chair until 27 Jun 2008, 3 days ago, and nobody is now"


def test_a_key_person_who_left_in_the_last_90_days_and_has_no_successor_is_told() -> None:
    found = look("key_person_gone", POLICE, *has(ANGEL, to_on=ago(1)), *has(CHAIR, to_on=ago(90)))
    assert [one.title for one in found.records] == ["Chair", "Guardian angel"]
    assert found.figures.endswith("was guardian angel until 29 Jun 2008, 1 day ago, and nobody is now")


@pytest.mark.parametrize(
    "roles",
    [
        [*has(CHAIR)],
        [*has(CHAIR, to_on=ago(91))],
        [*has(CHAIR, to_on=TODAY)],
        [*has(CHAIR, to_on=ago(9)), *has(CHAIR, from_on=ago(8))],
    ],
)
def test_who_stays_left_long_ago_or_was_replaced_is_not_told(roles: list[Record]) -> None:
    assert look("key_person_gone", POLICE, *roles) == NOT_SEEN


def test_other_roles_are_no_key_roles() -> None:
    found = look("key_person_gone", POLICE, *has(RoleName.KEY_CONTACT, to_on=ago(3)))
    assert found.verdict is Verdict.NOT_ENOUGH


def busy(groups: int) -> list[Record]:
    """Somebody in this group and in others, so many in all."""
    person, seat = sits(POLICE, LINE)
    others = [a_group(name=f"Group {place}", code=f"G{place}") for place in range(1, groups)]
    return [person, seat, *others, *(a_member(other, POLICE, person_id=person.id) for other in others)]


def carried(person: Person, own: int, others: int) -> list[Record]:
    """Open promises: the person's own, and those that name nobody."""
    ids = [person.id] * own + [None] * others
    return [
        Commitment(id=an_id(), group_id=GROUP.id, person_id=one, text="Bring the list", made_on=ago(9)) for one in ids
    ]


def test_somebody_in_four_running_groups_is_told() -> None:
    records = busy(4)
    found = look("fatigue", POLICE, *records)
    named = "Case Management, Papakura, Group 1, Group 2 and Group 3"
    assert found.figures == f"Mere is active in 4 groups ({named})"
    assert found.records == (records[1],)


def test_closed_groups_tire_nobody() -> None:
    records = [one if one.title != "Group 1" else a_group(**vars(one) | {"closed_on": ago(2)}) for one in busy(4)]
    assert look("fatigue", POLICE, *records).verdict is Verdict.NOT_ENOUGH


def test_over_half_of_the_open_promises_on_one_person_is_told() -> None:
    person, seat = sits(POLICE, LINE)
    assert isinstance(person, Person)
    found = look("fatigue", POLICE, person, seat, *carried(person, 3, 2))
    assert (found.figures, found.records[0]) == ("Mere has 3 of the 5 open promises", seat)
    assert look("fatigue", POLICE, person, seat, *carried(person, 2, 2)) == NOT_SEEN


def test_promises_that_name_nobody_are_on_no_person() -> None:
    person, seat = sits(POLICE, LINE)
    assert isinstance(person, Person)
    assert look("fatigue", POLICE, person, seat, *carried(person, 1, 5)) == NOT_SEEN


def test_who_carries_most_cannot_be_told_from_three_promises() -> None:
    person, seat = sits(POLICE, LINE)
    assert isinstance(person, Person)
    found = look("fatigue", POLICE, person, seat, *carried(person, 3, 0))
    assert found.figures == "Nobody is in 4 groups, and who carries most cannot be told from 3 open promises"


def test_agencies_of_one_sector_alone_are_told() -> None:
    found = look("too_alike", POLICE, HOUSING, SEAT, a_member(GROUP, HOUSING))
    told = "All 2 agencies come from one sector, central government: Housing and Police"
    assert (found.verdict, found.figures) == (Verdict.SEEN, told)


def test_two_sectors_are_not_too_alike() -> None:
    rugby = an_agency("NGO", sector=Sector.NGO)
    assert look("too_alike", POLICE, rugby, SEAT, a_member(GROUP, rugby)) == NOT_SEEN


def test_variety_cannot_be_told_of_one_agency_or_of_one_without_a_sector() -> None:
    unknown = an_agency("X", sector=None)
    assert look("too_alike", POLICE, SEAT).verdict is Verdict.NOT_ENOUGH
    assert look("too_alike", POLICE, unknown, SEAT, a_member(GROUP, unknown)).verdict is Verdict.NOT_ENOUGH
