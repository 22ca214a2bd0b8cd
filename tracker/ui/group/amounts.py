"""A value with its unit, as a person would say it."""

from decimal import Decimal

from tracker.models.figures.timeline_words import measured as in_units

_ONE = {"people": "person", "children": "child"}
_PER_CENT = ("%", "percent", "per cent")


def measured(value: Decimal | None, unit: str) -> str:
    """12 households, 1 household, 86%; "" without a value. The unit is as somebody typed it, in the plural."""
    if value is not None and unit.strip() in _PER_CENT:
        return f"{in_units(value, '')}%"
    return in_units(value, _one_of(unit) if value == 1 else unit)


def _one_of(unit: str) -> str:
    if unit in _ONE:
        return _ONE[unit]
    if unit.endswith("ies"):
        return f"{unit[:-3]}y"
    return unit[:-1] if unit.endswith("s") and not unit.endswith("ss") else unit
