"""A new file in the folder of policies is a new kind of policy: nothing else has to know of it."""

import sys

import pytest

from ikdsim import policy

A_NEW_LEVER = '''
"""Leaders endorse."""

from dataclasses import dataclass

from ikdsim.policy.base import Policy


@dataclass(frozen=True, kw_only=True)
class LeadersEndorse(Policy):
    """Leaders attend."""

    kind = "leaders_endorse"
    title = {"id": "Dukungan pimpinan", "en": "Leaders endorse"}
    decided_by = "regency"

    def change(self, conditions, week):
        conditions.disposition.leaders = 1.0
'''


@pytest.fixture(params=["nothing of it"])
def new_file(request, tmp_path, monkeypatch):
    """A folder with one more lever, of which some text is left out."""
    (tmp_path / "leaders_endorse.py").write_text(A_NEW_LEVER.replace(request.param, ""))
    monkeypatch.setattr(policy, "__path__", [*policy.__path__, str(tmp_path)])
    policy.policy_kinds.cache_clear()
    yield
    policy.policy_kinds.cache_clear()
    sys.modules.pop("ikdsim.policy.leaders_endorse", None)


def test_the_shipped_levers_and_shocks_are_known():
    levers = {"adaptive_tour", "budget", "botram_rotation", "service_vehicle", "ikd_team", "campaign", "ktp_transition"}
    shocks = {"data_breach", "blank_shortage"}
    assert set(policy.policy_kinds()) >= levers | shocks


def test_one_more_file_is_one_more_kind(new_file):
    kinds = policy.policy_kinds()
    assert list(kinds) == sorted(kinds)
    assert kinds["leaders_endorse"].__name__ == "LeadersEndorse"


LEFT_OUT = {
    "@dataclass(frozen=True, kw_only=True)": "@dataclass(frozen=True, kw_only=True)",
    '    kind = "leaders_endorse"': "kind",
    '    decided_by = "regency"': "decided_by",
}


@pytest.mark.parametrize(("new_file", "lacks"), LEFT_OUT.items(), indirect=["new_file"])
def test_a_file_that_says_too_little_of_its_policy_is_told_what_it_lacks(new_file, lacks):
    with pytest.raises(TypeError, match="LeadersEndorse lacks") as raised:
        policy.policy_kinds()
    assert lacks in str(raised.value)
