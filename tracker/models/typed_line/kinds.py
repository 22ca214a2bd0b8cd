"""How a line begins, and so what it is: "decided …", "well done …", "risk: …", or a letter in front."""

import re
from dataclasses import dataclass

from tracker.models.meeting_draft import ItemKind
from tracker.models.typed_line.openings import OPENINGS

# A letter with a capital or a dot: "D. start at 9" and "C mele to ring". "B Smith", "A. Rewi" and "C block" are none.
_LETTER = re.compile(
    r"(?P<small>[dcvlrbsn])(?:\s*:\s*|\s*/\s+|\s*[-–—]+\s+|\s+(?:[-–—]+\s+)?|\.\s+(?=[a-zāēīōū@]))(?=\S)"
    r"|(?P<capital>[DCVLRBSN])(?:\s*:\s*(?![\\/])|\s*[-–—]+\s+|\.?\s+(?=[a-zāēīōū]{2}|@))(?=\S)"
)
_SECTION = re.compile(r"s\.?\s+\d+(?:[A-Z(]|\s+of\s+the\b)")
# "V. good hui" was a very good one; a capital before these is a block, a class or somebody's initial.
_NO_PREFIX = re.compile(
    r"[vV]\.\s+(?:good|bad|well|nice|happy|sad|tired|busy|quick\w*|slow\w*|late|early|little|few|much|many|high|low|hard|easy"
    r"|poor|important|worried|concerned|keen|upset|angry|close|difficult|helpful|pleased|short|long|cold|hot|small|big"
    r"|sorry|glad|useful|interest\w+|sick|wet|damp|old|young|loud|quiet|grateful|proud|disappoint\w+)\b"
    r"|[rRcC]\s+u\b|[A-Z]\s+(?:block|wing|team|class|grade|stream|unit|section|ward|side|form|stage|level|list|and|or|is|was|has|had"
    r"|will|would|can|to|came|rang|said|says|wants?|plates?|licen[cs]e|flat|house|room|category|plan|day|zone|neck"
    r"|rated|type|vitamin|drive|words?|us|me|you|is|we|major|minor)\b"
)


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
    if not found or _SECTION.match(text) or _NO_PREFIX.match(text):
        return None
    return Opening(ItemKind((found["small"] or found["capital"]).lower()), found.end())


def opening_of(plain: str, kind: ItemKind | None = None) -> Opening | None:
    """How a flat line opens, among all kinds or as one of them; None where nothing names a kind."""
    for named, pattern in _COMPILED:
        if kind in (None, named) and (found := pattern.match(plain)):
            parts = found.groupdict()
            level = next(filter(None, (parts.get(name) for name in ("level", "said", "after"))), "")
            return Opening(named, found.end("cut") if parts.get("cut") else 0, level)
    return None
