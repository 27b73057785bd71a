"""What a mistake in the configuration is told as, and what YAML's traps become."""

from __future__ import annotations

from datetime import time
from pathlib import Path

import pytest

from digest import config
from digest.config import Secrets
from digest.errors import ConfigError

GOOD = """\
title: Morning Post
feeds:
  - name: The Herald
    url: https://herald.example/feed.xml
topics:
  - name: Budget
    words: [budget]
"""


def mistakes(text: str) -> list[str]:
    with pytest.raises(ConfigError) as caught:
        config.parse(text)
    return str(caught.value).splitlines()


def test_the_default_configuration_is_valid() -> None:
    settings = config.parse(config.default_text())

    assert len(settings.feeds) >= 12
    assert any("EconoTimes" in feed.name for feed in settings.feeds)


def test_what_is_left_out_is_as_in_the_default_configuration() -> None:
    default = config.parse(config.default_text())

    settings = config.parse("title: Morning Post\n")

    assert (default.feeds, default.topics) == (settings.feeds, settings.topics)


def test_an_empty_file_is_the_default_configuration() -> None:
    assert config.parse("").feeds


def test_a_mistake_names_file_line_and_key_and_says_what_to_write() -> None:
    text = GOOD + "    max: 0\n"

    assert ["config.yaml:8: topics.0.max: must be at least 1"] == mistakes(text)


def test_all_mistakes_are_told_at_once_in_the_order_of_the_file() -> None:
    text = GOOD.replace("title:", "titel:") + "    max: many\n    weight: hihg\n"

    assert [
        "config.yaml:1: titel: is not a key of this program: did you mean 'title'?",
        "config.yaml:8: topics.0.max: must be a whole number",
        "config.yaml:9: topics.0.weight: must be one of 'low', 'normal' or 'high': did you mean 'high'?",
    ] == mistakes(text)


def test_a_key_that_stands_twice_is_a_mistake() -> None:
    text = GOOD + "title: Evening Post\n"

    assert ["config.yaml:8: title: is given twice, first in line 1"] == mistakes(text)


def test_a_misspelt_time_zone_is_told_with_the_right_one() -> None:
    text = "timezone: Europe/Berln\n" + GOOD

    assert [
        "config.yaml:1: timezone: is not a time zone such as Europe/Berlin: did you mean 'Europe/Berlin'?"
    ] == mistakes(text)


@pytest.mark.parametrize("key", ["password", "smtp_password", "api_key", "token"])
def test_a_secret_in_the_file_is_refused_with_the_reason(key: str) -> None:
    said = mistakes(GOOD + f"smtp:\n  {key}: hunter2\n")

    assert said[0].startswith(f"config.yaml:9: smtp.{key}: secrets do not belong in this file")
    assert "hunter2" not in said[0]


def test_a_password_inside_an_address_is_refused() -> None:
    text = GOOD + "store:\n  url: postgresql://digest:hunter2@db.example/digest\n"

    assert [
        "config.yaml:9: store.url: the address holds a password, which does not belong in this file"
    ] == mistakes(text)


def test_max_tokens_is_no_secret() -> None:
    assert 900 == config.parse(GOOD + "summariser:\n  max_tokens: 900\n").summariser.max_tokens


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("verify:\n  judge: None\n", "judge: 'None' would be the name of a model: did you mean 'none'?"),
        ("verify:\n  judge: false\n", "judge: False does not fit. Model that reads each point beside"),
        ("verify:\n  judge:\n", "judge: None does not fit. Model that reads each point beside"),
        ("verify:\n  judge: ''\n", "judge: '' does not fit. Model that reads each point beside"),
        (
            "verify:\n  base_url: http://localhost:1/v1\n",
            "base_url: needs the name of a model on that server in verify.judge; auto is summariser.model on its own",
        ),
        (
            "verify:\n  {judge: none, base_url: http://localhost:1/v1}\n",
            "base_url: is the server of a judge, and verify.judge is none: remove one of them",
        ),
        ("verify:\n  jugde: auto\n", "jugde: is not a key of this program: did you mean 'judge'?"),
    ],
)
def test_a_mistake_about_the_judge_says_what_to_write(text: str, said: str) -> None:
    (told,) = mistakes(GOOD + text)

    assert told.startswith(f"config.yaml:9: verify.{said}")


def test_the_second_reading_that_is_gone_is_told_with_what_there_is_now() -> None:
    text = GOOD + "summariser:\n  review: {use: true}\n"

    assert [
        "config.yaml:9: summariser.review: has been replaced: verify.judge names the model that reads points beside their sentences"
    ] == mistakes(text)


def test_no_is_a_word_where_a_word_is_meant_and_false_where_a_choice_is() -> None:
    text = GOOD.replace("[budget]", "[no, on, yes]") + "    any_subject: no\n"

    topic = config.parse(text).topics[0]

    assert (("no", "on", "yes"), False) == (topic.words, topic.any_subject)


