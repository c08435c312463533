"""Units of measurement: each name with its dimension and its factor to the base unit."""

_SPELLED: dict[str, tuple[str, float, str]] = {
    # name: (dimension, factor to the base unit, other names)
    "nanosecond": ("time", 1e-9, "ns nanosec"),
    "microsecond": ("time", 1e-6, "us µs microsec"),
    "millisecond": ("time", 1e-3, "ms msec millisec"),
    "second": ("time", 1.0, "sec secs"),
    "minute": ("time", 60.0, "min mins"),
    "hour": ("time", 3_600.0, "hr hrs h"),
    "day": ("time", 86_400.0, ""),
    "week": ("time", 604_800.0, "wk wks"),
    "month": ("months", 1.0, "mo"),
    "year": ("months", 12.0, "yr yrs"),
    "bit": ("data", 0.125, ""),
    "byte": ("data", 1.0, "b"),
    "kilobyte": ("data", 1e3, "kb kib"),
    "megabyte": ("data", 1e6, "mb mib meg megs"),
    "gigabyte": ("data", 1e9, "gb gib gig gigs"),
    "terabyte": ("data", 1e12, "tb tib"),
    "petabyte": ("data", 1e15, "pb pib"),
    "percent": ("share", 0.01, "% pct percentage"),
    "millimeter": ("length", 1e-3, "mm"),
    "centimeter": ("length", 1e-2, "cm"),
    "meter": ("length", 1.0, "m"),
    "kilometer": ("length", 1e3, "km kms"),
    "inch": ("length", 0.0254, ""),
    "foot": ("length", 0.3048, "ft feet"),
    "mile": ("length", 1609.344, ""),
    "gram": ("mass", 1e-3, "g gm gms"),
    "kilogram": ("mass", 1.0, "kg kgs kilo"),
    "pound": ("mass", 0.45359237, "lb lbs"),
    "hertz": ("frequency", 1.0, "hz"),
    "kilohertz": ("frequency", 1e3, "khz"),
    "megahertz": ("frequency", 1e6, "mhz"),
    "gigahertz": ("frequency", 1e9, "ghz"),
    "watt": ("power", 1.0, "w"),
    "kilowatt": ("power", 1e3, "kw"),
    "volt": ("voltage", 1.0, "v"),
}

UNIT_NAMES = {
    other: name for name, (_, _, others) in _SPELLED.items() for other in (name, *others.split())
}
"""Any name of a unit, singular → its canonical name. Single letters count only after a number."""

DIMENSIONS = {name: (dimension, factor) for name, (dimension, factor, _) in _SPELLED.items()}
"""Canonical name → dimension and factor to the base unit of the dimension."""
