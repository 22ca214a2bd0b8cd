"""The sheets Portfolio and Agency_presence: the groups of a region, and the agencies in each of them."""

from collections.abc import Iterator
from datetime import date

from tracker.models.figures.held import THERE
from tracker.models.figures.standing import closed_on
from tracker.models.folding import folded
from tracker.models.records import Agency, Attendance, Meeting, Membership, Person, Role, Support
from tracker.models.records.accountability import MappingRole
from tracker.models.records.membership import RoleName
from tracker.models.records.outcome import OutcomeStatus
from tracker.reports.criteria import equal_to
from tracker.reports.group_facts import GroupFacts, leaving, may_leave
from tracker.reports.region_facts import RegionFacts
from tracker.reports.region_results import CORE, SUPPORTING, claimant, is_core
from tracker.reports.sheet import Cell, Column, Formula, Look, Sheet

PORTFOLIO = "Portfolio"
IN_PERIOD = "Results in period"
NOT_JUDGED = "Not judged"


def portfolio_sheet(facts: RegionFacts, results: Sheet) -> Sheet:
    """One row a group, by name: this is no league table."""
    return Sheet(
        name=PORTFOLIO,
        title="Groups in the region",
        about="By name, and in no order of merit. As at the last day of the period. Members are seats taken; core "
        "agencies are at the heart of an outcome or a result; support wanted was asked of a home agency and is not "
        "there yet. Status is for the region to fill in, if it wants to.",
        columns=(
            Column("Group id", 16),
            Column("Group", 24),
            Column("Theme", 15),
            Column("Place", 13),
            Column("Phase", 13),
            Column("Started", 12, Look.DAY),
            Column("Last met", 12, Look.DAY),
            Column("Members", 10, Look.NUMBER),
            Column("Core agencies", 25),
            Column(IN_PERIOD, 9, Look.NUMBER, computed=True),
            Column("Results to date", 9, Look.NUMBER),
            Column("Open actions", 9, Look.NUMBER),
            Column("Status (fill in)", 12, fill_in=True, choices=tuple(each.label for each in OutcomeStatus)),
            Column("Support wanted", 16),
        ),
        rows=tuple(_group_row(facts, group, results) for group in facts.groups),
        records=tuple(group.group for group in facts.groups),
        raw=True,
    )


def agency_presence_sheet(facts: RegionFacts, claims: Sheet) -> Sheet:
    """One row an agency in a group, in long form: a pivot table can be made of it as it is."""
    found = [(cells, group) for group in facts.groups for cells in _presence_of(facts, group, claims)]
    return Sheet(
        name="Agency_presence",
        title="Agencies by group",
        about="One row an agency in a group: those with a seat in the period, and those with a part in a result. Role "
        "is who holds one of the group's roles. Meetings are those of the period that the agency came to or sent "
        "somebody to. A blank role means that the agency holds none.",
        columns=(
            Column("Group", 42),
            Column("Agency", 46),
            Column("Role", 40),
            Column("Meetings", 11, Look.NUMBER),
            Column("Results core", 12, Look.NUMBER, computed=True),
            Column("Results supporting", 12, Look.NUMBER, computed=True),
            Column("Group id", 24),
        ),
        rows=tuple(cells for cells, _ in found),
        records=tuple(group.group for _, group in found),
        raw=True,
    )


def _group_row(facts: RegionFacts, group: GroupFacts, results: Sheet) -> tuple[Cell, ...]:
    about, now = group.group, group.trajectory.now
    return (
        about.id,
        about.name,
        about.theme,
        about.place,
        now.lane.label if now and now.lane else NOT_JUDGED,
        about.started_on,
        max((each.on for each in _meetings(group) if each.on), default=None),
        len(leaving(group.all_seats)),
        "; ".join(_core_agencies(facts, group)),
        Formula(f"=COUNTIFS({results.span('Group id')},A{{row}})", len(group.figures)),
        facts.results_to_date(group),
        sum(closed_on(each) is None for each in leaving(group.all_commitments)),
        None,
        "; ".join(_support_wanted(group)),
    )


