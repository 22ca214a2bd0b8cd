"""Days and months that were typed in haste, "wensday" and "febuary", put right letter by letter."""

import re
from functools import cache
from string import ascii_lowercase

from tracker.models.typed_line.day_words import FILL

# What the full word is put down as: never longer than a word that is one slip away from it.
_SHORT = {
    "monday": "mon",
    "tuesday": "tue",
    "wednesday": "wed",
    "thursday": "thu",
    "friday": "fri",
    "saturday": "sat",
    "sunday": "sun",
    "january": "jan",
    "february": "feb",
    "august": "aug",
    "september": "sep",
    "october": "oct",
    "november": "nov",
    "december": "dec",
    "tomorrow": "tmrw",
}
# Two slips away, and typed often all the same.
_ALSO = {"wensday": "wed", "wendsday": "wed", "wenesday": "wed", "weds": "wed", "thurday": "thu", "tomoro": "tmrw"}
_ALSO |= {"tommorow": "tmrw", "tomoz": "tmrw", "2moro": "tmrw", "2mrw": "tmrw", "tmoro": "tmrw", "tues": "tue"}
# One slip away from a day, and words of their own.
_OTHER_WORDS = frozenset(["sundry", "sundae", "sunray", "mondays", "friary", "gust", "augusta", "octopod", "fridays"])
_WORD = re.compile(r"(?<![\w'.@/-])[a-z2]{4,11}(?![\w@'])")


def spelled(plain: str) -> str:
    """A flat line in which days and months that were misspelled can be read; every letter stays in its place."""
    near = _near()
    if near.keys().isdisjoint(_WORD.findall(plain)):
        return plain
    return _WORD.sub(lambda found: near[found[0]].ljust(len(found[0]), FILL) if found[0] in near else found[0], plain)


@cache
def _near() -> dict[str, str]:
    """Every word one slip away from a day or a month: a letter left out, put in, changed, or two of them swapped."""
    words = {slip: short for word, short in _SHORT.items() for slip in _slips(word)} | _ALSO
    kept = {word: short for word, short in words.items() if word not in _OTHER_WORDS and word not in _SHORT}
    return {word: short for word, short in kept.items() if not word.endswith("s") or word in _ALSO}


def _slips(word: str) -> set[str]:
    # The first letter is nearly always right: "gunday" is no Sunday.
    parts = [(word[:place], word[place:]) for place in range(1, len(word) + 1)]
    left_out = {before + after[1:] for before, after in parts if after}
    swapped = {before + after[1] + after[0] + after[2:] for before, after in parts if len(after) > 1}
    swapped.add(word[1] + word[0] + word[2:])
    changed = {before + letter + after[1:] for before, after in parts if after for letter in ascii_lowercase}
    put_in = {before + letter + after for before, after in parts for letter in ascii_lowercase}
    return left_out | swapped | changed | put_in
