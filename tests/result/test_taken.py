"""What a run takes from other kecamatan and other services."""

import dataclasses

import numpy as np

from ikdsim.result.taken import TAKEN, taken_from_others
from ikdsim.service.kinds import DISTRICT_OFFICE, KECAMATAN_DESK, KINDS, MALL_OUTLET


def taken(result, **changed):
    return dict(zip(TAKEN, taken_from_others(dataclasses.replace(result, **changed)), strict=True))


def test_visits_are_added_up_over_the_weeks(result):
    visits = np.zeros(len(result.weeks))
    visits[:3] = 0.5
    assert taken(result, visits_from_elsewhere=visits)["visits_from_elsewhere"] == 1.5


def test_only_minutes_at_desks_of_the_regency_are_taken(result):
    minutes = np.zeros((len(result.weeks), len(KINDS)))
    minutes[0, DISTRICT_OFFICE], minutes[1, MALL_OUTLET], minutes[2, KECAMATAN_DESK] = 10.0, 5.0, 100.0
    assert taken(result, minutes_used=minutes)["regency_desk_minutes"] == 15.0


def test_minutes_that_a_team_brings_to_a_desk_of_the_regency_are_taken_from_nobody(result):
    used, brought = np.zeros((2, len(result.weeks), len(KINDS)))
    used[0, MALL_OUTLET], used[1, DISTRICT_OFFICE] = 100.0, 20.0
    brought[0, MALL_OUTLET], brought[1, MALL_OUTLET] = 70.0, 500.0
    assert taken(result, minutes_used=used, team_activating=brought)["regency_desk_minutes"] == 50.0


def test_other_services_lose_what_is_explained_beyond_the_time_of_a_team(result):
    explained, team = np.zeros((2, len(result.weeks), len(KINDS)))
    explained[0, KECAMATAN_DESK], explained[1, DISTRICT_OFFICE] = 100.0, 20.0
    team[0, KECAMATAN_DESK], team[1, KECAMATAN_DESK] = 70.0, 500.0
    assert taken(result, minutes_explained=explained, team_explaining=team)["minutes_explained"] == 50.0


def test_services_that_were_refused_count_wherever_the_residents_live(result):
    refused = np.zeros_like(result.services_refused)
    refused[3, 0], refused[9, 8] = 4.0, 2.0
    assert taken(result, services_refused=refused)["services_refused"] == 6.0


def test_and_the_minutes_of_those_who_are_out(result):
    away = np.zeros(len(result.weeks))
    away[2:4] = 30.0
    assert taken(result, minutes_away=away)["minutes_away"] == 60.0
