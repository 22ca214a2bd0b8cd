"""Amounts of money in a typed line."""

import re
from decimal import Decimal

_FACTORS = {"": 1, "k": 1_000, "thousand": 1_000, "m": 1_000_000, "mil": 1_000_000, "million": 1_000_000}
_NUMBER = r"(\d{1,3}(?:[, ]\d{3})+(?:\.\d+)?|\d{1,12}(?:\.\d+)?)\s?(k|m|mil|million|thousand)?"
_AMOUNT = re.compile(
    rf"(?:(?:nz)?\$\s?{_NUMBER}(?![\w%])|\bnzd\s?{_NUMBER}(?![\w%])|(?<![\w.,]){_NUMBER}\s(?:nzd|dollars?|bucks)\b)",
    re.IGNORECASE,
)


def amount_in(text: str) -> Decimal | None:
    """The largest amount named, in NZD: $5,000, $5k, $1.2m, NZD 300, 5000 dollars; None where there is none."""
    return max((_value(found) for found in _AMOUNT.finditer(text)), default=None)


def _value(found: re.Match[str]) -> Decimal:
    number, factor = next((found[place], found[place + 1]) for place in (1, 3, 5) if found[place])
    return Decimal(number.replace(",", "").replace(" ", "")) * _FACTORS[(factor or "").lower()]
