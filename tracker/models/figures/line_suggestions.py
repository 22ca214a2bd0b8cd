"""Lines that a result might count towards, by the words that it shares with their names and scope.

A suggestion is a reason to look. Nothing is ever mapped by it: somebody reads the scope, and claims.
"""

from collections.abc import Iterable, Sequence

from tracker.models.figures.accountability_columns import LineColumn
from tracker.models.figures.accountability_matrix import AccountabilityMatrix, ResultRow
from tracker.models.records.accountability import Line
from tracker.models.records.agency import Agency
from tracker.models.records.result import Result
from tracker.models.snapshot import Snapshot
from tracker.models.telling_words import telling_words, told_by
from tracker.models.value import Value, value


@value
class LineSuggestion(Value):
    """A line with the words that speak for it. `agency_ids` are the members that may claim it, none if it is nobody's
    here; `taken` says who claims it on this result already."""

    line: Line
    words: tuple[str, ...]
    agency_ids: tuple[str, ...]
    agencies: str
    taken: str

    @property
    def id(self) -> str:
        """The line's id."""
        return self.line.id


def asked_words(result: Result) -> tuple[str, ...]:
    """The beginnings of words to look for: of the title, the story and who gained."""
    return telling_words(result.name, result.narrative, result.who_gained, result.unit)


def line_suggestions(
    snapshot: Snapshot,
    matrix: AccountabilityMatrix,
    row: ResultRow,
    ranked: Sequence[str],
    lines: Iterable[Line],
) -> tuple[LineSuggestion, ...]:
    """Of the lines of the year those in `ranked` (line ids, the best first); what members answer for comes first."""
    of_year = {line.id: line for line in lines}
    answers: dict[str, list[LineColumn]] = {}
    for column in matrix.columns:
        if column.line:
            answers.setdefault(column.line.id, []).append(column)
    words = asked_words(row.result)
    found = [
        _suggestion(snapshot, row, of_year[line_id], answers.get(line_id, []), words)
        for line_id in ranked
        if line_id in of_year
    ]
    told = [each for each in found if each.words]
    in_title = frozenset(telling_words(row.result.name))
    return tuple(sorted(told, key=lambda each: (not each.agency_ids, -_weight(each, words, in_title))))


def _weight(suggestion: LineSuggestion, words: Sequence[str], in_title: frozenset[str]) -> int:
    """A word of the result's title tells twice as much as one of its story."""
    shared = {word for word in words if told_by(" ".join(suggestion.words), [word])}
    return len(shared) + len(shared & in_title)


def _suggestion(
    snapshot: Snapshot, row: ResultRow, line: Line, columns: Sequence[LineColumn], words: Sequence[str]
) -> LineSuggestion:
    taken = [snapshot.called(Agency, claim.agency_id) for claim in row.figures.mappings if claim.line_id == line.id]
    return LineSuggestion(
        line=line,
        words=told_by(f"{line.name} {line.category_name} {line.scope}", words),
        agency_ids=tuple(column.agency_id for column in columns),
        agencies=", ".join(column.agency for column in columns),
        taken=", ".join(taken),
    )
