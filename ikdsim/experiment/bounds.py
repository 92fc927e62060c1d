"""Bounds: what may be asked of an experiment, on a command line as in a file."""

from typing import Final

REGISTER: Final = "register"
DRAWS: Final = "draws"
NUMBERS: Final = (DRAWS, REGISTER)
"""Which numbers runs have: those of the register, or points of their ranges."""
MOST_RUNS: Final = 100_000
MOST_SCALE: Final = 10_000
MOST_RESIDENTS: Final = 10**9
MOST_RUPIAH: Final = 10**15
MOST_COMBINATIONS: Final = 100_000
