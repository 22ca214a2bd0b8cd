"""Small words that several pages need."""

UNDO_HINT = "Ctrl+Z takes it back."
_LONGEST = 60


def count(number: int, noun: str, nouns: str = "") -> str:
    """1 agency, 2 agencies: a number with its noun."""
    return f"{number:,} {noun if number == 1 else nouns or noun + 's'}"


def in_quotes(words: str) -> str:
    """Words in quotation marks, in one line, and cut where they are long."""
    line = " ".join(words.split()).rstrip(".")
    return f"“{line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + '…'}”"
