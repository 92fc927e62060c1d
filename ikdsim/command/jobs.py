"""Who does the runs of a command: so many processes of this computer, or the workers of a cluster."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from ikdsim.command.options import CompareOptions
from ikdsim.errors import BadInput, Fault
from ikdsim.experiment.compare import Jobs

SECONDS_TO_ANSWER = 10


@contextmanager
def jobs_of(options: CompareOptions) -> Iterator[Jobs]:
    """As many processes as are wanted, or as there are cores; with `--cluster`, the executor of a Dask cluster.

    Raises BadInput if Dask is not installed or no cluster answers there.
    """
    if options.cluster is None:
        yield options.jobs or os.cpu_count() or 1
        return
    try:
        from distributed import Client  # noqa: PLC0415  (an extra, and slow to load)
    except ImportError:
        raise BadInput([Fault("no_dask", {})]) from None
    try:
        client = Client(options.cluster, timeout=SECONDS_TO_ANSWER, set_as_default=False)
    except (OSError, ValueError, TypeError):
        raise BadInput([Fault("no_cluster", {"value": options.cluster})]) from None
    with client:
        yield client.get_executor(pure=False)
