"""Records as plain objects and as rows of words, for the command line and for the office's own copy."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from tracker.models import records
from tracker.models.dates import shown
from tracker.models.fields import Field, FieldType, fields_of
from tracker.models.figures.ball_standing import ball_standing
from tracker.models.figures.lane import Lane, lane_of
from tracker.models.figures.standing import standing
from tracker.models.records.agency import Agency
from tracker.models.records.ball import Ball
from tracker.models.records.commitment import Commitment, DueChange
from tracker.models.records.contribution import Contribution, Support
from tracker.models.records.group import Group
from tracker.models.records.membership import Membership
from tracker.models.records.reading import Reading
from tracker.models.records.record import Record
from tracker.models.records.risk import Risk
from tracker.models.records.stage import StageJudgement
from tracker.models.snapshot import Snapshot

Plain = dict[str, Any]


def as_object(snapshot: Snapshot, record: Record) -> Plain:
    """A record under its own field names: dates as ISO text, and beside each id the name that goes with it."""
    found: Plain = {"id": record.id}
    for part in fields_of(type(record)):
        value = getattr(record, part.name)
        if part.kept_as is FieldType.REFERENCE:
            found[part.name.removesuffix("_id")] = _name(snapshot, part, value)
        elif part.kept_as is FieldType.REFERENCES:
            names = part.name.replace("agency_ids", "agencies").removesuffix("_ids")
            found[names] = [_name(snapshot, part, identity) for identity in value]
        found[part.name] = _plain(part, value)
    extra = _WORKED_OUT.get(type(record))
    return {**found, **extra(snapshot, record)} if extra else found


def as_words(snapshot: Snapshot, listed: Iterable[Record], longest: int = 60) -> list[list[str]]:
    """Records as rows of short words, a heading row first; only columns that say something, at most six."""
    rows = list(listed)
    if not rows:
        return []
    kind = type(rows[0])
    chosen = _CHOSEN.get(kind) or tuple(part.name for part in fields_of(kind) if part.name not in _LEFT_OUT)
    columns = [
        [part.label, *(_cell(snapshot, part, row, longest) for row in rows)]
        for part in fields_of(kind)
        if part.name in chosen
    ]
    heading, words = _WORKED_OUT_WORDS.get(kind, ("", None))
    telling = [column for column in columns if any(column[1:])][: _MOST_COLUMNS - 1 if words else _MOST_COLUMNS]
    if words:
        telling.append([heading, *(words(snapshot, row) for row in rows)])
    return [[column[place] for column in telling] for place in range(len(rows) + 1)]


_MOST_COLUMNS = 6
_LEFT_OUT = frozenset({"sensitivity", "provenance", "section"})
# Where the first six fields would not be the telling ones.
_CHOSEN: dict[type[Record], tuple[str, ...]] = {
    Commitment: ("group_id", "text", "agency_id", "to", "due"),
    Group: ("name", "code", "place", "started_on", "closed_on"),
    Membership: ("group_id", "agency_id", "person_id", "from_on", "to_on", "confirmed_on"),
    Contribution: ("group_id", "agency_id", "kind", "text", "value_nzd", "delivered_on"),
    Support: ("group_id", "agency_id", "kind", "text", "asked_on", "secured_on"),
    Risk: ("group_id", "on", "text", "level", "agency_id", "told_on"),
}


def _name(snapshot: Snapshot, part: Field, value: str | None) -> str:
    found = snapshot.find(records.KIND_BY_NAME[part.refers_to], value)
    return str(getattr(found, "name", "") or found.title) if found else ""


def _plain(part: Field, value: Any) -> Any:
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if part.kept_as is FieldType.SCORES:
        return dict(value)
    if isinstance(value, tuple):
        return list(value)
    return value


def _cell(snapshot: Snapshot, part: Field, row: Record, longest: int) -> str:
    told = _TOLD.get((type(row), part.name))
    return _words(snapshot, part, told(snapshot, row) if told else getattr(row, part.name), longest)


def _words(snapshot: Snapshot, part: Field, value: Any, longest: int) -> str:
    if part.kept_as is FieldType.REFERENCE:
        text = snapshot.called(records.KIND_BY_NAME[part.refers_to], value)
    elif isinstance(value, datetime):
        text = shown(value.date())
    elif isinstance(value, date):
        text = shown(value)
    elif isinstance(value, bool):
        text = "yes" if value else ""
    elif part.kept_as is FieldType.CHOICE and value is not None:
        text = value.label
    elif isinstance(value, tuple):
        text = str(len(value)) if value else ""
    else:
        text = "" if value is None else str(value)
    text = " ".join(text.split())
    return text if len(text) <= longest else text[: longest - 1] + "…"


def _name_of_agency(snapshot: Snapshot, identity: str | None) -> str:
    found = snapshot.find(Agency, identity)
    return found.name if found else ""


def _to_whom(snapshot: Snapshot, record: Any) -> str:
    return record.to or _name_of_agency(snapshot, record.to_agency_id)


def _of_commitment(snapshot: Snapshot, record: Any) -> Plain:
    return {
        "to": _to_whom(snapshot, record),
        "standing": standing(record, snapshot.today).value,
        "renegotiated": len(snapshot.of(DueChange, commitment_id=record.id)),
    }


def _of_ball(snapshot: Snapshot, record: Any) -> Plain:
    found = ball_standing(snapshot, record)
    return {
        "holder": found.holder,
        "holder_id": found.holder_id,
        "since": found.since.isoformat() if found.since else None,
    }


def _of_reading(snapshot: Snapshot, record: Any) -> Plain:
    """The points under the agencies' names too: under ids alone nobody could read them."""
    return {"points_by_name": {_name_of_agency(snapshot, agency_id): points for agency_id, points in record.points}}


def _of_group(snapshot: Snapshot, record: Any) -> Plain:
    lane, since = _lane_today(snapshot, record)
    return {"stage": lane.value if lane else "", "stage_since": since.isoformat() if since else None}


def _lane_today(snapshot: Snapshot, record: Any) -> tuple[Lane | None, date | None]:
    """The lane a group is in today (None where it was not clear), and since when (None where nobody has judged)."""
    judgements = [found for found in snapshot.of(StageJudgement, group_id=record.id) if found.on is not None]
    latest = max(
        (found for found in judgements if found.on is not None and found.on <= snapshot.today),
        key=lambda found: (found.on, found.id),
        default=None,
    )
    return (lane_of(latest), latest.on) if latest else (None, None)


def _stage_words(snapshot: Snapshot, record: Any) -> str:
    lane = _lane_today(snapshot, record)[0]
    return lane.label if lane else ""


_WORKED_OUT_WORDS: dict[type[Record], tuple[str, Callable[[Snapshot, Any], str]]] = {
    Commitment: ("Standing", lambda snapshot, record: standing(record, snapshot.today).label),
    Ball: ("Held by", lambda snapshot, record: ball_standing(snapshot, record).holder),
    Group: ("Stage", _stage_words),
}

# Fields whose words lie in another field where they are empty themselves.
_TOLD: dict[tuple[type[Record], str], Callable[[Snapshot, Any], str]] = {(Commitment, "to"): _to_whom}

_WORKED_OUT: dict[type[Record], Callable[[Snapshot, Any], Plain]] = {
    Commitment: _of_commitment,
    Ball: _of_ball,
    Group: _of_group,
    Reading: _of_reading,
}
