// The guided tours: what each step points at, what completes it, and how it is done for somebody. Their words are in
// messages/en/sandbox/tour.toml, under the same ids.
//
// A step has `id` and may have: `person` and `channel` (where it takes place), `points` (a selector, several parted by
// `|`), `done(guide, event, detail)`, `already(guide)` (done without doing), `does(guide)`, `skips(guide)`, `shows` (what
// to point at once it is done), `values` (for its words), `stays` (the reader goes there, not the page), `drawer` (the
// workshop's panel that it needs).

import { champion } from './tour/champion.js';
import { employee } from './tour/employee.js';
import { lead } from './tour/lead.js';

export const tours = { lead, employee, champion };
