"""A package is installed whole or not at all, whatever the index and the network do."""

from __future__ import annotations

import hashlib
import http.server
import io
import os
import re
import signal
import socket
import stat
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import requests

from summarizer.problem import InputError
from summarizer.translation import installation
from summarizer.translation.engine import EngineSettings
from summarizer.translation.installation import index_address, install
from summarizer.translation.packages import changes, installed_packages

Request = http.server.BaseHTTPRequestHandler
Rezip = Callable[[Callable[[dict[str, bytes]], dict[str, bytes]]], Path]
ROOT = "translate-de_en-test-1_0"
MODEL = Path(__file__).parent / "data" / "translate-de_en.argosmodel"


def _left_over(settings: EngineSettings) -> list[str]:
    """What lies in the model folder, but for the lock and downloads to go on with."""
    found = {p.name for p in settings.model_folder.iterdir()} - {".lock"}
    return sorted(name for name in found if not name.startswith(".download-"))


def _refused(settings: EngineSettings, origin: Path | str | None) -> str:
    """The message with which `origin` is refused, having left nothing behind."""
    with pytest.raises(InputError) as caught:
        install("de", "en", settings, origin=None if origin is None else str(origin))
    assert _left_over(settings) == []
    return str(caught.value)


# From a file.


def test_a_package_file_is_installed_with_a_record_of_where_it_came_from(
    settings: EngineSettings, model_file: Path
) -> None:
    done = install("de", "en", settings, origin=str(model_file))
    (package,) = done.packages
    assert (package.source, package.target, package.name) == ("de", "en", "translate-de_en 1.0")
    assert package.record is not None
    assert package.record.origin == str(model_file)
    assert package.record.sha256 == hashlib.sha256(model_file.read_bytes()).hexdigest()
    assert changes(package) == ()
    assert _left_over(settings) == [package.folder.name]


def test_installing_the_same_file_again_mends_what_was_broken(
    settings: EngineSettings, model_file: Path
) -> None:
    (package,) = install("de", "en", settings, origin=str(model_file)).packages
    package.tokenizer.write_bytes(b"broken")
    assert changes(package) == ("sentencepiece.model was changed",)
    (mended,) = install("de", "en", settings, origin=str(model_file)).packages
    assert changes(mended) == ()
    assert _left_over(settings) == [mended.folder.name]


def test_another_file_of_the_same_version_replaces_the_first_and_is_pointed_out(
    settings: EngineSettings, model_file: Path, rezip: Rezip
) -> None:
    install("de", "en", settings, origin=str(model_file))
    done = install("de", "en", settings, origin=str(rezip(lambda files: files)))
    assert len(_left_over(settings)) == 1
    assert "had another checksum" in done.notes[0]


@pytest.mark.parametrize("splitter", ["stanza", "minisbd", "spacy"])
def test_a_sentence_splitter_in_the_package_is_not_unpacked(
    splitter: str, settings: EngineSettings, rezip: Rezip
) -> None:
    path = rezip(lambda files: files | {f"{ROOT}/{splitter}/de/tokenize/gsd.pt": b"pickle"})
    (package,) = install("de", "en", settings, origin=str(path)).packages
    assert not (package.folder / splitter).exists()


