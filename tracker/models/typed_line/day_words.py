"""The words that days are said in, English and te reo Māori, as patterns over a flat line (`flat.flat`)."""

import re

WEEKDAYS = (
    "mon(?:day)?|mane|ra+hina",
    "tue(?:s(?:day)?)?|turei|ra+tu",
    "wed(?:nes(?:day)?|s)?|wenerei|wenrei|ra+apa",
    "thu(?:r(?:s(?:day)?)?)?|taite|ra+pare",
    "fri(?:day)?|paraire|ra+mere",
    "sat(?:urday)?|hatarei|ra+horoi",
    "sun(?:day)?|ra+tapu",
)
MONTHS = (
    "jan(?:uary)?|hanuere|kohi-?tatea",
    "feb(?:ruary|uary)?|pepuere|hui-?tanguru",
    "mar(?:ch)?|maehe|poutu-?te-?rangi",
    "apr(?:il)?|aperira|paenga-?whawha",
    "may|mei|haratua",
    "june?|hune|pipiri",
    "july?|hurae|hongongoi",
    "aug(?:ust)?|akuhata|here-?turi-?koka",
    "sept?(?:ember)?|hepetema|mahuru",
    "oct(?:ober)?|oketopa|whiringa-?a-?nuku",
    "nov(?:ember)?|noema|whiringa-?a-?rangi",
    "dec(?:ember)?|tihema|hakihea",
)

# A word that was corrected is filled up with this letter, so that each letter of the line stays in its place.
FILL = "ǀ"
WEEKDAY = rf"(?:{'|'.join(WEEKDAYS)}){FILL}*(?![\w'])"
MONTH = rf"(?:{'|'.join(MONTHS)}){FILL}*(?![\w'])\.?"
_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}
_NUMBERS |= {"nine": 9, "ten": 10, "twelve": 12, "fourteen": 14, "twenty": 20, "thirty": 30}
NUMBER = rf"(?:\d{{1,3}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
UNIT = r"(?:day|week|wk|fortnight|month|mth|year|yr)s?"
ORDINALS = ("first|1st", "second|2nd", "third|3rd", "fourth|4th", "last")
ORDINAL = rf"(?:{'|'.join(ORDINALS)})"
YEAR = r"(?:(?:19|20)\d\d(?!\d)|'\d\d(?!\d))"
# What may follow a word that is a day only where nothing else hangs on it: "the 2nd house" is no day.
STANDS_ALONE = (
    r"(?=\W*$|\s*[,.;:!?)(]|\s+-|\s+(?:and|or|so|if|to|at|in|on|for|with|when|unless|but|then|from"
    r"|via|as|because|where"
    r"|after|before|by|about|instead|latest|this|next|please|pls|thanks)\b)"
)

_WEEKDAYS = tuple(re.compile(pattern) for pattern in WEEKDAYS)
_MONTHS = tuple(re.compile(pattern) for pattern in MONTHS)
_ORDINALS = tuple(re.compile(pattern) for pattern in ORDINALS)


def weekday_of(word: str) -> int:
    """0 for Monday to 6 for Sunday. Raises StopIteration for a word that is no weekday."""
    return next(place for place, pattern in enumerate(_WEEKDAYS) if pattern.fullmatch(word.rstrip(FILL)))


def month_of(word: str) -> int:
    """1 for January to 12 for December. Raises StopIteration for a word that is no month."""
    return next(place for place, pattern in enumerate(_MONTHS, start=1) if pattern.fullmatch(word.strip(f". {FILL}")))


def number_of(word: str) -> int:
    """12 for "12" and for "twelve". Raises KeyError for a word that is no number."""
    return int(word) if word.isdigit() else _NUMBERS[word]


def ordinal_of(word: str) -> int:
    """1 for "first" to 4 for "fourth", -1 for "last". Raises StopIteration for a word that is none of these."""
    place = next(place for place, pattern in enumerate(_ORDINALS, start=1) if pattern.fullmatch(word))
    return place if place < len(_ORDINALS) else -1
