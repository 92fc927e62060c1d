"""What money was for, in words."""

from ikdsim.language import text
from ikdsim.policy import policy_kinds


def item_label(item: str, lang: str) -> str:
    """Name of an item of cost: a policy, or a kind of service point of the usual agency."""
    kinds = policy_kinds()
    return kinds[item].title[lang] if item in kinds else text(f"channel.{item}", lang)
