"""Minutes as plain text for an e-mail: wrapped, complete, and readable in any program."""

from collections.abc import Iterable, Iterator
from textwrap import wrap

from tracker.models.dates import shown
from tracker.models.figures.handout_words import BASIS, meeting_words, place_words, to_words
from tracker.models.figures.minutes import Minutes, MinutesPromise, MinutesVictory

# The longest line that every mail program shows, and quotes, without breaking it again.
WIDTH = 72


def as_text(minutes: Minutes) -> str:
    """The whole minutes: nothing is cut, no line is longer than 72 characters unless one word is."""
    parts = [
        _head(minutes),
        _part("Decided", _bullets(minutes.decisions) or ["Nothing was decided."]),
        _part("Promised", _bullets(map(promise_words, minutes.promises)) or ["Nothing was promised."]),
        _part("Who has the ball now", _bullets(minutes.passed)),
        _part("Little victories", _bullets(map(victory_words, minutes.victories))),
        _part("What we now see differently", _bullets(minutes.now_see)),
        _part(f"Came: {minutes.came_words}", _bullets(each.words for each in minutes.came)),
        _part("Apologies", _bullets(each.words for each in minutes.apologies)),
        _part("Not there", _bullets(each.words for each in minutes.absent)),
        _part("Next meeting", _wrapped(meeting_words(minutes.next_meeting, minutes.closed_on))),
        "\n".join(_wrapped(f"{BASIS} From {minutes.office}.")),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def promise_words(promise: MinutesPromise) -> str:
    """Education: Term 3 plan, to the parents, by 18 Jul 2008."""
    to = f", to {to_words(promise.to)}" if promise.to else ""
    due = f", by {shown(promise.due)}" if promise.due else ", no date yet"
    who = f" ({promise.who})" if promise.who else ""
    return f"{promise.agency}{who}: {promise.text.rstrip('.')}{to}{due}"


def victory_words(victory: MinutesVictory) -> str:
    """All the children back at school (Education, Police)."""
    return f"{victory.text} ({', '.join(victory.credit)})" if victory.credit else victory.text


def _head(minutes: Minutes) -> str:
    chair = f"Chaired by {minutes.chair}" if minutes.chair else ""
    title, when = minutes.group, f"Minutes of the meeting of {shown(minutes.on)}"
    lines = [*_wrapped(title), *_wrapped(place_words(when, minutes.place)), *_wrapped(chair)]
    return "\n".join([*lines, "=" * min(WIDTH, max(map(len, lines)))])


def _part(title: str, lines: Iterable[str]) -> str:
    told = list(lines)
    return "\n".join([title.upper(), *told]) if told else ""


def _bullets(texts: Iterable[str]) -> list[str]:
    return [line for text in texts for line in _bullet(text)]


def _bullet(text: str) -> Iterator[str]:
    yield from _wrapped(text, "- ", "  ")


def _wrapped(text: str, first: str = "", rest: str = "") -> list[str]:
    # An address or a long name stands whole: broken, it could not be followed.
    return wrap(text, WIDTH, initial_indent=first, subsequent_indent=rest, break_long_words=False)
