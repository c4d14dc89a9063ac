-- What was brought in together. Its files are listed before the first is read,
-- so that an import that was cut off goes on with those that are left.
CREATE TABLE imports (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    who     TEXT NOT NULL,
    began   INTEGER NOT NULL,
    ended   INTEGER,                    -- NULL while it goes on, or was cut off
    state   TEXT NOT NULL,              -- going, stopped, done
    watched INTEGER NOT NULL,           -- brought in by a watched folder
    roots   TEXT NOT NULL,              -- the files and folders named, a JSON list
    columns TEXT NOT NULL,              -- which column of a table holds what, JSON
    step    INTEGER NOT NULL DEFAULT 0, -- its step in the journal
    files   INTEGER NOT NULL,           -- how many were found
    done    INTEGER NOT NULL DEFAULT 0, -- how many of those are finished
    fresh   INTEGER NOT NULL DEFAULT 0, -- documents by what became of them
    known   INTEGER NOT NULL DEFAULT 0,
    newer   INTEGER NOT NULL DEFAULT 0,
    failed  INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX imports_state ON imports (state);

CREATE TABLE import_files (
    id        INTEGER PRIMARY KEY,
    import_id INTEGER NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
    path      TEXT NOT NULL,
    size      INTEGER NOT NULL,
    changed   INTEGER NOT NULL,           -- when the file was last written, in nanoseconds
    parts     INTEGER NOT NULL DEFAULT 0, -- how many of its documents are kept
    done      INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX import_files_left ON import_files (import_id, done, id);
CREATE INDEX import_files_path ON import_files (path);

-- What became of each document: one row for most files, many for an archive. A
-- report that was removed since leaves its row.
CREATE TABLE import_items (
    id        INTEGER PRIMARY KEY,
    import_id INTEGER NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
    file_id   INTEGER NOT NULL REFERENCES import_files (id) ON DELETE CASCADE,
    name      TEXT NOT NULL,    -- its place in the file, for people; "" for the file itself
    status    TEXT NOT NULL,    -- new, known, version, failed
    report_id INTEGER NOT NULL, -- 0 where it failed
    fault     TEXT NOT NULL,    -- why it failed
    subject   TEXT NOT NULL
) STRICT;

CREATE INDEX import_items_status ON import_items (import_id, status, id);
CREATE INDEX import_items_file ON import_items (file_id);

-- People: folders whose new and changed files are brought in by themselves.
CREATE TABLE watched_folders (
    path TEXT PRIMARY KEY,
    who  TEXT NOT NULL,
    at   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
