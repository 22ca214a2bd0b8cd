"""The five figures on top of the Today page, in words."""

from tracker.models.figures.day_words import days_words, short_day
from tracker.models.figures.today import OnTime, TodayFigures
from tracker.ui.place import Place
from tracker.ui.today.tile import Tile
from tracker.ui.words import count


def tiles() -> tuple[Tile, ...]:
    """The tiles, each with the place that it leads to."""
    return tuple(
        Tile(caption, Place(page))
        for caption, page in (
            ("Groups running", "groups"),
            ("Commitments due", "commitments"),
            ("On time, 90 days", "commitments"),
            ("Little victories", "groups"),
            ("Return", "returns"),
        )
    )


def show_figures(made: tuple[Tile, ...], figures: TodayFigures, pressed: int) -> None:
    """Fills the tiles. `pressed` is how many groups need somebody now."""
    groups, due, kept, victories, handing_in = made
    note = f"{pressed:,} need attention now" if pressed != 1 else "1 needs attention now"
    groups.show_figure("Groups running", f"{figures.running:,}", note if pressed else "none needs attention now")
    overdue = f"{figures.overdue:,} overdue, oldest {days_words(figures.oldest_days)}"
    due.show_figure(
        "Due in 7, 30 days",
        f"{figures.due_week:,} and {figures.due_month:,}",
        overdue if figures.overdue else "none overdue",
        "danger" if figures.overdue else "",
    )
    kept.show_figure("On time, 90 days", _of(figures.on_time) or "—", _before(figures))
    since = f"since the return of {short_day(figures.victories_since)}" if figures.victories_since else "in 90 days"
    victories.show_figure("Little victories", f"{figures.victories:,}", since, "good" if figures.victories else "")
    _show_return(handing_in, figures)


def _show_return(tile: Tile, figures: TodayFigures) -> None:
    due = figures.return_due
    sent = f"{due.sent:,} of {count(due.groups, 'group')} sent"
    tone = "danger" if due.days < 0 else "warning" if due.days <= 7 and due.sent < due.groups else ""
    figure = f"{due.words[:1].upper()}{due.words[1:]}"
    # The year ends with its last quarter, and one return can hold both.
    year = " and year" if due.period.quarter == 4 else ""
    tile.show_figure(f"Return: Q{due.period.quarter}{year}", figure, sent, tone)


def _before(figures: TodayFigures) -> str:
    now, before = figures.on_time, figures.before
    if not now.fallen_due:
        return "none fell due"
    if not before.fallen_due:
        return "none fell due in the 90 days before"
    change = now.beside(before)
    return f"{'up from' if change > 0 else 'down from' if change < 0 else 'as before:'} {_of(before)}"


def _of(kept: OnTime) -> str:
    return f"{kept.kept:,} of {kept.fallen_due:,}" if kept.fallen_due else ""
