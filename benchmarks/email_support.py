"""Rebuild the data that ``digest lint`` knows: ``python -m benchmarks.email_support CANIEMAIL.json COMPONENTS.json``.

The first file is the data of https://github.com/hteumeuleu/caniemail (MIT), as its site and the npm package
``caniemail`` publish it; the second is what this prints in a folder with npm ``mjml``:

    node -e "require('mjml'); const c = require('mjml-core').components; console.log(JSON.stringify(
      Object.fromEntries(Object.keys(c).map(k => [k, Object.keys(c[k].allowedAttributes || {})]))))"
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent.parent / "digest" / "render" / "lint"
FAMILIES = ("apple-mail", "gmail", "outlook", "samsung-email", "thunderbird", "yahoo")
"""The clients that matter in number; what the small ones lack would drown the rest."""
_PROPERTIES_NO = ("at-", "pseudo-", "selector-", "unit-", "function-", "display-", "modern-", "sytem-")


def support(data: dict[str, Any]) -> dict[str, Any]:
    """Properties and elements with the clients whose last tested version ignores them."""
    names = data["nicenames"]
    found: dict[str, Any] = {"date": data["last_update_date"][:10], "css": {}, "html": {}}
    for feature in data["data"]:
        kind, _, name = feature["slug"].partition("-")
        if kind in {"css", "html"} and not name.startswith(_PROPERTIES_NO):
            without = [_client(names, f, p) for f in FAMILIES for p in _lacking(feature["stats"].get(f, {}))]
            if without:
                found[kind][name] = without
    return found


def _lacking(platforms: dict[str, dict[str, str]]) -> list[str]:
    return [p for p, versions in platforms.items() if list(versions.values())[-1].startswith("n")]


def _client(names: dict[str, Any], family: str, platform: str) -> str:
    return f"{names['family'][family]} ({names['platform'][platform]})"


def components(known: dict[str, list[str]]) -> dict[str, list[str]]:
    return {tag: sorted(attributes) for tag, attributes in sorted(known.items())}


if __name__ == "__main__":
    for source, target, made in zip(
        sys.argv[1:], ("clients.json", "components.json"), (support, components), strict=True
    ):
        content = made(json.loads(Path(source).read_text(encoding="utf-8")))
        (FOLDER / target).write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
