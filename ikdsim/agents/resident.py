"""Residents of the columns engine as Mesa agents: views of rows, made when somebody asks for them.

Attributes read through to the columns. Between steps a student may write `stage` and `trust`: a stage written draws new
marks and pushes the counters, a trust written is felt from the next stage on.
"""

from typing import Self

import mesa

from ikdsim.engine.agent import IkdAgent
from ikdsim.resident.ages import age_in_years
from ikdsim.resident.columns import DEVICES, LEVELS, NO_WEEK, OCCUPATIONS, SEXES
from ikdsim.resident.stages import STAGES


class Resident(IkdAgent):
    """One resident: `unique_id` is his row."""

    unique_id: int

    @classmethod
    def at(cls, model: mesa.Model, row: int) -> Self:
        """A view of `row`; it is not registered with the model."""
        view = cls.__new__(cls)
        view.model = model
        view.unique_id = row
        view.pos = None
        return view

    @property
    def stage(self) -> str:
        """Stage, one of STAGES."""
        return STAGES[self.model.engine.state().stage[self.unique_id]]

    @stage.setter
    def stage(self, name: str) -> None:
        self.model.engine.write_stage(self.unique_id, self.model.week, STAGES.index(name))

    @property
    def trust(self) -> float:
        """Trust now, 0-1."""
        return (float(self.model.engine.state().trust[self.unique_id]) + 0.5) / LEVELS

    @trust.setter
    def trust(self, value: float) -> None:
        self.model.engine.write_trust(self.unique_id, min(max(int(value * LEVELS), 0), LEVELS - 1))

    @property
    def literacy(self) -> float:
        """Digital literacy, 0-1."""
        return (float(self.model.residents.literacy[self.unique_id]) + 0.5) / LEVELS

    @property
    def place(self) -> str:
        """Name of the kelurahan or desa."""
        return str(self.model.region.places[self.model.residents.place[self.unique_id]].name)

    @property
    def age(self) -> int:
        """Completed years."""
        return age_in_years(int(self.model.residents.birth_week[self.unique_id]), self.model.week)

    @property
    def sex(self) -> str:
        """One of SEXES."""
        return SEXES[self.model.residents.sex[self.unique_id]]

    @property
    def occupation(self) -> str:
        """One of OCCUPATIONS."""
        return OCCUPATIONS[self.model.residents.occupation[self.unique_id]]

    @property
    def device(self) -> str:
        """Phone in January 2023, one of DEVICES."""
        return DEVICES[self.model.residents.device[self.unique_id]]

    @property
    def recorded(self) -> bool:
        """Whether the e-KTP biometrics are recorded by now."""
        week = int(self.model.residents.recorded_week[self.unique_id])
        return week != NO_WEEK and week <= int(self.model.week)
