"""Where state lives: values in, the same values out, after a crash too, in SQLite or PostgreSQL.

Goes in: JSON texts, editions as documents, addresses, the state of every copy. Comes out: the same,
from one schema on either database. Only this package knows SQL; what cannot be done is a ``StoreError``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digest.store.store import Store

__all__ = ["Store", "open_store"]


def __getattr__(name: str) -> object:
    # SQLAlchemy costs a command that needs no store 0.2 s, so it is loaded when the class is asked for.
    if name == "Store":
        from digest.store.store import Store  # noqa: PLC0415 - loaded late

        return Store
    raise AttributeError(name)


def open_store(url: str) -> Store:
    """The store at that address, brought to the newest schema; close it or use it as a context manager.

    ``url`` is ``sqlite:///FILE`` or ``postgresql://USER@HOST/NAME``. Raises StoreError if the database
    cannot be opened or is newer than this program.
    """
    from digest.store.store import Store  # noqa: PLC0415 - loaded late

    return Store(url)
