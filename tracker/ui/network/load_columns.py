"""The columns of what each person carries."""

from collections.abc import Callable
from typing import Any

from tracker.ui.table import RIGHT, Column

_NONE = "–"


def load_columns() -> tuple[Column, ...]:
    """Name and agency, the groups, and a count for each kind of thing that is carried."""
    return (
        Column("Person", lambda load: load.person.name, _person, width=190, least=150, share=3, bold=True),
        Column("Groups", lambda load: ", ".join(load.groups), width=180, least=150, share=3, drop=1),
        _count("Seats", lambda load: load.seats, 72, 64),
        _count("Sits alone", lambda load: len(load.sole), 92, 84),
        _count("Roles", lambda load: len(load.roles), 72, 64),
        _count("Open promises", lambda load: load.promises, 118, 112),
        Column(
            "Overdue",
            lambda load: load.overdue,
            lambda load: _written(load.overdue),
            RIGHT,
            width=84,
            least=78,
            tone=lambda load: "danger" if load.overdue else "muted",
        ),
        Column(
            "Came in 90 days",
            lambda load: load.came if load.noted else None,
            lambda load: load.came_words or _NONE,
            RIGHT,
            width=124,
            least=118,
            tone=lambda load: "" if load.noted else "muted",
        ),
    )


def _count(heading: str, number: Callable[[Any], int], width: int, least: int) -> Column:
    return Column(
        heading,
        number,
        lambda load: _written(number(load)),
        RIGHT,
        width=width,
        least=least,
        tone=lambda load: "" if number(load) else "muted",
    )


def _written(number: int) -> str:
    return f"{number:,}" if number else _NONE


def _person(load: Any) -> str:
    return f"{load.person.name}\n{load.agency}" if load.agency else str(load.person.name)
