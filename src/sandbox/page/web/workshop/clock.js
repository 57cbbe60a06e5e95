// The clock's panel: what time it is in the company, what is planned next, and moving on.

import { html, nothing } from '../../vendor/discord.js';
import { api } from '../api.js';
import { app } from '../store.js';
import { now } from '../time.js';
import { say } from '../words.js';
import { attempts } from './attempt.js';
import { fromField, inFull, toField } from './moment.js';

const HOUR = 3600;
const moving = attempts();
let chosen = '';

/** Moves the clock: `{by_seconds}`, `{to}` or `{next}`. Throws what the server refuses. */
export function moveClock(move) {
  return api('POST', '/api/clock', move);
}

export function clockPanel() {
  const { next } = app.state.clock;
  const by = (seconds, words) => html`
    <button class="ws-button" ?disabled=${moving.busy} @click=${() => moving.run(() => moveClock({ by_seconds: seconds }))}>
      ${words}
    </button>`;
  return html`
    <p class="ws-lead">${say('clock.about')}</p>
    <dl class="ws-facts">
      <dt>${say('clock.now')}</dt>
      <dd class="ws-now">${inFull(now())}</dd>
      <dd class="ws-small">${say('clock.zone', { zone: app.company.zone })}</dd>
      <dt>${say('clock.next')}</dt>
      <dd>${next ? inFull(Date.parse(next)) : say('clock.nothing_next')}</dd>
    </dl>
    <div class="ws-row">
      <button class="ws-button ws-primary" data-tour="clock-next" ?disabled=${moving.busy || !next}
        @click=${() => moving.run(() => moveClock({ next: true }))}>
        ${say('clock.move_there')}
      </button>
      ${by(HOUR, say('clock.hour'))} ${by(24 * HOUR, say('clock.day'))} ${by(7 * 24 * HOUR, say('clock.week'))}
    </div>
    <form class="ws-row ws-moment" @submit=${moveTo}>
      <label for="ws-moment">${say('clock.to')}</label>
      <input id="ws-moment" type="datetime-local" required .value=${chosen || toField(now())} min=${toField(now())}
        @input=${(event) => (chosen = event.target.value)} />
      <button class="ws-button" ?disabled=${moving.busy}>${say('clock.move')}</button>
    </form>
    ${moving.problem ? html`<p class="ws-problem" role="alert">${moving.problem}</p>` : nothing}
    <p class="ws-small">${say('clock.note')}</p>`;
}

function moveTo(event) {
  event.preventDefault();
  const moment = fromField(chosen || event.target.querySelector('input').value);
  if (moment === null) return;
  moving.run(async () => {
    await moveClock({ to: new Date(moment).toISOString() });
    chosen = '';
  });
}
