"""``config.yaml`` into ``Settings``: every mistake at once, each with its file, line and key.

Scalars are read as YAML 1.2 reads them: ``no`` is a word and ``12:30`` is a time, as the author of the file
meant. What is left out is as in the default configuration that comes with the program. Secrets come from
the environment or from a file ``.env`` beside the configuration, never from YAML.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from importlib.resources import files
from io import StringIO
from pathlib import Path
from typing import get_args
from zoneinfo import available_timezones

import yaml
from babel.localedata import exists
from dotenv import dotenv_values
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from digest.errors import ConfigError, words
from digest.settings import Settings
from digest.text.decoding import decode
from digest.yaml_advice import advice

Key = tuple[str | int, ...]

MOST_BYTES = 1_000_000
"""Far more than any configuration has; more is another file, or one without an end."""

_SECRET_KEY = re.compile(r"pass(word|wd|phrase)?|secret|api_?key|token|credentials", re.IGNORECASE)
_SECRET_IN_URL = re.compile(r"^[a-z+]+://[^/\s:@]*:[^/\s@]+@")
_NUMBER_WITH_UNDERSCORES = re.compile(r"[-+]?[0-9][0-9_]*_[0-9_]*")
_SECRETS = {
    "api_key": "OPENAI_API_KEY",
    "judge_key": "DIGEST_JUDGE_KEY",
    "smtp_password": "DIGEST_SMTP_PASSWORD",
    "smtp_token": "DIGEST_SMTP_TOKEN",
    "channels": "DIGEST_CHANNELS",
    "imap_password": "DIGEST_IMAP_PASSWORD",
}


@dataclass(frozen=True, slots=True)
class Secrets:
    """What must not stand in a file that is shown around; never printed."""

    api_key: str | None = field(default=None, repr=False)
    judge_key: str | None = field(default=None, repr=False)
    smtp_password: str | None = field(default=None, repr=False)
    smtp_token: str | None = field(default=None, repr=False)
    channels: str | None = field(default=None, repr=False)
    imap_password: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing that is wrong: the key it is about, the line (from 1, 0 unknown) and what to do."""

    line: int
    key: Key
    message: str

    def told(self, name: str) -> str:
        place = f"{name}:{self.line}" if self.line else name
        return (
            f"{place}: {'.'.join(map(str, self.key))}: {self.message}"
            if self.key
            else f"{place}: {self.message}"
        )


def load(path: Path) -> Settings:
    """The settings in that file. Raises ``ConfigError`` with a line for each mistake."""
    return parse(read_text(path), str(path))


def read_text(path: Path) -> str:
    """The text of that configuration. Raises ``ConfigError`` if it cannot be read or is none by its size."""
    try:
        with path.open("rb") as file:  # a device such as /dev/zero has no size and no end
            data = file.read(MOST_BYTES + 1)
        if len(data) <= MOST_BYTES:
            return decode(data)
    except FileNotFoundError:
        raise ConfigError(f"{path}: no such file. `digest init` writes one to start from.") from None
    except (OSError, UnicodeError) as error:
        advice = "Save it as UTF-8" if isinstance(error, UnicodeError) else "Check it"
        raise ConfigError(
            f"{path}: cannot be read: {words(error)}. {advice}, or name another with --config FILE."
        ) from error
    raise ConfigError(
        f"{path}: is larger than {MOST_BYTES:,} bytes, so it is not a configuration. Name another with --config FILE."
    )


def parse(text: str, name: str = "config.yaml") -> Settings:
    """The settings in that YAML text; ``name`` is what mistakes are told about."""
    try:
        settings, mistakes = _checked(text)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        mistakes = [Mistake(mark.line + 1 if mark else 0, (), f"is not YAML: {advice(error)}")]
        settings = None
    except yaml.YAMLError as error:
        mistakes, settings = [Mistake(0, (), f"is not YAML: {error}")], None
    if mistakes or settings is None:
        lines = sorted(set(mistakes), key=lambda m: (m.line, list(map(str, m.key))))
        raise ConfigError("\n".join(m.told(name) for m in lines))
    return settings


def default_text() -> str:
    """The default configuration, which is also the documentation by example."""
    packaged = files("digest").joinpath("data", "config.yaml")
    source = packaged if packaged.is_file() else Path(__file__).parent.parent / "config.yaml"
    return source.read_text(encoding="utf-8")


def secrets(folder: Path, environ: Mapping[str, str]) -> Secrets:
    """The secrets of the environment, and of ``.env`` in that folder where the environment has none.

    Raises ``ConfigError`` if that file is there and cannot be read.
    """
    known = {**_dotenv(folder / ".env"), **environ}
    return Secrets(**{name: known.get(variable) or None for name, variable in _SECRETS.items()})


def _dotenv(path: Path) -> Mapping[str, str | None]:
    try:
        return dotenv_values(stream=StringIO(decode(path.read_bytes()))) if path.is_file() else {}
    except (OSError, UnicodeError) as error:
        # Not "from" the error: one of a decoder has the secrets in it.
        raise ConfigError(
            f"{path}: cannot be read: {words(error)}. Save it as UTF-8, a line NAME=value for each secret."
        ) from None


