"""The minutes of a meeting as one page of A4."""

from collections.abc import Sequence

from tracker.models.dates import shown
from tracker.models.figures.handout_words import BASIS, day_words, meeting_words, stays_words, to_words
from tracker.models.figures.minutes import Minutes, MinutesPromise, Present
from tracker.ui.printing.handout import Band, Handout, Plan
from tracker.ui.printing.head import Head
from tracker.ui.printing.paper import SMALL, SPACE, Span, bold, ink, muted
from tracker.ui.printing.row import Cell, Row
from tracker.ui.printing.section import Section

# What the columns of the promises share of the page's width.
_AGENCY, _TEXT, _TO, _DUE = 0.2, 0.47, 0.19, 0.14
_APART = 1.2 * SPACE


def minutes_handout(minutes: Minutes) -> Handout:
    """The minutes laid out on one page; what was not noted at the meeting takes no room."""
    left = [_came(minutes), *_people("Apologies", minutes.apologies), *_people("Not there", minutes.absent)]
    right = [
        *_list("Who has the ball now", minutes.passed),
        *_list("Little victories", tuple(_victory(each.text, each.credit) for each in minutes.victories)),
        *_list("What we now see differently", minutes.now_see),
    ]
    columns = (tuple(left), (*right, _next(minutes)))
    bands = (Band(((_decided(minutes),),)), Band(((_promised(minutes),),)), Band(columns))
    foot = (f"{BASIS} {stays_words(minutes.stays)}", minutes.office)
    return Handout(Plan(_head(minutes), (), bands, foot))


def _head(minutes: Minutes) -> Head:
    chair = f"Chaired by {minutes.chair}" if minutes.chair else ""
    facts = f"{minutes.came_words} came" if minutes.came else "Nobody is noted as having come"
    return Head("Minutes", minutes.group, facts, "MEETING OF", day_words(minutes.on), (minutes.place, chair))


def _decided(minutes: Minutes) -> Section:
    rows = tuple(_numbered(place, ink(text)) for place, text in enumerate(minutes.decisions, start=1))
    return Section("Decided", len(rows), lambda n: rows[:n], "Nothing was decided.", least=6)


def _promised(minutes: Minutes) -> Section:
    captions = (("Who", _AGENCY), ("What", _TEXT), ("To whom", _TO), ("By when", _DUE))
    heading = Row(tuple(Cell(muted(words), share, 1, SMALL) for words, share in captions))
    rows = tuple(map(_promise_row, minutes.promises))
    return Section("Promised", len(rows), lambda n: (heading, *rows[:n]), "Nothing was promised.", least=10, most=40)


def _promise_row(promise: MinutesPromise) -> Row:
    cells = (
        Cell((Span(promise.agency, bold=True), *muted(f"  {promise.who}" if promise.who else "")), _AGENCY, 3),
        Cell(ink(promise.text), _TEXT, 3),
        Cell(ink(to_words(promise.to)), _TO, 3),
        Cell(ink(shown(promise.due)) if promise.due else muted("no date yet"), _DUE, 1),
    )
    return Row(cells, above=1.5 * SPACE, ruled=True)


def _came(minutes: Minutes) -> Section:
    return _seats("Came", minutes.came, "Nobody is noted.", most=70)


def _people(title: str, people: Sequence[Present]) -> list[Section]:
    return [_seats(title, people, "", most=20)] if people else []


def _seats(title: str, people: Sequence[Present], empty: str, most: int) -> Section:
    rows = tuple(
        Row((Cell((Span(each.agency, bold=True), *muted(f"  {'; '.join(each.people)}"))),), above=SPACE * 0.8)
        for each in people
    )
    return Section(title, len(rows), lambda n: rows[:n], empty, least=4, most=most)


def _list(title: str, texts: Sequence[str | tuple[Span, ...]]) -> list[Section]:
    spans = [ink(text) if isinstance(text, str) else text for text in texts]
    rows = tuple(Row((Cell(each, most=3),), above=_APART) for each in spans)
    return [Section(title, len(rows), lambda n: rows[:n], "", least=3, most=20)] if rows else []


def _victory(text: str, credit: Sequence[str]) -> tuple[Span, ...]:
    return (Span(text), *muted(f"\u00a0· {', '.join(credit)}")) if credit else ink(text)


def _next(minutes: Minutes) -> Section:
    row = Row((Cell(bold(meeting_words(minutes.next_meeting, minutes.closed_on)), most=3),), above=_APART)
    return Section("Next meeting", 1, lambda n: (row,), "", least=1, most=1)


def _numbered(number: int, words: tuple[Span, ...]) -> Row:
    return Row((Cell(muted(f"{number}."), 0.035, 1), Cell(words, 0.965, 3)), above=_APART)
