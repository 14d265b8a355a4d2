"""The preview's side of the process that makes record pages from the records as they are now."""

import json
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path

from _environment import ROOT


class LivePages:
    """Asks the process for pages, one at a time; until it is ready it has none."""

    def __init__(self, root: Path, frames_file: Path) -> None:
        self._command = [sys.executable, str(ROOT / "scripts" / "_live_process.py")]
        self._command += [str(root), str(frames_file)]
        self._process: subprocess.Popen[str] | None = None
        self.is_ready = False
        """Whether the process has loaded the records; before that, it has no page."""
        self._lock = threading.Lock()
        self.version = 0
        """Rises with every change of the records, so that a page shown is asked for again."""

    @property
    def is_running(self) -> bool:
        """Tell whether the process has been started and has not ended."""
        return self._process is not None and self._process.poll() is None

    def restart(self) -> None:
        """Begin anew, with the code and the folder as they are now."""
        self.close()
        with self._lock:
            self._process = subprocess.Popen(
                self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
            )
        threading.Thread(target=self._wait_until_ready, args=[self._process], daemon=True).start()

    def begun(self) -> None:
        """Tell that the records changed and a build begins."""
        self.version += 1
        self._tell("begun")

    def built(self) -> None:
        """Tell that the build stands in the folder."""
        self._tell("built")

    def page(self, address: str) -> str | None:
        """Give a record's page if it differs from the one in the folder."""
        with self._lock:
            if not self.is_ready or not self._send(f"page {address}"):
                return None
            assert self._process
            assert self._process.stdout
            answer = self._process.stdout.readline()
            if not answer:  # it has ended; the folder's pages go on
                self.is_ready = False
                return None
            page: str | None = json.loads(answer)
            return page

    def close(self) -> None:
        """End the process."""
        with self._lock:
            process, self._process, self.is_ready = self._process, None, False
        if process:
            # What it was still to be told is lost with it; leaving closes the pipes and waits.
            with suppress(BrokenPipeError), process:
                process.kill()

    def _tell(self, command: str) -> None:
        with self._lock:
            self._send(command)

    def _send(self, line: str) -> bool:
        """Write a line to the process; tell whether it is there."""
        if not self._process or not self._process.stdin:
            return False
        try:
            self._process.stdin.write(f"{line}\n")
            self._process.stdin.flush()
        except OSError:
            self.is_ready = False
            return False
        return True

    def _wait_until_ready(self, process: "subprocess.Popen[str]") -> None:
        assert process.stdout
        line = process.stdout.readline()
        with self._lock:
            if process is self._process:
                self.is_ready = line == "ready\n"