class _Loader(yaml.SafeLoader):
    """YAML as of 1.2: only true and false are truth values, only digits are numbers, dates are text."""


_Loader.yaml_implicit_resolvers = {}
for _tag, _pattern, _first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", "-+.0123456789"),
    ("merge", r"<<", "<"),
):
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(rf"^(?:{_pattern})$"), list(_first))


def _checked(text: str) -> tuple[Settings | None, list[Mistake]]:
    root = yaml.compose(text, _Loader)
    if root is not None and not isinstance(root, yaml.MappingNode):
        return None, [Mistake(1, (), "must be keys and values, such as `title: My digest`")]
    lines: dict[Key, int] = {}
    mistakes = list(_walk(root, (), lines)) if root else []
    data = yaml.load(text, _Loader) or {}  # noqa: S506 - a SafeLoader
    defaults = yaml.load(default_text(), _Loader)  # noqa: S506 - a SafeLoader
    data = {**{key: defaults[key] for key in ("feeds", "topics")}, **data}
    try:
        settings = Settings.model_validate(data)
    except ValidationError as error:
        wrong = [_mistake(e, lines) for e in error.errors(include_url=False)]
        return None, mistakes + [m for m in wrong if not _follows(m, [*mistakes, *wrong])]
    return settings, mistakes + [
        Mistake(_line(key, lines), key, said) for key, said in _contradictions(settings)
    ]


def _follows(mistake: Mistake, others: Sequence[Mistake]) -> bool:
    """Whether it only follows from another: a list counts as too short where its items are wrong."""
    deeper = (o.key for o in others if o is not mistake)
    return any(key[: len(mistake.key)] == mistake.key for key in deeper)


def _walk(node: yaml.Node, key: Key, lines: dict[Key, int]) -> Iterator[Mistake]:
    """Note the line of every key, and find what only the text shows: doubled keys, secrets, traps."""
    lines.setdefault(key, node.start_mark.line + 1)
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            inner = (*key, str(name.value))
            if inner in lines:
                yield Mistake(
                    name.start_mark.line + 1, inner, f"is given twice, first in line {lines[inner]}"
                )
            lines[inner] = name.start_mark.line + 1
            yield from _secret(name, value, inner)
            yield from _walk(value, inner, lines)
    elif isinstance(node, yaml.SequenceNode):
        for number, value in enumerate(node.value):
            yield from _walk(value, (*key, number), lines)
    elif _is_plain(node) and _NUMBER_WITH_UNDERSCORES.fullmatch(node.value):
        meant = node.value.replace("_", "")
        yield Mistake(
            node.start_mark.line + 1, key, f"{node.value} is not a number here: write {meant}, or quote it"
        )


