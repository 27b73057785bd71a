"""Checks of the headlines: each is a plain statement in one letter case, and no advertisement for an outlet."""

from __future__ import annotations

import re
from collections.abc import Iterator

from digest.render.lint.parsed_email import ParsedEmail, Remark
from digest.text.titles import MAX_HEADLINE, shouts


def headlines(email: ParsedEmail) -> Iterator[Remark]:
    """No headline names an outlet that reports the story, shouts in capitals or is too long for a line."""
    for brief in email.edition.briefs:
        text = brief.headline
        outlets = dict.fromkeys(article.outlet for article in brief.articles)
        for outlet in outlets:
            if re.search(rf"(?<!\w){re.escape(outlet)}(?!\w)", text):
                yield Remark("warning", "headline", f"The headline {text!r} names the outlet {outlet}.")
        if shouts(text):
            yield Remark("warning", "headline", f"The headline {text!r} shouts in capitals.")
        if len(text) > MAX_HEADLINE:
            reason = f"The headline {text!r} has {len(text)} characters, more than {MAX_HEADLINE}."
            yield Remark("warning", "headline", reason)


CHECKS = (headlines,)
