"""The contribution that is chosen, and beside it what else its agency put in: kind by kind, never added up."""

from collections.abc import Sequence

from tracker.models.dates import shown
from tracker.models.figures.contribution_lines import AgencyKind, ContributionLine
from tracker.models.figures.day_words import days_words
from tracker.models.figures.timeline_words import joined
from tracker.ui.parts.story_card import StoryCard

_NO_VALUE = "Its value is not filled in, and so it counts in no share of the whole"


class ContributionCard(StoryCard):
    """Tells what it is, whether it has come, from which support at home, and the agency's kinds."""

    def __init__(self) -> None:
        super().__init__("The contribution", facts=4)

    def show_contribution(self, line: ContributionLine, kinds: Sequence[AgencyKind]) -> None:
        """Tells of a contribution; `kinds` are those of its agency."""
        given = line.contribution
        kind = given.kind.label if given.kind else ""
        self.tell(
            given.text or kind,
            (
                (joined(line.agency, kind, line.amount or "no amount given"), ""),
                _came(line),
                (_support(line), ""),
                ("" if line.valued else _NO_VALUE, ""),
            ),
            [(each.kind.label, each.words) for each in kinds],
        )


def _came(line: ContributionLine) -> tuple[str, str]:
    given = line.contribution
    promised = f"Promised {shown(given.promised_on)}" if given.promised_on else ""
    if line.waits is None:
        return joined(promised, f"delivered {shown(given.delivered_on)}").capitalize(), "good"
    since = f", {days_words(line.waits)} ago" if line.waits else ""
    return f"{promised}{since}, and not delivered yet", "warning"


def _support(line: ContributionLine) -> str:
    if line.support is None:
        return ""
    secured = line.support.secured_on
    how = f"secured {shown(secured)}" if secured else "not secured yet"
    return f"From the support at home “{line.support.title}”, {how}"
