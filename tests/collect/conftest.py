from __future__ import annotations

import pytest
from pytest_httpserver import HTTPServer


@pytest.fixture(autouse=True)
def _nothing_elsewhere(httpserver: HTTPServer) -> None:
    """What a test does not serve is not there; that includes robots.txt."""
    httpserver.no_handler_status_code = 404
