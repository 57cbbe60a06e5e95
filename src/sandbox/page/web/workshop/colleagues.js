// The colleagues' panel: the company's other people answer, react and report when asked to, in the mood that is set.

import { html, nothing } from '../../vendor/discord.js';
import { api } from '../api.js';
import { app } from '../store.js';
import { say } from '../words.js';
import { attempts } from './attempt.js';
import { redraw } from './redraw.js';

const asking = attempts();
let share = 70;
const moods = new Map();

/** Asks colleagues for something, with share and moods as they are set. Throws what the server refuses. */
export function askColleagues(what) {
  const set = Object.fromEntries([...moods].filter(([, mood]) => mood !== 0));
  return api('POST', '/api/colleagues', { do: what, share, moods: set });
}

export function colleaguesPanel() {
  const { busy } = app.state.colleagues;
  const ask = (what, words, about, mark) => html`
    <li>
      <button class="ws-button ws-primary" data-tour=${mark} ?disabled=${busy || asking.busy}
        @click=${() => asking.run(() => askColleagues(what))}>${words}</button>
      <span class="ws-small">${about}</span>
    </li>`;
  return html`
    <p class="ws-lead">${say('colleagues.about')}</p>
    ${progress()}
    <label class="ws-slider">
      <span>${say('colleagues.share')} <output>${say('colleagues.percent', { percent: share })}</output></span>
      <input type="range" min="5" max="100" step="5" .value=${String(share)}
        @input=${(event) => { share = Number(event.target.value); redraw(); }} />
    </label>
    <ul class="ws-acts">
      ${ask('acknowledge', say('colleagues.acknowledge'), say('colleagues.acknowledge_about'), 'colleagues-acknowledge')}
      ${ask('answer', say('colleagues.answer'), say('colleagues.answer_about'), 'colleagues-answer')}
      ${ask('report', say('colleagues.report'), say('colleagues.report_about'), 'colleagues-report')}
    </ul>
    ${asking.problem ? html`<p class="ws-problem" role="alert">${asking.problem}</p>` : nothing}
    <fieldset class="ws-moods" data-tour="moods">
      <legend>${say('colleagues.moods')}</legend>
      <p class="ws-small">${say('colleagues.moods_about')}</p>
      ${app.company.departments.map(({ name }) => slider(name))}
      <button class="ws-button" ?disabled=${moods.size === 0} @click=${() => { moods.clear(); redraw(); }}>
        ${say('colleagues.moods_reset')}
      </button>
    </fieldset>`;
}

function progress() {
  const { busy, done, all, doing } = app.state.colleagues;
  if (!busy) return nothing;
  return html`
    <div class="ws-progress" role="status">
      <span>${doingWords(doing)} ${say('colleagues.progress', { done, all })}</span>
      <progress max=${all || 1} .value=${done} aria-label=${doingWords(doing)}></progress>
      <button class="ws-button" @click=${() => asking.run(() => api('DELETE', '/api/colleagues'))}>${say('colleagues.stop')}</button>
    </div>`;
}

function doingWords(doing) {
  if (doing === 'answer') return say('colleagues.answering');
  if (doing === 'acknowledge') return say('colleagues.acknowledging');
  return say('colleagues.reporting');
}

function slider(department) {
  const mood = moods.get(department) ?? 0;
  const moved = (event) => {
    const value = Number(event.target.value);
    if (value === 0) moods.delete(department);
    else moods.set(department, value);
    redraw();
  };
  return html`
    <label class="ws-slider ws-mood">
      <span>${department} <output>${moodWords(mood)}</output></span>
      <input type="range" min="-2" max="2" step="1" .value=${String(mood)} aria-valuetext=${moodWords(mood)} @input=${moved} />
    </label>`;
}

function moodWords(mood) {
  if (mood <= -2) return say('colleagues.mood_fed_up');
  if (mood === -1) return say('colleagues.mood_doubtful');
  if (mood === 0) return say('colleagues.mood_as_is');
  if (mood === 1) return say('colleagues.mood_warming');
  return say('colleagues.mood_convinced');
}