def test_a_time_without_quotes_is_a_time() -> None:
    assert time(12, 30) == config.parse(GOOD + "schedule:\n  at: 12:30\n").schedule.at


def test_a_number_with_underscores_is_told_how_to_write_it() -> None:
    said = mistakes(GOOD + "    max: 1_0\n")

    assert ["config.yaml:8: topics.0.max: 1_0 is not a number here: write 10, or quote it"] == said


def test_a_number_among_words_is_asked_to_be_quoted() -> None:
    said = mistakes(GOOD.replace("[budget]", "[2026]"))

    assert ["config.yaml:7: topics.0.words.0: must be text: put 2026 in quotes"] == said


def test_what_is_no_yaml_is_told_with_its_line() -> None:
    said = mistakes("title: [unclosed\n")

    assert 1 == len(said)
    assert said[0].startswith("config.yaml:2: is not YAML:")


def test_a_list_at_the_top_is_told_what_to_be() -> None:
    assert ["config.yaml:1: must be keys and values, such as `title: My digest`"] == mistakes("- title\n")


def test_a_source_that_no_feed_has_is_a_mistake() -> None:
    text = GOOD + "    sources: [The Heralt]\n"

    assert [
        "config.yaml:8: topics.0.sources.0: no feed has the name 'The Heralt': did you mean 'The Herald'?"
    ] == mistakes(text)


def test_a_relay_without_a_sender_is_a_mistake() -> None:
    said = mistakes(GOOD + "smtp:\n  host: mail.example\n")

    assert ["config.yaml:9: smtp.host: needs sender.address as well: whom is the e-mail from?"] == said


def test_a_missing_file_says_how_to_get_one(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="`digest init` writes one"):
        config.load(tmp_path / "config.yaml")


def test_a_file_that_is_no_utf8_is_told_and_not_guessed_at(tmp_path: Path) -> None:
    path = tmp_path / "config.yaml"
    path.write_bytes("title: Überblick".encode("latin-1"))

    with pytest.raises(ConfigError, match="cannot be read: it is not text in UTF-8"):
        config.load(path)


def test_a_file_that_the_system_does_not_give_is_told_in_words(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        config.load(tmp_path)

    assert (
        f"{tmp_path}: cannot be read: Is a directory. Check it, or name another with --config FILE."
        == str(caught.value)
    )


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="this system has no file without an end")
def test_a_file_without_an_end_is_refused_and_not_read() -> None:
    with pytest.raises(ConfigError) as caught:
        config.load(Path("/dev/zero"))

    assert (
        "/dev/zero: is larger than 1,000,000 bytes, so it is not a configuration. Name another with --config FILE."
        == str(caught.value)
    )


def test_the_environment_wins_over_the_env_file(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("OPENAI_API_KEY=of-the-file\nDIGEST_SMTP_PASSWORD=also-of-the-file\n")

    known = config.secrets(tmp_path, {"OPENAI_API_KEY": "of-the-environment"})

    assert Secrets(api_key="of-the-environment", smtp_password="also-of-the-file") == known


def test_secrets_are_never_printed() -> None:
    assert "Secrets()" == repr(Secrets(api_key="sk-1", smtp_password="hunter2"))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "title: News: today\n",
            "1: is not YAML: a text with a colon and a blank in it needs quotes, such as",
        ),
        ("feeds:\n\t- name: x\n", "2: is not YAML: a tab cannot indent a line: write blanks in its place"),
        ('title: "News\nlanguage: en\n', "3: is not YAML: the quotes that open in line 1 are never closed"),
        ("title: 'it's'\n", "1: is not YAML: something follows behind closing quotes: write a quote"),
        ("topics: [a, b\n", "2: is not YAML: the bracket that opens in line 1 is not closed"),
        ("title: @home\n", "1: is not YAML: a text that begins with @ needs quotes"),
        ("title: *home\n", "1: is not YAML: a text that begins with * or & needs quotes"),
        (
            'title: "a\\q"\n',
            "1: is not YAML: in double quotes \\ begins a special character: use single quotes",
        ),
        ("feeds:\n  - name: A\n   url: b\n", "3: is not YAML: this line is not indented like those that it"),
    ],
)
def test_what_is_not_yaml_is_told_with_what_to_write(text: str, said: str) -> None:
    (only,) = mistakes(text)
    assert only.startswith(f"config.yaml:{said}")


def test_a_language_that_does_not_exist_and_a_sender_without_a_domain_are_mistakes() -> None:
    assert [
        "config.yaml:1: language: 'xx' is no language that is known: write such as en, de or pt-BR",
        "config.yaml:3: sender.address: no answer would ever reach 'a@b': write such as post@example.org",
    ] == mistakes("language: xx\nsender:\n  address: a@b\n")
