"""The tables: what they refuse, what is indexed, and that every released file opens."""

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tttt_desktop.domain.errors import DossierNotOurs
from tttt_desktop.domain.likeness import from_hex, sketch
from tttt_desktop.domain.records import Kind, Status
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.storage import schema, suggestions

RELEASED = sorted((Path(__file__).parents[1] / "data" / "schemas").glob("v*.tttt"))


@pytest.fixture
def conn(dossier: Dossier) -> sqlite3.Connection:
    return dossier.store.conn


def tables(conn: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    """Name and SQL of our own tables."""
    for (kind, name), sql in schema.expected(schema.VERSION).items():
        if kind == "table" and sql.startswith("CREATE TABLE") and name != "sqlite_sequence":
            yield name, sql


def test_every_table_is_strict_and_never_gives_an_id_twice(conn: sqlite3.Connection) -> None:
    found = list(tables(conn))
    assert len(found) >= 24
    for _, sql in found:
        assert "id INTEGER PRIMARY KEY AUTOINCREMENT" in sql
        assert sql.endswith("STRICT")


def test_every_foreign_key_is_indexed(conn: sqlite3.Connection) -> None:
    for table, _ in tables(conn):
        leading = {
            conn.execute(f"PRAGMA index_info({index['name']})").fetchone()["name"]
            for index in conn.execute(f"PRAGMA index_list({table})").fetchall()
        }
        for key in conn.execute(f"PRAGMA foreign_key_list({table})"):
            assert key["from"] in leading, (table, key["from"])


def test_a_dossier_bears_its_mark_and_its_version(conn: sqlite3.Connection) -> None:
    assert conn.execute("PRAGMA application_id").fetchone()[0] == 0x54545454
    assert conn.execute("PRAGMA user_version").fetchone()[0] == schema.VERSION
    for pragma, value in {
        "journal_mode": "delete",
        "synchronous": 3,
        "locking_mode": "exclusive",
        "foreign_keys": 1,
    }.items():
        assert conn.execute(f"PRAGMA {pragma}").fetchone()[0] == value


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO article (source_id, title, state) VALUES (1, 'a', 'lost')",
        "INSERT INTO article (source_id, title, published_on) VALUES (1, 'a', '2023-02-30')",
        "INSERT INTO article (source_id, title, plan_year) VALUES (1, 'a', 'năm 2023')",
        "INSERT INTO source (kind, name, sha256, imported_at, raw) VALUES ('txt', '', 'x', '', x'00')",
        "INSERT INTO setting (key, value) VALUES (NULL, 'a')",
        "INSERT INTO field (name, folded) VALUES ('Bưu chính', 'buu chinh')",
    ],
)
def test_the_tables_refuse_what_makes_no_sense(conn: sqlite3.Connection, statement: str) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        conn.execute(statement)


def test_an_up_to_date_file_opens_without_the_makers_of_tables(sealed: Path) -> None:
    program = (
        "import sys; from pathlib import Path\n"
        "from tttt_desktop.services.dossier import Dossier\n"
        "Dossier.open(Path(sys.argv[1])).close()\n"
        "sys.exit('sqlite_utils' in sys.modules)"
    )
    root = Path(__file__).resolve().parents[2]
    subprocess.run([sys.executable, "-c", program, str(sealed)], check=True, cwd=root)


@pytest.mark.parametrize("released", RELEASED, ids=lambda path: path.stem)
def test_every_released_file_opens(released: Path, tmp_path: Path) -> None:
    path = tmp_path / released.name
    shutil.copy(released, path)
    with Dossier.open(path) as dossier:
        assert dossier.check() == []
        page = dossier.page(dossier.article_ids()[0])
        assert {annotation.kind for annotation in page.annotations} == set(Kind)
        task = next(one.task for one in page.annotations if one.task)
        assert (task.lead, task.status) == ("Phòng Bưu chính, Viễn thông", Status.UNDER_WAY)
        assert dossier.search("vùng lõm")[0].article_id == page.article.id
        while dossier.undo():
            pass
        assert dossier.totals().articles == 0
        while dossier.redo():
            pass
        assert dossier.page(page.article.id) == page


def test_a_file_of_the_first_schema_has_been_looked_at_and_can_be_compared(tmp_path: Path) -> None:
    path = tmp_path / "v1.tttt"
    shutil.copy(RELEASED[0], path)
    with Dossier.open(path) as dossier:
        assert dossier.unsuggested(9) == []
        (article_id,) = dossier.article_ids()
        text = dossier.page(article_id).text
        assert [(one, from_hex(values)) for one, values in dossier.sketches(0, 9)] == [
            (article_id, sketch(text))
        ]
        while dossier.undo():
            pass
        suggestions.put(dossier.store, {article_id: ()})
        while dossier.redo():
            assert dossier.check() == []
        assert dossier.unsuggested(9) == []
    (before,) = path.with_suffix(".saoluu").glob("truoc-nang-cap-1.tttt")
    with sqlite3.connect(f"file:{before}?mode=ro", uri=True) as conn:
        assert conn.execute("PRAGMA user_version").fetchone()[0] == 1


def test_the_newest_schema_has_a_released_file() -> None:
    assert [path.stem for path in RELEASED] == [f"v{n + 1}" for n in range(schema.VERSION)]
    conn = sqlite3.connect(f"file:{RELEASED[-1]}?mode=ro", uri=True)
    assert schema.expected(schema.VERSION).items() <= schema.objects(conn).items()
    conn.close()


@pytest.fixture
def next_step(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Give the program one more step of schema than the files have."""

    def add(*statements: str) -> None:
        monkeypatch.setattr(schema, "STEPS", (*schema.STEPS, statements))
        monkeypatch.setattr(schema, "VERSION", len(schema.STEPS))

    return add


def test_an_older_file_is_backed_up_and_brought_up_to_date(
    sealed: Path, next_step: Callable[..., None]
) -> None:
    next_step("ALTER TABLE article ADD COLUMN place TEXT NOT NULL DEFAULT ''")
    with Dossier.open(sealed, read_only=True) as reader:
        assert reader.totals().articles == 1
    assert not sealed.with_suffix(".saoluu").exists()
    with Dossier.open(sealed) as dossier:
        assert dossier.store.conn.execute("PRAGMA user_version").fetchone()[0] == schema.VERSION
        assert dossier.undo() is not None  # images of the old schema fit the new one
        assert dossier.redo() is not None
        assert dossier.check() == []
    (before,) = sealed.with_suffix(".saoluu").glob("truoc-nang-cap-*.tttt")
    conn = sqlite3.connect(before)
    assert conn.execute("PRAGMA user_version").fetchone()[0] == schema.VERSION - 1
    conn.close()


def test_a_step_that_fails_leaves_the_older_file(
    sealed: Path, next_step: Callable[..., None], folder_state: Callable[[Path], dict[str, str]]
) -> None:
    next_step("CREATE TABLE half (id INTEGER)", "INSERT INTO nowhere VALUES (1)")
    conn = sqlite3.connect(sealed)
    before = "\n".join(conn.iterdump())
    conn.close()
    with pytest.raises((sqlite3.Error, DossierNotOurs)):
        Dossier.open(sealed)
    conn = sqlite3.connect(sealed)
    assert "\n".join(conn.iterdump()) == before
    conn.close()
    assert not list(sealed.parent.glob(".~*"))
