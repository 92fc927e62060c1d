"""What a programme says of the cumulative hazards of all weeks, laid out for the compiled rules."""

import numpy as np

from ikdsim.engine.columns.core.cumulative_hazards import (
    CELLS,
    CONTACT_CAUSES,
    PLANNED_CAUSES,
    UNPLANNED,
    Outlook,
    fill_cells,
)
from ikdsim.randomness import GRAIN, NEVER, ONE
from ikdsim.resident.causes import CAUSES
from ikdsim.resident.contacts import ContactHazard
from ikdsim.resident.meters import Meters
from ikdsim.service.programme import Programme


def build_outlook(programme: Programme, meters: Meters, week: int) -> Outlook:
    """The outlook of a programme; `meters` stand as at the end of `week`, one of its weeks or the one before them."""
    first_row, steps, rows = np.full(len(CAUSES), UNPLANNED), [], 0
    for cause in PLANNED_CAUSES:
        first_row[cause] = rows
        steps.append(np.array([ahead.hazards[cause] for ahead in programme], np.float64).reshape(len(programme), -1))
        rows += steps[-1].shape[1]
    planned = np.concatenate([np.arange(meters.offset[k], meters.offset[k + 1]) for k in PLANNED_CAUSES])
    step = np.rint(np.vstack([np.zeros((1, rows)), np.hstack(steps)]) * ONE).astype(np.int64)
    grown = np.cumsum(step, axis=0)
    grown += meters.reading[planned] - grown[week - programme.first_week + 1]
    reading = np.ascontiguousarray(np.minimum(grown // GRAIN, NEVER - 1).T.astype(np.int32))
    shift = np.array([max(0, int(last).bit_length() - CELLS.bit_length() + 1) for last in reading[:, -1]], np.int32)
    cell = np.zeros((rows, CELLS), np.int16)
    fill_cells(reading, shift, cell)
    contact = np.zeros((len(programme) + 1, len(CONTACT_CAUSES), len(ContactHazard._fields)))
    contact[1:] = [[ahead.contact_hazards[cause] for cause in CONTACT_CAUSES.tolist()] for ahead in programme]
    return Outlook(programme.first_week - 1, first_row, step, reading, shift, cell, contact)
