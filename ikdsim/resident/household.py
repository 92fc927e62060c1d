"""At home: the first user of a household talks of IKD, and some of the others listen.

What it does belongs to knowledge for a listener who is unaware, to persuasion for one who is aware; all others know.
While officers invite the families of those whom they activate, every new user brings the invitation home, and it may
lead a favourable one to decide.
"""

from ikdsim import randomness
from ikdsim.kernel import rule
from ikdsim.resident import causes as c
from ikdsim.resident import draw_numbers as d
from ikdsim.resident import stages as s
from ikdsim.resident.tables import Tables


@rule
def news_at_home(seed: int, resident: int, life: int, stage: int, invited: int, tables: Tables) -> int:
    """What it is to an adult resident of this stage: TOLD_, PERSUADED_ or DECIDED_AT_HOME of causes.py, or NO_CAUSE.

    `life` is that of factors.py, `invited` that of Supply."""
    if stage == s.UNAWARE:
        drawn = randomness.uniform_draw(seed, resident, d.TOLD_AT_HOME_DRAW, life)
        return c.TOLD_AT_HOME if drawn < max(randomness.as_draw(tables.told_at_home), invited) else c.NO_CAUSE
    if stage == s.AWARE:
        drawn = randomness.uniform_draw(seed, resident, d.PERSUADED_AT_HOME_DRAW, life)
        return c.PERSUADED_AT_HOME if drawn < max(randomness.as_draw(tables.persuaded_at_home), invited) else c.NO_CAUSE
    if stage == s.FAVOURABLE and invited > 0:
        drawn = randomness.uniform_draw(seed, resident, d.DECIDED_AT_HOME_DRAW, life)
        return c.DECIDED_AT_HOME if drawn < invited else c.NO_CAUSE
    return c.NO_CAUSE


@rule
def listens_at_home(seed: int, resident: int, life: int, stage: int, invited: int, tables: Tables) -> bool:
    """Whether news can do anything to a resident of this stage next week, who may hear of IKD elsewhere in between."""
    if stage == s.UNAWARE and news_at_home(seed, resident, life, s.AWARE, invited, tables) != c.NO_CAUSE:
        return True
    return news_at_home(seed, resident, life, stage, invited, tables) != c.NO_CAUSE
