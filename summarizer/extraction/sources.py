"""Sources: everyone to whom an article attributes something, and what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from summarizer.extraction.cast import Cast
from summarizer.extraction.continuation import (
    continues,
    demands_more,
    is_reported,
    makes_demands,
    may_be_reported,
    speaks_in_person,
    speaks_unmarked,
    tells_shares,
)
from summarizer.extraction.frame import Frame
from summarizer.extraction.frames import find_frames
from summarizer.extraction.headlines import speaker_of_headline, speaker_of_quoted_headline
from summarizer.extraction.lines import Line, make_line
from summarizer.extraction.member import Member, surname_of
from summarizer.extraction.subjects import subjects_of
from summarizer.german.phrases import phrase_at
from summarizer.german.pipeline import AnalysedArticle
from summarizer.german.quotes import find_quotations
from summarizer.summary import Mode, Role, Source, SourceKind, Statement

_NEAR = 2
_UNMARKED_BEFORE = 3
_SPEAKING_ROLES = frozenset({Role.BODY, Role.HEADING})


@dataclass
class _Record:
    """A member of the cast and what it says, as found so far."""

    member: Member
    statements: dict[int, Statement] = field(default_factory=dict)


def find_sources(analysed: AnalysedArticle) -> tuple[Source, ...]:
    """All sources in the order of their first statement; `id` is the index."""
    records = attribute(analysed)
    ordered = sorted(records, key=lambda r: min(r.statements))
    return tuple(
        Source(
            id=number,
            name=record.member.name,
            kind=record.member.kind,
            named=record.member.named,
            role=record.member.role,
            aliases=tuple(record.member.aliases),
            statements=tuple(record.statements[n] for n in sorted(record.statements)),
        )
        for number, record in enumerate(ordered)
    )


def read_lines(analysed: AnalysedArticle, cast: Cast) -> tuple[Line, ...]:
    """Every sentence of the article made ready for the attribution frames."""
    sentences = analysed.article.sentences
    breaks = frozenset(s.id for s in sentences if s.role is not Role.BODY)
    quotations = find_quotations([s.text for s in sentences], breaks)
    return tuple(
        make_line(analysed.docs[s.id], quotations[s.id], cast.names, s.role is Role.HEADING)
        for s in sentences
    )


@dataclass
class _Hearing:
    """What has been heard up to a sentence: who spoke, who was spoken of, how speech runs on."""

    analysed: AnalysedArticle
    cast: Cast
    lines: tuple[Line, ...]
    records: list[_Record] = field(default_factory=list)
    spoken: list[tuple[int, Member]] = field(default_factory=list)
    last: tuple[int, Member, Line] | None = None
    previous: Member | None = None
    unmarked: bool = False
    """Whether the last speech was a quotation that has lost its marks."""
    demanding: bool = False
    """Whether the last speech makes demands, which "sollen" carries on."""
    own_voice: int | None = None
    """Where the writer first says "ich" or "wir"; None for nowhere."""

    @property
    def speakers(self) -> list[Member]:
        """Who has spoken, the last one last."""
        return [member for _, member in self.spoken]


def attribute(analysed: AnalysedArticle) -> list[_Record]:
    """Each speaker of the article with its statements, unsorted."""
    cast = Cast(analysed.docs)
    hearing = _Hearing(analysed, cast, read_lines(analysed, cast))
    for sentence in analysed.article.sentences:
        if sentence.role is Role.HEADING:
            hearing.last = None
        elif sentence.role in _SPEAKING_ROLES:
            _hear(hearing, sentence.id)
    _add_between(hearing.lines, hearing.records)
    _add_earlier_parts(analysed, hearing.lines, hearing.records)
    _add_headlines(analysed, hearing.lines, cast, hearing.records)
    return [r for r in hearing.records if r.statements]


def _hear(hearing: _Hearing, sentence: int) -> None:
    """Read one sentence: by its own frames, else as speech that runs on."""
    frames = find_frames(hearing.lines[sentence])
    found = _speakers(frames, sentence, hearing.cast, hearing.spoken, hearing.lines)
    if found:
        _hear_speakers(hearing, sentence, found)
    elif any(frame.anonymous for frame in frames):
        hearing.last = hearing.previous = None
    else:
        _hear_on(hearing, sentence)


def _hear_speakers(hearing: _Hearing, sentence: int, found: Sequence[tuple[Member, Frame]]) -> None:
    """Add what the sentence's own speakers say, and the sentence before if it points back."""
    line = hearing.lines[sentence]
    unmarked = speaks_unmarked(line)
    since = hearing.own_voice
    if unmarked and since is not None and sentence - since <= _UNMARKED_BEFORE:
        hearing.own_voice = None  # it was the speaker's, whose marks are lost
    lost = unmarked and hearing.own_voice is None
    for speaker, frame in found:
        _add(hearing.records, speaker, _statement(line, sentence, frame.cue, frame.rule))
        if frame.back and _is_free(hearing.analysed, hearing.records, sentence - 1):
            earlier = hearing.lines[sentence - 1]
            _add(hearing.records, speaker, _statement(earlier, sentence - 1, "", "points-back"))
        hearing.spoken.append((sentence, speaker))
        hearing.cast.mention(speaker, sentence)
    if lost and len(found) == 1 and _may_say_i(found[0][0]):
        _add_unmarked_before(hearing, found[0][0], sentence)
    hearing.last = (sentence, found[-1][0], line)
    hearing.previous = None
    hearing.unmarked = lost
    hearing.demanding = makes_demands(line)


