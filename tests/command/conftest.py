"""Where a line is typed."""

import pytest

GOOD = 'title = { id = "Dasar", en = "Baseline" }\nregion = "babelan"\n'


@pytest.fixture
def files(tmp_path, monkeypatch):
    """The folder in which the line is typed, with a right and a wrong scenario file."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "good.toml").write_text(GOOD)
    (tmp_path / "wrong.toml").write_text(GOOD + "strat = 3\nremove = 4\n")
    return tmp_path
