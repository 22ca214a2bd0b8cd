"""What is said where people rate: who can tell whose rating it is, and where it goes."""

from tracker.models.records import Group
from tracker.ui.words import count

# Up to so many agencies nobody is truly anonymous.
_FEW = 7


def privacy_words(group: Group | None, agencies: int) -> str:
    """Who can tell whose rating it is, and where it goes."""
    named = bool(group and group.ratings_named)
    agreed = (
        "The group agreed that ratings are shown with names."
        if named
        else "Ratings are shown without names: the group has not agreed to them."
    )
    few = f"With {count(agencies, 'agency', 'agencies')} nobody is truly anonymous. " if agencies <= _FEW else ""
    return f"{few}{agreed} Single ratings never leave the office."
