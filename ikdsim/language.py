"""What a planner reads, in Indonesian and in English.

Sentences live in catalogues, `ikdsim/data/text/<topic>.toml`, both languages side by side. Numbers and dates
are written by hand, because the `locale` module changes the whole process and differs between systems.
"""

import os
import re
import sys
import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

LANGUAGES: Final = ("id", "en")
CATALOGUES: Final = Path(__file__).parent / "data" / "text"

_SEPARATORS: Final = {"id": str.maketrans(",.", ".,"), "en": str.maketrans("", "")}
_MILLION: Final = 10**6
MONTHS: Final = {
    "id": (
        *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
        *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
}
_SETTINGS: Final = ("LC_ALL", "LC_MESSAGES", "LANG")
_WINDOWS_INDONESIAN: Final = 0x21
"""Primary language identifier LANG_INDONESIAN of Windows, the low ten bits of a language identifier."""
_WINDOWS_PRIMARY_BITS: Final = 0x3FF


@cache
def catalogue(topic: str) -> Mapping[str, Mapping[str, str]]:
    """Entries of `ikdsim/data/text/<topic>.toml`: name of the entry -> language -> sentence."""
    return tomllib.loads((CATALOGUES / f"{topic}.toml").read_text(encoding="utf-8"))


def text(key: str, lang: str, facts: Mapping[str, object] | None = None) -> str:
    """Sentence `key` ("topic.entry") in `lang` ("id" or "en"), with `facts` in the places of its {names}.

    Raises KeyError if the entry or one of its facts does not exist: a mistake of ours, not of the reader.
    """
    topic, entry = key.split(".", 1)
    return catalogue(topic)[entry][lang].format_map(facts or {})


def number(value: float, lang: str, decimals: int = 0) -> str:
    """`value` with separators of thousands: 3.200 and 38,1 in Indonesian, 3,200 and 38.1 in English."""
    return f"{value:z,.{decimals}f}".translate(_SEPARATORS[lang])


def plain_number(value: float, lang: str) -> str:
    """`value` as it can be typed into a file: without an exponent, with a point for decimals.

    From a million on it is easier read with separators, and no file takes 1.000.000 or 1,000,000 for another number.
    """
    return f"{value:.15g}" if abs(value) < _MILLION else number(value, lang)


def rupiah(value: float, lang: str, decimals: int = 0) -> str:
    """An amount of money, in whole rupiah if not told otherwise: Rp1.250.000 in Indonesian, Rp1,250,000 in English."""
    sign = "-" if round(value, decimals) < 0 else ""
    return f"{sign}Rp{number(abs(value), lang, decimals)}"


def percent(share: float, lang: str, decimals: int = 1) -> str:
    """A share of 1 as a percentage: 0.0463 is 4,6% in Indonesian and 4.6% in English."""
    return f"{number(100 * share, lang, decimals)}%"


def day(when: date, lang: str) -> str:
    """A date in words: 17 Januari 2025 in Indonesian, 17 January 2025 in English."""
    return f"{when.day} {MONTHS[lang][when.month - 1]} {when.year}"


def system_language() -> str:
    """Language of the system: "id" if it is Indonesian, else "en"."""
    setting = next((os.environ[name] for name in _SETTINGS if os.environ.get(name)), None)
    if setting is None:
        return _windows_language()
    return "id" if re.match(r"id([_.@-]|$)", setting.lower()) else "en"


def _windows_language() -> str:
    if sys.platform != "win32":
        return "en"
    import ctypes  # noqa: PLC0415  (only Windows needs it, and it is slow to load)

    identifier = ctypes.windll.kernel32.GetUserDefaultUILanguage()
    return "id" if identifier & _WINDOWS_PRIMARY_BITS == _WINDOWS_INDONESIAN else "en"
