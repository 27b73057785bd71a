"""Each command by itself: what it prints, what it refuses, how it ends."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
import yaml

from digest import cli
from digest.cli import check, main, wiring
from digest.cli.wiring import located
from digest.models import Problem
from tests.cli.conftest import NOW, Digest
from tests.deliver.relays import FakeRelay
from tests.deliver.test_sender_check import Zone


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])

    out = capsys.readouterr().out
    assert [] == [name for name in cli.COMMANDS if name not in out]


MAY_LOAD = {"digest", "digest.cli", "digest.errors"}
"""Modules beyond the standard library that help may load, and of that none that costs more than argparse itself."""


def test_help_loads_no_command_and_nothing_that_only_commands_need() -> None:
    script = """
import sys
sys.argv = ["digest", "--help"]
from digest.cli import main
before = sys.stdout
sys.stdout = sys.stderr
try:
    main()
except SystemExit:
    pass
outside = {name for name in sys.modules if name.partition(".")[0] not in sys.stdlib_module_names | {"__main__"}}
costly = {"asyncio", "dataclasses", "datetime", "importlib.metadata", "inspect", "json", "pathlib", "ssl", "tempfile", "urllib"}
print(*sorted(outside | (costly & set(sys.modules))), file=before)
"""
    loaded = subprocess.run([sys.executable, "-I", "-c", script], capture_output=True, text=True, check=True)

    assert MAY_LOAD == {name for name in loaded.stdout.split() if not name.startswith(("_", "sitecustomize"))}


def test_a_misspelt_command_is_told_the_right_one(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.argv", ["digest", "previw"])

    with pytest.raises(SystemExit) as ended:
        main(["previw"])

    assert ended.value.code == 2
    assert "did you mean 'preview'?" in capsys.readouterr().err


def test_without_a_configuration_a_command_says_how_to_get_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)

    assert main(["make"]) == 2
    assert "config.yaml: no such file. `digest init` writes one" in capsys.readouterr().err


def test_init_writes_a_configuration_that_works_and_never_overwrites_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "config.yaml"

    first, second = main(["init", "--config", str(path)]), main(["init", "--config", str(path)])

    assert (first, second) == (0, 2)
    assert "is there already and stays as it is" in capsys.readouterr().err
    assert main(["config", "show", "--config", str(path)]) == 0


def test_the_schema_describes_every_key(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["config", "schema"]) == 0

    schema = json.loads(capsys.readouterr().out)
    keys = [p for d in (schema, *schema["$defs"].values()) for p in d["properties"].values()]
    assert [] == [key for key in keys if "description" not in key and "$ref" not in key]
    assert [] == [name for name, section in schema["$defs"].items() if "description" not in section]


def test_the_demo_writes_a_page_that_says_it_is_a_sample(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "demo.html"

    assert main(["demo", "--out", str(page)]) == 0

    out = capsys.readouterr().out
    assert "edition   sample-" in out
    assert f"The edition is in {page}" in out
    assert "sample" in page.read_text(encoding="utf-8").lower()


def test_a_preview_without_one_readable_feed_shows_the_sample_and_says_so(
    digest: Digest, config: Path, press: object
) -> None:
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace(press.url, "http://127.0.0.1:1"), encoding="utf-8")  # type: ignore[attr-defined]

    status, out, err = digest("preview", "--out", "page.html")

    assert status == 0
    assert "Not one of the 12 feeds could be read" in err
    assert "edition   sample-" in out


def test_articles_that_were_looked_at_and_pages_that_were_fetched_are_told_apart(digest: Digest) -> None:
    _status, out, err = digest("make")

    fetched = re.search(r"(\d+) pages fetched", out)
    seen = re.search(r"^articles: (\d+)$", err, re.MULTILINE)
    assert fetched is not None
    assert seen is not None
    assert 0 == int(fetched[1]) < int(seen[1])  # the press was read before: every page comes from the store
    assert "pages: " not in err


def test_make_without_one_readable_feed_saves_nothing(digest: Digest, config: Path, press: object) -> None:
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace(press.url, "http://127.0.0.1:1"), encoding="utf-8")  # type: ignore[attr-defined]

    status, _out, err = digest("make")

    assert status == 2
    assert "`digest check` tries each of them" in err
    assert "No edition is saved yet" in digest("show", "--list")[1]


def test_an_edition_without_a_story_says_why_and_has_a_status_of_its_own(
    digest: Digest, config: Path, relay: FakeRelay
) -> None:
    settings = yaml.safe_load(config.read_text(encoding="utf-8"))
    settings |= {"topics": [{"name": "Birds", "words": ["penguins"]}], "edition": {"also_important": ""}}
    config.write_text(yaml.safe_dump(settings), encoding="utf-8")
    digest("subscribers", "add", "ann@reader.example")

    made, ran = digest("make"), digest("run")

    assert (3, 3) == (made[0], ran[0])
    assert "none fits a topic" in made[1]
    assert "No edition goes out. No story is printed: of " in ran[1]
    assert [] == relay.recipients


def test_check_names_feeds_that_are_all_too_old(digest: Digest) -> None:
    out = digest("check", now=NOW + timedelta(days=30))[1]

    (line,) = [line for line in out.splitlines() if line.startswith("fail  feeds")]
    assert re.fullmatch(r"fail  feeds   of \d+ items none is of the last 26 hours", line)


def test_check_names_a_wrong_clock_apart_from_feeds() -> None:
    lines = [check.problem_line(Problem("collect", subject, "Wrong.")) for subject in ("clock", "The Herald")]

    assert ["warn  clock   Wrong.", "warn  feed    The Herald: Wrong."] == [str(line) for line in lines]


def test_preview_writes_the_page_where_there_is_no_terminal(digest: Digest, config: Path) -> None:
    status, out, _err = digest("preview")

    assert status == 0
    assert "The edition is in digest-2026-03-02.html" in out
    assert "Morning Post" in (config.parent / "digest-2026-03-02.html").read_text(encoding="utf-8")


def test_preview_that_cannot_write_says_how_to_write_elsewhere(digest: Digest) -> None:
    status, _out, err = digest("preview", "--out", "no/such/folder.html")

    assert status == 2
    assert "Name another with --out FILE." in err


def test_a_dry_run_names_who_would_get_it_and_sends_nothing(digest: Digest, relay: FakeRelay) -> None:
    digest("make")
    digest("subscribers", "add", "ann@reader.example")

    status, out, _err = digest("send", "--dry-run")

    assert status == 0
    assert "ann@reader.example\twould get it" in out
    assert relay.recipients == []


def test_sending_before_anything_was_made_says_what_to_do(digest: Digest) -> None:
    status, _out, err = digest("send")

    assert status == 2
    assert "There is no saved edition yet. `digest make` makes today's" in err


def test_sending_to_nobody_says_how_to_add_somebody(digest: Digest) -> None:
    digest("make")

    assert digest("send")[0] == 2
    assert "Nobody is on the list." in digest("send")[2]


def test_subscribers_come_and_go(digest: Digest) -> None:
    digest("subscribers", "add", "ann@reader.example", "bob@reader.example")
    digest("subscribers", "remove", "ann@reader.example")

    assert digest("subscribers", "list")[1] == "bob@reader.example\tsince 2026-03-02\n"


def test_an_address_that_is_none_is_refused(digest: Digest) -> None:
    status, _out, err = digest("subscribers", "add", "not an address")

    assert status == 2
    assert "not an address" in err
    assert digest("subscribers", "list")[1] == ""


@pytest.mark.parametrize("form", ["text", "html", "json"])
def test_a_saved_edition_is_shown_in_each_format(digest: Digest, form: str) -> None:
    digest("make")

    status, out, _err = digest("show", "2026-03-02", "--format", form)

    assert status == 0
    assert "Morning Post" in out


def test_check_tries_every_part_and_says_that_a_run_would_work(digest: Digest) -> None:
    digest("subscribers", "add", "ann@reader.example")

    status, out, _err = digest("check")

    assert status == 0, out
    assert {line.split()[1] for line in out.splitlines()[:-1]} == {
        "grammar",
        "config",
        "look",
        "store",
        "relay",
        "domain",
        "model",
        "feed",
    }
    assert out.splitlines()[-1] == "A run would work."


def test_check_and_send_greet_the_relay_with_the_name_of_the_sender(digest: Digest, relay: FakeRelay) -> None:
    digest("check")
    digest("make")
    digest("subscribers", "add", "ann@reader.example")
    digest("send")
    assert relay.greetings == ["morning.example", "morning.example"]


def test_check_marks_what_it_cannot_see_as_a_note(config: Path) -> None:
    _set(config, sender={"address": "post@morning.press"})
    setup = wiring.setup(cli.parser().parse_args(["check", "--config", str(config)]))

    lines = [str(line) for line in check.tried(setup, Zone()) if line.part == "domain"]

    begun = {" ".join(line.split()[:3]) for line in lines}
    assert {"note domain DKIM:", "note domain PTR:", "note domain complaints:", "note domain TLS:"} <= begun
    assert {"warn domain SPF:", "warn domain DMARC:"} <= begun


def test_check_fails_where_the_relay_cannot_be_reached(
    digest: Digest, config: Path, relay: FakeRelay
) -> None:
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace(f"port: {relay.port}", "port: 1"), encoding="utf-8")

    status, out, _err = digest("check")

    assert status == 1
    assert "fail  relay   The relay 127.0.0.1:1 cannot be reached" in out


def test_a_database_file_counts_from_the_folder_of_the_configuration(tmp_path: Path) -> None:
    assert located("sqlite:///digest.db", tmp_path) == f"sqlite:///{tmp_path}/digest.db"
    assert located("sqlite:////var/lib/digest.db", tmp_path) == "sqlite:////var/lib/digest.db"
    assert located("postgresql://host/name", tmp_path) == "postgresql://host/name"


def test_sending_without_a_relay_says_what_to_fill_in(digest: Digest, config: Path) -> None:
    digest("make")
    plain = yaml.safe_load(config.read_text(encoding="utf-8"))
    config.write_text(
        yaml.safe_dump({k: plain[k] for k in plain if k not in {"smtp", "sender"}}), encoding="utf-8"
    )

    status, _out, err = digest("send", "--to", "ann@reader.example")

    assert (status, err) == (
        2,
        "digest: smtp.host is not set, so nothing can be sent. Fill in `smtp` and `sender` in the configuration.\n",
    )


def test_a_test_copy_reaches_its_address_alone_and_leaves_the_edition_as_it_was(
    digest: Digest, relay: FakeRelay
) -> None:
    digest("make")
    digest("subscribers", "add", "ann@reader.example", "bob@reader.example")
    relay.on_rcpt = lambda _address: "450 later"
    digest("send")
    relay.on_rcpt = lambda _address: "250 OK"

    status, _out, _err = digest("send", "--to", "bob@reader.example")

    assert (0, ["bob@reader.example"]) == (status, relay.recipients)
    assert "2 deferred" in digest("status")[1]


def test_a_test_copy_that_could_not_leave_does_not_go_out_with_the_next_send(
    digest: Digest, relay: FakeRelay
) -> None:
    digest("make")
    digest("subscribers", "add", "ann@reader.example")
    relay.on_rcpt = lambda _address: "450 later"
    digest("send", "--to", "stranger@reader.example")
    relay.on_rcpt = lambda _address: "250 OK"

    status, _out, _err = digest("send")

    assert (0, ["ann@reader.example"]) == (status, relay.recipients)


def test_a_test_copy_of_an_edition_that_is_out_is_sent_again_on_every_call(
    digest: Digest, relay: FakeRelay
) -> None:
    digest("make")
    digest("subscribers", "add", "ann@reader.example")
    digest("send")

    for _ in range(2):
        digest("send", "--to", "ann@reader.example")

    assert ["[Test]" in str(message["Subject"]) for message in relay.messages] == [False, True, True]


def test_a_port_that_is_none_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["demo", "--port", "99999"])

    assert "'99999' is not a port: a number up to 65535" in capsys.readouterr().err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no disk that is always full")
def test_output_to_a_full_disk_ends_in_a_sentence() -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        ended = subprocess.run(
            [sys.executable, "-m", "digest", "config", "schema"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )

    assert (2, "digest: the output cannot be written or read: No space left on device.\n") == (
        ended.returncode,
        ended.stderr,
    )


def test_a_terminal_without_the_letters_gets_the_rest() -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "digest", "config", "show", "--config", "config.yaml"],
        env={"PATH": "", "PYTHONIOENCODING": "ascii", "LC_ALL": "C"},
        capture_output=True,
        check=False,
    )

    assert ended.returncode == 0, ended.stderr


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("{% if x %}broken", "own/email.txt:1: Unexpected end of template"),
        ("{{ 1 / 0 }}", "own/email.txt cannot be filled: ZeroDivisionError: division by zero."),
        ('{% include "email.txt" %}', "own/email.txt cannot be filled: RecursionError"),
    ],
)
def test_a_mistake_in_an_own_template_is_told_with_its_file(
    digest: Digest, config: Path, template: str, said: str
) -> None:
    own = config.parent / "own"
    own.mkdir()
    (own / "email.txt").write_text(template, encoding="utf-8")
    _set(config, look={"templates": "own"})

    status, out, err = digest("check")

    assert (1, True) == (status, "fail  look" in out and said in out), out + err


def test_a_folder_of_own_templates_that_is_not_there_is_told(digest: Digest, config: Path) -> None:
    _set(config, look={"templates": "nowhere"})

    status, _, err = digest("show")

    assert (2, True) == (status, "look.templates: there is no folder" in err)


def test_a_file_that_cannot_be_read_is_told_in_words(digest: Digest, config: Path) -> None:
    folder = config.parent
    Path("own.opml").mkdir()

    imported = digest("subscribers", "import", str(folder))[2]
    fed = digest("feeds", "import", "own.opml")[2]

    assert (
        f"digest: {folder} cannot be read as CSV: Is a directory. Save it again as CSV in UTF-8, and retry.\n"
        == imported
    )
    assert (
        "digest: own.opml cannot be written or read: Is a directory. Check who may read and write it, or name another.\n"
        == fed
    )


def test_an_edition_that_is_not_there_has_no_status(digest: Digest) -> None:
    status, _, err = digest("status", "nope")

    assert (2, True) == (status, "There is no saved edition nope." in err)


def _set(config: Path, **sections: object) -> None:
    settings = yaml.safe_load(config.read_text(encoding="utf-8"))
    config.write_text(yaml.safe_dump({**settings, **sections}), encoding="utf-8")


def test_a_slip_in_a_second_word_or_a_value_gets_a_suggestion(capsys: pytest.CaptureFixture[str]) -> None:
    for words, said in (
        (
            ["show", "--format", "jsno"],
            "argument --format: 'jsno' is none of text, html, json: did you mean 'json'?",
        ),
        (["config", "shwo"], "argument what: 'shwo' is none of show, schema: did you mean 'show'?"),
    ):
        with pytest.raises(SystemExit):
            main(words)
        assert said.removeprefix("argument ") in capsys.readouterr().err
