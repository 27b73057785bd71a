"""How property tests search: without a clock, for machines are busy; in CI always the same examples."""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("digest", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("digest")
