"""Names of people, places and bodies in running text: runs of capitalised words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from digest.text.tokens import stopwords

_COUNTRIES = """
afghanistan afghan afghans|albania albanian albanians|algeria algerian algerians|america american americans us usa
|angola angolan angolans|argentina argentine argentinian argentines|armenia armenian armenians
|australia australian australians|austria austrian austrians|azerbaijan azerbaijani azerbaijanis|bahrain bahraini
|bangladesh bangladeshi bangladeshis|belarus belarusian belarusians|belgium belgian belgians|bolivia bolivian bolivians
|bosnia bosnian bosnians|brazil brazilian brazilians|britain british britons briton uk|bulgaria bulgarian bulgarians
|cambodia cambodian cambodians|cameroon cameroonian|canada canadian canadians|chad chadian|chile chilean chileans
|china chinese|colombia colombian colombians|congo congolese|croatia croatian croatians|cuba cuban cubans
|cyprus cypriot cypriots|czechia czech czechs|denmark danish dane danes|ecuador ecuadorian|egypt egyptian egyptians
|england english|eritrea eritrean|estonia estonian estonians|ethiopia ethiopian ethiopians|europe european europeans
|finland finnish finn finns|france french|gaza gazan gazans|georgia georgian georgians|germany german germans
|ghana ghanaian ghanaians|greece greek greeks|guatemala guatemalan|haiti haitian haitians|honduras honduran
|hungary hungarian hungarians|iceland icelandic|india indian indians|indonesia indonesian indonesians
|iran iranian iranians|iraq iraqi iraqis|ireland irish|israel israeli israelis|italy italian italians
|jamaica jamaican|japan japanese|jordan jordanian jordanians|kazakhstan kazakh|kenya kenyan kenyans|korea korean koreans
|kosovo kosovar kosovan|kuwait kuwaiti|kyrgyzstan kyrgyz|laos lao|latvia latvian latvians|lebanon lebanese|liberia liberian
|libya libyan libyans|lithuania lithuanian lithuanians|luxembourg luxembourgish|malaysia malaysian malaysians|mali malian
|malta maltese|mexico mexican mexicans|moldova moldovan moldovans|mongolia mongolian|montenegro montenegrin
|morocco moroccan moroccans|mozambique mozambican|myanmar burma burmese|nepal nepali nepalese|netherlands dutch
|nicaragua nicaraguan|niger nigerien|nigeria nigerian nigerians|norway norwegian norwegians|oman omani
|pakistan pakistani pakistanis|palestine palestinian palestinians|panama panamanian|paraguay paraguayan
|peru peruvian peruvians|philippines philippine filipino filipinos|poland polish pole poles|portugal portuguese
|qatar qatari qataris|romania romanian romanians|russia russian russians|rwanda rwandan|scotland scottish scots
|senegal senegalese|serbia serbian serbs serb|singapore singaporean|slovakia slovak slovaks|slovenia slovenian slovene
|somalia somali somalis|spain spanish|sudan sudanese|sweden swedish swede swedes|switzerland swiss|syria syrian syrians
|taiwan taiwanese|tajikistan tajik|tanzania tanzanian|thailand thai thais|tibet tibetan|tunisia tunisian tunisians
|turkey turkish turk turks turkiye|turkmenistan turkmen|uganda ugandan|ukraine ukrainian ukrainians|uruguay uruguayan
|uzbekistan uzbek|venezuela venezuelan venezuelans|vietnam vietnamese|wales welsh|yemen yemeni yemenis|zambia zambian
|zimbabwe zimbabwean|africa african africans|asia asian asians|islam islamic muslim muslims
"""
DEMONYMS = {
    form: forms.split()[0] for forms in _COUNTRIES.replace("\n", "").split("|") for form in forms.split()
}
"""The country or continent behind each form; all in lower case."""


TITLES = frozenset(
    "mr mrs ms miss dr prof professor sir dame lord lady president prime minister chancellor premier senator "
    "sen representative rep congressman congresswoman governor gov mayor secretary king queen prince princess "
    "pope general gen colonel col captain capt judge justice ambassador speaker chief foreign defence defense "
    "interior finance vice deputy former attorney mp leader chairman chairwoman chair director".split()
)
"""Words before a name that are not part of it."""

_PART = r"(?:[A-ZÀ-ÖØ-ÞŁŚŠŽĀĂĄĆČĎĐĒĖĘĚĞĢĪİĶĻŁŃŅŇŌŐŘŞŢŤŪŮŰŹŻ][\w’'\-]*\w|[A-Z](?:\.[A-Z])*\.?)"
_LINK = r"(?:\s(?:of|de|da|do|dos|du|del|della|di|van|von|der|den|bin|ibn|al|el|la|le|for|of\sthe|for\sthe)\s|\s|\s&\s)"
_NAME = re.compile(rf"(?<![\w’'])(?:al-|el-|d’|d')?{_PART}(?:{_LINK}(?:al-|el-|d’|d')?{_PART})*")
_LINKS = frozenset("of the for and de da do di du del van von der den la le el al".split())
_POSSESSIVE = re.compile(r"['’]s?$")


@dataclass(frozen=True, slots=True)
class Name:
    """A name: ``words`` are its words in lower case without accents, titles and possessive endings."""

    start: int
    end: int
    words: tuple[str, ...]
    initial: bool = False
    """Whether it starts a sentence, where any word is capitalised."""


def names(text: str) -> tuple[Name, ...]:
    """The names of a text in their order, each from its first word on that is neither title nor opener."""
    found = []
    for match in _NAME.finditer(text):
        initial = starts_sentence(text, match.start())
        parts = list(re.finditer(r"\S+", match[0]))
        while parts and (plain(parts[0][0]) in TITLES or (initial and _is_opener(parts[0][0]))):
            del parts[0]
        if parts:
            start = match.start() + parts[0].start()
            words = tuple(plain(part[0]) for part in parts)
            found.append(Name(start, match.end(), words, initial))
    return tuple(found)


def _is_opener(word: str) -> bool:
    """Whether it is capitalised only because it starts a sentence; "US" is a name there too."""
    return plain(word) in stopwords("en") and not (len(word) > 1 and word.isupper())


def plain(word: str) -> str:
    """A word of a name as it is compared: lower case, no accents, no full stops, no possessive ending."""
    bare = _POSSESSIVE.sub("", word.strip(".,;:"))
    letters = unicodedata.normalize("NFKD", bare.casefold())
    return "".join(c for c in letters if not unicodedata.combining(c) and c not in ".'’")


def initials(words: Iterable[str]) -> str:
    """The acronym that the words of a name make, without small linking words."""
    return "".join(word[0] for word in words if word and word not in _LINKS)


@lru_cache(maxsize=50_000)
def same_word(one: str, other: str) -> bool:
    """Whether two plain words of names are one: spelt alike, transcribed in two ways, or country and people."""
    return (
        one == other
        or _country(one) == _country(other)
        or (len(one) > 4 and _transliteration_key(one) == _transliteration_key(other))
    )


def _country(word: str) -> str:
    return DEMONYMS.get(word, word)


def demonyms(word: str) -> tuple[str, ...]:
    """What the country of that name and its people are called, in lower case; nothing for any other word."""
    lower = plain(word)
    return (
        tuple(form for form, name in DEMONYMS.items() if name == lower)
        if DEMONYMS.get(lower) == lower
        else ()
    )


def _transliteration_key(word: str) -> str:
    """What transcriptions of one name share: Zelensky, Zelenskiy and Zelenskyy, Gaddafi and Kadhafi not."""
    for spelt, plain in (
        ("kh", "h"),
        ("ck", "k"),
        ("ph", "f"),
        ("w", "v"),
        ("y", "i"),
        ("j", "i"),
        ("ou", "u"),
    ):
        word = word.replace(spelt, plain)
    return re.sub(r"(.)\1+", r"\1", word).rstrip("i")


def starts_sentence(text: str, at: int) -> bool:
    """Whether nothing but marks stands between the place and the end of the sentence before."""
    before = text[:at].rstrip(" \"“‘'«([—–-")
    return not before or before[-1] in ".!?…:"
