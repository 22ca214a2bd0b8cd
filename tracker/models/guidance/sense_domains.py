"""The four domains of making sense of an issue (§3.2, after Kurtz and Snowden), in our own words."""

from dataclasses import dataclass

from tracker.models.records.outlook import Domain


@dataclass(frozen=True, kw_only=True)
class DomainHelp:
    """One domain: what it is like, and the way to act in it, in three words."""

    domain: Domain
    text: str
    way: str
    section: str = "3.2"


# As they lie in the source's figure: the upper two, then the lower two.
SENSE_DOMAINS: tuple[DomainHelp, ...] = (
    DomainHelp(
        domain=Domain.COMPLEX,
        text="What led to what is seen only afterwards: try something small and look",
        way="probe, sense, respond",
    ),
    DomainHelp(
        domain=Domain.KNOWABLE,
        text="Causes lie far off in time or place: somebody who studies it can find them",
        way="sense, analyse, respond",
    ),
    DomainHelp(
        domain=Domain.CHAOS,
        text="Nothing seems to follow from anything: steady it first",
        way="act, sense, respond",
    ),
    DomainHelp(
        domain=Domain.KNOWN,
        text="The same always leads to the same: there is a good way to do it",
        way="sense, categorise, respond",
    ),
)

_BY_DOMAIN = {help.domain: help for help in SENSE_DOMAINS}


def domain_help(domain: Domain) -> DomainHelp:
    """What is said of a domain."""
    return _BY_DOMAIN[domain]
