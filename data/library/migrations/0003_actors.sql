-- Machine: what the spellings of one name have in common, and the actor they
-- are listed under. Both follow from the names and from what people say below;
-- a speaker without an actor has not been looked at yet.
ALTER TABLE speakers ADD COLUMN spelling TEXT NOT NULL DEFAULT '';
ALTER TABLE speakers ADD COLUMN actor TEXT NOT NULL DEFAULT '';

CREATE INDEX speakers_spelling ON speakers (spelling, id);
CREATE INDEX speakers_actor ON speakers (actor, reports);

-- People: the actor that somebody says a name belongs to. With alike, the same
-- holds for names of the same spelling that nobody has spoken of.
CREATE TABLE actor_names (
    name  TEXT PRIMARY KEY,
    actor TEXT NOT NULL,
    alike INTEGER NOT NULL,
    who   TEXT NOT NULL,
    at    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
