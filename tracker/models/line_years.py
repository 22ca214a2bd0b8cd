"""One promise over the years: which line of the next year goes on with a line of this one.

A line belongs to an agency, a code and a year. Years are linked by the successor alone: one code may stand under two
departments at once, so that a code by itself says nothing of who goes on with what.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from tracker.models.folding import folded
from tracker.models.mistake import Mistake
from tracker.models.period import Period
from tracker.models.records.accountability import Framework, FrameworkState, GroupType, Line
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value

# Of one year's amounts, what is planned comes before what was spent.
_BEFORE_OTHERS = "Main Estimates"


@value
class SuccessorOffer(Value):
    """A line that goes on with another by the program's reading; `why` says by what it was found."""

    line: Line
    successor: Line
    why: str

    @property
    def id(self) -> str:
        """The line's own."""
        return self.line.id

    @property
    def linked(self) -> Line:
        """The line with its successor."""
        return replace(self.line, successor_line_id=self.successor.id)


class YearLines:
    """The lines of one year, to be found by code and department, or by name and Vote."""

    def __init__(self, snapshot: Snapshot, year_end: int) -> None:
        self._owners = _owners(snapshot)
        self._by_code: dict[object, list[Line]] = {}
        self._by_name: dict[object, list[Line]] = {}
        self.count = 0
        for line in snapshot.of(Line, year_end=year_end):
            if line.framework_id in self._owners:
                self.count += 1
                self._by_code.setdefault(self._code_key(line), []).append(line)
                self._by_name.setdefault(self._name_key(line), []).append(line)

    def successor_of(self, line: Line) -> SuccessorOffer | None:
        """The one line that goes on with `line`: of its code and department, else of its name and Vote."""
        for found, why in (
            (self._by_code.get(self._code_key(line), ()), "the same code and agency"),
            (self._by_name.get(self._name_key(line), ()), "the same name and Vote"),
        ):
            if (only := _one(line, found)) is not None:
                return SuccessorOffer(line, only, why)
        return None

    def _code_key(self, line: Line) -> object:
        return (*self._place(line), line.code, folded(line.administering_agency))

    def _name_key(self, line: Line) -> object:
        # Without a Vote there is nothing that a name could be looked for in.
        vote = folded(line.vote) or line.id
        return (*self._place(line), folded(line.name), folded(line.category_name), vote)

    def _place(self, line: Line) -> tuple[object, bool]:
        """Whose framework it is, and whether the line is a whole of categories."""
        return self._owners.get(line.framework_id or ""), line.group_type is GroupType.PARENT


def suggested_successors(snapshot: Snapshot, year_end: int) -> tuple[SuccessorOffer, ...]:
    """For each line of the year ending `year_end` without a successor, the one of the next year, where there is one.

    Only a suggestion: what is linked by hand is never changed.
    """
    following = YearLines(snapshot, year_end + 1)
    offers = (
        following.successor_of(line) for line in snapshot.of(Line, year_end=year_end) if not line.successor_line_id
    )
    return tuple(offer for offer in offers if offer is not None)


def linked(snapshot: Snapshot, line: Line, successor: Line) -> Line:
    """A line that goes on as another, by hand. Raises Mistake if the other is itself, earlier, or leads back to it."""
    if successor.id == line.id:
        raise Mistake("A line cannot go on as itself: choose the line of a later year.")
    if line.year_end and successor.year_end and successor.year_end <= line.year_end:
        raise Mistake(
            f"“{successor.shown_name}” is of {Period(successor.year_end).label}: choose a line of a year after "
            f"{Period(line.year_end).label}."
        )
    if any(later.id == line.id for later in later_lines(snapshot, successor)):
        raise Mistake(f"“{successor.shown_name}” leads back to this line: choose another.")
    return replace(line, successor_line_id=successor.id)


def unlinked(line: Line) -> Line:
    """A line that goes on as none."""
    return replace(line, successor_line_id=None)


def candidates(snapshot: Snapshot, line: Line) -> tuple[Line, ...]:
    """The lines of later years that one may go on as, the likeliest first: of its code, its Vote, then the rest."""
    later = [
        each
        for each in snapshot.of(Line)
        if (each.year_end or 0) > (line.year_end or 0)
        and (each.group_type is GroupType.PARENT) == (line.group_type is GroupType.PARENT)
    ]
    return tuple(sorted(later, key=lambda each: (*_unlike(line, each), each.year_end or 0, folded(each.shown_name))))


def later_lines(snapshot: Snapshot, line: Line) -> Iterator[Line]:
    """What a line goes on as, year after year."""
    seen = {line.id}
    following = snapshot.find(Line, line.successor_line_id)
    while following is not None and following.id not in seen:
        seen.add(following.id)
        yield following
        following = snapshot.find(Line, following.successor_line_id)


def line_in_year(snapshot: Snapshot, line: Line, year_end: int) -> Line | None:
    """The line of that year which a line is, or goes on as; None if its successors do not lead there."""
    return next((each for each in (line, *later_lines(snapshot, line)) if each.year_end == year_end), None)


def _unlike(line: Line, other: Line) -> tuple[bool, bool, bool]:
    return (
        line.code != other.code or folded(line.administering_agency) != folded(other.administering_agency),
        folded(line.vote) != folded(other.vote),
        folded(line.administering_agency) != folded(other.administering_agency),
    )


def _one(line: Line, found: Iterable[Line]) -> Line | None:
    """The only one, or the only one of the same amount type, or of what was planned; None where that does not tell."""
    found = list(found)
    for amount_type in (line.amount_type, _BEFORE_OTHERS):
        fitting = [each for each in found if folded(each.amount_type) == folded(amount_type)]
        if len(fitting) == 1:
            return fitting[0]
    return found[0] if len(found) == 1 else None


def _owners(snapshot: Snapshot) -> dict[str, str | None]:
    """Whose each framework in use is: the government's is None."""
    return {
        framework.id: framework.owner_agency_id
        for framework in snapshot.of(Framework)
        if framework.state is not FrameworkState.SUPERSEDED
    }
