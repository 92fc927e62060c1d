"""An answer has words for a reader and a document for a program, and never both."""

import pytest

from ikdsim import cli
from ikdsim.command.answer import Answer
from ikdsim.errors import Fault

FAULT = Fault("missing_file", {"file": "b.toml", "nearest": None})


@pytest.fixture
def answered(ikdsim, monkeypatch):
    """What is printed of an answer, with these words on the line."""

    def printed(answer, line=""):
        monkeypatch.setattr(cli, "_answer", lambda words, lang: answer)
        return ikdsim(line)

    return printed


def test_a_reader_gets_the_words_and_a_program_the_document(answered):
    answer = Answer("Done.", {"done": 1})
    assert answered(answer) == (0, "Done.\n", "")
    assert answered(answer, "check a.toml --json") == (0, '{\n  "done": 1\n}\n', "")


def test_a_note_stands_beside_the_document_only(answered):
    answer = Answer("Done, with care.", {}, note="Take care.")
    assert answered(answer) == (0, "Done, with care.\n", "")
    assert answered(answer, "check a.toml --json") == (0, "{}\n", "Take care.\n")


def test_with_faults_what_went_well_is_told_to_a_reader_only(answered):
    answer = Answer("a.toml is right.", {"files": ["a.toml"]}, (FAULT,))
    status, out, err = answered(answer)
    assert (status, out, "b.toml" in err) == (2, "a.toml is right.\n", True)
    status, out, err = answered(answer, "check a.toml --json")
    assert (status, out, err.startswith("{")) == (2, "", True)
