"""Communication (Edward III's first variable): does the message arrive, is it clear, do all offices say the same?

Edward III (Implementing Public Policy, 1980, ch. 2) names transmission, clarity and consistency. The Babelan study
finds all channels in use but IKD "known, not convincing": campaigns reach people online, and only explanations by a
person are clear.
"""

from dataclasses import dataclass
from typing import Self

from ikdsim.provenance import Parameters


@dataclass(slots=True)
class Communication:
    """How the message goes out in one week; policies change it."""

    posts_per_week: float
    """Transmission: posts on Instagram and in WhatsApp groups that reach Babelan, 1/week."""
    two_way: float
    """Transmission: share of residents' questions that somebody answers beyond today's, 0-1."""
    clarity: float
    """How well a contact persuades, 1 = as today."""
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

    def media_hazard(self, parameters: Parameters) -> float:
        """Weekly hazard that an online resident of 17-34 hears of IKD; more posts reach the same people again."""
        ceiling = parameters.value("knowledge.media_ceiling")
        half = parameters.value("communication.posts_for_half_reach")
        return ceiling * self.posts_per_week / (self.posts_per_week + half)

    def explanation(self, parameters: Parameters) -> float:
        """Factor on persuasion: clarity, raised where questions are answered."""
        return self.clarity * (1.0 + parameters.value("communication.two_way_gain") * self.two_way)
