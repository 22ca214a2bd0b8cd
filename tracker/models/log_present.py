"""Who came, as a log tells it: a code, and where the program wrote it also who, and how they were there.

"POL" is the agency; "POL (Mere Tau)" somebody of it; "POL (Mere Tau, sent Jo Reid)", "POL (apology)" and
"POL (Mere Tau, did not come)" say how.
"""

import re
from dataclasses import dataclass

from tracker.models.named_in_file import NamesInFile
from tracker.models.records.agency import Agency
from tracker.models.records.meeting import Presence
from tracker.models.records.person import Person

_PART = re.compile(r"(.+?)\s*\((.*)\)")
_STATUS = re.compile(r"(?:^|,\s*)(sent\b.*|apology|did not come)$", re.IGNORECASE)
_SENT = "sent"
_SOMEBODY = "somebody"


@dataclass(frozen=True)
class Came:
    """One agency, or one person of it, at a meeting."""

    agency: Agency
    person: Person | None = None
    presence: Presence = Presence.PRESENT
    instead: str = ""

    @property
    def told(self) -> str:
        """As plain words with the keys of who it is, for comparing."""
        person = self.person.id if self.person else ""
        return f"{self.agency.id} {person} {self.presence} {self.instead}"


def read_present(part: str, names: NamesInFile, group_id: str) -> tuple[Came | None, str, str]:
    """Who is meant; or None with why not and what to do. A name that is nobody's is said, and the agency came all the
    same.
    """
    meant = names.agency(part)
    if meant.record is not None:
        return Came(meant.record), "", ""
    found = _PART.fullmatch(part)
    if found is None:
        return None, meant.why, meant.advice
    meant = names.agency(found[1])
    if meant.record is None:
        return None, meant.why, meant.advice
    who, presence, instead = _apart(found[2].strip())
    person = names.person(who, meant.record.id, group_id) if who else None
    came = Came(meant.record, person.record if person else None, presence, instead)
    if person and person.record is None:
        return came, f"{person.why}, so the agency alone is noted", person.advice
    return came, "", ""


def present_words(code: str, person: str, presence: Presence, instead: str) -> str:
    """As `read_present` reads it."""
    status = {
        Presence.PRESENT: "",
        Presence.APOLOGY: "apology",
        Presence.ABSENT: "did not come",
        Presence.SENT_SOMEBODY: f"{_SENT} {instead or _SOMEBODY}",
    }[presence]
    inside = ", ".join(filter(None, (person, status))).replace(";", ",")
    return f"{code} ({inside})" if inside else code


def _apart(inside: str) -> tuple[str, Presence, str]:
    """The person, how they were there, and who came instead."""
    status = _STATUS.search(inside)
    if status is None:
        return inside, Presence.PRESENT, ""
    who, said = inside[: status.start()].strip(), status[1]
    if said.casefold() == "apology":
        return who, Presence.APOLOGY, ""
    if said.casefold() == "did not come":
        return who, Presence.ABSENT, ""
    instead = said[len(_SENT) :].strip()
    return who, Presence.SENT_SOMEBODY, "" if instead.casefold() == _SOMEBODY else instead
