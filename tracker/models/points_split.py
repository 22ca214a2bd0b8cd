"""100 points shared out over several: moving one takes from the others in proportion, and locked ones stay (§4.1)."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Self

from tracker.models.mistake import Mistake
from tracker.models.value import Value, value

WHOLE = 100


@value
class PointsSplit(Value):
    """Whole points from 0 to 100, by place; they always add up to exactly 100.

    `locked` are the places that stay as they are while others move. While one place is moved up and down, the others
    follow what they had when it began, in `basis`: nothing is lost by moving too far and back.
    """

    points: tuple[int, ...]
    locked: frozenset[int] = frozenset()
    basis: tuple[int, ...] = ()
    moving: int | None = None

    @classmethod
    def equal(cls, parts: int) -> Self:
        """The same for each, as far as whole points allow: 3 have 34, 33, 33. Raises Mistake if there are no parts."""
        if parts < 1:
            raise Mistake("There is nobody to share the points out over: give an agency its seat in the group first.")
        return cls(shared_out(WHOLE, [1] * parts))

    @classmethod
    def given(cls, points: Sequence[int]) -> Self:
        """Points as they were given. Raises Mistake if they do not add up to 100, or one of them is below 0."""
        if sum(points) != WHOLE or min(points, default=-1) < 0:
            raise Mistake(f"The points add up to {sum(points)}: share out exactly 100, and no less than 0 to each.")
        return cls(tuple(points))

    def room(self, place: int) -> tuple[int, int]:
        """The least and the most that a place can have while those that are locked stay as they are."""
        left = WHOLE - sum(self.points[other] for other in self.locked if other != place)
        alone = all(other in self.locked for other in range(len(self.points)) if other != place)
        return (left if alone else 0), left

    def moved(self, place: int, to: int) -> Self:
        """One place with other points, or with the nearest it can have; the unlocked others follow in proportion."""
        least, most = self.room(place)
        there = min(max(to, least), most)
        basis = self.basis if self.moving == place and self.basis else self.points
        followers = self._followers(place)
        points = list(self.points)
        points[place] = there
        for follower, share in zip(followers, shared_out(most - there, _weights(basis, followers)), strict=True):
            points[follower] = share
        return replace(self, points=tuple(points), basis=basis, moving=place)

    def typed(self, place: int, points: int) -> Self:
        """One place as a number was typed for it; it stays there from then on.

        Raises Mistake if it cannot have so many while the locked ones stay.
        """
        least, most = self.room(place)
        if not least <= points <= most:
            raise Mistake(_too_many(points, least, most, locked=bool(self.locked - {place})))
        moved = self.moved(place, points)
        return replace(moved, locked=moved.locked | {place})

    def turned(self, place: int) -> Self:
        """One place locked, or its lock taken off."""
        return replace(self, locked=self.locked ^ {place}, basis=(), moving=None)

    def evened_out(self) -> Self:
        """The same for each that is not locked; where all are, the locks are taken off."""
        if len(self.locked) == len(self.points):
            return type(self).equal(len(self.points))
        free = [place for place in range(len(self.points)) if place not in self.locked]
        left = WHOLE - sum(self.points[place] for place in self.locked)
        points = list(self.points)
        for place, share in zip(free, shared_out(left, [1] * len(free)), strict=True):
            points[place] = share
        return replace(self, points=tuple(points), basis=(), moving=None)

    def _followers(self, place: int) -> list[int]:
        return [other for other in range(len(self.points)) if other != place and other not in self.locked]


def shared_out(whole: int, weights: Sequence[int]) -> tuple[int, ...]:
    """A whole number (0 or more) by weight in whole parts, by largest remainder; equal remainders go to the first.

    Where no weight is above 0 each counts the same. Without weights there are no parts.
    """
    if weights and not any(weights):
        weights = [1] * len(weights)
    total = sum(weights)
    parts = [whole * weight // total for weight in weights]
    by_remainder = sorted(range(len(weights)), key=lambda place: -(whole * weights[place] % total))
    for place in by_remainder[: whole - sum(parts)]:
        parts[place] += 1
    return tuple(parts)


def _weights(basis: Sequence[int], places: Collection[int]) -> list[int]:
    return [basis[place] for place in places]


def _too_many(points: int, least: int, most: int, *, locked: bool) -> str:
    if not locked:
        return f"{points:,} cannot be given: there are 100 points in all, and none below 0."
    if least == most:
        return f"All others are locked, which leaves {most}: take a lock off (L) before this can be {points:,}."
    return f"{points:,} cannot be given: {most} points are left beside those that are locked. L takes a lock off."
