"""Every record has an identity that sorts by time and stays unique when offices' files are put together."""

from collections.abc import Callable


def mint(milliseconds: int, random_bits: int) -> str:
    """A UUID of version 7 as text (RFC 9562, section 5.7).

    `milliseconds` since 1970 UTC (48 bits are used); `random_bits`: 74 bits of chance, given by the caller so that
    this function knows no clock and no dice.
    """
    random_a = (random_bits >> 62) & 0xFFF
    random_b = random_bits & 0x3FFF_FFFF_FFFF_FFFF
    return _text((milliseconds & 0xFFFF_FFFF_FFFF) << 80 | 0x7 << 76 | random_a << 64 | 0b10 << 62 | random_b)


def in_order(before: str, made: str) -> str:
    """An id made after another: itself, or the next one where both fell into one millisecond and chance put it first.

    So what is typed one after another is also read in that order (RFC 9562, section 6.2, method 2).
    """
    return made if made > before else _text(int(before.replace("-", ""), 16) + 1)


def minting_in_order(mint: Callable[[], str]) -> Callable[[], str]:
    """Mints as `mint` does, each id later than the one before."""
    last = ""

    def next_id() -> str:
        nonlocal last
        last = in_order(last, mint())
        return last

    return next_id


def _text(number: int) -> str:
    text = f"{number:032x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"
