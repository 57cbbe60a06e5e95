// An announcement through the page: a lead writes it from a template, managers hear it first, everybody reads it,
// somebody asks, and the answer comes to their department. The lead has a phone.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

const TITLE = 'Your training: two dates';
const QUESTION = 'May I practise on my own cases?';
/** So long something may take to come after the clock has moved; where it doesn't, the clock moves on. */
const SHORT_WAIT_MS = 2_000;
const ANSWER = 'Yes. Bring three of them along.';

export function announcing(world) {
  describe('an announcement that managers hear first', () => {
    let lead;
    let preview;

    test('a lead begins with a template, and nothing is planned while something is still to write', async () => {
      lead = await world.browser.visit({ phone: true });
      await lead.become(world.sandbox.person('lead'));
      await lead.open('crm-project');
      await lead.command('announce new', { template: ['Training dates'], when: 'tomorrow 15:00', cascade: '6 hours' });
      await lead.picture('lead-template');
      preview = await lead.answered(() => lead.page.click('#form [data-act="submit"]'));
      const refused = await lead.press(preview, 'Schedule');
      assert.match(await refused.innerText(), /Something is still to write/);
    });

    test('the preview shows who hears it when, and reaches nowhere beyond the phone', async () => {
      await preview.locator('[data-label="Edit"]').click();
      await lead.page.locator('#form form').waitFor();
      preview = await lead.submit({
        Title: TITLE,
        'What changes, and why': 'Everyone in {{ department }} has half a day for it: **9 or 11 March, 13:00**.',
        'What we need from you': 'Tell your manager by next week which date suits you.',
      });
      await preview.getByText(TITLE).first().waitFor();
      assert.match(await preview.innerText(), /Managers first:/);
      await preview.scrollIntoViewIfNeeded();
      await lead.picture('lead-announcement-preview');
      assert.deepEqual(await beyondTheWindow(lead), []);
      const planned = await lead.answered(() => preview.locator('[data-label="Schedule"]').click());
      await planned.getByText('Managers get the brief').waitFor();
    });

    test('in the morning a manager finds the brief and says that the team has heard it', async () => {
      const manager = await world.browser.visit();
      await manager.become(world.sandbox.person('manager', 'Service'));
      await manager.open('service-managers');
      const brief = manager.messageWith('Briefed my team').filter({ hasText: TITLE });
      await onward(lead, brief);
      await brief.locator('[data-label="Briefed my team"]').scrollIntoViewIfNeeded();
      await manager.picture('manager-brief');
      await brief.locator('[data-label="Briefed my team"]').click();
      await manager.page.locator('#form form').waitFor();
      const kept = await manager.submit({ 'How many people came?': '24' });
      assert.match(await kept.innerText(), /Saved with your name for Service/);
      await manager.leave();
      const table = await lead.command('announce cascade', { announcement: [TITLE] });
      await lead.picture('lead-cascade');
      const words = await table.innerText();
      assert.match(words, /\+ Service\s+briefed/);
      assert.match(words, /Sales\s+not yet/);
    });

    test('everybody reads it in the afternoon, and leads learn whose teams had not heard it', async () => {
      const notice = lead.page.locator('[data-message]', { hasText: TITLE }).filter({ hasText: 'goes out to everybody now' });
      await onward(lead, notice);
      await notice.scrollIntoViewIfNeeded();
      await lead.picture('lead-overdue');
      assert.doesNotMatch(await notice.innerText(), /Service/);
    });

    test('somebody asks, and reads the answer in the department’s channel', async () => {
      const employee = await world.browser.visit();
      await employee.become(world.sandbox.colleague('Service'));
      await employee.open('service');
      await employee.messageWith('Understood').locator('[data-label="I have a question"]').click();
      await employee.page.locator('#form form').waitFor();
      await employee.submit({ 'What would you like to know?': QUESTION });
      const list = await lead.command('questions');
      let screen = await lead.choose(list, [QUESTION]);
      await screen.locator('[data-label="Answer them where they asked"]').click();
      await lead.page.locator('#form form').waitFor();
      screen = await lead.submit({ 'The answer': ANSWER });
      await screen.getByText(ANSWER).waitFor();
      await lead.picture('lead-answer');
      await lead.answered(() => screen.locator('[data-label="Post it"]').click());
      const answer = employee.page.locator('[data-message]', { hasText: ANSWER }).last();
      await answer.waitFor();
      assert.match(await answer.innerText(), new RegExp(QUESTION.replace('?', '\\?')));
      await answer.scrollIntoViewIfNeeded();
      await employee.picture('employee-answer');
      await employee.leave();
      await lead.leave();
    });
  });
}

/** Moves the clock to what is planned next until this is there: in between the bot has other things to do, such as to tell
 * leads who is still to be briefed. */
async function onward(visitor, awaited) {
  await visitor.workshop('clock');
  for (let moves = 0; moves < 8 && !(await awaited.count()); moves += 1) {
    const moved = await visitor.next('clock');
    await visitor.page.click('[data-tour="clock-next"]');
    await moved();
    await awaited.waitFor({ timeout: SHORT_WAIT_MS }).catch(() => {});
  }
  await awaited.waitFor();
  await visitor.closeWorkshop();
}

/** What people press that begins or ends outside the window, by its words. */
function beyondTheWindow({ page }) {
  return page.evaluate(() => [...document.querySelectorAll('#messages .button, #messages .select')]
    .filter((element) => {
      const { left, right } = element.getBoundingClientRect();
      return left < 0 || right > innerWidth;
    })
    .map((element) => element.innerText));
}
