"""The pages on which readers sign up, confirm and leave.

A GET changes nothing, as scanners of mail follow every link: pages have a button, and the button a POST. A POST
to a reader's own address needs nothing but the address (RFC 8058): no cookie, no login, no redirect. Known and
unknown addresses get the same answer.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from starlette.background import BackgroundTask
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from digest.deliver import Relay, parse_address, send_one
from digest.errors import DigestError, RelayError
from digest.models import Email, Preferences
from digest.render.templates import fill
from digest.store.signups import Answer, Proof, Wish
from digest.web.forms import Fields, chosen, first, is_json, network, read_fields
from digest.web.pages import Pages, headers
from digest.web.preferences import Choices

_ASKED = "A mail is on its way to this address. Open the link in it to confirm."
_TOO_MUCH = "That is more than belongs into a sign-up."
_NO_ADDRESS = "We cannot write to that address. Please check it."

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Signup(Pages):
    """The pages of one digest for those who come and go."""

    _blank: list[Response] = field(default_factory=list)
    """The form, and the form in a frame: the same for everybody, so that they are made once."""

    _reach: Reach = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_reach", Reach(self.relay, self.clock))
        self._blank.extend(self._form(framed=framed) for framed in (False, True))

    def routes(self) -> list[Route]:
        """The paths for a web server."""
        # Other sites may read the answer to a sign-up, and of no other page: nothing else answers a script.
        shared = Middleware(
            CORSMiddleware,
            allow_origins=self.settings.web.origins,
            allow_methods=["POST"],
            allow_headers=["content-type"],
        )
        return [
            Route("/signup", self.form, methods=["GET"]),
            Route("/signup", self.ask, methods=["POST", "OPTIONS"], middleware=[shared]),
            Route("/signup/framed", self.form, methods=["GET"]),
            Route("/confirm/{token}", self.confirm_page, methods=["GET"]),
            Route("/confirm/{token}", self.confirm, methods=["POST"]),
            Route("/unsubscribe/{token}", self.leave_page, methods=["GET"]),
            Route("/unsubscribe/{token}", self.leave, methods=["POST"]),
            *Choices(self.settings, self.store, self.links, self.relay, self.clock).routes(),
        ]

    async def form(self, request: Request) -> Response:
        return self._blank[request.url.path.endswith("/framed")]

    async def ask(self, request: Request) -> Response:
        """Take a sign-up, from the form or as a JSON object with the same names."""
        fields = await read_fields(request)
        if fields is None:
            return _json(413, _TOO_MUCH) if is_json(request) else self.page("too_much", status=413)
        if (address := await self._usable(first(fields, "address"))) is None:
            return _json(422, _NO_ADDRESS) if is_json(request) else self._form(fields)
        wish = Wish(address, self._proof(request), chosen(fields, self.settings))
        # A robot fills the field that nobody sees.
        robot = first(fields, "website")
        task = None if robot else BackgroundTask(self._answer, wish, network(request))
        if is_json(request):
            return _json(202, _ASKED, task)
        return self.page("asked", task=task, framed="framed" in fields)

    async def confirm_page(self, request: Request) -> Response:
        address = await self.reader("confirm", request)
        wanted = await run_in_threadpool(self.store.signups.wanted, address or "", self.clock())
        return self.page("confirm", wanted.language) if address and wanted else self.unknown()

    async def confirm(self, request: Request) -> Response:
        address = await self.reader("confirm", request)
        if address is None or not await run_in_threadpool(self.store.signups.confirm, address, self.clock()):
            return self.unknown()
        language = await self.language(address)
        return self.page("welcome", language, preferences=self.links.preferences_url(address))

    async def leave_page(self, request: Request) -> Response:
        if (address := await self.reader("unsubscribe", request)) is None:
            return self.unknown()
        language = await self.language(address)
        return self.page("leave", language, preferences=self.links.preferences_url(address))

    async def leave(self, request: Request) -> Response:
        """The one click of RFC 8058 and the button of the page; a second one is as good as the first."""
        address = await self.reader("unsubscribe", request)
        if address is None:
            return self.unknown()
        language = await self.language(address)
        await run_in_threadpool(self.store.signups.cancel, address)
        await run_in_threadpool(self.store.subscribers.remove, address, self.clock())
        return self.page("left", language, preferences=self.links.preferences_url(address))

    async def _usable(self, text: str) -> str | None:
        """The address in its plain form; None if it is none, or none that the relay can write to."""
        try:
            address = str(parse_address(text))
        except ValueError:
            return None
        return address if await run_in_threadpool(self._reach.usable, address) else None

    def _proof(self, request: Request) -> Proof:
        web = self.settings.web
        return Proof(f"{web.url}/signup", web.consent, network(request) if web.keep_network else "")

    def _form(self, fields: Fields | None = None, framed: bool = False) -> Response:
        """The form, empty or with what was sent and is no address."""
        sent = fields or {}
        wanted = chosen(sent, self.settings) if sent else Preferences()
        return self.page(
            "form",
            status=200 if fields is None else 422,
            framed=framed or "framed" in sent,
            mistaken=fields is not None,
            address=first(sent, "address")[:254],
            consent=self.settings.web.consent,
            offer=self.offer(wanted),
        )

    def _answer(self, wish: Wish, network: str) -> None:
        """Write to the address, after the page was given, so that its time tells nothing either."""
        try:
            answer = self.store.signups.ask(wish, network, self.clock())
            reply = self._mailed(answer, wish) if answer else ""
        except DigestError as error:
            reply = str(error)
        if reply:
            _log.error("the answer to a sign-up was not sent: %s", reply)

    def _mailed(self, answer: Answer, wish: Wish) -> str:
        """Send the mail; what the relay has against it, or nothing."""
        settings, language = self.settings, wish.preferences.language or self.settings.language
        unsubscribe = self.links.unsubscribe_url(wish.address)
        words = {
            "title": settings.title,
            "confirm": self.links.confirm_url(wish.address),
            "preferences": self.links.preferences_url(wish.address),
            "leave": unsubscribe,
            "address": settings.sender.printed_address,
        }
        subject, _, text = fill(f"signup/mail/{answer}.txt", settings, language, **words).partition("\n")
        email = Email(
            subject, "", fill(f"signup/mail/{answer}.html", settings, language, **words), text.lstrip()
        )
        outcome = send_one(
            email, wish.address, self.relay, settings=settings, unsubscribe=unsubscribe, now=self.clock()
        )
        return "" if outcome.ending == "sent" else outcome.reply


def _json(status: int, words: str, task: BackgroundTask | None = None) -> Response:
    return JSONResponse({"message": words}, status, headers(), background=task)


_LASTS = timedelta(minutes=10)
"""How long an answer of the relay holds: anybody can make us ask, so we do not ask for everybody."""


@dataclass(slots=True)
class Reach:
    """What the relay said last."""

    relay: Relay
    clock: Callable[[], datetime]
    _asked: datetime | None = None
    _beyond_ascii: bool = True

    def usable(self, address: str) -> bool:
        """Whether the relay takes mail for this address: one beyond ASCII needs SMTPUTF8.

        A relay that cannot be asked is taken to have it. Raises ValueError for what is no address.
        """
        return not parse_address(address).needs_smtputf8 or self._smtputf8()

    def _smtputf8(self) -> bool:
        now = self.clock()
        if self._asked is None or now - self._asked >= _LASTS:
            self._asked = now  # first, so that of many who come at once one asks
            self._beyond_ascii = self._ask()
        return self._beyond_ascii

    def _ask(self) -> bool:
        try:
            with self.relay.connect() as connection:
                return "smtputf8" in connection.abilities
        except RelayError:
            return True
