"""The default configuration: it names every key, with the value that holds where the key is left out."""

from __future__ import annotations

from typing import Any

import yaml
from pydantic import BaseModel

from digest.config import default_text, parse
from digest.settings import FeedSettings, Settings, TopicSettings


def keys(model: type[BaseModel]) -> dict[str, Any]:
    """Every key of the settings, sections as dictionaries of their own."""
    return {
        name: keys(field.annotation)
        if isinstance(field.annotation, type) and issubclass(field.annotation, BaseModel)
        else None
        for name, field in model.model_fields.items()
    }


def shape(data: Any) -> Any:
    return {key: shape(value) for key, value in data.items()} if isinstance(data, dict) else None


def test_every_key_is_in_the_file_in_the_order_of_the_settings() -> None:
    assert list(keys(Settings).items()) == list(shape(yaml.safe_load(default_text())).items())


def test_its_values_are_the_defaults() -> None:
    written = parse(default_text())
    defaults = Settings(feeds=written.feeds, topics=written.topics)
    assert defaults == written


def test_keys_of_feeds_and_topics_that_are_left_out_stand_in_a_comment() -> None:
    text = default_text()
    left_out = [name for model in (FeedSettings, TopicSettings) for name in model.model_fields]
    assert [] == [name for name in left_out if f"#   {name}:" not in text and f" {name}:" not in text]


def test_it_reads_fifteen_outlets_and_more_of_both_sides_and_four_continents() -> None:
    feeds = parse(default_text()).feeds
    assert len({feed.name for feed in feeds}) >= 15
    assert {"left", "right"} <= {feed.lean for feed in feeds}
    assert {"United States", "Europe", "India", "Africa"} <= {feed.region for feed in feeds}
    assert "EconoTimes" in {feed.name for feed in feeds}


def test_no_feed_is_named_twice() -> None:
    urls = [feed.url for feed in parse(default_text()).feeds]
    assert sorted(set(urls)) == sorted(urls)
