"""Running `python -m rb_quiz` is the same as running `rb-quiz`."""

from rb_quiz.cli import main

main()
