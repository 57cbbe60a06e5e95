// One round of the product through the page: a lead asks, people answer, time passes, the lead reads what came of it,
// a champion reports, an employee reacts to an announcement. Each is somebody else in a browser of their own.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

const DAY_MS = 86_400_000;
const TALK = 'Has anybody tried the new visit form? It took me two minutes.';

export function journeys(world) {
  describe('from a pulse to its summary', () => {
    /** The lead, and an employee of Sales with a phone. */
    let lead;
    let employee;
    let post;
    let summary;

    test('a lead and an employee come in and are who they choose to be', async () => {
      const { browser, sandbox } = world;
      lead = await browser.visit();
      await lead.become(sandbox.person('lead'));
      await lead.open('crm-project');
      employee = await browser.visit({ phone: true });
      await employee.become(sandbox.colleague('Sales'));
      assert.equal(await employee.page.locator('#head h1').innerText(), 'sales');
      assert.equal(await employee.page.locator('#channels [data-name="crm-project"]').count(), 0, 'the leads talk among themselves');
    });

    test('a lead launches a pulse by the picker of commands', async () => {
      // The tour's pulse closed just now: between two of the same people the bot wants three days.
      const moved = await lead.next('clock');
      await lead.page.evaluate((by_seconds) => fetch('/api/clock', {
        method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ by_seconds }),
      }), (3 * DAY_MS) / 1_000);
      await moved();
      await lead.page.fill('#composer', '/pulse');
      await lead.page.locator('.list-popup [data-command="pulse launch"]').waitFor();
      await lead.picture('lead-picker');
      const answer = await lead.command('pulse launch', { 'over-budget': ['Yes'] });
      await answer.getByText('Only you can see this').waitFor();
      assert.match(await answer.innerText(), /Launched/);
      await lead.picture('lead-pulse-launched');
    });

    test('its post stands in the department’s channel, where the employee sees it come', async () => {
      post = employee.messageWith('Answer privately');
      await post.waitFor();
      await employee.picture('employee-pulse-post');
    });

    test('the employee answers to the end: statements, fears, a comment', async () => {
      let screen = await employee.press(post, 'Answer privately');
      await employee.picture('employee-pulse-promise');
      screen = await employee.press(screen, 'Begin');
      let statements = 0;
      while (await screen.locator('[data-label="Agree"]').count()) {
        statements += 1;
        if (statements === 3) await employee.picture('employee-pulse-statement');
        screen = await employee.press(screen, statements % 2 ? 'Agree' : 'Disagree');
      }
      assert.ok(statements >= 5, `${statements} statements`);
      screen = await employee.choose(screen, ['My territory', 'Pay and targets']);
      await screen.locator('[data-label="Next"]').waitFor();
      await employee.picture('employee-pulse-fears');
      screen = await employee.press(screen, 'Next');
      await screen.locator('[data-label="Write a comment"]').click();
      await employee.page.locator('#form form').waitFor();
      await employee.picture('employee-pulse-comment');
      screen = await employee.submit({ 'In your own words': 'Ask me before you change my region: 0171 5550123.' });
      await screen.getByText('[📞]').waitFor();
      screen = await employee.press(screen, 'Finish');
      await screen.locator('[data-label="Change my answers"]').waitFor();
      await employee.picture('employee-pulse-done');
    });

    test('somebody else sees at once what is said, and never what was for one person only', async (t) => {
      const other = await world.browser.visit();
      await other.become(world.sandbox.person('manager', 'Sales'));
      await other.open('sales');
      const delays = [];
      for (const words of [TALK, `${TALK} Or three.`, `${TALK} And you?`]) {
        const shown = other.page.locator('[data-message] .text', { hasText: words }).last().waitFor();
        await employee.page.fill('#composer', words);
        const since = performance.now();
        await employee.page.press('#composer', 'Enter');
        await shown;
        delays.push(Math.round(performance.now() - since));
      }
      t.diagnostic(`what one person does is shown to another after ${delays.join(', ')} ms`);

      const own = await employee.page.locator('.message.ephemeral').evaluateAll((list) => list.map(({ dataset }) => dataset.message));
      assert.ok(own.length > 0, 'the employee has private screens');
      for (const id of own) assert.equal(await other.message(id).count(), 0);
      const channel = await other.page.evaluate(() => `/api/as/${groundswell.me}/channels/${groundswell.channel}/messages?limit=100`);
      const told = JSON.stringify(await world.sandbox.get(channel));
      for (const id of own) assert.ok(!told.includes(id), 'nor does the server tell them');
      await other.leave();
    });

    test('the colleagues answer, too, when the workshop lets them', async () => {
      await lead.colleagues('answer');
      await lead.picture('lead-colleagues');
      const { failed } = (await world.sandbox.get('/api/state')).colleagues;
      assert.equal(failed, 0, 'nobody failed');
    });

    test('the clock moves past the close, and the summary comes with its picture', async () => {
      await lead.workshop('clock');
      await lead.picture('lead-clock');
      const pictures = lead.page.locator('[data-message]:has(img)');
      const seen = await pictures.count();
      // First to what is planned next, then past all that is left.
      let moved = await lead.next('clock');
      await lead.page.click('[data-tour="clock-next"]');
      await moved();
      const field = lead.page.locator('#ws-moment');
      const past = new Date(Date.parse(`${await field.inputValue()}Z`) + 8 * DAY_MS).toISOString().slice(0, 16);
      await field.fill(past);
      moved = await lead.next('clock');
      await lead.page.getByRole('button', { name: 'Move', exact: true }).click();
      await moved();
      await lead.page.waitForFunction((before) => document.querySelectorAll('[data-message]:has(img)').length > before, seen);
      summary = pictures.last();
      await lead.closeWorkshop();
      await assertPicture(summary);
      await lead.picture('lead-summary');
    });

    test('the lead reads the summary of a department', async () => {
      const answer = await lead.command('sentiment summary', { department: ['Logistics'] });
      await assertPicture(answer);
      assert.match(await answer.locator('.reference').innerText(), /used\s+\/sentiment summary/);
      await lead.picture('lead-summary-department');
      await answer.locator('.picture').first().click();
      await lead.page.locator('#picture[open] img').waitFor();
      await lead.picture('lead-summary-large');
      await lead.page.keyboard.press('Escape');
      await lead.leave();
      await employee.leave();
    });
  });

  test('a champion reports what colleagues say, and finds what helped elsewhere', async () => {
    const champion = await world.browser.visit();
    await champion.become(world.sandbox.person('champion', 'Sales'));
    await champion.command('champion report', { kind: ['A doubt'], about: ['Learning it'], severity: ['2'] });
    await champion.picture('champion-form');
    const report = await champion.submit({
      'What did you hear?': 'Several say they are too slow with it. Maren (maren@example.com) said so, too.',
      'What did you answer?': 'It took me three weeks. We practised on real cases for an hour.',
    });
    await report.getByText('[📧]').first().waitFor();
    assert.doesNotMatch(await report.innerText(), /maren@/);
    const helped = await champion.press(report, 'It helped');
    await helped.locator('[data-label="✓ It helped"]').waitFor();
    await champion.picture('champion-report');
    const playbook = await champion.command('champion playbook', { about: ['Learning it'] });
    await playbook.getByText('What helped: Learning it').waitFor();
    await champion.picture('champion-playbook');
    await champion.leave();
  });

  test('an employee says that an announcement is understood, and asks a question', async () => {
    const employee = await world.browser.visit();
    await employee.become(world.sandbox.colleague('Service'));
    const post = employee.messageWith('Understood');
    await post.scrollIntoViewIfNeeded();
    await employee.picture('employee-announcement');
    const thanks = await employee.press(post, 'Understood');
    await thanks.getByText('Only you can see this').waitFor();
    await post.locator('[data-label="I have a question"]').click();
    await employee.page.locator('#form form').waitFor();
    await employee.picture('employee-question');
    const saved = await employee.submit({ 'What would you like to know?': 'Who helps me with the first offer?' });
    assert.match(await saved.innerText(), /your question is saved/);
    await employee.picture('employee-question-saved');
    await employee.leave();
  });
}

/** The message's picture has come, and is told to those who can't see it. */
async function assertPicture(message) {
  const image = message.locator('img').last();
  await image.scrollIntoViewIfNeeded();
  await image.evaluate((element) => element.decode());
  assert.ok((await image.evaluate((element) => element.naturalWidth)) > 300);
  assert.match(await image.getAttribute('alt'), /How people feel about the change\. Closed .*Attitude \d+ %/s);
}
