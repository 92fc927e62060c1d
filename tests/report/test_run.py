"""What a civil servant reads after a run."""

import dataclasses
from datetime import date

import numpy as np
import pytest

from ikdsim.language import LANGUAGES
from ikdsim.report.run import summary
from ikdsim.resident.stages import ACTIVE


def with_users(result, share):
    """The same result with this share of every place's residents active in every week."""
    stages = np.zeros_like(result.stages)
    stages[:, :, ACTIVE] = result.residents * share
    return dataclasses.replace(result, stages=stages)


def test_the_headline_says_how_many_of_a_hundred(result):
    first = summary(with_users(result, 0.05), "en").splitlines()[0]
    assert first.startswith("Campaign: on 2 March 2025, about 5 of 100 residents of Babelan")


def test_there_are_three_denominators(result):
    told = summary(with_users(result, 0.05), "en")
    assert "5.0% of all residents, 6.6% of the recorded, and 20.9% of the target of 58,640." in told


def test_a_target_is_reached_or_not(result):
    assert "The target is not reached" in summary(with_users(result, 0.2), "en")
    assert "reached in the week that ends on 8 January 2023" in summary(with_users(result, 0.3), "en")


def test_the_published_table_stands_beside_the_model(result):
    assert "For 17 January 2025 the model counts 12,266 residents; the published table has 11,354." in summary(
        with_users(result, 0.05), "en"
    )


def test_a_run_that_ends_before_the_table_is_not_held_against_it(result):
    early = dataclasses.replace(result, dates=[date(2024, 1, 7)] * len(result.dates))
    assert "published table" not in summary(early, "en")


def test_every_place_has_a_line(result):
    told = summary(with_users(result, 0.1), "id")
    assert "Desa Hurip Jaya            4.719    2.142          472               10,0" in told
    assert "seluruhnya               245.330  186.337       24.533               10,0" in told


def test_money_is_told_by_what_it_was_for(result):
    told = summary(result, "en")
    assert f"Cost from 2 January 2023 to 2 March 2025: Rp{result.total_cost:,.0f}." in told
    spent = f"Rp{result.costs['campaign'].sum():,.0f}"
    assert ["Social-media", "campaign", spent] in [line.split() for line in told.splitlines()]


def test_what_is_no_cost_of_the_office_has_lines_of_its_own(result):
    beside = {"rest_value": 0.0, "cards_saved": 13_500.0, "travel": 600.0}
    lines = summary(dataclasses.replace(result, beside_cost=beside), "en").splitlines()
    where = lines.index("Not in this cost:")
    assert [line.split() for line in lines[where + 1 : where + 4]] == [
        ["rest", "value", "of", "vehicles", "Rp0"],
        ["cards", "saved,", "at", "most", "Rp13,500"],
        ["residents'", "travel,", "at", "most", "Rp600"],
    ]


def test_visits_taken_from_others_are_not_hidden(result):
    taken = dataclasses.replace(result, visits_from_elsewhere=np.full(len(result.weeks), 0.5))
    assert "Other kecamatan" not in summary(result, "en")
    assert "Other kecamatan go without 56 visits." in summary(taken, "en")


def test_hours_that_other_services_lose_are_told(result):
    explained, away = np.zeros_like(result.minutes_explained), np.zeros(len(result.weeks))
    explained[0, 0], away[0] = 120.0, 600.0
    lost = dataclasses.replace(result, minutes_explained=explained, minutes_away=away)
    told = " ".join(summary(lost, "en").split())
    assert (
        "KTP-el and other services lose 2 officer hours to IKD during errands, and 10 officer hours at the desks"
        in told
    )
    assert "kehilangan 2 jam petugas untuk IKD" in summary(lost, "id")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_ends_with_how_little_is_calibrated_and_fits_a_terminal(result, lang):
    lines = summary(result, lang).splitlines()
    assert {"id": "belum dikalibrasi", "en": "not yet calibrated"}[lang] in lines[-1]
    assert max(map(len, lines)) <= 110


def test_barriers_are_shares_of_those_without_ikd(result):
    without = dataclasses.replace(result, barriers={"refusing": np.array([30.0]), "under_17": np.array([10.0])})
    told = summary(without, "en")
    assert "  does not want it  75.0" in told
    assert "  under 17          25.0" in told
