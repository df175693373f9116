"""How a value that was read compares with the keys."""

import re
from fractions import Fraction
from typing import assert_never

from .dates import TWO_DIGITS, Date, dates
from .durations import Duration, duration
from .expected import Expects, Judgement, Verdict, accept, prompt, reject
from .lexicon import ABOUT, EXACTLY, FILLERS
from .quantity import Quantity
from .units import CURRENCIES, SECONDS, UNITS, units_in
from .value_sheet import Key, Reading, ValueSheet, read
from .values import currency_of

_BEST_FIRST = (Verdict.ACCEPT, Verdict.PROMPT, Verdict.REJECT)
_WORD = re.compile(r"[^\W\d_]+")
_HYPHEN = re.compile(r"(?<=[^\W_])-(?=[^\W\d_])")
_YEAR_AND_MONTH = re.compile(r"\d{4}[-/.]\d{1,2}|\d{1,2}[-/.]\d{4}")
_UNHEARD = ABOUT | EXACTLY | FILLERS
OTHER = reject("other-value", "That is another value.")


def compared(sheet: ValueSheet, fold: str) -> Judgement | None:
    """Give the kindest judgement of a folded reply against the keys, or None when it can't be read."""
    heard = _WORD.sub(lambda match: "" if match.group() in sheet.silent else match.group(), fold).strip()
    judged = [one for key in sheet.keys if (one := _against(sheet, key, heard)) is not None]
    return min(judged, key=lambda one: _BEST_FIRST.index(one.verdict), default=None)


def _against(sheet: ValueSheet, key: Key, fold: str) -> Judgement | None:
    match key.value:
        case int() as year:
            return _year(sheet, key.text, year, fold)
        case tuple() as date:
            return _date(sheet, key.text, date, fold)
        case Quantity() as amount:
            said = read(sheet.expected.expects, _HYPHEN.sub(" ", fold))
            if not isinstance(said, Quantity):
                return None
            return _in_unit(sheet, key.text, amount, said) or _quantity(sheet, key.text, amount, said)
        case Duration() as length:
            found = duration(fold)
            return None if found is None else _duration(sheet, key.text, length, found)
        case never:
            assert_never(never)


def _same(text: str) -> Judgement:
    return accept("same-value", text, "That is the value.")


def _amount(sheet: ValueSheet, text: str, key: Fraction, said: Fraction) -> Judgement:
    if said == key:
        return _same(text)
    if (sheet.slack or sheet.share) and abs(said - key) <= max(sheet.slack, sheet.share * abs(key)):
        return accept("within-tolerance", text, "That is near enough.")
    return OTHER


def _two_digits(text: str) -> Judgement:
    return prompt("two-digit-year", text, "Say the year with four digits.")


def _year(sheet: ValueSheet, text: str, key: int, fold: str) -> Judgement | None:
    said: Reading | None = read(Expects.YEAR, fold)
    if isinstance(said, int):
        if said < TWO_DIGITS:
            return _two_digits(text) if key % 100 == said else OTHER
        return _amount(sheet, text, Fraction(key), Fraction(said))
    found = () if _YEAR_AND_MONTH.fullmatch(fold) else dates(fold)
    if not found or not found[0][0]:
        return None
    if found[0][0] < TWO_DIGITS:
        return _two_digits(text) if key % 100 == found[0][0] else OTHER
    return accept("more-precise", text, "That is right, and more precise.") if found[0][0] == key else OTHER


def _date(sheet: ValueSheet, text: str, key: Date, fold: str) -> Judgement | None:
    judged = [_one_date(sheet, text, key, said) for said in dates(fold)]
    if not judged:
        return None
    best = min(judged, key=lambda one: _BEST_FIRST.index(one.verdict))
    if len(judged) > 1 and best.verdict is Verdict.ACCEPT:
        return prompt("day-or-month", text, "Which is the day and which the month? Write the month as a word.")
    return best


def _one_date(sheet: ValueSheet, text: str, key: Date, said: Date) -> Judgement:
    """Compare year, month and day; what the question says already need not be said."""
    told = tuple(frozenset(date[n] for date in sheet.said_dates) - {0} for n in range(3))
    short = 0 < said[0] < TWO_DIGITS
    full = (key[0] if short and key[0] % 100 == said[0] else said[0], said[1], said[2])
    if any(
        mine and (mine != theirs if theirs else bool(known) and mine not in known)
        for mine, theirs, known in zip(full, key, told, strict=True)
    ):
        return OTHER
    if short:
        return _two_digits(text)
    if any(theirs and not mine and theirs not in known for mine, theirs, known in zip(full, key, told, strict=True)):
        return _short_of(text, full, told)
    if any(mine and not theirs for mine, theirs in zip(full, key, strict=True)):
        return accept("more-precise", text, "That is right, and more precise.")
    return _same(text)


