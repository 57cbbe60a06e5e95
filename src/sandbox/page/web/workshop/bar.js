// The workshop's place in the top bar: the company's clock, the tour, the drawer; and a mark for what is out of order.

import { html, nothing, render, svg } from '../../vendor/discord.js';
import { app } from '../store.js';
import { now } from '../time.js';
import { hasLeft, isTouring, showTours } from '../tour/guide.js';
import { say } from '../words.js';
import { stateWords } from './bot.js';
import { closeDrawer, openDrawer, shownPanel } from './drawer.js';
import { inShort, inHours } from './moment.js';

const DRAWINGS = {
  clock: svg`<circle cx="12" cy="12" r="8.500" /><path d="M12 7v5l3.5 2" />`,
  tour: svg`<circle cx="12" cy="12" r="8.500" /><path d="m15.500 8.500-2 5-5 2 2-5z" />`,
  workshop: svg`<path d="M4 7h9M17 7h3M4 12h3M11 12h9M4 17h7M15 17h5" /><circle cx="15" cy="7" r="2" /><circle cx="9" cy="12" r="2" /><circle cx="13" cy="17" r="2" />`,
};

export function drawBar() {
  const toggle = (panel) => (shownPanel() === panel ? closeDrawer() : openDrawer(panel));
  const faults = app.state.faults.filter((fault) => fault.on).length;
  const open = shownPanel() !== null;
  // What a button is called has to hold what stands on it (WCAG 2.2, "Label in Name").
  const clock = say('bar.clock_hint', { time: inShort(now()) });
  const tour = hasLeft() ? say('bar.tour_resume') : say('bar.tour');
  render(html`
    ${app.state.bot === 'connected' ? nothing : html`
      <button class="ws-chip ws-warn" @click=${() => openDrawer('bot')}>${stateWords(app.state.bot)}</button>`}
    ${faults === 0 ? nothing : html`
      <button class="ws-chip ws-warn" @click=${() => openDrawer('faults')}>${say('bar.faults', { number: faults })}</button>`}
    <button class="ws-chip" data-tour="clock" aria-label=${clock} title=${clock} @click=${() => toggle('clock')}>
      ${drawing('clock')} <time class="ws-long">${inShort(now())}</time><time class="ws-brief">${inHours(now())}</time>
    </button>
    <button class="ws-chip" data-tour="tours" aria-label=${tour} title=${tour} aria-pressed=${isTouring() ? 'true' : 'false'} @click=${showTours}>
      ${drawing('tour')} <span class="ws-long">${tour}</span>
    </button>
    <button class="ws-chip" data-tour="workshop" aria-label=${say('bar.workshop')} title=${say('bar.workshop')}
      aria-expanded=${open ? 'true' : 'false'} aria-controls="workshop" @click=${() => (open ? closeDrawer() : openDrawer())}>
      ${drawing('workshop')} <span class="ws-long">${say('bar.workshop')}</span>
    </button>`, document.getElementById('workshop-bar'));
}

function drawing(name) {
  return html`<svg class="ws-drawing" viewBox="0 0 24 24" aria-hidden="true">${DRAWINGS[name]}</svg>`;
}
