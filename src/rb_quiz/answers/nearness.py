"""Which of a bank's many names must travel with a question, because they could be mistaken for its answer."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from .lexicon import SMALL_WORDS
from .normal import folded, words
from .slips import distance, forgiven


@dataclass(frozen=True, slots=True, eq=False)
class _Index:
    """Names by what they share: a word, a word with letters left out, or all their letters run together."""

    normals: Mapping[str, str]
    by_word: Mapping[str, tuple[str, ...]]
    by_trace: Mapping[str, tuple[str, ...]]
    by_letters: Mapping[str, tuple[str, ...]]


def near_rivals(answers: Sequence[str], names: Iterable[str]) -> tuple[str, ...]:
    """Give the names, in their order, that share a word with an answer or lie within a few slips of one of its words.

    Names equal to an answer are left out. Pass the same tuple of names again and again: it is indexed once.
    """
    index = _index(names if isinstance(names, tuple) else tuple(names))
    own = [words(folded(answer)) for answer in answers]
    found: set[str] = set()
    for wording in own:
        found.update(index.by_letters.get(_letters(wording), ()))
        telling = [word for word in wording if word not in SMALL_WORDS] or wording
        for word in telling:
            found.update(index.by_word.get(word, ()))
            for other in _within_reach(word, index):
                found.update(index.by_word[other])
    same = {" ".join(wording) for wording in own}
    return tuple(name for name, normal in index.normals.items() if name in found and normal not in same)


def _letters(wording: Sequence[str]) -> str:
    return "".join(wording).rstrip("s")


def _within_reach(word: str, index: _Index) -> set[str]:
    reach = forgiven(word)
    if not reach:
        return set()
    likely = {other for trace in _traces(word, reach) for other in index.by_trace.get(trace, ())}
    return {other for other in likely if distance(word, other, reach) <= reach}


def _traces(word: str, slips: int) -> Iterator[str]:
    """Give the word with up to so many letters left out: two words within reach share one of these."""
    yield word
    if slips:
        for n in range(len(word)):
            yield from _traces(word[:n] + word[n + 1 :], slips - 1)


@lru_cache(maxsize=8)
def _index(names: tuple[str, ...]) -> _Index:
    by_word: defaultdict[str, list[str]] = defaultdict(list)
    by_letters: defaultdict[str, list[str]] = defaultdict(list)
    normals: dict[str, str] = {}
    for name in dict.fromkeys(names):
        wording = words(folded(name))
        normals[name] = " ".join(wording)
        by_letters[_letters(wording)].append(name)
        for word in dict.fromkeys(wording):
            by_word[word].append(name)
    by_trace: defaultdict[str, list[str]] = defaultdict(list)
    for word in by_word:
        for trace in set(_traces(word, _reach_of_neighbours(word))):
            by_trace[trace].append(word)
    return _Index(normals, _frozen(by_word), _frozen(by_trace), _frozen(by_letters))


def _reach_of_neighbours(word: str) -> int:
    """How many letters may be left out of an indexed word: a key's word two letters longer may be forgiven more."""
    length = len(word)
    if length < 4 or length > 30:  # noqa: PLR2004 - shorter words have no neighbours, longer ones no namesakes
        return 0
    return 1 if length < 7 else 2  # noqa: PLR2004 - nine letters are forgiven two


def _frozen(lists: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {key: tuple(values) for key, values in lists.items()}
