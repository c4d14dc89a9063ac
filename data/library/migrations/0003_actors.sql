-- Actors and their names.
SELECT 1;
