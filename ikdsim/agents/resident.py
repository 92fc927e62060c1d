"""Residents as Mesa agents, the same in every engine: views of rows, made when somebody asks for them.

A resident's `unique_id` is the row in every column, the number of the diary and of `watch`: it begins at 0. Attributes
read through to the engine and the columns. Between steps a program may write `stage` and `trust`: a stage written draws
new thresholds and pushes the counters, a trust written is felt from the next stage on.
"""

from typing import Any, Final, NoReturn, Self

import mesa
import numpy as np

from ikdsim.errors import BadInput, Fault, nearest, shown
from ikdsim.resident.ages import age_in_years
from ikdsim.resident.columns import DEVICES, LEVELS, NO_WEEK, OCCUPATIONS, SEXES
from ikdsim.resident.stages import STAGES

WRITABLE: Final = ("stage", "trust")


class Resident(mesa.Agent):
    """One resident."""

    unique_id: int
    """The resident's row."""

    @classmethod
    def at(cls, model: mesa.Model, row: int) -> Self:
        """A view of `row`; it is not registered with the model."""
        view = cls.__new__(cls)
        attributes = view.__dict__
        attributes["model"], attributes["unique_id"], attributes["pos"] = model, row, None
        return view

    def __setattr__(self, name: str, value: object) -> None:
        if name not in WRITABLE:
            hint = None if hasattr(self, name) else nearest(name, WRITABLE)
            facts = {"key": name, "allowed": ", ".join(WRITABLE), "nearest": hint}
            raise AttributeError(Fault("not_writable", facts).text("en"))
        super().__setattr__(name, value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Resident) and other.model is self.model and other.unique_id == self.unique_id

    def __hash__(self) -> int:
        return hash(self.unique_id)

    def __repr__(self) -> str:
        occupation, device = self.occupation.replace("_", " "), self.device.replace("_", " ")
        return f"<Resident {self.unique_id}: {self.age}-year-old {occupation} in {self.place}, {self.stage}, {device}>"

    def remove(self) -> NoReturn:
        """Raises BadInput: a run keeps its population."""
        raise BadInput([Fault("resident_stays", {"value": self.unique_id})])

    @property
    def stage(self) -> str:
        """Stage, one of STAGES; BadInput if another is written."""
        return STAGES[self.model.engine.stage_of(self.unique_id)]

    @stage.setter
    def stage(self, name: str) -> None:
        if name not in STAGES:
            facts = {"key": "stage", "value": shown(name), "allowed": ", ".join(STAGES)}
            raise BadInput([Fault("unknown_option", {**facts, "nearest": nearest(str(name), STAGES)})])
        self.model.engine.write_stage(self.unique_id, self.model.week, STAGES.index(name))

    @property
    def trust(self) -> float:
        """Trust now, 0-1; BadInput if anything else is written."""
        return (float(self.model.engine.trust_of(self.unique_id)) + 0.5) / LEVELS

    @trust.setter
    def trust(self, value: float) -> None:
        self.model.engine.write_trust(self.unique_id, min(int(_share("trust", value) * LEVELS), LEVELS - 1))

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


def _share(name: str, value: Any) -> float:
    """`value` as a number from 0 to 1; raises BadInput for anything else."""
    facts = {"key": name, "value": shown(value), "example": 0.5, "low": 0, "high": 1}
    if isinstance(value, bool) or not isinstance(value, int | float | np.integer | np.floating):
        raise BadInput([Fault("not_a_number", facts)])
    if not 0.0 <= value <= 1.0:
        raise BadInput([Fault("out_of_range", facts)])
    return float(value)