def _add_unmarked_before(hearing: _Hearing, speaker: Member, sentence: int) -> None:
    """The sentences in the first person before one whose quotation has lost its marks."""
    earlier = sentence - 1
    while earlier >= max(0, sentence - _UNMARKED_BEFORE):
        line = hearing.lines[earlier]
        if (
            not _is_free(hearing.analysed, hearing.records, earlier)
            or line.quotations
            or not speaks_in_person(line)
        ):
            return
        _add(hearing.records, speaker, _statement(line, earlier, "", "first-person"))
        earlier -= 1


def _hear_on(hearing: _Hearing, sentence: int) -> None:
    """Add a sentence without a speaker of its own to the speech that it carries on."""
    line, last, previous = hearing.lines[sentence], hearing.last, hearing.previous
    subject = _subject(line, sentence, hearing.cast, hearing.spoken)
    if subject is not None:
        hearing.cast.mention(subject, sentence)
    rule, member = _who_goes_on(hearing, sentence, subject)
    hearing.previous = subject
    if rule == "lost-opening":
        return
    if rule in ("first-person", "goes-on") and (
        hearing.own_voice is not None or not _may_say_i(member)
    ):
        rule = ""
    if not hearing.spoken and hearing.own_voice is None and speaks_unmarked(line):
        hearing.own_voice = sentence
    if not rule and last is not None and previous is None:
        rule, member = _carries_on(hearing, sentence), last[1]
    if rule and member is not None:
        _add(hearing.records, member, _statement(line, sentence, "", rule))
        hearing.last = (sentence, member, line)
        hearing.unmarked = rule in ("first-person", "goes-on", "lost-closing")


def _carries_on(hearing: _Hearing, sentence: int) -> str:
    """The rule by which an indicative sentence carries on a survey's figures or a demand."""
    line, last = hearing.lines[sentence], hearing.last
    if last is None or line.quotations:
        return ""
    gap = sentence - last[0]
    if last[1].asks_people and gap <= _NEAR and tells_shares(line):
        return "survey"
    if hearing.demanding and gap == 1 and demands_more(line):
        return "demand"
    return ""


def _who_goes_on(
    hearing: _Hearing, sentence: int, subject: Member | None
) -> tuple[str, Member | None]:
    """The rule by which a sentence carries speech on, and whose; ("", …) for none."""
    line, last, previous = hearing.lines[sentence], hearing.last, hearing.previous
    member: Member | None = last[1] if last is not None else None
    rule = continues(
        hearing.lines, sentence, last[0] if last is not None else None, unmarked=hearing.unmarked
    )
    if rule == "subjunctive" and last is not None and sentence - last[0] > 1:
        member = _only_person(hearing.lines[sentence - 1], sentence - 1, hearing.cast) or member
    elsewhere = last is None or sentence - last[0] > 1
    if rule == "first-person" and elsewhere and previous is not None:
        member = previous  # "Tann trat auf. Ich bin nervös."
    if rule:
        return rule, member
    if subject is None and previous is not None and speaks_in_person(line):
        return "first-person", previous
    if any(m is previous for m in hearing.speakers) and line.speech:
        return "quotation", previous
    if (
        subject is not None
        and any(m is subject for m in hearing.speakers)
        and surname_of(subject.name) in line.doc.text
        and is_reported(line)
    ):
        return "subjunctive", subject
    return "", member


