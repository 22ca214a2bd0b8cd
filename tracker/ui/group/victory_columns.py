"""The columns of a group's victories: what is not celebrated or not told at home yet stands out, by word."""

from datetime import date

from tracker.models.dates import shown
from tracker.models.figures.victories import Victory
from tracker.ui.group.amounts import measured
from tracker.ui.table import RIGHT, Column

NOT_YET = "not yet"


def value_of(victory: Victory) -> str:
    """Its number with the unit, as people say it; "" for a story."""
    return measured(victory.result.value, victory.result.unit)


def _title(victory: Victory) -> str:
    gained = " ".join(victory.result.who_gained.split())
    return f"{victory.result.name}\n{gained}" if gained else victory.result.name


def _tone(victory: Victory) -> str:
    return "muted" if victory.withdrawn else ""


def _credit_tone(victory: Victory) -> str:
    return "" if victory.credit and not victory.withdrawn else "muted"


def _done(day: date | None, to_do: bool) -> str:
    return NOT_YET if to_do else shown(day) or "–"


def _to_do_tone(to_do: bool) -> str:
    return "warning" if to_do else "muted"


COLUMNS = (
    Column("Date", lambda victory: victory.result.on, width=112, least=110, tone=_tone),
    Column(
        "Victory", lambda victory: victory.result.name, _title, width=300, least=180, share=4, bold=True, tone=_tone
    ),
    Column(
        "Credit",
        lambda victory: victory.credit_words,
        lambda victory: victory.credit_words or "nobody named",
        width=170,
        least=110,
        share=2,
        tone=_credit_tone,
    ),
    Column("Value", value_of, align=RIGHT, width=120, least=96, drop=2, tone=_tone),
    Column(
        "Celebrated",
        lambda victory: victory.result.celebrated_on,
        lambda victory: _done(victory.result.celebrated_on, victory.to_celebrate),
        width=112,
        least=110,
        tone=lambda victory: _to_do_tone(victory.to_celebrate),
    ),
    Column(
        "Told at home",
        lambda victory: victory.result.told_home_on,
        lambda victory: _done(victory.result.told_home_on, victory.to_tell),
        width=112,
        least=110,
        tone=lambda victory: _to_do_tone(victory.to_tell),
    ),
    Column("State", lambda victory: victory.result.state, width=100, least=88, drop=3, tone=_tone),
)