def _core_agencies(facts: RegionFacts, group: GroupFacts) -> list[str]:
    """What the agencies are called that are at the heart of one of the group's outcomes, or of a result."""
    ids = {identity for outcome in group.outcomes for identity in outcome.core_agency_ids}
    ids |= {each.agency_id or "" for each in group.mappings if each.role is MappingRole.CORE}
    found = [facts.snapshot.find(Agency, identity) for identity in ids]
    return sorted({each.called for each in found if each and may_leave(each)}, key=folded)


def _support_wanted(group: GroupFacts) -> list[str]:
    """The kinds of support that were asked for and are not secured; whose it would be stays with the group."""
    asked = [
        each
        for each in leaving(group.snapshot.of(Support, group_id=group.group.id))
        if _by(each.asked_on, group.on) and not _by(each.secured_on, group.on)
    ]
    kinds = {each.kind for each in asked if each.kind}
    return [kind.label for kind in sorted(kinds, key=lambda kind: kind.rank)]


def _presence_of(facts: RegionFacts, group: GroupFacts, claims: Sheet) -> Iterator[tuple[Cell, ...]]:
    ids = dict.fromkeys(each.agency_id or "" for each in _seats(facts, group))
    ids |= dict.fromkeys(identity for each in group.figures for identity in each.agency_ids)
    agencies = [each for each in (facts.snapshot.find(Agency, identity) for identity in ids) if each]
    for agency in sorted(filter(may_leave, agencies), key=lambda each: (folded(each.name), each.id)):
        claimed = [each for each in group.figures if agency.id in each.agency_ids]
        core = sum(is_core(each, agency.id) for each in claimed)
        name = claimant(facts, agency.id)
        own = f"{claims.span('Group id')},G{{row}},{claims.span('Agency')},{equal_to('B', name)}"
        alike = f"{own},{claims.span('Role')}"
        yield (
            group.group.name,
            name,
            ", ".join(role.label for role in _roles(facts, group, agency)),
            _times_there(facts, group, agency),
            Formula(f'=COUNTIFS({alike},"{CORE}")', core),
            Formula(f'=COUNTIFS({alike},"{SUPPORTING}")', len(claimed) - core),
            group.group.id,
        )


def _seats(facts: RegionFacts, group: GroupFacts) -> list[Membership]:
    """Seats taken on a day of the period."""
    return [
        seat
        for seat in leaving(facts.snapshot.of(Membership, group_id=group.group.id))
        if _by(seat.from_on, facts.on) and (seat.to_on is None or seat.to_on >= facts.period.first_day)
    ]


def _roles(facts: RegionFacts, group: GroupFacts, agency: Agency) -> list[RoleName]:
    """The group's roles that people of an agency hold on the last day."""

    def holds(role: Role) -> bool:
        person = facts.snapshot.find(Person, role.person_id)
        return person is not None and person.agency_id == agency.id and may_leave(person)

    names = {role.name for role in leaving(group.all_roles) if role.name and holds(role)}
    return sorted(names, key=lambda name: name.rank)


def _times_there(facts: RegionFacts, group: GroupFacts, agency: Agency) -> int:
    """At how many meetings of the period somebody of the agency was."""
    return sum(
        any(
            each.agency_id == agency.id and each.presence in THERE
            for each in leaving(facts.snapshot.of(Attendance, meeting_id=meeting.id))
        )
        for meeting in _meetings(group)
        if meeting.on in facts.period
    )


def _meetings(group: GroupFacts) -> list[Meeting]:
    """The group's meetings up to the last day that may be told of."""
    return [each for each in leaving(group.snapshot.of(Meeting, group_id=group.group.id)) if _by(each.on, group.on)]


def _by(day: date | None, on: date) -> bool:
    return day is not None and day <= on
