-- A library of schema version 1, as Lectern made it. Never change this file.
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

INSERT INTO originals VALUES (1, X'11A3743F6F822F7A85FD5743A08EDEAE78FC3D1CBB32CBB707D045448C20CDD5', X'3C703EE2809C5765206172652072656164792CE2809D20496C7961204D6172656E20736169642E20416E616C7973747320646F756274206974206D6179206C6173742E');
INSERT INTO texts VALUES (1, X'59CB5257D8B072FA51DFCC5AA81E56F36D9C183767EB4BBF918CEAA5F9F302DF', '“We are ready,” Ilya Maren said. Analysts doubt it may last.');
INSERT INTO reports VALUES (1, X'01A209D7958F774FADBBAAB9DE23FCAC', 'Envoys meet in Orlova', '', 'Orlova Gazette', '', 'en', NULL, 1795461453199, 20780, 'html', '', X'11A3743F6F822F7A85FD5743A08EDEAE78FC3D1CBB32CBB707D045448C20CDD5', X'59CB5257D8B072FA51DFCC5AA81E56F36D9C183767EB4BBF918CEAA5F9F302DF', 1, 'rules-1', 11, 0, 0, 0, 1, 1, 0, 0);
INSERT INTO readings VALUES (1, X'01000E72756C65732D310204656E0400480408626F6479061273746174656D656E7408000000403F0A0A70617274790C08736169640100000236040E146261636B67726F756E64080000003F08080201022406100A6D6F64616C02120C64697265637402002400001414496C7961204D6172656E0A0000003F0808');
INSERT INTO speakers VALUES (1, 'Ilya Maren', 1);
INSERT INTO report_speakers VALUES (1, 1);
INSERT INTO decisions VALUES (1, 37, 64, 'caveat', 'Vera', 1795461453219, 'Analysts doubt it may last.');
INSERT INTO tags VALUES (1, 'envoys');
INSERT INTO report_tags VALUES (1, 1, 'Vera', 1795461453221);
INSERT INTO journal VALUES (1, 'add', 'Envoys meet in Orlova', 1, 0, 'Vera', 1795461453207, '{"reports":[[1,1]]}');
INSERT INTO journal VALUES (2, 'decide', 'caveat', 1, 0, 'Vera', 1795461453219, '{"in":[{"report":1,"start":37,"stop":64,"lane":"caveat","who":"Vera","at":1795461453219,"words":"Analysts doubt it may last."}]}');
INSERT INTO journal VALUES (3, 'tag', 'envoys', 1, 0, 'Vera', 1795461453221, '{"tag":"envoys","tags":[{"report":1,"who":"Vera","at":1795461453221}]}');
INSERT INTO search (rowid, title, text, speakers) VALUES (1, 'envois meet in orlova ', 'we are readi ilia maren said analists doubt it mai last ', 'ilia maren ');
PRAGMA user_version = 1;
PRAGMA application_id = 1281713012;
