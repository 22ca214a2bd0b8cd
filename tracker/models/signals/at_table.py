"""Who sits in a group today, as lean as a look at all groups at once asks for."""

from collections.abc import Iterable, Sequence
from datetime import date

from tracker.models.folding import folded
from tracker.models.records.agency import Agency
from tracker.models.records.membership import Membership
from tracker.models.signals.rule import Case
from tracker.models.transfer_words import listed

_NAMED = 4
_LONGEST = 60


def seats_now(case: Case) -> list[Membership]:
    """The seats that are taken today."""
    today = case.snapshot.today
    return [seat for seat in case.snapshot.of(Membership, group_id=case.group.id) if seat.active_on(today)]


def agencies_now(case: Case) -> list[Agency]:
    """The agencies that have a seat today, in the order in which they joined: never by how well they do."""
    snapshot, today = case.snapshot, case.snapshot.today
    joined: dict[str, date] = {}
    present: set[str] = set()
    for seat in snapshot.of(Membership, group_id=case.group.id):
        if seat.agency_id and seat.from_on and seat.from_on <= today:
            joined[seat.agency_id] = min(seat.from_on, joined.get(seat.agency_id, seat.from_on))
            if seat.to_on is None or seat.to_on >= today:
                present.add(seat.agency_id)
    found = [agency for one in present if (agency := snapshot.find(Agency, one))]
    return sorted(found, key=lambda agency: (joined[agency.id], folded(agency.called)))


def named(names: Sequence[str]) -> str:
    """Police, Housing and Education; from the fifth on the others are counted: "and 3 more"."""
    unlike = list(dict.fromkeys(names))
    more = len(unlike) - _NAMED
    told = unlike if more <= 0 else [*unlike[:_NAMED], f"{more} more"]
    # Conservation, and Agriculture and Forestry: a name that has its own "and" is kept apart.
    apart = len(told) > 1 and any(" and " in name for name in told)
    return f"{', '.join(told[:-1])}, and {told[-1]}" if apart else listed(told)


def agency_names(agencies: Iterable[Agency]) -> str:
    """The same of agencies, by what people call them."""
    return named([agency.called for agency in agencies])


def part_of(count: int, total: int, one: str, many: str) -> str:
    """3 of 9 open promises are; the one open promise is."""
    verb = "is" if count == 1 else "are"
    return f"The one {one} {verb}" if total == 1 else f"{count:,} of {total:,} {many} {verb}"


def quoted(text: str) -> str:
    """“Bring the list”, cut where it is long."""
    words = " ".join(text.split())
    return f"“{words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + '…'}”"
