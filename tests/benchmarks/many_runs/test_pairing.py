"""What pairing buys, with few runs of few residents."""

from benchmarks.many_runs import pairing


def test_a_lever_needs_fewer_runs_when_they_are_paired(monkeypatch):
    monkeypatch.setattr(pairing, "LEVERS", ("campaign",))
    assert pairing.reductions(4, scale=100.0)["campaign"] > 1.5
