// The workshop: what belongs to the sandbox and not to Discord. Clock, colleagues, faults, bot, inspector, tours.
// Knows the chat by `app` and its events only.

import { app } from '../store.js';
import { startTours } from '../tour/guide.js';
import { drawBar } from './bar.js';
import { closeDrawer, draw, openInspector, shownPanel } from './drawer.js';
import { hearJournal } from './inspector.js';
import { drawAlways, redraw } from './redraw.js';

/** What the server says about itself, after which everything here is drawn again. */
const HEARD = ['hello', 'clock', 'bot', 'faults', 'story', 'colleagues', 'company', 'person', 'channel', 'resync'];

/** Puts the workshop into the page, once the chat is ready. */
export async function startWorkshop() {
  app.events.addEventListener('journal', () => shownPanel() === 'inspector' && hearJournal());
  app.events.addEventListener('inspect', ({ detail }) => openInspector(detail.message));
  HEARD.forEach((name) => app.events.addEventListener(name, redraw));
  document.getElementById('workshop').addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    closeDrawer();
  });
  drawAlways(drawBar);
  drawAlways(() => shownPanel() !== null && draw());
  draw();
  // The clock in the bar shows minutes.
  setInterval(redraw, 5_000);
  await startTours();
}
