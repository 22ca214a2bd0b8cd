"""The columns of a group's signals: how urgent by sign and word, what was seen, and what to do next."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtGui import QIcon

from tracker.models.dates import shown
from tracker.models.figures.need import Urgency
from tracker.models.signals.rule import Signal, Verdict
from tracker.ui.parts.signs import Signs
from tracker.ui.table import Column

# The sign and the tone of how soon somebody has to see to it.
URGENCY_LOOKS = {
    Urgency.NOW: ("circle-alert", "danger"),
    Urgency.SOON: ("triangle-alert", "warning"),
    Urgency.LATER: ("info", "muted"),
}
_PARTS = ("Seen", "Set aside", "Not enough to tell", "Not seen")
SEEN, ASIDE, NOT_ENOUGH, NOT_SEEN = range(len(_PARTS))


def signal_columns(signs: Signs) -> tuple[Column, ...]:
    """What it is, the figures behind it, and what leads on."""
    sign = _sign_in(signs)
    return (
        Column("Signal", lambda row: row.rule.title, width=220, least=150, share=2, tone=_tone),
        Column("How soon", _rank, _soon, width=132, least=128, tone=_soon_tone, icon=sign),
        Column("What is seen", _said, width=330, least=300, share=5, tone=_tone),
        Column("Next", lambda row: row.rule.action, _next, width=170, least=130, share=1, tone=_tone, drop=2),
        Column("Source", lambda row: row.rule.section, _section, width=72, least=64, drop=1, tone=_tone),
    )


def rank_of(signal: Signal) -> int:
    """Where a signal stands: seen, set aside, not enough to tell, or not seen."""
    if signal.is_seen:
        return ASIDE if signal.aside else SEEN
    return NOT_ENOUGH if signal.finding.verdict is Verdict.NOT_ENOUGH else NOT_SEEN


def part_of(row: Any) -> tuple[Any, str]:
    """The part under whose heading a signal stands."""
    rank = rank_of(row)
    return rank, _PARTS[rank]


def heading_words(name: str, rows: Sequence[Signal]) -> str:
    """A part's name with its count."""
    return f"{name}: {len(rows):,}"


def aside_words(signal: Signal) -> str:
    """Until when and why a signal is set aside; "" where it is not."""
    aside = signal.aside
    if aside is None or not signal.is_seen:
        return ""
    since = f", since {shown(aside.on)}" if aside.on else ""
    return f"Set aside until {shown(aside.until)}{since}: {' '.join(aside.why.split())}"


def _sign_in(signs: Signs) -> Callable[[Signal], QIcon]:
    def sign(row: Signal) -> QIcon:
        rank = rank_of(row)
        if rank == SEEN:
            return signs.drawn(*URGENCY_LOOKS[row.rule.urgency])
        return signs.drawn(("", "history", "circle-help", "circle-check")[rank], "muted")

    return sign


def _rank(row: Signal) -> int:
    return list(Urgency).index(row.rule.urgency)


def _soon(row: Signal) -> str:
    rank = rank_of(row)
    if rank == ASIDE and row.aside:
        return f"Set aside\nuntil {shown(row.aside.until)}"
    return row.rule.urgency.label if rank == SEEN else _PARTS[rank]


def _said(row: Signal) -> str:
    words = " ".join(row.finding.figures.split())
    if row.aside and row.is_seen:
        return f"{' '.join(row.aside.why.split())}\n{words}"
    return words or ("Too little is recorded" if rank_of(row) == NOT_ENOUGH else "")


def _next(row: Signal) -> str:
    return row.rule.action if rank_of(row) != NOT_SEEN else ""


def _section(row: Signal) -> str:
    return f"§{row.rule.section}" if row.rule.section[:1].isdigit() else row.rule.section


def _tone(row: Signal) -> str:
    return "" if rank_of(row) == SEEN else "muted"


def _soon_tone(row: Signal) -> str:
    return URGENCY_LOOKS[row.rule.urgency][1] if rank_of(row) == SEEN else "muted"
