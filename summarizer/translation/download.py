"""A file over http: tries, limits of time and size, continuation of what was begun.

Only http and https, also behind a redirection, and never from https down to http.
"""

from __future__ import annotations

import errno
import os
import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import IO
from urllib.parse import urlsplit

import requests
import urllib3
from pydantic import BaseModel, ConfigDict

from summarizer.problem import InputError
from summarizer.translation.engine import EngineSettings

Report = Callable[[str, int, int | None], None]
"""Called while a package is fetched: the step (``index``, ``download``, ``retry``, ``unpack``,
``check``), how much of it is done, and of how much (None where that is not known)."""

WAY_OUT = (
    "On a machine with internet download the .argosmodel for these languages from "
    "https://www.argosopentech.com/argospm/index/, bring it here and run: "
    "summarizer model install --from FILE"
)
"""What to do where the index cannot be reached."""

_CHUNK = 1 << 18
_RETRY_STATUS = frozenset({408, 425, 429, 500, 502, 503, 504})


class _InterruptedError(Exception):
    """A try of a download failed in a way that may pass."""


class _Validator(BaseModel):
    """What identifies the file at an address, to continue exactly that one."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    url: str
    etag: str = ""
    modified: str = ""
    total: int | None = None

    @property
    def strong(self) -> str:
        """Value for ``If-Range``; empty where the server gave nothing to rely on."""
        return self.etag if self.etag and not self.etag.startswith("W/") else self.modified


class Download:
    """One file over http, with tries, limits of time and size, and continuation."""

    def __init__(
        self, url: str, settings: EngineSettings, report: Report, what: str, limit: int
    ) -> None:
        self.url = url
        self.settings = settings
        self.report = report
        self.what = what
        self.limit = limit
        self.deadline = time.monotonic() + settings.total_timeout

    def into_file(self, part: Path) -> None:
        """Download to `part`, going on where an earlier run ended if it is the same file."""
        part.parent.mkdir(parents=True, exist_ok=True)
        with part.open("a+b") as file:
            self.into(file, part.with_suffix(".json"))

    def into(self, file: IO[bytes], state: Path | None = None) -> None:
        """Download into `file`; with `state`, what is needed to continue is kept there."""
        for attempt in range(1, self.settings.attempts + 1):
            try:
                self._attempt(file, state)
            except _InterruptedError as error:
                if attempt == self.settings.attempts:
                    tries = "once" if attempt == 1 else f"{attempt} times"
                    raise InputError(
                        self.url, f"the download failed (tried {tries}): {error}", WAY_OUT
                    ) from error
                pause = min(self.settings.retry_pause * 2 ** (attempt - 1), 30.0)
                self._check_time(pause)
                self.report("retry", attempt, self.settings.attempts)
                time.sleep(pause)
            else:
                return

    def _check_time(self, more: float = 0.0) -> None:
        if time.monotonic() + more > self.deadline:
            raise InputError(
                self.url,
                f"the download took longer than {self.settings.total_timeout:g} seconds",
                "Try again: it goes on where it stopped. Or raise the limit (translation, engine, "
                "total_timeout)",
            )

    def _attempt(self, file: IO[bytes], state: Path | None) -> None:
        self.report(self.what, 0, None)
        have = file.seek(0, os.SEEK_END)
        known = _read_validator(state)
        headers = {"Accept-Encoding": "identity", "User-Agent": "summarizer"}
        if have and known is not None and known.url == self.url and known.strong:
            headers |= {"Range": f"bytes={have}-", "If-Range": known.strong}
        else:
            have = 0
        timeout = (self.settings.connect_timeout, self.settings.stall_timeout)
        try:
            with requests.Session() as session:
                session.max_redirects = 5
                with session.get(
                    self.url, headers=headers, stream=True, timeout=timeout
                ) as response:
                    self._check_answer(response)
                    self._receive(response, file, state, have)
        except requests.exceptions.SSLError as error:
            raise InputError(
                self.url, f"the connection is not secure: {_reason(error)}", WAY_OUT
            ) from error
        except (requests.TooManyRedirects, requests.exceptions.InvalidSchema) as error:
            raise InputError(
                self.url, f"refused to follow a redirection: {_reason(error)}", WAY_OUT
            ) from error
        except (requests.exceptions.InvalidURL, requests.exceptions.MissingSchema) as error:
            raise InputError(self.url, f"not a usable address: {_reason(error)}") from error
        except requests.ConnectionError as error:
            if isinstance(error, requests.Timeout):
                raise _InterruptedError("the server did not answer in time") from error
            if _no_network(error):
                raise InputError(
                    self.url, f"it cannot be reached from here: {_reason(error)}", WAY_OUT
                ) from error
            raise _InterruptedError(_reason(error)) from error
        except requests.Timeout as error:
            raise _InterruptedError("the server did not answer in time") from error
        except (requests.RequestException, urllib3.exceptions.HTTPError, OSError) as error:
            if isinstance(error, OSError) and error.errno == errno.ENOSPC:
                raise InputError(str(self.settings.model_folder), "the disk is full") from error
            raise _InterruptedError(_reason(error)) from error

    def _check_answer(self, response: requests.Response) -> None:
        hops = {urlsplit(hop.url).scheme for hop in (*response.history, response)}
        if urlsplit(self.url).scheme == "https" and hops != {"https"}:
            raise InputError(
                self.url, "refused to follow a redirection from https to http", WAY_OUT
            )
        if response.status_code in _RETRY_STATUS:
            raise _InterruptedError(f"the server answered {response.status_code} {response.reason}")
        # 416: what we have is not a beginning of what is there now.
        if response.status_code == 416:
            return
        if response.status_code not in (200, 206):
            raise InputError(
                self.url, f"the server answered {response.status_code} {response.reason}", WAY_OUT
            )

    def _receive(
        self, response: requests.Response, file: IO[bytes], state: Path | None, have: int
    ) -> None:
        goes_on = re.match(r"bytes (\d+)-\d+/(\d+|\*)", response.headers.get("Content-Range", ""))
        if response.status_code != 206 or goes_on is None or int(goes_on[1]) != have:
            have = 0
            file.seek(0)
            file.truncate()
            if response.status_code in (206, 416):
                if state is not None:
                    state.unlink(missing_ok=True)
                raise _InterruptedError("the server could not continue an earlier download")
        length = response.headers.get("Content-Length", "")
        total = have + int(length) if length.isdigit() else None
        if total is not None and total > self.limit:
            raise InputError(
                self.url, f"the file has {total:,} bytes, more than the {self.limit:,} allowed"
            )
        if state is not None:
            validator = _Validator(
                url=self.url,
                etag=response.headers.get("ETag", ""),
                modified=response.headers.get("Last-Modified", ""),
                total=total,
            )
            state.write_text(validator.model_dump_json(), encoding="utf-8")
        self.report(self.what, have, total)
        try:
            for chunk in response.raw.stream(_CHUNK, decode_content=False):
                have += len(chunk)
                if have > self.limit:
                    raise InputError(
                        self.url, f"the file is larger than the {self.limit:,} bytes allowed"
                    )
                file.write(chunk)
                self.report(self.what, have, total)
                self._check_time()
        except urllib3.exceptions.ReadTimeoutError as error:
            raise _InterruptedError(f"the server fell silent after {have:,} bytes") from error
        except urllib3.exceptions.ProtocolError as error:
            of = "" if total is None else f" of {total:,}"
            raise _InterruptedError(f"the connection ended after {have:,}{of} bytes") from error
        finally:
            file.flush()


def _no_network(error: BaseException | None) -> bool:
    """Whether the address has no machine or no way to it, which another try won't change."""
    seen: set[int] = set()
    waiting: list[object] = [error]
    while waiting:
        cause = waiting.pop()
        if not isinstance(cause, BaseException) or id(cause) in seen:
            continue
        seen.add(id(cause))
        if isinstance(cause, urllib3.exceptions.NameResolutionError):
            return True
        if isinstance(cause, OSError) and cause.errno in (errno.ENETUNREACH, errno.EHOSTUNREACH):
            return True
        waiting += [cause.__cause__, cause.__context__, getattr(cause, "reason", None), *cause.args]
    return False


def _read_validator(state: Path | None) -> _Validator | None:
    if state is None:
        return None
    try:
        return _Validator.model_validate_json(state.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None


def _reason(error: BaseException) -> str:
    """The innermost reason: requests and urllib3 wrap one another's messages."""
    cause: BaseException = error
    while True:
        inner = getattr(cause, "reason", None) or next(
            (a for a in cause.args if isinstance(a, BaseException)), None
        )
        if not isinstance(inner, BaseException) or inner is cause:
            break
        cause = inner
    text = str(cause).strip() or type(cause).__name__
    # urllib3 puts the object before the message: "<...HTTPSConnection(...)>: Failed to ...".
    return re.sub(r"^(?:<.*?>|\w+\(.*?\)): ", "", text)
