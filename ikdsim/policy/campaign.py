"""Social-media campaign: more posts on Instagram and in WhatsApp groups, and somebody who answers questions.

Posts make aware quickly and persuade hardly at all; answers make the message clearer.
"""

from dataclasses import dataclass

from ikdsim.agency.assignment import ADDED, STAFF, answer_messages
from ikdsim.agency.conditions import Conditions
from ikdsim.policy.base import Policy
from ikdsim.schema import choice, number, share


@dataclass(frozen=True, kw_only=True)
class Campaign(Policy):
    """Posts a week on top of today's, and the share of residents' questions that are answered."""

    kind = "campaign"
    title = {"id": "Kampanye media sosial", "en": "Social-media campaign"}
    decided_by = "regency"

    extra_posts_per_week: float = number(0, 100, "posts a week on top of today's")
    answers: float = share(default=0.0)
    staff: str = choice(STAFF, default=ADDED)

    def change(self, conditions: Conditions, week: int) -> None:
        """Post, answer and pay."""
        value = conditions.parameters.value
        conditions.communication.posts_per_week += self.extra_posts_per_week
        conditions.communication.two_way = max(conditions.communication.two_way, self.answers)
        conditions.pay(self.kind, self.extra_posts_per_week * value("cost.post"))
        if self.answers > 0.0:
            answer_messages(self.name, self.kind, self.answers, self.staff, conditions)
