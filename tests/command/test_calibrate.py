"""ikdsim calibrate: told, kept, gone on with, and refused where it may not be used."""

import json
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import pytest

from ikdsim.calibration import ensemble
from ikdsim.calibration.priors import possible_numbers
from ikdsim.command import calibrate
from tests.calibration.factories import calibration_file


@pytest.fixture
def here(tmp_path, monkeypatch):
    """A calibration file in a folder of its own, worked on by this process."""

    @contextmanager
    def one_thread(jobs):
        with ThreadPoolExecutor(1) as executor:
            yield executor

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(calibrate, "processes", one_thread)
    monkeypatch.setattr(ensemble, "bearing_numbers", lambda twin: possible_numbers(twin.setup.region))
    return calibration_file(tmp_path)


@pytest.mark.slow
def test_what_has_not_converged_is_told_kept_and_fails(ikdsim, here, tmp_path):
    status, out, err = ikdsim("calibrate calibrate.toml --lang en --out found")
    assert (status, "Not converged" in err, "Desa Teluk Mati" in out) == (1, True, True)
    assert {"record.json", "draws.sqlite", "demand", "summary.txt"} <= {
        path.name for path in (tmp_path / "found").iterdir()
    }
    status, out, _ = ikdsim("calibrate calibrate.toml --json --out found")
    assert (status, json.loads(out)["demand"]["converged"]) == (1, False)


@pytest.mark.slow
def test_what_is_interrupted_says_what_is_kept(ikdsim, here, monkeypatch):
    def stopped(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(calibrate, "sample", stopped)
    status, _, err = ikdsim("calibrate calibrate.toml --lang en --out found")
    assert (status, "0 of 4 parts are kept in found" in err) == (130, True)


def test_a_folder_of_another_calibration_is_refused(ikdsim, here, tmp_path):
    (tmp_path / "found").mkdir()
    (tmp_path / "found" / "record.json").write_text('{"fingerprint": "another"}')
    assert ikdsim("calibrate calibrate.toml --lang en --out found")[0] == 2


def test_without_the_packages_it_says_what_to_install(ikdsim, here, monkeypatch):
    monkeypatch.setattr(calibrate, "NEEDED", ("no_such_sampler",))
    status, _, err = ikdsim("calibrate calibrate.toml --lang en")
    assert (status, 'pip install "ikdsim[calibrate]"' in err) == (2, True)


def test_help_tells_what_it_does(ikdsim):
    assert "goes on with what was interrupted" in ikdsim("calibrate --help --lang en")[1]
