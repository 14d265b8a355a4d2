"""A real Firefox, driven by Marionette: the JSON over a local socket that every Firefox speaks.

Playwright drives only a Firefox of its own build; readers have Mozilla's or Debian's.
Commands: <https://firefox-source-docs.mozilla.org/testing/marionette/>.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from _firefox import NoFirefoxError, require_firefox

_ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
"""The key under which WebDriver names an element."""


class FirefoxError(AssertionError):
    """Firefox refused a command, or something did not happen in time."""


class Firefox:
    """One window.  Scripts are bodies of functions, as WebDriver's `execute` takes them."""

    def __init__(self, connection: socket.socket, downloads: Path) -> None:
        self.downloads = downloads
        self._stream = connection.makefile("rwb")
        self._last = 0
        self._read()  # it introduces itself
        self.command("WebDriver:NewSession", {"pageLoadStrategy": "normal"})

    def close(self) -> None:
        """End the connection; the program is ended by who started it."""
        self._stream.close()

    def command(self, name: str, parameters: dict[str, Any] | None = None) -> Any:
        """Give a command and wait for its answer."""
        self._last += 1
        message = json.dumps([0, self._last, name, parameters or {}]).encode()
        self._stream.write(b"%d:%s" % (len(message), message))
        self._stream.flush()
        _, _, error, result = self._read()
        if error:
            raise FirefoxError(f"{name}: {error['error']}: {error['message']}")
        return result

    def _read(self) -> Any:
        length = b""
        while (one := self._stream.read(1)) != b":":
            if not one:
                raise FirefoxError("Firefox has ended")
            length += one
        return json.loads(self._stream.read(int(length)))

    def open(self, address: str) -> None:
        """Open an address and wait until it is loaded."""
        self.command("WebDriver:Navigate", {"url": address})

    @property
    def address(self) -> str:
        """The address of the page that is open."""
        return str(self.command("WebDriver:GetCurrentURL")["value"])

    def run(self, script: str, *arguments: Any) -> Any:
        """Run a script in the page and give what it returns."""
        parameters = {"script": script, "args": list(arguments)}
        return self.command("WebDriver:ExecuteScript", parameters)["value"]

    def wait_until(self, script: str, *arguments: Any, seconds: float = 20) -> Any:
        """Run a script until what it returns is true; give that."""
        end = time.monotonic() + seconds
        while True:
            why = ""
            try:
                if value := self.run(script, *arguments):
                    return value
            except FirefoxError as error:  # the page may be leaving, or not be whole yet
                why = str(error)
            if time.monotonic() > end:
                raise FirefoxError(f"not in {seconds} s: {script} at {self.address} {why}")
            time.sleep(0.05)

    def click(self, script: str, *arguments: Any) -> None:
        """Click as a reader does on the element that a script returns."""
        found = self.run(script, *arguments)
        assert found, f"no such element at {self.address}: {script} {arguments}"
        self.command("WebDriver:ElementClick", {"id": found[_ELEMENT]})

    def type(self, selector: str, text: str) -> None:
        """Type into an element."""
        using = {"using": "css selector", "value": selector}
        found = self.command("WebDriver:FindElement", using)["value"]
        self.command("WebDriver:ElementSendKeys", {"id": found[_ELEMENT], "text": text})

    def run_privileged(self, script: str, *arguments: Any) -> Any:
        """Run a script in the browser itself."""
        self.command("Marionette:SetContext", {"value": "chrome"})
        try:
            return self.run(script, *arguments)
        finally:
            self.command("Marionette:SetContext", {"value": "content"})

    def collect_errors(self) -> list[str]:
        """Give what Firefox has reported about the pages since the last call, warnings included."""
        return list(self.run_privileged(_COLLECT_ERRORS))

    def save(self, script: str, *arguments: Any, seconds: float = 20) -> Path:
        """Click on a download as `click` does, choose “save” and wait for the file."""
        before = set(self.downloads.iterdir())
        self.click(script, *arguments)
        end = time.monotonic() + seconds
        while not (saved := self._saved() - before):
            if time.monotonic() > end:
                raise FirefoxError(f"nothing was saved at {self.address}")
            # From a disk Firefox asks each time whether to open or save, whatever its settings
            # are; it takes no answer before its question is laid out, so it is told until it does.
            self.run_privileged(_CHOOSE_SAVE)
            time.sleep(0.1)
        return saved.pop()

    def _saved(self) -> set[Path]:
        """List the files that are whole: Firefox writes a part first and keeps the name empty."""
        if list(self.downloads.glob("*.part")):
            return set()
        return {one for one in self.downloads.iterdir() if one.stat().st_size}


