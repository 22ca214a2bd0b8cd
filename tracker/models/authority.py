"""Authority to commit: what somebody may promise for the agency, and whether a promise goes beyond it (§3.4)."""

from datetime import date
from decimal import Decimal

from tracker.models.meeting_draft import DraftItem, ItemKind
from tracker.models.records.agency import Agency
from tracker.models.records.membership import Authority, Membership
from tracker.models.records.person import Person
from tracker.models.snapshot import Snapshot
from tracker.models.typed_line.amounts import amount_in

NOT_NOTED = "Authority not noted"


def authority_words(snapshot: Snapshot, group_id: str, agency_id: str, person_id: str, on: date) -> str:
    """What may be promised on a day: "May promise: own time and information"; "" where nobody is named.

    What is noted in the office's own words follows in brackets. It is the person's own seat in the group that counts;
    where no person is named, the widest authority among the agency's seats.
    """
    if not agency_id and not person_id:
        return ""
    seat = _seat(snapshot, group_id, agency_id, person_id, on)
    if seat is None:
        return NOT_NOTED
    if seat.authority is None:
        return f"May promise: {seat.may_commit}"
    own_words = f" ({seat.may_commit})" if seat.may_commit else ""
    if seat.authority is Authority.ASKS_FIRST:
        return f"Asks at home first{own_words}"
    return f"May promise: {_limit(seat)}{own_words}"


def beyond_authority(item: DraftItem, snapshot: Snapshot, group_id: str, on: date) -> str:
    """Why a promise needs the backing of its home agency; "" if it is within the authority, or none is noted.

    It warns and never forbids: a promise may be made first and backed afterwards (§3.4).
    """
    if item.kind is not ItemKind.COMMITMENT or not (item.agency_id or item.person_id):
        return ""
    seat = _seat(snapshot, group_id, item.agency_id, item.person_id, on)
    if seat is None or seat.authority in (None, Authority.FULL):
        return ""
    who = snapshot.called(Person, item.person_id) or snapshot.called(Agency, item.agency_id)
    if seat.authority is Authority.ASKS_FIRST:
        return f"{who} asks at home first: this promise needs the home agency's backing."
    amount = amount_in(item.text)
    if amount is None or (seat.authority is Authority.MONEY and amount <= (seat.authority_nzd or 0)):
        return ""
    return f"{_dollars(amount)} goes beyond “{_limit(seat)}”: this promise needs the home agency's backing."


def _seat(snapshot: Snapshot, group_id: str, agency_id: str, person_id: str, on: date) -> Membership | None:
    """The seat that says most of what may be promised, of the person or else of the agency; None if none says it."""
    seats = [seat for seat in snapshot.of(Membership, group_id=group_id) if seat.active_on(on)]
    if person_id:
        seats = [seat for seat in seats if seat.person_id == person_id and agency_id in ("", seat.agency_id)]
    else:
        seats = [seat for seat in seats if seat.agency_id == agency_id]
    said = [seat for seat in seats if seat.authority is not None or seat.may_commit]
    return max(said, key=_width, default=None)


def _width(seat: Membership) -> tuple[int, Decimal]:
    """How far an authority goes, for comparing: its place among the four, and then its limit in NZD."""
    return (-1 if seat.authority is None else seat.authority.rank, seat.authority_nzd or Decimal(0))


def _limit(seat: Membership) -> str:
    if seat.authority is Authority.MONEY:
        return f"money up to {_dollars(seat.authority_nzd or Decimal(0))}"
    return "anything the agency can do" if seat.authority is Authority.FULL else "own time and information"


def _dollars(amount: Decimal) -> str:
    return f"${amount:,.0f}" if amount == amount.to_integral_value() else f"${amount:,.2f}"
