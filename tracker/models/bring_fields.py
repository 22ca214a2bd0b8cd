"""What can be brought in from a table that an office has: groups, agencies, people, open promises; and their parts."""

from dataclasses import dataclass

from tracker.models.choice import Choice
from tracker.models.folding import folded


class Part(Choice):
    """What a column can be. The value is its name for programs."""

    NAME = "name"
    SHORT_NAME = "short_name"
    CODE = "code", "Short code"
    TE_REO_NAME = "te_reo_name", "Name in te reo Māori"
    SECTOR = "sector"
    PART_OF = "part_of", "Part of"
    PURPOSE = "purpose", "Shared purpose"
    THEME = "theme"
    PLACE = "place"
    STARTED = "started"
    CLOSED = "closed"
    CLOSED_BECAUSE = "closed_because", "Why it closed"
    NEXT_MEETING = "next_meeting"
    POST = "post"
    AGENCY = "agency"
    LEVEL = "level"
    EMAIL = "email", "Work e-mail"
    GROUP = "group"
    FROM = "from", "In the group from"
    WHAT = "what", "What was promised"
    PERSON = "person"
    TO_WHOM = "to_whom", "To whom"
    MADE = "made"
    DUE = "due"
    NOTE = "note"


class Thing(Choice):
    """What the rows of a table are."""

    GROUPS = "groups"
    AGENCIES = "agencies"
    PEOPLE = "people"
    PROMISES = "promises", "Open promises"

    @property
    def parts(self) -> tuple[Part, ...]:
        """What its columns can be, in the order in which they are asked for."""
        return _PARTS[self]

    @property
    def needed(self) -> frozenset[Part]:
        """What every row needs."""
        return _NEEDED[self]

    def counted(self, number: int) -> str:
        """12 agencies, 1 agency."""
        one, many = _NOUNS[self]
        return f"{number:,} {one if number == 1 else many}"


P = Part
_PARTS = {
    Thing.GROUPS: (
        *(P.NAME, P.SHORT_NAME, P.CODE, P.PURPOSE, P.THEME, P.PLACE, P.STARTED),
        *(P.CLOSED, P.CLOSED_BECAUSE, P.NEXT_MEETING),
    ),
    Thing.AGENCIES: (P.NAME, P.SHORT_NAME, P.CODE, P.SECTOR, P.TE_REO_NAME, P.PART_OF, P.NOTE),
    Thing.PEOPLE: (P.NAME, P.POST, P.AGENCY, P.LEVEL, P.EMAIL, P.GROUP, P.FROM, P.NOTE),
    Thing.PROMISES: (P.WHAT, P.GROUP, P.AGENCY, P.PERSON, P.TO_WHOM, P.MADE, P.DUE, P.NOTE),
}
_NEEDED = {
    Thing.GROUPS: frozenset({P.NAME, P.STARTED}),
    Thing.AGENCIES: frozenset({P.NAME, P.SECTOR}),
    Thing.PEOPLE: frozenset({P.NAME, P.AGENCY}),
    Thing.PROMISES: frozenset({P.WHAT, P.GROUP, P.MADE}),
}
_NOUNS = {
    Thing.GROUPS: ("group", "groups"),
    Thing.AGENCIES: ("agency", "agencies"),
    Thing.PEOPLE: ("person", "people"),
    Thing.PROMISES: ("open promise", "open promises"),
}
# What such a column is called elsewhere.
_ALSO = {
    P.SHORT_NAME: ("known as", "abbreviation", "alias", "called"),
    P.CODE: ("id", "acronym", "agency code", "group code"),
    P.TE_REO_NAME: ("te reo", "te reo name", "maori name"),
    P.SECTOR: ("type", "kind", "sort"),
    P.PART_OF: ("parent", "belongs to"),
    P.PURPOSE: ("purpose", "aim", "goal"),
    P.THEME: ("topic", "subject"),
    P.PLACE: ("location", "where", "area", "town"),
    P.STARTED: ("start", "start date", "began", "since", "date started"),
    P.CLOSED: ("end", "end date", "ended", "finished"),
    P.CLOSED_BECAUSE: ("reason", "why closed"),
    P.NEXT_MEETING: ("next meeting on", "next met"),
    P.POST: ("role", "position", "job", "job title"),
    P.AGENCY: ("organisation", "organization", "employer", "owner", "responsible", "lead", "owner agency"),
    P.LEVEL: ("seniority", "grade"),
    P.EMAIL: ("email", "e-mail", "mail", "email address", "e-mail address"),
    P.GROUP: ("groups", "group name", "group code", "partnership", "collaboration"),
    P.FROM: ("from", "joined", "member since", "start", "since"),
    P.WHAT: ("promise", "action", "commitment", "task", "what", "description", "text", "agreed action"),
    P.PERSON: ("who", "owner", "by whom", "owner person", "responsible person", "name"),
    P.TO_WHOM: ("to", "for", "for whom"),
    P.MADE: ("date", "agreed", "made on", "date agreed", "promised", "raised", "meeting date"),
    P.DUE: ("due date", "by when", "by", "deadline", "due by"),
    P.NOTE: ("notes", "comment", "comments", "remarks", "status note"),
}


# A list of people has their organisation in a column of its own, and one of promises is told apart by its owner.
_ALSO_HERE = {
    (Thing.PEOPLE, P.NAME): ("full name", "person", "who", "member"),
    (Thing.GROUPS, P.NAME): ("group name", "title", "group"),
    (Thing.AGENCIES, P.NAME): ("agency name", "agency", "organisation", "organization", "title"),
}


@dataclass(frozen=True)
class Source:
    """Where a part comes from: a column, counted from 0, or words that are the same for all rows."""

    column: int | None = None
    words: str = ""


Sources = dict[Part, Source]


def guessed(thing: Thing, headings: tuple[str, ...]) -> Sources:
    """Which column is which part, by its heading: by the part's own name first, then by what else it is called."""
    folded_headings = [folded(heading.replace("_", " ").strip(" *:")) for heading in headings]
    sources: Sources = {}
    taken: set[int] = set()
    also = {part: _ALSO_HERE.get((thing, part), _ALSO.get(part, ())) for part in thing.parts}
    for names_of in (lambda part: (part.label, part.value.replace("_", " ")), also.__getitem__):
        for part in thing.parts:
            names = [folded(name) for name in names_of(part)]
            fits = [place for place, heading in enumerate(folded_headings) if heading in names and place not in taken]
            if part not in sources and len(fits) == 1:
                sources[part] = Source(fits[0])
                taken.add(fits[0])
    return sources
