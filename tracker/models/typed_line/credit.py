"""Whose the credit of a victory is: "thanks to Education and the whānau", "ka pai Police"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tracker.models.typed_line.name_lists import NameList, listed, thanked
from tracker.models.typed_line.names import Named
from tracker.models.typed_line.undertakings import POST

_THANKS = re.compile(
    r"(?:[,;:.(-]\s*)?\b(?P<cut>(?:(?:all |big |huge |special |many |with )*(?:thanks|thank you|thx"
    r"|ta)(?: so much| very much| again)?(?: also)? to"
    r"|(?:the )?credit(?: goes)?(?: to|:)|credits?:|with (?:the |lots of |great )?(?:help"
    r"|support) (?:of|from)|kudos to|cheers to|props to))"
)
_PRAISE = re.compile(
    r"\b(?:well done(?: to| by)?|good on(?: you)?|(?:great|nice|good|awesome|fantastic) (?:work|job"
    r"|effort)(?: by| from| to)?|congrat\w*(?: to)?|big ups(?: to)?"
    r"|ka pai(?: te mahi)?(?: to| rawa| e| a| o| nga)?|tau ke|ka mau te wehi(?: to)?"
    r"|(?:nga )?mihi(?: nui)?(?: to| ki a| ki)?"
    r"|shout ?-?out to|hats off to|props to|cheers(?: to)?|chur|proud of|thanks|thank you|kudos|together with"
    r"|alongside)[,:!]?(?=\s)"
)
# "The whānau said thanks to Police" is no sentence without it.
_NEEDS_IT = re.compile(r"\b(?:said|say|says|sent|sends|gave|give|gives|send|with|a|is|are|was)\s*$")
# "Mele and the DHB social worker between them".
_BETWEEN_THEM = re.compile(r"[\s,(-]*between (?:them|the (?:two|three|four) of them)\b")
# Who opens a victory with one of these brought it about; who "got" or "was given" something did not.
_DID = re.compile(
    r"\s+(?:actually |finally |really |both |all |together |jointly |quickly |even )*(?:made|gave|brought|drove"
    r"|paid|ran|took|kept"
    r"|built|sent|lent|put|held|found|taught|rang|wrote|fed|set up|sat with|stood by"
    r"|(?!enrolled|passed|attended|stayed|returned|started|turned|graduated|recovered|arrived|moved|lived|asked"
    r"|missed|needed|wanted"
    r"|received|housed|learned|enjoyed|promised|offered|agreed|called|reported|scored|landed|finished|completed"
    r"|joined|signed up)"
    r"\w{2,}ed)\b(?! by\b)"
)
_END = re.compile(r"[\s.;,!)\]]*$")


@dataclass(frozen=True)
class Credit:
    """The agencies named, the text without them where nothing else stood there, and a name that fits several."""

    text: str
    agency_ids: tuple[str, ...] = ()
    open: str = ""


def credit_of(text: str, plain: str, names: list[Named]) -> Credit:
    """Who is thanked. The words go where they end or begin the line and name agencies alone."""
    agencies: dict[str, None] = {}
    unclear, cut = "", None
    for found in (*_THANKS.finditer(plain), *_PRAISE.finditer(plain)):
        row = thanked(plain, names, found.end())
        agencies |= dict.fromkeys(row.agency_ids)
        unclear = unclear or row.open
        if row.names and row.only_agencies and found.re is _THANKS and not _NEEDS_IT.search(plain, 0, found.start()):
            cut = (found.start(), row.end)
    for row in () if agencies or unclear else _doers(plain, names):
        agencies |= dict.fromkeys(row.agency_ids)
        unclear = unclear or row.open
    return Credit(without(text, *cut) if cut else text, tuple(agencies), unclear)


def _doers(plain: str, names: list[Named]) -> Iterator[NameList]:
    """Who brought it about, where nobody is thanked: "Police and Housing shared a car", "Mele and CYF between them"."""
    row = listed(plain, names, 0)
    if row.names and _DID.match(plain, row.end):
        yield row
    if "between the" not in plain:
        return
    for named in names:
        row = listed(plain, [other for other in names if other.start >= named.start], named.start)
        post = POST.match(plain, row.end)
        if _BETWEEN_THEM.match(plain, post.end() if post else row.end):
            yield row
            return


def thanks_named(plain: str, names: list[Named]) -> bool:
    """Whether somebody who is known is thanked: "fell thanks to the strike" thanks nobody."""
    return any(
        thanked(plain, names, found.end()).names for found in (*_THANKS.finditer(plain), *_PRAISE.finditer(plain))
    )


def without(text: str, start: int, end: int) -> str:
    """The text without the words from `start` to `end` at its end or its beginning; elsewhere they stay."""
    before, after = text[:start].rstrip(" ,;:-–—("), text[end:]
    if _END.match(after):
        return before or text
    return after.lstrip(" ,;:-–—!.") if not before else text