@pytest.mark.parametrize(
    ("without", "message"),
    [
        pytest.param("metadata.json", "metadata.json is missing", id="metadata"),
        pytest.param("sentencepiece.model", "tokenizer", id="tokenizer"),
        pytest.param("model/model.bin", "model/model.bin", id="model"),
        pytest.param("model/shared_vocabulary.json", "vocabulary", id="vocabulary"),
    ],
)
def test_a_package_without_a_part_is_refused(
    without: str, message: str, settings: EngineSettings, rezip: Rezip
) -> None:
    path = rezip(lambda files: {n: d for n, d in files.items() if n != f"{ROOT}/{without}"})
    assert message in _refused(settings, path)


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        pytest.param("metadata.json", b"{", "metadata.json", id="no JSON"),
        pytest.param("metadata.json", b"[]", "metadata.json", id="no object"),
        pytest.param("metadata.json", b'{"from_code": "de"}', "to_code", id="no target"),
        pytest.param(
            "metadata.json", b'{"from_code": "../x", "to_code": "en"}', "from_code", id="path"
        ),
        pytest.param(
            "metadata.json",
            b'{"type": "sbd", "from_code": "de", "to_code": "en"}',
            "type 'sbd'",
            id="sentence splitter",
        ),
        pytest.param(
            "metadata.json", b'{"from_code": "en", "to_code": "es"}', "en→es, not de→en", id="es"
        ),
        pytest.param("model/model.bin", b"\0" * 100, "cannot be loaded", id="no model"),
        pytest.param("sentencepiece.model", b"nonsense", "cannot be loaded", id="no tokenizer"),
    ],
)
def test_a_foreign_or_broken_part_is_refused(
    name: str, data: bytes, message: str, settings: EngineSettings, rezip: Rezip
) -> None:
    assert message in _refused(settings, rezip(lambda files: files | {f"{ROOT}/{name}": data}))


