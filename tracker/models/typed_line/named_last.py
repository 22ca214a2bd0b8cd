"""Whose a promise is where the name stands last: "heater to be fixed by Housing", "ring the school - Aroha"."""

import re

from tracker.models.typed_line.flat import just_before
from tracker.models.typed_line.name_lists import listed
from tracker.models.typed_line.names import Named
from tracker.models.typed_line.subject import Subject, whose

_BY_THEM = re.compile(r"\b(?:will|shall|to|is to|are to|can) (?:all )?be (?:[\w'-]+ ){1,5}?(?:by|with|through) (?=\S)")
_LEADS = re.compile(
    r"(?:\s+-+>?\s*|\s*[(\[]\s*|\s*(?:->|=>|→)\s*|\s+/\s*|\s*[-,;.(]?\s*\b(?:owner|who|lead|action(?:ed by)?|resp"
    r"|responsible|assigned to|by whom|person):?\s+)@?(?:the\s+)?$"
)
_LAST = re.compile(r"(?:\s+(?:to (?:do|action|lead|follow up|sort|own)|doing|to do it|please))?[\s.;,!?)\]]*$")


def named_last(text: str, plain: str, names: list[Named]) -> tuple[Subject, int] | None:
    """Who is named last to do it, and where the words end that say what; None where nobody is."""
    for named in names:
        row = listed(plain, [other for other in names if other.start >= named.start], named.start)
        if row.names and _LAST.match(plain, row.end) and (leads := just_before(_LEADS, plain, named.start)):
            words = text[named.start : row.names[-1].end]
            return Subject(whose(list(row.names), words), 0, True, row.names), leads.start()
    return None


def done_by(text: str, plain: str, names: list[Named]) -> Subject | None:
    """By whom something is to be done; None where it is not said."""
    for found in _BY_THEM.finditer(plain):
        row = listed(plain, names, found.end())
        if row.names:
            return Subject(whose(list(row.names), text[row.names[0].start : row.end]), 0, True, row.names)
    return None
