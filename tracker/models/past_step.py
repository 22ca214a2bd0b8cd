"""A step that was taken: by whom, when, and which records it put in, changed or took out; and how it is told."""

from datetime import datetime

from tracker.models.choice import Choice
from tracker.models.value import Value, value

_IRREGULAR = {
    "bring": "brought",
    "carry": "carried",
    "give": "gave",
    "hand": "handed",
    "keep": "kept",
    "leave": "left",
    "let": "let",
    "log": "logged",
    "make": "made",
    "pass": "passed",
    "plan": "planned",
    "put": "put",
    "send": "sent",
    "set": "set",
    "settle": "settled",
    "take": "took",
    "tell": "told",
    "undo": "undid",
    "write": "wrote",
}


class Fate(Choice):
    """What became of a record in a step."""

    NEW = "new"
    CHANGED = "changed"
    GONE = "gone"


@value
class StepChange(Value):
    """One record that a step touched, by its table and id."""

    table: str
    record_id: str
    fate: Fate


@value
class PastStep(Value):
    """One step of the office; `changes` in the order in which they were made."""

    number: int
    name: str
    by: str
    at: datetime
    changes: tuple[StepChange, ...]


def in_the_past(name: str) -> str:
    """A step's name as something done: "keep a commitment" is "kept a commitment"."""
    verb, _, rest = name.partition(" ")
    done = _IRREGULAR.get(verb) or (f"{verb}d" if verb.endswith("e") else f"{verb}ed")
    return f"{done} {rest}".rstrip()
