"""Whether a claim's words meet those of its line's scope: a hint for people, and no more than that."""

import re
from collections.abc import Iterable, Iterator

from tracker.models.folding import folded
from tracker.models.records import Line
from tracker.reports.claim_row import ClaimRow

# Endings differ, so the beginnings of words are compared; shorter words say little.
_BEGINNING = 5
_WORD = re.compile(r"[^\W\d_]{4,}")
_NO_WORD = "No word of the result or of the claim is in the scope."
_SAY_LITTLE = frozenset(
    re.findall(
        r"\w+",
        """
        about above after again against also been before between both each from have into more most only other others
        over same such than that their them then there these they this those through under until very were what when
        where which while will with within without year years agency agencies appropriation category limited
        """,
    )
)


def scope_queries(rows: Iterable[ClaimRow], names: Iterable[str]) -> Iterator[tuple[ClaimRow, str]]:
    """The claims that somebody should look at, each with the reasons; `names` are what lines may call the agency."""
    called = set(map(folded, names))
    about: dict[str, tuple[set[str], list[str]]] = {}
    for row in rows:
        line = row.line
        if line is None:
            continue
        if line.id not in about:
            about[line.id] = (_beginnings(f"{line.scope} {line.name} {line.category_name}"), _of_line(line, called))
        words, reasons = about[line.id]
        if line.scope.strip() and _beginnings(_told_of(row)).isdisjoint(words):
            reasons = [_NO_WORD, *reasons]
        if reasons:
            yield row, " ".join(reasons)


def _of_line(line: Line, called: set[str]) -> list[str]:
    """What is to say of every claim on a line."""
    reasons = [] if line.scope.strip() else ["No scope stands with this line: look it up."]
    if line.administering_agency and called.isdisjoint((folded(line.administering_agency), folded(line.using_agency))):
        reasons.append(f"The line is administered by {line.administering_agency}.")
    return reasons


def _told_of(row: ClaimRow) -> str:
    return f"{row.result.name} {row.result.narrative} {row.mapping.narrative}"


def _beginnings(text: str) -> set[str]:
    words = set(_WORD.findall(folded(text))) - _SAY_LITTLE
    return {word[:_BEGINNING] for word in words}