def _short_of(text: str, said: Date, told: tuple[frozenset[int], ...]) -> Judgement:
    if all(not part or part in known for part, known in zip(said, told, strict=True)):
        return reject("question-words", "The question says that already.")
    return prompt("less-precise", text, "That is right as far as it goes; be more precise.")


def _quantity(sheet: ValueSheet, text: str, key: Quantity, said: Quantity) -> Judgement | None:
    """Compare amounts, then what stands beside them: currency, scale, unit and words."""
    judged = _amount(sheet, text, key.amount, said.amount)
    money = sheet.expected.expects is Expects.MONEY
    currencies = units_in(said.rest, CURRENCIES) if money else frozenset()
    wanted = {currency_of(key) or ""} if money else set()
    if currencies and wanted - {""} and not currencies <= wanted:
        return reject("wrong-currency", "That is another currency.")
    if judged is OTHER and said.otherwise is not None and _amount(sheet, text, key.amount, said.otherwise) is not OTHER:
        return prompt("separator", text, "Is that a decimal or a thousand? Write the number without separators.")
    if judged is OTHER and not said.scaled and (scale := _scale_missing(key, said.amount)):
        if not any(word in sheet.said_scales for word in _SCALE_NAMES[scale]):
            return _no_scale(text)
        judged = _same(text)
    if judged is OTHER:
        return OTHER
    if money and wanted != {""} and not currencies and not wanted & sheet.said_units:
        return prompt("no-currency", text, "Say the currency too.")
    return _beside(sheet, text, said) or judged


def _no_scale(text: str) -> Judgement:
    return prompt("no-scale", text, "Say whether that is thousands, millions or more.")


def _in_unit(sheet: ValueSheet, text: str, key: Quantity, said: Quantity) -> Judgement | None:
    """Compare with a key in millions or the like: 15.4, 15.4 million and 15,400,000 euros are right, 15.4 euros not."""
    if sheet.scale == 1 or key.scaled:
        return None
    counted = _amount(sheet, text, key.amount, said.amount)
    whole = _amount(sheet, text, key.amount, said.amount / sheet.scale) if counted is OTHER else OTHER
    if counted is whole:
        return None
    named = any(word not in _UNHEARD for word in said.rest)
    if counted is OTHER:
        judged = whole if said.scaled or named else _no_scale(text)
    else:
        judged = _no_scale(text) if named else counted
    return _beside(sheet, text, said) or judged


_SCALE_NAMES = {10**3: ("thousand", "mille", "k"), 10**6: ("million",), 10**9: ("billion", "milliard")}


def _scale_missing(key: Quantity, said: Fraction) -> int:
    return next((scale for scale in _SCALE_NAMES if key.scaled and said * scale == key.amount), 0)


def _beside(sheet: ValueSheet, text: str, said: Quantity) -> Judgement | None:
    """Judge the words beside a right number: another unit is wrong, an unknown word is asked about."""
    money = sheet.expected.expects is Expects.MONEY
    allowed = sheet.units | ({"percent"} if sheet.expected.expects is Expects.PERCENT else frozenset())
    beside = [word for word in said.rest if word not in _UNHEARD and not (money and word in {*CURRENCIES, "us"})]
    foreign = units_in(beside) - allowed
    if foreign - sheet.incomplete and (allowed or sheet.expected.unit or money):
        return reject("wrong-unit", "The number is right but not its unit.")
    if any(word not in UNITS and not sheet.stem.akin(word) for word in beside) or foreign:
        return prompt("extra-words", text, "Say the number alone, or with its unit.")
    return None


def _duration(sheet: ValueSheet, text: str, key: Duration, said: Duration) -> Judgement:
    if not said.unit:
        return _bare_duration(sheet, text, key, said.seconds)
    readings = {said.seconds}
    if said.clock is not None and key.unit != "clock":
        readings.add(said.clock)
    if key.seconds in readings:
        return _same(text)
    if key.clock is not None and said.unit != "clock" and said.seconds == key.clock:
        return prompt("clock", text, "Say which are hours, minutes or seconds.")
    return _amount(sheet, text, key.seconds, said.seconds)


def _bare_duration(sheet: ValueSheet, text: str, key: Duration, count: Fraction) -> Judgement:
    said = [SECONDS[unit] for unit in sheet.said_units if unit in SECONDS]
    if len(said) == 1:
        return _amount(sheet, text, key.seconds, count * said[0])
    if any(count * seconds == key.seconds for seconds in SECONDS.values()):
        return prompt("no-unit", text, "Say the unit too: minutes, hours, days or weeks.")
    return OTHER
