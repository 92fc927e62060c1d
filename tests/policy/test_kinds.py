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


@pytest.fixture
def new_file(tmp_path, monkeypatch):
    """A folder with one more lever."""
    (tmp_path / "leaders_endorse.py").write_text(A_NEW_LEVER)
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
