"""The same German is translated once."""

from summarizer.translation.catalogue import Catalogue, Entry, Key, Origin, OriginKind, checksum
from summarizer.translation.memory import remember

KEY = Key("sentence", "Die Wahl ist am Sonntag.")


def by_person(text: str, *, obsolete: bool = False) -> Catalogue:
    return Catalogue((Entry(KEY, text, obsolete=obsolete),))


def by_machine(text: str) -> Catalogue:
    origin = Origin(OriginKind.MACHINE, "engine 1")
    return Catalogue((Entry(KEY, text, fuzzy=True, origin=origin, checksum=checksum(text)),))


def found(catalogues: dict[str, Catalogue], article: str) -> str | None:
    item = remember(catalogues).find_reviewed(KEY, article)
    return item.text if item else None


def test_a_review_in_one_article_serves_another() -> None:
    assert (
        found({"a": by_person("The election is on Sunday.")}, "b") == "The election is on Sunday."
    )


def test_machine_output_is_no_review() -> None:
    memory = remember({"a": by_machine("Election Sunday.")})
    assert memory.find_reviewed(KEY, "b") is None
    item = memory.find_machine(KEY, "engine 1")
    assert item is not None
    assert item.text == "Election Sunday."


def test_machine_output_of_another_engine_can_be_told_apart() -> None:
    assert remember({"a": by_machine("Election Sunday.")}).find_machine(KEY, "engine 2") is None


def test_between_conflicting_reviews_an_articles_own_wins() -> None:
    catalogues = {"a": by_person("first"), "b": by_person("second")}
    assert found(catalogues, "b") == "second"


def test_otherwise_the_first_article_wins_whatever_the_order_of_files() -> None:
    catalogues = {"b": by_person("second"), "a": by_person("first")}
    assert found(catalogues, "c") == "first"
    assert found(dict(reversed(catalogues.items())), "c") == "first"


def test_a_current_review_beats_an_obsolete_one() -> None:
    catalogues = {"a": by_person("old", obsolete=True), "b": by_person("current")}
    assert found(catalogues, "c") == "current"


def test_a_title_and_a_sentence_with_the_same_words_share_their_translation() -> None:
    memory = remember({"a": by_person("The election is on Sunday.")})
    title = memory.find_reviewed(Key("title", KEY.german), "b")
    assert title is not None
    assert memory.find_reviewed(Key("label", KEY.german), "b") is None


def test_a_copy_of_a_review_is_no_review_of_its_own() -> None:
    origin = Origin(OriginKind.MEMORY, "a")
    copy = Catalogue((Entry(KEY, "text", origin=origin, checksum=checksum("text")),))
    assert found({"b": copy}, "c") is None
