"""Lists as spreadsheets and other tools write them: the same rows, whatever the separator, encoding and line ends."""

from __future__ import annotations

import codecs
import csv
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.cli.subscriber_columns import ADDRESS
from digest.cli.subscriber_files import rows
from digest.errors import AddressError
from tests.make import NOW

ENCODINGS = {
    "utf-8": b"",
    "utf-8-sig": b"",
    "cp1252": b"",
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
}
CELLS = st.text(
    st.characters(codec="cp1252", exclude_categories=("Cc", "Cf")) | st.sampled_from(' \n",;\t|'), max_size=12
)
LINES = st.lists(st.tuples(st.integers(0, 99), CELLS, st.booleans()), min_size=1, max_size=6)


def _written(table: list[list[str]], separator: str, ends: str, encoding: str) -> bytes:
    out = StringIO(newline="")
    # Python's writer leaves a line feed unquoted where lines end otherwise; spreadsheets quote every line end.
    quoting: Literal[0, 1] = csv.QUOTE_ALL if ends == "\r" else csv.QUOTE_MINIMAL
    writer = csv.writer(out, delimiter=separator, lineterminator=ends, quoting=quoting)
    writer.writerows(table)
    return ENCODINGS[encoding] + out.getvalue().encode(encoding)


def _read(folder: Path, octets: bytes) -> list[tuple[str, str]]:
    file = folder / "list.csv"
    file.write_bytes(octets)
    return [(row.subscriber.address, row.skipped) for row in rows(file, NOW)]


FORMS = st.tuples(
    st.sampled_from(",;\t|"), st.sampled_from(["\r\n", "\n", "\r"]), st.sampled_from(sorted(ENCODINGS))
)


@given(LINES, FORMS, st.permutations([0, 1, 2]))
def test_what_a_spreadsheet_writes_is_read_as_the_same_rows(
    tmp_path_factory: pytest.TempPathFactory,
    lines: list[tuple[int, str, bool]],
    form: tuple[str, str, str],
    order: list[int],
) -> None:
    table = [["E-Mail-Adresse", "Größe", "Status"]]
    table += [[f"r{n}@reader.example", cell, "aktiv" if on else "abgemeldet"] for n, cell, on in lines]
    octets = _written([[line[at] for at in order] for line in table], *form)
    assert _read(tmp_path_factory.mktemp("lists"), octets) == [
        (f"r{n}@reader.example", "" if on else "status is 'abgemeldet'") for n, _, on in lines
    ]


NAMES = (
    'E-MAIL| Email |"E-Mail-Adresse"|Adresse e-mail|Adresse électronique|Correo electrónico|Indirizzo e-mail|Endereço de e-mail'
    "|E-mailadres|Adres e-mail|E-postadress|Sähköposti|E-posta|Электронная почта|メールアドレス|电子邮件|이메일|البريد الإلكتروني"
    "|email_address|E\u2011Mail"
)


@pytest.mark.parametrize("name", [*NAMES.split("|"), *ADDRESS])
def test_the_column_of_addresses_is_known_in_many_languages(tmp_path: Path, name: str) -> None:
    octets = f"Name;{name};Ort\nAnn;ann@reader.example;b@c.example\n".encode()
    assert _read(tmp_path, octets) == [("ann@reader.example", "")]


def test_a_column_of_an_unknown_name_is_taken_where_it_alone_has_addresses(tmp_path: Path) -> None:
    octets = b"navn;postkasse\nAnn;ann@reader.example\nBob;\nCem;cem@reader.example\n"
    assert _read(tmp_path, octets) == [("ann@reader.example", ""), ("", ""), ("cem@reader.example", "")]


@pytest.mark.parametrize(
    ("octets", "said"),
    [
        (b"name\nAnn\n", "has no column of addresses. Call one of its columns address."),
        (b"", "has no column of addresses."),
        (b"ann@reader.example\nbob@reader.example\n", "has no line of headings."),
        (
            b"a;b\na@b.example;c@d.example\n",
            "has several columns of addresses (a, b). Call the right one address.",
        ),
        (b"PK\x03\x04\x14\0", "is a workbook and not CSV. Open it and save the sheet as CSV in UTF-8."),
        (b"\xd0\xcf\x11\xe0\xa1", "is a workbook"),
        (b"address\n\x81\xff\n", "cannot be read as CSV: it is not text in UTF-8 or UTF-16. Save it again"),
        (b"\xff\xfea\0d\0", "has no column"),
        (b"\xff\xfea\0d\0x", "cannot be read as CSV"),
    ],
)
def test_what_cannot_be_read_is_told_in_a_sentence_that_says_what_to_do(
    tmp_path: Path, octets: bytes, said: str
) -> None:
    with pytest.raises(AddressError) as caught:
        _read(tmp_path, octets)
    assert said in str(caught.value)
    assert str(tmp_path / "list.csv") in str(caught.value)


@pytest.mark.parametrize(
    ("column", "value", "wanted"),
    [
        ("Status", "Abonniert", True),
        ("Statut", "Désabonné", False),
        ("Estado", "Activo", True),
        ("aktiv", "WAHR", True),
        ("aktiv", "FALSCH", False),
        ("actif", "VRAI", True),
        ("Abgemeldet am", "", True),
        ("Abgemeldet am", "31.12.2025", False),
        ("désinscrit", "FAUX", True),
        ("Отписан", "нет", True),
        ("Отписан", "да", False),
        ("状态", "已订阅", True),
        ("Status", "what nobody knows", False),
    ],
)
def test_who_left_is_left_out_in_every_language(
    tmp_path: Path, column: str, value: str, wanted: bool
) -> None:
    octets = f"email;{column}\nann@reader.example;{value}\n".encode()
    expected = "" if wanted else f"{column.lower()} is {value!r}"
    assert _read(tmp_path, octets) == [("ann@reader.example", expected)]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("1.5.2024", datetime(2024, 5, 1, tzinfo=UTC)),
        ("01.05.2024 10:05", datetime(2024, 5, 1, 10, 5, tzinfo=UTC)),
        ("2024-05-01", datetime(2024, 5, 1, tzinfo=UTC)),
        ("31/12/2023", datetime(2023, 12, 31, tzinfo=UTC)),
        ("12/31/2023 10:05", datetime(2023, 12, 31, 10, 5, tzinfo=UTC)),
        ("03/03/2024", datetime(2024, 3, 3, tzinfo=UTC)),
    ],
)
def test_the_day_of_consent_is_read_where_it_is_certain(
    tmp_path: Path, written: str, expected: datetime
) -> None:
    file = tmp_path / "list.csv"
    file.write_text(f"sep=;\nE-Mail;Angemeldet am\nann@reader.example;{written}\n", encoding="utf-8")
    assert [(row.subscriber.since, row.skipped) for row in rows(file, NOW)] == [(expected, "")]


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("03/04/2024", "the date '03/04/2024' cannot be read; write it like 2026-03-02"),
        ("32.13.2024", "the date '32.13.2024' cannot be read; write it like 2026-03-02"),
        ("gestern", "the date 'gestern' cannot be read; write it like 2026-03-02"),
        ("2031-01-01", "the date '2031-01-01' is still to come"),
        ("", ""),
    ],
)
def test_a_date_of_consent_that_is_not_certain_is_refused_and_never_becomes_today(
    tmp_path: Path, written: str, why: str
) -> None:
    file = tmp_path / "list.csv"
    file.write_text(f"sep=;\nE-Mail;Angemeldet am\nann@reader.example;{written}\n", encoding="utf-8")
    assert [row.skipped for row in rows(file, NOW)] == [why]
