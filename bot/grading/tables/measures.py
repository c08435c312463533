"""Units of measurement: dimension, factor to the base unit, names and symbols."""

_LINES = """
T | 1 | second sec secs sekunde sekunden seconde segundo | s
T | 60 | minute min mins minuten minuto | min
T | 3600 | hour hr hrs stunde stunden std heure hora | h
T | 86400 | day days tag tage tagen jour dia día | d
T | 604800 | week wk wks woche wochen semaine semana |
T | 1209600 | fortnight |
T* | 2629746 | month mo mos mth monat monate monaten mois mes meses |
T* | 7889238 | quarter |
T* | 31556952 | year yr yrs annum jahr jahre jahren année años año | yr y
T* | 315569520 | decade |
T* | 3155695200 | century centuries |
T* | 31556952000 | millennium millennia |
L | 1 | meter | m
L | 0.0254 | inch inches | in "
L | 0.3048 | foot feet | ft
L | 0.9144 | yard yd yds | yd
L | 1609.344 | mile mi | mi
L | 1852 | nautical_mile | nmi
L | 1e-10 | angstrom | Å
L | 149597870700 | astronomical_unit | AU
L | 9.4607304725808e15 | light_year lightyear light-year | ly
L | 3.0856775814913673e16 | parsec | pc
L2 | 1e4 | hectare | ha
L2 | 4046.8564224 | acre | ac
L3 | 0.001 | liter | l L
L3 | 0.003785411784 | gallon gal gals |
L3 | 0.000473176473 | pint |
L3 | 0.0000295735295625 | fluid_ounce |
L3 | 0.00000492892159375 | teaspoon tsp |
L3 | 0.00001478676478125 | tablespoon tbsp tbs |
L3 | 0.0002365882365 | cup |
L3 | 0.000946352946 | quart |
L3 | 0.158987294928 | barrel bbl |
M | 0.001 | gram gramme gm gms | g
M | 1000 | tonne ton metric_ton | t
M | 0.45359237 | pound lb lbs | lb
M | 0.028349523125 | ounce oz |
M | 6.35029318 | stone |
M | 1.6605390666e-27 | dalton | Da u
A | 1 | ampere amp amps | A
K | 1 | kelvin | K
N | 1 | mole | mol
J | 1 | candela | cd
T-1 | 1 | hertz | Hz
T-1 | 0.016666666666666666 | rpm bpm |
T-1 | 1 | fps |
ML T-2 | 1 | newton | N
ML2 T-2 | 1 | joule | J
ML2 T-2 | 4.184 | calorie cal cals | cal
ML2 T-2 | 1.602176634e-19 | electronvolt electron_volt | eV
ML2 T-2 | 3600 | watthour watt_hour | Wh
ML2 T-3 | 1 | watt | W
ML2 T-3 | 745.6998715822702 | horsepower | hp
ML-1 T-2 | 1 | pascal | Pa
ML-1 T-2 | 1e5 | bar | bar
ML-1 T-2 | 101325 | atmosphere | atm
ML-1 T-2 | 133.32236842105263 | mmhg torr |
ML-1 T-2 | 6894.757293168 | psi |
ML2 T-3 A-1 | 1 | volt | V
ML2 T-3 A-2 | 1 | ohm | Ω
AT | 1 | coulomb | C
M-1L-2T4A2 | 1 | farad | F
MT-2A-1 | 1 | tesla |
ML2T-2A-2 | 1 | henry |
T-1@ | 1 | becquerel | Bq
L2T-2@ | 1 | gray | Gy
L2T-2@@ | 1 | sievert | Sv
LT-1 | 0.44704 | mph |
LT-1 | 0.2777777777777778 | kph kmh |
LT-1 | 0.5144444444444445 | knot kn kt kts |
B | 1 | byte | B
B | 0.125 | bit | b
BT-1 | 0.125 | bps | bps
share | 0.01 | percent percentage pct prozent porcento pourcent | %
share | 0.001 | permille | ‰
share | 0.0001 | bp bps_point |
count | 2 | pair |
count | 12 | dozen |
degree | 1 | degree deg degs | °
angle | 1 | radian | rad
temperature | 1 | celsius centigrade | °C
temperature | 0.5555555555555556 | fahrenheit | °F
pixel | 1 | pixel | px
sound | 1 | decibel | dB
em | 1 | em | em
rem | 1 | rem | rem
inhg | 1 | inhg |
€EUR | 1 | euro | €
€USD | 1 | dollar buck | $
€GBP | 1 | quid pound_sterling | £
€JPY | 1 | yen | ¥
€CHF | 1 | franc |
€INR | 1 | rupee | ₹
€KRW | 1 | won | ₩
€BTC | 1 | bitcoin | ₿
cent | 1 | cent |
€CNY | 1 | yuan renminbi |
€RUB | 1 | ruble rouble | ₽
€PLN | 1 | zloty |
€HUF | 1 | forint |
€SEK | 1 | krona kronor |
€NOK | 1 | krone kroner |
€UAH | 1 | hryvnia | ₴
€TRY | 1 | lira | ₺
€ILS | 1 | shekel | ₪
€BRL | 1 | real reais |
€MXN | 1 | peso |
€ZAR | 1 | rand |
"""
"""Dimension | factor | names | symbols. `*` marks units of the calendar, whose length varies; `@`
sets apart what has the same dimension and is another thing; a name with `_` is two words."""

