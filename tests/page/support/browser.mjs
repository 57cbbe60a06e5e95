// Debian's Chromium, and what no page may do in it: write errors to the console, fail a request, ask another origin.

import { chromium } from 'playwright-core';

import { Visitor } from './visitor.mjs';

const ARGS = [
  '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
  '--disable-sync', '--font-render-hinting=none',
];
/** Acts answer so where somebody may not do something, or the bot doesn't respond; Chromium calls that an error. */
const REFUSED_ACT = /\/api\/(as\/\d+\/(command|press|select|submit|say|dismiss|autocomplete)|clock|colleagues|bot|gateway)$/;
const DESKTOP = { width: 1120, height: 640 };
const PHONE = { width: 375, height: 812 };

export class Browser {
  static async open(address) {
    const browser = new Browser();
    browser.address = address;
    browser.faults = [];
    browser.chromium = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ARGS, headless: true, chromiumSandbox: false,
    });
    return browser;
  }

  /** A visitor with storage of their own. The welcome is taken as read, unless `welcome`. */
  async visit({ phone = false, theme = 'dark', welcome = false } = {}) {
    const context = await this.chromium.newContext({
      baseURL: this.address, viewport: phone ? PHONE : DESKTOP, hasTouch: phone, colorScheme: theme, reducedMotion: 'reduce',
      locale: 'en-GB', timezoneId: 'Europe/Berlin',
    });
    context.setDefaultTimeout(30_000);
    const page = await context.newPage();
    this.watch(page);
    const visitor = new Visitor(page, { phone, theme });
    await visitor.load();
    if (!welcome) await page.locator('.tour-alone').click();
    return visitor;
  }

  watch(page) {
    page.on('console', (said) => {
      if (said.type() !== 'error') return;
      if (said.text().startsWith('Failed to load resource') && REFUSED_ACT.test(said.location().url)) return;
      this.faults.push(`console: ${said.text()} (${said.location().url})`);
    });
    page.on('pageerror', (error) => this.faults.push(`page: ${error.stack}`));
    page.on('requestfailed', (request) => {
      // The stream of events ends when somebody becomes another person, and when they go.
      if (request.url().endsWith('/live') && request.failure().errorText === 'net::ERR_ABORTED') return;
      this.faults.push(`failed: ${request.url()} ${request.failure().errorText}`);
    });
    page.on('request', (request) => {
      if (!new RegExp(`^(${this.address}/|data:|blob:)`).test(request.url())) this.faults.push(`elsewhere: ${request.url()}`);
    });
  }

  close() {
    return this.chromium.close();
  }
}
