// What breaks between Discord and the bot, seen from the page: a bot that is gone, and what went over the wires.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

export function faults(world) {
  describe('when something breaks', () => {
    let visitor;

    test('a bot that was killed does not respond, and the page says so', async () => {
      visitor = await world.browser.visit();
      await visitor.become(world.sandbox.colleague('Marketing'));
      await visitor.workshop('bot');
      await visitor.page.getByRole('button', { name: 'Kill', exact: true }).click();
      await visitor.page.locator('.ws-state[data-state="stopped"]').waitFor();
      await visitor.closeWorkshop();
      await visitor.messageWith('Understood').locator('[data-label="Understood"]').click();
      await visitor.page.getByText('This interaction failed. The application did not respond.').waitFor();
      await visitor.page.locator('#notice').getByText('The bot is stopped').waitFor();
      await visitor.picture('fault-killed');
    });

    test('started again, it goes on where it was', async () => {
      await visitor.workshop('bot');
      await visitor.page.getByRole('button', { name: 'Start', exact: true }).click();
      await visitor.page.locator('.ws-state[data-state="connected"]').waitFor();
      await visitor.picture('fault-started');
      const thanks = await visitor.press(visitor.messageWith('Understood'), 'Understood');
      assert.match(await thanks.innerText(), /You are counted/);
    });

    test('the inspector shows what stands behind a message, and what it was answered', async () => {
      const message = visitor.page.locator('.message.ephemeral').last();
      await message.hover();
      await message.getByRole('button', { name: 'Inspect' }).click();
      const entries = visitor.page.locator('.ws-journal .ws-entry');
      await entries.filter({ hasText: 'INTERACTION_CREATE' }).first().waitFor();
      const answer = entries.filter({ hasText: '/callback' }).first();
      await answer.locator('summary').first().click();
      await answer.locator('.ws-json').first().waitFor();
      await visitor.picture('inspector');
      assert.equal(await visitor.page.locator('.ws-violating').count(), 0, 'and none of it breaks Discord’s rules');
    });

    test('an outage is shown while it lasts, and over when it is switched off', async () => {
      await visitor.workshop('faults');
      const outage = visitor.page.getByRole('switch', { name: 'Discord has an outage' });
      await outage.click();
      await visitor.page.locator('#workshop-bar').getByText('Faults on: 1').waitFor();
      await visitor.messageWith('Understood').locator('[data-label="Understood"]').click();
      await visitor.page.getByText('This interaction failed. The application did not respond.').waitFor();
      await visitor.page.locator('.ws-struck').waitFor();
      await visitor.picture('fault-outage');
      await outage.click();
      await visitor.page.locator('#workshop-bar').getByText('Faults on').waitFor({ state: 'detached' });
      await visitor.press(visitor.messageWith('Understood'), 'Understood');
      await visitor.leave();
    });
  });
}
