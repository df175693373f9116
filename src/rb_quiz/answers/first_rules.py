"""The host's first rules: what is right or wrong as it stands, before anything is forgiven."""

from collections import Counter

from .expected import Judgement, accept, prompt, reject
from .lexicon import NEGATIONS, SMALL_WORDS
from .reply import Reply, passes
from .sheet import Sheet
from .stems import Words


def exact(sheet: Sheet, reply: Reply) -> Judgement | None:
    """Accept a listed wording; an alias that is another's name as well is not enough."""
    return known(sheet, reply.fold, reply.words)


def known(sheet: Sheet, fold: str, found: Words) -> Judgement | None:
    """Look a folded response up among the listed wordings."""
    text = sheet.folds.get(fold) or sheet.exact.get(found)
    if text is None:
        return None
    if found in sheet.shared:
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
    if "n't" in reply.fold and not any("n't" in fold for fold in sheet.folds):
        return reject("negation", "“n't” says what it is not; say what it is.")
    for word in reply.words:
        if word in NEGATIONS and reply.words.count(word) > sheet.most.get(word, 0):
            return reject("negation", f"“{word}” says what it is not; say what it is.")
    return None


def repetition(sheet: Sheet, reply: Reply) -> Judgement | None:
    """Reject the same answer said twice."""
    unlisted = len(reply.parts) <= 1 and len(set(reply.words)) < len(reply.words)
    if (unlisted and _says_again(sheet, reply)) or len(set(reply.parts)) < len(reply.parts):
        return reject("repetition", "Say the answer once.")
    return None


def _says_again(sheet: Sheet, reply: Reply) -> bool:
    """Tell whether a telling word comes too often; the letters of "M.M.A." are initials, not words."""
    said = Counter(word for word in reply.words if word not in SMALL_WORDS and (len(word) > 1 or not word.isalpha()))
    return any(times > max(1, sheet.most.get(word, 0)) for word, times in said.items())


def too_broad(sheet: Sheet, reply: Reply) -> Judgement | None:
    """Prompt for what is right but listed as too broad."""
    for form in reply.forms:
        if form in sheet.broad:
            return prompt("too-broad", " ".join(form), "That is right but too broad; be more precise.")
    return None
