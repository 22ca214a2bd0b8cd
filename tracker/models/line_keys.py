"""The key by which a line is known again: made by the program for lines that are typed, published for the others."""

from dataclasses import replace

from tracker.models.mistake import Mistake
from tracker.models.records.accountability import Framework, Line
from tracker.models.snapshot import Snapshot


def keyed(snapshot: Snapshot, line: Line) -> Line:
    """A typed line with its key; one that has a key keeps it. Its year is its framework's where it says none.

    Raises Mistake if the office has a line of that agency, code, year and framework already.
    """
    framework = snapshot.find(Framework, line.framework_id)
    if line.year_end is None and framework and framework.period_to:
        line = replace(line, year_end=framework.period_to.year)
    known = snapshot.find(Line, line.id)
    if known is not None and _parts(known) == _parts(line):
        return line
    made = replace(line, line_key=key_of(framework, line))
    for other in snapshot.of(Line, line_key=made.line_key):
        if other.id != line.id:
            raise Mistake(
                f"{line.administering_agency} has a line {line.code} in that year already, “{other.shown_name}”: "
                "correct that one, or give this one another code."
            )
    return made


def key_of(framework: Framework | None, line: Line) -> str:
    """Agency, code, year and amount type; where there are no amounts, the framework's kind stands for them."""
    sort = line.amount_type or (framework.kind.label if framework and framework.kind else "")
    return f"{line.administering_agency}|{line.code}|{line.year_end or ''}|{sort}"


def _parts(line: Line) -> tuple[object, ...]:
    """What a key is made of."""
    return line.administering_agency, line.code, line.year_end, line.amount_type, line.framework_id
