"""The names that complete what was begun."""

from collections import Counter
from datetime import date

from tracker.models.folding import folded
from tracker.models.records.agency import Agency
from tracker.models.records.membership import Membership
from tracker.models.records.person import Person
from tracker.models.snapshot import Snapshot


class Completion:
    """The names of an office, in the order of offering: the group's agencies, its people, then the rest."""

    def __init__(self, snapshot: Snapshot, group_id: str, on: date) -> None:
        seats = [seat for seat in snapshot.of(Membership, group_id=group_id) if not (seat.to_on and seat.to_on < on)]
        agencies = [snapshot.find(Agency, seat.agency_id) for seat in seats]
        people = [snapshot.find(Person, seat.person_id) for seat in seats]
        # A dictionary keeps the first place of each.
        known = dict.fromkeys(
            someone for someone in (*agencies, *people, *snapshot.of(Agency), *snapshot.of(Person)) if someone
        )
        shared = Counter(agency.called for agency in snapshot.of(Agency))
        self._names: dict[str, tuple[str, ...]] = {}
        for someone in known:
            self._names.setdefault(*_offered(someone, shared))

    def of(self, beginning: str) -> tuple[str, ...]:
        """The names that begin so, or one of whose other names does; macrons and case aside."""
        wanted = folded(beginning.removeprefix("@"))
        return tuple(called for called, known in self._names.items() if any(name.startswith(wanted) for name in known))


def _offered(someone: Agency | Person, shared: Counter[str]) -> tuple[str, tuple[str, ...]]:
    """What is offered, and the beginnings that lead to it, folded: each name, and a person's last name.

    Of two agencies with one short name the full names are offered.
    """
    if isinstance(someone, Person):
        return someone.name, (folded(someone.name), folded(someone.name.split()[-1]))
    names = (someone.called, someone.name, someone.short_name, someone.te_reo_name, someone.code)
    offered = someone.name if shared[someone.called] > 1 else someone.called
    return offered, tuple(folded(name) for name in names if name)
