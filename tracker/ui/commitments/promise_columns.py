"""The columns of the table of promises, and the parts it can be put into."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from tracker.models.dates import shown
from tracker.models.figures.promises import Promise
from tracker.models.figures.standing import Standing
from tracker.models.folding import folded
from tracker.ui.parts.headed_table import Part
from tracker.ui.parts.signs import Signs, tone_of
from tracker.ui.table import RIGHT, Column
from tracker.ui.words import count

_SOON = 7
_NOBODY_ELSE = "\uffff"


def promise_columns(signs: Signs, *, with_group: bool) -> tuple[Column, ...]:
    """What, who, to whom, by when, and how it stands; the group where there are several."""
    group = Column("Group", lambda promise: promise.group, width=120, least=92, share=1, drop=2, tone=_settled)
    return (
        Column("What", _what, width=260, least=180, share=5, tone=_settled, tip=_whole),
        Column("Who", lambda promise: promise.agency, _who, width=150, least=108, share=2, tone=_settled),
        Column("To", lambda promise: promise.to or "the group", width=110, least=84, share=1, drop=5, tone=_settled),
        *((group,) if with_group else ()),
        Column("Due", lambda promise: promise.commitment.due, _due, width=126, least=126, tone=_due_tone),
        Column(
            "Standing",
            lambda promise: promise.standing,
            width=118,
            least=112,
            tone=lambda promise: tone_of(promise.standing),
            icon=lambda promise: signs.of(promise.standing),
        ),
        Column(
            "Days",
            lambda promise: promise.days_told,
            _days,
            align=RIGHT,
            width=74,
            least=70,
            drop=3,
            tone=_days_tone,
            tip=_days_tip,
        ),
        Column(
            "Backed", lambda promise: promise.commitment.backed_on, _backed, width=104, least=100, drop=4, tone=_backing
        ),
    )


def part_by(name: str) -> Part | None:
    """How rows fall into parts: by "due", "agency", "person" or "group"; None for one list."""
    return _PARTS.get(name)


def heading_words(name: str, promises: Sequence[Promise]) -> str:
    """A part's name with its counts: "Police: 4 promises, 1 overdue"."""
    overdue = sum(promise.standing is Standing.OVERDUE for promise in promises)
    late = f", {overdue:,} overdue" if overdue and overdue < len(promises) else ""
    return f"{name}: {count(len(promises), 'promise')}{late}"


def key_of(promise: Promise) -> str:
    """What names a row."""
    return str(promise.commitment.id)


def _what(promise: Promise) -> str:
    return " ".join(promise.commitment.text.split())


def _whole(promise: Promise) -> str:
    return "\n".join(part for part in (promise.commitment.text, promise.commitment.outcome_note) if part)


def _who(promise: Promise) -> str:
    return "\n".join(part for part in (promise.agency, promise.person) if part) or "nobody named"


def _due(promise: Promise) -> str:
    due, first = promise.commitment.due, promise.commitment.first_due
    moved = f"\nfirst {shown(first)}" if first and first != due else ""
    return (shown(due) or "no date") + moved


def _days(promise: Promise) -> str:
    days = promise.days_told
    if days is None:
        return ""
    if not days:
        return "today"
    return f"{days:,} left" if days > 0 else f"{-days:,} late"


def _days_tip(promise: Promise) -> str:
    days = promise.days_told
    if days is None:
        return ""
    if not days:
        return "Due today"
    return f"{count(days, 'day')} left" if days > 0 else f"{count(-days, 'day')} late"


def _backed(promise: Promise) -> str:
    return shown(promise.commitment.backed_on) or "not yet"


def _settled(promise: Promise) -> str:
    return "" if promise.unsettled else "muted"


def _due_tone(promise: Promise) -> str:
    return "" if promise.unsettled and promise.commitment.due else "muted"


def _days_tone(promise: Promise) -> str:
    days = promise.days_told
    if days is None or not promise.unsettled:
        return "muted"
    return "danger" if days < 0 else "warning" if days <= _SOON else ""


def _backing(promise: Promise) -> str:
    return "" if promise.unsettled and promise.commitment.backed_on else "muted"


def _by_due(promise: Any) -> tuple[Any, str]:
    if not promise.unsettled:
        return (5, ""), "Settled"
    days = promise.days
    if days is None:
        return (4, ""), "Without a date"
    if days < 0:
        return (0, ""), "Overdue"
    for rank, (until, words) in enumerate(_SPANS, start=1):
        if days <= until.days:
            return (rank, ""), words
    return (3, ""), "Later"


_SPANS = ((timedelta(days=_SOON), "Due within a week"), (timedelta(days=30), "Due within a month"))


def _by_name(name: str, missing: str) -> Part:
    def part(promise: Any) -> tuple[Any, str]:
        found = getattr(promise, name)
        return (1, folded(found) or _NOBODY_ELSE), found or missing

    return part


_PARTS: dict[str, Part] = {
    "due": _by_due,
    "agency": _by_name("agency", "No agency named"),
    "person": _by_name("person", "Nobody named"),
    "group": _by_name("group", "No group"),
}
