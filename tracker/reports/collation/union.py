"""The union of all group returns by result id: each result once, as its primary reporter tells it (rules 7 and 12)."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from tracker.models.figures.apportioning import percent
from tracker.models.records import Mapping
from tracker.models.records.accountability import WHOLE_SHARE
from tracker.models.records.handing_in import ReturnKind
from tracker.reports.collation.conflict import Action, Conflict, ConflictType, Decisions
from tracker.reports.collation.read_return import ReadReturn, Row
from tracker.reports.collation.told_result import is_restricted_row, text, told_mapping, told_result
from tracker.reports.collation.united_result import ToldClaim, ToldRow, UnitedResult


@dataclass(frozen=True)
class Union:
    """All results, those left out among them, the titles of restricted ones, and what differs."""

    results: tuple[UnitedResult, ...]
    restricted: tuple[ToldRow, ...]
    conflicts: tuple[Conflict, ...]

    @cached_property
    def counted(self) -> tuple[UnitedResult, ...]:
        return tuple(each for each in self.results if each.counted)

    @property
    def withheld_ids(self) -> frozenset[str]:
        return frozenset(each.result.id for each in self.results if each.withheld)

    @property
    def undecided(self) -> tuple[UnitedResult, ...]:
        """Left out because nobody has decided yet."""
        return tuple(each for each in self.results if each.undecided)


@dataclass
class _Uniting:
    """Puts the returns together; what differs is gathered on the way."""

    decisions: Decisions
    conflicts: list[Conflict] = field(default_factory=list)
    # By line key: the code and name that returns give it, with the return that said so first.
    lines: dict[str, tuple[str, ReadReturn]] = field(default_factory=dict)

    def differs(self, conflict: Conflict) -> Conflict:
        conflict = self.decisions.on(conflict)
        self.conflicts.append(conflict)
        return conflict


def union(returns: Iterable[ReadReturn], decisions: Decisions) -> Union:
    """The union of the returns that are counted. Withdrawn returns bring nothing."""
    reads = sorted((each for each in returns if not each.withdrawn), key=lambda each: (each.made_at, each.return_id))
    groups = [each for each in reads if each.kind == ReturnKind.GROUP]
    rows: dict[str, list[ToldRow]] = {}
    restricted: dict[str, ToldRow] = {}
    for read in groups:
        for row in read.sheet("Results"):
            told = ToldRow(read, row)
            if is_restricted_row(row):
                restricted[text(row, "Result id")] = told
            else:
                rows.setdefault(text(row, "Result id"), []).append(told)
    claims = _claims_by_result(groups)
    elsewhere = _told_by_agencies(reads)
    uniting = _Uniting(decisions)
    results = tuple(
        _united(uniting, rows[identity], claims.get(identity, []), elsewhere.get(identity, []))
        for identity in sorted(rows)
    )
    # Restricted anywhere, its title is told by no other return either.
    results = tuple(each for each in results if each.result.id not in restricted)
    return Union(results, tuple(restricted[identity] for identity in sorted(restricted)), tuple(uniting.conflicts))


def _claims_by_result(groups: Iterable[ReadReturn]) -> dict[str, list[tuple[ReadReturn, Row]]]:
    found: dict[str, list[tuple[ReadReturn, Row]]] = {}
    for read in groups:
        for row in read.sheet("Mappings"):
            found.setdefault(text(row, "Result id"), []).append((read, row))
    return found


def _told_by_agencies(reads: Iterable[ReadReturn]) -> dict[str, list[ToldRow]]:
    """What agency returns say of each result, each return once."""
    found: dict[str, dict[str, ToldRow]] = {}
    for read in reads:
        for row in read.sheet("Results_by_line"):
            found.setdefault(text(row, "Result id"), {}).setdefault(read.return_id, ToldRow(read, row))
    return {identity: list(rows.values()) for identity, rows in found.items()}


def _united(
    uniting: _Uniting, rows: list[ToldRow], claims: list[tuple[ReadReturn, Row]], elsewhere: list[ToldRow]
) -> UnitedResult:
    chosen, left_out, undecided = _chosen(uniting, rows)
    kept = tuple(_claims(uniting, chosen, rows, claims))
    united = UnitedResult(chosen, told_result(chosen.row), kept, left_out, undecided)
    if left_out:
        return united
    return _capped(uniting, _held_against(uniting, united, elsewhere))


def _chosen(uniting: _Uniting, rows: list[ToldRow]) -> tuple[ToldRow, str, bool]:
    """The row that counts; why none does, and whether that waits for a decision."""
    primaries = [each for each in rows if each.primary]
    if not primaries:
        best = max(rows, key=lambda each: each.order)
        first = text(best.row, "Primary reporter") or "another office"
        return best, f"{first} reports it first, and its return is not here", False
    # Who reports it, on how it differs; one row stands for each, the latest.
    for conflict_type, side in _SIDES:
        sides: dict[str, ToldRow] = {}
        for each in sorted(primaries, key=lambda one: one.order):
            sides[side(each)] = each
        if len(sides) > 1:
            standing, left_out, undecided = _between(uniting, conflict_type, [sides[key] for key in sorted(sides)])
            if left_out:
                return standing, left_out, undecided
            primaries = [each for each in primaries if side(each) == side(standing)]
    latest = [each for each in primaries if each.revision == max(one.revision for one in primaries)]
    different: dict[tuple[str, ...], ToldRow] = {}
    for each in sorted(latest, key=lambda one: one.order):
        different[each.facts] = each
    if len(different) > 1:
        standing, left_out, undecided = _between(uniting, ConflictType.VALUE_DIFFERS, list(different.values()))
        return standing, left_out, undecided
    return max(latest, key=lambda each: each.order), "", False


_SIDES: tuple[tuple[ConflictType, Callable[[ToldRow], str]], ...] = (
    (ConflictType.TWO_PRIMARIES, lambda each: each.read.office_id.casefold()),
    (ConflictType.DUPLICATE_ID, lambda each: each.read.scope_id),
)


def _between(uniting: _Uniting, kind: ConflictType, sides: list[ToldRow]) -> tuple[ToldRow, str, bool]:
    """What was decided between the first and each other; each pair is one difference."""
    standing = sides[0]
    for other in sides[1:]:
        conflict = uniting.differs(
            Conflict(
                kind,
                text(standing.row, "Title"),
                result_id=text(standing.row, "Result id"),
                return_a=standing.read.return_id,
                return_b=other.read.return_id,
                named_a=_named(standing.read),
                named_b=_named(other.read),
                value_a=standing.value,
                value_b=other.value,
            )
        )
        match conflict.action:
            case Action.USE_A:
                pass
            case Action.USE_B:
                standing = other
            case Action.LEAVE_OUT:
                return standing, "Head office decided to leave it out", False
            case _:
                return standing, f"{kind.label}: nobody has decided yet", True
    return standing, "", False


def _claims(
    uniting: _Uniting, chosen: ToldRow, rows: list[ToldRow], claims: list[tuple[ReadReturn, Row]]
) -> Iterator[ToldClaim]:
    """The claims in the return that counts, and those that other offices add from theirs."""
    own = chosen.read.return_id
    others = {
        each.read.return_id for each in rows if each.read.office_id.casefold() != chosen.read.office_id.casefold()
    }
    seen: set[str] = set()
    lines: set[tuple[str, str]] = set()
    ordered = sorted(claims, key=lambda pair: (pair[0].return_id != own, pair[0].made_at, text(pair[1], "Mapping id")))
    for read, row in ordered:
        if read.return_id != own and read.return_id not in others:
            continue
        mapping = told_mapping(row)
        line = (mapping.agency_id or "", mapping.line_id or "")
        if mapping.id not in seen and line not in lines:
            seen.add(mapping.id)
            lines.add(line)
            yield ToldClaim(read, row, mapping, _line_counts(uniting, read, row))


def _line_counts(uniting: _Uniting, read: ReadReturn, row: Row) -> bool:
    """A line's key holds its code, and two returns call the line by the same name."""
    key = text(row, "Line key")
    if not key:
        return True
    code, name = text(row, "Line code"), text(row, "Line name")
    parts = key.split("|")
    told = f"{code} {name}"
    sound = len(parts) == 4 and parts[1] == code and parts[2].isdigit()
    # A line is what the first return says that keeps to its key.
    known, first = uniting.lines.setdefault(key, (told, read)) if sound else uniting.lines.get(key, (told, read))
    if sound and told == known:
        return True
    conflict = uniting.differs(
        Conflict(
            ConflictType.UNKNOWN_LINE,
            f"The claim of {text(row, 'Agency')} on the line {key}",
            result_id=text(row, "Result id"),
            return_a=read.return_id,
            return_b=first.return_id if told != known else "",
            named_a=_named(read),
            named_b=_named(first) if told != known else "",
            value_a=f"{key}: {told}",
            value_b=f"{key}: {known}" if told != known else "",
        )
    )
    return conflict.action is Action.ACCEPT


