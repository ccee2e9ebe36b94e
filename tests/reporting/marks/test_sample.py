"""The sample in resources is what its script writes."""

import importlib.util
from pathlib import Path

import pytest

from tttt_desktop.paths import resource
from tttt_desktop.services.own_template import SAMPLE

SCRIPT = Path(__file__).parents[3] / "packaging" / "make_marked_sample.py"


def test_the_script_writes_the_sample_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spec = importlib.util.spec_from_file_location("make_marked_sample", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    monkeypatch.setattr(script, "TARGET", tmp_path / "a.docx")
    script.main()
    assert (tmp_path / "a.docx").read_bytes() == resource(SAMPLE).read_bytes()
