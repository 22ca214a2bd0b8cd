"""Signals of who sits in the room, at what level, in which role, and how much they carry (§1.1 to §7.2)."""

from collections import Counter
from collections.abc import Collection, Sequence
from datetime import date, timedelta
from decimal import Decimal

from tracker.models.dates import shown
from tracker.models.figures.day_words import days_words
from tracker.models.figures.need import Urgency
from tracker.models.figures.running import runs_on
from tracker.models.figures.timeline_words import several
from tracker.models.figures.trio import TRIO
from tracker.models.records.group import Group
from tracker.models.records.membership import Membership, Role, RoleName
from tracker.models.records.person import Person
from tracker.models.records.record import Record
from tracker.models.seat_days import held_until, next_day
from tracker.models.signals.at_table import agencies_now, agency_names, named, seats_now
from tracker.models.signals.levels import LEVEL_RULES
from tracker.models.signals.promises import open_promises
from tracker.models.signals.rule import NOT_SEEN, Case, Finding, Limit, Rule, not_enough, seen
from tracker.models.transfer_words import listed

_KEY = (*TRIO, RoleName.CHAIR)
# Whether one person carries most is told from so many open promises on.
_FEWEST_PROMISES = 4


def _trio_incomplete(case: Case) -> Finding:
    begun = _begun(case, tuple(RoleName))
    if not begun:
        return not_enough("No role is recorded")
    held = [(role, held_until(case.snapshot, role)) for role in begun if role.name in TRIO]
    missing = [name for name in TRIO if not _holders(case, held, name)]
    if not missing:
        return NOT_SEEN
    last = [_last(held, name) for name in missing]
    told = listed([_missing_words(name, ended) for name, (_, ended) in zip(missing, last, strict=True)])
    verb = "is" if len(missing) == 1 else "are"
    return seen(
        f"{len(missing)} of the trio's three roles {verb} missing: {told}",
        *(role for role, _ in last if role),
        weight=len(missing),
    )


def _key_person_gone(case: Case) -> Finding:
    begun = _begun(case, _KEY)
    if not begun:
        return not_enough("Nobody has been noted as chair or as one of the trio")
    snapshot, today = case.snapshot, case.snapshot.today
    held = [(role, held_until(snapshot, role)) for role in begun]
    after = today - timedelta(days=case.limit("gone_days"))
    gone = [
        (ended, role)
        for name in _KEY
        if not _holders(case, held, name)
        for role, ended in held
        if role.name is name and ended and after <= ended
    ]
    if not gone:
        return NOT_SEEN
    gone.sort(key=lambda one: (one[0], one[1].id))
    told = [
        f"{snapshot.called(Person, role.person_id)} was {role.title.lower()} until {shown(ended)}, "
        f"{days_words((today - ended).days)} ago, and nobody is now"
        for ended, role in gone
    ]
    return seen("; ".join(told), *(role for _, role in gone), weight=len(gone))


def _begun(case: Case, names: Collection[RoleName]) -> list[Role]:
    today = case.snapshot.today
    roles = case.snapshot.of(Role, group_id=case.group.id)
    return [role for role in roles if role.name in names and role.from_on and role.from_on <= today]


def _holders(case: Case, held: Sequence[tuple[Role, date | None]], name: RoleName) -> list[Role]:
    today = case.snapshot.today
    return [role for role, end in held if role.name is name and (end is None or end >= today)]


def _last(held: Sequence[tuple[Role, date | None]], name: RoleName) -> tuple[Role | None, date | None]:
    """Who had a role last, and the last day of it; none if nobody ever had it."""
    ended = [(end, role.id, role) for role, end in held if role.name is name and end]
    if not ended:
        return None, None
    end, _, role = max(ended)
    return role, end


def _missing_words(name: RoleName, ended: date | None) -> str:
    return f"no {name.label.lower()} since {shown(next_day(ended))}" if ended else f"no {name.label.lower()} yet"


