"""To whom a promise is made: "… for Education", "… to the whānau", "… for the little ones"; never "for two weeks".

Agencies and people who are known, the group itself, and the whānau and those in it are somebody to whom a promise is
made; after "for" so are others who are people and nothing else. Somebody who is known goes first.
"""

import re
from dataclasses import dataclass

from tracker.models.typed_line.flat import just_before
from tracker.models.typed_line.names import Named

_TO = re.compile(
    r"\b(?:(?P<for>for|mo)|to|with(?= the group)|share[sd]? (?:[\w'-]+ ){0,4}?with|tell|let(?= .{2,40} know\b)|give"
    r"|show|promised?|promises|ki|(?:provide|provides|supply|supplies)(?= .{2,60} with\b))"
    r"\s+(?P<words>(?:all\s+|both\s+)?(?:(?:the|our|te|nga|everyone at)\s+)?@?)"
)
_PEOPLE = re.compile(
    r"(?:(?:whole |rest of the )?group|everyone|everybody|all members|all agencies|(?:wider )?whanau"
    r"|family|families|aunt(?:y|ies|ie)|aunties|uncles?|mum|mother|dad|father|parents?|caregivers?"
    r"|nan|nana|koro|kuia|kaumatua|grand(?:parents|mother|father)|team|committee)(?![\w'-]| (?:court"
    r"|violence|home|group conference|start|support|tax|services?|plan|meeting|worker|reunion|whanau|hui))"
)
_LIKE = (
    r"(?:(?:his|her|their|my|your|all|both|each|every|any|those|these|two|three|four|five|six|seven|\d{1,2}|other"
    r"|little|big"
    r"|small|young|younger|youngest|old|older|oldest|elder|eldest|middle|wee|new|teenage|school[- ]age|whole"
    r"|rest of the"
    r"|of the|of|the) )"
)
_NOUN = (
    r"(?:(?:little|big|young|older?|younger|wee) ones|(?:two |three )?(?:eldest|oldest|youngest)|boys?|girls?|kids?"
    r"|child(?:ren)?"
    r"|bab(?:y|ies)|bubs?|toddlers?|twins?|teens?|teenagers?|youth|young (?:people|person|fella|man|woman|mum|dad)s?"
    r"|school leavers?|rangatahi|taiohi|tamariki|tamaiti|mokopuna|moko|pepi|manuhiri|whanau|families|family|sons?"
    r"|daughters?"
    r"|brothers?|sisters?|siblings?|cousins?|partner|wife|husband|step(?:mum|dad)|mums?|mam|dads?|parents?|mothers?"
    r"|fathers?"
    r"|nan|nanny|nana|gran|grandma|granddad|grandad|grandparents?|koro|kuia|kaumatua|aunt(?:y|ie|ies)|uncles?|matua"
    r"|caregivers?|carers?|foster (?:parents|mum|dad|family)|tenants?|neighbours?|landlords?|landlady|famil(?:y"
    r"|ies)|residents"
    r"|learners?|pupils?|students?|elders?|old people|clients?|volunteers?|visitors?)"
)
_OTHERS = re.compile(
    rf"{_LIKE}{{0,4}}{_NOUN}(?=\W*$|\s*[,.;:!?)(&+/]|\s+-|\s+(?:to|at|in|on|by|from|with|and|or|so|who|whose|when"
    rf"|while|if"
    r"|but|because|that|this|next|before|after|until|till|til|as|about|up|out|off|over|again|too|today|tonight"
    r"|tomorrow"
    r"|tmrw|round|back|each|every|during|through|via|within|without|under|once|twice|there|here|not|is|are|ready"
    r"|sorted"
    rf"|(?!meeting|housing|training|parenting|wedding|clothing|building|swimming|reading|learning"
    rf"|nursing)\w{{3,}}ing)\b)"
)
_HOW_MANY = re.compile(r"all (?:the )?(?:two|three|four|five|six|seven|eight|nine|ten|\d+)\b")
# "Look for the boys", "ask for mum": what is looked for is given nothing.
_SOUGHT = re.compile(
    r"\b(?:look|ask|wait|search|call|hunt|sorry|responsible|blame|care|watch|speak|answer|cover|pray|hop(?:e|ing)"
    r"|stand in|standing in|fill in|there"
    r"|substitute)(?:s|ed|ing)?(?: out)?\s+$"
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
        if found["for"] and just_before(_SOUGHT, plain, found.start()):
            continue
        words = range(found.start("words"), found.end() + 1)
        named = next((named for named in names if named.start in words), None)
        if named and (named.sure or small or found["words"]) and not named.loose:
            if found_one := _named(named, owner_id):
                return found_one
        elif people := _PEOPLE.match(plain, found.end()):
            return Recipient(text[found.start("words") : people.end()].strip())
    return _others(text, plain, names)


def _others(text: str, plain: str, names: list[Named]) -> Recipient:
    """Those whom nobody calls by name: "the middle boy", "the landlord", "manuhiri"."""
    for found in _TO.finditer(plain):
        if found["for"] and not just_before(_SOUGHT, plain, found.start()):
            # "One caseworker for all three kids": that says for how many, and to nobody.
            if _HOW_MANY.match(plain, found.start("words")):
                continue
            people = _OTHERS.match(plain, found.start("words")) or _OTHERS.match(plain, found.end())
            if people and not any(people.start() <= named.start < people.end() for named in names if not named.loose):
                return Recipient(text[found.start("words") : people.end()].strip())
    return Recipient()


def _named(named: Named, owner_id: str) -> Recipient | None:
    if named.only is None:
        return Recipient(named.words)
    if named.only.person_id:
        return Recipient(named.only.called)
    return Recipient(named.only.called, named.only.agency_id) if named.only.agency_id != owner_id else None
