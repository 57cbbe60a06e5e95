// The sandbox's page in a real browser: what each role does with it, what happens when something breaks, who can use it.
// One sandbox, one browser, one order: the company's time only moves forward, and every journey goes on where the one
// before ended.
//
// tools/check-page runs this. For writing tests: GROUNDSWELL_PAGE is the address of a sandbox that runs already (its story
// must be over and no pulse open), GROUNDSWELL_PAGE_FILES the folder whose web/ and vendor/ are served in place of those
// built in, PAGE_PICTURES a folder for a picture of every screen.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { usableByEverybody } from './access.mjs';
import { announcing } from './announcing.mjs';
import { faults } from './faults.mjs';
import { journeys } from './journeys.mjs';
import { requests } from './requests.mjs';
import { speed } from './speed.mjs';
import { Browser } from './support/browser.mjs';
import { Sandbox } from './support/sandbox.mjs';
import { tours } from './tours.mjs';

/** What all tests share: `sandbox` and `browser`. */
const world = {};

before(async () => {
  world.sandbox = await Sandbox.start();
  world.browser = await Browser.open(world.sandbox.address);
}, { timeout: 600_000 });

after(async () => {
  await world.browser?.close();
  await world.sandbox?.stop();
});

requests(world);
journeys(world);
announcing(world);
usableByEverybody(world);
faults(world);
tours(world);
speed(world);

test('no page wrote an error, lost a request, or asked another origin', () => {
  assert.deepEqual(world.browser.faults, []);
});
