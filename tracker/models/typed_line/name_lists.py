"""Names one after another, "Education, CYF and the whānau", and what is made of them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from tracker.models.typed_line.names import Named

_FIRST = re.compile(r"\s*(?:@|(?:the|our|both|all|to|ki|nga|te|mo|everyone at|everybody at|all at|team|folks at)\s+)*")
_NEXT = re.compile(
    r"\s*(?:,?\s*(?:and|&|me|plus|with|as well as)\s+(?:to\s+|also\s+)?(?:the\s+|our\s+|nga\s+|te\s+"
    r"|@)*|[,/+]\s*(?:the\s+|to\s+the\s+|to\s+)?@?|\(|\s+(?:from|at|of)\s+(?:the\s+)?)"
)
_CLOSED = re.compile(r"\s*\)?\s*(?:[.!;:,)]|-|$)")


_OTHERS = re.compile(r"(?:(?<= )|\s*(?:,|and|&)\s+)(?:the |our )?[\w'-]+(?: [\w'-]+){0,2}? (?:and|&) ")


@dataclass(frozen=True)
class NameList:
    """Names in a row, from the first to `end`. `whole` is whether nothing else belongs to the row."""

    names: tuple[Named, ...]
    end: int
    whole: bool

    @property
    def agency_ids(self) -> tuple[str, ...]:
        """The agencies that are named, or whose people are; a name that fits several gives none."""
        return tuple(dict.fromkeys(named.only.agency_id for named in self.names if named.only))

    @property
    def open(self) -> str:
        """The first name that fits several."""
        return next((named.words for named in self.names if named.only is None), "")

    @property
    def only_agencies(self) -> bool:
        """Whether all of them are agencies that are known: then nothing is lost where the row is cut out."""
        return self.whole and all(named.only and not named.only.person_id for named in self.names)


def listed(plain: str, names: Iterable[Named], start: int) -> NameList:
    """The names in a row from a place on; empty where none stands there."""
    found: list[Named] = []
    place, gap = start, _FIRST
    for named in names:
        if named.start < place:
            continue
        # All of it: "te" is an article, and may as well begin a name.
        if not gap.fullmatch(plain, place, named.start):
            break
        found.append(named)
        place, gap = named.end, _NEXT
    return NameList(tuple(found), place, bool(_CLOSED.match(plain, place)))


def thanked(plain: str, names: Iterable[Named], start: int) -> NameList:
    """The names in a row in which others may stand that are not known: "the aunties and Education"."""
    rows = [listed(plain, names, start)]
    while others := _OTHERS.match(plain, rows[-1].end if rows[-1].names else start + 1):
        further = listed(plain, names, others.end())
        if not further.names:
            break
        rows.append(further)
    if len(rows) == 1:
        return rows[0]
    return NameList(tuple(named for row in rows for named in row.names), rows[-1].end, False)
