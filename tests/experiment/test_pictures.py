from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from ikdsim.experiment import pictures
from ikdsim.experiment.pictures import PICTURES, PICTURES_OF_GAINS, draw, gains_of
from ikdsim.language import LANGUAGES, catalogue
from tests.experiment.factories import make_comparison
from tests.plot.pictures import words

PLACES = 9


@pytest.fixture
def figures(monkeypatch):
    """Figures by the name of their file, in place of files."""
    drawn = {}
    monkeypatch.setattr(pictures, "save", lambda figure, path: drawn.update({path.stem: figure}))
    return drawn


@pytest.fixture
def comparison():
    costs = {"visits": [3e6, 3e6], "baseline": [1e6, 1e6], "team": [9e6, 9e6]}
    return make_comparison({"visits": [90.0, 95.0], "baseline": [100.0, 200.0], "team": [110.0, 230.0]}, costs)


def test_gains_are_taken_place_by_place_over_the_runs():
    comparison = make_comparison({"baseline": [100.0, 200.0, 300.0], "team": [110.0, 230.0, 320.0]})
    gains = gains_of(comparison, 1, "en")
    assert gains.title == "Scenario team"
    assert list(gains.median) == [20.0] * PLACES
    assert all((gains.low > 10.0) & (gains.low < 20.0) & (gains.high > 20.0) & (gains.high < 30.0))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_picture_has_a_name_of_its_language(comparison, tmp_path, figures, lang):
    draw(comparison, tmp_path, lang)
    told = {catalogue("table")[f"picture_{name}"][lang] for name in (*PICTURES, *PICTURES_OF_GAINS)}
    assert set(figures) == told
    assert len(figures) == len(PICTURES) + len(PICTURES_OF_GAINS)


def test_names_of_pictures_differ_between_languages():
    names = [entry for key, entry in catalogue("table").items() if key.startswith(("picture_", "file_"))]
    pictures_of = [
        {entry[lang] for key, entry in catalogue("table").items() if key.startswith("picture_")} for lang in LANGUAGES
    ]
    assert not pictures_of[0] & pictures_of[1]
    assert all(name.isascii() for entry in names for name in entry.values())


def test_a_baseline_alone_has_no_pictures_of_gains(tmp_path, figures):
    draw(make_comparison({"baseline": [100.0]}), tmp_path, "en")
    assert set(figures) == {"adoption", "equity", "barriers", "capacity"}


def test_gains_have_a_panel_for_each_scenario_but_the_baseline(comparison, tmp_path, figures):
    draw(comparison, tmp_path, "en")
    shown = [panel.get_title(loc="left") for panel in figures["places"].axes if panel.get_visible()]
    assert shown == ["Scenario visits", "Scenario team"]


def test_official_and_unofficial_places_are_told_apart(comparison, tmp_path, figures):
    draw(comparison, tmp_path, "id")
    assert {"Desa Kebalen (bukan desa resmi)", "Desa Muara Bakti"} <= set(words(figures["per_tempat"]))


def test_what_costs_and_gains_is_drawn_and_the_rest_is_named(comparison, tmp_path, figures):
    draw(comparison, tmp_path, "en")
    assert "Scenario team" in words(figures["cost"])
    assert figures["cost"].axes[0].get_xlabel().endswith(": Scenario visits")


def test_steps_over_barriers_lead_from_the_baseline_to_the_plan(comparison, tmp_path, figures):
    counts = comparison.barriers.copy()
    counts[2, :, :, 6] -= 1
    draw(replace(comparison, barriers=counts), tmp_path, "en")
    team = figures["barrier_changes"].axes[1]
    assert [bar.get_width() for bar in team.patches] == [*[0.0] * 6, PLACES, *[0.0] * 3, PLACES]


def test_capacity_is_that_of_the_last_year(comparison, tmp_path, figures):
    minutes = np.ones_like(comparison.minutes)
    minutes[:, :, 0, 1] = 100, 25
    draw(replace(comparison, minutes=minutes), tmp_path, "en")
    assert figures["capacity"].axes[0].texts[0].get_text() == "25"


def test_pictures_over_time_begin_a_quarter_before_the_policies(comparison, tmp_path, figures):
    later = tuple(
        replace(scenario, policies=tuple(replace(policy, start=date(2024, 3, 4)) for policy in scenario.policies))
        for scenario in comparison.scenarios
    )
    draw(replace(comparison, plan=replace(comparison.plan, scenarios=later)), tmp_path, "en")
    begin = [figures[name].axes[0].lines[0].get_xdata()[0] for name in ("adoption",)]
    assert begin == [(date(2023, 12, 10) - date(1970, 1, 1)).days]
