"""Recommendations of gold records as the program lists them, and how it ranks all sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from mapping import Places, document_of

from deskbrief.analysis import language
from deskbrief.analysis.pieces import Piece, pieces_of
from deskbrief.analysis.recommendations.assembling import best_advice
from deskbrief.analysis.recommendations.choosing import Judged, judged
from deskbrief.analysis.recommendations.listing import recommendations_of
from deskbrief.analysis.recommendations.weighing import load_weights
from deskbrief.analysis.times.told import Times
from deskbrief.analysis.words import Sentence
from deskbrief.document.model import Document
from deskbrief.document.outline import Origin
from deskbrief.document.spans import Span, hull
from deskbrief.document.steps import finish


def predict(records: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield the prediction for each record; one that cannot be read gives an empty one with `error`."""
    for record in records:
        try:
            yield {"id": record["id"], **_prediction(record["text"])}
        except Exception as error:  # noqa: BLE001  a record's failure must not stop the rest
            yield {"id": record["id"], "recommendations": [], "error": repr(error)}


def _prediction(text: str) -> dict[str, Any]:
    """Return what the program lists as recommendations, and every other sentence with its score."""
    document = document_of(text)
    reading, judgements = finish(judged(document, sentences_of(document), load_weights()))
    found = recommendations_of(document, reading, judgements, Times(()))
    places = Places(document)
    rows = [_scored(places, one.spans[0], one.confidence) for one in found if one.source is Origin.TABLE]
    ranked = [(one.listed, _scored(places, core_of(one), one.confidence)) for one in judgements]
    return {
        "recommendations": [row for row in rows if row],
        "sentences": [{**one, "is_recommendation": listed} for listed, one in ranked if one],
    }


def core_of(one: Judged) -> Span:
    """Return the words that ask, where the sentence is listed for them, else the whole clause."""
    advice = best_advice(one.unit)
    if advice is None or not one.listed or one.unit.lead is not None:
        return one.unit.sentence.span
    return hull(tuple(span for span in (advice.addressee, advice.wording, advice.action) if span))


def sentences_of(document: Document) -> Mapping[int, Sequence[Sentence]]:
    """Return the sentences of `document` as the language model reads them, by block."""
    model = language.shared()
    assert not isinstance(model, language.Missing), model.sentence
    pieces: list[Piece] = []
    finish(pieces_of(document, pieces))
    found: dict[int, list[Sentence]] = {}
    for _, sentences in model.read(document.text, pieces):
        for sentence in sentences:
            found.setdefault(sentence.block, []).append(sentence)
    return found


def _scored(places: Places, span: Span, score: float) -> dict[str, Any] | None:
    back = places.back(span)
    return {"start": back.start, "end": back.end, "score": round(score, 5)} if back else None
