"""ikdsim new FOLDER: scenario and experiment files to start from, for somebody without the repository."""

import shutil
from pathlib import Path
from typing import Final

from ikdsim.command.answer import Answer
from ikdsim.command.options import NewOptions
from ikdsim.errors import BadInput, Fault
from ikdsim.files import unwritable, write_folder
from ikdsim.language import text

SCENARIOS: Final = "scenarios"
EXPERIMENTS: Final = "experiments"
KINDS_OF_FILES: Final = ("*.toml", "*.schema.json")
_PACKAGE: Final = Path(__file__).parent.parent


def new_command(options: NewOptions) -> Answer:
    """Lay out copies of the shipped scenarios and experiments in a folder that is new or empty."""
    folder = Path(options.named[0])
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise BadInput([Fault("folder_not_empty", {"file": str(folder)})])
    except OSError as problem:
        raise unwritable(folder, problem) from None
    write_folder(folder, _lay_out, last=SCENARIOS)
    files = sorted(str(path) for path in folder.rglob("*.toml"))
    scenarios = sorted((folder / SCENARIOS).rglob("*.toml"))
    facts = {"count": len(files), "folder": folder, "first": scenarios[0].parent}
    return Answer(text("command.laid_out", options.lang, facts), {"files": files})


def shipped(name: str) -> Path:
    """The folder called `name` of the installed package, else that of the checkout it runs from."""
    installed = _PACKAGE / "data" / name
    return installed if installed.is_dir() else _PACKAGE.parent / name


def _lay_out(folder: Path) -> None:
    """Copy the shipped files, each to its own place, and the schemas that editors check them by."""
    for name in (EXPERIMENTS, SCENARIOS):
        found = shipped(name)
        for path in (path for kind in KINDS_OF_FILES for path in found.rglob(kind)):
            copy = folder / name / path.relative_to(found)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, copy)