def test_half_a_model_is_refused(settings: EngineSettings, rezip: Rezip) -> None:
    name = f"{ROOT}/model/model.bin"
    path = rezip(lambda files: files | {name: files[name][: len(files[name]) // 2]})
    assert "cannot be loaded" in _refused(settings, path)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(b"", "empty", id="empty"),
        pytest.param(b"<!DOCTYPE html><p>Sign in", "web page", id="web page"),
        pytest.param(b"version https://git-lfs.github.com/spec/v1\n", "Git LFS", id="LFS pointer"),
        pytest.param(b"GIF89a", "zip archive", id="another format"),
        pytest.param(None, "zip archive", id="half of a package"),
    ],
)
def test_what_is_no_package_is_refused_by_its_kind(
    content: bytes | None, message: str, settings: EngineSettings, tmp_path: Path, model_file: Path
) -> None:
    whole = model_file.read_bytes()
    path = tmp_path / "x.argosmodel"
    path.write_bytes(whole[: len(whole) // 2] if content is None else content)
    assert message in _refused(settings, path)


def test_a_flipped_bit_is_noticed(
    settings: EngineSettings, tmp_path: Path, model_file: Path
) -> None:
    data = bytearray(model_file.read_bytes())
    data[len(data) // 2] ^= 0x10
    path = tmp_path / "x.argosmodel"
    path.write_bytes(data)
    assert "damaged" in _refused(settings, path)


def test_a_folder_and_a_missing_file_are_told_apart(
    settings: EngineSettings, tmp_path: Path
) -> None:
    assert "folder, not a package" in _refused(settings, tmp_path)
    assert "no such file" in _refused(settings, tmp_path / "nowhere.argosmodel")
    assert "only files, http and https" in _refused(settings, "ftp://example.org/x.argosmodel")


def _zip_of(path: Path, *entries: tuple[str | zipfile.ZipInfo, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries:
            archive.writestr(name, data)
    return path


def _link(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name)
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    return entry


@pytest.mark.parametrize(
    ("name", "message"),
    [
        pytest.param("../evil", "'../evil': refused", id="up"),
        pytest.param("p/../../evil", "refused", id="up from inside"),
        pytest.param("/etc/evil", "refused", id="absolute"),
        pytest.param("p/..\\..\\evil", "refused", id="backslash"),
        pytest.param("C:/evil", "refused", id="drive"),
        pytest.param("p/ev\nil", "refused", id="line break"),
        pytest.param(_link("p/link"), "link or device", id="symbolic link"),
        pytest.param("loose.txt", "do not lie in one folder", id="beside the folder"),
        pytest.param("q/other.json", "do not lie in one folder", id="two folders"),
        pytest.param("p/METADATA.json", "two files of one name", id="two names in one"),
    ],
)
def test_an_archive_that_would_write_elsewhere_is_refused_before_anything_is_written(
    name: str | zipfile.ZipInfo, message: str, settings: EngineSettings, tmp_path: Path
) -> None:
    path = _zip_of(tmp_path / "x.argosmodel", ("p/metadata.json", b"{}"), (name, b"/etc/passwd"))
    before = sorted(p.name for p in tmp_path.iterdir())
    assert message in _refused(settings, path)
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted([*before, "models"])


def test_a_zip_bomb_is_refused_by_what_it_says_it_holds(
    settings: EngineSettings, tmp_path: Path
) -> None:
    path = _zip_of(tmp_path / "x.argosmodel", ("p/model.bin", bytes(3_000_000)))
    small = settings.model_copy(update={"max_unpacked": 1_000_000})
    assert "more than the 1,000,000 allowed" in _refused(small, path)


def test_a_zip_bomb_is_refused_that_lies_about_what_it_holds(
    settings: EngineSettings, tmp_path: Path
) -> None:
    path = _zip_of(tmp_path / "x.argosmodel", ("p/model.bin", bytes(3_000_000)))
    data = path.read_bytes().replace(
        (3_000_000).to_bytes(4, "little"), (1000).to_bytes(4, "little")
    )
    path.write_bytes(data)
    small = settings.model_copy(update={"max_unpacked": 1_000_000})
    message = _refused(small, path)
    assert "damaged" in message or "larger than" in message


def test_an_archive_of_very_many_entries_is_refused(
    settings: EngineSettings, tmp_path: Path
) -> None:
    entries = [(f"p/{i}", b"") for i in range(10_001)]
    assert "10,001 entries" in _refused(settings, _zip_of(tmp_path / "x.argosmodel", *entries))


def test_a_known_checksum_must_match(settings: EngineSettings, model_file: Path) -> None:
    right = hashlib.sha256(model_file.read_bytes()).hexdigest()
    wrong = settings.model_copy(update={"checksums": {"translate-de_en": "0" * 64}})
    assert f"SHA-256 is {right}, expected {'0' * 64}" in _refused(wrong, model_file)
    pinned = settings.model_copy(update={"checksums": {"translate-de_en": right.upper()}})
    assert install("de", "en", pinned, origin=str(model_file)).packages


# From the index.


@pytest.fixture
def indexed(settings: EngineSettings, server: Any, model_file: Path) -> EngineSettings:
    """Settings that ask the loopback's index, which has the package."""
    server.serve_index()
    server.serve("/de_en.argosmodel", model_file.read_bytes())
    return settings.model_copy(update={"index": server.url})


def test_the_package_comes_from_the_index(indexed: EngineSettings, server: Any) -> None:
    steps: list[tuple[str, int, int | None]] = []
    done = install("de", "en", indexed, report=lambda *step: steps.append(step))
    assert [p.name for p in done.packages] == ["translate-de_en 1.0"]
    assert done.packages[0].record is not None
    assert done.packages[0].record.origin == f"{server.url}/de_en.argosmodel"
    downloaded = [(n, of) for what, n, of in steps if what == "download"]
    assert downloaded[0][0] == 0
    assert downloaded[-1][0] == downloaded[-1][1]
    assert {what for what, _, _ in steps} == {"index", "download", "unpack", "check"}
    assert list(indexed.model_folder.glob(".download-*")) == []


def test_what_is_installed_is_not_downloaded_again(indexed: EngineSettings, server: Any) -> None:
    install("de", "en", indexed)
    server.requests.clear()
    done = install("de", "en", indexed)
    assert server.requests == [("/index.json", None)]
    assert "already installed" in done.notes[0]


def test_the_address_of_the_index_may_be_argos_own_variable(
    settings: EngineSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert index_address(settings).startswith("https://raw.githubusercontent.com/argosopentech/")
    monkeypatch.setenv("ARGOS_PACKAGE_INDEX", "https://mirror.example/argos/")
    assert index_address(settings) == "https://mirror.example/argos/index.json"
    own = settings.model_copy(update={"index": "https://own.example/list.json"})
    assert index_address(own) == "https://own.example/list.json"


def test_the_newest_version_in_the_index_is_taken(
    settings: EngineSettings, server: Any, model_file: Path
) -> None:
    server.serve_index(
        {"package_version": "1.9", "links": [f"{server.url}/old"]},
        {"package_version": "1.10", "links": [f"{server.url}/new"]},
        {"type": "sbd", "from_codes": ["de"], "from_code": None},
    )
    server.serve("/new", model_file.read_bytes())
    install("de", "en", settings.model_copy(update={"index": server.url}))
    assert [path for path, _ in server.requests] == ["/index.json", "/new"]


def test_a_second_link_is_tried_where_the_first_is_dead(
    settings: EngineSettings, server: Any, model_file: Path
) -> None:
    server.serve_index({"links": [f"{server.url}/dead", "ipfs://x", f"{server.url}/alive"]})
    server.serve("/alive", model_file.read_bytes())
    assert install("de", "en", settings.model_copy(update={"index": server.url})).packages


def test_a_language_that_the_index_lacks_is_named(settings: EngineSettings, server: Any) -> None:
    server.serve_index()
    asking = settings.model_copy(update={"index": server.url})
    with pytest.raises(InputError, match=r"leads from 'de' to 'fr'.*\n.*languages: en"):
        install("de", "fr", asking)


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        pytest.param(b"<html>Sign in</html>", "web page instead of the index", id="web page"),
        pytest.param(b'{"no": "list"}', "not an index", id="an object"),
        pytest.param(b'[{"from_code": 1}, 2]', "not an index", id="a list of other things"),
        pytest.param(b'[{"from_code": "de"', "not an index", id="cut off"),
    ],
)
def test_what_is_no_index_is_refused_with_the_way_out(
    answer: bytes, message: str, settings: EngineSettings, server: Any
) -> None:
    server.serve("/index.json", answer)
    refused = _refused(settings.model_copy(update={"index": server.url}), None)
    assert message in refused
    assert "summarizer model install --from FILE" in refused


def test_an_index_that_cannot_be_reached_is_one_message_with_the_way_out(
    settings: EngineSettings,
) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    refused = _refused(settings.model_copy(update={"index": f"http://127.0.0.1:{port}"}), None)
    assert re.search(r"tried 3 times\): .*Connection refused", refused)
    assert "summarizer model install --from FILE" in refused
    assert len(refused.splitlines()) == 2


# A network that misbehaves.


def _send(request: Request, status: int, length: int | None, data: bytes, **headers: str) -> None:
    request.send_response(status)
    if length is not None:
        request.send_header("Content-Length", str(length))
    for name, value in headers.items():
        request.send_header(name, value)
    request.end_headers()
    request.wfile.write(data)
    request.wfile.flush()


def test_a_server_that_stalls_is_given_up_on(indexed: EngineSettings, server: Any) -> None:
    def stall(request: Request) -> None:
        _send(request, 200, 1000, b"PK")
        time.sleep(1.0)

    server.routes["/de_en.argosmodel"] = stall
    started = time.monotonic()
    assert "fell silent" in _refused(indexed.model_copy(update={"attempts": 2}), None)
    assert time.monotonic() - started < 5


def test_a_server_that_never_answers_is_given_up_on(indexed: EngineSettings, server: Any) -> None:
    server.routes["/de_en.argosmodel"] = lambda _request: time.sleep(1.0)
    assert "did not answer in time" in _refused(indexed.model_copy(update={"attempts": 1}), None)


def test_in_passing_an_index_that_does_not_answer_is_asked_once_and_briefly(
    settings: EngineSettings, server: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.routes["/index.json"] = lambda _request: time.sleep(1.0)
    monkeypatch.setitem(installation._IN_PASSING, "stall_timeout", 0.1)
    patient = settings.model_copy(update={"index": server.url, "attempts": 9, "stall_timeout": 60})
    with pytest.raises(InputError, match=r"tried once.*did not answer in time"):
        install("de", "en", patient, in_passing=True)
    assert len(server.requests) == 1


def test_in_passing_a_package_is_still_tried_for_as_often_as_ever(
    indexed: EngineSettings, server: Any
) -> None:
    server.routes["/de_en.argosmodel"] = lambda request: request.send_error(503)
    with pytest.raises(InputError, match=r"tried \d+ times"):
        install("de", "en", indexed.model_copy(update={"attempts": 2}), in_passing=True)


def test_a_server_that_dribbles_meets_the_limit_of_the_whole_download(
    indexed: EngineSettings, server: Any
) -> None:
    def dribble(request: Request) -> None:
        _send(request, 200, 1_000_000, b"")
        for _ in range(60):
            request.wfile.write(b"PK")
            request.wfile.flush()
            time.sleep(0.05)

    server.routes["/de_en.argosmodel"] = dribble
    hurried = indexed.model_copy(update={"total_timeout": 1.0})
    started = time.monotonic()
    assert "longer than 1 seconds" in _refused(hurried, None)
    assert time.monotonic() - started < 4


def test_a_download_that_breaks_off_goes_on_where_it_stopped(
    indexed: EngineSettings, server: Any, model_file: Path
) -> None:
    data = model_file.read_bytes()
    half = len(data) // 2
    proper = server.routes["/de_en.argosmodel"]

    def break_off(request: Request) -> None:
        server.routes["/de_en.argosmodel"] = proper
        _send(request, 200, len(data), data[:half], ETag='"v1"')
        request.connection.shutdown(socket.SHUT_RDWR)

    server.routes["/de_en.argosmodel"] = break_off
    assert install("de", "en", indexed).packages
    assert server.requests[1:] == [
        ("/de_en.argosmodel", None),
        ("/de_en.argosmodel", f"bytes={half}-"),
    ]


def test_a_later_run_goes_on_too(indexed: EngineSettings, server: Any, model_file: Path) -> None:
    data = model_file.read_bytes()
    proper = server.routes["/de_en.argosmodel"]
    server.routes["/de_en.argosmodel"] = lambda r: _send(r, 200, len(data), data[:999], ETag='"v1"')
    assert "999 of" in _refused(indexed.model_copy(update={"attempts": 1}), None)
    server.routes["/de_en.argosmodel"] = proper
    assert install("de", "en", indexed).packages
    assert server.requests[-1] == ("/de_en.argosmodel", "bytes=999-")


def test_a_file_that_changed_meanwhile_is_fetched_from_its_start(
    indexed: EngineSettings, server: Any
) -> None:
    proper = server.routes["/de_en.argosmodel"]
    server.routes["/de_en.argosmodel"] = lambda r: _send(r, 200, 5000, b"x" * 999, ETag='"v0"')
    _refused(indexed.model_copy(update={"attempts": 1}), None)
    server.routes["/de_en.argosmodel"] = proper
    assert install("de", "en", indexed).packages


def test_a_server_that_continues_elsewhere_than_asked_is_not_believed(
    indexed: EngineSettings, server: Any, model_file: Path
) -> None:
    data = model_file.read_bytes()
    proper = server.routes["/de_en.argosmodel"]

    def lie(request: Request) -> None:
        if request.headers.get("Range"):
            server.routes["/de_en.argosmodel"] = proper
            _send(request, 206, 10, b"x" * 10, **{"Content-Range": f"bytes 0-9/{len(data)}"})
        else:
            _send(request, 200, len(data), data[:999], ETag='"v1"')

    server.routes["/de_en.argosmodel"] = lie
    assert install("de", "en", indexed).packages
    assert server.requests[-1] == ("/de_en.argosmodel", None)


def test_a_download_cut_short_is_noticed_by_its_length(
    indexed: EngineSettings, server: Any
) -> None:
    server.routes["/de_en.argosmodel"] = lambda r: _send(r, 200, 5000, b"PK" * 100)
    assert "(tried 3 times): the connection ended after 200 of 5,000" in _refused(indexed, None)


def test_a_download_cut_short_without_a_length_is_noticed_as_no_whole_package(
    indexed: EngineSettings, server: Any, model_file: Path
) -> None:
    server.routes["/de_en.argosmodel"] = lambda r: _send(
        r, 200, None, model_file.read_bytes()[:100_000]
    )
    assert "only a part of one" in _refused(indexed, None)


def test_a_server_in_trouble_is_asked_again(indexed: EngineSettings, server: Any) -> None:
    proper = server.routes["/de_en.argosmodel"]

    def busy(request: Request) -> None:
        server.routes["/de_en.argosmodel"] = proper
        request.send_error(503)

    server.routes["/de_en.argosmodel"] = busy
    assert install("de", "en", indexed).packages


def test_a_server_that_says_no_is_not_asked_again(indexed: EngineSettings, server: Any) -> None:
    server.routes["/de_en.argosmodel"] = lambda r: r.send_error(403)
    assert "403 Forbidden" in _refused(indexed, None)
    assert len(server.requests) == 2


@pytest.mark.parametrize("declared", [True, False], ids=["declared", "not declared"])
def test_a_file_larger_than_allowed_is_refused(
    *, declared: bool, indexed: EngineSettings, server: Any
) -> None:
    data = b"PK" * 500_000
    server.routes["/de_en.argosmodel"] = lambda r: _send(
        r, 200, len(data) if declared else None, data
    )
    small = indexed.model_copy(update={"max_download": 300_000})
    assert re.search(r"300,000 (bytes )?allowed", _refused(small, None))


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://127.0.0.1/x", "gopher://x/"])
def test_a_redirection_to_anything_but_http_is_refused(
    target: str, indexed: EngineSettings, server: Any
) -> None:
    server.routes["/de_en.argosmodel"] = lambda r: _send(r, 302, 0, b"", Location=target)
    assert "redirection" in _refused(indexed, None)


@pytest.fixture
def secure(server: Any, monkeypatch: pytest.MonkeyPatch) -> str:
    """An address with https that the loopback's server answers; all else is as ever."""
    send = requests.adapters.HTTPAdapter.send
    secure = "https://secure.test"

    def through(
        adapter: requests.adapters.HTTPAdapter, request: requests.PreparedRequest, **options: Any
    ) -> requests.Response:
        address = request.url or ""
        request.url = address.replace(secure, server.url)
        response = send(adapter, request, **options)
        request.url = response.url = address
        return response

    monkeypatch.setattr(requests.adapters.HTTPAdapter, "send", through)
    server.serve_index({"links": [f"{secure}/old.argosmodel"]})
    server.serve("/new.argosmodel", MODEL.read_bytes())
    return secure


def test_a_redirection_from_https_down_to_http_is_refused(
    secure: str, settings: EngineSettings, server: Any
) -> None:
    assert secure
    there = f"{server.url}/new.argosmodel"
    server.routes["/old.argosmodel"] = lambda r: _send(r, 302, 0, b"", Location=there)
    indexed = settings.model_copy(update={"index": server.url})
    assert "from https to http" in _refused(indexed, None)


def test_a_redirection_from_https_to_https_is_followed(
    secure: str, settings: EngineSettings, server: Any
) -> None:
    there = f"{secure}/new.argosmodel"
    server.routes["/old.argosmodel"] = lambda r: _send(r, 302, 0, b"", Location=there)
    assert install("de", "en", settings.model_copy(update={"index": server.url})).packages


def test_an_endless_redirection_is_refused(indexed: EngineSettings, server: Any) -> None:
    server.routes["/de_en.argosmodel"] = lambda r: _send(
        r, 302, 0, b"", Location="/de_en.argosmodel"
    )
    assert "redirection" in _refused(indexed, None)


def test_a_web_page_in_place_of_the_package_is_called_one(
    indexed: EngineSettings, server: Any
) -> None:
    server.serve("/de_en.argosmodel", b"<html>Please sign in to the network</html>")
    assert "web page" in _refused(indexed, None)
    assert list(indexed.model_folder.glob(".download-*")) == []


def test_a_package_of_other_languages_behind_the_index_link_is_refused(
    indexed: EngineSettings, server: Any, rezip: Rezip
) -> None:
    other = rezip(
        lambda files: files | {f"{ROOT}/metadata.json": b'{"from_code": "en", "to_code": "es"}'}
    )
    server.serve("/de_en.argosmodel", other.read_bytes())
    assert "en→es, not de→en" in _refused(indexed, None)


# Being killed, and company.


def test_an_installation_that_is_killed_leaves_nothing_half_installed(
    indexed: EngineSettings, server: Any, model_file: Path
) -> None:
    data = model_file.read_bytes()
    proper = server.routes["/de_en.argosmodel"]

    def half(request: Request) -> None:
        _send(request, 200, len(data), data[: len(data) // 2], ETag='"v1"')
        time.sleep(5)

    server.routes["/de_en.argosmodel"] = half
    code = (
        "from summarizer.translation.engine import EngineSettings\n"
        "from summarizer.translation.installation import install\n"
        f"s = EngineSettings(model_folder={str(indexed.model_folder)!r}, index={server.url!r})\n"
        "install('de', 'en', s, report=lambda *step: print(*step, flush=True))\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if line.startswith("download") and int(line.split()[1]) > 0:
                break
        process.send_signal(signal.SIGKILL)
    assert installed_packages(indexed) == ((), ())
    server.routes["/de_en.argosmodel"] = proper
    assert install("de", "en", indexed).packages
    assert server.requests[-1][1] is not None, "went on with what the killed run had"


def test_what_a_killed_run_had_unpacked_is_cleared_away(
    settings: EngineSettings, model_file: Path
) -> None:
    (settings.model_folder / ".unpacking-old" / "p").mkdir(parents=True)
    (package,) = install("de", "en", settings, origin=str(model_file)).packages
    assert _left_over(settings) == [package.folder.name]


def test_a_second_installation_at_the_same_time_says_so(
    settings: EngineSettings, model_file: Path
) -> None:
    import filelock

    settings.model_folder.mkdir()
    with (
        filelock.FileLock(settings.model_folder / ".lock"),
        pytest.raises(InputError, match="another installation is running"),
    ):
        install("de", "en", settings, origin=str(model_file))


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes everywhere")
def test_a_folder_that_cannot_be_written_is_named(
    settings: EngineSettings, tmp_path: Path, model_file: Path
) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(InputError, match="cannot be written"):
        install("de", "en", settings, origin=str(model_file))


def test_a_model_folder_that_is_a_file_is_named(settings: EngineSettings, model_file: Path) -> None:
    settings.model_folder.write_text("in the way")
    with pytest.raises(InputError, match="cannot be written"):
        install("de", "en", settings, origin=str(model_file))


def test_the_archive_is_read_once_and_not_kept(indexed: EngineSettings, model_file: Path) -> None:
    (package,) = install("de", "en", indexed).packages
    size = sum(p.stat().st_size for p in indexed.model_folder.rglob("*") if p.is_file())
    with zipfile.ZipFile(io.BytesIO(model_file.read_bytes())) as archive:
        unpacked = sum(entry.file_size for entry in archive.infolist())
    assert size < unpacked + 20_000
    assert package.folder.parent == indexed.model_folder
