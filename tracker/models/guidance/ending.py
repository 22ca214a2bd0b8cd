"""How a group ends well, step by step (§7.2), in our own words."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class EndingHelp:
    """One step of winding up. `text` says why it is on the path; `section` is where it rests."""

    key: str
    title: str
    section: str
    text: str


WHEN_TO_END = (
    "A group that has done its work, or that no longer helps anybody, ends better by its own decision than by people "
    "staying away (§7.2)."
)

ENDING_HELP: tuple[EndingHelp, ...] = (
    EndingHelp(
        key="decided",
        title="Decide, and say why",
        section="7.2",
        text="Everybody can say the same of why it ends, and nobody has to guess.",
    ),
    EndingHelp(
        key="promises",
        title="Release open promises",
        section="4.1",
        text="A promise is kept, given up or let go of: none stays hanging over somebody.",
    ),
    EndingHelp(
        key="balls",
        title="Settle who holds what",
        section="4.2",
        text="An issue that goes on goes to one agency's own work; the others let go of it.",
    ),
    EndingHelp(
        key="lessons",
        title="Carry the lessons home",
        section="5.2",
        text="What stays in a group that has ended is lost with it.",
    ),
    EndingHelp(
        key="victories",
        title="Tell the victories",
        section="7.2",
        text="The home agencies hear what was won with what they gave.",
    ),
    EndingHelp(
        key="thanks",
        title="Say thanks",
        section="7.2",
        text="Members, helpers and those who lent them: they will meet again in another group.",
    ),
    EndingHelp(
        key="papers",
        title="Put the papers away",
        section="8.2",
        text="One place that everybody knows; what is about people goes back or is destroyed as was agreed.",
    ),
    EndingHelp(
        key="closed",
        title="Close the group",
        section="7.2",
        text="Seats and roles end with it. All of it can be read afterwards, and it stays in the trajectories.",
    ),
)
