-- People: what a theme is called, and the phrases it is known by, a line each.
CREATE TABLE themes (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    name    TEXT NOT NULL UNIQUE,
    phrases TEXT NOT NULL
) STRICT;

-- Machine: how often a report touches a theme. A theme that was removed leaves
-- its rows until the report is looked through again, so that undo finds them.
CREATE TABLE report_themes (
    theme_id  INTEGER NOT NULL,
    report_id INTEGER NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
    count     INTEGER NOT NULL,
    PRIMARY KEY (theme_id, report_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX report_themes_report ON report_themes (report_id);

-- Machine: what is promised in a report. The words from start to stop are the
-- sentence, those from when_start to when_stop say by when; due is a day.
CREATE TABLE expectations (
    report_id  INTEGER NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
    start      INTEGER NOT NULL,
    stop       INTEGER NOT NULL,
    speaker    TEXT NOT NULL,
    when_start INTEGER NOT NULL,
    when_stop  INTEGER NOT NULL,
    due        INTEGER NOT NULL,
    precision  TEXT NOT NULL,
    PRIMARY KEY (report_id, start)
) STRICT, WITHOUT ROWID;

CREATE INDEX expectations_due ON expectations (due);

-- Machine: what the two above were worked out from. A report whose row does not
-- agree with the themes and with its day of publication is out of date; one
-- without a row was never looked through.
CREATE TABLE finds (
    report_id INTEGER PRIMARY KEY REFERENCES reports (id) ON DELETE CASCADE,
    edition   INTEGER NOT NULL,
    published INTEGER
) STRICT;
