"""The columns of pairs of groups: whom both share, and who alone joins them."""

from tracker.models.figures.bridges import Bridge
from tracker.models.figures.overlap import GroupOverlap
from tracker.models.value import Value, value
from tracker.ui.table import Column


@value
class PairRow(Value):
    """Two groups, with their bridges."""

    pair: GroupOverlap
    bridges: tuple[Bridge, ...]

    @property
    def id(self) -> str:
        """The pair's."""
        return self.pair.id

    @property
    def shares(self) -> bool:
        """Whether anybody sits in both."""
        return bool(self.pair.agencies.both or self.pair.people.both)

    @property
    def bridge_words(self) -> str:
        """Education, and on a second line that nobody else sits in both; "" without an only bridge."""
        names = ", ".join(bridge.name for bridge in self.bridges)
        return f"{names}\nnobody else" if any(bridge.alone for bridge in self.bridges) else names


OVERLAP_COLUMNS = (
    Column("Group", lambda row: row.pair.one.called, width=164, least=130, share=2, bold=True),
    Column("And", lambda row: row.pair.other.called, width=164, least=130, share=2, bold=True),
    Column(
        "Agencies in both",
        lambda row: row.pair.agencies.both,
        lambda row: row.pair.agencies.words,
        width=130,
        least=124,
        share=1,
        tone=lambda row: "" if row.pair.agencies.both else "muted",
    ),
    Column(
        "People in both",
        lambda row: row.pair.people.both,
        lambda row: row.pair.people.words,
        width=124,
        least=116,
        share=1,
        tone=lambda row: "" if row.pair.people.both else "muted",
    ),
    Column("Only bridge", lambda row: row.bridge_words, width=170, least=120, share=3),
)
