"""What happened in a region: shocks and policies that every run of it contains, whatever the scenario."""

from ikdsim.errors import BadInput
from ikdsim.policy.base import Policy
from ikdsim.region.region import Region
from ikdsim.scenario.policies import read_policy
from ikdsim.schema import Where


def history_policies(region: Region) -> list[Policy]:
    """The policies of a region's history.toml; raises BadInput with all faults of the first that cannot be read."""
    policies = []
    for table in region.history:
        policy, faults = read_policy(table, Where(file=f"{region.name}/history.toml"), region.described_places)
        if policy is None:
            raise BadInput(faults)
        policies.append(policy)
    return policies
