"""A saved edition in a form: every text, what is dropped, the order, and the decision to let it go.

It works without script. What is sent back says which revision it was made from, so that nobody overwrites what
somebody else has saved, and carries a token that only this page knows, so that no other page can send it (CSRF).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from secrets import compare_digest
from typing import Literal
from urllib.parse import parse_qs

from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from digest.editing import EditedPart, Edits, objections, parts
from digest.errors import ConflictError, EditionError
from digest.models import ApprovalState, Edition
from digest.pipeline.editorial import EditSession, Revision, state
from digest.render.templates import fill
from digest.settings import Settings
from digest.text.plurals import pluralise
from digest.verify import clean
from digest.web import server
from digest.web.edition_page import VIEWS, Switches

LARGEST = 1_000_000
"""Octets of a form that are read; an edition of 60 stories has a tenth of it."""
_FIELDS = 2_000
_HEADERS = server.headers(form_action="'self'", frame_ancestors="'none'") | {"Cache-Control": "no-store"}
_SAID = {
    "saved": "Saved.",
    "approved": "Approved: it may go out as it is.",
    "held": "Held: it does not go out until it is approved.",
    "look": "Saved, and not approved yet: look at what the checks say of your changes, then approve.",
}
Said = Literal["", "saved", "approved", "held", "look"]
Form = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Editing:
    """The form of one edition. ``token`` is a secret of this run."""

    desk: EditSession
    settings: Callable[[], Settings]
    token: str

    def routes(self) -> list[Route]:
        """The paths for a web server."""
        return [
            Route("/edit", self.show, methods=["GET"]),
            Route("/edit", self.save, methods=["POST"]),
        ]

    def show(self, request: Request) -> Response:
        """The form as the edition is now."""
        sheet, said = self.desk.look(), _SAID.get(request.query_params.get("said", ""), "")
        return self._page(sheet, said=f"{said} {_objected(sheet.edition)}".strip() if said else "")

    async def save(self, request: Request) -> Response:
        """Take the form; what cannot be done is told above the form, with what was written."""
        form = await _read(request)
        if not compare_digest(_one(form, "token").encode(), self.token.encode()):
            return HTMLResponse("This form is not of this run. Open the page again.", 403, _HEADERS)
        sheet = self.desk.look()
        edits = wanted(sheet.edition, form)
        try:
            said = self._saved(sheet, edits, form)
        except EditionError as error:
            status = 409 if isinstance(error, ConflictError) else 422
            return self._page(self.desk.look(), status, mistake=str(error), written=edits.texts)
        return RedirectResponse(f"/edit?said={said}", 303, _HEADERS)

    def _saved(self, sheet: Revision, edits: Edits, form: Form) -> Said:
        """Do what the form asks for. Raises what ``Desk`` raises."""
        if _one(form, "revision") != str(sheet.row.revision):
            raise ConflictError(
                "Somebody else has changed the edition in the meantime, so nothing was saved. This is how it is now."
            )
        changed = self.desk.change(sheet, edits)
        decision = _standing(_one(form, "decision"))
        if decision is None:
            return "saved"
        if decision == "approved" and changed.edition != sheet.edition:
            return "look"
        self.desk.decide(changed, decision)
        return "approved" if decision == "approved" else "held"

    def _page(
        self,
        sheet: Revision,
        status: int = 200,
        *,
        said: str = "",
        mistake: str = "",
        written: Sequence[tuple[str, str]] = (),
    ) -> Response:
        settings = self.settings()
        values = {
            "sheet": sheet,
            "standing": "sent" if sheet.row.sent else sheet.row.standing,
            "views": VIEWS,
            "switches": Switches(),
            "edition": sheet.edition,
            "parts": {part.address: part for part in parts(sheet.edition)},
            "lead": _lead(sheet.edition),
            "waits": state(sheet.row, settings, self.desk.clock()),
            "token": self.token,
            "said": said,
            "mistake": mistake,
            "written": written,
        }
        return HTMLResponse(fill("web/edit.html", settings, "en", **values), status, _HEADERS)


def _objected(edition: Edition) -> str:
    """How much the checks hold against the texts that were edited; the form has it beside each text."""
    count = len(list(objections(edition)))
    return f"The checks have {pluralise(count, 'objection')} to what was edited, below." if count else ""


def wanted(edition: Edition, form: Form) -> Edits:
    """What a form asks for that is not so already."""
    known = {part.address: part for part in parts(edition)}
    dropped = tuple(address for address in form.get("drop", ()) if address in known)
    texts = tuple(
        (address, words)
        for address, part in known.items()
        if address not in dropped and (words := _new(part, form)) is not None
    )
    first = _one(form, "first")
    move = tuple(_one(form, "move").split(" "))
    return Edits(
        dropped,
        texts,
        first="" if first == _one(form, "leads") else first,
        move=((move[0], move[1]),) if len(move) == 2 else (),
    )


def _new(part: EditedPart, form: Form) -> str | None:
    """The new words of a part, or None if they are the old ones."""
    words = _one(form, f"text/{part.address}", part.text)
    return None if clean(words) == part.text else words


def _one(form: Form, name: str, default: str = "") -> str:
    return next(iter(form.get(name, ())), default)


def _standing(word: str) -> ApprovalState | None:
    return "approved" if word == "approved" else "held" if word == "held" else None


def _lead(edition: Edition) -> str:
    """The number of the story that leads."""
    return next((str(n) for n, brief in enumerate(edition.briefs, 1) if brief is edition.leading), "")


async def _read(request: Request) -> Form:
    """The fields of a form; none if it is too large or ends before it is whole."""
    body = b""
    try:
        async for chunk in request.stream():
            body += chunk
            if len(body) > LARGEST:
                return {}
        return parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=_FIELDS)
    except (ClientDisconnect, ValueError):
        return {}
