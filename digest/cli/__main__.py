"""``python -m digest.cli`` is ``digest``."""

import sys

from digest.cli import main

sys.exit(main())
