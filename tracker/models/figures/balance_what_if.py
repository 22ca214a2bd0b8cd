"""What if another agency brought it, or another chaired: the balance before and after, with nothing recorded (§4.2)."""

from collections.abc import Iterable, Sequence
from datetime import date

from tracker.models.figures.balance import AgencyBalance, Balance, balance
from tracker.models.figures.balance_moves import MoveChair, MoveResource, chairs_after, moved
from tracker.models.figures.share_words import per_cent
from tracker.models.figures.shares import NOT_ENOUGH
from tracker.models.records.contribution import Contribution
from tracker.models.records.record import Record
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value

NOTHING_CHANGES = "Nothing that is shown here would change."


@value
class Change(Value):
    """One figure that would change: what it is about, what it says now, and what it would say."""

    about: str
    before: str
    after: str

    @property
    def words(self) -> str:
        """Effective partners: 1.9 of 8 → 2.4 of 8."""
        return f"{self.about}: {self.before} → {self.after}"


@value
class BalanceWhatIf(Value):
    """The balance as it is and as it would be, and what is different."""

    before: Balance
    after: Balance
    changes: tuple[Change, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """The differences, a sentence each; that there are none is said as well."""
        return tuple(change.words for change in self.changes) or (NOTHING_CHANGES,)


def balance_what_if(
    snapshot: Snapshot, group_id: str, moves: Sequence[MoveResource | MoveChair], on: date | None = None
) -> BalanceWhatIf:
    """Supposes some moves, one after another; the snapshot stays as it is.

    Raises Mistake, as a sentence, for a move that cannot be made; KeyError if there is no such group.
    """
    before = balance(snapshot, group_id, on)
    supposed, chairs = snapshot, tuple(chair.holder for chair in before.chair.chairs)
    for move in moves:
        if isinstance(move, MoveChair):
            chairs = chairs_after(supposed, group_id, move, before.on)
        else:
            supposed = _with(supposed, Contribution, moved(supposed, group_id, move, before.on))
    after = balance(supposed, group_id, on, chairs=chairs)
    return BalanceWhatIf(before, after, tuple(_changes(before, after)))


def _with(snapshot: Snapshot, kind: type[Record], records: tuple[Record, ...]) -> Snapshot:
    """The same office with other records of one kind."""

    def load(wanted: type[Record]) -> tuple[Record, ...]:
        return records if wanted is kind else snapshot.of(wanted)

    return Snapshot(snapshot.today, load)


def _changes(before: Balance, after: Balance) -> Iterable[Change]:
    for was, is_now in zip(before.tiles, after.tiles, strict=True):
        if was.figure != is_now.figure:
            yield Change(was.caption, was.figure, is_now.figure)
    if before.chair.words != after.chair.words:
        yield Change("Chair check", before.chair.words, after.chair.words)
    yield from _share_changes(before, after)
    yield from _kind_changes(before, after)


def _share_changes(before: Balance, after: Balance) -> Iterable[Change]:
    were = {row.id: row for row in before.rows}
    for row in after.rows:
        was = were.get(row.id)
        if was and was.resources != row.resources:
            yield Change(f"Resources of {row.agency.called}", _resources(was), _resources(row))


def _kind_changes(before: Balance, after: Balance) -> Iterable[Change]:
    """The shares of each kind that would change, agency by agency."""
    names = {row.id: row.agency.called for row in (*before.rows, *after.rows)}
    were = {row.heading.casefold(): row for row in before.kinds}
    for row in after.kinds:
        was = were.get(row.heading.casefold())
        if was is None:
            continue
        for agency_id, amount in row.amounts.items():
            if amount != was.amounts.get(agency_id, 0):
                name = names.get(agency_id, "")
                yield Change(f"{row.heading}, {name}", per_cent(was.share(agency_id)), per_cent(row.share(agency_id)))


def _resources(row: AgencyBalance) -> str:
    return NOT_ENOUGH if row.resources is None else per_cent(row.resources)
