"""The five places of the continuum (§1.2): how closely agencies work together, in our own words."""

from dataclasses import dataclass

from tracker.models.records.outlook import Closeness


@dataclass(frozen=True, kw_only=True)
class ClosenessHelp:
    """One place on the continuum, and what it looks like there."""

    closeness: Closeness
    text: str
    section: str = "1.2"


CLOSENESS: tuple[ClosenessHelp, ...] = (
    ClosenessHelp(
        closeness=Closeness.CO_EXISTENCE,
        text="Each looks after itself; nobody tells the others anything on purpose",
    ),
    ClosenessHelp(
        closeness=Closeness.COMMUNICATION,
        text="People ring each other and pass on what is wanted, as it comes",
    ),
    ClosenessHelp(
        closeness=Closeness.CO_OPERATION,
        text="There are set meetings and agreed ways to pass things on, so that each does its own work better",
    ),
    ClosenessHelp(
        closeness=Closeness.CO_ORDINATION,
        text="Means are shared and some tasks done side by side, still for the aims of each",
    ),
    ClosenessHelp(
        closeness=Closeness.COLLABORATION,
        text="One aim that all own, seen alike and spoken of in the same words; often put in writing",
    ),
)

_BY_PLACE = {help.closeness: help for help in CLOSENESS}


def closeness_help(closeness: Closeness) -> ClosenessHelp:
    """What is said of a place on the continuum."""
    return _BY_PLACE[closeness]
