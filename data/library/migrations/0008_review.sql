-- Machine: how many passages of a report wait for a person's eyes, all of them and
-- the most doubtful. They follow from its reading and its decisions. Reports of an
-- older library are counted when they are looked through again, and to be looked
-- through they are made out of date: no themes have the edition 0.
ALTER TABLE reports ADD COLUMN review INTEGER NOT NULL DEFAULT 0;
ALTER TABLE reports ADD COLUMN review_most INTEGER NOT NULL DEFAULT 0;
UPDATE finds SET edition = 0;

-- As reports_list, for the filter by what waits, alone or with others.
CREATE INDEX reports_review ON reports (removed, day DESC, id DESC, review, review_most,
    published, read, sample, publisher, statement, caveat, reaction, background, older) WHERE review > 0;
