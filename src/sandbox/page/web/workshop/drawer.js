// The drawer that holds the workshop's panels: a column beside the chat, or the whole screen of a phone. Escape closes
// it and gives the focus back to where it came from.

import { html, nothing, render } from '../../vendor/discord.js';
import { app } from '../store.js';
import { say } from '../words.js';
import { botPanel } from './bot.js';
import { clockPanel } from './clock.js';
import { colleaguesPanel } from './colleagues.js';
import { faultsPanel } from './faults.js';
import { inspect, inspectorPanel, refresh } from './inspector.js';
import { redraw } from './redraw.js';

/** The panels' ids, in their order. */
const PANELS = ['clock', 'colleagues', 'faults', 'bot', 'inspector'];

const drawer = { panel: null, last: 'clock', from: null };

/** The id of the panel that is shown, or null. */
export function shownPanel() {
  return drawer.panel;
}

/** Shows a panel; without a name, the one shown last. The focus goes there, unless `quietly`. */
export function openDrawer(panel = drawer.last, { quietly = false } = {}) {
  if (drawer.panel === null) drawer.from = document.activeElement;
  Object.assign(drawer, { panel, last: panel });
  if (panel === 'inspector') refresh();
  draw();
  if (!quietly) document.getElementById(`ws-tab-${panel}`)?.focus();
  redraw();
}

/** Shows what stands behind a message. */
export function openInspector(message) {
  inspect(message);
  openDrawer('inspector');
}

export function closeDrawer() {
  if (drawer.panel === null) return;
  const inside = document.getElementById('workshop').contains(document.activeElement);
  drawer.panel = null;
  draw();
  redraw();
  if (inside) drawer.from?.focus?.();
}

export function draw() {
  const place = document.getElementById('workshop');
  document.documentElement.classList.toggle('ws-open', drawer.panel !== null);
  place.classList.toggle('ws-wide', drawer.panel === 'inspector');
  place.hidden = drawer.panel === null;
  place.setAttribute('aria-label', say('workshop.title'));
  render(drawer.panel === null ? nothing : content(), place);
}

function content() {
  return html`
    <header class="ws-head">
      <h2>${say('workshop.title')}</h2>
      <button class="ws-close" aria-label=${say('workshop.close')} title=${say('workshop.close')} @click=${closeDrawer}>✕</button>
    </header>
    <div class="ws-tabs" role="tablist" aria-label=${say('workshop.panels')} @keydown=${arrows}>${PANELS.map(tab)}</div>
    <section class="ws-panel" id="ws-panel" role="tabpanel" aria-labelledby="ws-tab-${drawer.panel}" tabindex="0">
      ${app.state.story.playing ? html`<p class="ws-note" role="status">${say('workshop.playing')}</p>` : nothing}
      ${panel()}
    </section>`;
}

function tab(id) {
  const chosen = id === drawer.panel;
  return html`
    <button role="tab" id="ws-tab-${id}" data-tour="tab-${id}" aria-selected=${chosen ? 'true' : 'false'} aria-controls="ws-panel"
      tabindex=${chosen ? 0 : -1} @click=${() => openDrawer(id)}>${name(id)}</button>`;
}

function name(id) {
  if (id === 'clock') return say('clock.title');
  if (id === 'colleagues') return say('colleagues.title');
  if (id === 'faults') return say('faults.title');
  if (id === 'bot') return say('bot.title');
  return say('inspector.title');
}

function panel() {
  if (drawer.panel === 'clock') return clockPanel();
  if (drawer.panel === 'colleagues') return colleaguesPanel();
  if (drawer.panel === 'faults') return faultsPanel();
  if (drawer.panel === 'bot') return botPanel();
  return inspectorPanel();
}

function arrows(event) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  const at = PANELS.indexOf(drawer.panel);
  const to = { Home: 0, End: PANELS.length - 1 }[event.key] ?? (step ? (at + step + PANELS.length) % PANELS.length : null);
  if (to === null) return;
  event.preventDefault();
  openDrawer(PANELS[to]);
}
