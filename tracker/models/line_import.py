"""Lines that come from a published file, held against those that the office has: what is new, changed or the same.

A line is known again by its key. Nothing is ever taken away: lines that a newer file lacks are named, and stay.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from tracker.models.choice import Choice
from tracker.models.fields import Field, fields_of
from tracker.models.period import Period
from tracker.models.records.accountability import Framework, FrameworkKind, FrameworkState, GroupType, Line
from tracker.models.records.record import Record
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value

# What the office says of a line, and no file does.
_OWN = ("id", "sensitivity", "provenance", "section", "using_agency", "successor_line_id", "framework_id", "line_key")
_LOST = "\ufffd"
_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
_PUBLISHER, _LICENCE = "The Treasury (New Zealand)", "CC BY 4.0"


class Fate(Choice):
    """What becomes of a line of the file."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same", "As it was"


@value
class LineChange(Value):
    """A line as it is to be kept, with what it was; `changes` are words such as "Amount: 10,143, was 9,800"."""

    line: Line
    fate: Fate
    changes: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The line's own."""
        return self.line.id


@value
class VoteCount(Value):
    """How many lines of a Vote come in, and their amount in thousands of dollars; parents have none and stand apart."""

    vote: str
    lines: int
    parents: int
    new: int
    changed: int
    amount_000: int

    @property
    def id(self) -> str:
        """The Vote: there is one row for it."""
        return self.vote


@value
class Source(Value):
    """Where lines came from: the file's name, its SHA-256, and the moment of the import (UTC)."""

    name: str
    sha256: str
    at: datetime


@value
class LinePlan(Value):
    """What an import would do. `missing` are lines of the office that the file should have and has not: they stay."""

    frameworks: tuple[Framework, ...]
    changes: tuple[LineChange, ...]
    missing: tuple[Line, ...]
    framework_names: tuple[str, ...]

    @property
    def records(self) -> tuple[Record, ...]:
        """What is to be saved; nothing where the same file comes once more."""
        return (*self.frameworks, *(change.line for change in self.changes if change.fate is not Fate.SAME))

    @property
    def counts(self) -> Mapping[Fate, int]:
        """How many lines meet each fate, parents among them."""
        found = Counter(change.fate for change in self.changes)
        return {fate: found[fate] for fate in Fate}

    @property
    def words(self) -> str:
        """1,089 lines and 107 wholes: 1,196 new, 0 changed, 0 as they were."""
        parents = sum(change.line.group_type is GroupType.PARENT for change in self.changes)
        lines = len(self.changes) - parents
        counts = self.counts
        told = f"{counts[Fate.NEW]:,} new, {counts[Fate.CHANGED]:,} changed, {counts[Fate.SAME]:,} as they were"
        wholes = f" and {parents:,} {'whole' if parents == 1 else 'wholes'} of categories" if parents else ""
        return f"{lines:,} {'line' if lines == 1 else 'lines'}{wholes}: {told}"

    @property
    def votes(self) -> tuple[VoteCount, ...]:
        """What comes in, Vote by Vote."""
        by_vote: dict[str, list[LineChange]] = {}
        for change in self.changes:
            by_vote.setdefault(change.line.vote, []).append(change)
        return tuple(_counted(vote, by_vote[vote]) for vote in sorted(by_vote))


class EstimatesFrameworks:
    """The framework of each year and amount type: the one that the office has, or a new one."""

    def __init__(self, snapshot: Snapshot, mint: Callable[[], str]) -> None:
        self._mint = mint
        self._present = _present_frameworks(snapshot)
        self._new: dict[tuple[int, str], Framework] = {}
        self._ids: dict[tuple[int, str], str] = {key: found.id for key, found in self._present.items()}

    def id_of(self, year_end: int, amount_type: str) -> str:
        """The id of the framework for lines of this year and amount type."""
        key = (year_end, amount_type)
        if key not in self._ids:
            self._new[key] = _new_framework(self._mint(), year_end, amount_type)
            self._ids[key] = self._new[key].id
        return self._ids[key]

    def of(self, year_end: int, amount_type: str) -> Framework:
        """The framework itself."""
        key = (year_end, amount_type)
        self.id_of(year_end, amount_type)
        return self._new.get(key) or self._present[key]

    def is_new(self, framework: Framework) -> bool:
        """Whether the office does not have it yet."""
        return any(new.id == framework.id for new in self._new.values())


def plan_lines(
    snapshot: Snapshot,
    frameworks: EstimatesFrameworks,
    lines: Sequence[Line],
    parents: Sequence[Line],
    source: Source,
) -> LinePlan:
    """Holds lines and the wholes of their categories against the office. The lines' own ids are taken where
    they are new, and the office's where it knows their keys.
    """
    present = {folded_key(line.line_key): line for line in snapshot.of(Line)}
    known_ids = {parent.id: present[key].id for parent in parents if (key := folded_key(parent.line_key)) in present}
    changes = tuple(_held(line, present.get(folded_key(line.line_key)), known_ids) for line in (*parents, *lines))
    touched = {(line.year_end or 0, line.amount_type) for line in lines}
    moved = {(change.line.year_end or 0, change.line.amount_type) for change in changes if change.fate is not Fate.SAME}
    kept = []
    for pair in sorted(touched):
        framework = frameworks.of(*pair)
        if frameworks.is_new(framework) or framework.source_sha256 != source.sha256 or pair in moved:
            kept.append(_sourced(framework, source))
    names = tuple(frameworks.of(*pair).name for pair in sorted(touched))
    return LinePlan(tuple(kept), changes, _missing(snapshot, frameworks, lines, parents), names)


