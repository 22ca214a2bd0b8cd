"""Concentration: the vectors of the formulas, and the limits on what may be shown."""

from decimal import Decimal

import pytest

from tracker.models.figures.concentration import Concentration, concentration


def of(*amounts: int) -> Concentration:
    found = concentration({f"agency-{place}": Decimal(amount) for place, amount in enumerate(amounts)})
    assert found is not None
    return found


VECTORS = (
    ((70, 10, 10, 10), 0.70, 0.52, 0.36, 1.92, 0.45, 0.60),
    ((40, 30, 20, 10), 0.40, 0.30, 0.067, 3.33, 0.25, 0.333),
    ((60, 20, 10, 5, 5), 0.60, 0.415, 0.269, 2.41, 0.50, 0.625),
    ((100, 0, 0, 0), 1, 1, 1, 1, 0.75, 1),
    ((25, 25, 25, 25), 0.25, 0.25, 0, 4, 0, 0),
)


@pytest.mark.parametrize(("amounts", "largest", "hhi", "normalised", "partners", "gini", "corrected"), VECTORS)
def test_the_figures_are_those_of_the_vectors(
    amounts: tuple[int, ...],
    largest: float,
    hhi: float,
    normalised: float,
    partners: float,
    gini: float,
    corrected: float,
) -> None:
    found = of(*amounts)
    assert max(found.shares.values()) == pytest.approx(largest)
    assert found.hhi == pytest.approx(hhi, abs=0.0005)
    assert found.hhi_normalised == pytest.approx(normalised, abs=0.0005)
    assert found.effective_partners == pytest.approx(partners, abs=0.005)
    assert found.gini == pytest.approx(gini, abs=0.0005)
    assert found.gini_corrected == pytest.approx(corrected, abs=0.0005)


def test_the_lead_is_the_largest_share_less_the_next() -> None:
    assert of(60, 20, 10, 5, 5).lead == pytest.approx(0.4)
    assert of(30, 30, 40).largest == ("agency-2", Decimal("0.4"))


def test_under_three_agencies_there_are_shares_alone() -> None:
    found = of(80, 20)
    assert (float(found.shares["agency-0"]), found.hhi, found.gini, found.effective_partners) == (0.8, None, None, None)


def test_with_nothing_to_share_there_is_no_figure() -> None:
    assert concentration({"a": Decimal(0), "b": Decimal(0)}) is None
    assert concentration({}) is None


def test_exact_decimals_do_not_round_on_the_way() -> None:
    assert sum(of(1, 1, 1).shares.values()) == 1