def _held_against(uniting: _Uniting, united: UnitedResult, elsewhere: list[ToldRow]) -> UnitedResult:
    """Agency returns feed no figure; where one tells another value of the same revision, somebody has to look."""
    for other in elsewhere:
        same = text(other.row, "Value") == text(united.told.row, "Value")
        if same or other.revision < united.told.revision or is_restricted_row(other.row):
            continue
        conflict = uniting.differs(
            Conflict(
                ConflictType.VALUE_DIFFERS,
                united.result.name,
                result_id=united.result.id,
                return_a=united.told.read.return_id,
                return_b=other.read.return_id,
                named_a=_named(united.told.read),
                named_b=_named(other.read),
                value_a=united.told.value,
                value_b=other.value,
            )
        )
        if conflict.action is Action.LEAVE_OUT:
            return _without(united, "Head office decided to leave it out", undecided=False)
        # Only a group return feeds the national figures, so the agency's value cannot be taken instead.
        if conflict.action is not Action.USE_A:
            return _without(united, "Value differs: nobody has decided yet", undecided=True)
    return united


def _capped(uniting: _Uniting, united: UnitedResult) -> UnitedResult:
    figures = united.figures
    if not figures.over_the_cap:
        return united
    offices = sorted({claim.read.return_id: claim.read for claim in united.claims}.items())
    first, last = offices[0][1], offices[-1][1]
    conflict = uniting.differs(
        Conflict(
            ConflictType.OVER_THE_CAP,
            united.result.name,
            result_id=united.result.id,
            return_a=first.return_id,
            return_b=last.return_id if last is not first else "",
            named_a=_named(first),
            named_b=_named(last) if last is not first else "",
            value_a=percent(figures.claimed_bp),
            value_b=f"{percent(WHOLE_SHARE)} is the whole",
        )
    )
    match conflict.action:
        case Action.ACCEPT:
            return UnitedResult(united.told, united.result, tuple(map(_without_share, united.claims)))
        case Action.LEAVE_OUT:
            return _without(united, "Head office decided to leave it out", undecided=False)
        case _:
            return _without(united, "Shares over 100%: nobody has decided yet", undecided=True)


def _without_share(claim: ToldClaim) -> ToldClaim:
    mapping = Mapping(**{**vars(claim.mapping), "share_bp": None})
    return ToldClaim(claim.read, {**claim.row, "Share": None}, mapping, claim.line_counts)


def _without(united: UnitedResult, why: str, *, undecided: bool) -> UnitedResult:
    return UnitedResult(united.told, united.result, united.claims, why, undecided)


def _named(read: ReadReturn) -> str:
    return f"{read.office_id}: {read.called}"
