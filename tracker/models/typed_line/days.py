"""By when: the day on which a promise is due, read from its line and cut out of it; never guessed."""

import re
from dataclasses import dataclass, replace
from datetime import date

from tracker.models.typed_line.day_phrases import Phrase, phrases_in
from tracker.models.typed_line.flat import flat
from tracker.models.typed_line.moment import Moment
from tracker.models.typed_line.near_days import spelled

_STRONG = 3
_ENOUGH = 2
_END = re.compile(r"(?:,? (?:please|pls|thanks|thx|ta))?[\s.;,!?)\]]*$")
_BETWEEN = re.compile(r"[\s,(]*(?:-\s*)?")
# Until then something lasts; it need not be done by then.
_LASTS = re.compile(r"until|til|up to|tae ")
_LOOSE_ENDS = " ,;:-–—("
_GOES_ON = re.compile(r"\s*[,;.(\[]|\s+[-–—]+\s")
_ABOUT = re.compile(r"[\s.;,!?)\]]*$|\s*[:,]|\s+(?:on|for|about|with|re|regarding|-)\s")
_HALF = re.compile(r"\b(?:will|shall|to|and)$|'ll$")
_ANOTHER = re.compile(r"\b(?:will|shall|would|can|could|may|might|must|is|are|was|were|or|until|before|by)\b|'ll|\d/\d")
# "The list is due by Friday" would be no sentence without its day.
_NEEDS_IT = re.compile(r"\b(?:is|are|be|was|(?:it|that|he|she|they)'(?:s|re)|not|than|to|of|with|and|for|or)$")


@dataclass(frozen=True)
class Due:
    """When something is due: `day`, or in `open` the words that do not tell it. `text` is the line without the day.

    `said` is whether the line names a day at all, `by` whether it is one by which something is to be done, `lasts`
    whether something lasts until then. `opens` is where the day ends that opens a line and stays in it, else 0.
    """

    text: str
    day: date | None = None
    open: str = ""
    said: bool = False
    by: bool = False
    lasts: bool = False
    opens: int = 0


class DayReader:
    """Reads the due days of one meeting's lines."""

    def __init__(self, moment: Moment) -> None:
        self._moment = moment

    def due(self, text: str) -> Due:
        """When the promise in a line is due. Two days that could both be meant are left open."""
        plain = spelled(flat(text))
        phrases = _joined(list(phrases_in(plain, self._moment)), plain)
        best = max((phrase.weight for phrase in phrases), default=0)
        # In the middle of a line, words that tell no day are but words.
        chosen = [phrase for phrase in phrases if phrase.weight == best and (phrase.day or best >= _ENOUGH)]
        if best == _ENOUGH and any(phrase.day for phrase in chosen):
            chosen = [phrase for phrase in chosen if phrase.day]
        if not chosen:
            return Due(text)
        lasts = best == _STRONG and bool(_LASTS.match(plain, chosen[0].start))
        by = best == _STRONG and not lasts
        opens = 0 if chosen[0].start else chosen[0].end
        if len({phrase.day for phrase in chosen}) > 1 or chosen[0].day is None:
            words = " / ".join(text[phrase.start : phrase.end].strip(" .,;") for phrase in chosen)
            return Due(text, open=words, said=True, by=by, lasts=lasts, opens=opens)
        rest = _without(text, chosen[-1])
        return Due(rest, chosen[-1].day, said=True, by=by, lasts=lasts, opens=opens if rest == text else 0)

    def undated(self, text: str) -> str:
        """The text without "until the end of term" and its like, whether or not the day can be told."""
        for phrase in reversed(list(phrases_in(spelled(flat(text)), self._moment))):
            before, after = text[: phrase.start].rstrip(_LOOSE_ENDS), text[phrase.end :]
            if phrase.weight == _STRONG and before and _ABOUT.match(flat(after)):
                text = before + ("" if _END.match(after) else after)
        return text


def _joined(phrases: list[Phrase], plain: str) -> list[Phrase]:
    """Phrases that stand side by side as one: "by the next meeting, 17 July"."""
    joined: list[Phrase] = []
    for phrase in phrases:
        if joined and phrase.weight < _STRONG and _BETWEEN.fullmatch(plain, joined[-1].end, phrase.start):
            joined[-1] = _one(joined[-1], phrase)
        else:
            joined.append(phrase)
    return joined


def _one(first: Phrase, second: Phrase) -> Phrase:
    day = first.day or second.day
    # Friday 26 June, where the 26th is a Thursday: one of the two is wrong.
    differ = first.day and second.day and first.day != second.day
    return replace(
        first,
        end=second.end,
        day=None if differ else day,
        weight=max(first.weight, second.weight),
        timed=first.timed or second.timed,
    )


def _without(text: str, phrase: Phrase) -> str:
    """The text without the day at its end, at its beginning or before a comma; elsewhere it stays, and an hour too."""
    before, after = text[: phrase.start].rstrip(" ,;:-–—"), text[phrase.end :]
    if phrase.timed or _NEEDS_IT.search(flat(before)):
        return text
    if _END.match(after):
        return _closed(before.rstrip(_LOOSE_ENDS)) or text
    if not phrase.start:
        return after.lstrip(" ,:-–—")
    # "By Friday, $500" is one promise; "by Friday, Police will" begins another.
    if phrase.weight == _STRONG and _GOES_ON.match(after) and not _ANOTHER.search(flat(after)):
        # "Police will, by Friday, ring" needs neither of its commas.
        aside = after.lstrip().startswith(",") and _HALF.search(flat(before))
        return f"{before} {after.lstrip(' ,')}" if aside else before + after
    return text


def _closed(text: str) -> str:
    """A bracket that the day had closed is closed again: "(Aroha, Friday)"."""
    return f"{text})" if text.count("(") > text.count(")") else text
