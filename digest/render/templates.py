"""The templates, and how they are filled."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateNotFound
from jinja2 import TemplateError as JinjaError
from markupsafe import Markup, escape

from digest.errors import TemplateError, words
from digest.render.labels import direction, in_language, long_date, near_date, short_date, translations
from digest.render.links import evidence_url, passage_url, safe_url
from digest.render.plain_text import horizontal_rule, printable, source_numbers, text_sources, truncate, wrap
from digest.render.theme import theme
from digest.render.view import checked_points
from digest.settings import LookSettings, Settings
from digest.text.decoding import decode
from digest.text.plurals import pluralise

_PACKAGE = Path(__file__).resolve().parent.parent
FOLDERS = (_PACKAGE / "templates", _PACKAGE.parent / "templates")
"""Inside the package in an installed wheel, beside it in a checkout."""


_OF_A_TEMPLATE = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What expressions in a template can raise besides the errors of Jinja."""


def fill(name: str, settings: Settings, language: str, **values: object) -> str:
    """The template of that name, filled; one of the publisher's own folder stands before ours.

    Raises TemplateError if it is missing or wrong.
    """
    template_paths = template_folders(settings.look)
    environment = _environment(name.endswith(".txt"), language, template_paths)
    try:
        return printable(environment.get_template(name).render(theme=theme(settings.look), **values))
    except TemplateNotFound as error:
        where = " or ".join(map(str, template_paths))
        raise TemplateError(f"There is no template {error.name} in {where}.") from error
    except JinjaError as error:
        line = getattr(error, "lineno", None)
        file = getattr(error, "filename", None) or _file(environment, name)
        raise TemplateError(
            f"{file}{f':{line}' if line else ''}: {(error.message or '').rstrip('.')}."
        ) from error
    except _OF_A_TEMPLATE as error:
        file = _file(environment, name)
        raise TemplateError(f"{file} cannot be filled: {type(error).__name__}: {error}.") from error


class _TemplateLoader(FileSystemLoader):
    """Reads templates as UTF-8, with or without a mark, and as UTF-16."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        _, file, is_current = super().get_source(environment, template)
        try:
            return decode(Path(file).read_bytes()), file, is_current
        except UnicodeError as error:
            raise TemplateError(f"{file} cannot be read: {words(error)}. Save it as UTF-8.") from error


def _file(environment: Environment, name: str) -> str:
    """Where the template of that name is: the publisher's own or ours."""
    return environment.get_template(name).filename or name


def template_folders(look: LookSettings) -> tuple[Path, ...]:
    """Where templates and labels are looked for: the publisher's own folder stands before ours."""
    return (Path(look.templates), *FOLDERS) if look.templates else FOLDERS


def reload_templates() -> None:
    """Find templates and labels anew: a changed template is noticed, a new one that stands before ours is not."""
    _environment.cache_clear()


def character_references(text: str) -> Markup:
    """The text in ASCII with character references, for what becomes an attribute in MJML.

    MRML writes attributes in Rust's notation for debugging: a combining mark would arrive as ``\\u{301}``.
    """
    escaped = escape(printable(text)).replace("\\", Markup("&#92;"))
    return Markup(escaped.encode("ascii", "xmlcharrefreplace").decode())  # noqa: S704 - escaped above


@lru_cache(maxsize=16)
def _environment(plain: bool, language: str, folders: tuple[Path, ...]) -> Environment:
    environment = Environment(
        loader=_TemplateLoader(
            folders, "latin-1"
        ),  # which reads anything, so that finding the file cannot fail
        autoescape=not plain,  # noqa: S701 - a plain text has nothing to escape
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    environment.install_gettext_translations(translations(language, folders), newstyle=True)  # type: ignore[attr-defined]
    environment.filters |= {
        "charrefs": character_references,
        "safe_url": safe_url,
        "source_numbers": source_numbers,
        "text_sources": text_sources,
        "opened": evidence_url,
        "wrapped": wrap,
        "cut": truncate,
        "long_date": long_date,
        "short_date": short_date,
        "near_date": near_date,
        "in_language": in_language,
        "together": no_break,
        "checked": checked_points,
        "joint": no_break_space,
        "counted": pluralise,
    }
    environment.globals |= {
        "passage_url": passage_url,
        "rule": horizontal_rule,
        "lang": language,
        "dir": direction(language),
        "start": "right" if direction(language) == "rtl" else "left",
    }
    return environment


MAX_UNBROKEN = 20
"""Longest name that stays on one line: at 320 pixels and twice the size a longer one would not fit there."""
_FIXED = Markup("&#160;")


@lru_cache(maxsize=4096)
def no_break(name: str) -> Markup:
    """The name of an outlet, kept on one line if it is short."""
    safe = escape(name)
    return safe.replace(" ", _FIXED) if len(name) <= MAX_UNBROKEN else safe


def no_break_space(text: str, name: str) -> Markup:
    """The space between a text and the mark behind it: they stay on one line if last word and name are short."""
    last = len(text) - text.rfind(" ") - 1
    return _FIXED if last + len(name) < MAX_UNBROKEN else Markup(" ")
