"""Compiled functions, and where their machine code is kept.

Rule functions are plain Python that numba compiles. numba's own cache looks only at the file that defines a
function, so a kernel would go on using an old rule after the rule's file changed. Here the folder of the cache is
named by a hash of every source file that can be compiled, so a changed rule is never served stale.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, TypeVar, cast

import numba as typed_numba
import numpy as np
import platformdirs
from llvmlite import ir
from numba.core import types
from numba.core.event import Event, Listener
from numba.core.event import register as untyped_register
from numba.cpython.unsafe.numbers import leading_zeros as numba_leading_zeros
from numba.cpython.unsafe.numbers import trailing_zeros as numba_trailing_zeros
from numba.extending import intrinsic

from ikdsim.files import hash_of

numba: Final[Any] = typed_numba
"""Its stubs know neither `config.CACHE_DIR` nor every option of `njit`."""
PACKAGE: Final = Path(__file__).parent
COMPILED_SOURCES: Final = (
    "kernel.py",
    "randomness.py",
    "resident/*.py",
    "service/supply.py",
    "service/queue.py",
    "engine/counters.py",
    "engine/diary.py",
    "engine/*/core/*.py",
)
"""Files with compiled functions, and with the layout of the bundles that compiled functions read."""

leading_zeros: Final[Callable[[np.uint64], int]] = cast(Any, numba_leading_zeros)
"""Zero bits above the highest one of a 64-bit number; compiled rules only."""
trailing_zeros: Final[Callable[[np.uint32], int]] = cast(Any, numba_trailing_zeros)
"""Zero bits below the lowest one of a number that is not 0; compiled rules only."""


@intrinsic
def _keep_reading(typing: Any, value: Any) -> Any:
    def generate(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        nothing = ir.FunctionType(ir.VoidType(), [arguments[0].type])
        builder.asm(nothing, "", "r", arguments, side_effect=True)
        return context.get_dummy_value()

    return types.void(value), generate


keep_reading: Final[Callable[[int], None]] = cast(Any, _keep_reading)
"""Have a number read that nobody uses: the compiler would leave the reading out; compiled rules only."""
_register: Final[Callable[[str, Listener], None]] = cast(Any, untyped_register)
Function = TypeVar("Function", bound=Callable[..., Any])


def sources_hash() -> str:
    """A name that changes when any source with compiled functions changes, or numba."""
    sources = [path for pattern in COMPILED_SOURCES for path in PACKAGE.glob(pattern)]
    return f"{hash_of(PACKAGE, sources)}-{numba.__version__}"


def cache_folder() -> Path:
    """Folder for compiled code: the user's cache folder, or a temporary one where that cannot be written."""
    wanted = Path(platformdirs.user_cache_dir("ikdsim", appauthor=False)) / sources_hash()
    try:
        wanted.mkdir(parents=True, exist_ok=True)
    except OSError:
        return Path(tempfile.mkdtemp(prefix="ikdsim-"))
    return wanted if os.access(wanted, os.W_OK) else Path(tempfile.mkdtemp(prefix="ikdsim-"))


def is_compiled() -> bool:
    """Whether compiled code of these sources is kept from an earlier run."""
    return any(cache_folder().rglob("*.nbc"))


def _set_cache_folder() -> None:
    numba.config.CACHE_DIR = str(cache_folder())


_set_cache_folder()


class FirstCompilation(Listener):
    """Says once on standard error that rules are being compiled, lest a program or a notebook seem to hang."""

    def __init__(self) -> None:
        self.is_told = False
        """Whether there is nothing more to say."""

    def on_start(self, event: Event) -> None:
        """Something is compiled: what was kept from an earlier run does not come by here."""
        if not self.is_told and event.data["dispatcher"].py_func.__module__.startswith("ikdsim."):
            self.is_told = True
            sys.stderr.write("ikdsim: compiling the rules, once, up to a minute ...\n")

    def on_end(self, event: Event) -> None:
        """Nothing to say."""


FIRST_COMPILATION: Final = FirstCompilation()
_register("numba:compile", FIRST_COMPILATION)


def rule(function: Function) -> Function:
    """Compile `function`, which makes no new arrays; its type for readers and checkers stays the same.

    Without numba's reference counts and with its code laid into that of its callers, a rule that is handed the whole
    world costs no more than its arithmetic.
    """
    return cast(Function, numba.njit(cache=True, nogil=True, forceinline=True, _nrt=False)(function))


def inner(function: Function) -> Function:
    """Compile `function` like a rule, but for compiled callers alone: Python gets no way in, which halves compiling."""
    compiled = numba.njit(
        cache=True, nogil=True, forceinline=True, no_cpython_wrapper=True, no_cfunc_wrapper=True, _nrt=False
    )(function)
    return cast(Function, compiled)


def kernel(function: Function) -> Function:
    """Compile `function`, a loop that may make arrays of its own."""
    return cast(Function, numba.njit(cache=True, nogil=True)(function))
