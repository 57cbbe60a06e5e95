// The inspector: what went over the wires, everything or only what stands behind one message. Newest first; live until
// paused.

import { html, nothing, repeat } from '../../vendor/discord.js';
import { api } from '../api.js';
import { app } from '../store.js';
import { say } from '../words.js';
import { inWords } from './attempt.js';
import { jsonView } from './json_view.js';
import { timeOfDay } from './moment.js';
import { redraw } from './redraw.js';

/** As many as the server keeps ready. */
const MOST = 500;

const seen = { entries: [], newest: 0, message: null, filter: '', onlyViolations: false, live: true, problem: null };
const unfolded = new Set();
const searchable = new WeakMap();
let fetching = false;
let again = false;
let round = 0;

/** Shows what stands behind a message; null for everything. */
export function inspect(message) {
  // What is still under way belongs to the list before; its answer is dropped.
  round += 1;
  fetching = false;
  Object.assign(seen, { message, entries: [], newest: 0, problem: null });
  unfolded.clear();
  return refresh();
}

/** Fetches what is new. Called when the panel opens and whenever the server says that something went over the wires. */
export async function refresh() {
  if (fetching) {
    again = true;
    return;
  }
  fetching = true;
  const mine = round;
  try {
    const { message, newest } = seen;
    // What belongs to a message may grow backwards (its interaction), so that list is fetched whole.
    const query = message ? `message=${encodeURIComponent(message)}` : `after=${newest}`;
    const got = await api('GET', `/api/journal?${query}`);
    if (mine !== round) return;
    seen.entries = message ? got.entries : [...seen.entries, ...got.entries].slice(-MOST);
    Object.assign(seen, { newest: got.newest, problem: null });
  } catch (error) {
    if (mine === round) seen.problem = inWords(error);
  } finally {
    if (mine === round) {
      fetching = false;
      redraw();
      if (again) {
        again = false;
        refresh();
      }
    }
  }
}

/** The server says that something went over the wires. */
export function hearJournal() {
  if (seen.live) refresh();
}

export function inspectorPanel() {
  const shown = seen.entries.filter(fits).reverse();
  return html`
    <p class="ws-lead">${say('inspector.about')}</p>
    ${seen.message
      ? html`<p class="ws-row"><span>${say('inspector.of_message')}</span>
          <button class="ws-button" @click=${() => inspect(null)}>${say('inspector.everything')}</button></p>`
      : nothing}
    <div class="ws-row">
      <input type="search" class="ws-filter" placeholder=${say('inspector.filter')} aria-label=${say('inspector.filter')}
        .value=${seen.filter} @input=${(event) => { seen.filter = event.target.value; redraw(); }} />
      <button class="ws-button" aria-pressed=${seen.live ? 'false' : 'true'} @click=${pause}>
        ${seen.live ? say('inspector.pause') : say('inspector.resume')}
      </button>
    </div>
    <label class="ws-check">
      <input type="checkbox" .checked=${seen.onlyViolations}
        @change=${(event) => { seen.onlyViolations = event.target.checked; redraw(); }} />
      ${say('inspector.only_violations')}
    </label>
    ${seen.problem ? html`<p class="ws-problem" role="alert">${seen.problem}</p>` : nothing}
    <p class="ws-small">${counted(shown.length, seen.entries.length)}</p>
    <ol class="ws-journal" aria-label=${say('inspector.list')}>${repeat(shown, ({ n }) => n, entry)}</ol>`;
}

function counted(shown, all) {
  if (all === 0) return say('inspector.none');
  return shown === 0 ? say('inspector.none_fit', { all }) : say('inspector.shown', { shown, all });
}

function pause() {
  seen.live = !seen.live;
  if (seen.live) refresh();
  redraw();
}

function fits(one) {
  if (seen.onlyViolations && !(one.violations?.length > 0)) return false;
  const typed = seen.filter.trim().toLowerCase();
  if (typed === '') return true;
  if (!searchable.has(one)) searchable.set(one, JSON.stringify(one).toLowerCase());
  return searchable.get(one).includes(typed);
}

function entry(one) {
  const violations = one.violations ?? [];
  const toggled = (event) => {
    if (event.target !== event.currentTarget) return;
    if (event.target.open) unfolded.add(one.n);
    else unfolded.delete(one.n);
    redraw();
  };
  return html`
    <li class=${violations.length > 0 ? 'ws-entry ws-violating' : 'ws-entry'}>
      <details .open=${unfolded.has(one.n)} @toggle=${toggled}>
        <summary>
          <time class="ws-small">${timeOfDay(Date.parse(one.at))}</time>
          ${one.kind === 'request' ? request(one) : event(one)}
          ${violations.length > 0 ? html`<strong class="ws-mark">${say('inspector.violation')}</strong>` : nothing}
        </summary>
        ${unfolded.has(one.n) ? inside(one, violations) : nothing}
      </details>
    </li>`;
}

function request({ method, path, status, code }) {
  const class_ = status === 0 || status >= 500 ? 'bad' : status >= 400 ? 'refused' : 'good';
  return html`
    <b class="ws-method">${method}</b> <code class="ws-path">${path}</code>
    <span class="ws-status" data-status=${class_}>${status === 0 ? say('inspector.no_answer') : status}${code ? ` · ${code}` : ''}</span>`;
}

function event({ event: name, sequence }) {
  return html`<b class="ws-method ws-event">${say('inspector.event')}</b> <code class="ws-path">${name}</code>
    ${sequence ? html`<span class="ws-small">#${sequence}</span>` : nothing}`;
}

function inside({ body, answer, files, ms }, violations) {
  const there = (value) => value !== null && value !== undefined;
  return html`
    ${violations.map((words) => html`<p class="ws-problem">${words}</p>`)}
    ${there(ms) ? html`<p class="ws-small">${say('inspector.took', { ms })}</p>` : nothing}
    ${files?.length > 0 ? html`<p class="ws-small">${say('inspector.files', { files: files.join(', ') })}</p>` : nothing}
    ${there(body) ? html`<h3>${say('inspector.body')}</h3>${jsonView(body)}` : nothing}
    ${there(answer) ? html`<h3>${say('inspector.answer')}</h3>${jsonView(answer)}` : nothing}
    ${there(body) || there(answer) ? nothing : html`<p class="ws-small">${say('inspector.no_body')}</p>`}`;
}

app.events.addEventListener('resync', () => inspect(seen.message));
