"""The pages for readers: signing up, leaving, and what was printed before."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from digest.settings.fields import SettingsSection

Origin = Annotated[
    str,
    Field(pattern=r"^(https://[a-z0-9.-]+(:\d+)?|http://(127\.0\.0\.1|localhost)(:\d+)?)$", max_length=200),
]


class WebSettings(SettingsSection):
    """The pages for readers, served by `digest serve` behind a web server with TLS: the archive, signing up, leaving."""

    url: Annotated[
        str, Field(pattern=r"^(https://[^\s/<>\"]+|http://(127\.0\.0\.1|localhost)(:\d+)?)?$", max_length=200)
    ] = ""
    """Public address of these pages, https and without a path; empty means that only you keep the list and nothing leads here."""
    signup: bool = True
    """Whether readers sign up and leave by themselves; `false` for an archive alone, or one of plain files."""
    host: Annotated[str, Field(max_length=253)] = "127.0.0.1"
    """Address on which `digest serve` listens."""
    port: int = Field(default=8000, ge=1, le=65_535)
    """Port on which `digest serve` listens."""
    consent: Annotated[str, Field(min_length=1, max_length=500)] = (
        "Send me the digest by e-mail. I can leave at any time with the link in every issue."
    )
    """What a reader agrees to; kept word for word with every sign-up."""
    origins: tuple[Origin, ...] = ()
    """Web sites that may show the form in a frame or sign readers up by a script, such as https://www.example.org."""
    keep_network: bool = False
    """Keep with the proof of consent which network (an address without its end) somebody signed up from."""
