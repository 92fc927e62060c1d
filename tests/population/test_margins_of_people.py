import numpy as np
import pytest

from ikdsim.population.margins_of_people import (
    internet_margins,
    occupation_margins,
    phone_margins,
    recording_margins,
)
from ikdsim.resident.columns import PHONE_TOO_OLD, SUPPORTED_PHONE


@pytest.mark.parametrize("of", [occupation_margins, recording_margins, phone_margins, internet_margins])
def test_no_margin_of_people_differs_without_a_reason(babelan, parameters, residents, of):
    found = list(of(residents, babelan, parameters))
    assert len(found) >= 2
    assert not [margin for margin in found if margin.verdict == "differs"]


def wrong(margins):
    return [margin.label for margin in margins if margin.verdict == "differs"]


def test_a_coast_without_fishers_is_noticed(babelan, parameters, residents):
    coastal = np.isin(residents.place, [n for n, place in enumerate(babelan.places) if place.coastal])
    changed = residents._replace(occupation=np.where(coastal & (residents.occupation == 2), 3, residents.occupation))
    assert wrong(occupation_margins(changed, babelan, parameters)) == ["fishers_or_farmers_coastal"]


def test_phones_that_are_all_new_are_noticed(babelan, parameters, residents):
    new = np.where(residents.device == PHONE_TOO_OLD, SUPPORTED_PHONE, residents.device)
    found = wrong(phone_margins(residents._replace(device=new), babelan, parameters))
    assert found == ["too_old_under_60", "too_old_60_and_over"]


def test_cards_for_everybody_are_noticed(babelan, parameters, residents):
    cards = np.ones_like(residents.card)
    assert wrong(recording_margins(residents._replace(card=cards), babelan, parameters)) == ["card_missing"]


def test_a_village_without_internet_is_noticed(babelan, parameters, residents):
    online = np.where(residents.place >= 2, 0, residents.online)
    found = wrong(internet_margins(residents._replace(online=online), babelan, parameters))
    assert found == ["internet_rural"]
