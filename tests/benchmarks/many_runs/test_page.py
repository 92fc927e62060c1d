"""The page of many runs."""

from benchmarks.many_runs.page import page

FOUND = {
    "asked": 10_000,
    "ways": {
        "runs": 120,
        "rounds": 3,
        "alike": True,
        "ways": {
            "a bare loop": {"cpu_seconds": 40.0, "wall_seconds": 40.5},
            "ikdsim.sweep": {"cpu_seconds": 41.0, "wall_seconds": 41.5},
        },
    },
    "sweep": {"peak_bytes": 250_000_000, "seconds_to_read": 2.04},
    "comparison": {"peak_bytes": 900_000_000, "seconds_to_read": 2.96},
    "long_life": [300_000_000, 301_000_000],
    "pairing": {"campaign": 31.4, "levers/pin_help_desk": None},
}


def test_every_figure_stands_on_it():
    told = page(FOUND)
    assert "| ikdsim.sweep | 41.0 s | 41.5 s | 1.025 |" in told
    assert "| sweep | 250 MB | 2.0 s |" in told
    assert "300 MB at most, after 2,000 it was 301 MB" in told
    assert "| campaign | 31 |" in told
    assert "| levers/pin_help_desk | the same in every run |" in told


def test_ways_that_differ_are_told():
    ways = {**FOUND["ways"], "alike": False}
    assert "in every run: **NO**" in page({**FOUND, "ways": ways})
