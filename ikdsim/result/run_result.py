"""The result of one run: who stood where in every week, through which desks, and at what cost.

Every count is in residents: a simulated resident stands for several when the run is scaled down. The model
itself is not kept; a diary is told by running the same run again, which chance by resident makes exact.
"""

from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from ikdsim.clock import week_of
from ikdsim.errors import BadInput, Fault
from ikdsim.observe.barriers import SERVICE_BARRIERS
from ikdsim.region.places import URBAN
from ikdsim.region.region import Region
from ikdsim.resident.stages import INTENDING, STAGES, USERS
from ikdsim.result.curves import backdrop_of, curve_of
from ikdsim.scenario.scenario import Scenario
from ikdsim.service.kinds import KINDS

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure

Counts = NDArray[np.float64]


@dataclass(frozen=True, kw_only=True, eq=False)
class RunResult:
    """What one run leaves, over T weeks, P places and K kinds of service points; counts are residents."""

    scenario: Scenario
    """What was run; its end is the day up to which it was run."""
    seed: int
    scale: float
    engine: str
    own_people: bool
    """Whether somebody replaced columns of the residents, see Setup.with_residents."""
    region: Region
    weeks: NDArray[np.int64]
    """Week numbers (see clock.py), shape (T,)."""
    dates: list[date]
    """Sunday of each week."""
    residents: Counts
    """Shape (P,)."""
    recorded: Counts
    """Recorded residents of the region's table, shape (P,)."""
    stages: Counts
    """Shape (T, P, stages)."""
    by_age: Counts
    """Users by age band on the day of the table, shape (T, age bands)."""
    by_sex: Counts
    by_device: Counts
    """Users by phone in January 2023, shape (T, devices)."""
    by_occupation: Counts
    channels: Counts
    """Activations since the start, lapsed since or not, shape (T, K)."""
    lapses: Counts
    """Interrupted and disenchanted since the start, shape (T, 2)."""
    moves: Counts
    """Sums of users who left the region or died, and of newcomers who brought IKD, shape (T, 2)."""
    compelled: Counts
    """Activations since the start for want of a card, before a service or because it was required, shape (T,)."""
    load: Counts
    """Residents of the week by what they met, shape (T, K, loads), see observe/service_load.py."""
    minutes_given: Counts
    """Officer minutes of the week left for IKD, shape (T, K)."""
    minutes_used: Counts
    """Officer minutes used in the week, in a scaled run also such as earlier weeks kept, shape (T, K)."""
    minutes_explained: Counts
    """Minutes outside those left for IKD that went to it on errands, shape (T, K)."""
    team_activating: Counts
    """Minutes that teams brought for activations, shape (T, K)."""
    team_explaining: Counts
    """Minutes that teams had for explaining, which no other service lacks, shape (T, K)."""
    minutes_away: Counts
    """Minutes of other services at desks whose officers were out on duties, shape (T,)."""
    services_refused: Counts
    """Services of the week that residents were refused for want of IKD, shape (T, P)."""
    costs: dict[str, Counts]
    """Rupiah of the week by item, each of shape (T,)."""
    beside_cost: dict[str, float]
    """Rupiah of the whole run that are no cost of the office, see beside_cost.py."""
    visits_from_elsewhere: Counts
    """Visits of the week that other kecamatan went without, shape (T,)."""
    barriers: dict[str, Counts]
    """Residents at each barrier at the end of the run, each of shape (P,)."""
    groups: Counts
    """Users, residents, recorded and adults of each group at the end, see observe/groups.py, shape (P, groups, 4)."""
    seconds: float
    """Time that the run took."""

    def __repr__(self) -> str:
        how = f"seed {self.seed}, scale {self.scale:g}, {self.engine}, {len(self.weeks)} weeks to {self.dates[-1]}"
        end = f"{self.activated[-1]:,.0f} residents activated at the end"
        return f"<RunResult of {self.scenario.name} in {self.region.name}, {how}: {end}>"

    @property
    def activated_by_place(self) -> Counts:
        """Residents whom the official figure counts, net of lapses, shape (T, P)."""
        return np.asarray(self.stages[..., USERS].sum(axis=-1))

    @property
    def activated(self) -> Counts:
        """The same in the whole region, shape (T,)."""
        return np.asarray(self.activated_by_place.sum(axis=1))

    @property
    def intending(self) -> dict[str, float]:
        """Residents who intend to use IKD at the end: "ready", or "not_yet_able" for want of phone, record or age."""
        all_of_them = float(self.stages[-1, :, INTENDING].sum())
        ready = float(sum(self.barriers[name].sum() for name in SERVICE_BARRIERS if name in self.barriers))
        return {"ready": ready, "not_yet_able": all_of_them - ready}

    @property
    def total_cost(self) -> float:
        """Rupiah of the whole run."""
        return float(sum(rupiah.sum() for rupiah in self.costs.values()))

    def activated_on(self, day: date) -> float:
        """Activated residents at the end of the week that holds `day`; raises BadInput outside the run."""
        index = week_of(day) - int(self.weeks[0])
        if not 0 <= index < len(self.weeks):
            facts = {"value": day, "low": self.scenario.start, "high": self.scenario.end}
            raise BadInput([Fault("day_outside_run", facts)])
        return float(self.activated[index])

    def share(self, base: str) -> float:
        """Activated at the end of the run as a share of `base`: "residents", "recorded" or "target"."""
        bases = {
            "residents": self.residents.sum(),
            "recorded": self.recorded.sum(),
            "target": self.region.target,
        }
        return float(self.activated[-1] / bases[base])

    @property
    def target_date(self) -> date | None:
        """Sunday of the first week that ends with the target reached, None if none does."""
        reached = np.flatnonzero(self.activated >= self.region.target)
        return self.dates[int(reached[0])] if len(reached) else None

    @property
    def gap_urban_rural(self) -> float:
        """Activated share of urban less that of rural residents at the end of the run, -1 to 1."""
        urban = np.array([place.kind == URBAN for place in self.region.places])
        shares = [self.activated_by_place[-1, where].sum() / self.residents[where].sum() for where in (urban, ~urban)]
        return float(shares[0] - shares[1])

    def to_frame(self) -> "pd.DataFrame":
        """A long table with the columns date, place, stage and residents, in the order of `stages`."""
        import pandas as pd  # noqa: PLC0415  (slow to load)

        index = pd.MultiIndex.from_product(
            [pd.to_datetime(self.dates), self.region.place_names, STAGES], names=["date", "place", "stage"]
        )
        return pd.DataFrame({"residents": self.stages.ravel()}, index).reset_index()

    def to_xarray(self) -> Any:
        """An xarray.Dataset: residents by date, place and stage, activations by date and channel.

        Raises BadInput if xarray, of the extra "research", is not installed.
        """
        try:
            import xarray  # noqa: PLC0415  (not installed everywhere)
        except ImportError:
            raise BadInput([Fault("result.xarray_missing", {})]) from None
        return xarray.Dataset(
            {
                "residents": (("date", "place", "stage"), self.stages),
                "activations": (("date", "channel"), self.channels),
            },
            coords={
                "date": np.array(self.dates, "datetime64[ns]"),
                "place": list(self.region.place_names),
                "stage": list(STAGES),
                "channel": list(KINDS),
            },
        )

    def plot(self, lang: str = "en") -> "Figure":
        """The curve of adoption as a matplotlib figure, labelled in `lang` ("id" or "en")."""
        from ikdsim.plot.adoption import plot_adoption  # noqa: PLC0415  (matplotlib is slow to load)

        curve = curve_of(self.scenario, lang, self.activated)
        return plot_adoption([curve], backdrop_of(self.region, self.dates, lang), lang)

    def diary(self, row: int, lang: str = "en") -> list[str]:
        """What happened to the resident in `row` and why, one sentence an event, in `lang` ("id" or "en").

        The run is repeated to watch them. Raises BadInput if there is no such row, or if the run had people of its own.
        """
        if self.own_people:
            raise BadInput([Fault("result.no_diary_of_own_people", {})])
        from ikdsim.result.diary import diary  # noqa: PLC0415  (simulates; a result alone needs no model)
        from ikdsim.setup import Setup  # noqa: PLC0415

        return diary(Setup(self.scenario, self.seed, self.scale), self.engine, row, lang)

    def document(self) -> dict[str, object]:
        """What `ikdsim run --json` prints: counts in residents, shares from 0 to 1, dates in ISO form."""
        return {
            "ikdsim": version("ikdsim"),
            "scenario": self.scenario.name,
            "region": self.region.name,
            "seed": self.seed,
            "engine": self.engine,
            "scale": self.scale,
            "start": self.scenario.start.isoformat(),
            "end": self.scenario.end.isoformat(),
            "weeks": len(self.weeks),
            "residents": plain(self.residents.sum()),
            "activated": plain(self.activated[-1]),
            "places": self._places(),
            "stages": dict(zip(STAGES, map(plain, self.stages[-1].sum(axis=0)), strict=True)),
            "intending": {name: plain(count) for name, count in self.intending.items()},
            "by_channel": dict(zip(KINDS, map(plain, self.channels[-1]), strict=True)),
            "barriers": {name: plain(counts.sum()) for name, counts in self.barriers.items()},
            "cost_rupiah": plain(self.total_cost),
            "beside_cost_rupiah": {name: plain(rupiah) for name, rupiah in self.beside_cost.items()},
            "series": self._series(),
            "seconds": self.seconds,
        }

    def _places(self) -> list[dict[str, object]]:
        counts = zip(self.region.place_names, self.residents, self.recorded, self.activated_by_place[-1], strict=True)
        return [
            {
                "name": name,
                "residents": plain(residents),
                "recorded": plain(recorded),
                "activated": plain(activated),
                "share_of_residents": float(activated / residents),
            }
            for name, residents, recorded, activated in counts
        ]

    def _series(self) -> list[dict[str, object]]:
        pairs = zip(self.dates, self.activated, strict=True)
        return [{"date": day.isoformat(), "activated": plain(count)} for day, count in pairs]


def plain(count: float) -> int | float:
    """`count` for JSON, whole where it is whole; a millionth of a resident is an error of rounding."""
    rounded = round(float(count), 6)
    return int(rounded) if rounded.is_integer() else rounded
