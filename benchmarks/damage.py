"""Damage to files: by byte, token, value and structure, from one to four changes at a time."""

import re
from collections.abc import Callable
from random import Random

LARGEST = 26_000  # bytes; no file of more than 25 kB is read
MOST_CHANGES = 4
TOKEN = re.compile(rb"[\w.-]+|\s+|.", re.DOTALL)
VALUE = re.compile(rb'(?<== )(\d[\d.-]*|"[^"\n]*")')
PLAUSIBLE = (
    *(
        b"0",
        b"1",
        b"3",
        b"7",
        b"20",
        b"100",
        b"0.01",
        b"0.5",
        b"2023-01-02",
        b"2027-06-30",
        b"2028-12-31",
        b"2050-12-31",
    ),
    *(
        b'"all"',
        b'"coastal"',
        b'["Desa Hurip Jaya"]',
        b'"reassigned"',
        b'"added"',
        b'"baseline.toml"',
        b'"combined.toml"',
    ),
)
HOSTILE = (
    *(b"nan", b"-inf", b"-1", b"0", b"1e400", b"1" * 5000, b"0x" + b"f" * 300, b"true", b"1.000,5", b"3,5"),
    *(b"2027-02-30", b"9999-12-31", b"0001-01-01", b"2027-01-04T00:00:00Z", b"23:59:60", b"1 Maret 2027"),
    *(b'""', b'"""', b"'", b"[]", b"{}", b"[[", b"]]", b"{ id = 1 }", b"[" * 500, b"a." * 300, b"#", b"=", b"\\"),
    *(b'"\\u202e"', b'"\\u0000"', b'"\\u001b[31m"', b"\xe2\x80\xae", b"\x1b[2J", b"\xff\xfe", b"\xef\xbb\xbf", b"\0"),
    *(b'"/dev/zero"', b'"."', b'"../../../../../etc"', b'"' + b"x" * 300 + b'.toml"', b'"$\\\\frac{"', b'"=1+1"'),
    *(b"kind", b"policy", b"extends", b"parameters", b"region_numbers", b"remove", b"sweep", b"title", b"\r", b"\r\n"),
)
Change = Callable[[bytes, Random], bytes]


def by_byte(content: bytes, chance: Random) -> bytes:
    """A byte is changed, added, or left out with some that follow."""
    at = chance.randrange(len(content) + 1)
    new = bytes([chance.randrange(256)]) * chance.choice([0, 1, 30])
    return content[:at] + new + content[at + chance.choice([0, 1, 9]) :]


def by_token(content: bytes, chance: Random) -> bytes:
    """A word, a number or a sign is left out, doubled, exchanged for another of the file or for a hostile one."""
    tokens = TOKEN.findall(content) or [b""]
    at = chance.randrange(len(tokens))
    tokens[at] = chance.choice([b"", tokens[at] * 2, chance.choice(tokens), *[chance.choice(HOSTILE)] * 3])
    return b"".join(tokens)


def by_value(content: bytes, chance: Random) -> bytes:
    """A number, a date or a text is exchanged for another that may well stand there."""
    values = list(VALUE.finditer(content))
    if not values:
        return content
    start, end = chance.choice(values).span()
    return content[:start] + chance.choice([*PLAUSIBLE, chance.choice(values)[0]]) + content[end:]


def by_structure(content: bytes, chance: Random) -> bytes:
    """Lines are left out, repeated, exchanged, moved, or followed by many others."""
    lines = content.splitlines(keepends=True) or [b""]
    start, end = sorted(chance.randrange(len(lines) + 1) for _ in range(2))
    some, many = lines[start:end], chance.choice([2, 30, 1000])
    what = chance.randrange(5)
    if what == 0:
        del lines[start:end]
    elif what == 1:
        lines[start:end] = some * min(many, 1 + LARGEST // (1 + sum(map(len, some))))
    elif what == 2:
        chance.shuffle(lines)
    elif what == 3:
        lines[start:start] = [b"key_%d = %s\n" % (number, chance.choice(HOSTILE[:4])) for number in range(many)]
    else:
        lines = [*lines[end:], *some, *lines[:start]]
    return b"".join(lines)


CHANGES: tuple[Change, ...] = (by_byte, by_token, by_value, by_structure)


def damaged(content: bytes, chance: Random) -> bytes:
    """`content` after one to four changes."""
    for _ in range(chance.randint(1, MOST_CHANGES)):
        content = chance.choice(CHANGES)(content, chance)[:LARGEST]
    return content