def _may_say_i(member: Member | None) -> bool:
    """Whether words in the first person can be a source's: a person's, not a paper's."""
    return member is not None and (
        member.kind is SourceKind.PERSON
        or (member.kind in (SourceKind.GROUP, SourceKind.ORGANISATION) and not member.plural)
    )


def _add_headlines(
    analysed: AnalysedArticle, lines: Sequence[Line], cast: Cast, records: list[_Record]
) -> None:
    """Give the headlines to those who speak in the text."""
    records = [r for r in records if r.statements]
    speakers = [r.member for r in sorted(records, key=lambda r: min(r.statements))]
    said = [(r.member, tuple(r.statements.values())) for r in records]
    for sentence in analysed.article.sentences:
        if sentence.role is not Role.HEADING:
            continue
        line = lines[sentence.id]
        frames = find_frames(line)
        for frame in frames:
            for member in speaker_of_headline(frame, sentence.id, len(lines), cast, speakers):
                _add(records, member, _statement(line, sentence.id, frame.cue, frame.rule))
        if not frames:
            quoted = speaker_of_quoted_headline(line, said)
            if quoted is not None:
                _add(records, quoted, _statement(line, sentence.id, "", "quoted-headline"))


def _speakers(
    frames: Sequence[Frame],
    sentence: int,
    cast: Cast,
    spoken: Sequence[tuple[int, Member]],
    lines: Sequence[Line],
) -> list[tuple[Member, Frame]]:
    """Who speaks in a sentence by its own frames, without the media that only receive."""
    found: list[tuple[Member, Frame]] = []
    together_before = _last_authorities(spoken)
    for frame in frames:
        if frame.rule in ("demnach", "it-says") and frame.speaker is None:
            together = _whom_it_follows(
                lines, sentence, cast, spoken, demnach=frame.rule == "demnach"
            )
        elif frame.speaker is None:
            together = together_before
        else:
            one = cast.resolve(frame.speaker, sentence, [m for _, m in spoken])
            together = [one] if one else []
        for each in together:
            if all(each is not other for other, _ in found):
                found.append((each, frame))
    return found


def _whom_it_follows(
    lines: Sequence[Line], sentence: int, cast: Cast, spoken: Sequence[tuple[int, Member]],
    *, demnach: bool,
) -> list[Member]:  # fmt: skip
    """Whose information "demnach" or "hieß es" passes on: the last speaker's, if he is near.

    "Demnach" may also point to a document that the sentence before has only named.
    """
    if spoken and sentence - spoken[-1][0] <= _NEAR:
        together = _last_authorities(spoken)
        if demnach or all(m.kind is not SourceKind.PERSON for m in together):
            return together  # "hieß es" speaks for an office, not for one who is named
    if not demnach:
        return []
    before = lines[sentence - 1] if sentence else None
    if before is None:
        return []
    for token in before.doc:
        phrase = phrase_at(before.doc, token.i, cast.names)
        if phrase is not None and phrase.kind is SourceKind.DOCUMENT and not phrase.name:
            member = cast.resolve(phrase, sentence - 1)
            return [member] if member is not None else []
    return []


def _last_authorities(spoken: Sequence[tuple[int, Member]]) -> list[Member]:
    """Who "den Angaben nach" means: those who last gave information together."""
    if spoken and spoken[-1][1].name.endswith((" Angaben", " Quellen")):
        return [spoken[-1][1]]  # "nach nordkoreanischen Angaben", then "den Angaben zufolge"
    able = [(s, m) for s, m in spoken if m.kind is not SourceKind.GROUP] or list(spoken)
    return [m for s, m in able if s == able[-1][0]] if able else []


def _only_person(line: Line, sentence: int, cast: Cast) -> Member | None:
    """The one person that a sentence names, anywhere in it; None for none or several."""
    found: list[Member] = []
    for token in line.doc:
        phrase = phrase_at(line.doc, token.i, cast.names)
        if phrase is None or not phrase.name or phrase.kind is not SourceKind.PERSON:
            continue
        member = cast.resolve(phrase, sentence)
        if member is not None and member not in found:
            found.append(member)
    return found[0] if len(found) == 1 else None


