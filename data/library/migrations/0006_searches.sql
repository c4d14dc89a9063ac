-- People: searches to come back to. The query is in the language of package search.
CREATE TABLE searches (
    id    INTEGER PRIMARY KEY AUTOINCREMENT,
    name  TEXT NOT NULL UNIQUE,
    query TEXT NOT NULL,
    who   TEXT NOT NULL,
    at    INTEGER NOT NULL
) STRICT;

-- The words of the search index, for spelling suggestions.
CREATE VIRTUAL TABLE vocabulary USING fts5vocab (search, row);
