// The workshop's place in the top bar: the company's clock, the tour, the drawer; and a mark for what is out of order.

import { html, nothing, render } from '../../vendor/discord.js';
import { app } from '../store.js';
import { now } from '../time.js';
import { say } from '../words.js';
import { hasLeft, isTouring, showTours } from '../tour/guide.js';
import { stateWords } from './bot.js';
import { closeDrawer, openDrawer, shownPanel } from './drawer.js';
import { inFull, inShort } from './moment.js';

export function drawBar() {
  const place = document.getElementById('workshop-bar');
  const toggle = (panel) => (shownPanel() === panel ? closeDrawer() : openDrawer(panel));
  const faults = app.state.faults.filter((fault) => fault.on).length;
  const open = shownPanel() !== null;
  render(html`
    ${app.state.bot === 'connected' ? nothing : html`
      <button class="ws-chip ws-warn" @click=${() => openDrawer('bot')}>${stateWords(app.state.bot)}</button>`}
    ${faults === 0 ? nothing : html`
      <button class="ws-chip ws-warn" @click=${() => openDrawer('faults')}>${say('bar.faults', { number: faults })}</button>`}
    <button class="ws-chip" data-tour="clock" title=${say('bar.clock_hint', { time: inFull(now()) })} @click=${() => toggle('clock')}>
      <span aria-hidden="true">🕑</span> <time>${inShort(now())}</time>
    </button>
    <button class="ws-chip" data-tour="tours" aria-pressed=${isTouring() ? 'true' : 'false'} @click=${showTours}>
      ${hasLeft() ? say('bar.tour_resume') : say('bar.tour')}
    </button>
    <button class="ws-chip" data-tour="workshop" aria-expanded=${open ? 'true' : 'false'} aria-controls="workshop"
      @click=${() => (open ? closeDrawer() : openDrawer())}>${say('bar.workshop')}</button>`, place);
}
