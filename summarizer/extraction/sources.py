"""Sources: everyone to whom an article attributes something, and what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from summarizer.extraction.cast import Cast
from summarizer.extraction.continuation import (
    continues,
    is_reported,
    may_be_reported,
    speaks_in_person,
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


def attribute(analysed: AnalysedArticle) -> list[_Record]:  # noqa: PLR0912, PLR0915
    """Each speaker of the article with its statements, unsorted."""
    cast = Cast(analysed.docs)
    lines = read_lines(analysed, cast)
    records: list[_Record] = []
    spoken: list[tuple[int, Member]] = []
    last: tuple[int, Member, Line] | None = None
    previous: Member | None = None
    unmarked = False
    own_voice = False  # whether the writer says "ich" or "wir"
    for sentence in analysed.article.sentences:
        if sentence.role not in _SPEAKING_ROLES:
            continue
        line = lines[sentence.id]
        if sentence.role is Role.HEADING:
            last = None
            continue
        frames = find_frames(line)
        found = _speakers(frames, sentence.id, cast, spoken, lines)
        if not found and any(frame.anonymous for frame in frames):
            last = previous = None
            continue
        if found:
            for speaker, frame in found:
                _add(records, speaker, _statement(line, sentence.id, frame.cue, frame.rule))
                if frame.back and _is_free(analysed, records, sentence.id - 1):
                    earlier = lines[sentence.id - 1]
                    _add(records, speaker, _statement(earlier, sentence.id - 1, "", "points-back"))
                spoken.append((sentence.id, speaker))
                cast.mention(speaker, sentence.id)
            last = (sentence.id, found[-1][0], line)
            previous = None
            unmarked = False
            continue
        subject = _subject(line, sentence.id, cast, spoken)
        if subject is not None:
            cast.mention(subject, sentence.id)
        member: Member | None = last[1] if last is not None else None
        rule = continues(
            lines, sentence.id, last[0] if last is not None else None, unmarked=unmarked
        )
        if rule == "subjunctive" and last is not None and sentence.id - last[0] > 1:
            member = _only_person(lines[sentence.id - 1], sentence.id - 1, cast) or member
        elsewhere = last is None or sentence.id - last[0] > 1
        if rule == "first-person" and elsewhere and previous is not None:
            member = previous  # "Tann trat auf. Ich bin nervös."
        if not rule and subject is None and previous is not None and speaks_in_person(line):
            rule, member = "first-person", previous
        elif not rule and any(m is previous for _, m in spoken) and line.speech:
            rule, member = "quotation", previous
        elif (
            not rule
            and subject is not None
            and any(m is subject for _, m in spoken)
            and surname_of(subject.name) in line.doc.text
            and is_reported(line)
        ):
            rule, member = "subjunctive", subject
        previous = subject
        if rule == "lost-opening":
            continue
        if rule in ("first-person", "goes-on") and (own_voice or not _may_say_i(member)):
            rule = ""
        if not spoken and speaks_in_person(line) and not line.quotations:
            own_voice = True
        if rule and member is not None:
            _add(records, member, _statement(line, sentence.id, "", rule))
            last = (sentence.id, member, line)
            unmarked = rule in ("first-person", "goes-on", "lost-closing")
    _add_between(lines, records)
    _add_earlier_parts(analysed, lines, records)
    _add_headlines(analysed, lines, cast, records)
    return [r for r in records if r.statements]


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
