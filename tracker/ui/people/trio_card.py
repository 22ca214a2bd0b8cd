"""The roles of a group on the day in view: the trio first, whether it is complete, and what stands empty."""

from tracker.models.dates import shown
from tracker.models.figures.membership_manner import MembershipManner
from tracker.models.figures.trio import TRIO, RoleOn, Trio
from tracker.models.records.membership import RoleName
from tracker.ui.people.signed_rows import Signed, SignedRows
from tracker.ui.style import UNIT
from tracker.ui.widgets import Card, Elided, Muted, set_tone

_ROLE_WIDTH = 29 * UNIT


class TrioCard(Card):
    """A role that became empty stands out the moment that it does (§1.1)."""

    def __init__(self) -> None:
        super().__init__("The trio")
        self._state = Elided("", "title")
        self._rows = SignedRows(len(RoleName))
        self._manner = Muted()
        self._unseated = Elided("", "muted")
        self.body.setContentsMargins(4 * UNIT, 2 * UNIT, 4 * UNIT, 2 * UNIT)
        self.body.setSpacing(UNIT)
        self.header.setStretch(1, 0)
        self.header.addSpacing(UNIT)
        self.header.addWidget(self._state, 1)
        self.body.addWidget(self._rows, 1)
        self.body.addWidget(self._manner)
        self.body.addWidget(self._unseated)
        set_tone(self._unseated, "warning")

    @property
    def state(self) -> str:
        """Whether the trio is complete, in words."""
        return self._state.whole

    @property
    def manner(self) -> str:
        """Open or closed, and how the agencies joined."""
        return self._manner.text()

    @property
    def lines(self) -> list[str]:
        """What is said of each role, in a line."""
        return [" · ".join(part for part in (row.about, row.words, row.note) if part) for row in self._rows.rows]

    def show_trio(self, trio: Trio, manner: MembershipManner, unseated: str) -> None:
        """Shows the roles of a day, how the group is made up, and who has a role without a seat."""
        self._state.set_text("complete" if trio.complete and not trio.closed else trio.words)
        set_tone(self._state, "danger" if trio.missing else "" if trio.closed else "good")
        self._rows.show_rows([_row(role, closed=trio.closed) for role in trio.roles], _ROLE_WIDTH)
        self._manner.setText(manner.words)
        self._unseated.set_text(unseated)
        self._unseated.setVisible(bool(unseated))


def _row(role: RoleOn, *, closed: bool) -> Signed:
    strong = role.name in TRIO
    if role.empty:
        words = f"nobody · before: {'; '.join(holder.who for holder in role.last)}" if role.last else "nobody yet"
        since = f"since {shown(role.empty_since)}" if role.empty_since else ""
        missed = not closed and (strong or role.lately)
        return Signed(role.name.label, words, since, "danger" if missed else "muted", strong=strong)
    return Signed(
        role.name.label,
        _who(role),
        f"leaves {shown(role.leaves_on)}" if role.leaves_on else "",
        "warning" if role.leaves_on else "good",
        tip="\n".join(f"{role.name.label}: {holder.words}" for holder in role.holders),
        strong=strong,
    )


def _who(role: RoleOn) -> str:
    """Who has it and since when; of several how many there are, then who."""
    if len(role.holders) > 1:
        return f"{role.words}: {'; '.join(holder.who for holder in role.holders)}"
    return f"{role.holders[0].who} · since {shown(role.holders[0].since)}"
