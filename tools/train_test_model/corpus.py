"""Parallel German and English news sentences, generated from templates of our own.

A template is a German and an English sentence with the same slots; a slot draws a pair from the
tables below or makes a number. The same seed always gives the same corpus. Numbers and full
names whose checksum falls into one class in ten are never used for training, so that a held-out
sentence has a combination, and mostly a number, that the model has never seen.
"""

from __future__ import annotations

import random
import zlib
from collections.abc import Iterator

Forms = dict[str, str]

# Persons: every first name with every last name.
FEMALE = [
    "Anna",
    "Karin",
    "Sabine",
    "Petra",
    "Julia",
    "Monika",
    "Claudia",
    "Lena",
    "Eva",
    "Maria",
    "Katrin",
    "Birgit",
    "Nina",
    "Laura",
    "Sofia",
    "Irina",
    "Olga",
    "Marta",
]
MALE = [
    "Thomas",
    "Michael",
    "Stefan",
    "Peter",
    "Jan",
    "Lukas",
    "Markus",
    "Andreas",
    "Frank",
    "Oliver",
    "Daniel",
    "Martin",
    "Paul",
    "Felix",
    "Viktor",
    "Oleg",
    "Marek",
    "Pierre",
]
LAST = [
    "Wolff",
    "Schneider",
    "Berger",
    "Hartmann",
    "Lindner",
    "Kaiser",
    "Vogel",
    "Brandt",
    "Seidel",
    "Winkler",
    "Lorenz",
    "Roth",
    "Krüger",
    "Möller",
    "Jansen",
    "Petersen",
    "Baumann",
    "Keller",
    "Sommer",
    "Albrecht",
    "Novak",
    "Petrow",
    "Kowalski",
    "Moreau",
    "Rossi",
    "Larsen",
    "Haas",
    "Busch",
    "Engel",
    "Ziegler",
]

# feminine, masculine, English (which is the same for both, or written twice)
ROLES = [
    ("Innenministerin", "Innenminister", "Interior Minister", "Interior Minister"),
    ("Außenministerin", "Außenminister", "Foreign Minister", "Foreign Minister"),
    ("Finanzministerin", "Finanzminister", "Finance Minister", "Finance Minister"),
    ("Verteidigungsministerin", "Verteidigungsminister", "Defence Minister", "Defence Minister"),
    ("Umweltministerin", "Umweltminister", "Environment Minister", "Environment Minister"),
    ("Ministerpräsidentin", "Ministerpräsident", "State Premier", "State Premier"),
    ("Bürgermeisterin", "Bürgermeister", "Mayor", "Mayor"),
    ("Präsidentin", "Präsident", "President", "President"),
    ("Bundeskanzlerin", "Bundeskanzler", "Chancellor", "Chancellor"),
    ("Polizeisprecherin", "Polizeisprecher", "police spokeswoman", "police spokesman"),
    (
        "Regierungssprecherin",
        "Regierungssprecher",
        "government spokeswoman",
        "government spokesman",
    ),
    ("Staatsanwältin", "Staatsanwalt", "prosecutor", "prosecutor"),
    ("Virologin", "Virologe", "virologist", "virologist"),
    ("Ökonomin", "Ökonom", "economist", "economist"),
    ("Klimaforscherin", "Klimaforscher", "climate researcher", "climate researcher"),
    ("Trainerin", "Trainer", "coach", "coach"),
]

# nominative, genitive, dative, English
ORGANISATIONS = [
    ("die Polizei", "der Polizei", "der Polizei", "the police"),
    ("die Feuerwehr", "der Feuerwehr", "der Feuerwehr", "the fire service"),
    ("die Bundesregierung", "der Bundesregierung", "der Bundesregierung", "the federal government"),
    (
        "das Innenministerium",
        "des Innenministeriums",
        "dem Innenministerium",
        "the Interior Ministry",
    ),
    (
        "das Außenministerium",
        "des Außenministeriums",
        "dem Außenministerium",
        "the Foreign Ministry",
    ),
    (
        "das Verteidigungsministerium",
        "des Verteidigungsministeriums",
        "dem Verteidigungsministerium",
        "the Defence Ministry",
    ),
    (
        "das Gesundheitsministerium",
        "des Gesundheitsministeriums",
        "dem Gesundheitsministerium",
        "the Health Ministry",
    ),
    (
        "das Statistische Bundesamt",
        "des Statistischen Bundesamts",
        "dem Statistischen Bundesamt",
        "the Federal Statistical Office",
    ),
    (
        "die Staatsanwaltschaft",
        "der Staatsanwaltschaft",
        "der Staatsanwaltschaft",
        "the public prosecutor's office",
    ),
    (
        "die Stadtverwaltung",
        "der Stadtverwaltung",
        "der Stadtverwaltung",
        "the city administration",
    ),
    (
        "der Deutsche Wetterdienst",
        "des Deutschen Wetterdienstes",
        "dem Deutschen Wetterdienst",
        "the German Weather Service",
    ),
    (
        "die Europäische Kommission",
        "der Europäischen Kommission",
        "der Europäischen Kommission",
        "the European Commission",
    ),
    ("die Bundesbank", "der Bundesbank", "der Bundesbank", "the Bundesbank"),
    ("der Betreiber", "des Betreibers", "dem Betreiber", "the operator"),
    ("die Gewerkschaft", "der Gewerkschaft", "der Gewerkschaft", "the union"),
    ("die Universität", "der Universität", "der Universität", "the university"),
]