def _is_plain(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and node.style is None


def _secret(name: yaml.Node, value: yaml.Node, key: Key) -> Iterator[Mistake]:
    line = name.start_mark.line + 1
    where = "in the environment or in a file .env beside this one"
    if _SECRET_KEY.search(name.value) and name.value not in _field_names(key[:-1]):
        yield Mistake(
            line, key, f"secrets do not belong in this file: put {' or '.join(_SECRETS.values())} {where}"
        )
    elif isinstance(value, yaml.ScalarNode) and _SECRET_IN_URL.match(value.value):
        yield Mistake(line, key, "the address holds a password, which does not belong in this file")


def _model_at(key: Key) -> type[BaseModel] | None:
    """The settings class whose fields stand under that key."""
    model: type[BaseModel] = Settings
    for part in key:
        if isinstance(part, int):
            continue
        info = model.model_fields.get(part)
        inner = (
            next(
                (t for t in _types(info.annotation) if isinstance(t, type) and issubclass(t, BaseModel)), None
            )
            if info
            else None
        )
        if inner is None:
            return None
        model = inner
    return model


def _types(annotation: object) -> Iterator[object]:
    yield annotation
    for inner in get_args(annotation):
        yield from _types(inner)


def _field_names(key: Key) -> tuple[str, ...]:
    model = _model_at(key)
    return tuple(model.model_fields) if model else ()


def _line(key: Key, lines: Mapping[Key, int]) -> int:
    """The line of that key, or of the nearest key around it."""
    while key and key not in lines:
        key = key[:-1]
    return lines.get(key, 0)


_BRANCHES = ("ipv4network", "ipv6network", "word", "clock")
"""What pydantic calls the choices of a key that takes several kinds of values."""


def _mistake(error: ErrorDetails, lines: Mapping[Key, int]) -> Mistake:
    key = tuple(part for part in error["loc"] if part not in _BRANCHES)
    return Mistake(_line(key, lines), key, _said(error, key))


_SAID = {
    "missing": "is missing",
    "greater_than_equal": "must be at least {ge}",
    "greater_than": "must be more than {gt}",
    "less_than_equal": "must be at most {le}",
    "less_than": "must be less than {lt}",
    "too_short": "needs at least {min_length}",
    "string_too_short": "must not be empty",
    "string_too_long": "must be at most {max_length} characters long",
    "string_type": "must be text",
    "int_parsing": "must be a whole number",
    "int_type": "must be a whole number",
    "int_from_float": "must be a whole number",
    "bool_parsing": "must be true or false",
    "literal_error": "must be one of {expected}",
    "tuple_type": "must be a list, such as [one, two]",
    "model_type": "must be keys and values of their own",
    "zoneinfo_str": "is not a time zone such as Europe/Berlin",
    "extra_forbidden": "is not a key of this program",
}

_SAYS_WHY: frozenset[Key] = frozenset({("review",)})
"""Keys whose mistake depends on another key, so that the error itself says what is wrong."""

_GONE: dict[Key, str] = {
    (
        "summariser",
        "review",
    ): "has been replaced: verify.judge names the model that reads points beside their sentences"
}


def _said(error: ErrorDetails, key: Key) -> str:
    """The mistake in words that say what to write instead."""
    given, kind = error["input"], error["type"]
    if kind == "string_type" and isinstance(given, int | float):
        return f"must be text: put {given!r} in quotes"
    if key in _GONE:
        return _GONE[key]
    if kind == "value_error" and key in _SAYS_WHY:
        return str(error["ctx"]["error"])
    if kind not in _SAID:
        return f"{given!r} does not fit. {_description(key)}".strip()
    guesses = {
        "extra_forbidden": (str(key[-1]), _field_names(key[:-1])),
        "literal_error": (str(given), _literals(key)),
        "zoneinfo_str": (str(given), available_timezones()),
    }
    said = _SAID[kind].format(**error.get("ctx", {}))
    return said + (_meant(*guesses[kind]) if kind in guesses else "")


def _meant(given: str, names: Iterable[str]) -> str:
    by_lower = {name.lower(): name for name in names}
    close = get_close_matches(given.lower(), by_lower, n=1)
    return f": did you mean {by_lower[close[0]]!r}?" if close else ""


def _literals(key: Key) -> tuple[str, ...]:
    model = _model_at(key[:-1])
    info = model.model_fields.get(str(key[-1])) if model else None
    return tuple(t for t in _types(info.annotation) if isinstance(t, str)) if info else ()


def _description(key: Key) -> str:
    names = [part for part in key if isinstance(part, str)]
    model = _model_at(tuple(names[:-1]))
    info = model.model_fields.get(names[-1]) if model and names else None
    return info.description or "" if info else ""


def _contradictions(settings: Settings) -> Iterator[tuple[Key, str]]:
    """What is right key by key and wrong together."""
    seen: set[str] = set()
    for number, feed in enumerate(settings.feeds):
        if feed.url in seen:
            yield ("feeds", number, "url"), "the same feed is listed above already"
        seen.add(feed.url)
    names: set[str] = set()
    outlets = {feed.name for feed in settings.feeds}
    for number, topic in enumerate(settings.topics):
        if topic.name.casefold() in names:
            yield ("topics", number, "name"), "a topic of that name is listed above already"
        names.add(topic.name.casefold())
        for place, source in enumerate(topic.sources):
            if source not in outlets:
                yield (
                    ("topics", number, "sources", place),
                    f"no feed has the name {source!r}" + _meant(source, tuple(outlets)),
                )
    yield from _unknown_language(settings)
    yield from _without_sender(settings)
    yield from _of_judge(settings)


def _of_judge(settings: Settings) -> Iterator[tuple[Key, str]]:
    judge, server = settings.verify.judge, settings.verify.base_url
    word = judge.strip().lower()
    if word in {"auto", "none"} and word != judge:
        yield ("verify", "judge"), f"{judge!r} would be the name of a model: did you mean {word!r}?"
    elif server and judge == "auto":
        yield (
            ("verify", "base_url"),
            "needs the name of a model on that server in verify.judge; auto is summariser.model on its own",
        )
    elif server and judge == "none":
        yield ("verify", "base_url"), "is the server of a judge, and verify.judge is none: remove one of them"


def _unknown_language(settings: Settings) -> Iterator[tuple[Key, str]]:
    if not exists(settings.language.partition("-")[0]):
        yield (
            ("language",),
            f"{settings.language!r} is no language that is known: write such as en, de or pt-BR",
        )


def _without_sender(settings: Settings) -> Iterator[tuple[Key, str]]:
    for name in ("address", "reply_to"):
        given = getattr(settings.sender, name)
        domain = given.rpartition("@")[2]
        if domain and "." not in domain and domain != "localhost":
            yield ("sender", name), f"no answer would ever reach {given!r}: write such as post@example.org"
    if settings.sender.address:
        return
    if settings.smtp.host:
        yield ("smtp", "host"), "needs sender.address as well: whom is the e-mail from?"
    if settings.bounces.address:
        yield ("bounces", "address"), "needs sender.address as well: whose mail comes back?"
