"""One agent for ten residents gives the same adoption as one for one, within what chance allows."""

import numpy as np

SEEDS_OF_TENTH = range(12)
SEEDS_OF_WHOLE = range(4)
STANDARD_ERRORS = 4.0
"""A difference this large comes by chance about once in 15,000 tests."""


def activated(make_model, seeds, scale) -> np.ndarray:
    totals = []
    for seed in seeds:
        model = make_model(seed=seed, scale=scale)
        model.run()
        totals.append(model.activated * scale)
    return np.array(totals, float)


def test_a_tenth_of_the_residents_gives_the_same_total(make_model):
    tenth = activated(make_model, SEEDS_OF_TENTH, 10.0)
    whole = activated(make_model, SEEDS_OF_WHOLE, 1.0)
    error = np.sqrt(tenth.var(ddof=1) / len(tenth) + whole.var(ddof=1) / len(whole))
    assert error < 0.03 * whole.mean()  # the test can see a difference of about a tenth
    assert abs(tenth.mean() - whole.mean()) < STANDARD_ERRORS * error
