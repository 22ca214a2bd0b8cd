"""The meetings that were held, in a table."""

from tracker.models.dates import shown
from tracker.models.figures.held import HeldMeeting
from tracker.ui.parts.headed_table import HeadedTable
from tracker.ui.table import RIGHT, Column
from tracker.ui.words import count


def held_table(*, with_group: bool) -> HeadedTable:
    """The table; the group where there are several."""
    group = Column("Group", lambda row: row.group, width=150, least=90, share=2, bold=True)
    return HeadedTable(
        (
            Column("Date", lambda row: row.meeting.on, width=112, least=100, bold=not with_group),
            *((group,) if with_group else ()),
            Column("Place", lambda row: row.meeting.place, width=130, least=90, share=2, drop=2),
            Column("Came", _share, lambda row: row.came_words, align=RIGHT, width=78, least=76, tip=_came_tip),
            Column("Felt", lambda row: row.meeting.felt, width=72, least=66, drop=1),
            Column("Noted", _noted, noted_words, width=160, least=138, share=3),
        ),
        lambda row: str(row.meeting.id),
        lambda name, rows: name,
    )


def noted_words(row: HeldMeeting) -> str:
    """2 decisions, and under it 5 promises, 1 victory; a dash where nothing was noted."""
    parts = (
        count(row.decisions, "decision") if row.decisions else "",
        count(row.promises, "promise") if row.promises else "",
        count(row.victories, "victory", "victories") if row.victories else "",
    )
    first, *rest = [part for part in parts if part] or ["–"]
    return "\n".join(line for line in (first, ", ".join(rest)) if line)


def _share(row: HeldMeeting) -> float | None:
    return row.came / row.listed if row.listed else None


def _came_tip(row: HeldMeeting) -> str:
    if not row.listed:
        return "Who came is not noted."
    return f"{row.came_words} came or sent somebody on {shown(row.meeting.on)}"


def _noted(row: HeldMeeting) -> int:
    return row.decisions + row.promises + row.victories
