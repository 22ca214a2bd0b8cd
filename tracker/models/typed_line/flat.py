"""A line letter by letter in small letters without marks: each letter stays in its place, so that finds can be cut out.

`folding.folded` is for comparing whole names; it joins spaces and may change the length.
"""

import re
import unicodedata

from tracker.models.folding import unmarked

_SAME_PLACE = {
    "’": "'",
    "‘": "'",
    "ʼ": "'",
    "ʻ": "'",
    "`": "'",
    "–": "-",
    "—": "-",
    "−": "-",
    "‐": "-",
    "‑": "-",
    "\xa0": " ",
    "\u202f": " ",
}
_LETTERS = (*range(0x41, 0x5B), *range(0xC0, 0x250), *range(0x1E00, 0x1F00))


def _plain(code: int) -> str:
    letter = unmarked(chr(code)).lower()
    return letter if len(letter) == 1 else chr(code)


_TABLE = {code: _plain(code) for code in _LETTERS} | {ord(typed): plain for typed, plain in _SAME_PLACE.items()}
_NEAR = 40
_WHITE = {ord(mark): " " for mark in "\t\n\r\v\f"}


def just_before(pattern: re.Pattern[str], plain: str, end: int) -> re.Match[str] | None:
    """What a pattern that ends with $ finds right before a place: a line may be as long as a page."""
    return pattern.search(plain, max(0, end - _NEAR), end)


def composed(text: str) -> str:
    """The same text with each macron part of its letter, whichever system it was typed on."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def flat(text: str) -> str:
    """The text of the same length, in small letters, without macrons and with plain quotes, dashes and spaces."""
    return text.translate(_TABLE).translate(_WHITE)
