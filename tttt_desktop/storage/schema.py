"""The tables of a dossier. A step is never edited once released: a new schema is a new step."""

import sqlite3
from collections.abc import Mapping
from functools import cache

from tttt_desktop.domain.likeness import sketch, to_hex

APPLICATION_ID = 0x54545454  # "TTTT"

# The year an article is listed under, as Article.year computes it; written as the index has it.
YEAR = "coalesce(plan_year, review_year + 1, CAST(substr(published_on, 1, 4) AS INTEGER))"

_STEP_1 = (
    """CREATE TABLE source (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        kind TEXT NOT NULL CHECK (kind <> ''),
        name TEXT NOT NULL,
        sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
        imported_at TEXT NOT NULL,
        raw BLOB NOT NULL
    ) STRICT""",
    """CREATE TABLE article (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        source_id INTEGER NOT NULL REFERENCES source (id),
        title TEXT NOT NULL,
        outlet TEXT NOT NULL DEFAULT '',
        byline TEXT NOT NULL DEFAULT '',
        published_on TEXT CHECK (date(published_on) = published_on),
        published_time TEXT NOT NULL DEFAULT '',
        event_on TEXT CHECK (date(event_on) = event_on),
        province TEXT NOT NULL DEFAULT '',
        review_year INTEGER CHECK (review_year > 0),
        plan_year INTEGER CHECK (plan_year > 0),
        state TEXT NOT NULL DEFAULT 'unread' CHECK (state IN ('unread', 'reading', 'done')),
        note TEXT NOT NULL DEFAULT ''
    ) STRICT""",
    """CREATE TABLE body (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        article_id INTEGER NOT NULL REFERENCES article (id),
        number INTEGER NOT NULL CHECK (number > 0),
        digest TEXT NOT NULL,
        reason TEXT NOT NULL DEFAULT '',
        made_at TEXT NOT NULL,
        text TEXT NOT NULL,
        UNIQUE (article_id, number)
    ) STRICT""",
    """CREATE TABLE aside (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        article_id INTEGER NOT NULL REFERENCES article (id),
        at INTEGER NOT NULL CHECK (at >= 0),
        text TEXT NOT NULL,
        reason TEXT NOT NULL CHECK (reason <> '')
    ) STRICT""",
    """CREATE TABLE field (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL,
        folded TEXT NOT NULL UNIQUE CHECK (folded <> ''),
        short_name TEXT NOT NULL DEFAULT '',
        position INTEGER NOT NULL DEFAULT 0
    ) STRICT""",
    """CREATE TABLE agency (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL,
        folded TEXT NOT NULL UNIQUE CHECK (folded <> ''),
        short_name TEXT NOT NULL DEFAULT '',
        position INTEGER NOT NULL DEFAULT 0
    ) STRICT""",
    """CREATE TABLE annotation (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        article_id INTEGER NOT NULL REFERENCES article (id),
        kind TEXT NOT NULL CHECK (kind IN ('achievement', 'shortcoming', 'task')),
        start INTEGER NOT NULL CHECK (start >= 0),
        stop INTEGER NOT NULL CHECK (stop > start),
        quote TEXT NOT NULL,
        prefix TEXT NOT NULL,
        suffix TEXT NOT NULL,
        statement TEXT NOT NULL DEFAULT '',
        field_id INTEGER REFERENCES field (id),
        note TEXT NOT NULL DEFAULT '',
        cause TEXT NOT NULL DEFAULT '',
        cause_start INTEGER CHECK (cause_start >= 0),
        cause_stop INTEGER CHECK (cause_stop > cause_start),
        remedy TEXT NOT NULL DEFAULT '',
        origin TEXT NOT NULL CHECK (origin IN ('hand', 'suggestion')),
        lost INTEGER NOT NULL DEFAULT 0 CHECK (lost IN (0, 1)),
        CHECK ((cause_start IS NULL) = (cause_stop IS NULL))
    ) STRICT""",
    """CREATE TABLE figure (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        annotation_id INTEGER NOT NULL REFERENCES annotation (id),
        indicator TEXT NOT NULL DEFAULT '',
        value REAL,
        total REAL,
        unit TEXT NOT NULL DEFAULT '',
        change TEXT NOT NULL DEFAULT '',
        as_printed TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE task (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        annotation_id INTEGER NOT NULL UNIQUE REFERENCES annotation (id),
        basis TEXT NOT NULL CHECK (basis IN ('assigned', 'own plan')),
        lead_agency_id INTEGER REFERENCES agency (id),
        assigner TEXT NOT NULL DEFAULT '',
        deadline_on TEXT CHECK (date(deadline_on) = deadline_on),
        deadline_text TEXT NOT NULL DEFAULT '',
        carried_from_task_id INTEGER REFERENCES task (id)
    ) STRICT""",
    """CREATE TABLE task_agency (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        task_id INTEGER NOT NULL REFERENCES task (id),
        agency_id INTEGER NOT NULL REFERENCES agency (id),
        UNIQUE (task_id, agency_id)
    ) STRICT""",
    """CREATE TABLE follow_up (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        task_id INTEGER NOT NULL REFERENCES task (id),
        year INTEGER NOT NULL CHECK (year > 0),
        status TEXT NOT NULL
            CHECK (status IN ('not started', 'under way', 'completed', 'dropped')),
        noted_on TEXT NOT NULL CHECK (date(noted_on) = noted_on),
        note TEXT NOT NULL DEFAULT '',
        evidence_annotation_id INTEGER REFERENCES annotation (id)
    ) STRICT""",
    """CREATE TABLE legal_document (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        kind TEXT NOT NULL DEFAULT '',
        number TEXT NOT NULL DEFAULT '',
        issued_on TEXT CHECK (date(issued_on) = issued_on),
        issuer TEXT NOT NULL DEFAULT ''
    ) STRICT""",
    """CREATE TABLE annotation_document (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        annotation_id INTEGER NOT NULL REFERENCES annotation (id),
        document_id INTEGER NOT NULL REFERENCES legal_document (id),
        as_printed TEXT NOT NULL DEFAULT ''
    ) STRICT""",
    """CREATE TABLE suggestion (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        article_id INTEGER NOT NULL REFERENCES article (id),
        start INTEGER NOT NULL CHECK (start >= 0),
        stop INTEGER NOT NULL CHECK (stop > start),
        kind TEXT NOT NULL CHECK (kind IN ('achievement', 'shortcoming', 'task')),
        rule TEXT NOT NULL,
        score REAL NOT NULL,
        reason TEXT NOT NULL,
        details TEXT NOT NULL DEFAULT '{}',
        state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'accepted', 'declined')),
        annotation_id INTEGER REFERENCES annotation (id)
    ) STRICT""",
    """CREATE TABLE setting (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        key TEXT NOT NULL UNIQUE,
        value TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE revision (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        label TEXT NOT NULL,
        merge_key TEXT NOT NULL DEFAULT '',
        at TEXT NOT NULL,
        undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1)),
        changes TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX article_source ON article (source_id)",
    f"CREATE INDEX article_order ON article ({YEAR} DESC, published_on DESC, id DESC)",
    "CREATE INDEX article_state ON article (state)",
    "CREATE INDEX body_digest ON body (digest)",
    "CREATE INDEX aside_article ON aside (article_id)",
    "CREATE INDEX annotation_article ON annotation (article_id, kind)",
    "CREATE INDEX annotation_field ON annotation (field_id)",
    "CREATE INDEX figure_annotation ON figure (annotation_id)",
    "CREATE INDEX task_lead ON task (lead_agency_id)",
    "CREATE INDEX task_carried ON task (carried_from_task_id)",
    "CREATE INDEX task_agency_agency ON task_agency (agency_id)",
    "CREATE INDEX follow_up_task ON follow_up (task_id, year)",
    "CREATE INDEX follow_up_evidence ON follow_up (evidence_annotation_id)",
    "CREATE INDEX annotation_document_annotation ON annotation_document (annotation_id)",
    "CREATE INDEX annotation_document_document ON annotation_document (document_id)",
    "CREATE INDEX legal_document_number ON legal_document (number)",
    "CREATE INDEX suggestion_article ON suggestion (article_id, state)",
    "CREATE INDEX suggestion_annotation ON suggestion (annotation_id)",
    "CREATE INDEX revision_undone ON revision (undone)",
    # Folded text with its own copy, not external content kept by triggers: FTS5 writes all it has
    # in memory out at every statement that fires a trigger, which made imports four times slower.
    # The Store keeps both in step with the rows (see search.refresh).
    "CREATE VIRTUAL TABLE article_fts USING fts5"
    " (title, text, tokenize='unicode61 remove_diacritics 0', prefix='2', columnsize=0)",
    "CREATE VIRTUAL TABLE annotation_fts USING fts5"
    " (text, tokenize='unicode61 remove_diacritics 0', prefix='2', columnsize=0)",
    f"PRAGMA application_id = {APPLICATION_ID}",
)

# No ON DELETE CASCADE anywhere: undoing puts a row back by deleting and inserting it, which must take nothing along.
_STEP_2 = (
    # The articles whose suggestions have been looked for in the text `body_id`. Those of the first schema have no row
    # here: what was found in them came with them.
    """CREATE TABLE looked (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        article_id INTEGER NOT NULL UNIQUE REFERENCES article (id),
        body_id INTEGER NOT NULL REFERENCES body (id)
    ) STRICT""",
    """CREATE TABLE further_source (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        article_id INTEGER NOT NULL REFERENCES article (id),
        source_id INTEGER NOT NULL REFERENCES source (id),
        digest TEXT NOT NULL,
        title TEXT NOT NULL,
        outlet TEXT NOT NULL DEFAULT '',
        byline TEXT NOT NULL DEFAULT '',
        published_on TEXT CHECK (date(published_on) = published_on)
    ) STRICT""",
    """CREATE TABLE official (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        article_id INTEGER NOT NULL REFERENCES article (id),
        name TEXT NOT NULL CHECK (name <> ''),
        post TEXT NOT NULL DEFAULT ''
    ) STRICT""",
    # What learning cannot tell from the decisions themselves: those forgotten, and what came from other dossiers.
    """CREATE TABLE learned (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        kind TEXT NOT NULL CHECK (kind IN ('brought', 'forgotten')),
        origin TEXT NOT NULL DEFAULT '',
        noted_at TEXT NOT NULL,
        content TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX looked_body ON looked (body_id)",
    "CREATE INDEX task_own_plan ON task (annotation_id) WHERE basis = 'own plan'",
    "CREATE INDEX further_source_article ON further_source (article_id)",
    "CREATE INDEX further_source_source ON further_source (source_id)",
    "CREATE INDEX further_source_digest ON further_source (digest)",
    "CREATE INDEX official_article ON official (article_id)",
    # Hexadecimal, 8 digits a value. The index is read instead of the table, which has the texts in it.
    "ALTER TABLE body ADD COLUMN sketch TEXT NOT NULL DEFAULT ''",
    "CREATE INDEX body_sketch ON body (article_id, number, sketch)",
)

_STEP_3 = (
    # How the annotations stand in the report: one row for each of which anything was decided there. The lines into
    # which several were merged have a wording of their own; `position` orders all annotations of the dossier.
    """CREATE TABLE line (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        statement TEXT NOT NULL DEFAULT ''
    ) STRICT""",
    """CREATE TABLE placement (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        annotation_id INTEGER NOT NULL UNIQUE REFERENCES annotation (id),
        line_id INTEGER REFERENCES line (id),
        position INTEGER,
        left_out INTEGER NOT NULL DEFAULT 0 CHECK (left_out IN (0, 1))
    ) STRICT""",
    # Annotations of one `number` were proposed as the same, and the person said that they are not.
    """CREATE TABLE apart (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        annotation_id INTEGER NOT NULL REFERENCES annotation (id),
        number INTEGER NOT NULL CHECK (number > 0),
        UNIQUE (annotation_id, number)
    ) STRICT""",
    "CREATE INDEX placement_line ON placement (line_id)",
    "CREATE INDEX apart_number ON apart (number)",
    "ALTER TABLE figure ADD COLUMN compared TEXT NOT NULL DEFAULT ''",
    # The names of the values that the person has written or looked over, parted by blanks.
    "ALTER TABLE annotation ADD COLUMN confirmed TEXT NOT NULL DEFAULT ''",
    # What the list of articles was filtered by, under a name of the person's: as JSON, the attributes of ArticleFilter.
    """CREATE TABLE saved_filter (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL UNIQUE CHECK (name <> ''),
        conditions TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX suggestion_open ON suggestion (article_id) WHERE state = 'open'",
    "DROP INDEX annotation_field",
    "CREATE INDEX annotation_field ON annotation (field_id, article_id)",
)

_STEP_4 = (
    # Which marks tell what became of a task, as the person said, in the year in which she follows it.
    """CREATE TABLE evidence (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        task_id INTEGER NOT NULL REFERENCES task (id),
        annotation_id INTEGER NOT NULL REFERENCES annotation (id),
        year INTEGER NOT NULL CHECK (year > 0),
        state TEXT NOT NULL CHECK (state IN ('accepted', 'declined')),
        UNIQUE (task_id, annotation_id)
    ) STRICT""",
    "CREATE INDEX evidence_annotation ON evidence (annotation_id)",
    # The day a task was finished on, where the person knows it: only then is it told whether that was in time.
    "ALTER TABLE follow_up ADD COLUMN done_on TEXT CHECK (date(done_on) = done_on)",
    # Who said the status: the person, the evidence she accepted, or nobody in that year (only carried over, or noted).
    "ALTER TABLE follow_up ADD COLUMN origin TEXT NOT NULL DEFAULT 'hand'"
    " CHECK (origin IN ('hand', 'evidence', 'nobody'))",
    # The offices' own templates of reports. The documents stay when a template goes, as the sources of articles do;
    # `fields` is JSON: what was found in a signed report, or the marks of a document that has such.
    """CREATE TABLE own_template_file (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
        content BLOB NOT NULL
    ) STRICT""",
    """CREATE TABLE own_template (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL CHECK (name <> ''),
        folded TEXT NOT NULL UNIQUE CHECK (folded <> ''),
        kind TEXT NOT NULL CHECK (kind IN ('signed', 'marked')),
        file_id INTEGER NOT NULL REFERENCES own_template_file (id),
        fields TEXT NOT NULL,
        added_on TEXT NOT NULL CHECK (date(added_on) = added_on)
    ) STRICT""",
    "CREATE INDEX own_template_file_id ON own_template (file_id)",
    # The reports that were written. A file on the disk is not taken back by undoing: these rows are part of no revision.
    # `lines`: what was written, packed JSON. `report_use`: the runs of annotations it was written from, which may have
    # gone since; most reports use nearly all, so that a run is long.
    """CREATE TABLE report (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        number TEXT NOT NULL UNIQUE CHECK (length(number) = 32),
        kind TEXT NOT NULL CHECK (kind IN ('docx', 'pdf')),
        made_at TEXT NOT NULL,
        template TEXT NOT NULL,
        title TEXT NOT NULL,
        choices TEXT NOT NULL DEFAULT '{}',
        file_name TEXT NOT NULL,
        folder TEXT NOT NULL,
        lines BLOB NOT NULL
    ) STRICT""",
    """CREATE TABLE report_use (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        report_id INTEGER NOT NULL REFERENCES report (id),
        first INTEGER NOT NULL CHECK (first > 0),
        last INTEGER NOT NULL CHECK (last >= first),
        UNIQUE (report_id, first)
    ) STRICT""",
    "CREATE INDEX report_use_run ON report_use (first, last, report_id)",
)

STEPS = (_STEP_1, _STEP_2, _STEP_3, _STEP_4)
VERSION = len(STEPS)
_SKETCHES_CAME = 2
_SHADOWS = ("_data", "_idx", "_docsize", "_config", "_content")


def migrate(conn: sqlite3.Connection) -> None:
    """Bring a new or older file to `VERSION`; each step is one transaction with its number in it."""
    from sqlite_utils import Database  # costs 150 ms: only when there is something to migrate
    from sqlite_utils.migrations import Migrations

    migrations = Migrations("tttt")
    for number, statements in enumerate(STEPS, 1):

        def step(db: Database, number: int = number, script: tuple[str, ...] = statements) -> None:
            for statement in script:
                db.execute(statement)
            if number == _SKETCHES_CAME:
                _add_sketches(conn)
            db.execute(f"PRAGMA user_version = {number}")

        migrations(name=f"step {number}")(step)
    migrations.apply(Database(conn))


def _add_sketches(conn: sqlite3.Connection) -> None:
    for body_id, text in conn.execute("SELECT id, text FROM body ORDER BY id").fetchall():
        conn.execute("UPDATE body SET sketch = ? WHERE id = ?", (to_hex(sketch(text)), body_id))


def objects(conn: sqlite3.Connection) -> dict[tuple[str, str], str]:
    """(type, name) -> SQL of all that is in the file; empty SQL for what SQLite and sqlite-utils made themselves."""
    rows = conn.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema").fetchall()
    virtual = tuple(name for _, name, _, sql in rows if sql and sql.startswith("CREATE VIRTUAL"))
    made = {name + suffix for name in virtual for suffix in _SHADOWS} | {"_sqlite_migrations"}
    return {
        (kind, name): "" if table in made and kind in ("table", "index") else (sql or "")
        for kind, name, table, sql in rows
    }


@cache
def expected(version: int) -> Mapping[tuple[str, str], str]:
    """What `objects` must give for a sound file of that version, without the table of migrations."""
    conn = sqlite3.connect(":memory:")
    try:
        for statements in STEPS[:version]:
            for statement in statements:
                conn.execute(statement)
        return objects(conn)
    finally:
        conn.close()
