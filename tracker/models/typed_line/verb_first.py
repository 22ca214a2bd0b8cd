"""Promises in te reo Māori: the verb stands first, "Ka tae mai a CYF", or the one who does it, "Mā Aroha e waea"."""

import re

from tracker.models.typed_line.names import Named
from tracker.models.typed_line.subject import Subject, leading_names, whose

_MOVES = r"(?: (?:mai|atu|iho|ake|ano|hoki|tonu|wawe))*"
# What is and what should be; "i" and "kua" tell what was.
_VERB = re.compile(
    rf"(?:(?:ka|me|kia) (?!pai\b|mau te wehi)(?:whaka)?[a-z-]+{_MOVES}|e (?:whaka)?[a-z-]+{_MOVES} ana)"
    r"(?: (?:a|e|nga|te))? "
)
_DOER = re.compile(r"(?:ma|ko)\b")
_DOES = re.compile(r"\s+(?:e|ka|hei)\s+(?=\w)")


def verb_first(text: str, plain: str, names: list[Named]) -> Subject | None:
    """Who does it, where the line begins as te reo Māori does; None where it does not, or names nobody there."""
    if (verb := _VERB.match(plain)) and (first := next((name for name in names if name.start == verb.end()), None)):
        return Subject(whose([first], first.words), 0, True, (first,))
    if _DOER.match(plain) and (leading := leading_names(plain, names)):
        does = _DOES.match(plain, leading[-1].end)
        words = text[leading[0].start : leading[-1].end]
        return Subject(whose(leading, words), does.end(), True, tuple(leading)) if does else None
    return None
