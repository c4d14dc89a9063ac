-- Saved searches.
SELECT 1;
