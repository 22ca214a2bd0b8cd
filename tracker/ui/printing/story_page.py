"""The story card of a group as one page of A4: essence before form (§7.2)."""

from collections.abc import Sequence

from tracker.models.figures.handout_words import stays_words
from tracker.models.figures.story_card import StoryCard
from tracker.ui.printing.handout import Band, Handout, Plan
from tracker.ui.printing.head import Head
from tracker.ui.printing.paper import NORMAL, SPACE, bold, ink, muted
from tracker.ui.printing.row import Cell, Row
from tracker.ui.printing.section import Section

_APART = 1.2 * SPACE
_BASIS = "Told so that others can learn from it."


def story_handout(card: StoryCard) -> Handout:
    """The essence first; then what was seen differently, what turned it, what it took, and what came of it."""
    left = (
        _section("What we came to see differently", card.seen, "Nothing is noted yet.", least=3),
        _section("What turned it", card.turned, "No turn is noted yet.", least=4),
        _stages(card),
    )
    right = (
        _section("What it took", card.took, "Nothing is counted yet.", least=3),
        _section("Little victories", card.victories, "None yet.", least=3, most=12),
        _section("What we learned", card.lessons, "No lesson yet.", least=3, most=8),
    )
    told = f"Told by {card.told_by}." if card.told_by else ""
    foot = (" ".join(words for words in (_BASIS, told, stays_words(card.stays)) if words), card.office)
    bands = (*_essence(card), Band((left, right)))
    facts = card.purpose or "The shared purpose is not written down yet."
    return Handout(Plan(Head("A story", card.group, facts, "WHEN", card.when, (card.place,)), (), bands, foot))


def _essence(card: StoryCard) -> tuple[Band, ...]:
    if not card.essence:
        return ()
    row = Row((Cell(bold(card.essence), 1.0, 6, NORMAL + 8),), above=_APART)
    return (Band(((Section("What others could take from it", 1, lambda n: (row,)[:n], "", least=1, most=1),),)),)


def _section(title: str, lines: Sequence[str], empty: str, least: int, most: int = 20) -> Section:
    rows = tuple(Row((Cell(ink(line), most=4),), above=_APART) for line in lines)
    return Section(title, len(rows), lambda n: rows[:n], empty, least=least, most=most)


def _stages(card: StoryCard) -> Section:
    rows = tuple(
        Row((Cell(muted(when), 0.34, 1), Cell(ink(lane.label if lane else "Not clear"), 0.66, 1)), above=_APART)
        for when, lane in card.stages
    )
    return Section("Stages it went through", len(rows), lambda n: rows[:n], "No stage is judged yet.", least=3, most=14)
