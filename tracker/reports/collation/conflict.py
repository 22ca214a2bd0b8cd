"""Differences that people at head office decide: what differs, between which returns, and what was decided."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from tracker.models.choice import Choice


class ConflictType(Choice):
    """What differs."""

    TWO_PRIMARIES = "two_primaries", "Two primaries"
    VALUE_DIFFERS = "value_differs", "Value differs"
    OVER_THE_CAP = "over_the_cap", "Share over 100%"
    PERIOD_CLOSED = "period_closed", "Period closed"
    UNKNOWN_LINE = "unknown_line", "Unknown line"
    DUPLICATE_ID = "duplicate_id", "Duplicate id"
    CHECKSUM = "checksum", "Checksum"


class Action(Choice):
    """What can be decided."""

    USE_A = "use_a", "Use A"
    USE_B = "use_b", "Use B"
    ACCEPT = "accept", "Accept"
    LEAVE_OUT = "leave_out", "Leave out"


# What each difference lets people choose from, and what is done until they have.
CHOICES: dict[ConflictType, tuple[Action, ...]] = {
    ConflictType.TWO_PRIMARIES: (Action.USE_A, Action.USE_B, Action.LEAVE_OUT),
    ConflictType.VALUE_DIFFERS: (Action.USE_A, Action.USE_B, Action.LEAVE_OUT),
    ConflictType.DUPLICATE_ID: (Action.USE_A, Action.USE_B, Action.LEAVE_OUT),
    ConflictType.OVER_THE_CAP: (Action.ACCEPT, Action.LEAVE_OUT),
    ConflictType.UNKNOWN_LINE: (Action.ACCEPT, Action.LEAVE_OUT),
    ConflictType.PERIOD_CLOSED: (Action.ACCEPT, Action.LEAVE_OUT),
    ConflictType.CHECKSUM: (Action.ACCEPT, Action.LEAVE_OUT),
}


@dataclass(frozen=True)
class Decision:
    """What was decided of one difference; it holds as long as the difference is the same."""

    key: str
    action: Action
    decided_by: str
    on: str
    about: str = ""

    def as_json(self) -> dict[str, str]:
        """Plain values for a file."""
        told = {"key": self.key, "action": self.action.label, "decided_by": self.decided_by}
        return told | {"date": self.on, "about": self.about}


@dataclass(frozen=True)
class Conflict:
    """One difference. Values are in words; `return_a` and `return_b` are ids, and their names are in words."""

    type: ConflictType
    about: str
    result_id: str = ""
    return_a: str = ""
    return_b: str = ""
    named_a: str = ""
    named_b: str = ""
    value_a: str = ""
    value_b: str = ""
    decision: Decision | None = field(default=None, compare=False)

    @property
    def key(self) -> str:
        """The same for the same difference, whenever it is found; other values are another difference."""
        parts = (self.type, self.result_id, self.return_a, self.return_b, self.value_a, self.value_b)
        return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:12]

    @property
    def action(self) -> Action | None:
        """What was decided; None while nobody has, and for what cannot be chosen here."""
        if self.decision is None or self.decision.action not in CHOICES[self.type]:
            return None
        return self.decision.action


class Decisions:
    """The decisions taken so far, by the key of their difference."""

    def __init__(self, taken: Iterable[Decision] = ()) -> None:
        self._by_key = {each.key: each for each in taken}

    @property
    def taken(self) -> tuple[Decision, ...]:
        """All of them, in the order of their keys."""
        return tuple(self._by_key[key] for key in sorted(self._by_key))

    def add(self, decision: Decision) -> None:
        """Keeps a decision; it takes the place of an earlier one on the same difference."""
        self._by_key[decision.key] = decision

    def on(self, conflict: Conflict) -> Conflict:
        """The difference with what was decided of it."""
        if conflict.key not in self._by_key:
            return conflict
        return Conflict(**{**vars(conflict), "decision": self._by_key[conflict.key]})


def decision_from(key: str, action: str, decided_by: str, on: str, about: str = "") -> Decision | None:
    """A decision as somebody typed it; None without one of the actions or without a name."""
    wanted = " ".join(action.split()).casefold()
    found = next((each for each in Action if wanted in (each.label.casefold(), each.value)), None)
    if found is None or not decided_by.strip() or not key:
        return None
    return Decision(key, found, decided_by.strip(), on.strip() or date.min.isoformat(), about)


def decision_from_json(told: dict[str, Any]) -> Decision | None:
    """A decision from the file beside the output."""
    text = {name: str(told.get(name, "")) for name in ("key", "action", "decided_by", "date", "about")}
    return decision_from(text["key"], text["action"], text["decided_by"], text["date"], text["about"])
