"""What large mail programs are known to ignore: the data of caniemail.com, bundled with its date."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from lxml import etree

from digest.render.lint.parsed_email import ParsedEmail, Remark

_DECLARATION = re.compile(r"(?:^|[;{\s])([a-z-]+)\s*:[^;{}]*(?=[;}]|$)")
_EXTRAS = frozenset({"color-scheme"})
"""What may be ignored by programs that do not know it: without it the colours stay those of the style attributes."""
_CONTENT = frozenset({"mj-text", "mj-table", "mj-button", "mj-raw"})


def support(email: ParsedEmail) -> Iterator[Remark]:
    """What the templates use, all large mail programs understand. MRML's own scaffolding is left out."""
    for kind, used in (("css", _properties(email.source)), ("html", _elements(email.source))):
        for name in sorted(used & set(_data()[kind]) - _EXTRAS):
            without = ", ".join(_data()[kind][name])
            what = f"The property {name}" if kind == "css" else f"The element {name}"
            yield Remark(
                "warning", "clients", f"{what} is ignored by {without} (caniemail.com, {_data()['date']})."
            )


def _properties(source: etree._Element) -> set[str]:
    styles = [str(e.get("style")) for e in source.iter(etree.Element) if e.get("style")]
    sheets = ["".join(map(str, e.itertext())) for e in source.iter("mj-style")]
    return {name for text in styles + sheets for name in _DECLARATION.findall(text)}


def _elements(source: etree._Element) -> set[str]:
    return {str(e.tag) for content in source.iter(*_CONTENT) for e in content.iterdescendants(etree.Element)}


@cache
def _data() -> dict[str, Any]:
    text = files("digest.render.lint").joinpath("clients.json").read_text(encoding="utf-8")
    data: dict[str, Any] = json.loads(text)
    return data


CHECKS = (support,)
