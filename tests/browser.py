"""Chromium for tests and pictures, driven by the DevTools protocol over a pipe: no driver, no package.

https://chromedevtools.github.io/devtools-protocol/ ; messages are JSON ended by a null byte, to the
browser on file descriptor 3 and from it on 4.
"""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

PROGRAM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
"""The browser on this machine; None where there is none."""

_FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--hide-scrollbars",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--remote-debugging-pipe",
)  # fmt: skip

_AT_3_AND_4 = """
import fcntl, os, sys
pipes = [fcntl.fcntl(int(number), fcntl.F_DUPFD, 10) for number in sys.argv[1:3]]
os.dup2(pipes[0], 3)
os.dup2(pipes[1], 4)
os.execv(sys.argv[3], sys.argv[3:])
"""
"""Puts the two pipes where Chromium looks for them; a shell cannot, for dash knows no descriptor above 9."""


class Page:
    """One tab."""

    def __init__(self, to_browser: int, from_browser: int) -> None:
        self._out, self._in = to_browser, from_browser
        self._buffer, self._last, self._session, self._loads = b"", 0, "", 0
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.call("Page.enable")
        self.call("Runtime.enable")

    def call(self, method: str, **params: Any) -> dict[str, Any]:
        """Call a method of the protocol and wait for its result."""
        self._last += 1
        message: dict[str, Any] = {"id": self._last, "method": method, "params": params}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._out, json.dumps(message).encode() + b"\0")
        answer = next(m for m in self._messages() if m.get("id") == self._last)
        if "error" in answer:
            raise RuntimeError(f"{method}: {answer['error']['message']}")
        return dict(answer["result"])

    def open(self, url: str) -> None:
        """Go to the address and wait until everything is loaded."""
        self._loads = 0
        self.call("Page.navigate", url=url)
        self._loaded()

    def click(self, selector: str, action: str = "click") -> None:
        """Click what the selector finds, or ``submit`` it, and wait until the page behind it is loaded."""
        self._loads = 0
        self.run(f"document.querySelector({json.dumps(selector)}).{action}()")
        self._loaded()

    def _loaded(self) -> None:
        while not self._loads:
            next(self._messages())

    def run(self, script: str) -> Any:
        """The value of a JavaScript expression, awaited where it is a promise."""
        answer = self.call("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(answer["exceptionDetails"]["exception"]["description"])
        return answer["result"].get("value")

    def size(self, width: int, height: int = 900) -> None:
        """Set the size of the window in CSS pixels."""
        self.call(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=False,
        )

    def dark(self, on: bool) -> None:
        """Prefer dark or light colours."""
        feature = {"name": "prefers-color-scheme", "value": "dark" if on else "light"}
        self.call("Emulation.setEmulatedMedia", features=[feature])

    def picture(self, file: Path, *, whole: bool = True) -> None:
        """Write a picture of the whole page or of what is in view (PNG)."""
        shot = self.call(
            "Page.captureScreenshot", captureBeyondViewport=whole, **(self._extent() if whole else {})
        )
        file.write_bytes(base64.b64decode(shot["data"]))

    def _extent(self) -> dict[str, Any]:
        size = self.call("Page.getLayoutMetrics")["cssContentSize"]
        return {"clip": {"x": 0, "y": 0, "width": size["width"], "height": size["height"], "scale": 1}}

    def _messages(self) -> Iterator[dict[str, Any]]:
        while True:
            while b"\0" not in self._buffer:
                data = os.read(self._in, 1 << 20)
                if not data:
                    raise RuntimeError("The browser has ended.")
                self._buffer += data
            message, self._buffer = self._buffer.split(b"\0", 1)
            read = json.loads(message)
            self._loads += read.get("method") == "Page.loadEventFired"
            yield read


@contextmanager
def browser() -> Iterator[Page]:
    """A headless browser with one empty tab, ended and cleaned up afterwards."""
    if PROGRAM is None:
        raise RuntimeError("No Chromium on this machine.")
    read_commands, commands = os.pipe()
    answers, write_answers = os.pipe()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        command = [sys.executable, "-c", _AT_3_AND_4, str(read_commands), str(write_answers), PROGRAM]
        command += [*_FLAGS, f"--user-data-dir={profile}"]
        with subprocess.Popen(
            command, pass_fds=(read_commands, write_answers), stderr=subprocess.DEVNULL
        ) as process:
            os.close(read_commands)
            os.close(write_answers)
            try:
                yield Page(commands, answers)
            finally:
                process.terminate()
                process.wait(10)
                os.close(commands)
                os.close(answers)
