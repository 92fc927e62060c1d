"""The options of every command, declared with the fields of scenario files, so that both are checked alike."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from ikdsim.clock import FIRST_MONDAY
from ikdsim.experiment.bounds import MOST_RESIDENTS, MOST_RUNS, MOST_RUPIAH, MOST_SCALE, NUMBERS
from ikdsim.fields import MOST_SEED, REQUIRED, Choice, Day, Field, Places, Refused
from ikdsim.language import LANGUAGES
from ikdsim.scenario.scenario import LATEST_END
from ikdsim.schema import choice, declared, number, truth, whole, words

ENGINES: Final = ("columns", "objects")
MOST_JOBS: Final = 1024
MOST_REPEATS: Final = 1000


class OnePath(Field):
    """The name of a file or a folder, as an option."""

    example = "..."

    def take(self, value: object, places: Places) -> Path:
        """The path as it was written, relative or not, there or not."""
        return Path(str(value))


@dataclass(frozen=True, kw_only=True)
class Named(Field):
    """What a command is about: the words of its line that are no options, from `least` to `most` of them."""

    example = "..."
    least: int
    most: int | None = None

    def take(self, value: object, places: Places) -> tuple[str, ...]:
        """These words, as many as the command needs."""
        words = tuple(value) if isinstance(value, list) else ()
        if len(words) < self.least:
            raise Refused("too_little_named", {})
        if self.most is not None and len(words) > self.most:
            raise Refused("too_much_named", {"value": words[self.most]})
        return words


@dataclass(frozen=True, kw_only=True)
class Options:
    """What every command takes."""

    lang: str = choice(LANGUAGES)
    json: bool = truth(default=False)
    quiet: bool = truth(default=False)

    @property
    def silent(self) -> bool:
        """Whether nobody wants to know how far it is."""
        return self.quiet or self.json


@dataclass(frozen=True, kw_only=True)
class CheckOptions(Options):
    """ikdsim check WHAT..."""

    named: tuple[str, ...] = declared(Named(REQUIRED, least=1))


@dataclass(frozen=True, kw_only=True)
class DataOptions(Options):
    """ikdsim data [REGION|parameters]"""

    named: tuple[str, ...] = declared(Named(REQUIRED, least=0, most=1))


@dataclass(frozen=True, kw_only=True)
class NewOptions(Options):
    """ikdsim new FOLDER"""

    named: tuple[str, ...] = declared(Named(REQUIRED, least=1, most=1))


@dataclass(frozen=True, kw_only=True)
class BenchOptions(Options):
    """ikdsim bench"""

    named: tuple[str, ...] = declared(Named(REQUIRED, least=0, most=0))
    full: bool = truth(default=False)
    repeats: int = whole(1, MOST_REPEATS, "rounds", default=3)
    store: bool = truth(default=False)
    write: Path | None = declared(OnePath(None))
    """The page of figures; None: docs/benchmarks.md of a checkout, unless only a document is wanted."""


@dataclass(frozen=True, kw_only=True)
class CalibrateOptions(Options):
    """ikdsim calibrate EXPERIMENT"""

    named: tuple[str, ...] = declared(Named(REQUIRED, least=1, most=1))
    jobs: int | None = whole(1, MOST_JOBS, "processes", default=None)
    """None: as many as there are cores."""
    out: Path | None = declared(OnePath(None))
    """Folder of the results; None: results/calibrate-<hash>."""


@dataclass(frozen=True, kw_only=True)
class SimulationOptions(Options):
    """What every command that simulates takes."""

    seed: int = whole(0, MOST_SEED, "", default=1)
    until: date | None = declared(Day(None, earliest=FIRST_MONDAY, latest=LATEST_END))
    scale: float = number(1, MOST_SCALE, "residents for each agent", default=1.0)
    engine: str = choice(ENGINES, default=ENGINES[0])
    jobs: int | None = whole(1, MOST_JOBS, "processes", default=None)
    """None: as many as there are cores."""
    out: Path | None = declared(OnePath(None))
    """Folder of the results; None: results/<name>-<hash>."""
    prices: Path | None = declared(OnePath(None))
    """A file of own prices; None: all are those of the register."""


@dataclass(frozen=True, kw_only=True)
class RunOptions(SimulationOptions):
    """ikdsim run SCENARIO, or ikdsim run --record FILE"""

    named: tuple[str, ...] = declared(Named(REQUIRED, least=0, most=1))
    """The scenario file; empty if a record is given."""
    record: Path | None = declared(OnePath(None))
    resident: int | None = whole(0, MOST_SEED, "number of a resident", default=None)
    officer: int | None = whole(0, MOST_SEED, "number of an officer", default=None)


@dataclass(frozen=True, kw_only=True)
class CompareOptions(SimulationOptions):
    """ikdsim compare WHAT..."""

    named: tuple[str, ...] = declared(Named(REQUIRED, least=1))
    runs: int = whole(1, MOST_RUNS, "runs of each scenario", default=10)
    numbers: str | None = declared(Choice(None, options=NUMBERS))
    """None: draws where there is more than one run."""
    until_sure: float | None = number(0, MOST_RESIDENTS, "residents", default=None)
    """None: all runs are done."""
    budget: float | None = number(0, MOST_RUPIAH, "rupiah", default=None)
    """Money over the whole run of which is asked what it can do; None: nothing is asked."""
    retry_failed: bool = truth(default=False)
    csv: str | None = choice(LANGUAGES, default=None)
    """Language of the settings of a spreadsheet, for tables that it opens rightly; None: no such tables."""
    cluster: str | None = words(default=None)
    """Address of a Dask cluster whose workers do the runs; None: processes of this computer."""
    typed: tuple[str, ...] = ()
    """Names of the options that were given."""
    is_experiment: bool = False
    """Whether an experiment file settles what is done."""
