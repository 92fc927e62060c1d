import pytest

from ikdsim.population import synthesise
from ikdsim.population.checks import margins


@pytest.mark.parametrize(("seed", "scale"), [(2, 1), (3, 4), (4, 10), (5, 50), (6, 7.3)])
def test_nothing_differs_without_a_reason_at_any_scale(babelan, parameters, seed, scale):
    residents = synthesise(babelan, parameters, seed, scale)
    found = margins(residents, babelan, parameters)
    assert not [margin for margin in found if margin.verdict == "differs"]
