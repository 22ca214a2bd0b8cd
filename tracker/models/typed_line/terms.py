"""Meetings and school terms as days: told by what the office has planned and entered, and by nothing else."""

import re
from datetime import date, timedelta

from tracker.models.figures.coming import next_meeting
from tracker.models.records.group import Group
from tracker.models.records.school_term import SchoolTerm
from tracker.models.typed_line.day_words import number_of
from tracker.models.typed_line.moment import Moment, Rule


def _next_meeting(found: re.Match[str], moment: Moment) -> date | None:
    if moment.snapshot.find(Group, moment.group_id) is None:
        return None
    coming = next_meeting(moment.snapshot, moment.group_id, moment.on)
    return coming.on if coming else None


def _term(found: re.Match[str], moment: Moment) -> date | None:
    """The first or last day of the term that is meant, where exactly one fits."""
    if found["number"]:
        terms = [term for term in _ahead(moment) if re.search(rf"(?i)\bterm {number_of(found['number'])}\b", term.name)]
        if found["year"]:
            terms = [term for term in terms if term.to_on and term.to_on.year == int(found["year"])]
        terms = terms[:1]
    elif "next" in found[0] or _STARTS.match(found["side"]):
        terms = [term for term in _ahead(moment) if term.from_on and term.from_on > moment.on][:1]
    else:
        terms = [term for term in _ahead(moment) if term.from_on and term.from_on <= moment.on]
    if len(terms) != 1:
        return None
    day = terms[0].from_on if _STARTS.match(found["side"]) else terms[0].to_on
    return day if day and day >= moment.on else None


_FRIDAY = 4
_STARTS = re.compile(r"start|begin|first|goes back|is back")


def _end_of_school_week(found: re.Match[str], moment: Moment) -> date | None:
    """The Friday of the week of a term that is meant; week 1 is that of the term's first day."""
    if found["number"]:
        terms = [term for term in _ahead(moment) if re.search(rf"(?i)\bterm {number_of(found['number'])}\b", term.name)]
    else:
        upcoming = "next" in found[0]
        terms = [term for term in _ahead(moment) if term.from_on and (term.from_on > moment.on) is upcoming]
    if not terms or (len(terms) > 1 and not found["number"] and "next" not in found[0]):
        return None
    term, week = terms[0], number_of(found["week"])
    if term.from_on is None or term.to_on is None:
        return None
    monday = term.from_on - timedelta(days=term.from_on.weekday()) + timedelta(weeks=week - 1)
    friday = min(monday + timedelta(days=_FRIDAY), term.to_on)
    # Week 12 of a term of eleven weeks is none.
    return friday if max(moment.on, monday) <= friday else None


def _end_of_school_year(found: re.Match[str], moment: Moment) -> date | None:
    ends = [term.to_on for term in _ahead(moment) if re.search(r"(?i)\bterm 4\b", term.name)]
    return ends[0] if ends else None


def _ahead(moment: Moment) -> list[SchoolTerm]:
    """The terms that are not over yet, in order."""
    terms = [term for term in moment.snapshot.of(SchoolTerm) if term.to_on and term.to_on >= moment.on]
    return sorted(terms, key=lambda term: (term.to_on or date.max, term.name))


_NUMBER = r"(?:[1-4]|one|two|three|four)\b"
_MEET = r"(?:we|the group|this group) (?:next )?meets?(?: again| next)?"
RULES: tuple[Rule, ...] = (
    (
        r"(?:(?:the|our|te|this group's) )?(?:next|following) (?:group |full |monthly |regular |case "
        r"|icm )?(?:meeting|hui)"
        r"(?! (?:of|with)\b)(?!')|(?:te |the )?hui (?:e (?:whai ake|heke mai|tu mai) nei|o muri|a muri)"
        rf"|(?:when |the next time |next time |the time )?{_MEET}",
        _next_meeting,
    ),
    (
        r"(?:the )?(?P<side>end|start|beginning|first day|last day) of (?:the |this |next |school "
        r"|the next |this school )*term"
        rf"(?: (?P<number>{_NUMBER}))?(?:,? (?P<year>(?:19|20)\d\d))?\b",
        _term,
    ),
    (
        rf"(?:the |this |next |school )?term(?: (?P<number>{_NUMBER}))?(?:,? (?P<year>(?:19|20)\d\d))? "
        r"(?P<side>starts|begins|goes back|ends|finishes|closes|is over|is out)\b",
        _term,
    ),
    (
        r"(?:the )?(?:end|friday) of (?:school )?(?:week|wk) (?P<week>\d{1,2}|[a-z]{3,6}),? (?:of |in )?"
        rf"(?:(?:the|this|next|the next) term|term (?P<number>{_NUMBER}))\b",
        _end_of_school_week,
    ),
    (r"(?:the )?end of the school year\b", _end_of_school_year),
)
