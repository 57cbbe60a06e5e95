// JSON to look into: objects and lists fold, texts stay texts. What is open is the browser's business, so that a new
// drawing closes nothing.

import { html } from '../../vendor/discord.js';
import { say } from '../words.js';

/** Deeper parts are folded at first. */
const OPEN_LEVELS = 2;

export function jsonView(value) {
  return html`<div class="ws-json">${part(null, value, 0)}</div>`;
}

function part(name, value, level) {
  const key = name === null ? '' : html`<span class="ws-key">${name}</span>: `;
  if (value === null || typeof value !== 'object') return html`<div>${key}${leaf(value)}</div>`;
  const inner = Array.isArray(value) ? value.map((item, index) => [String(index), item]) : Object.entries(value);
  if (inner.length === 0) return html`<div>${key}${Array.isArray(value) ? '[]' : '{}'}</div>`;
  return html`
    <details ?open=${level < OPEN_LEVELS}>
      <summary>${key}<span class="ws-small">${say('inspector.parts', { number: inner.length })}</span></summary>
      ${inner.map(([inside, item]) => part(inside, item, level + 1))}
    </details>`;
}

function leaf(value) {
  const kind = value === null ? 'null' : typeof value;
  return html`<span class="ws-${kind}">${kind === 'string' ? value : String(value)}</span>`;
}
