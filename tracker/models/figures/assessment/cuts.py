"""A round by kind of agency: what is cut so small that it would tell of single people is hidden."""

from fractions import Fraction

from tracker.models.figures.assessment.averages import agency_means, counting, heard, over_all, stage_scores
from tracker.models.records.agency import Agency, Sector
from tracker.models.records.stage import Assessment, Rating, Stage
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value

# A cut that names who is in it is hidden with fewer raters.
LEAST_RATERS = 3


@value
class Cut(Value):
    """The agencies of one sector. `scores` by stage, from 0 to 4; None where the cut is hidden."""

    sector: Sector
    raters: int
    agencies: int
    scores: tuple[tuple[Stage, float | None], ...] | None

    @property
    def hidden(self) -> bool:
        """Whether so few rated, here or in the only other small cut, that it is not shown."""
        return self.scores is None


def cuts(snapshot: Snapshot, assessment: Assessment) -> tuple[Cut, ...]:
    """A round of signs by sector, hidden with fewer than 3 raters.

    Where one alone would be hidden the smallest of the others is hidden with it: else it could be worked out from the
    whole. Agencies without a sector are left out.
    """
    ratings = counting(heard(snapshot, assessment))
    by_sector: dict[Sector, list[Rating]] = {}
    for rating in ratings:
        agency = snapshot.find(Agency, rating.agency_id)
        if agency is not None and agency.sector is not None:
            by_sector.setdefault(agency.sector, []).append(rating)
    hidden = _hidden({sector: len(held) for sector, held in by_sector.items()})
    return tuple(
        _cut(sector, by_sector[sector], shown=sector not in hidden)
        for sector in sorted(by_sector, key=lambda sector: sector.rank)
    )


def _hidden(raters: dict[Sector, int]) -> set[Sector]:
    small = {sector for sector, count in raters.items() if count < LEAST_RATERS}
    others = sorted(
        (sector for sector in raters if sector not in small), key=lambda sector: (raters[sector], sector.rank)
    )
    return small | set(others[:1]) if len(small) == 1 else small


def _cut(sector: Sector, ratings: list[Rating], *, shown: bool) -> Cut:
    agencies = agency_means(ratings)
    scores = stage_scores(over_all(agencies.values()))
    told = tuple((stage, _number(score)) for stage, score in scores.items())
    return Cut(sector, len(ratings), len(agencies), told if shown else None)


def _number(score: Fraction | None) -> float | None:
    return None if score is None else float(score)
