// The three tours, each walked to its end with "Do it for me", and left on the way with Escape.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

/** The lead's comes first: it launches a pulse, and the employee's may find one that is open. */
const TOURS = ['As a project lead', 'As an employee', 'As a champion'];

export function tours(world) {
  describe('the guided tours', () => {
    for (const tour of TOURS) {
      test(`“${tour}” can be walked to its end`, { timeout: 400_000 }, async (t) => {
        const visitor = await world.browser.visit({ welcome: true });
        await visitor.page.locator('.tour-choice', { hasText: tour }).click();
        t.diagnostic(`${await walk(visitor, tour)} steps`);
        await visitor.page.getByRole('button', { name: 'Finish' }).click();
        await visitor.page.locator('.tour-card').waitFor({ state: 'detached' });
        await visitor.leave();
      });
    }

    test('Escape leaves it, and the button in the top bar goes on at the same step', async () => {
      const visitor = await world.browser.visit({ welcome: true });
      await visitor.picture('welcome');
      await visitor.page.locator('.tour-choice').first().click();
      await visitor.page.locator('[data-act="next"]').click();
      const title = await visitor.page.locator('#tour-title').innerText();
      await visitor.page.keyboard.press('Escape');
      await visitor.page.locator('.tour-card').waitFor({ state: 'detached' });
      await visitor.page.getByRole('button', { name: 'Go on with the tour' }).click();
      assert.equal(await visitor.page.locator('#tour-title').innerText(), title);
      await visitor.leave();
    });
  });
}

/** Does every step by its button, and goes on; returns how many there were. */
async function walk(visitor, tour) {
  const { page } = visitor;
  const shown = () => page.locator('.tour-card progress').evaluate(({ value }) => value);
  const finish = page.getByRole('button', { name: 'Finish' });
  for (;;) {
    const at = await shown();
    if (await finish.isVisible()) return at;
    const doIt = page.locator('.tour-card [data-act="do-it"]');
    if (await doIt.isVisible()) {
      await doIt.click();
      await page.waitForFunction((step) =>
        document.querySelector('.tour-card progress').value > step || document.querySelector('.tour-done, #tour .ws-problem'), at, { timeout: 240_000 });
    }
    const problem = page.locator('#tour .ws-problem');
    assert.equal(await problem.count(), 0, (await problem.count()) ? `step ${at}: ${await problem.innerText()}` : '');
    await visitor.picture(`tour ${tour} ${String(at).padStart(2, '0')}`.replaceAll(' ', '-').toLowerCase());
    // Some steps go on by themselves a moment after they are done; nobody shall be sent past the next one.
    await page.evaluate((step) => {
      const card = document.querySelector('.tour-card');
      if (card.querySelector('progress').value === step) card.querySelector('[data-act="next"]').click();
    }, at);
    await page.waitForFunction((step) => document.querySelector('.tour-card progress').value > step, at);
  }
}
