// The faults' panel: what may go wrong between the bot and Discord, each with what the bot should make of it.

import { html, nothing } from '../../vendor/discord.js';
import { api } from '../api.js';
import { app } from '../store.js';
import { say } from '../words.js';
import { attempts } from './attempt.js';

const switching = attempts();

/** In the order in which they are shown; `id` is the server's. */
const faults = () => [
  { id: 'latency', name: say('faults.latency'), what: say('faults.latency_what'), should: say('faults.latency_should') },
  { id: 'server_errors', name: say('faults.server_errors'), what: say('faults.server_errors_what'), should: say('faults.server_errors_should') },
  { id: 'rate_limit', name: say('faults.rate_limit'), what: say('faults.rate_limit_what'), should: say('faults.rate_limit_should') },
  { id: 'drop_after_apply', name: say('faults.drop_after_apply'), what: say('faults.drop_after_apply_what'), should: say('faults.drop_after_apply_should') },
  { id: 'hang', name: say('faults.hang'), what: say('faults.hang_what'), should: say('faults.hang_should') },
  { id: 'gateway_refuses', name: say('faults.gateway_refuses'), what: say('faults.gateway_refuses_what'), should: say('faults.gateway_refuses_should') },
  { id: 'gateway_deaf', name: say('faults.gateway_deaf'), what: say('faults.gateway_deaf_what'), should: say('faults.gateway_deaf_should') },
];

export function faultsPanel() {
  const told = new Map(app.state.faults.map((fault) => [fault.id, fault]));
  const gateway = (what, words, about) => html`
    <li>
      <button class="ws-button" ?disabled=${switching.busy} @click=${() => switching.run(() => api('POST', '/api/gateway', { do: what }))}>
        ${words}
      </button>
      <span class="ws-small">${about}</span>
    </li>`;
  return html`
    <p class="ws-lead">${say('faults.about')}</p>
    <ul class="ws-switches">${faults().map((fault) => toggle(fault, told.get(fault.id)))}</ul>
    ${switching.problem ? html`<p class="ws-problem" role="alert">${switching.problem}</p>` : nothing}
    <h3>${say('faults.gateway')}</h3>
    <ul class="ws-acts">
      ${gateway('drop', say('faults.drop'), say('faults.drop_about'))}
      ${gateway('reconnect', say('faults.reconnect'), say('faults.reconnect_about'))}
      ${gateway('invalidate', say('faults.invalidate'), say('faults.invalidate_about'))}
    </ul>`;
}

function toggle({ id, name, what, should }, told) {
  const on = told?.on === true;
  return html`
    <li>
      <button class="ws-switch" role="switch" aria-checked=${on ? 'true' : 'false'} aria-describedby="ws-fault-${id}"
        @click=${() => switching.run(() => api('PUT', `/api/faults/${id}`, { on: !on }))}>
        <span>${name}</span><i aria-hidden="true"></i>
      </button>
      <p class="ws-small" id="ws-fault-${id}">${what} ${should}</p>
      ${on && told.struck > 0 ? html`<p class="ws-struck">${say('faults.struck', { number: told.struck })}</p>` : nothing}
    </li>`;
}
