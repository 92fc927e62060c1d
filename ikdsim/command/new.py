"""ikdsim new FOLDER: scenario files to start from, for somebody who installed without the repository."""

import shutil
from pathlib import Path
from typing import Final

from ikdsim.command.answer import Answer
from ikdsim.command.options import NewOptions
from ikdsim.errors import BadInput, Fault
from ikdsim.files import unwritable
from ikdsim.language import text

_PACKAGE: Final = Path(__file__).parent.parent


def new_command(options: NewOptions) -> Answer:
    """Lay out copies of the shipped scenarios in a folder that is new or empty."""
    folder = Path(options.named[0])
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise BadInput([Fault("folder_not_empty", {"file": str(folder)})])
        copied = Path(shutil.copytree(shipped_scenarios(), folder / "scenarios", ignore=_not_scenarios))
    except OSError as problem:
        raise unwritable(folder, problem) from None
    files = sorted(str(path) for path in copied.rglob("*.toml"))
    facts = {"count": len(files), "folder": copied, "first": Path(files[0]).parent}
    return Answer(text("command.laid_out", options.lang, facts), {"files": files})


def shipped_scenarios() -> Path:
    """The folder `scenarios` of the installed package, else that of the checkout it runs from."""
    installed = _PACKAGE / "data" / "scenarios"
    return installed if installed.is_dir() else _PACKAGE.parent / "scenarios"


def _not_scenarios(folder: str, names: list[str]) -> set[str]:
    return {name for name in names if Path(folder, name).is_file() and not name.endswith(".toml")}
