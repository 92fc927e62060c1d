"""A line that TOML refuses, and the right form of what it looks like: a date, a decimal number, text."""

import re
from datetime import date
from typing import Final

from ikdsim.errors import shorten
from ikdsim.fields import Day
from ikdsim.language import MONTHS

_LINE: Final = re.compile(r"""\s*(?P<key>[\w.-]+|"[^"]*"|'[^']*')\s*=\s*(?P<given>[^#]*[^#\s])""")
_SPACED_KEY: Final = re.compile(r"""\s*(?P<key>[^\W\d][\w.-]*([ ]+[\w.-]+)+)\s*=\s*(?P<given>[^#]*[^#\s])""")
_MONTH: Final = "|".join(sorted({name[:3] for names in MONTHS.values() for name in names}))
_DATE: Final = re.compile(
    r"\d{4}[-/.]\d{1,2}([-/.]\d{1,2})?"  # 2027-03, 2027/3/1
    r"|(\d{1,2}[-/. ])?\d{1,2}[-/. ]\d{4}"  # 1/3/2027, 03-2027
    rf"|(\d{{1,2}}[- ])?({_MONTH})[a-z]*[- ](\d{{1,2}},? )?\d{{4}}",  # 1 Maret 2027, March 1, 2027
    re.IGNORECASE,
)
_DECIMAL_COMMA: Final = re.compile(r"[+-]?\d+,\d+")
_WORDS: Final = re.compile(r"""(?!(true|false|inf|nan)$)[^\W\d][^"'\[\]{}=\\]*""", re.IGNORECASE)


def right_form(line: str) -> tuple[str, dict[str, object]] | None:
    """The code and the facts of the fault of a `line` that TOML refuses; None if it looks like nothing known."""
    if spaced := _SPACED_KEY.match(line):
        return "unquoted_key", {"right": shorten(f'"{spaced["key"]}" = {spaced["given"]}')}
    found = _LINE.match(line)
    if found is None:
        return None
    key, given = found["key"], found["given"]
    if _DATE.fullmatch(given) and not isinstance(Day(None).from_words(given), date):
        return "refused_date", {"key": shorten(key), "example": Day.example}
    if _DECIMAL_COMMA.fullmatch(given):
        return "decimal_comma", {"right": shorten(f"{key} = {given.replace(',', '.')}")}
    if _WORDS.fullmatch(given):
        return "unquoted_words", {"right": shorten(f'{key} = "{given}"')}
    return None
