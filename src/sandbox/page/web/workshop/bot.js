// The bot's panel: whether it is there, and ending or starting it. Its data stay where they are.

import { html, nothing } from '../../vendor/discord.js';
import { api } from '../api.js';
import { app } from '../store.js';
import { say } from '../words.js';
import { attempts } from './attempt.js';

const acting = attempts();

/** "connected", "connecting" or "stopped". */
export function botState() {
  return app.state.bot;
}

export function botPanel() {
  const state = botState();
  const act = (what, words, about, possible) => html`
    <li>
      <button class="ws-button" ?disabled=${acting.busy || !possible} @click=${() => acting.run(() => api('POST', '/api/bot', { do: what }))}>
        ${words}
      </button>
      <span class="ws-small">${about}</span>
    </li>`;
  const runs = state !== 'stopped';
  return html`
    <p class="ws-lead">${say('bot.about')}</p>
    <p class="ws-state" data-state=${state} role="status"><i aria-hidden="true"></i>${stateWords(state)}</p>
    <ul class="ws-acts">
      ${act('kill', say('bot.kill'), say('bot.kill_about'), runs)}
      ${act('stop', say('bot.stop'), say('bot.stop_about'), runs)}
      ${act('start', say('bot.start'), say('bot.start_about'), !runs)}
      ${act('restart', say('bot.restart'), say('bot.restart_about'), runs)}
    </ul>
    ${acting.problem ? html`<p class="ws-problem" role="alert">${acting.problem}</p>` : nothing}`;
}

export function stateWords(state) {
  if (state === 'connected') return say('bot.connected');
  if (state === 'connecting') return say('bot.connecting');
  return say('bot.stopped');
}
