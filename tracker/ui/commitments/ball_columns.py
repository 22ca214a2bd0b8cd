"""The columns of the table of balls, and the parts it falls into."""

from collections.abc import Sequence
from typing import Any

from tracker.models.dates import shown
from tracker.models.figures.ball_standing import BallStanding
from tracker.ui.parts.signs import Signs
from tracker.ui.table import RIGHT, Column
from tracker.ui.words import count

# Longer than this without passing it on, and somebody should ask.
_LONG = 60


def ball_columns(signs: Signs, group: dict[str, str] | None) -> tuple[Column, ...]:
    """The matter, its holder and since when; the group's name by its id where there are several groups."""
    of_group = Column("Group", lambda ball: _group(group, ball), width=140, least=96, share=1, drop=2, tone=_settled)
    return (
        Column("Matter", _issue, width=300, least=200, share=5, tone=_settled),
        *((of_group,) if group is not None else ()),
        Column(
            "Held by",
            lambda ball: ball.holder,
            _holder,
            width=180,
            least=150,
            share=2,
            tone=_tone,
            icon=lambda ball: _sign(signs, ball),
        ),
        Column("Since", lambda ball: ball.since, width=116, least=112, tone=_settled),
        Column("Days", lambda ball: ball.days, align=RIGHT, width=72, least=60, tone=_days_tone),
        Column("Passed", lambda ball: len(ball.passed), _passed, width=90, least=84, drop=3, tone=_settled),
    )


def part_of(ball: Any) -> tuple[Any, str]:
    """Held by nobody, held, settled: in this order."""
    if not ball.open:
        return 2, "Settled"
    return (0, "Held by nobody") if ball.dropped else (1, "Held")


def heading_words(name: str, balls: Sequence[BallStanding]) -> str:
    """A part's name with its count."""
    return f"{name}: {count(len(balls), 'ball')}"


def key_of(ball: BallStanding) -> str:
    """What names a row."""
    return str(ball.ball.id)


def _group(names: dict[str, str] | None, ball: BallStanding) -> str:
    return (names or {}).get(ball.ball.group_id or "", "")


def _issue(ball: BallStanding) -> str:
    return " ".join(ball.ball.issue.split())


def _holder(ball: BallStanding) -> str:
    if not ball.open:
        last = f"\nlast {ball.holder}" if ball.holder else ""
        return f"settled {shown(ball.ball.closed_on)}{last}"
    return ball.holder or "nobody"


def _passed(ball: BallStanding) -> str:
    return count(len(ball.passed), "time") if ball.passed else "never"


def _sign(signs: Signs, ball: BallStanding) -> Any:
    if not ball.open:
        return signs.drawn("circle-check", "good")
    return signs.drawn("triangle-alert", "danger") if ball.dropped else signs.drawn("building-2", "muted")


def _settled(ball: BallStanding) -> str:
    return "" if ball.open else "muted"


def _tone(ball: BallStanding) -> str:
    return "danger" if ball.dropped else _settled(ball)


def _days_tone(ball: BallStanding) -> str:
    if not ball.open:
        return "muted"
    return "danger" if ball.dropped else "warning" if ball.days > _LONG else ""
