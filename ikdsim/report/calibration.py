"""A calibration in words: do the counts fit, what did they add, and did the sampler get there?"""

import numpy as np
from numpy.typing import NDArray

from ikdsim.calibration.folder import moved_most
from ikdsim.calibration.plan import ENSEMBLES
from ikdsim.calibration.posterior import LEAST_ESS, MOST_R_HAT, Posterior
from ikdsim.language import day, number, percent, text
from ikdsim.report.layout import NOTHING, wide
from ikdsim.report.ruled import ruled

MOST_NUMBERS = 15
A_TENTH = 0.1


def calibration_text(posterior: Posterior, agents: NDArray[np.float64], lang: str) -> str:
    """What came of one problem, `lang` "id" or "en"; counts of the `agents` have shape (runs, places)."""
    problem = posterior.problem
    facts = {
        "title": problem.twin.setup.scenario.title[lang],
        "day": day(problem.region.table_date, lang),
        "home": text(f"calibration.at_{problem.acts_on}", lang),
        "numbers": len(problem.prior.numbers),
        "draws": number(float(np.prod(posterior.points.shape[:3])), lang),
        "ensembles": ENSEMBLES,
    }
    parts = [
        wide(text("calibration.heading", lang, facts)),
        _counts(posterior, agents, lang),
        wide(text("calibration.in_sample", lang)),
        wide(text("calibration.moved", lang)),
        _numbers(posterior, lang),
        wide(convergence_text(posterior, lang)),
    ]
    if posterior.converged:
        parts.append(wide(text("calibration.prior_driven", lang, _lost(posterior))))
    return "\n\n".join(parts)


def convergence_text(posterior: Posterior, lang: str) -> str:
    """Whether the ensembles agree, in a sentence."""
    facts = {
        "home": text(f"calibration.at_{posterior.problem.acts_on}", lang),
        "r_hat": number(float(posterior.r_hat.max()), lang, 2),
        "ess": number(float(posterior.ess.min()), lang),
        "accepted": percent(posterior.accepted, lang, 0),
        "most": number(MOST_R_HAT, lang, 2),
        "least": number(LEAST_ESS, lang),
    }
    return text("calibration.converged" if posterior.converged else "calibration.not_converged", lang, facts)


def _counts(posterior: Posterior, agents: NDArray[np.float64], lang: str) -> str:
    head = ("place", "published", "expected", "range", "by_agents", "inside")
    medians = np.median(agents, axis=0).tolist() if len(agents) else [None] * len(posterior.predicted)
    rows = []
    for row, by_agents in zip(posterior.predicted.to_dict("records"), medians, strict=True):
        inside = text("calibration.yes" if row["inside"] else "calibration.no", lang)
        rows.append(
            [
                row["place"],
                number(row["published"], lang),
                number(row["median"], lang),
                f"{number(row['low'], lang)} – {number(row['high'], lang)}",
                NOTHING if by_agents is None else number(by_agents, lang),
                inside if row["used"] else text("calibration.unused", lang),
            ]
        )
    return ruled([text(f"calibration.{name}", lang) for name in head], rows)


def _numbers(posterior: Posterior, lang: str) -> str:
    known = {one.name: one for one in posterior.problem.prior.numbers}
    summary = {row["name"]: row for row in posterior.summary.to_dict("records")}
    rows = []
    for name in moved_most(posterior, MOST_NUMBERS):
        row = summary[name]
        ends = f"{known[name].low:g} – {known[name].high:g}"
        lost = percent(max(row["contraction"], 0.0), lang, 0)
        rows.append([name, ends, f"{row['median']:.3g}", f"{row['low']:.3g} – {row['high']:.3g}", lost])
    head = ("number", "possible", "after", "range", "contraction")
    return ruled([text(f"calibration.{name}", lang) for name in head], rows)


def _lost(posterior: Posterior) -> dict[str, int]:
    """How many free numbers lost a tenth of their uncertainty or more, of all."""
    contraction = posterior.summary["contraction"].to_numpy()[: len(posterior.problem.prior.numbers)]
    return {"few": int((contraction >= A_TENTH).sum()), "all": len(contraction)}
