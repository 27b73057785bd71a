"""``python -m digest`` is ``digest``."""

import sys

from digest.cli import main

sys.exit(main())
