"""What agencies and people are called at the table: their names as kept, and what follows from them.

"Ministry of Education" is also Education and MoE, "Papakura Marae Trust" the marae trust, "Aroha Ngata" Aroha.
"""

import re
from dataclasses import dataclass
from enum import Enum, auto

from tracker.models.records.agency import Agency
from tracker.models.records.person import Person
from tracker.models.typed_line.flat import flat


class Typing(Enum):
    """How a name must be typed to be taken for one."""

    ANYHOW = auto()
    CAPITAL = auto()
    CAPITALS = auto()
    FIRST_NAME = auto()


@dataclass(frozen=True)
class Alias:
    """One name of somebody. `rank`: 0 a name as kept, 1 what follows from it, 2 and 3 a person's first and last name.

    4 is a word such as "school".
    """

    name: str
    rank: int
    typing: Typing = Typing.ANYHOW


_SMALL = frozenset(["a", "and", "for", "in", "me", "mo", "ki", "o", "of", "on", "te", "the"])
_ARTICLE = re.compile(r"^(?:the|nga) ")
_LEADING = re.compile(r"^(?:(?:ministry|department|dept|office) (?:of|for) (?:the )?|(?:new zealand|nz) )")
_COMPANY = re.compile(r"(?: (?:corporation|commission|inc|incorporated|ltd|limited|society))+\.?$")
_TRAILING = re.compile(
    r",?(?: (?:new zealand|nz|aotearoa|corporation|commission|inc|incorporated|ltd|limited|society|charitable|trust"
    r"|board|council|department|service|services|school|agency|centre|o aotearoa))+\.?$"
)
_NOUNS = frozenset(
    [
        "marae",
        "school",
        "kura",
        "college",
        "council",
        "trust",
        "iwi",
        "hapu",
        "whanau",
        "parents",
        "hospital",
        "clinic",
        "church",
        "university",
    ]
)
TITLES = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "miss",
        "dr",
        "sgt",
        "sergeant",
        "const",
        "constable",
        "insp",
        "inspector",
        "matua",
        "whaea",
        "koka",
        "kaumatua",
        "kuia",
        "aunty",
        "auntie",
        "uncle",
        "papa",
        "nanny",
        "rev",
        "reverend",
        "cr",
        "councillor",
        "sir",
        "dame",
        "hon",
        "nurse",
        "coach",
        "pastor",
        "father",
        "fr",
        "prof",
        "professor",
        "detective",
        "det",
        "senior",
        "snr",
        "principal",
        "judge",
    ]
)
_ENOUGH = 3
# Tuʻipulotu is also typed Tuipulotu.
_GLOTTAL = re.compile(r"(?<=\w)[ʻʼ‘’'`](?=\w)")


# What some are called everywhere, whatever else stands in the office.
_CALLED = {
    "police": ("cops", "the cops"),
    "work and income": ("winz",),
    "child youth and family": ("cyfs", "cyf"),
    "inland revenue": ("ird",),
}
_HEALTH_BOARD = re.compile(r"\b(?:district health board|dhb)\b")


def agency_aliases(agency: Agency) -> list[Alias]:
    """Every name an agency goes by, the best first."""
    kept = [name for name in (agency.name, agency.short_name, agency.te_reo_name) if name]
    found = [Alias(name, 0) for name in kept]
    found += [Alias(agency.code, 0, Typing.CAPITALS if len(agency.code) <= 4 else Typing.ANYHOW)] if agency.code else []
    for name in kept:
        found += [Alias(shorter, 1) for shorter in _shorter(name)]
        found += [Alias(letters, 1, Typing.CAPITALS) for letters in _initials(name)]
        found += [Alias(called, 1) for words, known in _CALLED.items() if words in _spaced(name) for called in known]
        # Of several boards it is asked which; nobody at a table says the whole name.
        found += [Alias("DHB", 0, Typing.CAPITALS)] if _HEALTH_BOARD.search(flat(name)) else []
        found += [Alias(noun, 4) for noun in flat(name).replace(",", " ").split() if noun in _NOUNS]
    return found


def person_aliases(person: Person) -> list[Alias]:
    """Every name a person goes by, the best first; the post is one, where it says more than one word."""
    found = [Alias(name, 0) for name in dict.fromkeys((person.name, _GLOTTAL.sub("", person.name)))]
    words = [word for word in person.name.split() if flat(word).strip(".") not in TITLES]
    # Many are known by their post alone: of "Regional manager, Housing" no word is a first name.
    named = words and words[0][0].isupper() and words[-1][0].isupper()
    if named and "," not in person.name and person.name != person.post:
        found += [Alias(" ".join(words), 1), Alias(f"{words[0]} {words[-1][0]}", 1, Typing.CAPITAL)]
        found += [Alias(words[0], 2, Typing.FIRST_NAME), Alias(words[-1], 3, Typing.CAPITAL)]
    if person.post:
        found.append(Alias(person.post, 1))
    return found


def _spaced(name: str) -> str:
    return " ".join(flat(name).replace("&", "and").replace(",", " ").split())


def _shorter(name: str) -> list[str]:
    """Education for Ministry of Education, Housing for Housing New Zealand, marae trust for Papakura Marae Trust."""
    bare = _ARTICLE.sub("", flat(name.split(",", maxsplit=1)[0] if name.count(",") == 1 else name))
    core = _LEADING.sub("", bare)
    found = [bare, core, _TRAILING.sub("", bare), _TRAILING.sub("", core)]
    company = _COMPANY.sub("", bare)
    found += [company, company.replace("new zealand", "nz"), bare.replace("new zealand", "nz")]
    words = bare.split()
    if len(words) >= _ENOUGH and words[1] in _NOUNS:
        found.append(" ".join(words[1:]))
    return [
        shorter
        for shorter in dict.fromkeys(found)
        if len(shorter) >= _ENOUGH and shorter != name and _says_enough(shorter)
    ]


def _says_enough(name: str) -> bool:
    words = flat(name).split()
    return any(word not in _SMALL and word not in _NOUNS for word in words) or len(words) > 1


def _initials(name: str) -> list[str]:
    """MSD and MoSD for Ministry of Social Development, W&I for Work and Income."""
    words = re.findall(r"[^\W_]+|&", flat(name))
    if len(words) < 2:
        return []
    ways = (
        "".join(word[0] for word in words if word not in _SMALL and word != "&"),
        "".join(word[0] for word in words if word != "&"),
        "".join("&" if word in ("and", "&") else word[0] for word in words),
    )
    return [letters.upper() for letters in dict.fromkeys(ways) if len(letters) >= _ENOUGH]
