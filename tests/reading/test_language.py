"""Only German articles are read; a mixture counts as what it mainly is."""

from __future__ import annotations

import pytest

from summarizer.problem import InputError
from summarizer.reading.language import check_german

GERMAN = (
    "Die Polizei hat am Montag drei Männer festgenommen, die mit gestohlenen Autos gehandelt haben "
    "sollen. Sie sitzen in Untersuchungshaft, wie ein Sprecher mitteilte. "
)
FOREIGN = {
    "English": "The police arrested three men on Monday who are said to have traded in stolen "
    "cars. They are in custody, a spokesman said. ",
    "French": "La police a arrêté lundi trois hommes qui auraient vendu des voitures volées. Ils "
    "sont en prison, selon un porte-parole de la ville. ",
    "Dutch": "De politie heeft maandag drie mannen aangehouden die in gestolen auto's zouden "
    "hebben gehandeld. Zij zitten vast, zegt een woordvoerder van het korps. ",
    "Italian": "La polizia ha arrestato lunedì tre uomini che avrebbero venduto delle auto rubate. "
    "Sono in carcere, come ha detto un portavoce della città. ",
    "Spanish": "La policía detuvo el lunes a tres hombres que habrían vendido los coches robados. "
    "Están en prisión, como dijo una portavoz de las autoridades. ",
}


@pytest.mark.parametrize(("name", "text"), FOREIGN.items())
def test_an_article_in_another_language_is_refused_by_its_name(name: str, text: str) -> None:
    with pytest.raises(InputError, match=f"is written in {name}, not in German"):
        check_german([text], "a.txt")


def test_a_language_that_is_not_known_is_refused_too() -> None:
    finnish = (
        "Poliisi pidätti maanantaina kolme miestä joiden epäillään myyneen varastettuja autoja. "
        "Miehet ovat vangittuina kertoi kaupungin tiedottaja illalla."
    )

    with pytest.raises(InputError, match="is not written in German"):
        check_german([finnish], "a.txt")


@pytest.mark.parametrize(
    "texts",
    [
        [GERMAN],
        [GERMAN, GERMAN, FOREIGN["English"]],
        [GERMAN, 'Er sagte: "We will never give up, this is our country and not yours."'],
        ["Drei Tote bei Unfall."],
        ["FC Beispiel", "SV Muster", "TSV Anderswo"],
        ["Tore: Müller, Schmidt, Weber. Zuschauer: 12.500. Schiedsrichter: Fischer. Gelbe Karten: "
         "Koch, Bauer, Richter. Rote Karte: keine."],
    ],
    ids=["German", "mainly German", "foreign quotation", "short", "names", "a list of results"],
)  # fmt: skip
def test_german_passes(texts: list[str]) -> None:
    check_german(texts, "a.txt")


def test_a_mixture_that_is_mainly_english_is_refused() -> None:
    with pytest.raises(InputError, match="English"):
        check_german([GERMAN, *[FOREIGN["English"]] * 3], "a.txt")
