"""Signing up, confirming and leaving: what readers, scanners, mail programs and attackers can do."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

import httpx2
import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from digest.deliver import Campaign, SignedLinks, open_relay, send
from digest.models import Preferences
from digest.settings import Settings, WebSettings
from digest.store import Store, open_store
from digest.store.keys import LIFE
from digest.store.signups import Proof
from digest.web.app import site as web_site
from digest.web.archive import Archive
from digest.web.forms import LARGEST
from digest.web.signup import Signup
from tests.deliver.letters import email, settings
from tests.deliver.relays import FakeRelay, running
from tests.make import NOW
from tests.web.library import Shelf
from tests.web.serving import served

ANN, BOB = "ann@reader.example", "bob@reader.example"
URL = "https://digest.example"
FRIEND = "https://www.friend.example"
WEB = WebSettings(url=URL)
ONE_CLICK = {
    "content": "List-Unsubscribe=One-Click",
    "headers": {"content-type": "application/x-www-form-urlencoded"},
}


@pytest.fixture
def relay() -> Iterator[FakeRelay]:
    with running(FakeRelay()) as fake:
        yield fake


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(f"sqlite:///{tmp_path}/digest.db") as opened:
        yield opened


class Site:
    """The pages, as a browser that never follows a redirect sees them."""

    def __init__(self, store: Store, relay: FakeRelay, web: WebSettings = WEB) -> None:
        self.now = NOW
        self.store = store
        self.config: Settings = settings(relay.port).model_copy(update={"web": web})
        self.links = SignedLinks(URL, store.keys.secrets(NOW))
        self.pages = Signup(self.config, store, self.links, open_relay(self.config.smtp), self.clock)
        self.browser = TestClient(Starlette(routes=self.pages.routes()), base_url=URL, follow_redirects=False)

    def clock(self) -> datetime:
        return self.now

    def ask(self, address: str, **fields: str) -> tuple[int, str]:
        response = self.browser.post("/signup", data={"address": address, **fields})
        return response.status_code, response.text

    def get(self, link: str) -> int:
        return self.browser.get(urlsplit(link).path).status_code

    def post(self, link: str) -> int:
        return self.browser.post(urlsplit(link).path).status_code

    @property
    def readers(self) -> list[str]:
        return [subscriber.address for subscriber in self.store.subscribers.active()]


@pytest.fixture
def site(store: Store, relay: FakeRelay) -> Site:
    return Site(store, relay)


def _link(relay: FakeRelay, word: str) -> str:
    """The address in the last mail that has that word in it."""
    (body, _html) = relay.messages[-1].iter_parts()
    return next(str(part) for part in body.get_content().split() if f"/{word}/" in part)


def test_a_reader_signs_up_confirms_by_mail_and_is_on_the_list(site: Site, relay: FakeRelay) -> None:
    assert site.browser.get("/signup").status_code == 200
    assert site.ask(ANN)[0] == 200
    assert site.readers == []
    assert relay.recipients == [ANN]
    assert site.get(_link(relay, "confirm")) == 200
    assert site.readers == []
    assert site.post(_link(relay, "confirm")) == 200
    assert site.readers == [ANN]


@pytest.mark.parametrize("known", [True, False])
def test_an_address_that_the_relay_cannot_write_to_is_refused_whether_it_is_known_or_not(
    store: Store, known: bool
) -> None:
    zoe = "zoë@reader.example"
    if known:
        store.subscribers.add(zoe, NOW)
    with running(FakeRelay(), enable_SMTPUTF8=False) as plain:
        site = Site(store, plain)

        status, page = site.ask(zoe)
        asked = site.browser.post("/signup", json={"address": zoe})

    assert (422, True) == (status, "We cannot write to that address. Please check it." in page)
    assert (422, {"message": "We cannot write to that address. Please check it."}) == (
        asked.status_code,
        asked.json(),
    )


def test_an_address_beyond_ascii_is_written_to_where_the_relay_can(site: Site, relay: FakeRelay) -> None:
    assert site.ask("zoë@reader.example")[0] == 200
    assert relay.recipients == ["zoë@reader.example"]


def test_the_relay_is_not_asked_for_each_address_beyond_ascii(store: Store) -> None:
    with running(FakeRelay(), enable_SMTPUTF8=False) as plain:
        site = Site(store, plain)
        site.ask("zoë@reader.example")
    site.now += timedelta(minutes=9)  # the relay is gone: asked now, it would be taken to be able

    assert site.ask("noël@reader.example")[0] == 422
    site.now += timedelta(minutes=1)
    assert site.ask("noël@reader.example")[0] == 200


def test_the_proof_of_consent_is_kept_word_for_word(site: Site, relay: FakeRelay) -> None:
    site.ask(ANN)
    site.now += timedelta(minutes=3)
    site.post(_link(relay, "confirm"))
    (kept,) = site.store.signups.members()
    assert kept.proof == Proof(f"{URL}/signup", site.config.web.consent)
    assert (kept.asked_at, kept.confirmed_at) == (NOW, NOW + timedelta(minutes=3))


def test_a_scanner_that_opens_every_link_changes_nothing(site: Site, relay: FakeRelay) -> None:
    site.ask(ANN)
    for link in (site.links.confirm_url(ANN), site.links.unsubscribe_url(ANN)):
        assert site.get(link) == 200
        assert site.browser.head(urlsplit(link).path).status_code == 200
    assert site.readers == []
    site.post(site.links.confirm_url(ANN))
    site.get(site.links.unsubscribe_url(ANN))
    assert site.readers == [ANN]


@pytest.mark.parametrize("times", [1, 2])
def test_one_click_takes_a_reader_off_without_cookie_or_redirect_and_twice(site: Site, times: int) -> None:
    site.store.subscribers.add(ANN, NOW)
    path = urlsplit(site.links.unsubscribe_url(ANN)).path
    for _ in range(times):
        response = site.browser.post(path, **ONE_CLICK)  # type: ignore[arg-type]
        assert (response.status_code, "set-cookie" in response.headers) == (200, False)
    assert site.readers == []


def test_one_click_may_come_as_multipart(site: Site) -> None:
    site.store.subscribers.add(ANN, NOW)
    path = urlsplit(site.links.unsubscribe_url(ANN)).path
    files = {"List-Unsubscribe": (None, "One-Click")}
    assert site.browser.post(path, files=files).status_code == 200
    assert site.readers == []


def test_the_mail_that_asks_can_be_answered_with_no(site: Site, relay: FakeRelay) -> None:
    site.ask(ANN)
    (message,) = relay.messages
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert site.post(message["List-Unsubscribe"].strip("<>")) == 200
    assert site.post(_link(relay, "confirm")) == 404
    assert site.readers == []


def test_who_is_on_the_list_gets_the_same_answer_and_a_mail_with_the_way_to_change_it(
    site: Site, relay: FakeRelay
) -> None:
    site.store.subscribers.add(ANN, NOW)
    answers = [site.ask(BOB, topics="Budget"), site.ask(ANN, topics="Budget")]
    assert answers[0] == answers[1]
    assert [str(message["Subject"]).partition(":")[0] for message in relay.messages] == [
        "Confirm",
        "You get it already",
    ]
    assert site.get(_link(relay, "preferences")) == 200
    (ann,) = site.store.subscribers.active()
    assert ann.preferences == Preferences()


def test_a_link_that_was_forged_altered_or_made_for_something_else_changes_nothing(site: Site) -> None:
    site.store.subscribers.add(ANN, NOW)
    good = site.links.unsubscribe_url(ANN)
    strangers = SignedLinks(URL, [b"another key"]).unsubscribe_url(ANN)
    altered = good[:-1] + ("A" if good[-1] != "A" else "B")
    swapped = site.links.confirm_url(ANN).replace("/confirm/", "/unsubscribe/")
    for link in (strangers, altered, swapped, f"{URL}/unsubscribe/x", f"{URL}/unsubscribe/ü"):
        assert (site.get(link), site.post(link)) == (404, 404)
    assert site.readers == [ANN]


def test_a_key_that_was_replaced_still_opens_what_it_signed(site: Site) -> None:
    site.store.subscribers.add(ANN, NOW)
    old = site.links.unsubscribe_url(ANN)
    site.store.keys.rotate(NOW)
    keys = site.store.keys.secrets(NOW)
    rotated = SignedLinks(URL, keys)
    assert (len(keys), rotated.unsubscribe_url(ANN) == old) == (2, False)
    assert rotated.verify_token("unsubscribe", old.rpartition("/")[2]) == ANN


def test_a_key_that_was_replaced_long_ago_opens_nothing(site: Site) -> None:
    site.store.subscribers.add(ANN, NOW)
    old = site.links.unsubscribe_url(ANN)
    site.store.keys.rotate(NOW)
    later = NOW + LIFE
    assert (
        SignedLinks(URL, site.store.keys.secrets(later)).verify_token("unsubscribe", old.rpartition("/")[2])
        is None
    )
    assert len(site.store.keys.secrets(later - timedelta(seconds=1))) == 2


def test_a_sign_up_that_nobody_confirms_in_two_days_is_forgotten(site: Site, relay: FakeRelay) -> None:
    site.ask(ANN)
    site.now += timedelta(hours=48)
    assert site.post(_link(relay, "confirm")) == 404
    site.ask(BOB)
    assert site.store.personal.everything(ANN)["signup"] == []


def test_an_old_confirmation_does_not_bring_back_who_left(site: Site, relay: FakeRelay) -> None:
    site.ask(ANN)
    link = _link(relay, "confirm")
    site.post(link)
    assert site.post(link) == 200
    site.post(site.links.unsubscribe_url(ANN))
    assert site.post(link) == 404
    assert site.readers == []


def test_nobody_gets_more_than_three_requests_a_day_however_often_the_form_is_sent(
    site: Site, relay: FakeRelay
) -> None:
    answers = {site.ask(ANN) for _ in range(9)}
    assert len(answers) == 1
    assert relay.recipients == [ANN] * 3


def test_one_network_cannot_make_us_write_to_many_strangers(site: Site, relay: FakeRelay) -> None:
    for number in range(15):
        site.ask(f"reader{number}@reader.example")
    assert len(relay.recipients) == 10


def test_a_form_that_a_robot_filled_gets_the_same_answer_and_no_mail(site: Site, relay: FakeRelay) -> None:
    assert site.ask(ANN, website="https://spam.example") == site.ask(BOB)
    assert relay.recipients == [BOB]


@pytest.mark.parametrize(
    "address", ["", "ann", "ann@reader.example\r\nBcc: x@y.example", '"><script>@x.example']
)
def test_what_is_no_address_is_told_and_shown_harmless(site: Site, relay: FakeRelay, address: str) -> None:
    status, page = site.ask(address)
    assert status == 422
    assert "<script" not in page
    assert relay.recipients == []


def test_the_answer_does_not_wait_for_the_mail(site: Site, relay: FakeRelay) -> None:
    answered = threading.Event()

    def patient(_envelope: object) -> str:
        return "250 OK" if answered.wait(10) else "451 nobody was answered"

    relay.on_data = patient
    with served(Starlette(routes=site.pages.routes())) as url:
        httpx2.post(f"{url}signup", data={"address": ANN})
        answered.set()
    assert relay.recipients == [ANN]


def test_other_programs_sign_up_with_json(site: Site, relay: FakeRelay) -> None:
    answers = [site.browser.post("/signup", json=body) for body in ({"address": ANN}, {"address": 7}, [1])]
    assert [answer.status_code for answer in answers] == [202, 422, 422]
    assert "access-control-allow-origin" not in answers[0].headers
    assert relay.recipients == [ANN]


def test_another_site_signs_readers_up_by_script_only_where_the_configuration_names_it(
    store: Store, relay: FakeRelay
) -> None:
    site = Site(store, relay, WebSettings(url=URL, origins=(FRIEND,)))
    ask = {"access-control-request-method": "POST", "access-control-request-headers": "content-type"}

    def allowed(origin: str, path: str = "/signup") -> str | None:
        answer = site.browser.options(path, headers={"origin": origin, **ask})
        return answer.headers.get("access-control-allow-origin")

    assert (allowed(FRIEND), allowed("https://evil.example")) == (FRIEND, None)
    assert allowed(FRIEND, urlsplit(site.links.preferences_url(ANN)).path) is None
    answer = site.browser.post("/signup", json={"address": ANN}, headers={"origin": FRIEND})
    assert (answer.status_code, answer.headers["access-control-allow-origin"]) == (202, FRIEND)


def test_the_form_is_framed_only_by_sites_that_the_configuration_names(
    store: Store, relay: FakeRelay
) -> None:
    site = Site(store, relay, WebSettings(url=URL, origins=(FRIEND,)))
    pages = [
        site.browser.get("/signup/framed"),
        site.browser.post("/signup", data={"address": ANN, "framed": "yes"}),
    ]
    for page in pages:
        assert f"frame-ancestors {FRIEND}" in page.headers["content-security-policy"]
        assert "x-frame-options" not in page.headers
    assert "frame-ancestors 'none'" in site.browser.get("/signup").headers["content-security-policy"]
    closed = Site(store, relay).browser.get("/signup/framed")
    assert "frame-ancestors 'none'" in closed.headers["content-security-policy"]


def test_what_a_reader_chooses_is_kept_with_the_address(site: Site, relay: FakeRelay) -> None:
    chosen = {"topics": "Energy", "days": "sat", "language": "de", "timezone": "Asia/Tokyo", "quiet": "lead"}
    site.ask(ANN, **chosen)
    site.post(_link(relay, "confirm"))
    assert [reader.preferences for reader in site.store.subscribers.active()] == [
        Preferences(("Energy",), days="sat", language="de", timezone="Asia/Tokyo", quiet="lead")
    ]


def test_the_request_to_confirm_is_in_the_language_that_was_chosen(site: Site, relay: FakeRelay) -> None:
    site.ask(ANN, language="de")
    (message,) = relay.messages
    assert message["Subject"] == "Bestätigen: The Daily Digest"


def test_around_the_news_stand_languages_that_run_in_the_same_direction(site: Site, relay: FakeRelay) -> None:
    form = site.browser.get("/signup").text
    assert [f'<option value="{code}"' in form for code in ("en", "de", "ar")] == [True, True, False]
    site.ask(ANN, language="ar")
    site.post(_link(relay, "confirm"))
    assert [reader.preferences.language for reader in site.store.subscribers.active()] == [""]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Once a week: the edition of Monday"),
        ("de", "Einmal in der Woche: die Ausgabe vom Montag"),
        ("fr", "Une fois par semaine : l’édition du lundi"),
        ("es", "Una vez por semana: la edición del lunes"),
        ("ar", "مرة في الأسبوع: عدد يوم الاثنين"),
    ],
)
def test_once_a_week_says_that_one_edition_comes_and_no_review_of_the_week(
    site: Site, language: str, said: str
) -> None:
    config = site.config.model_copy(update={"language": language})
    pages = Signup(config, site.store, site.links, open_relay(config.smtp), site.clock)
    browser = TestClient(Starlette(routes=pages.routes()), base_url=URL)

    assert said in browser.get("/signup").text.replace("\xa0", " ")


def test_choices_that_the_digest_does_not_offer_are_as_if_not_made(site: Site, relay: FakeRelay) -> None:
    site.ask(ANN, topics="<b>Secrets", days="never", language="xx", timezone="Mars/Base", quiet="loud")
    site.post(_link(relay, "confirm"))
    assert [reader.preferences for reader in site.store.subscribers.active()] == [Preferences()]


def test_the_network_is_kept_as_proof_only_where_the_configuration_says_so(
    store: Store, relay: FakeRelay
) -> None:
    site = Site(store, relay, WebSettings(url=URL, keep_network=True))
    site.browser = TestClient(
        Starlette(routes=site.pages.routes()),
        base_url=URL,
        client=("203.0.113.77", 50000),
    )
    site.ask(ANN)
    (kept,) = store.personal.everything(ANN)["signup"]
    assert kept["network"] == "203.0.113.0/24"


def test_a_mailbox_gets_no_more_requests_by_more_names_for_it(site: Site, relay: FakeRelay) -> None:
    for tag in range(9):
        site.ask(f"ann+{tag}@reader.example")
    assert len(relay.recipients) == 3


def test_a_link_signed_by_a_key_that_is_newer_than_the_pages_works(site: Site) -> None:
    site.store.subscribers.add(ANN, NOW)
    site.store.keys.rotate(NOW)
    assert site.post(SignedLinks(URL, site.store.keys.secrets(NOW)).unsubscribe_url(ANN)) == 200
    assert site.readers == []


def test_more_than_an_address_is_refused(site: Site) -> None:
    assert site.ask("a" * LARGEST)[0] == 413
    assert site.browser.post("/signup", content="&".join(["a=1"] * 500)).status_code == 422


def test_no_page_is_framed_kept_or_loads_anything(site: Site) -> None:
    pages = [
        site.browser.get(path)
        for path in ("/signup", urlsplit(site.links.unsubscribe_url(ANN)).path, "/confirm/x")
    ]
    for page in pages:
        assert "frame-ancestors 'none'" in page.headers["content-security-policy"]
        assert page.headers["cache-control"] == "no-store"
        assert page.headers["referrer-policy"] == "no-referrer"
        assert " src=" not in page.text


def test_a_reader_who_leaves_while_an_edition_goes_out_gets_no_copy(site: Site, relay: FakeRelay) -> None:
    site.store.editions.save("mon", date(2026, 3, 2), "{}", NOW)
    site.store.subscribers.add(BOB, NOW)
    relay.on_data = lambda _envelope: f"250 {site.post(site.links.unsubscribe_url(BOB))}"
    outbox = site.store.deliveries
    report = send(
        Campaign("mon", email()),
        [ANN, BOB],
        outbox,
        open_relay(site.config.smtp),
        settings=site.config,
        clock=site.clock,
    )
    assert report.counts == {"sent": 1, "suppressed": 1}
    assert relay.recipients == [ANN]


def _spelt(path: str) -> list[str]:
    """The path as mail programs, their proxies and people write it."""
    kept = [f"{path}/", f"{path}//", f"/{path}", path.replace("/", "//"), path.replace("/", "//") + "/"]
    coded = [f"%{ord(c):02{case}}" for c in path[-1] for case in "xX"]
    return [
        path,
        *kept,
        *(path[:-1] + c for c in coded),
        *(f"{path[:-1]}{c}/" for c in coded),
        f"{path}%2F",
        f"{path}%2f",
    ]


@pytest.fixture
def whole(site: Site) -> TestClient:
    """The pages and the archive, as they are served."""
    app = web_site(Archive(Shelf(1), site.config), site.pages)
    return TestClient(app, base_url=URL, follow_redirects=False)


def _one_click(browser: TestClient, path: str) -> int:
    return browser.post(URL + path, data={"List-Unsubscribe": "One-Click"}).status_code


@pytest.mark.parametrize("purpose", ["unsubscribe", "confirm", "preferences"])
def test_a_readers_address_answers_the_same_however_it_is_spelt(
    site: Site, whole: TestClient, purpose: str
) -> None:
    links = {
        "unsubscribe": site.links.unsubscribe_url,
        "confirm": site.links.confirm_url,
        "preferences": site.links.preferences_url,
    }
    for path in _spelt(urlsplit(links[purpose](ANN)).path):
        site.store.subscribers.remove(ANN, site.now)
        site.ask(ANN)
        if purpose == "preferences":
            site.store.subscribers.add(ANN, site.now)
        answers = [whole.request(method, URL + path).status_code for method in ("GET", "HEAD")]
        assert (path, answers, _one_click(whole, path)) == (path, [200, 200], 200)
        site.now += timedelta(days=1)


def test_one_click_with_a_slash_behind_ends_the_subscription_and_a_forged_one_does_not(
    site: Site, whole: TestClient
) -> None:
    site.store.subscribers.add(ANN, NOW)
    path = urlsplit(site.links.unsubscribe_url(ANN)).path
    assert (_one_click(whole, f"{path[:-2]}xx/"), site.readers) == (404, [ANN])
    assert (_one_click(whole, f"/{path}/"), site.readers) == (200, [])


def test_the_form_and_the_archive_are_found_as_before(whole: TestClient) -> None:
    paths = ["/signup", "/signup/", "//signup//framed/", "/2026-01-01/", "/2026-01-01", "/2026-01-01//"]
    assert [whole.get(URL + path).status_code for path in paths] == [200, 200, 200, 200, 301, 200]
