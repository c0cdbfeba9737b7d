"""The value at the heart of a recommendation: a wording that asks for something, and what it asks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from deskbrief.document.outline import Strength
from deskbrief.document.spans import Span


class Form(StrEnum):
    """The grammatical forms in which advice is given."""

    MODAL = "modal"
    NEED = "need"
    ADJECTIVE = "adjective"
    VERB = "verb"
    IMPERATIVE = "imperative"
    WISH = "wish"
    WEAK = "weak"


@dataclass(frozen=True, slots=True)
class Advice:
    """A wording that asks for something, offsets into the document.

    `wording` carries the strength ("should consider"), `action` is what is asked, `addressee` who is asked
    (none when not said), `speaker` who asks, when that is not the text's own voice. `main` tells whether
    the wording stands in a main clause, `negated` whether it advises against something.
    """

    form: Form
    strength: Strength
    wording: Span
    action: Span
    addressee: Span | None = None
    speaker: Span | None = None
    main: bool = True
    negated: bool = False


def best(advice: Iterable[Advice]) -> Advice | None:
    """Return the advice that is given first: in a main clause if any is, and with more than "could"."""
    asking = [one for one in advice if one.form is not Form.WEAK]
    return next((one for one in asking if one.main), asking[0] if asking else None)
