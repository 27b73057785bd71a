"""The pages on which readers sign up, confirm and leave.

A GET changes nothing, as scanners of mail follow every link: pages have a button, and the button a POST. A POST
to a reader's own address needs nothing but the address (RFC 8058): no cookie, no login, no redirect. There is
no session to ride on and nothing in a link that could lead elsewhere. Known and unknown addresses get the same answer.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from ipaddress import ip_address, ip_network
from urllib.parse import parse_qs

from starlette.background import BackgroundTask
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from digest.deliver import Links, Relay, parse_address, send_one
from digest.errors import DigestError
from digest.models import Email
from digest.render.templates import fill
from digest.settings import Settings
from digest.store.signups import Proof
from digest.store.store import Store

LARGEST = 10_000
"""Octets of a body that are read; a sign-up has a few dozen."""

HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; "
    "frame-ancestors 'none'; base-uri 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
"""Nothing is loaded, framed or kept, and a reader's own address goes to nobody as a referrer."""

_ASKED = "If this address is not on the list yet, a mail is on its way to it. Open the link in it to confirm."
_UNKNOWN = "This link is not complete, or it is too old. Copy it whole from the mail, or sign up again."

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Signup:
    """The pages of one digest."""

    settings: Settings
    store: Store
    links: Links
    relay: Relay
    clock: Callable[[], datetime]

    def routes(self) -> list[Route]:
        """The paths for a web server."""
        return [
            Route("/signup", self.form, methods=["GET"]),
            Route("/signup", self.ask, methods=["POST"]),
            Route("/confirm/{token}", self.confirm_page, methods=["GET"]),
            Route("/confirm/{token}", self.confirm, methods=["POST"]),
            Route("/unsubscribe/{token}", self.leave_page, methods=["GET"]),
            Route("/unsubscribe/{token}", self.leave, methods=["POST"]),
        ]

    async def form(self, _request: Request) -> Response:
        return self._form()

    async def ask(self, request: Request) -> Response:
        """Take a sign-up, from the form or as JSON: ``{"address": …}``."""
        body = await _body(request)
        if body is None:
            return self._told("Too much", "That is more than an address.", 413)
        wants_json = request.headers.get("content-type", "").startswith("application/json")
        fields = _json_fields(body) if wants_json else _form_fields(body)
        try:
            address = str(parse_address(fields.get("address", "")))
        except ValueError as error:
            return _json(422, str(error)) if wants_json else self._form(fields.get("address", ""), str(error))
        task = None if fields.get("website") else BackgroundTask(self._invite, address, _network(request))
        if wants_json:
            return _json(202, _ASKED, task)
        return self._told("Please look into your mailbox", _ASKED, task=task)

    async def confirm_page(self, request: Request) -> Response:
        if self.links.reader("confirm", request.path_params["token"]) is None:
            return self._unknown()
        words = f"You will get {self.settings.title} by e-mail from then on."
        return self._page("act.html", heading="Confirm your sign-up", words=words, button="Confirm")

    async def confirm(self, request: Request) -> Response:
        address = self.links.reader("confirm", request.path_params["token"])
        if address is None or not await run_in_threadpool(self.store.signups.confirm, address, self.clock()):
            return self._unknown()
        return self._told("Welcome", f"From now on you get {self.settings.title} by e-mail.")

    async def leave_page(self, request: Request) -> Response:
        if self.links.reader("unsubscribe", request.path_params["token"]) is None:
            return self._unknown()
        words = f"You will get no more copies of {self.settings.title}, beginning at once."
        return self._page("act.html", heading="Unsubscribe", words=words, button="Unsubscribe")

    async def leave(self, request: Request) -> Response:
        """The one click of RFC 8058 and the button of the page; a second one is as good as the first."""
        address = self.links.reader("unsubscribe", request.path_params["token"])
        if address is None:
            return self._unknown()
        await run_in_threadpool(self.store.signups.cancel, address)
        await run_in_threadpool(self.store.subscribers.remove, address, self.clock())
        return self._told(
            "You have left", "No more copies will come, not even of an edition that is going out now."
        )

    def _invite(self, address: str, network: str) -> None:
        """Ask for confirmation, after the answer was given, so that its time tells nothing either."""
        proof = Proof(f"{self.settings.web.url}/signup", self.settings.web.consent)
        try:
            if self.store.signups.ask(address, network, proof, self.clock()):
                self._mail(address)
        except DigestError as error:
            _log.error("a request to confirm a sign-up was not sent: %s", error)

    def _mail(self, address: str) -> None:
        leave = self.links.leave(address)
        words = {"title": self.settings.title, "confirm": self.links.confirm(address), "leave": leave}
        text = fill("signup/mail.txt", self.settings, "en", **words)
        html = fill("signup/mail.html", self.settings, "en", **words)
        email = Email(f"Confirm: {self.settings.title}", "", html, text)
        outcome = send_one(email, address, self.relay, settings=self.settings, leave=leave, now=self.clock())
        if outcome.ending != "sent":
            _log.error("a request to confirm a sign-up was not sent: %s", outcome.reply)

    def _form(self, address: str = "", mistake: str = "") -> Response:
        status, consent = 422 if mistake else 200, self.settings.web.consent
        return self._page("form.html", status, address=address[:254], mistake=mistake, consent=consent)

    def _unknown(self) -> Response:
        return self._told("This link does not work", _UNKNOWN, 404)

    def _told(
        self, heading: str, words: str, status: int = 200, task: BackgroundTask | None = None
    ) -> Response:
        return self._page("told.html", status, task, heading=heading, words=words)

    def _page(
        self, name: str, status: int = 200, task: BackgroundTask | None = None, **values: str
    ) -> Response:
        page = fill(f"signup/{name}", self.settings, "en", title=self.settings.title, **values)
        return HTMLResponse(page, status, HEADERS, background=task)


def _json(status: int, words: str, task: BackgroundTask | None = None) -> Response:
    return JSONResponse({"message": words}, status, HEADERS, background=task)


async def _body(request: Request) -> bytes | None:
    """The body, or None where it is larger than anything that belongs here, or ends before it is whole."""
    body = b""
    try:
        async for chunk in request.stream():
            body += chunk
            if len(body) > LARGEST:
                return None
    except ClientDisconnect:
        return None
    return body


def _form_fields(body: bytes) -> dict[str, str]:
    try:
        fields = parse_qs(body.decode("utf-8", "replace"), max_num_fields=20)
    except ValueError:
        return {}
    return {name: values[0] for name, values in fields.items()}


def _json_fields(body: bytes) -> dict[str, str]:
    try:
        data = json.loads(body)
    except ValueError:
        return {}
    return (
        {name: value for name, value in data.items() if isinstance(value, str)}
        if isinstance(data, dict)
        else {}
    )


def _network(request: Request) -> str:
    """The network somebody comes from: neighbours share it, and it names nobody."""
    try:
        host = ip_address(request.client.host if request.client else "")
    except ValueError:
        return ""
    return str(ip_network(f"{host}/{24 if host.version == 4 else 48}", strict=False))
