"""Every file that a user writes is read as UTF-8 or UTF-16, with a mark or without; any other is named in a sentence."""

from __future__ import annotations

import codecs
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest import config
from digest.cli.subscriber_files import rows
from digest.collect.parsing.opml import read_opml
from digest.collect.parsing.values import UnreadableError
from digest.deliver.bounces import read_bounce_report
from digest.deliver.notify import read_channels
from digest.errors import DigestError
from digest.render.labels import translations
from digest.render.templates import fill
from digest.settings import LookSettings, Settings
from digest.text.decoding import decode
from tests.make import NOW

ENCODED: dict[str, Callable[[str], bytes]] = {
    "utf-8": str.encode,
    "utf-8 with a mark": lambda text: codecs.BOM_UTF8 + text.encode(),
    "utf-16 little-endian": lambda text: codecs.BOM_UTF16_LE + text.encode("utf-16-le"),
    "utf-16 big-endian": lambda text: codecs.BOM_UTF16_BE + text.encode("utf-16-be"),
    "utf-16 little-endian without a mark": lambda text: text.encode("utf-16-le"),
    "utf-16 big-endian without a mark": lambda text: text.encode("utf-16-be"),
    "utf-32": lambda text: text.encode("utf-32"),
    "utf-8 with CRLF": lambda text: text.replace("\n", "\r\n").encode(),
}
OPML = '<opml version="2.0"><body><outline text="Zoë" xmlUrl="https://zoe.example/feed"/></body></opml>\n'
CONFIG = "title: Zoë\nfeeds: [{name: Herald, url: 'https://herald.example/feed'}]\ntopics: [{name: Budget, words: [budget]}]\n"
CATALOGUE = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\nmsgid "Sources"\nmsgstr "Zoë"\n'
REPORT = """From: mailer-daemon@mx.example
Content-Type: multipart/report; boundary=e

--e
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example

Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; Zo\N{LATIN SMALL LETTER E WITH DIAERESIS}

--e--
"""


def _look(file: Path) -> Settings:
    return config.parse(CONFIG).model_copy(update={"look": LookSettings(templates=str(file.parent))})


def _template(file: Path) -> str:
    return fill(file.name, _look(file), "en")


def _labels(file: Path) -> str:
    return translations("de", (file.parent.parent,)).gettext("Sources")


def _list(file: Path) -> str:
    return next(iter(rows(file, NOW))).skipped


FILES: dict[str, tuple[str, str, Callable[[Path], object], object]] = {
    "configuration": ("config.yaml", CONFIG, lambda file: config.load(file).title, "Zoë"),
    "secrets": (
        ".env",
        "OPENAI_API_KEY=Zoë\nOTHER=1\n",
        lambda file: config.secrets(file.parent, {}).api_key,
        "Zoë",
    ),
    "channels": (
        "channels",
        "json://zoë.example\n",
        lambda file: read_channels("", str(file)),
        ("json://zoë.example",),
    ),
    "template": ("own.txt", "Zoë\n", lambda file: _template(file).strip(), "Zoë"),
    "labels": ("labels/de.po", CATALOGUE, _labels, "Zoë"),
    "list": ("list.csv", "email,status\nann@reader.example,Zoë\n", _list, "status is 'Zoë'"),
}
"""Name, text, how it is read, and what is read, of each kind of file of which an unreadable one is named."""
BYTES: dict[str, tuple[str, Callable[[bytes], object], object]] = {
    "OPML": (OPML, lambda octets: read_opml(octets)[0].outlet, "Zoë"),
    "report": (REPORT, lambda octets: read_bounce_report(octets).words, "5.1.1 smtp; Zoë"),
}


@pytest.mark.parametrize("encoding", ENCODED)
@pytest.mark.parametrize("kind", FILES)
def test_a_users_file_is_read_however_it_was_saved(tmp_path: Path, kind: str, encoding: str) -> None:
    name, text, read, expected = FILES[kind]
    assert read(_saved(tmp_path / name, ENCODED[encoding](text))) == expected


@pytest.mark.parametrize("encoding", ENCODED)
@pytest.mark.parametrize("kind", BYTES)
def test_what_is_handed_to_us_is_read_however_it_was_saved(kind: str, encoding: str) -> None:
    text, read, expected = BYTES[kind]
    assert read(ENCODED[encoding](text)) == expected


@pytest.mark.parametrize(
    "octets", [b"\x81\xff=\n", b"OPENAI_API_KEY=Zo\x81\n", codecs.BOM_UTF16_LE + b"a", b"\xff" * 9]
)
@pytest.mark.parametrize("kind", FILES)
def test_one_that_cannot_be_read_is_named_with_what_to_do_and_none_of_it_is_shown(
    tmp_path: Path, kind: str, octets: bytes
) -> None:
    name, _, read, _ = FILES[kind]
    if kind == "list" and octets == b"\xff" * 9:
        pytest.skip("in Windows-1252 that is a word")
    with pytest.raises(DigestError) as caught:
        read(_saved(tmp_path / name, octets))
    assert f"{name} cannot be read" in str(caught.value).replace(": cannot", " cannot")
    assert "Save it" in str(caught.value)
    assert "Zo" not in str(caught.value)


def test_an_opml_file_that_is_none_is_told() -> None:
    with pytest.raises(UnreadableError, match="it is no OPML file"):
        read_opml(b"\x81\xff\x00")


@pytest.mark.parametrize("declared", ["UTF-16", "ISO-8859-1", "UTF-8"])
def test_an_opml_file_is_read_by_its_bytes_whatever_it_says_of_itself(declared: str) -> None:
    octets = f'<?xml version="1.0" encoding="{declared}"?>{OPML}'.encode()
    assert read_opml(octets)[0].outlet == "Zoë"
    latin = f'<?xml version="1.0" encoding="ISO-8859-1"?>{OPML}'.encode("latin-1")
    assert read_opml(latin)[0].outlet == "Zoë"


@given(
    st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.just("\n")), st.sampled_from(sorted(ENCODED))
)
def test_no_text_is_changed_by_being_decoded(text: str, encoding: str) -> None:
    lines = f"name=value\n{text}"
    expected = lines.replace("\n", "\r\n") if "CRLF" in encoding else lines
    if "without a mark" not in encoding or text.isascii():
        assert decode(ENCODED[encoding](lines)) == expected


@given(st.binary(max_size=60))
def test_whatever_octets_there_are_they_are_text_or_an_error(octets: bytes) -> None:
    try:
        assert isinstance(decode(octets), str)
    except UnicodeError:
        return


def _saved(file: Path, octets: bytes) -> Path:
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(octets)
    file.chmod(0o600)
    return file
