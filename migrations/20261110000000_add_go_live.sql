-- The day on which the company goes live, as YYYY-MM-DD by its own clocks; it drives the phase.
ALTER TABLE company ADD COLUMN go_live TEXT CHECK (length(go_live) = 10);