_COLLECT_ERRORS = """
const found = Services.console.getMessageArray()
  .filter((one) => one instanceof Ci.nsIScriptError && one.sourceName.startsWith("file:"))
  .map((one) => `${one.category}: ${one.errorMessage} (${one.sourceName}:${one.lineNumber})`);
Services.console.reset();
return found;
"""
_CHOOSE_SAVE = """
const asking = [...Services.wm.getEnumerator(null)].find((one) =>
  one.location.href.endsWith("/unknownContentType.xhtml") && one.dialog?.mLauncher);
if (asking?.document.readyState !== "complete") return;
const [mode, save, box] = ["mode", "save", "unknownContentType"]
  .map((id) => asking.document.getElementById(id));
const accept = box?.getButton?.("accept");
if (!mode || !save || !accept) return;
mode.selectedItem = save;
accept.disabled = false; // it is, for a moment, against careless clicks
box.acceptDialog();
"""


@contextmanager
def running_firefox(program: Path, folder: Path) -> Iterator[Firefox]:
    """Start a Firefox with a fresh profile in `folder`, and end it afterwards."""
    profile, downloads = folder / "profile", folder / "downloads"
    for one in (profile, downloads):
        one.mkdir(parents=True)
    (profile / "user.js").write_text(_preferences(downloads), encoding="utf-8")
    flags = ("--headless", "--marionette", "--remote-allow-system-access", "--no-remote")
    with (folder / "firefox.log").open("wb") as log:
        process = subprocess.Popen(
            [program, *flags, "--profile", profile],
            env={**os.environ, "HOME": str(folder), "MOZ_HEADLESS_WIDTH": "1280"},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            with socket.create_connection(("127.0.0.1", _port(profile, process)), 60) as connection:
                firefox = Firefox(connection, downloads)
                yield firefox
                firefox.close()
        finally:
            process.terminate()
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _preferences(downloads: Path) -> str:
    values: dict[str, str | int | bool] = {
        "marionette.port": 0,  # any free one; Firefox writes which into its profile
        "browser.download.dir": str(downloads),
        "browser.download.folderList": 2,
        "browser.download.useDownloadDir": True,
        "intl.accept_languages": "vi",
        "network.proxy.type": 1,  # what is not a file of the folder goes nowhere
        "network.proxy.http": "127.0.0.1",
        "network.proxy.http_port": 9,
        "network.proxy.ssl": "127.0.0.1",
        "network.proxy.ssl_port": 9,
        "datareporting.policy.dataSubmissionEnabled": False,
        "app.update.enabled": False,
    }
    return "".join(
        f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in values.items()
    )


def _port(profile: Path, process: subprocess.Popen[bytes]) -> int:
    """Wait for the port on which a started Firefox listens."""
    end = time.monotonic() + 60
    while process.poll() is None and time.monotonic() < end:
        try:
            return int((profile / "MarionetteActivePort").read_text())
        except (OSError, ValueError):  # not yet, or not yet whole
            time.sleep(0.05)
    raise FirefoxError("Firefox did not start; see firefox.log")


@pytest.fixture(scope="module")
def firefox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    """One Firefox for a module's tests.  Without one they fail; they are never skipped."""
    try:
        program = require_firefox()
    except NoFirefoxError as error:
        pytest.fail(str(error), pytrace=False)
    with running_firefox(program, tmp_path_factory.mktemp("firefox")) as firefox:
        yield firefox
