"""What every test stands on: a home folder of its own, no screen, no unexpected words in the log."""

import hashlib
import importlib.util
import itertools
import logging
import os
import re
import shutil
import sys
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import settings

from tttt_desktop.domain.records import Block, ParsedArticle
from tttt_desktop.services.dossier import Dossier

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # a test with a real window starts it as a process

settings.register_profile("project", deadline=None, database=None)  # busy machines; no files here
settings.register_profile("quick", settings.get_profile("project"), max_examples=25)
settings.load_profile("project")

SEEDS = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "seeds"

_numbers = itertools.count()


@pytest.fixture
def tmp_path(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """As pytest's own, which looks through the folders of all tests before for the number of the next."""
    name = re.sub(r"\W", "_", request.node.name)[:30]
    folder = tmp_path_factory.getbasetemp() / f"{name}-{next(_numbers)}"
    folder.mkdir(mode=0o700)
    return folder


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder inside `tmp_path`, for this process and those it starts."""
    folder = tmp_path / "home"
    folder.mkdir()
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(folder))
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "LOCALAPPDATA", "APPDATA"):
        monkeypatch.setenv(name, str(folder / name.lower()))
    core = sys.modules.get("PySide6.QtCore")
    if core is not None:  # Qt asks the environment once and keeps the answer
        kind, scope = core.QSettings.Format.IniFormat, core.QSettings.Scope.UserScope
        core.QSettings.setPath(kind, scope, str(folder / "xdg_config_home"))
    return folder


class _Kept(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def expected_logs() -> Iterator[list[str]]:
    """Patterns of the warnings a test provokes; any other warning fails it, and so does a pattern never seen."""
    patterns: list[str] = []
    kept = _Kept()
    logging.getLogger().addHandler(kept)
    yield patterns
    logging.getLogger().removeHandler(kept)
    unexpected = [said for said in kept.said if not any(re.search(p, said) for p in patterns)]
    unseen = [p for p in patterns if not any(re.search(p, said) for said in kept.said)]
    assert not unexpected, f"unexpected in the log: {unexpected}"
    assert not unseen, f"expected in the log, but not there: {unseen}"


@pytest.fixture(params=["NFC", "NFD"])
def user_folder(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A folder as users have them: spaces and diacritics, composed and decomposed."""
    name = unicodedata.normalize(request.param, "Tài khoản của tôi/Tài liệu")
    folder = tmp_path / name
    folder.mkdir(parents=True)
    return folder


@pytest.fixture
def seeds() -> list[Path]:
    """The five real pages, read where they lie."""
    if not SEEDS.is_dir():
        pytest.skip("the real pages are not on this machine")
    return sorted(SEEDS.glob("*.txt"))


@pytest.fixture(scope="session")
def checker() -> Path:
    """The independent checker of the decree's rules; it lies beside the project, not in it."""
    path = Path(__file__).resolve().parents[2] / "shared" / "tools" / "check_nd30.py"
    if not path.is_file():
        pytest.skip("check_nd30.py is not beside the project")
    return path


@pytest.fixture(scope="session")
def judge(checker: Path) -> ModuleType:
    """The checker as a module: `judge.Check(path).out` is what it says of each rule."""
    spec = importlib.util.spec_from_file_location("check_nd30", checker)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def broken_rules(judge: ModuleType) -> Callable[[Path], list[dict[str, Any]]]:
    """The rules of the decree, and those of a file that works in Word, which a .docx breaks."""

    def broken(path: Path) -> list[dict[str, Any]]:
        rules = judge.Check(str(path)).out
        assert len(rules) == 60
        return [rule for rule in rules if rule["status"] == "FAIL"]

    return broken


@pytest.fixture(scope="session")
def empty_dossier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a new dossier, made once: a copy is open in a third of the time."""
    path = tmp_path_factory.mktemp("empty") / "hồ sơ.tttt"
    Dossier.create(path).close()
    return path


@pytest.fixture
def dossier(empty_dossier: Path, tmp_path: Path) -> Iterator[Dossier]:
    """A new, empty dossier."""
    with Dossier.open(Path(shutil.copy(empty_dossier, tmp_path))) as made:
        yield made


@pytest.fixture(scope="session")
def parsed() -> Callable[..., ParsedArticle]:
    """Make an article as importing hands it over: `parsed(text, title=..., ...)`."""

    def make(text: str, name: str = "bài.txt", **values: Any) -> ParsedArticle:
        raw = text.encode()
        digest = hashlib.sha256(raw).hexdigest()
        blocks = tuple(Block(line) for line in text.split("\n"))
        values.setdefault("title", text.split("\n")[0])
        return ParsedArticle(name, "txt", digest, raw, blocks, **values)

    return make
