"""The limits that signals go by: the usual ones, and this office's own."""

import re
from dataclasses import replace
from decimal import Decimal

from tracker.models.mistake import Mistake
from tracker.models.records.threshold import Threshold
from tracker.models.signals.every import RULES
from tracker.models.signals.rule import Limit, Rule
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value

# A comma with three digits after it parts thousands.
_THOUSANDS = re.compile(r",(?=\d{3}(?:,|$))")
# So much of what was typed is repeated.
_LONGEST = 20


@value
class LimitRow(Value):
    """One limit, the signals that go by it, and what the office has set for itself (None where it keeps the usual)."""

    limit: Limit
    rules: tuple[Rule, ...]
    own: Threshold | None

    @property
    def id(self) -> str:
        """The limit's key."""
        return self.limit.key

    @property
    def is_own(self) -> bool:
        """Whether the office goes by a value of its own."""
        return self.own is not None and self.own.value is not None

    @property
    def now(self) -> Decimal:
        """What holds in this office."""
        return self.own.value if self.own and self.own.value is not None else self.limit.usual


def limit_board(snapshot: Snapshot) -> tuple[LimitRow, ...]:
    """Every limit once, in the order in which its signals are told."""
    own = {each.name: each for each in snapshot.of(Threshold)}
    rules: dict[str, list[Rule]] = {}
    limits: dict[str, Limit] = {}
    for rule in RULES:
        for limit in rule.limits:
            limits.setdefault(limit.key, limit)
            rules.setdefault(limit.key, []).append(rule)
    return tuple(LimitRow(limit, tuple(rules[key]), own.get(key)) for key, limit in limits.items())


def own_limit(row: LimitRow, threshold: Threshold, typed: str, why: str) -> Threshold:
    """The office's own value, as typed. Raises Mistake unless it is a whole number within bounds, with a reason."""
    limit = row.limit
    bounds = f"from {amount(limit.low)} to {with_unit(limit.high, limit.unit)}"
    said = _cut(typed.strip())
    if not said:
        raise Mistake(f"The value is missing: give a number {bounds}.")
    try:
        wanted = Decimal(_bare(typed, limit.unit))
    except ArithmeticError:
        raise Mistake(f"“{said}” is no number: give one {bounds}.") from None
    if not wanted.is_finite() or wanted != wanted.to_integral_value():
        raise Mistake(f"{said} is no whole number: give one {bounds}.")
    if not limit.low <= wanted <= limit.high:
        raise Mistake(f"{_cut(amount(wanted))} is out of bounds: give a number {bounds}.")
    if wanted == limit.usual:
        raise Mistake(f"{with_unit(wanted, limit.unit)} is the usual value: Delete goes back to it.")
    if not why.strip():
        raise Mistake("Say why this office differs: whoever looks next will want to know.")
    return replace(threshold, name=limit.key, value=wanted, why=why.strip())


def amount(number: Decimal) -> str:
    """A limit's number: 120."""
    return f"{int(number):,}" if number == number.to_integral_value() else f"{number:,}"


def with_unit(number: Decimal, unit: str) -> str:
    """120 days, 50%."""
    return f"{amount(number)}{unit}" if unit.startswith("%") else f"{amount(number)} {unit}".rstrip()


def differs_words(row: LimitRow) -> str:
    """ "this office: 150 days, usual 120"; "" where the office keeps the usual."""
    if not row.is_own:
        return ""
    return f"this office: {with_unit(row.now, row.limit.unit)}, usual {amount(row.limit.usual)}"


def _bare(typed: str, unit: str) -> str:
    """The number alone, also of one typed as it is shown: 1,000 days, 50%."""
    bare = typed.strip().removesuffix(unit).strip()
    if unit.startswith("%"):
        bare = bare.removesuffix("%").strip()
    return _THOUSANDS.sub("", bare)


def _cut(said: str) -> str:
    return said if len(said) <= _LONGEST else f"{said[:_LONGEST]}…"