CITIES = [
    ("Berlin", "Berlin"), ("Hamburg", "Hamburg"), ("München", "Munich"), ("Köln", "Cologne"),
    ("Hannover", "Hanover"), ("Nürnberg", "Nuremberg"), ("Leipzig", "Leipzig"),
    ("Dresden", "Dresden"), ("Bremen", "Bremen"), ("Wien", "Vienna"), ("Zürich", "Zurich"),
    ("Brüssel", "Brussels"), ("Straßburg", "Strasbourg"), ("Warschau", "Warsaw"),
    ("Prag", "Prague"), ("Rom", "Rome"), ("Athen", "Athens"), ("Lissabon", "Lisbon"),
    ("Kiew", "Kyiv"), ("Moskau", "Moscow"), ("Genf", "Geneva"), ("Mailand", "Milan"),
]  # fmt: skip

COUNTRIES = [
    ("Deutschland", "Germany"), ("Österreich", "Austria"), ("Frankreich", "France"),
    ("Italien", "Italy"), ("Spanien", "Spain"), ("Polen", "Poland"), ("Norwegen", "Norway"),
    ("Griechenland", "Greece"), ("Dänemark", "Denmark"), ("Kanada", "Canada"),
    ("Japan", "Japan"), ("Brasilien", "Brazil"),
]  # fmt: skip

# German plural in nominative and dative (the same for all of them where they follow "von"), English
PEOPLE = [
    ("Menschen", "Menschen", "people"), ("Soldaten", "Soldaten", "soldiers"),
    ("Einwohner", "Einwohnern", "residents"), ("Beschäftigte", "Beschäftigten", "employees"),
    ("Kinder", "Kindern", "children"), ("Schüler", "Schülern", "pupils"),
    ("Polizisten", "Polizisten", "police officers"), ("Feuerwehrleute", "Feuerwehrleuten",
     "firefighters"), ("Zuschauer", "Zuschauern", "spectators"),
    ("Flüchtlinge", "Flüchtlingen", "refugees"), ("Patienten", "Patienten", "patients"),
    ("Touristen", "Touristen", "tourists"), ("Demonstranten", "Demonstranten", "demonstrators"),
    ("Zivilisten", "Zivilisten", "civilians"), ("Studierende", "Studierenden", "students"),
]  # fmt: skip

THINGS = [
    ("Häuser", "houses"), ("Wohnungen", "flats"), ("Autos", "cars"), ("Drohnen", "drones"),
    ("Raketen", "missiles"), ("Bäume", "trees"), ("Panzer", "tanks"), ("Flüge", "flights"),
    ("Züge", "trains"), ("Arbeitsplätze", "jobs"), ("Tests", "tests"), ("Straftaten", "crimes"),
]  # fmt: skip

MEASURES = [
    ("Kilometer", "kilometres"), ("Tonnen", "tonnes"), ("Stunden", "hours"), ("Tage", "days"),
    ("Hektar", "hectares"), ("Liter", "litres"), ("Meter", "metres"), ("Minuten", "minutes"),
]  # fmt: skip

CURRENCIES = [("Euro", "euros"), ("Dollar", "dollars"), ("Franken", "francs")]

QUALIFIERS = [
    ("rund", "around"), ("etwa", "about"), ("mehr als", "more than"), ("mindestens", "at least"),
    ("bis zu", "up to"), ("knapp", "just under"), ("fast", "almost"), ("gut", "a good"),
    ("höchstens", "at most"),
]  # fmt: skip

