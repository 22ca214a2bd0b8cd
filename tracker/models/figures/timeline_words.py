"""The small words of a timeline's entries: amounts, counts, and parts joined by a dot."""

from collections.abc import Mapping
from decimal import Decimal

from tracker.models.records.contribution import Contribution


def joined(*parts: str) -> str:
    """The parts that are not empty, with a dot between."""
    return " · ".join(part for part in parts if part)


def number(value: Decimal) -> str:
    """1,234.5: thousands separated, no trailing zeros."""
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def measured(value: Decimal | None, unit: str) -> str:
    """12 families, or "" without a value."""
    return "" if value is None else f"{number(value)} {unit}".rstrip()


def dollars(value: Decimal | None) -> str:
    """$120,000, or "" without a value."""
    return "" if value is None else f"${number(value)}"


def given(contribution: Contribution) -> str:
    """Its quantity in its own unit, and its value where it has one."""
    quantity = "" if contribution.unit == "NZD" else measured(contribution.quantity, contribution.unit)
    return joined(quantity, dollars(contribution.value_nzd))


def several(count: int, one: str, many: str) -> str:
    """1 agency, 3 agencies."""
    return f"{count:,} {one if count == 1 else many}"


def counted(counts: Mapping[str, int]) -> str:
    """3 complex, 1 knowable: the most frequent first."""
    pairs = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return ", ".join(f"{count} {word}" for word, count in pairs)
