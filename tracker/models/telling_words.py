"""The words of a text that tell what it is about, by their beginnings: endings differ, and small words tell nothing."""

import re
from collections.abc import Iterable

from tracker.models.folding import folded

_SHORTEST, _BEGINNING = 4, 5
_TELL_LITTLE = frozenset(
    re.findall(
        r"\w+",
        """
        about above after again against agencies agency also appropriation around back been before being between
        both category each eight every five four from gone have here into later less limited long made make making
        many more most nine nobody once only other others over part people same service services seven since some
        such than that their them then there these they this those three through together twelve twice under until
        upon used using very week weeks well went were what when where which while whole will with within without
        work year years
        """,
    )
)


def telling_words(*texts: str) -> tuple[str, ...]:
    """The beginnings (five letters at most) of the words that tell something, each once, in their order."""
    words = (word for text in texts for word in re.findall(r"[^\W\d_]+", folded(text)))
    return tuple(dict.fromkeys(_begun(words)))


def told_by(text: str, beginnings: Iterable[str]) -> tuple[str, ...]:
    """The words of a text that begin so, as they stand there, each once."""
    starts = tuple(beginnings)
    if not starts:
        return ()
    found = (word for word in re.findall(r"[^\W\d_]+", text) if folded(word).startswith(starts))
    # One word may stand there with a capital and without.
    return tuple({folded(word): word.lower() for word in found}.values())


def _begun(words: Iterable[str]) -> Iterable[str]:
    return (word[:_BEGINNING] for word in words if len(word) >= _SHORTEST and word not in _TELL_LITTLE)
