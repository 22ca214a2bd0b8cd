"""Words that may tell who a client is: a number or an address by which somebody can be found (Privacy Act 2020).

Nothing is refused for it and nothing is changed: a colleague's work number may stand in a note. It is said, and
somebody looks.
"""

import re
from dataclasses import dataclass

# Three letters without I and O and four digits; newer ones have two letters in the place of the last two digits.
_NHI = re.compile(r"(?<![A-Za-z0-9])[A-HJ-NP-Z]{3}(?:[ ]?\d{4}|\d{2}[A-HJ-NP-Z][A-HJ-NP-Z])(?![A-Za-z0-9])")
_NHI_SMALL = re.compile(r"\bNHI\b[\s:#no.]*([A-Za-z]{3}[ ]?\d{2}[0-9A-Za-z]{2})\b", re.IGNORECASE)
_MAIL = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
# +64 21 123 4567, 021 123 4567, (09) 123 4567, 0800 123 456: eight to eleven digits that begin with 0 or +64.
_PHONE = re.compile(r"(?<![\w.+$/-])(?:\+?64|\(?0)[\s().-]*\d(?:[\s().-]{0,2}\d){6,9}(?![\w%/])")
_PHONE_SHORT = re.compile(r"\b(?:ph|phone|tel|mob|mobile|cell)\b\.?[\s:]*(\d(?:[\s-]?\d){5,8})\b", re.IGNORECASE)
_DAY = r"(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{1,2}(?:st|nd|rd|th)?\s+[A-Za-z]{3,9}\.?,?\s+\d{4}|\d{4}-\d{2}-\d{2})"
_BIRTH = re.compile(
    rf"\b(?:d\.?\s?o\.?\s?b\b\.?|(?:date\s+of\s+)?birth(?:day|date)?|born|whānau\s+mai)"
    rf"[\s:,(]*(?:on|is|was|the|date)?[\s:]*({_DAY})",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Identifying:
    """One place in a text: `what` it looks like, such as "an NHI number", and the `words` themselves."""

    what: str
    words: str

    @property
    def sentence(self) -> str:
        """What is said of it."""
        return f"“{self.words}” looks like {self.what}: if it is a client's, take it out."


def identifying(text: str) -> tuple[Identifying, ...]:
    """What in a text looks like an e-mail address, an NHI number, a date of birth or a phone number; each once."""
    found: dict[str, Identifying] = {}
    left = text
    for what, pattern in _PATTERNS:
        for place in pattern.finditer(left):
            words = " ".join(place.group(place.lastindex or 0).split())
            found.setdefault(words, Identifying(what, words))
        # What is told already is not told as something else: a date of birth has the digits of a phone number.
        left = pattern.sub(" ; ", left)
    return tuple(found.values())


_PATTERNS = (
    ("an e-mail address", _MAIL),
    ("an NHI number", _NHI_SMALL),
    ("an NHI number", _NHI),
    ("a date of birth", _BIRTH),
    ("a phone number", _PHONE),
    ("a phone number", _PHONE_SHORT),
)
