"""To whom a promise is made: "… for Education", "… to the whānau"; never "for two weeks".

Agencies and people who are known, the group itself, and the whānau and those in it are somebody to whom a promise is
made. "For the two school leavers" says whom it is about, and stays in the text alone.
"""

import re
from dataclasses import dataclass

from tracker.models.typed_line.names import Named

_TO = re.compile(
    r"\b(?:for|to|with(?= the group)|share[sd]? (?:[\w'-]+ ){0,4}?with|tell|let(?= .{2,40} know\b)|give|show"
    r"|promised?|promises|ki|mo)\s+(?P<words>(?:all\s+"
    r"|both\s+)?(?:(?:the|our|te|nga|everyone at)\s+)?@?)"
)
_PEOPLE = re.compile(
    r"(?:(?:whole |rest of the )?group|everyone|everybody|all members|all agencies|(?:wider )?whanau"
    r"|family|families|aunt(?:y|ies|ie)|aunties|uncles?|mum|mother|dad|father|parents?|caregivers?"
    r"|nan|nana|koro|kuia|kaumatua|grand(?:parents|mother|father)|team|committee)(?![\w'-]| (?:court"
    r"|violence|home|group conference|start|support|tax|services?|plan|meeting|worker|reunion|whanau|hui))"
)


@dataclass(frozen=True)
class Recipient:
    """To whom a promise is made; the agency where it is one."""

    to: str = ""
    agency_id: str = ""


def recipient_of(text: str, plain: str, names: list[Named], owner_id: str) -> Recipient:
    """The first to whom something is promised, given or told, the owner's own agency apart."""
    small = not any(map(str.isupper, text))
    for found in _TO.finditer(plain):
        words = range(found.start("words"), found.end() + 1)
        named = next((named for named in names if named.start in words), None)
        if named and (named.sure or small or found["words"]) and not named.loose:
            if found_one := _named(named, owner_id):
                return found_one
        elif people := _PEOPLE.match(plain, found.end()):
            return Recipient(text[found.start("words") : people.end()].strip())
    return Recipient()


def _named(named: Named, owner_id: str) -> Recipient | None:
    if named.only is None:
        return Recipient(named.words)
    if named.only.person_id:
        return Recipient(named.only.called)
    return Recipient(named.only.called, named.only.agency_id) if named.only.agency_id != owner_id else None
