"""The judge: one expected answer, one response, one judgement."""

import re
from dataclasses import replace
from unicodedata import normalize

from .expected import NAMES, Expected, Expects, Judgement, reject
from .first_rules import empty, exact, known
from .likeness_rules import no_match
from .name_rules import decide
from .normal import folded, words
from .reply import reply_of, too_long
from .sheet import sheet_of
from .value_rules import decide_value
from .value_sheet import value_sheet_of

_CROSSED_OUT = re.compile(
    "[\u0335-\u0338\u20e0\u20e5\u00ac\u274c\u274e\u2717\u2718\u26d4\U0001f6ab\U0001f44e]|~~|^\\s*!"
)
_TAG = re.compile(r"[\s,]+(?:isn't it|is it not|n'est-ce pas|right)\s*\?*$")


def judge(expected: Expected, response: str) -> Judgement:
    """Judge a typed response as a fair and strict host would; any text at all gets a judgement.

    A key that can't be read as what is expected is judged as plain text, right only as it stands.
    """
    response = " ".join(response.split())
    texts = (expected.answer, *expected.accept)
    longest = (*texts, f"{expected.answer} {expected.unit}")
    if too_long(response, longest) or too_long(fold := folded(response), longest):
        return reject("too-long", "That is far too long to be the answer.")
    if _crossed_out(response) and not any(map(_crossed_out, longest)):
        return reject("negation", "That is crossed out; say what it is.")
    fold = _TAG.sub("", fold)
    if expected.expects in NAMES:
        return known(sheet_of(expected), fold, words(fold)) or decide(sheet_of(expected), fold)
    values = value_sheet_of(expected)
    if values is not None:
        return decide_value(values, fold)
    sheet = sheet_of(replace(expected, expects=Expects.TEXT))
    reply = reply_of(sheet, fold)
    return exact(sheet, reply) or empty(sheet, reply) or no_match(sheet, reply)


def _crossed_out(text: str) -> bool:
    return _CROSSED_OUT.search(normalize("NFD", text)) is not None
