"""The house rules that a reader relies on: one name for one thing, no cycles, nothing too large, small faces."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent / "digest"

MAX_FILE = 400
"""Lines of a file."""
MAX_FUNCTION = 50
"""Lines of a function without its docstring."""
MAX_COMPLEXITY = 10
"""Paths through a function by McCabe ("A complexity measure", 1976), counted as ruff counts them."""
MAX_FACE = 10
"""Names in the ``__all__`` of a stage and of the pipeline."""

SHARED_MODULE_NAMES = {
    "attribution": "who says what a sentence says: found by summarise, compared by verify",
    "bounces": "mails that came back: read by deliver, kept by store, settled by pipeline, run by cli",
    "cache": "what can be fetched or made again: the interface in collect, the table in store",
    "claims": "what is said of a story: the values, and the words of English that their checks know",
    "config": "the configuration file: its reader, and the command that shows it",
    "editing": "what an editor changes: the operations, and their page",
    "de": "German: its tables, and how frequent its words are",
    "edition": "what is printed of a day: the value, and its settings",
    "en": "English: its tables, and how frequent its words are",
    "es": "Spanish: its tables, and how frequent its words are",
    "export": "the archive as plain files: the writer, and its command",
    "feed_health": "how reading each feed went: what is told of it, and its table",
    "feeds": "the feeds of the configuration: their reader, and the command that lists them",
    "fr": "French: its tables, and how frequent its words are",
    "grammar": "what the structure of a sentence tells: the parser, and what the pipeline makes of it",
    "keys": "the keys that sign readers' links: their table, and the command that renews them",
    "lint": "the checks of an e-mail before it is sent: the checks, and their command",
    "make": "making an edition: the steps, and their command",
    "news": "what is read: the values, their settings, and the words of English in it",
    "page": "an article page: its parser, and the labels that English pages have",
    "health": "whether all is well: what is found, where it is asked, and its settings",
    "operations": "how the work goes: the figures, and the queries for them",
    "preview": "the edition as its readers will see it: the pages, and their command",
    "schedule": "when an edition is due: the rule, and the command that waits for it",
    "selection": "the choice of an edition's stories: how it is made, and the values that it gives",
    "send": "sending an edition: the command, what it decides, and the transmission",
    "server": "an HTTP server on this machine: of the public pages, and of the sample press",
    "settings": "the settings: the layer, and the value at their root",
    "store": "the database: the layer, and the object that opens it",
    "subscribers": "who gets the digest: the value, its table, and the command that changes it",
    "verify": "the checks of points: the stage, and the settings of who vouches besides",
    "web": "the public pages: the layer, and its settings",
}
"""Base names that several modules have because they mean the same, each with what that is."""

SHARED_CLASS_NAMES = {
    "_Part": "a part of what a language model or its server answers, whose unknown keys are passed over",
    "Spending": "what models have cost: what the budget asks for, and the table of the store",
    "Cache": "texts by kind and key: what collect and summarise ask of one, and the table of the store",
}
"""The same for classes."""

STAGES = ("collect", "curate", "deliver", "pipeline", "render", "summarise", "verify")


@cache
def modules() -> dict[str, tuple[Path, ast.Module]]:
    """Every module of the program by its name, with its file and its syntax tree."""
    found = {}
    for path in sorted(ROOT.rglob("*.py")):
        parts = path.relative_to(ROOT.parent).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        found[name] = (path, ast.parse(path.read_text(encoding="utf-8")))
    return found


def repeated(pairs: Iterator[tuple[str, str]]) -> dict[str, list[str]]:
    """The names that occur more than once, each with where."""
    places = defaultdict(list)
    for name, place in pairs:
        places[name].append(place)
    return {name: listed for name, listed in places.items() if len(listed) > 1}


def functions() -> Iterator[tuple[str, ast.FunctionDef | ast.AsyncFunctionDef]]:
    for name, (_, tree) in modules().items():
        for node in ast.walk(tree):
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                yield f"{name}.{node.name}", node


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    first = function.body[0]
    documented = ast.get_docstring(function) is not None
    docstring = (first.end_lineno or 0) - first.lineno + 1 if documented else 0
    return (function.end_lineno or 0) - function.lineno + 1 - docstring


def complexity(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    branches = (ast.If, ast.For, ast.AsyncFor, ast.While, ast.ExceptHandler, ast.match_case)
    return 1 + sum(isinstance(node, branches) for node in ast.walk(function))


def imported(name: str) -> Iterator[str]:
    """The modules that a module imports, those in a function and those for types alone as well."""
    for node in ast.walk(modules()[name][1]):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in modules())
        elif isinstance(node, ast.ImportFrom) and node.module in modules():
            for alias in node.names:
                submodule = f"{node.module}.{alias.name}"
                yield submodule if submodule in modules() else node.module


def cycles(edges: dict[str, set[str]]) -> list[str]:
    """The nodes that are left after nodes without successors are taken away, over and over: those on or above a cycle."""
    left = dict(edges)
    while done := {name for name, targets in left.items() if not targets & left.keys()}:
        left = {name: targets for name, targets in left.items() if name not in done}
    return sorted(left)


def test_a_module_name_stands_for_one_thing() -> None:
    names = ((name.rpartition(".")[2], name) for name in modules())
    ours = ((base, name) for base, name in names if base != "__main__")
    assert repeated(ours).keys() == SHARED_MODULE_NAMES.keys()


def test_a_class_name_stands_for_one_thing() -> None:
    classes = (
        (node.name, f"{name}.{node.name}")
        for name, (_, tree) in modules().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
    )
    assert repeated(classes).keys() == SHARED_CLASS_NAMES.keys()


def test_no_module_imports_itself_by_way_of_others() -> None:
    assert cycles({name: set(imported(name)) for name in modules()}) == []


def test_a_cycle_would_be_found() -> None:
    assert cycles({"a": {"b"}, "b": {"c"}, "c": {"b"}, "d": set()}) == ["a", "b", "c"]


def test_no_file_is_too_long_to_read() -> None:
    lines = {
        name: len(path.read_text(encoding="utf-8").splitlines()) for name, (path, _) in modules().items()
    }
    assert {name: count for name, count in lines.items() if count > MAX_FILE} == {}


def test_no_function_is_too_long_to_read() -> None:
    assert {name: length(node) for name, node in functions() if length(node) > MAX_FUNCTION} == {}


def test_no_function_has_too_many_paths() -> None:
    assert {name: complexity(node) for name, node in functions() if complexity(node) > MAX_COMPLEXITY} == {}


def test_a_stage_shows_few_names() -> None:
    shown = {name: len(face(name)) for name in STAGES}
    assert {name: count for name, count in shown.items() if count > MAX_FACE} == {}


def face(stage: str) -> list[str]:
    """The names in the ``__all__`` of a package."""
    for node in modules()[f"digest.{stage}"][1].body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
            return list(ast.literal_eval(node.value))
    raise AssertionError(f"digest.{stage} has no __all__")
