"""The judge: one expected answer, one response, one judgement."""

from dataclasses import replace

from .expected import NAMES, Expected, Expects, Judgement, reject
from .first_rules import empty, exact, known
from .likeness_rules import no_match
from .name_rules import decide
from .normal import folded, words
from .reply import reply_of, too_long
from .sheet import sheet_of
from .value_rules import decide_value
from .value_sheet import value_sheet_of


def judge(expected: Expected, response: str) -> Judgement:
    """Judge a typed response as a fair and strict host would; any text at all gets a judgement.

    A key that can't be read as what is expected is judged as plain text, right only as it stands.
    """
    response = " ".join(response.split())
    texts = (expected.answer, *expected.accept)
    longest = (*texts, f"{expected.answer} {expected.unit}")
    if too_long(response, longest) or too_long(fold := folded(response), longest):
        return reject("too-long", "That is far too long to be the answer.")
    if expected.expects in NAMES:
        return known(sheet_of(expected), fold, words(fold)) or decide(sheet_of(expected), fold)
    values = value_sheet_of(expected)
    if values is not None:
        return decide_value(values, fold)
    sheet = sheet_of(replace(expected, expects=Expects.TEXT))
    reply = reply_of(sheet, fold)
    return exact(sheet, reply) or empty(sheet, reply) or no_match(sheet, reply)
