"""Every record has an identity that sorts by time and stays unique when offices' files are put together."""


def mint(milliseconds: int, random_bits: int) -> str:
    """A UUID of version 7 as text (RFC 9562, section 5.7).

    `milliseconds` since 1970 UTC (48 bits are used); `random_bits`: 74 bits of chance, given by the caller so that
    this function knows no clock and no dice.
    """
    random_a = (random_bits >> 62) & 0xFFF
    random_b = random_bits & 0x3FFF_FFFF_FFFF_FFFF
    number = (milliseconds & 0xFFFF_FFFF_FFFF) << 80 | 0x7 << 76 | random_a << 64 | 0b10 << 62 | random_b
    text = f"{number:032x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"
