"""Whole numbers written as words, in English and in French."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


def _listed(text: str) -> list[str]:
    return text.split()


_ENGLISH_SMALL = _listed(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_FRENCH_SMALL = _listed("zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize")
_ENGLISH_ORDINALS = _listed(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
)
_FRENCH_ORDINALS = _listed(
    "unieme deuxieme troisieme quatrieme cinquieme sixieme septieme huitieme neuvieme dixieme onzieme douzieme "
    "treizieme quatorzieme quinzieme seizieme"
)
_ENGLISH_TENS = _listed("twenty thirty forty fifty sixty seventy eighty ninety")
_FRENCH_TENS = _listed("vingt trente quarante cinquante soixante septante")


@dataclass(frozen=True, slots=True)
class _Language:
    """The number words of one language; `after` lists the tens that take a teen, as in soixante-dix."""

    small: Mapping[str, int]
    tens: Mapping[str, int]
    hundreds: frozenset[str]
    scales: Mapping[str, int]
    joins: frozenset[str]
    after: frozenset[int]


_ENGLISH = _Language(
    small={word: value for value, word in enumerate(_ENGLISH_SMALL)} | {"a": 1, "an": 1},
    tens={word: 10 * value for value, word in enumerate(_ENGLISH_TENS, 2)},
    hundreds=frozenset({"hundred", "hundreds"}),
    scales={"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12},
    joins=frozenset({"and"}),
    after=frozenset(),
)
_FRENCH = _Language(
    small={word: value for value, word in enumerate(_FRENCH_SMALL)} | {"une": 1},
    tens={word: 10 * value for value, word in enumerate(_FRENCH_TENS, 2)}
    | {"huitante": 80, "octante": 80, "nonante": 90, "vingts": 20},
    hundreds=frozenset({"cent", "cents"}),
    scales={"mille": 10**3, "million": 10**6, "millions": 10**6, "milliard": 10**9, "milliards": 10**9},
    joins=frozenset({"et"}),
    after=frozenset({60, 80}),
)

SMALL_NUMBERS = {word: value for value, word in enumerate(_ENGLISH_SMALL)}
CARDINALS = (
    dict(zip(_ENGLISH_ORDINALS, _ENGLISH_SMALL[1:], strict=True))
    | dict(zip(_FRENCH_ORDINALS, _FRENCH_SMALL[1:], strict=True))
    | {f"{tens[:-1]}ieth": tens for tens in _ENGLISH_TENS}
    | {f"{tens.removesuffix('e')}ieme": tens for tens in (*_FRENCH_TENS, "cent", "mille")}
    | {"hundredth": "hundred", "thousandth": "thousand", "premier": "un", "premiere": "un", "seconde": "deux"}
)
"""Each ordinal, and the number word in its place: sixty-fifth is sixty-five."""
NUMBER_WORDS = frozenset().union(
    *({*language.small, *language.tens, *language.hundreds, *language.scales} for language in (_ENGLISH, _FRENCH)),
    {"dozen", "douzaine", "thousands", "billions"},
) - {"a", "an"}


def spelt(words: Sequence[str]) -> int | None:
    """Give the number these words spell in either language, or None when they spell no single number."""
    for language in (_ENGLISH, _FRENCH):
        value = _spelt_in(language, words)
        if value is not None:
            return value
    return None


def spelt_year(words: Sequence[str]) -> int | None:
    """Give the year these words spell, pairs such as "twenty twelve" included."""
    for cut in range(1, len(words)):
        century, rest = _spelt_in(_ENGLISH, words[:cut]), _spelt_in(_ENGLISH, words[cut:])
        if century in range(10, 22) and rest in range(10, 100):
            return 100 * (century or 0) + (rest or 0)
    return spelt(words)


def _spelt_in(language: _Language, words: Sequence[str]) -> int | None:
    total, group, ceiling = 0, None, 10**15
    for position, word in enumerate(words):
        if word in language.joins and position and _may_join(language, words[position - 1], words[position + 1 :]):
            continue
        if word in language.scales:
            scale = language.scales[word]
            if scale >= ceiling or group == 0:
                return None
            total, group, ceiling = total + (group or 1) * scale, None, scale
        else:
            group = _extended(language, group, word)
            if group is None:
                return None
    return total + (group or 0) if words and words[-1] not in language.joins | {"a", "an"} else None


def _may_join(language: _Language, before: str, after: Sequence[str]) -> bool:
    """Tell whether "and" may stand here: after hundreds and thousands, and in vingt et un."""
    if language is _FRENCH:
        return bool(after) and after[0] in {"un", "une", "onze"}
    return before in language.hundreds or before in language.scales


def _extended(language: _Language, group: int | None, word: str) -> int | None:
    """Add one more word to a number below a thousand; None when it cannot follow."""
    so_far = group or 0
    rest = so_far % 100
    if word in language.hundreds:
        return so_far * 100 or 100 if so_far < 10 and group != 0 else None  # noqa: PLR2004 - below ten hundreds
    if word in language.tens:
        if language is _FRENCH and rest == 4 and language.tens[word] == 20:  # noqa: PLR2004 - quatre-vingts
            return so_far + 76
        return so_far + language.tens[word] if not rest and group != 0 else None
    if word not in language.small or group == 0:
        return None
    value = language.small[word]
    return so_far + value if _may_follow(language, rest, value, first=group is None) else None


def _may_follow(language: _Language, rest: int, value: int, *, first: bool) -> bool:
    if value == 0:
        return first
    if value >= 10:  # noqa: PLR2004 - the teens
        return rest == 0 or rest in language.after
    if language is _FRENCH and rest in {10, 70, 90}:
        return value in {7, 8, 9}
    return rest % 10 == 0 and rest != 10  # noqa: PLR2004 - "ten two" is no number


ORDINALS = {ordinal: spelt([cardinal]) or 0 for ordinal, cardinal in CARDINALS.items()}
