"""Units of measure and of money, each under one name whatever it is called."""

from collections.abc import Iterable

_TIMES = {
    "second": "second seconds sec secs s seconde secondes",
    "minute": "minute minutes min mins mn",
    "hour": "hour hours h hr hrs heure heures",
    "day": "day days d jour jours",
    "week": "week weeks wk wks semaine semaines",
    "fortnight": "fortnight fortnights quinzaine quinzaines",
    "month": "month months mois",
    "year": "year years yr yrs an ans annee annees yo",
    "decade": "decade decades decennie decennies",
    "century": "century centuries siecle siecles",
}
_OTHERS = {
    "kilometre": "km kms kilometre kilometres kilometer kilometers",
    "metre": "metre metres meter meters",
    "centimetre": "cm centimetre centimetres centimeter centimeters",
    "millimetre": "mm millimetre millimetres millimeter millimeters",
    "mile": "mile miles",
    "foot": "foot feet ft pied pieds",
    "inch": "inch inches pouce pouces",
    "yard": "yard yards",
    "kilogram": "kg kilo kilos kilogram kilograms kilogramme kilogrammes",
    "gram": "gram grams gramme grammes",
    "tonne": "tonne tonnes ton tons",
    "litre": "litre litres liter liters",
    "degree": "degree degrees degre degres °",
    "percent": "%",
    "star": "star stars etoile etoiles",
}
_CURRENCIES = {
    "EUR": "€ eur euro euros",
    "USD": "$ usd dollar dollars buck bucks us$",
    "GBP": "£ gbp pound pounds sterling quid livre livres",
    "JPY": "¥ jpy yen yens",
    "CHF": "chf",
    "CAD": "cad",
    "AUD": "aud",
    "FRF": "franc francs frf ff",
}


def _named(*tables: dict[str, str]) -> dict[str, str]:
    return {word: unit for table in tables for unit, wordings in table.items() for word in wordings.split()}


CURRENCIES = _named(_CURRENCIES)
TIMES = _named(_TIMES)
UNITS = _named(_TIMES, _OTHERS, _CURRENCIES)

SECONDS = {
    "second": 1, "minute": 60, "hour": 3600, "day": 86_400, "week": 604_800, "fortnight": 1_209_600,
    "month": 2_629_746, "year": 31_556_952, "decade": 315_569_520, "century": 3_155_695_200,
}  # fmt: skip
"""A month and a year are the Gregorian mean, so that 12 months are a year and no whole number of days is either."""


def units_in(words: Iterable[str], table: dict[str, str] = UNITS) -> frozenset[str]:
    """Give the units these words name."""
    return frozenset(table[word] for word in words if word in table)
