-- What searches count reports by, so that no list of 100,000 touches the table.
CREATE INDEX reports_lang ON reports (lang) WHERE removed = 0;
CREATE INDEX reports_marking ON reports (marking) WHERE removed = 0 AND marking <> '';
