"""The host's rules of likeness: what is the answer in other words, and what is something else."""

from .expected import Expects, Judgement, accept, prompt, reject
from .lexicon import COUNTRIES, EXACT_WORDS, SMALL_WORDS
from .reply import Reply
from .sheet import Sheet, between, digits, glue, singular, slip
from .stems import Words, only_repeats

_NAMED = frozenset({Expects.PERSON, Expects.CHARACTER})
_THINGS = frozenset({Expects.TEXT, Expects.TITLE})
_TELLING = 4


def same_words(sheet: Sheet, reply: Reply) -> Judgement | None:
    """Accept the answer with an article, a title, "I think" or words of the question around it.

    What is another's name as it stands stays that, however little of it is left: the Cannes Festival is not Cannes.
    """
    for form in (*reply.forms, reply.bare):
        if form in sheet.rivals:
            return None
        if form in sheet.forms:
            return accept("same-words", sheet.forms[form], "The answer stands in what you said.")
    return None


def within_broader(sheet: Sheet, reply: Reply) -> Judgement | None:
    """Accept a place with the wider one it lies in after it, as in "Warsaw Poland".

    Only what the author lists as too broad counts: whether another country is the true one, nobody here can tell.
    """
    if sheet.expected.expects is not Expects.PLACE or not sheet.broad:
        return None
    for cut in range(1, len(reply.short)):
        text = sheet.forms.get(reply.short[:cut])
        if text is not None and reply.short[cut:] in sheet.broad:
            return accept("same-words", text, "The answer stands in what you said.")
    return None


def in_digits(sheet: Sheet, reply: Reply) -> Judgement | None:
    """Accept "10-minute" for "ten-minute"."""
    for form in reply.forms:
        text = sheet.digits.get(digits(form))
        if text is not None:
            return accept("same-number", text, "Right, but for digits or words.")
    return None


def question_words(sheet: Sheet, reply: Reply) -> Judgement | None:
    """Reject what only repeats the question."""
    if sheet.says_more and only_repeats(reply.short, sheet.stem):
        return reject("question-words", "The question says that already.")
    return None


def another_name(sheet: Sheet, reply: Reply) -> Judgement | None:
    """Never take another known name for a slip; when it is also the answer's surname, ask which is meant."""
    for form in reply.forms:
        if form in sheet.rivals:
            if sheet.expected.expects in _NAMED and any(form == (w.name.surname,) for w in sheet.wordings):
                return prompt("shared-surname", "", "More than one person goes by that name; say the full name.")
            return reject("another-name", f"That is {sheet.rivals[form]}, someone or something else.")
    if len(reply.short) == 1 and reply.short[0] in sheet.rival_words:
        return reject("another-name", "That is part of another name.")
    if sheet.expected.expects is Expects.PLACE and reply.short[0] in COUNTRIES and len(reply.short) == 1:
        return reject("another-name", "That is another country.")
    return None


def spacing(sheet: Sheet, reply: Reply) -> Judgement | None:
    """Accept the answer with its spaces elsewhere."""
    telling = (form for form in reply.forms if len(glue(form)) > _TELLING or len(form) == len(glue(form)))
    text = next((sheet.glued[glue(form)] for form in telling if glue(form) in sheet.glued), None)
    return None if text is None else accept("spacing", text, "Right, though it is spaced otherwise.")


def plural(sheet: Sheet, reply: Reply) -> Judgement | None:
    """Accept a thing in the singular for the plural, and the other way round."""
    if sheet.expected.expects not in _THINGS:
        return None
    for form in (*reply.forms, reply.bare):
        if singular(form) in sheet.singular:
            return accept("plural", sheet.singular[singular(form)], "Right, but for a plural s.")
    return None


def small_words(sheet: Sheet, reply: Reply) -> Judgement | None:
    """Accept a title or text of two or more telling words without its small ones."""
    if sheet.expected.expects not in _THINGS:
        return None
    said = tuple(_content(form) for form in (*reply.forms, reply.bare))
    for form, text in sheet.forms.items():
        content = _content(form)
        if len(content) > 1 and content in said:
            return accept("small-words", text, "Right, but for a small word.")
    return None


def _content(form: Words) -> Words:
    return tuple(word for word in form if word not in SMALL_WORDS)


def misspelt(sheet: Sheet, reply: Reply) -> Judgement | None:
    """Forgive slips of the finger, word by word, unless another known name is as near."""
    for form in (*reply.forms, reply.bare):
        for known, text in sheet.forms.items():
            if len(known) == len(form) and all(
                slip(sheet, word, typed) is not None for word, typed in zip(known, form, strict=True)
            ):
                if any(between(sheet, word, typed) for word, typed in zip(known, form, strict=True)):
                    return prompt("between-two-names", "", "That lies between two names; check the spelling.")
                return accept("misspelt", text, f"Right; it is spelt {text}.")
    return None


def incomplete(sheet: Sheet, reply: Reply) -> Judgement | None:
    """Prompt for half of the answer's telling words, or the first four letters of a one-word answer."""
    said = _content(reply.short)
    for known, text in sheet.forms.items():
        content = _content(known)
        if said and len(said) < len(content) <= 2 * len(said) and _runs_through(said, content):
            return prompt("incomplete", text, "That is part of the answer; say all of it.")
        one, rest = content[:1], content[1:]
        if one and not rest and len(said) == 1 and _begins(one[0], said[0]):
            return prompt("incomplete", text, "That is how the answer begins; say all of it.")
    return None


def _runs_through(said: Words, content: Words) -> bool:
    left = iter(content)
    return all(word in left for word in said)


def _begins(known: str, typed: str) -> bool:
    return len(typed) >= _TELLING and known != typed and known.startswith(typed) and not {known, typed} & EXACT_WORDS


def no_match(_: Sheet, __: Reply) -> Judgement:
    """Reject whatever no rule accepts."""
    return reject("no-match", "That is not the answer.")
