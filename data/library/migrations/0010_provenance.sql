-- Machine: where each detail of a report was found when it came in, and what was
-- found there. A detail that says something else today was changed by a person.
CREATE TABLE found_in (
    report_id INTEGER NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
    field     TEXT NOT NULL,
    place     TEXT NOT NULL,
    value     TEXT NOT NULL,
    PRIMARY KEY (report_id, field)
) STRICT, WITHOUT ROWID;
