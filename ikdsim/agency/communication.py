"""Communication (Edward III's first variable): does the message arrive, is it clear, do all offices say the same?

Edward III (Implementing Public Policy, 1980, ch. 2) names transmission, clarity and consistency. The Babelan study
finds all channels in use but IKD "known, not convincing": campaigns reach people online, and only explanations by a
person are clear.
"""

from dataclasses import dataclass
from typing import Self

from ikdsim.clock import WEEKS_PER_YEAR
from ikdsim.provenance import Parameters


@dataclass(slots=True)
class Communication:
    """How the message goes out in one week; policies change it."""

    posts_per_week: float
    """Transmission: posts on Instagram and in WhatsApp groups that reach Babelan, 1/week."""
    two_way: float
    """Transmission: share of residents' questions that somebody answers beyond today's, 0-1."""
    clarity: float
    """How well an explanation persuades, 1 = as today."""
    consistency: float
    """How far offices say the same, as a factor on the decision hazard, 1 = as today."""

    @classmethod
    def usual(cls, parameters: Parameters) -> Self:
        """Communication as today, by the register."""
        return cls(
            posts_per_week=parameters.value("communication.posts_per_week"),
            two_way=parameters.value("communication.two_way"),
            clarity=parameters.value("communication.clarity"),
            consistency=parameters.value("communication.consistency"),
        )

    def seen(self, parameters: Parameters) -> float:
        """Share of the reachable who see the posts of the week, 0-1; more posts reach the same people again."""
        return self.posts_per_week / (self.posts_per_week + parameters.value("communication.posts_for_half_reach"))

    def media_hazard(self, parameters: Parameters) -> float:
        """Weekly hazard that an online resident of 17-34 hears of IKD."""
        return parameters.value("knowledge.media_ceiling") * self.seen(parameters)

    def answered(self, parameters: Parameters) -> float:
        """Questions a week of an aware resident, online and of 17-34, that somebody answers."""
        return parameters.value("communication.questions_per_year") * self.two_way / WEEKS_PER_YEAR
