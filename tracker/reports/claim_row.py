"""One agency's claims as rows of its return: each claim with its result, its line and who else had a part."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from tracker.models.figures.apportioning import ResultFigures
from tracker.models.folding import folded
from tracker.models.records import Agency, Group, Line, Mapping, Result
from tracker.models.records.accountability import MappingState, MappingType
from tracker.models.snapshot import Snapshot
from tracker.reports.group_facts import GroupFacts, may_leave

UNNAMED = "one that is not named here"


@dataclass(frozen=True)
class ClaimRow:
    """A live claim. `line` is None where the agency has none for it, and then `line_key` is "".

    `small` says that the result's number is a small count, `kept_back` that it would enter a sum. `led` is whether one
    of the agency's claims on the result says that it led. `first_on_line` marks a result's first claim on its line,
    `first_for_agency` its first of all.
    """

    mapping: Mapping
    figures: ResultFigures
    group: Group
    line: Line | None
    line_key: str
    small: bool
    kept_back: bool
    others: tuple[str, ...]
    led: bool
    first_on_line: bool
    first_for_agency: bool

    @property
    def result(self) -> Result:
        return self.figures.result

    @property
    def agreed(self) -> bool:
        """Whether the claim carries a share that the group agreed."""
        return self.mapping.state is MappingState.GROUP_AGREED and self.mapping.share_bp is not None

    @property
    def apportioned(self) -> Decimal | None:
        """The part of the value that the claim carries, at six places; None without an agreed share."""
        part = self.figures.apportioned(self.mapping)
        return None if part is None else round(part, 6)


def key_of(line: Line) -> str:
    """The key as Treasury has it; a line without one is known by its department, code, year and amount type."""
    if line.line_key:
        return line.line_key
    return "|".join((line.administering_agency, line.code, str(line.year_end or ""), line.amount_type))


def on_hidden_line(snapshot: Snapshot, mapping: Mapping) -> bool:
    """Whether a claim is on a line that may not leave the office, and so stays with it."""
    line = snapshot.find(Line, mapping.line_id)
    return line is not None and not may_leave(line)


def claim_rows(snapshot: Snapshot, agency: Agency, groups: Iterable[GroupFacts]) -> tuple[ClaimRow, ...]:
    """The agency's live claims that may leave, by vote, line, date and result; those without a line last."""
    claims = sorted((claim for group in groups for claim in _claims_of(snapshot, agency, group)), key=_order)
    on_lines: set[tuple[str, str]] = set()
    once: set[str] = set()
    rows = []
    for claim in claims:
        result_id = claim.figures.result.id
        place = (key_of(claim.line) if claim.line else "", result_id)
        rows.append(claim.row(first_on_line=bool(place[0]) and place not in on_lines, first=result_id not in once))
        on_lines.add(place)
        once.add(result_id)
    return tuple(rows)


class _Claim(NamedTuple):
    """A claim before it has its place."""

    mapping: Mapping
    line: Line | None
    figures: ResultFigures
    group: GroupFacts
    others: tuple[str, ...]
    led: bool

    def row(self, *, first_on_line: bool, first: bool) -> ClaimRow:
        result_id = self.figures.result.id
        return ClaimRow(
            mapping=self.mapping,
            figures=self.figures,
            group=self.group.group,
            line=self.line,
            line_key=key_of(self.line) if self.line else "",
            small=result_id in self.group.withheld_ids,
            kept_back=result_id in self.group.withheld_sums,
            others=self.others,
            led=self.led,
            first_on_line=first_on_line,
            first_for_agency=first,
        )


def _claims_of(snapshot: Snapshot, agency: Agency, group: GroupFacts) -> Iterator[_Claim]:
    for figures in group.figures:
        if agency.id not in figures.agency_ids:
            continue
        own = [each for each in figures.mappings if each.agency_id == agency.id and not on_hidden_line(snapshot, each)]
        others = _others(snapshot, agency, figures)
        led = any(mapping.type is MappingType.LEAD for mapping in own)
        for mapping in own:
            yield _Claim(mapping, snapshot.find(Line, mapping.line_id), figures, group, others, led)


def _others(snapshot: Snapshot, agency: Agency, figures: ResultFigures) -> tuple[str, ...]:
    """What the other claimants are called, by name; of a restricted one, that there is one."""
    found = [snapshot.find(Agency, each) for each in figures.agency_ids if each != agency.id]
    names = [each.called if may_leave(each) else UNNAMED for each in found if each]
    return tuple(sorted(names, key=lambda name: (name == UNNAMED, folded(name))))


def _order(claim: _Claim) -> tuple[object, ...]:
    line, result = claim.line, claim.figures.result
    vote, key = (folded(line.vote), key_of(line)) if line else ("", "")
    return (line is None, vote, key, result.on is None, result.on, result.id, claim.mapping.id)
