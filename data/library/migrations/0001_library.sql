-- The first library. Moments are milliseconds since 1970 UTC, days are days
-- since 1970. Offsets are bytes of the stored UTF-8 text.

-- Evidence: what was brought in, and the text found in it. Neither changes.
-- An original that is byte for byte its own text is not kept a second time.
CREATE TABLE originals (
    id    INTEGER PRIMARY KEY,
    hash  BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
    bytes BLOB NOT NULL
) STRICT;

CREATE TABLE texts (
    id   INTEGER PRIMARY KEY,
    hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
    body TEXT NOT NULL
) STRICT;

CREATE TRIGGER originals_are_evidence BEFORE UPDATE ON originals
BEGIN SELECT raise(ABORT, 'an original never changes'); END;

CREATE TRIGGER texts_are_evidence BEFORE UPDATE ON texts
BEGIN SELECT raise(ABORT, 'a text never changes'); END;

-- What is known about each report, and what lists show of it. The lane counts
-- follow from its reading and its decisions; day is when it was published, or
-- else entered, and puts lists in order.
CREATE TABLE reports (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    title      TEXT NOT NULL,
    author     TEXT NOT NULL,
    publisher  TEXT NOT NULL,
    url        TEXT NOT NULL,
    lang       TEXT NOT NULL,
    published  INTEGER,
    entered    INTEGER NOT NULL,
    day        INTEGER NOT NULL,
    format     TEXT NOT NULL,
    file_name  TEXT NOT NULL,
    original   BLOB NOT NULL CHECK (length(original) = 32),
    text       BLOB NOT NULL CHECK (length(text) = 32),
    text_id    INTEGER NOT NULL REFERENCES texts (id),
    model      TEXT NOT NULL,
    words      INTEGER NOT NULL,
    sample     INTEGER NOT NULL,
    read       INTEGER NOT NULL,
    removed    INTEGER NOT NULL DEFAULT 0,
    statement  INTEGER NOT NULL,
    caveat     INTEGER NOT NULL,
    reaction   INTEGER NOT NULL,
    background INTEGER NOT NULL
) STRICT;

-- Everything that a filter asks stands in this index, so that a list of
-- 100,000 never touches the table.
CREATE INDEX reports_list ON reports (removed, day DESC, id DESC,
    published, read, sample, publisher, statement, caveat, reaction, background);
CREATE INDEX reports_publisher ON reports (publisher) WHERE removed = 0;
CREATE INDEX reports_original ON reports (original);
CREATE INDEX reports_text ON reports (text_id);

-- Machine: one packed reading for each report. It can be made again.
CREATE TABLE readings (
    report_id INTEGER PRIMARY KEY REFERENCES reports (id) ON DELETE CASCADE,
    packed    BLOB NOT NULL
) STRICT;

-- Machine: who speaks in which report, for the filter. Follows from readings.
CREATE TABLE speakers (
    id      INTEGER PRIMARY KEY,
    name    TEXT NOT NULL UNIQUE,
    reports INTEGER NOT NULL
) STRICT;

CREATE TABLE report_speakers (
    speaker_id INTEGER NOT NULL,
    report_id  INTEGER NOT NULL,
    PRIMARY KEY (speaker_id, report_id)
) STRICT, WITHOUT ROWID;

-- People: the lane somebody put a passage in, and the words it was made on.
CREATE TABLE decisions (
    report_id INTEGER NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
    start     INTEGER NOT NULL,
    stop      INTEGER NOT NULL,
    lane      TEXT NOT NULL,
    who       TEXT NOT NULL,
    at        INTEGER NOT NULL,
    words     TEXT NOT NULL,
    PRIMARY KEY (report_id, start, stop)
) STRICT, WITHOUT ROWID;

CREATE TABLE tags (
    id   INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE report_tags (
    tag_id    INTEGER NOT NULL REFERENCES tags (id),
    report_id INTEGER NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
    who       TEXT NOT NULL,
    at        INTEGER NOT NULL,
    PRIMARY KEY (tag_id, report_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX report_tags_report ON report_tags (report_id);

-- People: what was done, in order, so that it can be undone.
CREATE TABLE journal (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    kind    TEXT NOT NULL,
    subject TEXT NOT NULL,
    count   INTEGER NOT NULL,
    undone  INTEGER NOT NULL DEFAULT 0,
    who     TEXT NOT NULL,
    at      INTEGER NOT NULL,
    change  TEXT NOT NULL
) STRICT;

-- The search index holds folded words only (see package fold); what it found is
-- shown from the texts. Reports that were removed are not in it.
CREATE VIRTUAL TABLE search USING fts5 (
    title, text, speakers,
    content = '', contentless_delete = 1, tokenize = 'ascii'
);
