"""The columns of the lists below the People page's cards: seats, roles, ladders, what is needed, what to confirm."""

from typing import Any

from tracker.models.confirming import Unconfirmed
from tracker.models.dates import shown
from tracker.models.figures.ladder import Ladder, Rung, RungState
from tracker.models.figures.roles_of import HeldRole
from tracker.models.figures.seats_on import SeatOn
from tracker.models.figures.variety import Needed
from tracker.models.records.person import Level
from tracker.ui.people.table_seat import TableSeat
from tracker.ui.table import RIGHT, Column

_NOT_YET = "not yet"


def _person(row: TableSeat) -> str:
    person = row.seat.person
    if person is None:
        return "Seat of the agency"
    return f"{person.name}\n{person.post}" if person.post and person.post != person.name else person.name


def _since(seat: SeatOn) -> str:
    return f"{shown(seat.since)}\nto {shown(seat.until)}" if seat.until else shown(seat.since)


def _gone(row: TableSeat) -> str:
    return "" if row.present else "muted"


def _confirmed(row: Any) -> str:
    return shown(row) if row else _NOT_YET


def _confirmed_tone(row: TableSeat) -> str:
    return _gone(row) or ("warning" if row.stale else "")


SEAT_COLUMNS = (
    Column("Person", lambda row: row.seat.name, _person, width=180, least=166, share=3, bold=True, tone=_gone),
    Column("Agency", lambda row: row.seat.agency, width=124, least=96, share=2, tone=_gone),
    Column("Level", lambda row: row.seat.level, width=146, least=140, drop=1, tone=_gone),
    Column("Roles", lambda row: row.seat.role_words, width=170, least=160, share=3, tone=_gone),
    Column("Since", lambda row: row.seat.since, lambda row: _since(row.seat), width=122, least=114, tone=_gone),
    Column("May promise", lambda row: row.seat.authority_words, width=190, least=150, share=4, drop=3, tone=_gone),
    Column(
        "Confirmed",
        lambda row: row.seat.confirmed_on,
        lambda row: _confirmed(row.seat.confirmed_on),
        width=106,
        least=100,
        drop=2,
        tone=_confirmed_tone,
    ),
)


def _held(row: HeldRole) -> str:
    return "" if row.held else "muted"


def _to(row: HeldRole) -> str:
    return "warning" if row.held and row.until else _held(row)


ROLE_COLUMNS = (
    Column("Role", lambda row: row.role.name, width=160, least=130, share=1, bold=True, tone=_held),
    Column("Person", lambda row: row.person, width=180, least=120, share=3, tone=_held),
    Column("Agency", lambda row: row.agency, width=130, least=96, share=2, tone=_held),
    Column("From", lambda row: row.since, width=106, least=100, tone=_held),
    Column("To", lambda row: row.until, width=106, least=100, tone=_to),
    Column(
        "Confirmed",
        lambda row: row.role.confirmed_on,
        lambda row: _confirmed(row.role.confirmed_on),
        width=106,
        least=100,
        drop=1,
        tone=_held,
    ),
)


def _rung(level: Level) -> Column:
    tones = {RungState.LOST: "danger", RungState.NEVER: "muted"}
    return Column(
        level.label,
        lambda ladder: ladder.rung(level).words,
        lambda ladder: _rung_words(ladder.rung(level)),
        width=150,
        least=104,
        share=2,
        tone=lambda ladder: tones.get(ladder.rung(level).state, ""),
        tip=lambda ladder: ladder.rung(level).words,
    )


def _rung_words(rung: Rung) -> str:
    """Who holds it, and below since when; who held it last, and when it was lost."""
    if rung.state is RungState.NEVER:
        return rung.words
    when = f"since {shown(rung.since)}" if rung.held else f"lost after {shown(rung.lost_on)}"
    return f"{', '.join(rung.people)}\n{when}"


def _whole(ladder: Ladder) -> str:
    return "Complete" if ladder.complete else ladder.count_words or "Not enough to tell"


LADDER_COLUMNS = (
    Column("Agency", lambda ladder: ladder.agency, width=130, least=96, share=1, bold=True),
    Column("Ladder", _whole, width=96, least=84, tone=lambda ladder: "good" if ladder.complete else "warning"),
    *(_rung(level) for level in Level),
)


def _need(need: Needed) -> str:
    note = " ".join(need.requisite.note.split())
    return f"{need.requisite.text}\n{note}" if note else need.requisite.text


NEED_COLUMNS = (
    Column("What is needed", lambda need: need.requisite.text, _need, width=260, least=180, share=4, bold=True),
    Column("Kind", lambda need: need.requisite.kind, width=150, least=110, share=1, drop=1),
    Column(
        "Who brings it",
        lambda need: need.words,
        width=230,
        least=150,
        share=3,
        tone=lambda need: "danger" if need.by_nobody else "",
    ),
    Column("Known since", lambda need: need.requisite.since, width=106, least=100, drop=2),
)


def _who(row: Unconfirmed) -> str:
    return row.who or "The agency as such"


CONFIRM_COLUMNS = (
    Column("What", lambda row: row.what, width=200, least=140, share=2, bold=True),
    Column("Who", _who, width=200, least=120, share=2),
    Column("Last said", lambda row: row.since, lambda row: row.words, width=260, least=180, share=3),
    Column("Days", lambda row: row.days, align=RIGHT, width=80, least=64),
)
