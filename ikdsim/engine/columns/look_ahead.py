"""What a programme says of the cumulative hazards of all weeks, laid out for the compiled rules."""

import numpy as np

from ikdsim.engine.columns.core.cumulative_hazards import (
    BUCKETS,
    CONTACT_CAUSES,
    PLANNED_CAUSES,
    UNPLANNED,
    HazardsAhead,
    fill_buckets,
)
from ikdsim.randomness import GRAIN, NEVER, ONE
from ikdsim.resident.causes import CAUSES
from ikdsim.resident.contacts import ContactHazard
from ikdsim.resident.cumulative_hazards import CumulativeHazards
from ikdsim.service.programme import Programme


def hazards_ahead(programme: Programme, cumulative: CumulativeHazards, week: int) -> HazardsAhead:
    """The hazards ahead of a programme; `cumulative` holds those at the end of `week`, one of it or the one before."""
    first_row, steps, rows = np.full(len(CAUSES), UNPLANNED), [], 0
    for cause in PLANNED_CAUSES:
        first_row[cause] = rows
        steps.append(np.array([ahead.hazards[cause] for ahead in programme], np.float64).reshape(len(programme), -1))
        rows += steps[-1].shape[1]
    planned = np.concatenate([np.arange(cumulative.offset[k], cumulative.offset[k + 1]) for k in PLANNED_CAUSES])
    increment = np.zeros((len(programme) + 1, rows), np.int64)
    increment[1:] = np.rint(np.hstack(steps) * ONE)
    grown = np.cumsum(increment, axis=0)
    grown += cumulative.value[planned] - grown[week - programme.first_week + 1]
    value = np.minimum(grown // GRAIN, NEVER - 1).T.astype(np.int32, order="C")
    shift = np.array([max(0, int(last).bit_length() - BUCKETS.bit_length() + 1) for last in value[:, -1]], np.int32)
    bucket = np.zeros((rows, BUCKETS), np.int16)
    fill_buckets(value, shift, bucket)
    contact = np.zeros((len(programme) + 1, len(CONTACT_CAUSES), len(ContactHazard._fields)))
    contact[1:] = [[ahead.contact_hazards[cause] for cause in CONTACT_CAUSES.tolist()] for ahead in programme]
    return HazardsAhead(programme.first_week - 1, first_row, increment, value, shift, bucket, contact)
