"""What numbers of the regency in a scenario mean in its region, said wherever the scenario is."""

from ikdsim.region.load import load_region
from ikdsim.scenario.scenario import Scenario


def meanings(scenario: Scenario, lang: str) -> list[str]:
    """A sentence for each policy that has such a number, in the order of the policies; `lang` is "id" or "en"."""
    region = load_region(scenario.region, scenario.region_numbers)
    told = [policy.means_here(region, lang) for policy in scenario.policies]
    return [words for words in told if words]
