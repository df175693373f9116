"""The command `schema`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from rb_quiz.cli.output import print_text, write
from rb_quiz.cli.pages import refuse_existing


def schema(
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Write it to this new file.")] = None,
) -> None:
    """Print the JSON Schema of bank files, from which editors complete and check what you type.

    Example: rb-quiz schema -o my-questions/bank.schema.json

    Each file beside it then begins with this line:

    # yaml-language-server: $schema=bank.schema.json
    """
    import json

    from rb_quiz.bank.schema import schema

    text = json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"
    if output is None:
        print_text(text)
    else:
        refuse_existing([output], "name another or remove it")
        write(output, text.encode())
