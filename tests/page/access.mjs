// Who can use the page: people with a keyboard only, with a screen reader, with a phone, in the dark and in the sun.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, test } from 'node:test';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** axe-core's two highest grades; what is below is a matter of taste or of Discord's own looks. */
const GRAVE = ['serious', 'critical'];
const PANELS = ['clock', 'colleagues', 'faults', 'bot', 'inspector'];

export function usableByEverybody(world) {
  describe('usable by everybody', () => {
    test('with a keyboard alone: be somebody, run a command, press a button', async () => {
      const visitor = await world.browser.visit();
      const { keyboard } = visitor.page;
      const person = world.sandbox.colleague('Finance');
      await goTo(visitor, 'Tab', '[data-tour="person"]');
      await keyboard.press('Enter');
      await keyboard.type(person.name);
      const become = await visitor.next('opened');
      await keyboard.press('Enter');
      await become();
      assert.equal(await visitor.page.evaluate(() => groundswell.me), person.id);

      await goTo(visitor, 'Tab', '#composer');
      await keyboard.type('/privacy');
      await visitor.page.locator('.list-popup [data-command="privacy"]').waitFor();
      await keyboard.press('Enter');
      const answer = await visitor.answered(() => keyboard.press('Enter'));
      await answer.waitFor();

      await goTo(visitor, 'Shift+Tab', '[data-label="Understood"]');
      const thanks = await visitor.answered(() => keyboard.press('Enter'));
      assert.match(await thanks.innerText(), /You are counted/);
      await visitor.leave();
    });

    for (const phone of [false, true]) {
      for (const theme of ['dark', 'light']) {
        test(`nothing grave for axe: ${phone ? 'phone' : 'desktop'}, ${theme}`, { timeout: 240_000 }, () => looksRight(world, { phone, theme }));
      }
    }
  });
}

/** Presses the key until the focus is there. */
async function goTo({ page }, key, selector) {
  for (let presses = 0; presses < 200; presses += 1) {
    await page.keyboard.press(key);
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
  }
  assert.fail(`${key} doesn't lead to ${selector}`);
}

async function looksRight(world, how) {
  const visitor = await world.browser.visit({ ...how, welcome: true });
  const { page } = visitor;
  const found = [];
  await page.evaluate(AXE);
  // What lies over the chat is looked at alone: the chat behind it is the same, and much.
  const look = async (state, part) => {
    await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => {}))));
    const { violations } = await page.evaluate((within) => axe.run(within ?? document, { resultTypes: ['violations'] }), part);
    for (const { id, impact, nodes } of violations) {
      if (GRAVE.includes(impact)) found.push(`${state}: ${id}: ${nodes.slice(0, 3).map(({ html, failureSummary }) => `${html.slice(0, 200)} ${failureSummary}`).join(' | ')}`);
    }
    await visitor.picture(`${how.phone ? 'phone' : 'desktop'}-${how.theme}-${state}`);
  };

  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), how.theme);
  await look('welcome', '#tour');
  await page.locator('.tour-choice').first().click();
  await page.locator('.tour-card progress').waitFor();
  await look('tour', '#tour');
  await page.keyboard.press('Escape');
  await page.locator('.tour-card').waitFor({ state: 'detached' });

  await visitor.seen('[data-tour="person"]').click();
  await look('people', '#people');
  await page.keyboard.press('Escape');
  await visitor.become(world.sandbox.person('champion', 'Sales'));
  await look('chat');
  if (how.phone) {
    await page.click('.side-toggle');
    await look('channels', '#side');
    await page.locator('#channels .here').click();
  }
  await page.fill('#composer', '/');
  await page.locator('.list-popup [data-command]').first().waitFor();
  await look('picker', '.list-popup');
  await page.fill('#composer', '');
  await visitor.command('champion report', { kind: ['A doubt'], about: ['Learning it'], severity: ['2'] });
  await look('form', '#form');
  await page.click('#form [data-act="cancel"]');
  for (const panel of PANELS) {
    await visitor.workshop(panel);
    if (panel === 'inspector') await page.locator('.ws-entry').first().waitFor();
    await look(panel, '#workshop');
  }
  await visitor.leave();
  assert.deepEqual(found, []);
}
