"""Words as people search for them: macrons and capitals make no difference."""

import unicodedata


def folded(text: str) -> str:
    """The text without macrons and in small letters: "Māngere" and "mangere" are the same."""
    apart = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in apart if not unicodedata.combining(letter)).casefold()


def count(number: int, noun: str, nouns: str = "") -> str:
    """1 agency, 2 agencies: a number with its noun."""
    return f"{number:,} {noun if number == 1 else nouns or noun + 's'}"
