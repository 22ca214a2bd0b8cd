"""How a line begins, and so what it is: "decided …", "well done …", "risk: …", or a letter in front."""

import re
from dataclasses import dataclass

from tracker.models.meeting_draft import ItemKind
from tracker.models.typed_line.openings import OPENINGS

# Small letters alone before a space: "B Smith said" is no ball, and "s 27(2)" is a section of an Act.
_LETTER = re.compile(r"([dcvlrbsn])(?:\s*:\s*|\s*/\s+|\s+(?:[-–—]+\s+)?)(?=\S)|([DCVLRBSN])(?::|\s+[-–—])\s+(?=\S)")
_SECTION = re.compile(r"s\s+\d+(?:[A-Z(]|\s+of\s+the\b)")


@dataclass(frozen=True)
class Opening:
    """How a line opens: the kind that it names, where the item itself begins, and how high a risk is said to be."""

    kind: ItemKind
    end: int
    level: str = ""


_COMPILED = tuple((kind, re.compile(pattern)) for kind, pattern in OPENINGS)


def letter_of(text: str) -> Opening | None:
    """The letter in front of a line, as it was typed."""
    found = _LETTER.match(text)
    if not found or _SECTION.match(text):
        return None
    return Opening(ItemKind((found[1] or found[2]).lower()), found.end())


def opening_of(plain: str, kind: ItemKind | None = None) -> Opening | None:
    """How a flat line opens, among all kinds or as one of them; None where nothing names a kind."""
    for named, pattern in _COMPILED:
        if kind in (None, named) and (found := pattern.match(plain)):
            parts = found.groupdict()
            level = next(filter(None, (parts.get(name) for name in ("level", "said", "after"))), "")
            return Opening(named, found.end("cut") if parts.get("cut") else 0, level)
    return None
