"""What is said, before anybody answers, of who can tell whose answers they are."""

from tracker.ui.words import count

# Up to so many agencies nobody is truly anonymous.
_FEW = 7


def privacy_said(agencies: int, *, named: bool) -> str:
    """Who can tell whose answers they are, and where they go."""
    agreed = (
        "The group agreed beforehand that answers are shown with the agency's name."
        if named
        else "Answers are shown as dots without names: the group has not agreed to names."
    )
    few = f"With {count(agencies, 'agency', 'agencies')} nobody is truly anonymous. " if agencies <= _FEW else ""
    return f"{few}{agreed} Single answers never leave the office."
