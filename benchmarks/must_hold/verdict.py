"""What the rows say: which rules hold, what each lever gains, and where one that helps in total takes from a place."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.must_hold import draws, rules, signs
from benchmarks.must_hold.levers import Lever, levers
from benchmarks.must_hold.rows import Rows
from ikdsim import __version__
from ikdsim.region.load import load_region

ONE_IN_20, ONE_IN_1000 = 1.645, 3.090
"""Quantiles of the normal distribution: a lever is wrong, or a place loses, beyond what chance does so often."""
RAREST, MOST_REFUSING, FARTHEST = 0.05, 0.25, 0.03
"""Share of draws with a pattern, at least; share of adults who refuse, at most; distance of the twin, at most."""
REGION = load_region("babelan")


def verdict(rows: Rows, seeds: range, drawn: range) -> dict[str, Any]:
    """Everything that was found, as one document."""
    gains = [_gain(rows, lever, seeds) for lever in levers()]
    patterns = _patterns(rows, drawn)
    twin, refusing = _twin(rows, seeds), [one[0] for one in rows.of(rules.CHECK, rules.REFUSAL, seeds)]
    unchanged, minutes = (_most(rows, name, seeds) for name in rules.SEEDS)
    wrong = [gain["name"] for gain in gains if gain["wrong"]]
    held = [
        _rule("more of what should help never lowers adoption in total", not wrong, wrong or "none is wrong"),
        _rule("nobody changes under policies that change nothing", unchanged == 0, f"{unchanged:g} cells changed"),
        _rule("minutes given = used + free", minutes < 1e-3, f"{minutes:.2g} minutes too many at most"),
        *(_rule(f"possible: {name}", share >= RAREST, f"{share:.1%} of draws") for name, share in patterns[0].items()),
        _rule("few refuse", max(refusing) < MOST_REFUSING, f"{np.mean(refusing):.1%} of adults at the end of 2028"),
        _rule("the twin follows in each place", not any(one["wrong"] for one in twin), "see the table below"),
    ]
    ran = {"version": __version__, "seeds": [seeds[0], seeds[-1]], "draws": [drawn[0], drawn[-1]]}
    without = dict(patterns[1])
    return {**ran, "rules": held, "gains": gains, "draws_without_intensities": without, "twin": twin}


def _rule(name: str, holds: bool, found: object) -> dict[str, Any]:
    return {"name": name, "holds": bool(holds), "found": found}


def _most(rows: Rows, name: str, seeds: range) -> float:
    return max(max(values) for values in rows.of(rules.CHECK, name, seeds[: rules.SEEDS[name]]))


def _gain(rows: Rows, lever: Lever, seeds: range) -> dict[str, Any]:
    """Gain of a lever in total and by place, seeds paired."""
    users, base = (np.array(rows.of(signs.CHECK, name, seeds)) for name in (lever.name, lever.against))
    gains = users - base
    total, freedom = gains.sum(axis=1), len(seeds) - 1
    t, by_place = signs.student_t(total), signs.student_t(gains)
    lost = np.flatnonzero(by_place < -signs.quantile_of_t(ONE_IN_1000, freedom))
    return {
        "name": lever.name,
        "against": lever.against,
        "users": float(users.sum(axis=1).mean()),
        "gain": float(total.mean()),
        "standard_error": float(signs.standard_error(total)),
        "t": float(t),
        "wrong": bool(lever.should_help and t < -signs.quantile_of_t(ONE_IN_20, freedom)),
        "losses": {REGION.place_names[place]: float(gains[:, place].mean()) for place in lost},
        "by_place": gains.mean(axis=0).round(1).tolist(),
    }


def _patterns(rows: Rows, drawn: range) -> list[dict[str, float]]:
    """Share of the draws with each pattern of Table 1: with intensities, and without."""
    residents = np.array([place.residents for place in REGION.places])
    return [
        _shares(np.array(rows.of(draws.CHECK, name, drawn)) / residents)
        for name in (draws.EVERYTHING, draws.BUT_INTENSITY)
    ]


def _shares(rates: NDArray[np.float64]) -> dict[str, float]:
    names = REGION.place_names
    hurip_jaya, teluk_mati, kebalen = (
        names.index(name) for name in ("Desa Hurip Jaya", "Desa Teluk Mati", "Kelurahan Kebalen Kota")
    )
    return {
        "Hurip Jaya above three times Teluk Mati": float(np.mean(rates[:, hurip_jaya] > 3 * rates[:, teluk_mati])),
        "Kebalen Kota highest": float(np.mean(rates.argmax(axis=1) == kebalen)),
        "Teluk Mati lowest": float(np.mean(rates.argmin(axis=1) == teluk_mati)),
    }


def _twin(rows: Rows, seeds: range) -> list[dict[str, Any]]:
    """By place, log(twin / agents) of the means of all seeds on the day of Table 1 and at the end.

    It is wrong if it is farther off than FARTHEST by more than chance explains at one in 20.
    """
    shape = (len(seeds), 2, len(REGION.places))
    agents, twin = (np.array(rows.of(rules.CHECK, name, seeds)).reshape(shape) for name in (rules.AGENTS, rules.TWIN))
    ratio = twin.mean(axis=0) / agents.mean(axis=0)
    errors = signs.standard_error(twin - ratio * agents) / agents.mean(axis=0) / ratio
    beyond = np.abs(np.log(ratio)) - signs.quantile_of_t(ONE_IN_20, len(seeds) - 1) * errors
    return [
        {
            "name": name,
            "table": float(np.log(ratio[0, k])),
            "table_error": float(errors[0, k]),
            "end": float(np.log(ratio[1, k])),
            "end_error": float(errors[1, k]),
            "wrong": bool((beyond[:, k] > FARTHEST).any()),
        }
        for k, name in enumerate(REGION.place_names)
    ]
