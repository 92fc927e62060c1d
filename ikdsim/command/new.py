"""ikdsim new FOLDER: scenario files to start from, for somebody who installed without the repository."""

import shutil
from pathlib import Path
from typing import Final

from ikdsim.command.answer import Answer
from ikdsim.command.options import NewOptions
from ikdsim.errors import BadInput, Fault
from ikdsim.files import unwritable, write_folder
from ikdsim.language import text

SCENARIOS: Final = "scenarios"
_PACKAGE: Final = Path(__file__).parent.parent


def new_command(options: NewOptions) -> Answer:
    """Lay out copies of the shipped scenarios in a folder that is new or empty."""
    folder = Path(options.named[0])
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise BadInput([Fault("folder_not_empty", {"file": str(folder)})])
    except OSError as problem:
        raise unwritable(folder, problem) from None
    write_folder(folder, lambda partial: _copy(shipped_scenarios(), partial / SCENARIOS), last=SCENARIOS)
    copied = folder / SCENARIOS
    files = sorted(str(path) for path in copied.rglob("*.toml"))
    facts = {"count": len(files), "folder": copied, "first": Path(files[0]).parent}
    return Answer(text("command.laid_out", options.lang, facts), {"files": files})


def shipped_scenarios() -> Path:
    """The folder `scenarios` of the installed package, else that of the checkout it runs from."""
    installed = _PACKAGE / "data" / SCENARIOS
    return installed if installed.is_dir() else _PACKAGE.parent / SCENARIOS


def _copy(shipped: Path, folder: Path) -> None:
    """The scenario files of `shipped`, each at its own place."""
    for path in shipped.rglob("*.toml"):
        copy = folder / path.relative_to(shipped)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)