WEEKDAYS = [
    ("Montag", "Monday"), ("Dienstag", "Tuesday"), ("Mittwoch", "Wednesday"),
    ("Donnerstag", "Thursday"), ("Freitag", "Friday"), ("Samstag", "Saturday"),
    ("Sonntag", "Sunday"),
]  # fmt: skip

MONTHS = [
    ("Januar", "January"), ("Februar", "February"), ("März", "March"), ("April", "April"),
    ("Mai", "May"), ("Juni", "June"), ("Juli", "July"), ("August", "August"),
    ("September", "September"), ("Oktober", "October"), ("November", "November"),
    ("Dezember", "December"),
]  # fmt: skip

HARM = [
    ("verletzt", "injured"), ("getötet", "killed"), ("festgenommen", "arrested"),
    ("gerettet", "rescued"), ("evakuiert", "evacuated"), ("befragt", "questioned"),
]  # fmt: skip

DAMAGE = [
    ("zerstört", "destroyed"), ("beschädigt", "damaged"), ("gebaut", "built"),
    ("gezählt", "counted"), ("geliefert", "delivered"),
]  # fmt: skip

# nominative, dative, English
EVENTS = [
    ("der Brand", "dem Brand", "the fire"),
    ("der Unfall", "dem Unfall", "the accident"),
    ("das Unwetter", "dem Unwetter", "the storm"),
    ("der Angriff", "dem Angriff", "the attack"),
    ("das Erdbeben", "dem Erdbeben", "the earthquake"),
    ("die Explosion", "der Explosion", "the explosion"),
    ("das Konzert", "dem Konzert", "the concert"),
    ("die Demonstration", "der Demonstration", "the demonstration"),
    ("der Einsatz", "dem Einsatz", "the operation"),
]

# A thing that can rise or fall, with its article, and English
INDICATORS = [
    ("die Inflation", "inflation"), ("die Arbeitslosenquote", "the unemployment rate"),
    ("der Umsatz", "turnover"), ("der Gewinn", "profit"), ("der Strompreis", "the price of power"),
    ("die Zahl der Straftaten", "the number of crimes"),
    ("die Zahl der Touristen", "the number of tourists"), ("der Weizenpreis", "the price of wheat"),
    ("die Produktion", "production"), ("der Verbrauch", "consumption"),
]  # fmt: skip

SAID = [("sagte", "said"), ("erklärte", "explained"), ("betonte", "stressed"),
        ("warnte", "warned"), ("berichtete", "reported")]  # fmt: skip

# Whole clauses that can be quoted (no verb moves when they are).
QUOTES = [
    ("Wir geben nicht auf", "We are not giving up"),
    ("Das war ein schwerer Tag", "That was a hard day"),
    ("Die Lage ist ernst", "The situation is serious"),
    ("Wir brauchen mehr Geld", "We need more money"),
    ("Das ist ein großer Erfolg", "That is a great success"),
    ("Es gibt keinen Grund zur Sorge", "There is no reason to worry"),
    ("Niemand darf vergessen werden", "No one must be forgotten"),
    ("Wir haben lange darauf gewartet", "We have waited a long time for this"),
    ("Die Kosten steigen weiter", "Costs keep rising"),
    ("Das Ergebnis überrascht uns nicht", "The result does not surprise us"),
    ("Jetzt müssen wir handeln", "Now we must act"),
    ("Wir wissen noch nicht, warum", "We do not yet know why"),
]

