-- Machine: what each report is known again by (see package imprint), and the
-- report it was taken for a newer or older copy of, 0 for none. It can be made
-- again.
CREATE TABLE imprints (
    report_id  INTEGER PRIMARY KEY REFERENCES reports (id) ON DELETE CASCADE,
    edition    INTEGER NOT NULL,
    url        TEXT NOT NULL,
    title      TEXT NOT NULL,
    sketch     BLOB NOT NULL,
    version_of INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX imprints_url ON imprints (url, report_id) WHERE url <> '';
CREATE INDEX imprints_title ON imprints (title, report_id) WHERE title <> '';

CREATE TABLE imprint_keys (
    key       INTEGER NOT NULL,
    report_id INTEGER NOT NULL,
    PRIMARY KEY (key, report_id)
) STRICT, WITHOUT ROWID;

-- People: the article that somebody said a report belongs to.
CREATE TABLE article_words (
    report_id INTEGER PRIMARY KEY REFERENCES reports (id) ON DELETE CASCADE,
    article   INTEGER NOT NULL,
    who       TEXT NOT NULL,
    at        INTEGER NOT NULL
) STRICT;

-- What follows from both: reports with the same article, other than 0, are its
-- versions, and older are all but the newest of them.
ALTER TABLE reports ADD COLUMN article INTEGER NOT NULL DEFAULT 0;
ALTER TABLE reports ADD COLUMN older INTEGER NOT NULL DEFAULT 0;

CREATE INDEX reports_article ON reports (article) WHERE article <> 0;

DROP INDEX reports_list;
CREATE INDEX reports_list ON reports (removed, day DESC, id DESC,
    published, read, sample, publisher, statement, caveat, reaction, background, older);

-- Counts whatever may join reports to an origin or part them, so that what was
-- worked out from it is known to be old.
CREATE TABLE kinship (edition INTEGER NOT NULL) STRICT;
INSERT INTO kinship VALUES (1);

CREATE TRIGGER kin_imprint AFTER INSERT ON imprints
BEGIN UPDATE kinship SET edition = edition + 1; END;

CREATE TRIGGER kin_report AFTER UPDATE OF removed, publisher, published, url, article ON reports
WHEN OLD.removed <> NEW.removed OR OLD.publisher <> NEW.publisher OR OLD.published IS NOT NEW.published
    OR OLD.url <> NEW.url OR OLD.article <> NEW.article
BEGIN UPDATE kinship SET edition = edition + 1; END;
