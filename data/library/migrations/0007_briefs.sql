-- Briefs and their steps.
SELECT 1;
