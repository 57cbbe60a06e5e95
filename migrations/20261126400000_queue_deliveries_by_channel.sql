-- Deliveries are made side by side, one at a time in each channel: who comes next there is looked up often.
CREATE INDEX deliveries_on_their_way ON deliveries (channel) WHERE state IN ('planned', 'claimed');

-- Quiet hours, or a fault of ours, hold an occurrence back until this moment.
ALTER TABLE occurrences ADD COLUMN not_before INTEGER;

-- What a notice with an occurrence offers leads: to decide whether it is sent, or to try again what failed.
ALTER TABLE notices ADD COLUMN offers TEXT NOT NULL DEFAULT 'decision' CHECK (offers IN ('decision', 'retry'));
