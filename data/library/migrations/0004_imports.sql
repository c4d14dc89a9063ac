-- Imports that can be resumed, and watched folders.
SELECT 1;