TEMPLATES = [
    # Stated figures.
    ("{event[Bei]} in {city[de]} wurden {q[de]} {n[de]} {people[de]} {harm[de]}.",
     "{Q[en]} {n[en]} {people[en]} were {harm[en]} in {event[en]} in {city[en]}."),
    ("{event[Bei]} wurden am {day[de]} {n[de]} {people[de]} {harm[de]}.",
     "{N[en]} {people[en]} were {harm[en]} in {event[en]} on {day[en]}."),
    ("In {city[de]} wurden {q[de]} {n[de]} {things[de]} {damage[de]}.",
     "{Q[en]} {n[en]} {things[en]} were {damage[en]} in {city[en]}."),
    ("Die Stadt {city[de]} hat {n[de]} Einwohner.",
     "The city of {city[en]} has {n[en]} residents."),
    ("{Indicator[de]} stieg im {month[de]} um {p[de]} Prozent.",
     "{Indicator[en]} rose by {p[en]} percent in {month[en]}."),
    ("{Indicator[de]} sank im {month[de]} {year[de]} auf {p[de]} Prozent.",
     "{Indicator[en]} fell to {p[en]} percent in {month[en]} {year[en]}."),
    ("{P[de]} Prozent der {people[dat]} sind älter als {age[de]} Jahre.",
     "{P[en]} percent of the {people[en]} are older than {age[en]}."),
    ("{Indicator[de]} lag {year[de]} bei {money[de]}.",
     "{Indicator[en]} was {money[en]} in {year[en]}."),
    ("Der Schaden beträgt {q[de]} {money[de]}.", "The damage amounts to {q[en]} {money[en]}."),
    ("{Country[de]} will {q[de]} {money[de]} für {n[de]} {things[de]} ausgeben.",
     "{Country[en]} wants to spend {q[en]} {money[en]} on {n[en]} {things[en]}."),
    ("Am {date[de]} kamen {n[de]} {people[de]} nach {city[de]}.",
     "On {date[en]} {n[en]} {people[en]} came to {city[en]}."),
    ("Der Einsatz dauerte {q[de]} {m[de]} {duration[de]}.",
     "The operation lasted {q[en]} {m[en]} {duration[en]}."),
    ("Zwischen {city[de]} und {city2[de]} liegen {m[de]} {measure[de]}.",
     "There are {m[en]} {measure[en]} between {city[en]} and {city2[en]}."),
    ("{Person[de]} besuchte am {date[de]} {country[de]}.",
     "{Person[en]} visited {country[en]} on {date[en]}."),
    ("Vor {event[dat]} lebten {n[de]} {people[de]} in {city[de]}, heute sind es {n2[de]}.",
     "Before {event[en]} {n[en]} {people[en]} lived in {city[en]}, today there are {n2[en]}."),
    ("{Country[de]} lieferte {n[de]} {things[de]} und {n2[de]} {things2[de]}.",
     "{Country[en]} delivered {n[en]} {things[en]} and {n2[en]} {things2[en]}."),
    # Attributed.
    ("Nach Angaben {org[gen]} wurden {q[de]} {n[de]} {people[de]} {harm[de]}.",
     "According to {org[en]}, {q[en]} {n[en]} {people[en]} were {harm[en]}."),
    ("Nach Angaben {org[gen]} stieg {indicator[de]} um {p[de]} Prozent.",
     "According to {org[en]}, {indicator[en]} rose by {p[en]} percent."),
    ("Laut {org[dat]} wurden {n[de]} {things[de]} {damage[de]}.",
     "According to {org[en]}, {n[en]} {things[en]} were {damage[en]}."),
    ("{Org[de]} teilte am {day[de]} mit, dass {q[de]} {n[de]} {people[de]} {harm[de]} worden "
     "seien.",
     "{Org[en]} announced on {day[en]} that {q[en]} {n[en]} {people[en]} had been {harm[en]}."),
    ("Wie {org[de]} mitteilte, wurden in {city[de]} {n[de]} {things[de]} {damage[de]}.",
     "As {org[en]} announced, {n[en]} {things[en]} were {damage[en]} in {city[en]}."),
    ("{Org[de]} bezifferte den Schaden auf {q[de]} {money[de]}.",
     "{Org[en]} put the damage at {q[en]} {money[en]}."),
    ("{Person[de]} {said[de]} am {day[de]}, {indicator[de]} sei um {p[de]} Prozent gestiegen.",
     "{Person[en]} {said[en]} on {day[en]} that {indicator[en]} had risen by {p[en]} percent."),
    ("{Person[de]} sprach von {q[de]} {n[de]} {people[dat]}.",
     "{Person[en]} spoke of {q[en]} {n[en]} {people[en]}."),
    ("{Role[de]} {person[name]} teilte mit, es gebe {n[de]} Verletzte.",
     "{Role[en]} {person[name]} announced that there were {n[en]} injured."),
    # Quoted.
    ("„{quote[de]}“, {said[de]} {person[de]}.", "“{quote[en]},” {said[en]} {person[en]}."),
    ("„{quote[de]}“, {said[de]} {person[de]} am {day[de]} in {city[de]}.",
     "“{quote[en]},” {said[en]} {person[en]} on {day[en]} in {city[en]}."),
    ("{Person[de]} {said[de]}: „{quote[de]}.“", "{Person[en]} {said[en]}: “{quote[en]}.”"),
    # Hearsay and hedges.
    ("In {city[de]} sollen {n[de]} {people[de]} {harm[de]} worden sein.",
     "{N[en]} {people[en]} are said to have been {harm[en]} in {city[en]}."),
    ("{Person[de]} soll {money[de]} erhalten haben.",
     "{Person[en]} is said to have received {money[en]}."),
    ("Angeblich wurden {q[de]} {n[de]} {things[de]} {damage[de]}.",
     "Allegedly {q[en]} {n[en]} {things[en]} were {damage[en]}."),
    ("Offenbar wurden {event[bei]} {n[de]} {people[de]} {harm[de]}.",
     "Apparently {n[en]} {people[en]} were {harm[en]} in {event[en]}."),
    ("Möglicherweise hat {person[de]} {city[de]} schon verlassen.",
     "{Person[en]} may already have left {city[en]}."),
    # Negation.
    ("{event[Bei]} wurde niemand {harm[de]}.", "No one was {harm[en]} in {event[en]}."),
    ("{Org[de]} wollte sich am {day[de]} nicht äußern.",
     "{Org[en]} did not want to comment on {day[en]}."),
    ("{Person[de]} will nicht nach {city[de]} reisen.",
     "{Person[en]} does not want to travel to {city[en]}."),
    ("Es gibt keine Hinweise auf {n[de]} {people[de]}.",
     "There is no evidence of {n[en]} {people[en]}."),
    # Headlines and labels, without a full stop.
    ("{Q[de]} {n[de]} {people[de]} {harm[de]}", "{Q[en]} {n[en]} {people[en]} {harm[en]}"),
    ("{N[de]} {things[de]} in {city[de]} {damage[de]}",
     "{N[en]} {things[en]} {damage[en]} in {city[en]}"),
    ("{Indicator[de]} steigt um {p[de]} Prozent", "{Indicator[en]} rises by {p[en]} percent"),
    ("{people[de]}", "{people[en]}"),
    ("{things[de]}", "{things[en]}"),
    ("{role[de]}", "{role[en]}"),
    ("{harm[de]}e {people[de]}", "{harm[en]} {people[en]}"),
    ("{org[de]}", "{org[en]}"),
    ("{city[de]}", "{city[en]}"),
]  # fmt: skip

