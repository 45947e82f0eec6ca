"""A real model, a home of its own for each test, and a server on the loopback that misbehaves."""

from __future__ import annotations

import contextlib
import http.server
import json
import os
import threading
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from summarizer.translation.engine import EngineSettings
from summarizer.translation.installation import install

DATA = Path(__file__).parent / "data"
MODEL = DATA / "translate-de_en.argosmodel"

Handler = Callable[[http.server.BaseHTTPRequestHandler], None]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home without models, whatever this machine has installed and set."""
    for name in [n for n in os.environ if n.startswith(("ARGOS_", "XDG_", "SNAP"))]:
        monkeypatch.delenv(name)
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.setenv("HOME", str(folder))
    return folder


@pytest.fixture
def model_file() -> Path:
    """The German→English package that tools/train_test_model makes."""
    return MODEL


@pytest.fixture
def settings(tmp_path: Path) -> EngineSettings:
    """A model folder of the test's own; impatient."""
    return EngineSettings(
        model_folder=tmp_path / "models",
        threads=2,
        connect_timeout=2,
        stall_timeout=0.4,
        retry_pause=0,
        attempts=3,
    )


@pytest.fixture(scope="session")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model folder with the German→English package installed. For reading only."""
    folder = tmp_path_factory.mktemp("models")
    install("de", "en", EngineSettings(model_folder=folder), origin=str(MODEL))
    return folder


@dataclass
class Server:
    """Serves `routes`; keeps what was asked for in `requests` as (path, Range header)."""

    url: str
    routes: dict[str, Handler] = field(default_factory=dict)
    requests: list[tuple[str, str | None]] = field(default_factory=list)

    def serve(self, path: str, data: bytes, **headers: str) -> None:
        """Give `data` properly: with its length, an ETag, and in parts when asked for those."""

        def handler(request: http.server.BaseHTTPRequestHandler) -> None:
            start = 0
            if (wanted := request.headers.get("Range")) and request.headers["If-Range"] == '"v1"':
                start = int(wanted.removeprefix("bytes=").removesuffix("-"))
                request.send_response(206)
                request.send_header("Content-Range", f"bytes {start}-{len(data) - 1}/{len(data)}")
            else:
                request.send_response(200)
            request.send_header("Content-Length", str(len(data) - start))
            request.send_header("ETag", '"v1"')
            for name, value in headers.items():
                request.send_header(name.replace("_", "-"), value)
            request.end_headers()
            request.wfile.write(data[start:])

        self.routes[path] = handler

    def serve_index(self, *entries: dict[str, object]) -> None:
        """An index as Argos', by default with the German→English package."""
        german = {
            "package_version": "1.0",
            "argos_version": "1.0",
            "code": "translate-de_en",
            "from_code": "de",
            "from_name": "German",
            "to_code": "en",
            "to_name": "English",
            "links": [f"{self.url}/de_en.argosmodel"],
        }
        listed = [german | entry for entry in entries] or [german]
        self.serve("/index.json", json.dumps(listed).encode())


@pytest.fixture
def server() -> Iterator[Server]:
    """An HTTP server on the loopback that answers 404 until it is given routes."""

    class Answer(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            running.requests.append((self.path, self.headers.get("Range")))
            handler = running.routes.get(self.path)
            if handler is None:
                self.send_error(404)
            else:
                handler(self)

        def log_message(self, *_: object) -> None:
            pass

        def handle(self) -> None:
            with contextlib.suppress(ConnectionError):  # Some tests make the client give up.
                super().handle()

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answer) as listening:
        running = Server(f"http://127.0.0.1:{listening.server_address[1]}")
        thread = threading.Thread(target=listening.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        yield running
        listening.shutdown()
        thread.join()


@pytest.fixture
def rezip(tmp_path: Path) -> Callable[[Callable[[dict[str, bytes]], dict[str, bytes]]], Path]:
    """The package with its files (by name) changed by a function."""

    def make(change: Callable[[dict[str, bytes]], dict[str, bytes]]) -> Path:
        with zipfile.ZipFile(MODEL) as archive:
            contents = {n: archive.read(n) for n in archive.namelist()}
        path = tmp_path / "changed.argosmodel"
        with zipfile.ZipFile(path, "w") as archive:
            for name, data in change(contents).items():
                archive.writestr(name, data)
        return path

    return make
