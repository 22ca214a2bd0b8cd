"""Small words that several pages need."""


def count(number: int, noun: str, nouns: str = "") -> str:
    """1 agency, 2 agencies: a number with its noun."""
    return f"{number:,} {noun if number == 1 else nouns or noun + 's'}"
