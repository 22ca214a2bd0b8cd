"""Short codes made from names, as a first proposal."""

import re

from tracker.models.folding import unmarked


def code_for(name: str, longest: int = 6) -> str:
    """The initials of a name of several words, else its first letters: capitals without macrons."""
    words = re.findall(r"[A-Za-z0-9]+", unmarked(name))
    if not words:
        return "NEW"
    code = "".join(word[0] for word in words) if len(words) > 2 else words[0][:3]
    return code[:longest].upper()
