"""Telling other channels (chats, feeds of messages, push services) that an edition is out, by apprise."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from pathlib import Path
from stat import S_IRWXG, S_IRWXO

from digest.errors import MessageError, words
from digest.models import Problem
from digest.text.decoding import decode


def read_channels(environment: str, file: str) -> tuple[str, ...]:
    """The addresses of channels: those of DIGEST_CHANNELS, and a line each of the file. Raises MessageError.

    They hold passwords, so the file must be its owner's alone.
    """
    lines = environment.split()
    if file:
        path = Path(file)
        try:
            if path.stat().st_mode & (S_IRWXG | S_IRWXO):
                raise MessageError(f"The file {file} can be read by others. Protect it: chmod 600 {file}")
            lines += decode(path.read_bytes()).splitlines()
        except (OSError, UnicodeError) as error:
            advice = "Save it as UTF-8" if isinstance(error, UnicodeError) else "Check channels.file"
            # Not "from" the error: one of a decoder has the passwords in it.
            raise MessageError(f"The file {file} cannot be read: {words(error)}. {advice}.") from None
    return tuple(line.strip() for line in lines if line.strip() and not line.strip().startswith("#"))


def notify(channels: Sequence[str], title: str, text: str) -> Iterator[tuple[str, Problem | None]]:
    """Tell each channel; gives it back, with a problem if it could not be told. Its address is never shown."""
    try:
        import apprise  # noqa: PLC0415 - an extra
    except ModuleNotFoundError:
        reason = "Channels need the package apprise: pip install 'digest[channels]'."
        yield from ((channel, Problem("deliver", _named(channel), reason)) for channel in channels)
        return
    # It logs what went wrong with the address, and so with the password, in it.
    logging.getLogger("apprise").disabled = True
    for channel in channels:
        service = apprise.Apprise()
        if not service.add(channel):
            yield (
                channel,
                Problem(
                    "deliver", _named(channel), "apprise does not know this kind of address. Correct it."
                ),
            )
        elif not service.notify(title=title, body=text):
            yield (
                channel,
                Problem(
                    "deliver", _named(channel), "It could not be reached. Check its address and try again."
                ),
            )
        else:
            yield channel, None


def _named(channel: str) -> str:
    """What can be said of a channel in the open: what kind it is."""
    return f"channel {channel.partition(':')[0][:20]}"
