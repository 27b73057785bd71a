"""Each sentence that the program says of the world, in a world where the opposite is the case."""

from __future__ import annotations

import argparse
import signal
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
import yaml

from digest import config as configuration
from digest.cli import main, wiring
from digest.cli.run import LEASE
from digest.cli.schedule import reloaded
from digest.errors import ConfigError
from digest.schedule import due_slot
from tests.cli.conftest import Digest
from tests.deliver.relays import FakeRelay
from tests.make import NOW

ANN = "ann@reader.example"


def changed(config: Path, section: str, **values: object) -> None:
    plain = yaml.safe_load(config.read_text(encoding="utf-8"))
    plain[section] = {**plain.get(section, {}), **values}
    config.write_text(yaml.safe_dump(plain), encoding="utf-8")


def test_nothing_is_sent_to_readers_without_a_postal_address(
    digest: Digest, config: Path, relay: FakeRelay
) -> None:
    changed(config, "sender", postal_address="")
    digest("subscribers", "add", ANN)
    digest("make")

    status, _out, err = digest("send")

    assert (2, []) == (status, relay.recipients)
    assert "Nothing was sent: sender.postal_address is empty" in err
    assert "fail  sender  sender.postal_address is empty" in digest("check")[1]


def test_where_no_law_asks_for_a_postal_address_none_is_printed(
    digest: Digest, config: Path, relay: FakeRelay
) -> None:
    changed(config, "sender", postal_address="none")
    digest("subscribers", "add", ANN)
    digest("make")

    assert 0 == digest("send")[0]
    body = relay.messages[0].get_body(("plain",))
    assert body is not None
    assert "none" not in body.get_content().splitlines()[-1].lower()


def test_a_run_beside_one_that_works_says_who_makes_the_edition_and_since_when(
    digest: Digest, config: Path
) -> None:
    settings = configuration.load(config)
    with wiring.setup(argparse.Namespace(config=config, now=NOW)).store() as store:
        slot = due_slot(NOW, settings.schedule, settings.timezone)
        assert slot is not None
        assert store.slots.claim(slot, "tower:4711", NOW - timedelta(minutes=3), LEASE)

    status, out, _err = digest("run")

    since = (NOW - timedelta(minutes=3)).astimezone(settings.timezone)
    assert (0, f"The edition that is due is being made by process 4711 on tower, since {since:%H:%M}.\n") == (
        status,
        out,
    )


def test_a_time_to_read_that_ends_before_the_edition_is_made_is_refused(config: Path) -> None:
    plain = yaml.safe_load(config.read_text(encoding="utf-8"))
    plain |= {"schedule": {"at": "06:30"}, "review": {"until": "06:15", "then": "send"}}
    config.write_text(yaml.safe_dump(plain), encoding="utf-8")

    with pytest.raises(
        ConfigError, match=r"the time to read ends at 06:15, before the edition is made at 06:30"
    ):
        configuration.load(config)


def test_a_schedule_keeps_the_configuration_that_was_whole_while_the_file_is_broken(config: Path) -> None:
    args = argparse.Namespace(config=config, now=NOW)
    whole, nothing = reloaded(args, wiring.setup(args))
    config.write_text("feeds: [", encoding="utf-8")

    kept, said = reloaded(args, whole)

    assert ("", whole.settings) == (nothing, kept.settings)
    assert "Until that is mended, the configuration as it was before is used." in said


@pytest.mark.parametrize("words", [[], ["help"]])
def test_without_a_command_the_commands_are_shown(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(words)

    assert 0 == ended.value.code
    assert "make today's edition" in capsys.readouterr().out.lower()


def test_help_on_a_command_is_that_of_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["help", "send"])

    assert "--dry-run" in capsys.readouterr().out


def test_the_package_is_the_program() -> None:
    shown = subprocess.run(
        [sys.executable, "-m", "digest", "--version"], capture_output=True, text=True, check=True
    )

    assert shown.stdout.startswith("digest ")


def test_a_relay_that_wants_a_sign_in_does_not_take_mail_whatever_it_offers(
    digest: Digest, relay: FakeRelay
) -> None:
    relay.on_mail = lambda _address: "530 5.7.0 Authentication required"

    status, out, _err = digest("check")

    assert 1 == status
    assert "refuses mail from and to post@morning.example: 530 5.7.0 Authentication required." in out
    assert "takes mail" not in out


def test_a_relay_is_asked_up_to_the_recipient_and_gets_no_message(digest: Digest, relay: FakeRelay) -> None:
    asked: list[str] = []

    def recipient(address: str) -> str:
        asked.append(address)
        return "250 OK"

    relay.on_rcpt = recipient

    out = digest("check")[1]

    assert "takes mail from post@morning.example" in out
    assert (["post@morning.example"], []) == (asked, relay.received)


def test_secrets_that_others_can_read_are_told(digest: Digest, config: Path) -> None:
    secrets = config.parent / ".env"
    secrets.write_text("DIGEST_SMTP_PASSWORD=x\n", encoding="utf-8")
    said = f"warn  secrets {secrets} can be read by others on this machine: chmod 600 {secrets}"

    for mode, expected in ((0o644, True), (0o600, False)):
        secrets.chmod(mode)
        assert expected == (said in digest("check")[1])


def test_without_a_network_one_line_says_so(digest: Digest, config: Path) -> None:
    plain = yaml.safe_load(config.read_text(encoding="utf-8"))
    plain["feeds"] = [{"name": f"Paper {n}", "url": f"http://127.0.0.1:9/{n}"} for n in range(3)]
    config.write_text(yaml.safe_dump(plain), encoding="utf-8")

    status, out, _err = digest("check")

    lines = [line for line in out.splitlines() if line[6:].startswith("feed")]
    assert (1, 1) == (status, len(lines))
    assert "not one of the 3 feeds could be read. Is the network up? The first: Paper 0: " in lines[0]


def test_a_preview_is_served_without_a_terminal_if_that_is_asked_for(digest: Digest, config: Path) -> None:
    digest("make")
    command = [sys.executable, "-m", "digest", "preview", "2026-03-02", "--no-open", "--config", str(config)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert next(line for line in process.stdout if "The edition is at http://" in line)
        process.send_signal(signal.SIGINT)
        process.wait(15)
