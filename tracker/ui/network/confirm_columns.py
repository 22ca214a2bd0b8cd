"""The columns of what should be confirmed, and its parts by group."""

from collections.abc import Sequence

from tracker.models.confirming import Unconfirmed
from tracker.models.folding import folded
from tracker.ui.table import RIGHT, Column
from tracker.ui.words import count


def confirm_columns() -> tuple[Column, ...]:
    """Who, what, since when, and for how many days nobody has said so."""
    return (
        Column("Who", lambda one: one.who, _who, width=190, least=140, share=3, bold=True),
        Column("What", lambda one: one.what, width=200, least=140, share=3),
        Column("Group", lambda one: one.group, width=150, least=120, share=2, drop=1),
        Column("Confirmed", lambda one: one.since, _since, width=170, least=150, share=1),
        Column("Days", lambda one: one.days, align=RIGHT, width=72, least=64),
    )


def by_group(one: Unconfirmed) -> tuple[str, str]:
    """The group's name, to part by."""
    return folded(one.group), one.group


def heading_words(name: str, rows: Sequence[Unconfirmed]) -> str:
    """GUEDO: 12 to confirm."""
    return f"{name}: {len(rows):,} to confirm"


def named(held: Sequence[Unconfirmed]) -> str:
    """One by its words, several by their count."""
    if len(held) > 1:
        return count(len(held), "seat or role", "seats and roles")
    one = held[0]
    return ", ".join(part for part in (one.who, one.what[:1].lower() + one.what[1:], one.group) if part)


def _who(one: Unconfirmed) -> str:
    return one.who or "Nobody named"


def _since(one: Unconfirmed) -> str:
    words, _, rest = one.words.partition(", ")
    return f"{words.removeprefix('Last confirmed ')}" if one.held.confirmed_on else f"{words}\n{rest}"
