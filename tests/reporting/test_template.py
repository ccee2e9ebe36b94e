"""The template: made by its script, free of what an office must not hand in."""

import importlib.util
import io
import zipfile
from pathlib import Path

from validating import validated

from tttt_desktop.paths import resource

SCRIPT = Path(__file__).parents[2] / "packaging" / "make_template.py"
TEMPLATE = resource("templates/briefing.docx")


def parts(data):
    with zipfile.ZipFile(data) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_the_script_makes_the_template_that_is_shipped():
    spec = importlib.util.spec_from_file_location("make_template", SCRIPT)
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)

    assert parts(io.BytesIO(script.make())) == parts(TEMPLATE)


def test_nothing_of_the_library_is_left():
    found = parts(TEMPLATE)
    assert not [
        name for name in found if "Effects" in name or "thumbnail" in name or "app.xml" in name
    ]
    text = b"".join(found.values())
    for word in (b"python-docx", b"en-US", b"Calibri", b"Cambria", b"Microsoft Macintosh"):
        assert word not in text
    assert b'w:val="vi-VN"' in found["word/settings.xml"]


def test_validator_finds_nothing():
    assert list(validated(TEMPLATE).errors) == []