def folded_key(key: str) -> str:
    """A line's key for comparing alone: where letters beyond ASCII stand, or were lost, does not tell lines apart."""
    return key if key.isascii() else _NOT_ASCII.sub("?", key)


def _held(line: Line, present: Line | None, known_ids: Mapping[str, str]) -> LineChange:
    parent_id = known_ids.get(line.parent_line_id or "", line.parent_line_id)
    if present is None:
        made = line if parent_id == line.parent_line_id else replace(line, parent_line_id=parent_id)
        return LineChange(made, Fate.NEW)
    told: dict[str, Any] = {
        part.name: _repaired(getattr(line, part.name), getattr(present, part.name))
        for part in fields_of(Line)
        if part.name not in _OWN and not _says_nothing(line, part)
    }
    told["parent_line_id"] = parent_id or present.parent_line_id
    kept = replace(present, **told)
    if kept == present:
        return LineChange(present, Fate.SAME)
    return LineChange(kept, Fate.CHANGED, tuple(_changed(present, kept)))


def _says_nothing(line: Line, part: Field) -> bool:
    """The whole of categories has no row of its own: what it lacks was typed by hand, if at all."""
    return line.group_type is GroupType.PARENT and not getattr(line, part.name)


def _repaired(came: object, present: object) -> object:
    """Words in which letters were lost, where somebody has put these right: the office's words stay."""
    if not isinstance(came, str) or _LOST not in came or not isinstance(present, str):
        return came
    pattern = ".{1,3}".join(map(re.escape, re.split(f"{_LOST}+", came)))
    return present if re.fullmatch(pattern, present, re.DOTALL) else came


def _changed(before: Line, after: Line) -> Iterable[str]:
    for part in fields_of(Line):
        was, now = getattr(before, part.name), getattr(after, part.name)
        if was == now:
            continue
        if part.name == "parent_line_id":
            yield "Part of another whole than before"
        elif isinstance(now, int) and isinstance(was, int):
            yield f"{part.heading}: {now:,}, was {was:,}"
        else:
            yield f"{part.heading}: “{_short(now)}”, was “{_short(was)}”"


def _short(held: object) -> str:
    words = " ".join(str(getattr(held, "label", "" if held is None else held)).split())
    return words if len(words) <= 60 else f"{words[:59]}…"


def _missing(
    snapshot: Snapshot, frameworks: EstimatesFrameworks, lines: Sequence[Line], parents: Sequence[Line]
) -> tuple[Line, ...]:
    """Lines of the same framework and department that did not come this time."""
    came = {folded_key(line.line_key) for line in (*lines, *parents)}
    asked = {(line.framework_id, folded_key(line.administering_agency)) for line in lines}
    ids = {framework_id for framework_id, _ in asked}
    return tuple(
        line
        for framework_id in sorted(filter(None, ids))
        for line in snapshot.of(Line, framework_id=framework_id)
        if (framework_id, folded_key(line.administering_agency)) in asked
        and folded_key(line.line_key) not in came
        and not frameworks.is_new(snapshot.one(Framework, framework_id))
    )


def _counted(vote: str, changes: Sequence[LineChange]) -> VoteCount:
    parents = sum(change.line.group_type is GroupType.PARENT for change in changes)
    fates = Counter(change.fate for change in changes)
    amount = sum(change.line.amount_000 or 0 for change in changes)
    return VoteCount(vote, len(changes) - parents, parents, fates[Fate.NEW], fates[Fate.CHANGED], amount)


def _present_frameworks(snapshot: Snapshot) -> dict[tuple[int, str], Framework]:
    """Treasury's frameworks of the office by year and amount type; of two the one with more lines."""
    estimates = {
        framework.id: framework
        for framework in snapshot.of(Framework)
        if framework.kind is FrameworkKind.ESTIMATES and framework.owner_agency_id is None
    }
    often: Counter[tuple[int, str, str]] = Counter(
        (line.year_end or 0, line.amount_type, line.framework_id or "")
        for line in snapshot.of(Line)
        if line.framework_id in estimates
    )
    found: dict[tuple[int, str], Framework] = {}
    for (year_end, amount_type, framework_id), _ in often.most_common():
        found.setdefault((year_end, amount_type), estimates[framework_id])
    return found


def _new_framework(identity: str, year_end: int, amount_type: str) -> Framework:
    year = Period(year_end)
    return Framework(
        id=identity,
        name=f"Estimates of Appropriations {year.label}, {amount_type or 'amounts'}",
        kind=FrameworkKind.ESTIMATES,
        period_from=year.first_day,
        period_to=year.last_day,
        vintage=amount_type,
        licence=_LICENCE,
        state=FrameworkState.CURRENT,
    )


def _sourced(framework: Framework, source: Source) -> Framework:
    """Where the lines came from, and when."""
    vintage = f"{framework.vintage.partition(', from ')[0]}, from {source.name}".removeprefix(", ")
    url = framework.source_url or f"{_PUBLISHER}, data from the Estimates of Appropriations"
    changes: dict[str, Any] = {"vintage": vintage[:300], "source_url": url, "source_sha256": source.sha256}
    return replace(framework, **changes, imported_at=source.at)
