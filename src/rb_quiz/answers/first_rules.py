"""The host's first rules: what is right or wrong as it stands, before anything is forgiven."""

from collections import Counter

from .expected import Judgement, accept, prompt, reject
from .lexicon import NEGATIONS, SMALL_WORDS
from .reply import Reply, passes
from .sheet import Sheet


def exact(sheet: Sheet, reply: Reply) -> Judgement | None:
    """Accept a listed wording; an alias that is another's name as well is not enough."""
    text = sheet.folds.get(reply.fold) or sheet.exact.get(reply.words)
    if text is None:
        return None
    if reply.words in sheet.shared:
        return prompt("shared-name", text, "More than one goes by that name; say the full name.")
    return accept("exact", text, "That is the answer.")


def empty(_: Sheet, reply: Reply) -> Judgement | None:
    """Reject silence."""
    return None if reply.words else reject("empty", "There is no answer to judge.")


def given_up(_: Sheet, reply: Reply) -> Judgement | None:
    """Reject "pass" and "I don't know"."""
    return reject("pass", "You passed.") if passes(reply.fold) else None


def refused(sheet: Sheet, reply: Reply) -> Judgement | None:
    """Reject what the author ruled out by name."""
    if any(form in sheet.refused for form in (*reply.forms, reply.bare)):
        return reject("refused", "The author lists this as wrong.")
    return None


def negation(sheet: Sheet, reply: Reply) -> Judgement | None:
    """Reject an answer that says what it is not; a key may hold such words itself, as Why Not Productions does."""
    for word in reply.words:
        if word in NEGATIONS and reply.words.count(word) > max(w.words.count(word) for w in sheet.wordings):
            return reject("negation", f"“{word}” says what it is not; say what it is.")
    return None


def repetition(sheet: Sheet, reply: Reply) -> Judgement | None:
    """Reject the same answer said twice."""
    own = max((Counter(wording.words) for wording in sheet.wordings), key=lambda counts: max(counts.values(), default=0))
    said = Counter(word for word in reply.words if word not in SMALL_WORDS)
    again = len(reply.parts) <= 1 and any(times > max(1, own[word]) for word, times in said.items())
    if again or len(set(reply.parts)) < len(reply.parts):
        return reject("repetition", "Say the answer once.")
    return None


def too_broad(sheet: Sheet, reply: Reply) -> Judgement | None:
    """Prompt for what is right but listed as too broad."""
    for form in reply.forms:
        if form in sheet.broad:
            return prompt("too-broad", " ".join(form), "That is right but too broad; be more precise.")
    return None
