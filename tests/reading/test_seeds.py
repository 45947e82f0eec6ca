"""A folder's article files are found in an order of their own, and everything odd is reported."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from summarizer.reading import find_seeds, read_article, same_slug
from summarizer.summary import Article

Read = Callable[..., Article]


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    folder.mkdir()
    return folder


def found(folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in find_seeds(folder).paths]


def problems(folder: Path) -> dict[str, str]:
    return {Path(p.path).name: p.message for p in find_seeds(folder).problems}


def test_articles_of_all_kinds_are_found_in_the_order_of_their_names(seeds: Path) -> None:
    for name in ("b.txt", "a.md", "ä.htm", "C.HTML", "10.txt", "9.txt"):
        (seeds / name).touch()

    assert found(seeds) == ["10.txt", "9.txt", "C.HTML", "a.md", "b.txt", "ä.htm"]
    assert not problems(seeds)


def test_the_order_does_not_depend_on_the_file_system(
    seeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("b.txt", "a.txt", "c.txt"):
        (seeds / name).touch()
    listed = [seeds / name for name in ("c.txt", "a.txt", "b.txt")]
    monkeypatch.setattr(Path, "iterdir", lambda self: iter(listed))

    assert found(seeds) == ["a.txt", "b.txt", "c.txt"]


def test_folders_are_searched(seeds: Path) -> None:
    (seeds / "2024" / "mai").mkdir(parents=True)
    (seeds / "2024" / "mai" / "a.txt").touch()
    (seeds / "z.txt").touch()

    assert found(seeds) == ["2024/mai/a.txt", "z.txt"]


def test_hidden_files_and_lock_files_of_editors_are_passed_over(seeds: Path) -> None:
    (seeds / ".git").mkdir()
    (seeds / ".git" / "a.txt").touch()
    (seeds / ".DS_Store").touch()
    (seeds / "~$a.txt").touch()

    assert find_seeds(seeds) == ((), ())


def test_files_of_other_kinds_are_reported(seeds: Path) -> None:
    for name in ("bild.jpg", "artikel.docx", "ohne", "a.txt.bak"):
        (seeds / name).touch()

    assert set(problems(seeds)) == {"bild.jpg", "artikel.docx", "ohne", "a.txt.bak"}
    assert set(problems(seeds).values()) == {"is of no kind that is read"}


def test_a_folder_named_like_a_file_is_reported(seeds: Path) -> None:
    (seeds / "x.txt").mkdir()
    (seeds / "x.txt" / "a.txt").touch()

    assert not found(seeds)
    assert problems(seeds) == {"x.txt": "is a folder that is named like a file"}


def test_symbolic_links_within_the_folder_are_followed(seeds: Path) -> None:
    (seeds / "a.txt").touch()
    (seeds / "b.txt").symlink_to("a.txt")

    assert found(seeds) == ["a.txt", "b.txt"]


def test_other_symbolic_links_are_reported(seeds: Path, tmp_path: Path) -> None:
    (tmp_path / "geheim.txt").write_text("geheim", encoding="utf-8")
    (tmp_path / "ordner").mkdir()
    (seeds / "hinaus.txt").symlink_to(tmp_path / "geheim.txt")
    (seeds / "hinauf.txt").symlink_to("../geheim.txt")
    (seeds / "kaputt.txt").symlink_to("nichts.txt")
    (seeds / "kreis.txt").symlink_to("kreis.txt")
    (seeds / "ordner").symlink_to(tmp_path / "ordner")
    (seeds / "selbst").symlink_to(".")

    assert not found(seeds)
    assert problems(seeds) == {
        "hinaus.txt": "is a symbolic link out of the folder",
        "hinauf.txt": "is a symbolic link out of the folder",
        "kaputt.txt": "is a symbolic link to nothing",
        "kreis.txt": "is a symbolic link that leads in a circle",
        "ordner": "is a symbolic link out of the folder",
        "selbst": "is a symbolic link to a folder, which is not followed",
    }


def test_names_that_cannot_be_shown_are_reported_in_escaped_form(seeds: Path) -> None:
    (seeds / "rot\x1b[31m.txt").touch()
    (seeds / "um\u202egekehrt.txt").touch()
    Path(os.fsdecode(os.fsencode(seeds) + b"/kaputt\xff.txt")).touch()

    assert not found(seeds)
    assert {p.path.rpartition("/")[2]: p.message for p in find_seeds(seeds).problems} == {
        "kaputt\\udcff.txt": "has a name that is not valid Unicode",
        "rot\\x1b[31m.txt": "has control characters in its name",
        "um\\u202egekehrt.txt": "has control characters in its name",
    }


@pytest.mark.parametrize(
    "name",
    ["mit leer.txt", "größe.txt", "🙂.txt", "👩\u200d🚒.txt", "..a.md"[1:], "a" * 251 + ".txt"],
)
def test_unusual_names_that_are_text_are_fine(seeds: Path, name: str) -> None:
    visible = name.lstrip(".")
    (seeds / visible).touch()

    assert found(seeds) == [visible]


def test_a_folder_too_deep_is_reported(seeds: Path) -> None:
    deep = seeds.joinpath(*"abcdefghij")
    deep.mkdir(parents=True)
    (deep / "a.txt").touch()

    assert not found(seeds)
    assert list(problems(seeds).values()) == ["is too deep in the folder"]


def test_a_missing_folder_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "datei").touch()

    assert [p.message for p in find_seeds(tmp_path / "nichts").problems] == ["does not exist"]
    assert [p.message for p in find_seeds(tmp_path / "datei").problems] == ["is not a folder"]


def article(path: str, name: str, read: Read, german: str) -> Article:
    return read(german).model_copy(update={"id": name, "path": path})


def test_articles_with_the_same_page_are_all_refused(read: Read, german: str) -> None:
    one = article("seeds/a b.txt", "a-b", read, german)
    two = article("seeds/a-b.md", "a-b", read, german)
    other = article("seeds/c.txt", "c", read, german)

    clashes = same_slug([one, other, two])

    assert [clashing.path for clashing, _ in clashes] == ["seeds/a b.txt", "seeds/a-b.md"]
    assert clashes[0][1].message == "would have the same page as seeds/a-b.md: a-b"
    assert clashes[0][1].path == "seeds/a b.txt"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("seeds/Brand.txt", "seeds/brand.txt"),
        ("seeds/STRASSE.txt", "seeds/straße.txt"),
        ("seeds/ü.txt", unicodedata.normalize("NFD", "seeds/ü.txt")),
    ],
)
def test_names_that_some_file_systems_confuse_are_refused_whatever_their_slugs(
    read: Read, german: str, first: str, second: str
) -> None:
    clashes = same_slug(
        [article(first, "eins", read, german), article(second, "zwei", read, german)]
    )

    assert len(clashes) == 2
    assert "only in case or Unicode form" in clashes[0][1].message


def test_articles_with_pages_of_their_own_pass(read: Read, german: str) -> None:
    articles = [article(f"seeds/{n}.txt", n, read, german) for n in "abc"]

    assert same_slug(articles) == ()


def test_what_is_found_can_be_read(seeds: Path, german: str) -> None:
    (seeds / "a.txt").write_text(german, encoding="utf-8")

    assert read_article(find_seeds(seeds).paths[0]).id == "a"
