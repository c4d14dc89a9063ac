-- People: how far a report may be passed on, a label of TLP 2.0.
ALTER TABLE reports ADD COLUMN marking TEXT NOT NULL DEFAULT '';

-- People: briefs, and the order of their steps, numbers in JSON.
CREATE TABLE briefs (
    id    INTEGER PRIMARY KEY AUTOINCREMENT,
    title TEXT NOT NULL,
    level TEXT NOT NULL,
    steps TEXT NOT NULL,
    who   TEXT NOT NULL,
    at    INTEGER NOT NULL
) STRICT;

-- People: what a step shows, as JSON. The order stands in the brief.
CREATE TABLE brief_steps (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    brief_id INTEGER NOT NULL,
    body     TEXT NOT NULL
) STRICT;

CREATE INDEX brief_steps_brief ON brief_steps (brief_id);

-- People: what was shown to a room and when, as JSON, for the minutes.
CREATE TABLE presentations (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    brief_id INTEGER NOT NULL,
    began    INTEGER NOT NULL,
    ended    INTEGER NOT NULL,
    showings TEXT NOT NULL,
    who      TEXT NOT NULL
) STRICT;

CREATE INDEX presentations_brief ON presentations (brief_id, began);
