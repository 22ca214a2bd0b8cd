"""The columns of tactics and of what was promised of them, and the parts they stand in."""

from collections.abc import Sequence

from PySide6.QtGui import QIcon

from tracker.models.dates import shown
from tracker.models.figures.forward import TacticPromise, TacticRow
from tracker.models.figures.promises import Promise
from tracker.models.records.commitment import Helped
from tracker.ui.parts.signs import Signs, tone_of
from tracker.ui.table import Column
from tracker.ui.words import count

ForwardRow = TacticRow | TacticPromise

_MADE = "Made before: did it help?"
_HELPED = {Helped.YES: "good", Helped.PARTLY: "", Helped.NO: "warning"}


def forward_columns(signs: Signs) -> tuple[Column, ...]:
    """What it is, what was promised of it, and whether it helped."""

    def sign(row: ForwardRow) -> QIcon:
        promise = _promise(row)
        return signs.of(promise.standing) if promise else signs.drawn("plus", "muted")

    return (
        Column("What", _what, width=340, least=220, share=5),
        Column("As a commitment", _commitment, icon=sign, tone=_tone, width=190, least=170, share=1),
        Column("Did it help?", _helped, tone=_helped_tone, width=190, least=150, share=2),
    )


def part_of(row: ForwardRow) -> tuple[int, str]:
    """The part that a row stands in: the tactics that suit the stage, what was made before, the other tactics."""
    if isinstance(row, TacticPromise):
        return (10, _MADE)
    stage = row.tactic.stage
    if row.suits:
        return (stage.rank, f"What helps now: {stage.label} (§{row.tactic.section})")
    return (20 + stage.rank, f"{stage.label}: what helps there (§{row.tactic.section})")


def heading_words(name: str, rows: Sequence[ForwardRow]) -> str:
    """A part's name with how many stand in it, and how many of these still ask."""
    asking = sum(1 for row in rows if isinstance(row, TacticPromise) and row.asks)
    if name == _MADE:
        return f"{name} {count(len(rows), 'commitment')}" + (f", {asking:,} to be said" if asking else "")
    return f"{name}, {count(len(rows), 'tactic')}"


def _promise(row: ForwardRow) -> Promise | None:
    if isinstance(row, TacticPromise):
        return row.promise
    return row.under_way or next((each.promise for each in row.promises), None)


def _what(row: ForwardRow) -> str:
    if isinstance(row, TacticPromise):
        return f"{' '.join(row.promise.commitment.text.split())}\n{row.tactic.text}"
    return row.tactic.text


def _commitment(row: ForwardRow) -> str:
    promise = _promise(row)
    if promise is None:
        return "not yet"
    made = promise.commitment
    when = f", due {shown(made.due)}" if promise.unsettled and made.due else ""
    before = f" · {len(row.promises):,} in all" if isinstance(row, TacticRow) and len(row.promises) > 1 else ""
    who = promise.agency or promise.person or "nobody named"
    return f"{promise.standing.label}{when}\n{who}{before}"


def _tone(row: ForwardRow) -> str:
    promise = _promise(row)
    return tone_of(promise.standing) if promise else "muted"


def _helped(row: ForwardRow) -> str:
    if isinstance(row, TacticRow):
        return row.in_all.words
    made = row.promise.commitment
    if made.helped:
        return "\n".join(part for part in (made.helped.label, " ".join(made.helped_note.split())) if part)
    return "To be said: Y, L or N" if row.asks else "not asked yet"


def _helped_tone(row: ForwardRow) -> str:
    if isinstance(row, TacticRow):
        return "" if row.in_all.enough else "muted"
    made = row.promise.commitment
    return _HELPED[made.helped] if made.helped else "danger" if row.asks else "muted"
