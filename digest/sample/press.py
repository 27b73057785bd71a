"""What the sample outlets publish: pages and feeds, as the bytes a web server would send."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import format_datetime
from hashlib import sha256
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from digest.sample.country import Outlet, PrintedArticle, SampleArticle, outlets, print_article

TYPES = {
    "rss": "application/rss+xml; charset=utf-8",
    "rdf": "application/rdf+xml; charset=utf-8",
    "atom": "application/atom+xml; charset=utf-8",
    "json": "application/feed+json",
    "html": "text/html; charset=utf-8",
    "text": "text/plain; charset=utf-8",
}
ROBOTS = "User-agent: *\nDisallow: /drafts/\n"


@dataclass(frozen=True, slots=True)
class Document:
    """A body with what a conditional request asks about."""

    type: str
    body: bytes
    modified: datetime

    @property
    def etag(self) -> str:
        return f'"{sha256(self.body).hexdigest()[:16]}"'


class Press:
    """All that is published by the sample country until ``now``, at addresses that begin with ``base``."""

    def __init__(self, base: str, now: datetime) -> None:
        self._base = base
        self._moments = {1: now - timedelta(days=1), 2: now}
        self._outlets = {outlet.key: outlet for outlet in outlets()}
        self._articles = {
            article.path: article for outlet in outlets() for article in self._published(outlet, day=2)
        }
        self._templates = Environment(
            loader=PackageLoader("digest.sample"), autoescape=True, undefined=StrictUndefined
        )
        self._templates.filters |= {"rfc822": format_datetime, "json_ld": self._json_ld}

    def get(self, path: str) -> Document | None:
        """What is at that path, or None if there is nothing."""
        if path == "/robots.txt":
            return Document(TYPES["text"], ROBOTS.encode(), self._moments[1])
        if path in self._articles:
            return self._page(self._articles[path])
        outlet = self._outlets.get(path.strip("/").partition("/")[0])
        names = {f"/{outlet.key}/feed": 2, f"/{outlet.key}/feed-yesterday": 1} if outlet else {}
        if outlet and path in names:
            return self._feed(outlet, names[path])
        return self._front(outlet) if outlet and path == f"/{outlet.key}/" else None

    def _published(self, outlet: Outlet, day: int) -> list[PrintedArticle]:
        """The outlet's articles up to that day's moment, the latest first."""
        items: list[SampleArticle] = [item for item in outlet.articles if item.day <= day]
        printed = [print_article(item, outlet, self._moments[item.day]) for item in items]
        return sorted(printed, key=lambda article: article.published, reverse=True)

    def _page(self, article: PrintedArticle) -> Document:
        others = [a for a in self._published(article.outlet, day=2) if a.path != article.path]
        body = self._render(
            f"{article.outlet.page}.html", article=article, outlet=article.outlet, others=others[:3]
        )
        return Document(TYPES["html"], body, article.updated)

    def _front(self, outlet: Outlet) -> Document:
        articles = self._published(outlet, day=2)
        return Document(
            TYPES["html"], self._render("front.html", outlet=outlet, articles=articles), self._moments[2]
        )

    def _feed(self, outlet: Outlet, day: int) -> Document:
        articles = self._published(outlet, day)
        if outlet.feed == "json":
            body = json.dumps(self._json_feed(outlet, articles), ensure_ascii=False, indent=1).encode()
        else:
            body = self._render(f"{outlet.feed}.xml", outlet=outlet, articles=articles)
        return Document(TYPES[outlet.feed], body, max(article.updated for article in articles))

    def _render(self, template: str, **values: Any) -> bytes:
        return self._templates.get_template(template).render(base=self._base, **values).encode()

    def _json_feed(self, outlet: Outlet, articles: list[PrintedArticle]) -> dict[str, Any]:
        """JSON Feed 1.1, https://www.jsonfeed.org/version/1.1/."""
        return {
            "version": "https://jsonfeed.org/version/1.1",
            "title": outlet.name,
            "home_page_url": f"{self._base}/{outlet.key}/",
            "language": "en",
            "items": [self._json_item(article) for article in articles],
        }

    def _json_item(self, article: PrintedArticle) -> dict[str, Any]:
        text = {"content_text": "\n\n".join(article.paragraphs)} if article.outlet.full_text else {}
        return text | {
            "id": article.path,
            "url": self._base + article.path,
            "title": article.title,
            "summary": article.standfirst or article.paragraphs[0],
            "date_published": article.published.isoformat(),
            "date_modified": article.updated.isoformat(),
            "authors": [{"name": article.item.author}],
            "tags": [article.item.section],
        }

    def _json_ld(self, article: PrintedArticle) -> str:
        """The page's own description of itself, https://schema.org/NewsArticle, without a ``<`` in it."""
        kinds = {"live": "LiveBlogPosting", "opinion": "OpinionNewsArticle"}
        described = {
            "@context": "https://schema.org",
            "@type": kinds.get(article.item.form, "NewsArticle"),
            "headline": article.title,
            "description": article.standfirst,
            "datePublished": article.published.isoformat(),
            "dateModified": article.updated.isoformat(),
            "author": [{"@type": "Person", "name": article.item.author}],
            "publisher": {"@type": "NewsMediaOrganization", "name": article.outlet.name},
            "isAccessibleForFree": article.item.form != "stub",
            "mainEntityOfPage": self._base + article.path,
        }
        return json.dumps(described, ensure_ascii=False).replace("<", "\\u003c")
