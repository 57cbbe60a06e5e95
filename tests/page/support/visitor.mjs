// Somebody at the page: what they do with mouse and keys, in the words of the page. Waits for what the page shows or
// tells (`window.groundswell.events`), never for time to pass.

import assert from 'node:assert/strict';

/** Longer than the bot's promise of three seconds by far, for machines that have other work. */
const MOST_WAIT_MS = 60_000;

export class Visitor {
  constructor(page, { phone, theme }) {
    Object.assign(this, { page, phone, theme });
  }

  async load() {
    await this.page.goto('/');
    await this.page.locator('#workshop-bar [data-tour="workshop"]').waitFor();
  }

  leave() {
    return this.page.context().close();
  }

  /** What of several such elements can be seen. */
  seen(selector) {
    return this.page.locator(selector).filter({ visible: true }).first();
  }

  // --- Whom and where -------------------------------------------------------------------------------------------------

  /** Becomes somebody through the dialog. */
  async become(person) {
    await this.seen('[data-tour="person"]').click();
    await this.page.fill('#people-search', person.name);
    await this.page.click(`#people [data-person="${person.id}"]`);
    await this.page.waitForFunction((id) => groundswell.me === id && groundswell.channel && groundswell.commands.length, person.id);
  }

  /** Opens a channel by its name. */
  async open(name) {
    const entry = this.page.locator(`#channels [data-name="${name}"]`);
    if (this.phone) await this.page.click('.side-toggle');
    const opened = this.next('opened');
    await entry.click();
    await (await opened)();
  }

  /** What the page tells next under this name: await it twice, before and after the act. */
  async next(name) {
    const heard = await this.page.evaluateHandle(([event, most]) => ({
      promise: new Promise((resolve) => {
        groundswell.events.addEventListener(event, ({ detail }) => resolve(JSON.stringify({ detail })), { once: true });
        setTimeout(() => resolve(null), most);
      }),
    }), [name, MOST_WAIT_MS]);
    return async () => {
      const told = await heard.evaluate(({ promise }) => promise);
      assert.ok(told, `the page told of no “${name}”`);
      return JSON.parse(told).detail;
    };
  }

  /** Does something that the bot answers; returns the message or the form that came of it. */
  async answered(act) {
    const heard = await this.next('acted');
    await act();
    const { outcome } = await heard();
    if (outcome.kind === 'form') return this.page.locator('#form form');
    assert.equal(outcome.kind, 'message', JSON.stringify(outcome));
    return this.message(outcome.id);
  }

  // --- Commands and forms ---------------------------------------------------------------------------------------------

  /** Puts a command into the composer by its picker; `options`: text to type, or `[label]` to choose from the list. */
  async compose(name, options = {}) {
    const { page } = this;
    await page.fill('#composer', `/${name}`);
    await page.click(`.list-popup [data-command="${name}"]`);
    for (const [option, value] of Object.entries(options)) {
      const input = page.locator(`#command-line [data-option="${option}"] input`);
      if (!(await input.isVisible())) {
        await page.click('#command-line [data-act="more"]');
        await page.click(`.list-popup [data-value="${option}"]`);
      }
      await input.click();
      await input.fill([value].flat()[0]);
      if (Array.isArray(value)) await page.locator('.list-popup [role=option]', { hasText: value[0] }).first().click();
    }
  }

  /** Runs a command. */
  async command(name, options) {
    await this.compose(name, options);
    return this.answered(() => this.page.click('#command-line [data-act="send"]'));
  }

  /** Fills the open form by the labels of its fields, and sends it. */
  async submit(fields) {
    for (const [label, value] of Object.entries(fields)) await this.page.locator('#form').getByLabel(label).fill(value);
    return this.answered(() => this.page.click('#form [data-act="submit"]'));
  }

  // --- Messages -------------------------------------------------------------------------------------------------------

  message(id) {
    return this.page.locator(`[data-message="${id}"]`);
  }

  /** The newest message with this button. */
  messageWith(label) {
    return this.page.locator(`[data-message]:has([data-label="${label}"])`).last();
  }

  /**
   * Presses a message's button, and waits until what came of it is shown. While a button waits, its words are hidden and
   * so no part of the message's text: a message that waits has always changed, and shows the old screen.
   */
  async press(message, label) {
    const before = await message.innerText();
    const came = await this.answered(() => message.locator(`[data-label="${label}"]`).click());
    const [id, own] = [await came.getAttribute('data-message'), await message.getAttribute('data-message')];
    if (id && id === own) {
      await this.page.waitForFunction(([same, words]) => {
        const shown = document.querySelector(`[data-message="${same}"]`);
        return shown && !shown.querySelector('.waiting') && shown.innerText !== words;
      }, [id, before]);
    }
    return came;
  }

  /** Chooses from a message's list by labels. */
  async choose(message, labels) {
    await message.locator('.select').click();
    return this.answered(async () => {
      for (const label of labels) await this.page.locator('.list-popup [role=option]', { hasText: label }).first().click();
      // A list of which one is chosen is done with that.
      const done = this.page.locator('.list-popup .list-foot button');
      if (await done.isVisible()) await done.click();
    });
  }

  // --- The workshop ---------------------------------------------------------------------------------------------------

  /** Opens a panel of the drawer. */
  async workshop(panel) {
    if (!(await this.page.locator('#workshop').isVisible())) await this.page.click('#workshop-bar [data-tour="workshop"]');
    await this.page.click(`#ws-tab-${panel}`);
  }

  async closeWorkshop() {
    await this.page.click('#workshop .ws-close');
  }

  /** Lets colleagues do something, and waits until they are through. */
  async colleagues(what) {
    await this.workshop('colleagues');
    await this.page.click(`[data-tour="colleagues-${what}"]`);
    await this.page.locator('.ws-progress').waitFor();
    await this.page.locator('.ws-progress').waitFor({ state: 'detached', timeout: 240_000 });
  }

  // --- Looking --------------------------------------------------------------------------------------------------------

  /** Takes a picture, where `PAGE_PICTURES` names a folder. */
  async picture(name) {
    if (!process.env.PAGE_PICTURES) return;
    await this.page.mouse.move(0, 0);
    await this.page.screenshot({ path: `${process.env.PAGE_PICTURES}/${name}.png`, animations: 'disabled', caret: 'hide' });
  }
}
