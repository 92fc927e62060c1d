"""`python -m ikdsim` is the command line."""

import sys

from ikdsim.cli import main

sys.exit(main())
