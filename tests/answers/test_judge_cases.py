"""The host's table: several hundred responses, written before the rules were tuned, with verdict and rule."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from rb_quiz.answers import Expected, Expects, Verdict, judge

TABLE = Path(__file__).with_name("judge_cases.txt")


def cases() -> Iterator[tuple[Expected, str, str, str]]:
    """Read the table: a question's fields, then its cases."""
    fields: dict[str, str] = {}
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        if line.startswith("?"):
            fields = {"stem": line[1:].strip()}
        elif " |" in line:
            head, response = line.split("|", 1)
            verdict, rule = head.split()
            yield expected_from(fields), response.removeprefix(" "), verdict, rule
        else:
            name, value = line.split(":", 1)
            fields[name] = value.strip()


def expected_from(fields: dict[str, str]) -> Expected:
    """Build what a question expects from its lines in the table."""

    def listed(name: str) -> tuple[str, ...]:
        return tuple(part.strip() for part in fields.get(name, "").split(";") if part.strip())

    return Expected(
        Expects(fields["expects"]),
        fields["answer"],
        accept=listed("accept"),
        too_broad=listed("too_broad"),
        reject=listed("reject"),
        rivals=listed("rivals"),
        stem=fields["stem"],
        unit=fields.get("unit", ""),
        tolerance=fields.get("tolerance", ""),
    )


CASES = tuple(cases())


@pytest.mark.parametrize(
    ("expected", "response", "verdict", "rule"),
    [pytest.param(*case, id=f"{case[0].answer[:20]} <- {case[1]}") for case in CASES],
)
def test_a_response_is_judged_as_the_table_says(expected: Expected, response: str, verdict: str, rule: str) -> None:
    """The verdict and the rule that decided are those of the table."""
    judged = judge(expected, response)
    assert (judged.verdict, judged.rule) == (Verdict(verdict), rule)


def test_the_table_is_long_and_fair() -> None:
    """The table holds at least 300 cases, and each verdict at least fifty times."""
    verdicts = [case[2] for case in CASES]
    assert len(CASES) >= 300
    assert all(verdicts.count(verdict) >= 50 for verdict in Verdict)
