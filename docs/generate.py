"""Write the parts of the documentation that are made from the program: keys, commands.

    python -m docs.generate            # rewrite the pages that are stale

A page is written by hand; what stands between ``<!-- made: NAME -->`` and ``<!-- end -->`` is made here.
A test fails where a page is not what this program would write.
"""

from __future__ import annotations

import argparse
import json
import re
import types
from collections.abc import Callable, Iterator, Sequence
from datetime import time
from importlib import import_module
from pathlib import Path
from typing import Any, TypeVar, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from digest.cli import COMMANDS, wiring
from digest.settings import Settings

PAGES = Path(__file__).parent
BLOCK = re.compile(r"(<!-- made: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)


def main() -> None:
    """Rewrite every page that is stale, and name it."""
    for page in sorted(PAGES.glob("*.md")):
        text = page.read_text(encoding="utf-8")
        fresh = refreshed(text)
        if fresh != text:
            page.write_text(fresh, encoding="utf-8")
            print(page)


def refreshed(text: str) -> str:
    """The page with every made part made anew. Raises ``KeyError`` for a name that is not known."""
    return BLOCK.sub(lambda match: f"{match[1]}\n{MAKERS[match[2]]()}\n{match[3]}", text)


def settings() -> str:
    """A table of keys for the top of ``config.yaml``, and one for each section in it."""
    return "\n".join(_section(path, model) for path, model in _models("", Settings))


def _models(path: str, model: type[BaseModel]) -> Iterator[tuple[str, type[BaseModel]]]:
    yield path, model
    for name, field in model.model_fields.items():
        inner = _inner(field)
        if inner is not None:
            yield from _models(f"{path}.{name}" if path else name, inner)


def _inner(field: FieldInfo) -> type[BaseModel] | None:
    """The section behind a key, also where the key holds a list of them or something simpler in its place."""
    return next(
        (k for k in _kinds(field.annotation) if isinstance(k, type) and issubclass(k, BaseModel)), None
    )


def _kinds(annotation: object) -> Iterator[object]:
    yield annotation
    for inner in get_args(annotation):
        yield from _kinds(inner)


def _section(path: str, model: type[BaseModel]) -> str:
    schema = model.model_json_schema()["properties"]
    rows = [
        f"| `{name}` | {_escaped(field.description or '')} | {_values(schema[name])} | {_default(field)} |"
        for name, field in model.model_fields.items()
        if not (_inner(field) and isinstance(field.default, BaseModel))
    ]
    about = " ".join((model.__doc__ or "").split())
    heading = f"### `{path}`\n\n{about}" if path else "### At the top"
    return "\n".join((heading, "", "| key | meaning | values | default |", "|---|---|---|---|", *rows, ""))


def _values(schema: dict[str, Any]) -> str:
    """What may stand there, in words, from its JSON schema."""
    if choices := schema.get("anyOf") or schema.get("oneOf"):
        return " or ".join(dict.fromkeys(map(_values, choices)))
    if "enum" in schema:
        return ", ".join(f"`{value}`" for value in schema["enum"])
    if schema.get("type") == "array":
        return f"list: {_values(schema['items'])}" + ("; one at least" if schema.get("minItems") else "")
    if "$ref" in schema:
        return "see below"
    if schema.get("type") in {"integer", "number"}:
        return _range(schema)
    formats = {"time": "time", "zoneinfo": "time zone", "ipv4network": "network", "ipv6network": "network"}
    names = {"boolean": "`true`, `false`", "null": "`null`"}
    kind = formats.get(schema.get("format", "")) or names.get(schema["type"], "text")
    return f"{kind} up to {schema['maxLength']:,} characters" if "maxLength" in schema else kind


def _range(schema: dict[str, Any]) -> str:
    low = f"{schema['minimum']:,}" if "minimum" in schema else f"over {schema['exclusiveMinimum']:g}"
    kind = "" if schema["type"] == "integer" else ", fractions too"
    return f"{low} to {schema['maximum']:,}{kind}"


def _default(field: FieldInfo) -> str:
    if field.is_required():
        return "as in `digest init`" if _inner(field) else "must be given"
    value = field.default
    if isinstance(value, tuple):
        return f"`[{', '.join(map(str, value))}]`"
    if isinstance(value, time):
        return f'`"{value:%H:%M}"`'
    return f"`{json.dumps(value) if value is None or isinstance(value, bool) or value == '' else value}`"


def _escaped(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


_Action = TypeVar("_Action", bound=argparse.Action)


class _Recorder(argparse.ArgumentParser):
    """Remembers the arguments that a command declares."""

    def __init__(self) -> None:
        super().__init__(add_help=False)
        self.declared: list[argparse.Action] = []

    def _add_action(self, action: _Action) -> _Action:
        """Called for every argument, those of groups too."""
        self.declared.append(action)
        return super()._add_action(action)


def commands() -> str:
    """How each command is called, what it does and what it takes; what all of them take stands first."""
    everywhere = _declared(wiring.options)
    shared = {tuple(action.option_strings) for action in everywhere}
    parts = ["### Every command", *_table(everywhere), ""]
    for name in COMMANDS:
        module = import_module(f"digest.cli.{name}")
        own = [
            a
            for a in _declared(module.arguments)
            if not a.option_strings or tuple(a.option_strings) not in shared
        ]
        parts += [
            f"### `{' '.join((f'digest {name}', *map(_usage, own)))}`",
            "",
            _prose(module),
            *_table(own),
            "",
        ]
    return "\n".join(parts)


def _declared(declare: Callable[[argparse.ArgumentParser], None]) -> list[argparse.Action]:
    recorder = _Recorder()
    declare(recorder)
    return recorder.declared


def _prose(module: types.ModuleType) -> str:
    return (module.__doc__ or "").strip()


def _table(actions: Sequence[argparse.Action]) -> list[str]:
    rows = [f"| `{_escaped(_name(action))}` | {_escaped(action.help or '')} |" for action in actions]
    return ["", "| argument | meaning |", "|---|---|", *rows] if rows else []


def _name(action: argparse.Action) -> str:
    if not action.option_strings:
        return _metavar(action)
    value = "" if action.nargs == 0 else f" {_metavar(action)}{' ...' if action.nargs in ('*', '+') else ''}"
    return f"{action.option_strings[-1]}{value}"


def _usage(action: argparse.Action) -> str:
    if action.option_strings:
        return f"[{_name(action)}]"
    return {"?": "[{}]", "*": "[{} ...]", "+": "{} ..."}.get(str(action.nargs), "{}").format(_metavar(action))


def _metavar(action: argparse.Action) -> str:
    if action.choices and action.metavar is None:
        return "|".join(map(str, action.choices))
    if isinstance(action.metavar, tuple):
        return " ".join(action.metavar)
    return action.metavar or action.dest.upper()


MAKERS: dict[str, Callable[[], str]] = {"settings": settings, "commands": commands}

if __name__ == "__main__":
    main()
