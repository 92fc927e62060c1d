"""What money was for, in words."""

from ikdsim.language import catalogue, text
from ikdsim.policy import policy_kinds


def item_label(item: str, lang: str) -> str:
    """Name of an item of cost: a policy, or a kind of service point of the usual agency.

    A kind of policy that a script defines has no other name than its own.
    """
    kinds = policy_kinds()
    if item in kinds:
        return kinds[item].title[lang]
    return text(f"channel.{item}", lang) if item in catalogue("channel") else item
