"""Minutes as HTML for an e-mail: headings and lists that every mail program shows alike."""

from collections.abc import Iterable
from html import escape

from tracker.models.dates import shown
from tracker.models.figures.handout_words import BASIS, meeting_words, place_words
from tracker.models.figures.minutes import Minutes, MinutesPromise, Present
from tracker.models.figures.minutes_text import promise_words, victory_words


def as_html(minutes: Minutes) -> str:
    """The whole minutes; what people wrote stands there as they wrote it, never as markup."""
    chair = f"<br>Chaired by {escape(minutes.chair)}" if minutes.chair else ""
    when = escape(place_words(f"Minutes of the meeting of {shown(minutes.on)}", minutes.place))
    parts = [
        f"<h2>{escape(minutes.group)}</h2><p>{when}{chair}</p>",
        _part("Decided", map(escape, minutes.decisions), "Nothing was decided."),
        _part("Promised", map(_promise, minutes.promises), "Nothing was promised."),
        _part("Who has the ball now", map(escape, minutes.passed)),
        _part("Little victories", (escape(victory_words(each)) for each in minutes.victories)),
        _part("What we now see differently", map(escape, minutes.now_see)),
        _part(f"Came: {minutes.came_words}", map(_present, minutes.came)),
        _part("Apologies", map(_present, minutes.apologies)),
        _part("Not there", map(_present, minutes.absent)),
        f"<h3>Next meeting</h3><p>{escape(meeting_words(minutes.next_meeting, minutes.closed_on))}</p>",
        f"<p><small>{escape(f'{BASIS} From {minutes.office}.')}</small></p>",
    ]
    return "".join(parts)


def _part(title: str, items: Iterable[str], empty: str = "") -> str:
    told = "".join(f"<li>{item}</li>" for item in items)
    if not told and not empty:
        return ""
    return f"<h3>{escape(title)}</h3>" + (f"<ul>{told}</ul>" if told else f"<p>{escape(empty)}</p>")


def _promise(promise: MinutesPromise) -> str:
    """The agency stands out: that is what a reader looks for."""
    words = promise_words(promise)
    return f"<b>{escape(promise.agency)}</b>{escape(words[len(promise.agency) :])}"


def _present(present: Present) -> str:
    return f"<b>{escape(present.agency)}</b>{escape(present.words[len(present.agency) :])}"
