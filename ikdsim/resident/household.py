"""At home: the first user of a household talks of IKD, and some of the others listen.

What it does belongs to knowledge for a listener who is unaware, to persuasion for one who is aware; all others know.
"""

from ikdsim import randomness
from ikdsim.kernel import rule
from ikdsim.resident import causes as c
from ikdsim.resident import draw_numbers as d
from ikdsim.resident import stages as s
from ikdsim.resident.tables import Tables


@rule
def news_at_home(seed: int, resident: int, life: int, stage: int, tables: Tables) -> int:
    """What it is to an adult resident of this stage: c.TOLD_AT_HOME, c.PERSUADED_AT_HOME, or c.NO_CAUSE for nothing.

    `life` is that of factors.py."""
    if stage == s.UNAWARE:
        drawn = randomness.uniform_draw(seed, resident, d.TOLD_AT_HOME_DRAW, life)
        return c.TOLD_AT_HOME if drawn < randomness.as_draw(tables.told_at_home) else c.NO_CAUSE
    if stage == s.AWARE:
        drawn = randomness.uniform_draw(seed, resident, d.PERSUADED_AT_HOME_DRAW, life)
        return c.PERSUADED_AT_HOME if drawn < randomness.as_draw(tables.persuaded_at_home) else c.NO_CAUSE
    return c.NO_CAUSE


@rule
def listens_at_home(seed: int, resident: int, life: int, stage: int, tables: Tables) -> bool:
    """Whether news can do anything to a resident of this stage next week, who may hear of IKD elsewhere in between."""
    if stage == s.UNAWARE and news_at_home(seed, resident, life, s.AWARE, tables) != c.NO_CAUSE:
        return True
    return news_at_home(seed, resident, life, stage, tables) != c.NO_CAUSE
