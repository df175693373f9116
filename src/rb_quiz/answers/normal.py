"""The normal form of a text: what is left once case, accents, quotation marks and spacing no longer count."""

import re
from unicodedata import category, decimal, normalize

_SAME_CHARACTER = str.maketrans(
    dict.fromkeys("\u2019\u2018\u201b\u02bc\u02bb\u02b9`\u00b4\u2032\uff07", "'")
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d", "-")
    | {"\u00bd": " 1/2", "\u00bc": " 1/4", "\u00be": " 3/4"}
    | dict(
        zip("\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079", (f"^{n}" for n in range(10)), strict=True)
    )
    | {0x2080 + n: f"^{n}" for n in range(10)}
)
_SAME_LETTER = str.maketrans(
    {"ø": "o", "ł": "l", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "\u0131": "i", "ħ": "h"}
)
_TOKEN = re.compile(r"(?:(?<!\S)-(?=\d))?[^\W_]+(?:(?<=\d)[.,:/-](?=\d)[^\W_]+)*|[€$£¥%+#]")
_LATIN_MARKS = range(0x300, 0x370)
_VARIATION_SELECTORS = range(0xFE00, 0xFE10)


def folded(text: str) -> str:
    """Give the text without case, accents, invisible characters and doubled spaces; its punctuation stays.

    Only Latin marks fall away: an Indic vowel sign is no accent.
    """
    if text.isascii():
        return " ".join(text.lower().replace("`", "'").split())
    text = normalize("NFKC", text.translate(_SAME_CHARACTER)).casefold()
    text = normalize("NFD", text)
    text = text.translate({ord(character): _plain(character) for character in set(text) if not character.isascii()})
    return " ".join(normalize("NFC", text.translate(_SAME_LETTER)).translate(_SAME_CHARACTER).split())


def _plain(character: str) -> str:
    if ord(character) in _LATIN_MARKS or ord(character) in _VARIATION_SELECTORS or category(character) == "Cf":
        return ""
    if character.isdecimal():
        return str(decimal(character))
    return character


def words(fold: str) -> tuple[str, ...]:
    """Give the words of a folded text: apostrophes vanish, & is "and", punctuation parts words but not digits."""
    return tuple(_TOKEN.findall(fold.replace("'", "").replace("&", " and ")))


def normal(text: str) -> str:
    """Give the normal form by which options and stems are equal."""
    return " ".join(words(folded(text)))
