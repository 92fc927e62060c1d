from ikdsim.experiment import pictures
from ikdsim.experiment.pictures import draw, gains_of
from tests.experiment.factories import make_comparison

PLACES = 9


def test_gains_are_taken_place_by_place_over_the_runs():
    comparison = make_comparison({"baseline": [100.0, 200.0, 300.0], "team": [110.0, 230.0, 320.0]})
    gains = gains_of(comparison, 1, "en")
    assert gains.title == "Scenario team"
    assert list(gains.median) == [20.0] * PLACES
    assert all((gains.low > 10.0) & (gains.low < 20.0) & (gains.high > 20.0) & (gains.high < 30.0))


def test_three_pictures_lie_in_the_folder(tmp_path):
    draw(make_comparison({"baseline": [100.0, 200.0], "team": [110.0, 230.0]}), tmp_path, "en")
    assert {path.name for path in tmp_path.iterdir()} == {"adoption.png", "places.png", "barriers.png"}


def test_gains_have_a_panel_for_each_scenario_but_the_baseline(tmp_path, monkeypatch):
    figures = {}
    monkeypatch.setattr(pictures, "save", lambda figure, path: figures.update({path.name: figure}))
    draw(make_comparison({"visits": [90.0], "baseline": [100.0], "team": [110.0]}), tmp_path, "en")
    assert [panel.get_title(loc="left") for panel in figures["places.png"].axes] == ["Scenario visits", "Scenario team"]
