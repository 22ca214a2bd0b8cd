"""Promises as people read them: who to whom by when, how each stands, and how many days are left."""

from datetime import date

from tracker.models.figures.handout_words import to_words
from tracker.models.figures.standing import Standing, closed_on, standing
from tracker.models.records.agency import Agency
from tracker.models.records.commitment import Commitment, DueChange
from tracker.models.records.group import Group
from tracker.models.records.person import Person
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value

UNSETTLED = frozenset({Standing.OPEN, Standing.OVERDUE})


@value
class Promise(Value):
    """A commitment with its standing today (§4.1, §4.3).

    `group`, `agency`, `person` and `to` are names as people say them, "" where nobody is named. `days` counts from
    today to the due date, negative when that is past, None without one. `renegotiated` counts the changes of the due
    date.
    """

    commitment: Commitment
    standing: Standing
    group: str
    agency: str
    person: str
    to: str
    days: int | None
    renegotiated: int = 0

    @property
    def unsettled(self) -> bool:
        """Whether it is still to be kept: open, or overdue."""
        return self.standing in UNSETTLED

    @property
    def days_told(self) -> int | None:
        """While it is to be kept `days`; kept late, the days from due date to keeping below nought; else None."""
        if self.unsettled:
            return self.days
        due, kept = self.commitment.due, closed_on(self.commitment)
        return (due - kept).days if due and kept and self.standing is Standing.KEPT_LATE else None


def promises(
    snapshot: Snapshot,
    *,
    group_id: str | None = None,
    agency_id: str | None = None,
    person_id: str | None = None,
    unsettled: bool = False,
) -> tuple[Promise, ...]:
    """Promises of a group, an agency, a person, or all: first those to be kept, by due date (without one last).

    Those that are settled follow, the last settled first; `unsettled` leaves them out.
    """
    wanted = {"group_id": group_id, "agency_id": agency_id, "person_id": person_id}
    chosen = _chosen(snapshot, wanted)
    if unsettled:
        chosen = [commitment for commitment in chosen if standing(commitment, snapshot.today) in UNSETTLED]
    found = [promise_of(snapshot, commitment) for commitment in chosen]
    to_keep = sorted((promise for promise in found if promise.unsettled), key=_by_due)
    settled = [promise for promise in found if not promise.unsettled]
    settled.sort(key=_by_end, reverse=True)
    return (*to_keep, *settled)


def still_to_keep(snapshot: Snapshot, group_id: str | None = None) -> tuple[int, int]:
    """How many promises of a group, or of all, are still to be kept, and how many of them are overdue."""
    chosen = _chosen(snapshot, {"group_id": group_id})
    standings = [standing(commitment, snapshot.today) for commitment in chosen]
    overdue = standings.count(Standing.OVERDUE)
    return standings.count(Standing.OPEN) + overdue, overdue


def promise_of(snapshot: Snapshot, commitment: Commitment) -> Promise:
    """One promise as it stands today."""
    due = commitment.due
    return Promise(
        commitment=commitment,
        standing=standing(commitment, snapshot.today),
        group=snapshot.called(Group, commitment.group_id),
        agency=snapshot.called(Agency, commitment.agency_id),
        person=snapshot.called(Person, commitment.person_id),
        to=to_words(commitment.to) or snapshot.called(Agency, commitment.to_agency_id),
        days=(due - snapshot.today).days if due else None,
        renegotiated=len(snapshot.of(DueChange, commitment_id=commitment.id)),
    )


def _chosen(snapshot: Snapshot, wanted: dict[str, str | None]) -> list[Commitment]:
    given = {name: identity for name, identity in wanted.items() if identity is not None}
    # The snapshot finds by one field; what else is asked for is looked at one by one.
    first = dict(list(given.items())[:1])
    return [
        commitment
        for commitment in snapshot.of(Commitment, **first)
        if all(getattr(commitment, name) == identity for name, identity in given.items())
    ]


def _by_due(promise: Promise) -> tuple[date, str]:
    return promise.commitment.due or date.max, promise.commitment.id


def _by_end(promise: Promise) -> tuple[date, str]:
    return closed_on(promise.commitment) or date.min, promise.commitment.id
