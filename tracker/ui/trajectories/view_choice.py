"""In which of three ways the Trajectories page shows the groups."""

from tracker.models.choice import Choice


class ViewChoice(Choice):
    """By calendar, from their beginnings, or each by itself."""

    CALENDAR = "calendar", "By &calendar"
    START = "start", "&Months since start"
    MULTIPLES = "multiples", "&Small multiples"