def _subject(
    line: Line, sentence: int, cast: Cast, spoken: Sequence[tuple[int, Member]]
) -> Member | None:
    """Whom a sentence without a speaker is about, so that "er" and "sie" are understood."""
    for predicate in line.predicates:
        if predicate.verb_last:
            continue
        for phrase in subjects_of(line, predicate)[:1]:
            if phrase.quoted:
                return None
            if phrase.name or phrase.kind in (
                SourceKind.ORGANISATION,
                SourceKind.PERSON,
                SourceKind.GROUP,
            ):
                return cast.resolve(phrase, sentence, [m for _, m in spoken])
            if phrase.pronoun in ("er", "sie"):
                return cast.resolve(phrase, sentence, [m for _, m in spoken])
        break
    return None


def _statement(line: Line, sentence: int, cue: str, rule: str) -> Statement:
    text = line.doc.text
    speech = [
        text[q.start : q.end]
        for q in line.quotations
        if any(q.start <= t.idx < q.end for t in line.doc if t.i in line.masked)
    ]
    direct = bool(speech) or rule in (
        "first-person",
        "goes-on",
        "runs-on",
        "lost-closing",
        "lost-opening",
    )
    return Statement(
        sentence=sentence,
        mode=Mode.DIRECT if direct else Mode.INDIRECT,
        cue=cue,
        quote=" … ".join(speech) if speech else None,
        rule=rule,
    )


def _is_free(analysed: AnalysedArticle, records: list[_Record], sentence: int) -> bool:
    """Whether a sentence is body text that nobody says yet."""
    return (
        sentence >= 0
        and analysed.article.sentences[sentence].role is Role.BODY
        and not any(sentence in r.statements for r in records)
    )


def _add(records: list[_Record], member: Member, statement: Statement) -> None:
    record = next((r for r in records if r.member is member), None)
    if record is None:
        record = _Record(member)
        records.append(record)
    record.statements.setdefault(statement.sentence, statement)


def _add_earlier_parts(
    analysed: AnalysedArticle, lines: Sequence[Line], records: list[_Record]
) -> None:
    """Give a quotation's earlier sentences to the speaker whom its last one names."""
    for record in records:
        for number in sorted(record.statements):
            line = lines[number]
            first = line.quotations[0] if line.quotations else None
            if first is None or first.opened or record.statements[number].cue == "":
                continue
            earlier = number - 1
            while earlier >= 0 and analysed.article.sentences[earlier].role is Role.BODY:
                spans = lines[earlier].quotations
                if not (first.inherited and spans and spans[-1].continued):
                    break
                for other in records:
                    if (
                        other is not record
                        and earlier in other.statements
                        and (other.statements[earlier].cue == "")
                    ):
                        del other.statements[earlier]
                _add(records, record.member, _statement(lines[earlier], earlier, "", "runs-on"))
                first = spans[-1]
                if first.opened:
                    break
                earlier -= 1
            if not first.inherited and not first.opened:
                _add_unmarked(analysed, lines, records, record, number)


def _add_between(lines: Sequence[Line], records: list[_Record]) -> None:
    """Give a speaker the sentence between two of its own that may be read as reported."""
    for record in records:
        for number in sorted(record.statements):
            between = number + 1
            if (
                number + 2 in record.statements
                and record.statements[number].rule == "subjunctive"
                and not any(between in other.statements for other in records)
                and may_be_reported(lines[between])
            ):
                _add(records, record.member, _statement(lines[between], between, "", "between"))


def _add_unmarked(
    analysed: AnalysedArticle, lines: Sequence[Line], records: list[_Record], record: _Record,
    number: int,
) -> None:  # fmt: skip
    """The sentences before a quotation whose opening mark was lost."""
    earlier = number - 1
    if earlier < 0 or analysed.article.sentences[earlier].role is not Role.BODY:
        return
    if any(earlier in r.statements and r.statements[earlier].cue for r in records):
        return
    if lines[earlier].quotations:
        return
    for other in records:
        if other is not record:
            other.statements.pop(earlier, None)
    _add(records, record.member, _statement(lines[earlier], earlier, "", "lost-opening"))
