-- People: what the minutes say of a presentation beside what was shown: the brief's
-- title, as it was, how many steps were withheld, and on what the room saw it.
ALTER TABLE presentations ADD COLUMN title TEXT NOT NULL DEFAULT '';
ALTER TABLE presentations ADD COLUMN withheld INTEGER NOT NULL DEFAULT 0;
ALTER TABLE presentations ADD COLUMN display TEXT NOT NULL DEFAULT '';
ALTER TABLE presentations ADD COLUMN width INTEGER NOT NULL DEFAULT 0;
ALTER TABLE presentations ADD COLUMN height INTEGER NOT NULL DEFAULT 0;
