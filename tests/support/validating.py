"""What an independent validator says of an Office file."""

from functools import cache
from pathlib import Path

from openxml_audit import OpenXmlValidator, ValidationResult


@cache
def _validator() -> OpenXmlValidator:
    """The one for all files: to make it takes as long as to look through a small report."""
    return OpenXmlValidator()


def validated(path: Path) -> ValidationResult:
    """All it says of a file."""
    return _validator().validate(path)


def new_errors(path: Path, before: Path) -> list[str]:
    """What is wrong with a file and was not wrong with the one it was made from."""
    wrong = [str(error.description) for error in validated(path).errors]
    known = {str(error.description) for error in validated(before).errors} if wrong else set()
    return [error for error in wrong if error not in known]
