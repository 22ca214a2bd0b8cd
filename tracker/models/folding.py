"""Folding text for comparing: "Māngere" and "mangere" are the same."""

import unicodedata


def unmarked(text: str) -> str:
    """The letters without their macrons and other marks, capitals kept."""
    # Most names have none, and whole lists are folded to be put in order.
    if text.isascii():
        return text
    apart = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def folded(text: str) -> str:
    """Without marks, in small letters, with single spaces: for comparing alone, never for keeping."""
    return " ".join(unmarked(text).casefold().split())
