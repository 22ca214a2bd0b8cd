"""The colours of the kinds of line; the word itself always stands beside them."""

from tracker.models.meeting_draft import ItemKind
from tracker.ui.style import current


def kind_colour(kind: ItemKind) -> str:
    """The colour of a kind's word."""
    colours = current()
    return {
        ItemKind.COMMITMENT: colours.link,
        ItemKind.VICTORY: colours.good,
        ItemKind.LESSON: colours.warning,
        ItemKind.RISK: colours.danger,
        ItemKind.BALL: colours.link,
    }.get(kind, colours.muted)


def kind_ground(kind: ItemKind) -> str:
    """The ground of a chip of that kind."""
    colours = current()
    return {
        ItemKind.COMMITMENT: colours.accent_soft,
        ItemKind.BALL: colours.accent_soft,
        ItemKind.VICTORY: colours.good_soft,
        ItemKind.LESSON: colours.warning_soft,
        ItemKind.RISK: colours.danger_soft,
    }.get(kind, colours.stripe)