CURRENCIES = frozenset(
    [
        "EUR",
        "USD",
        "GBP",
        "JPY",
        "CHF",
        "INR",
        "KRW",
        "CNY",
        "RUB",
        "PLN",
        "HUF",
        "SEK",
        "NOK",
        "UAH",
        "TRY",
        "ILS",
        "BRL",
        "MXN",
        "ZAR",
        "DKK",
        "CZK",
        "AUD",
        "CAD",
        "NZD",
        "HKD",
        "SGD",
    ]
)
PREFIXES = {
    "quetta": ("Q", 1e30), "ronna": ("R", 1e27), "yotta": ("Y", 1e24), "zetta": ("Z", 1e21),
    "exa": ("E", 1e18), "peta": ("P", 1e15), "tera": ("T", 1e12), "giga": ("G", 1e9),
    "mega": ("M", 1e6), "kilo": ("k", 1e3), "hecto": ("h", 1e2), "deca": ("da", 1e1),
    "deci": ("d", 1e-1), "centi": ("c", 1e-2), "milli": ("m", 1e-3), "micro": ("µ", 1e-6),
    "nano": ("n", 1e-9), "pico": ("p", 1e-12), "femto": ("f", 1e-15), "atto": ("a", 1e-18),
}  # fmt: skip
BINARY = {"kibi": ("Ki", 2**10), "mebi": ("Mi", 2**20), "gibi": ("Gi", 2**30), "tebi": ("Ti", 2**40),
          "pebi": ("Pi", 2**50)}  # fmt: skip
PREFIXED = [
    "second",
    "meter",
    "gram",
    "liter",
    "ampere",
    "kelvin",
    "mole",
    "hertz",
    "newton",
    "joule",
    "calorie",
    "electronvolt",
    "watthour",
    "watt",
    "pascal",
    "bar",
    "volt",
    "ohm",
    "coulomb",
    "farad",
    "tesla",
    "byte",
    "bit",
    "bps",
    "tonne",
    "parsec",
    "gray",
    "sievert",
    "becquerel",
]
"""Units that take the prefixes of the SI."""
CASUAL = {
    "kb": 1e3, "mb": 1e6, "gb": 1e9, "tb": 1e12, "pb": 1e15, "meg": 1e6, "megs": 1e6, "gig": 1e9,
    "gigs": 1e9,
}  # fmt: skip
"""Bytes as people write them, whatever the case."""
LINES = tuple(line for line in _LINES.strip().splitlines())
