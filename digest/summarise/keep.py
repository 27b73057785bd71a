"""Where answers, and what was found out about a server, are kept from run to run."""

from __future__ import annotations

from typing import Protocol


class Keep(Protocol):
    """Texts by kind and key, as the store keeps them. What was put may be gone later."""

    def get(self, kind: str, key: str) -> str | None: ...

    def put(self, kind: str, key: str, value: str) -> None: ...
