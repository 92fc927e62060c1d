"""More and more services accept IKD, and none ceases to."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from ikdsim.clock import week_of
from ikdsim.policy.ktp_transition import KtpTransition
from ikdsim.provenance import load_parameters
from ikdsim.region.load import load_region
from tests.factories import make_conditions

START, REACHED = date(2027, 1, 4), date(2027, 12, 31)
FIRST, LAST = week_of(START), week_of(REACHED)


def accepted_in(week, accepted=0.4, reached_by=REACHED, today=0.1):
    conditions = make_conditions({"decision.accepted_today": today}, week=week)
    KtpTransition(name="x", start=START, accepted=accepted, reached_by=reached_by).change(conditions, week)
    return conditions.accepted


@settings(max_examples=50)
@given(accepted=st.floats(0, 1), today=st.floats(0, 1), week=st.integers(FIRST, LAST + 50))
def test_no_service_ceases_to_accept(accepted, today, week):
    now = accepted_in(week, accepted, today=today)
    assert today <= now <= max(today, accepted) + 1e-12
    assert now <= accepted_in(week + 1, accepted, today=today)


def test_a_share_that_is_accepted_already_is_told():
    region, parameters = load_region("babelan"), load_parameters()

    def codes(accepted):
        policy = KtpTransition(name="x", start=START, accepted=accepted)
        return [misfit.code for misfit in policy.misfits(region, parameters)]

    assert codes(parameters.value("decision.accepted_today") / 2) == ["accepted_already"]
    assert codes(0.4) == codes(0.0) == []
