"""The words of quantities in English: currencies, units, scales, and what makes a number inexact."""

from __future__ import annotations

from collections.abc import Mapping

from deskbrief.analysis.times.lexicon import NUMBER_WORDS, SCALES, TENS
from deskbrief.document.outline import FigureKind

#: What numbers in words are worth: small ones and tens.
SMALL: Mapping[str, int] = {**NUMBER_WORDS, **TENS, "dozen": 12}
#: What a number is multiplied by; the short forms stand behind digits only.
BIG: Mapping[str, int] = {**SCALES, "trillion": 10**12, "crore": 10**7, "lakh": 10**5}
SHORT_BIG: Mapping[str, int] = {"m": 10**6, "mn": 10**6, "bn": 10**9, "b": 10**9, "tn": 10**12, "k": 1000}
#: Parts of a whole, as decimal fractions.
PARTS: Mapping[str, float] = {
    "half": 0.5,
    "third": 1 / 3,
    "thirds": 1 / 3,
    "quarter": 0.25,
    "quarters": 0.25,
    "fifth": 0.2,
    "fifths": 0.2,
    "tenth": 0.1,
    "tenths": 0.1,
}

#: ISO 4217 codes by sign and by word.
SIGNS: Mapping[str, str] = {
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₹": "INR",
    "₽": "RUB",
    "₩": "KRW",
}
DOLLARS: Mapping[str, str] = {
    "us": "USD",
    "a": "AUD",
    "au": "AUD",
    "c": "CAD",
    "ca": "CAD",
    "nz": "NZD",
    "hk": "HKD",
    "s": "SGD",
    "r": "BRL",
}
_CODES = "USD EUR GBP JPY CHF CNY RMB RUB UAH INR AUD CAD NZD SEK NOK DKK PLN CZK HUF TRY BRL ZAR KRW MXN"
CODES = frozenset(_CODES.split())
_CURRENCIES = {
    "USD": "dollar dollars",
    "EUR": "euro euros",
    "GBP": "pound pounds sterling",
    "JPY": "yen",
    "CNY": "yuan renminbi",
    "RUB": "rouble roubles ruble rubles",
    "UAH": "hryvnia hryvnias",
    "INR": "rupee rupees",
    "CHF": "franc francs",
}
_MEASURES = {
    "km": "km kilometre kilometres kilometer kilometers",
    "m": "metre metres meter meters",
    "cm": "cm centimetre centimetres centimeter centimeters",
    "mm": "mm millimetre millimetres millimeter millimeters",
    "mi": "mile miles",
    "nmi": "nm nmi",
    "ft": "ft foot feet",
    "in": "inch inches",
    "yd": "yard yards",
    "ha": "ha hectare hectares",
    "acre": "acre acres",
    "kg": "kg kilogram kilograms kilo kilos",
    "g": "g gram grams",
    "mg": "mg milligram milligrams",
    "µg": "µg μg mcg microgram micrograms",
    "ml": "ml millilitre millilitres milliliter milliliters",
    "kcal": "kcal kilocalorie kilocalories",
    "t": "tonne tonnes",
    "ton": "ton tons",
    "lb": "lb lbs",
    "oz": "ounce ounces",
    "l": "litre litres liter liters",
    "gal": "gallon gallons",
    "bbl": "barrel barrels",
    "W": "watt watts",
    "kW": "kw kilowatt kilowatts",
    "MW": "mw megawatt megawatts",
    "GW": "gw gigawatt gigawatts",
    "TW": "tw terawatt terawatts",
    "kWh": "kwh",
    "MWh": "mwh",
    "GWh": "gwh",
    "TWh": "twh",
    "°C": "celsius",
    "°F": "fahrenheit",
    "mph": "mph",
    "km/h": "kph kmh",
    "GB": "gb gigabyte gigabytes",
    "MB": "mb megabyte megabytes",
    "TB": "tb terabyte terabytes",
    "Hz": "hz",
    "MHz": "mhz",
    "GHz": "ghz",
    "pp": "pp",
    "¢": "cent cents",
}
#: Unit words by kind and short form.
UNITS: Mapping[str, tuple[FigureKind, str]] = {
    **{word: (FigureKind.MONEY, unit) for unit, words in _CURRENCIES.items() for word in words.split()},
    **{word: (FigureKind.QUANTITY, unit) for unit, words in _MEASURES.items() for word in words.split()},
    "percent": (FigureKind.PERCENT, "%"),
    "pct": (FigureKind.PERCENT, "%"),
}
#: Measures of power, which "hours" behind them make measures of energy.
POWER = frozenset({"kilowatt", "megawatt", "gigawatt", "terawatt"})
#: Words before a unit that belong to it, and what they make of its short form.
POWERS: Mapping[str, str] = {"square": "²", "cubic": "³"}

_INEXACT = (
    "about,around,approximately,roughly,nearly,almost,some,over,under,circa,more than,less than,fewer than,"
    "at least,at most,up to,as many as,as much as,as few as,as little as,close to,an estimated,estimated,"
    "no more than,no less than,no fewer than,not more than,upwards of,in excess of,a minimum of,a maximum of,"
    "just over,just under,well over,below,above,exceeding"
)
#: Wordings before a number that make it inexact; the longest is tried first.
INEXACT = tuple(sorted((tuple(wording.split()) for wording in _INEXACT.split(",")), key=len, reverse=True))

#: Words behind "per" that make a measure a rate.
RATES = frozenset(
    ["day", "hour", "year", "month", "week", "capita", "person", "household", "second", "minute"]
)

#: Short forms of times behind a stroke: "90 km/h".
SHORT_RATES = frozenset({"h", "s", "min"})

#: Words before a number that make it a label and not a quantity.
_LABELS = (
    "section sections sec article articles art chapter chapters figure figures fig table tables page "
    "pages p pp no nos number numbers resolution resolutions paragraph paragraphs para paras annex "
    "annexes appendix appendices part parts title volume vol issue rule rules regulation directive act "
    "law footnote note notes step phase version route highway flight room channel group level type "
    "category class tier line item box exhibit recommendation recommendations goal target objective "
    "question chapter verse clause schedule order decree decision bill amendment protocol unit block "
    "lot apartment suite floor gate platform "
    "rfc iso iec ieee ansi din bip cve cwe isbn issn doi tel phone fax zip ref docket case "
    "model models bulletin bulletins"
)
LABELS = frozenset(_LABELS.split())
