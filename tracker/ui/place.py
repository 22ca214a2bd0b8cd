"""A place is what a page shows: back and forward go from place to place."""

from tracker.models.value import Value, value


@value
class Place(Value):
    """Where the window is. `page` is the page's name as on the command line; `group_id` and `tab` narrow it down.

    `record_id` asks the page to lead to one thing on it (a meeting, a judgement) and to mark it.
    """

    page: str
    group_id: str = ""
    tab: str = ""
    record_id: str = ""