def _fatigue(case: Case) -> Finding:
    seats, fewest = seats_now(case), case.limit("fatigue_groups")
    people = [person for one in dict.fromkeys(seat.person_id for seat in seats) if (person := _person(case, one))]
    spread = [(person, groups) for person in people if len(groups := _groups(case, person.id)) >= fewest]
    told = [f"{person.name} is active in {len(groups)} groups ({named(groups)})" for person, groups in spread]
    to_keep = open_promises(case)
    carrying = None
    if len(to_keep) >= _FEWEST_PROMISES:
        (most, count), *_ = Counter(promise.person_id for promise in to_keep).most_common()
        carrying = _person(case, most) if 100 * count > case.limit("fatigue_part") * len(to_keep) else None
        told += [f"{carrying.name} has {count:,} of the {len(to_keep):,} open promises"] if carrying else []
    if told:
        tired = {person.id for person, _ in spread} | ({carrying.id} if carrying else set())
        behind: list[Record] = [seat for seat in seats if seat.person_id in tired]
        behind += [one for one in to_keep if carrying and one.person_id == carrying.id]
        return seen("; ".join(told), *behind, weight=max([len(groups) for _, groups in spread], default=1))
    if len(to_keep) < _FEWEST_PROMISES:
        count_words = several(len(to_keep), "open promise", "open promises") if to_keep else "no open promise"
        return not_enough(f"Nobody is in {fewest} groups, and who carries most cannot be told from {count_words}")
    return NOT_SEEN


def _person(case: Case, person_id: str | None) -> Person | None:
    return case.snapshot.find(Person, person_id) if person_id else None


def _groups(case: Case, person_id: str) -> list[str]:
    """The running groups in which somebody sits or has a role today, by name; none where they are too few anyway."""
    snapshot, today = case.snapshot, case.snapshot.today
    seats, roles = snapshot.of(Membership, person_id=person_id), snapshot.of(Role, person_id=person_id)
    if len(seats) + len(roles) < case.limit("fatigue_groups"):
        return []
    ids = {seat.group_id for seat in seats if seat.active_on(today)}
    ids |= {role.group_id for role in roles if role.active_on(today)}
    groups = [group for one in ids if (group := snapshot.find(Group, one)) and runs_on(group, today)]
    return sorted(group.called for group in groups)


def _too_alike(case: Case) -> Finding:
    agencies = agencies_now(case)
    sectors = {agency.sector for agency in agencies}
    if len(sectors - {None}) > 1:
        return NOT_SEEN
    if len(agencies) < 2:
        return not_enough("No more than one agency has a seat")
    sector = next(iter(sectors))
    if None in sectors or sector is None:
        return not_enough("The sector of some agencies is not noted")
    figures = f"All {len(agencies):,} agencies come from one sector, {_sector(sector.label)}: {agency_names(agencies)}"
    first = {seat.agency_id: seat for seat in reversed(seats_now(case))}
    return seen(figures, *(first[agency.id] for agency in agencies), weight=len(agencies))


def _sector(label: str) -> str:
    return f"{label[:1].lower()}{label[1:]}" if not label.startswith(("NGO", "Iwi")) else label


PEOPLE_RULES: tuple[Rule, ...] = (
    *LEVEL_RULES,
    Rule(
        key="trio_incomplete",
        title="Trio incomplete",
        section="Summary",
        why=(
            "One drives the work on, one with standing shields it higher up, and some walk along and do it. Where one "
            "of them is missing the other two wear out."
        ),
        action="Hand over a role",
        tab="people",
        urgency=Urgency.SOON,
        look=_trio_incomplete,
    ),
    Rule(
        key="key_person_gone",
        title="Key person gone",
        section="1.1",
        why=(
            "Much of what holds a group together lies between people. When one of them moves on the thread is lost, "
            "unless somebody takes it up while others still remember."
        ),
        action="Hand over a role",
        tab="people",
        urgency=Urgency.NOW,
        look=_key_person_gone,
        limits=(Limit("gone_days", "Somebody is gone and not replaced, within", Decimal(90), "days", Decimal(1)),),
    ),
    Rule(
        key="fatigue",
        title="Fatigue",
        section="7.2",
        why=(
            "Work across agencies often hangs on one willing person, until that person is worn out. Share it out while "
            "there is still somebody to hand it over."
        ),
        action="Share the load",
        tab="people",
        urgency=Urgency.SOON,
        look=_fatigue,
        limits=(
            Limit("fatigue_groups", "One person active in", Decimal(4), "groups", Decimal(2), Decimal(50)),
            Limit("fatigue_part", "One person has over", Decimal(50), "% of open promises", Decimal(1), Decimal(100)),
        ),
    ),
    Rule(
        key="too_alike",
        title="Too alike",
        section="3.2",
        why=(
            "People from one sector tend to see one side of an issue. It takes others in the room, and those it is all "
            "about, to see the rest."
        ),
        action="See what is missing",
        tab="people",
        urgency=Urgency.LATER,
        look=_too_alike,
    ),
)
