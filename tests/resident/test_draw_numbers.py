"""No two decisions share their luck."""

from ikdsim.population import draw_numbers as population
from ikdsim.resident import draw_numbers
from ikdsim.resident.causes import CAUSES
from ikdsim.resident.stages import STAGES
from ikdsim.service import botram


def numbers_of(module) -> list[int]:
    return [number for name, number in vars(module).items() if name.endswith(("_DRAW", "ERRAND_THRESHOLD"))]


def test_no_number_is_given_twice():
    thresholds = [
        cause + draw_numbers.STAGE_THRESHOLDS * stage for cause in range(len(CAUSES)) for stage in range(len(STAGES))
    ]
    people = [number for number in vars(population).values() if isinstance(number, int)]
    numbers = [*thresholds, *numbers_of(draw_numbers), *numbers_of(botram), *people]
    assert len(numbers_of(draw_numbers)) == 18
    assert len(set(numbers)) == len(numbers)
