"""Where in a line a day is said: every way of saying it, what leads to it, and what hangs on it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from tracker.models.typed_line import calendar_days, endings, holidays, terms, vague, weekdays, working_days
from tracker.models.typed_line.day_words import NUMBER, WEEKDAY, number_of
from tracker.models.typed_line.flat import just_before
from tracker.models.typed_line.moment import Moment, Reading, Rule

# "By", "before" and "until" a day mean due on it.
_STRONG = (
    r"(?:no|not|nae) later than|at the latest by|(?:on|by) or before|due(?: date)?:?(?: by| on| is"
    r"| back by)?|deadline:?(?: is| of)?"
    r"|(?:by )?(?:the )?week ending|w/e|wk ending|by|before|b4|until|til+|till|up to|(?:a|hei) te(?: ra)?|i mua i te"
    r"|tae (?:noa )?(?:atu )?ki te|pre"
)
_WEAK = r"on|in|for|at|within|mo te"
# What is said of such a day is no due date of its own.
_OTHERWISE = (
    r"since|from|after|following|every|each|last|past|previous|of|between|than|starting|dated|re|about|mai i te"
)
# "The day before our next hui" is due a day earlier, "a week before Christmas" a week.
_EARLIER = rf"(?:the|a|an|one|{NUMBER}) (?P<span>day|night|evening|week|wk|fortnight)s? before"
# The end of a day is the day itself, and no hour that would be lost with it.
_DAYS_END = (
    r"(?:c\.?o\.?[bp]\.?|e\.?o\.?d\.?|(?:the )?close of (?:business|play|day)|(?:the )?end of (?:the )?(?:day|play"
    r"|business)"
    r"|knock-? ?off(?: time)?|home time)"
)
_TIME = (
    rf"(?:(?:about |around )?\d{{1,2}}(?:[:.]\d\d)? ?(?:am|pm|o'?clock)|noon|midday|midnight|lunch(?: ?time)?|smoko"
    rf"|first thing(?: in the morning)?|last thing|after school|before school|morning tea|{_DAYS_END})"
)
_HOUR = rf"(?P<hour>(?:(?:{_TIME},?|\d{{1,2}}(?:[:.]\d\d)?(?= (?:on )?{WEEKDAY})) (?:on )?)?)"
_AFTER = (
    rf"(?P<late>(?:,? at the latest|,? latest)?)(?P<time>(?:,? (?:(?:at|by|before|@) ?)?(?:{_TIME}"
    rf"|morning|afternoon|arvo|evening|night))?)"
)
# Short words that are other words as well are days only where something leads to them.
_OTHER_WORDS = re.compile(r"sat|sun|wed|mon|ra+tu|mane|24/7")
_APART = re.compile(r"(?:[,(]|\s-)\s*$")
_UNMISTAKABLE = re.compile(r"(?:next|this|coming) |tomorrow|apopo|(?:in|within) |.*\b(?:tops|max|most)$")


def _nothing(found: re.Match[str], moment: Moment) -> date | None:
    return None


_RULES: tuple[Rule, ...] = (
    *weekdays.RULES,
    *calendar_days.RULES,
    *endings.RULES,
    *holidays.RULES,
    *terms.RULES,
    *working_days.RULES,
    *((pattern, _nothing) for pattern in vague.PATTERNS),
)
_TAIL = re.compile(_AFTER)
_MEETING = re.compile(r"\b(?:meeting|hui)\b")
_END = re.compile(r"(?:,? (?:please|pls|thanks|thx|ta))?[\s.;,!?)\]]*$")
_ONLY_DAYS_END = re.compile(rf"[\s,]*(?:(?:at|by|before|on) )?{_DAYS_END}[\s,]*(?:on )?")


@cache
def _ways() -> tuple[tuple[re.Pattern[str], Reading], ...]:
    """Every way of saying a day, compiled when the first line is read: it takes as long as a page to open."""
    return tuple((re.compile(pattern), reading) for pattern, reading in (*_RULES, (vague.MONTH_ALONE, _nothing)))


@cache
def _start() -> re.Pattern[str]:
    """Where a day may begin, with what leads to it."""
    ways = "|".join(re.sub(r"\(\?P<\w+>", "(?:", pattern) for pattern, _ in _RULES)
    months = "|".join(rf"(?<={word} )(?:{vague.MONTH_ALONE})" for word in ("by", "in", "before"))
    leads = rf"(?:(?P<strong>{_STRONG})|(?P<otherwise>{_OTHERWISE})|(?P<weak>{_WEAK}))\s+"
    return re.compile(rf"(?<![\w'/.-])(?:{leads})?(?:(?P<earlier>{_EARLIER})\s+)?{_HOUR}(?P<day>{ways}|{months})")


@dataclass(frozen=True)
class Phrase:
    """Words that stand for a day, and the day; None where it cannot be told.

    `weight` is 3 after "by" and its like, 2 after "on" or at an end of the line, 1 in the middle of it. `timed` is
    whether more hangs on it than the day alone would keep, such as an hour.
    """

    start: int
    end: int
    words: str
    day: date | None
    weight: int
    timed: bool


def phrases_in(plain: str, moment: Moment) -> Iterator[Phrase]:
    """Every phrase of a flat line that may say when something is due, in order."""
    place = 0
    while found := _start().search(plain, place):
        phrase = _phrase(plain, found, moment)
        place = max(phrase.end if phrase else found.end(), place + 1)
        if phrase:
            yield phrase


def _phrase(plain: str, found: re.Match[str], moment: Moment) -> Phrase | None:
    start = found.start("day")
    longest = _longest(plain, start)
    if longest is None or found["otherwise"] or plain[longest[0].end() : longest[0].end() + 2] == "'s":
        return None
    match, reading = longest
    tail = _TAIL.match(plain, match.end())
    end = tail.end() if tail else match.end()
    weight = _weight(plain, found, match[0], end)
    if not weight:
        return None
    # "Host the next hui": there the meeting is what is done, and no more a day than an hour is.
    hours = (found["hour"], tail["time"] if tail else "")
    timed = any(hour and not _ONLY_DAYS_END.fullmatch(hour) for hour in hours)
    timed = timed or (not found["strong"] and bool(_MEETING.search(match[0])))
    return Phrase(found.start(), end, plain[start:end], _earlier(found, reading(match, moment)), weight, timed)


def _earlier(found: re.Match[str], day: date | None) -> date | None:
    """The day, or so much before it as the line says."""
    if day is None or not found["earlier"]:
        return day
    count = found["earlier"].split()[0]
    days = {"week": 7, "wk": 7, "fortnight": 14}.get(found["span"], 1)
    return day - timedelta(days=days * (1 if count == "the" else number_of(count)))


def _longest(plain: str, start: int) -> tuple[re.Match[str], Reading] | None:
    matches = ((match, reading) for pattern, reading in _ways() if (match := pattern.match(plain, start)))
    return max(matches, key=lambda pair: pair[0].end(), default=None)


def _weight(plain: str, found: re.Match[str], words: str, end: int) -> int:
    if found["strong"]:
        return 3
    at_end = bool(_END.match(plain, end))
    if found["earlier"]:
        return 2
    if found["weak"]:
        return 2 if found["weak"] != "for" or at_end else 0
    if _OTHER_WORDS.fullmatch(words) and not (at_end and just_before(_APART, plain, found.start("day"))):
        return 0
    if at_end or not found.start():
        return 2
    return 1 if _UNMISTAKABLE.match(words) else 0