SMALL = ["zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"]
SMALL_EN = [
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
]


def _pair(pair: tuple[str, str]) -> Forms:
    return {"de": pair[0], "en": pair[1]}


def _held_out(text: str) -> bool:
    return zlib.crc32(text.encode()) % 10 == 0


def _grouped(value: int) -> Forms:
    return {"de": f"{value:,}".replace(",", "."), "en": f"{value:,}"}


def _decimal(value: float) -> Forms:
    return {"de": f"{value:.1f}".replace(".", ","), "en": f"{value:.1f}"}


class Draw:
    """Draws the slots of one sentence, either from what is trained on or from what is held out."""

    def __init__(self, rng: random.Random, *, held_out: bool) -> None:
        self.rng = rng
        self.held_out = held_out

    def _kept(self, make: object) -> Forms:
        """Draw until the German falls into the wanted class (small sets have no such class)."""
        for _ in range(200):
            forms: Forms = make()  # type: ignore[operator]
            if _held_out(forms["de"]) == self.held_out:
                return forms
        return forms

    def count(self) -> Forms:
        """A count of people or things: a word, a number, or millions."""
        kind = self.rng.random()
        if kind < 0.15:
            i = self.rng.randrange(len(SMALL))
            return {"de": SMALL[i], "en": SMALL_EN[i]}
        return self._kept(lambda: self._count(kind))

    def _count(self, kind: float) -> Forms:
        rng = self.rng
        if kind < 0.45:
            return _grouped(rng.randint(13, 999))
        if kind < 0.60:
            return _grouped(rng.randint(1, 99) * 1000)
        if kind < 0.75:
            return _grouped(rng.randint(1000, 99999))
        if kind < 0.82:
            return _grouped(rng.randint(100_000, 9_999_999))
        scale, scale_en = rng.choice([("Millionen", "million"), ("Milliarden", "billion")])
        if kind < 0.88:
            i = rng.randrange(len(SMALL))
            return {"de": f"{SMALL[i]} {scale}", "en": f"{SMALL_EN[i]} {scale_en}"}
        number = _decimal(rng.choice([n for n in range(11, 200) if n % 10]) / 10)
        return {"de": f"{number['de']} {scale}", "en": f"{number['en']} {scale_en}"}

    def money(self) -> Forms:
        """An amount of money."""
        number, currency = self.count(), self.rng.choice(CURRENCIES)
        return {lang: f"{number[lang]} {currency[i]}" for i, lang in enumerate(("de", "en"))}

    def percent(self) -> Forms:
        """The number of a percentage."""
        if self.rng.random() < 0.5:
            return self._kept(lambda: _grouped(self.rng.randint(2, 99)))
        return self._kept(lambda: _decimal(self.rng.randint(11, 999) / 10))

    def date(self) -> Forms:
        """A day of a month, sometimes with its year."""
        day, month = self.rng.randint(1, 28), self.rng.choice(MONTHS)
        year = f" {self.rng.randint(1950, 2030)}" if self.rng.random() < 0.6 else ""
        return {"de": f"{day}. {month[0]}{year}", "en": f"{day} {month[1]}{year}"}

    def role(self) -> Forms:
        """A role and the name of a person of its gender."""
        role, female = self.rng.choice(ROLES), self.rng.random() < 0.5
        firsts = FEMALE if female else MALE

        def name() -> Forms:
            full = f"{self.rng.choice(firsts)} {self.rng.choice(LAST)}"
            return {"de": full}

        return {
            "de": role[0 if female else 1],
            "en": role[2 if female else 3],
            "name": self._kept(name)["de"],
        }

    @staticmethod
    def _event(nominative: str, dative: str, english: str) -> Forms:
        bei = f"bei {dative}".replace("bei dem ", "beim ")
        return {
            "de": nominative,
            "dat": dative,
            "bei": bei,
            "Bei": "B" + bei[1:],
            "en": english,
        }

    def slots(self) -> dict[str, Forms]:
        """A value for every slot that a template may have."""
        rng = self.rng
        org, event, people = rng.choice(ORGANISATIONS), rng.choice(EVENTS), rng.choice(PEOPLE)
        role = self.role()
        with_role = rng.random() < 0.7
        person = {
            "de": f"{role['de']} {role['name']}" if with_role else role["name"],
            "en": f"{role['en']} {role['name']}" if with_role else role["name"],
            "name": role["name"],
        }
        city, city2 = rng.sample(CITIES, 2)
        things, things2 = rng.sample(THINGS, 2)
        year = str(rng.randint(1950, 2030))
        age = str(rng.randint(13, 99))
        found = {
            "n": self.count(),
            "n2": self.count(),
            "m": self._kept(lambda: _grouped(rng.randint(13, 2500))),
            "p": self.percent(),
            "money": self.money(),
            "date": self.date(),
            "year": {"de": year, "en": year},
            "age": {"de": age, "en": age},
            "q": _pair(rng.choice(QUALIFIERS)),
            "org": {"de": org[0], "gen": org[1], "dat": org[2], "en": org[3]},
            "event": self._event(*event),
            "people": {"de": people[0], "dat": people[1], "en": people[2]},
            "things": _pair(things),
            "things2": _pair(things2),
            "city": _pair(city),
            "city2": _pair(city2),
            "country": _pair(rng.choice(COUNTRIES)),
            "measure": _pair(rng.choice([MEASURES[0], MEASURES[6]])),
            "duration": _pair(rng.choice([MEASURES[2], MEASURES[3], MEASURES[7]])),
            "day": _pair(rng.choice(WEEKDAYS)),
            "month": _pair(rng.choice(MONTHS)),
            "harm": _pair(rng.choice(HARM)),
            "damage": _pair(rng.choice(DAMAGE)),
            "indicator": _pair(rng.choice(INDICATORS)),
            "said": _pair(rng.choice(SAID)),
            "quote": _pair(rng.choice(QUOTES)),
            "role": role,
            "person": person,
        }
        for name in ("q", "n", "p", "org", "indicator", "country", "person", "role"):
            found[name.capitalize()] = {
                form: text[0].upper() + text[1:] for form, text in found[name].items()
            }
        return found


def sentences(seed: int, *, held_out: bool) -> Iterator[tuple[str, str]]:
    """Endless pairs of German and English; no two calls with one seed differ.

    Yields:
        Pairs (German, English). With `held_out`, the numbers above twelve and the full names
        are ones that the other set never has.
    """
    rng = random.Random(seed)
    draw = Draw(rng, held_out=held_out)
    # Labels are few, sentences many: draw them by how many there are.
    weights = [0.25 if len(german) < 24 else 1.0 for german, _ in TEMPLATES]
    while True:
        german, english = rng.choices(TEMPLATES, weights)[0]
        slots = draw.slots()
        yield german.format(**slots), english.format(**slots)
