-- Versions of an article and shared origins.
SELECT 1;
