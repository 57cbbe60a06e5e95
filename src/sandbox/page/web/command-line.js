// A slash command being filled in: one box per option, with a list where Discord has one. Enter sends, Escape leaves.
// What was filled in stays until the bot has answered.

import { html, live, nothing } from '../vendor/discord.js';
import { api } from './api.js';
import { choicesFor, fault, narrowed, OPTION } from './commands.js';
import { closeList, List } from './listbox.js';
import { icon } from './look.js';
import { app, emit, on } from './store.js';
import { problem, say } from './words.js';

/** channel → the command being filled in there: `{ command, values, shown, current, tried, waiting, failure }`, where
 *  `values` has per option what stands in its box and what is sent (null while nothing is chosen). */
let lines = new Map();
let list = null;

const changed = () => emit('command-line');
on('person', () => (lines = new Map()));

/** The command that is being filled in, in the shown channel. */
export const underway = () => lines.get(app.channel);

/** Starts with a command; `options` gives values as they are sent. */
export function begin(command, options) {
  const values = {};
  for (const option of command.options) {
    if (options[option.name] !== undefined) values[option.name] = given(option, String(options[option.name]));
  }
  const shown = command.options.filter((option) => option.required || values[option.name]).map((option) => option.name);
  lines.set(app.channel, { command, values, shown, current: shown[0] ?? null, tried: false, waiting: false, failure: null });
}

function given(option, value) {
  const known = choicesFor(option)?.find((choice) => choice.value === value || choice.label === value);
  return known ? { text: known.label, value: known.value } : { text: value, value: choicesFor(option) ? null : value };
}

/** Puts the focus where something is to be filled in. */
export function focusFirst() {
  const { shown, values } = underway();
  const target = shown.find((name) => !values[name]?.text) ?? shown.at(-1);
  if (target) boxOf(target)?.focus();
  else document.querySelector('#command-line .send')?.focus();
}

const boxOf = (name) => document.querySelector(`#command-line [data-option="${CSS.escape(name)}"] input`);
const optionOf = ({ command }, name) => command.options.find((option) => option.name === name);

// --- Drawing ------------------------------------------------------------------------------------------------------------

/** The line. */
export function commandLine() {
  const line = underway();
  const { command, shown, waiting, failure } = line;
  const rest = command.options.filter((option) => !shown.includes(option.name));
  const option = line.current && optionOf(line, line.current);
  return html`<div class="command-line" id="command-line" data-tour="composer" role="group" aria-label="/${command.name}" @keydown=${key}>
    <p class="command-hint" id="command-hint">${option
      ? html`<b>${option.name}</b> ${option.description}` : html`<b>/${command.name}</b> ${command.description}`}</p>
    <div class="composer-box">
      <div class="command-parts">
        <span class="command-name">/${command.name}</span>
        ${shown.map((name) => box(line, optionOf(line, name)))}
        ${rest.length && !waiting ? html`<button type="button" class="more-options" aria-haspopup="listbox" aria-expanded="false" data-act="more" @click=${(event) => more(event.currentTarget, rest)}>${say('composer.more', { number: rest.length })}</button>` : nothing}
        ${waiting ? html`<span class="sending" role="status"><span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>${say('composer.sending')}</span>` : nothing}
      </div>
      <button type="button" class="tool" data-act="leave" aria-label=${say('composer.leave')} title=${say('composer.leave')} @click=${stop}>${icon('close')}</button>
      <button type="button" class="tool send ready" data-act="send" aria-label=${say('composer.send')} aria-disabled=${waiting ? 'true' : nothing} @click=${send}>${icon('send')}</button>
    </div>
    ${failure ? html`<p class="failed" role="alert">${icon('warn')}${failure}</p>` : nothing}
  </div>`;
}

function box({ values, tried, waiting }, option) {
  const value = values[option.name];
  const wrong = tried && fault(option, value);
  const chooses = choicesFor(option) || option.autocomplete;
  const numeric = option.type === OPTION.integer || option.type === OPTION.number;
  return html`<label class="option ${wrong ? 'wrong' : ''}" data-option=${option.name} title=${wrong || nothing}>
    <span class="option-name">${option.name}${option.required ? html`<span class="required" aria-hidden="true">*</span>` : nothing}</span>
    <input type="text" autocomplete="off" inputmode=${numeric ? 'decimal' : nothing} maxlength=${option.max_length ?? 6000} .value=${live(value?.text ?? '')}
      style="width:calc(${Math.max(4, (value?.text.length ?? 0) + 1)}ch + 18px)" ?readonly=${waiting} role=${chooses ? 'combobox' : nothing}
      aria-autocomplete=${chooses ? 'list' : nothing} aria-expanded=${chooses ? 'false' : nothing} aria-describedby="command-hint"
      aria-required=${option.required ? 'true' : nothing} aria-invalid=${wrong ? 'true' : nothing}
      @focus=${() => enter(option)} @click=${() => list || offer(option)} @input=${(event) => typed(option, event.target.value)}></label>`;
}

// --- Filling in ---------------------------------------------------------------------------------------------------------

function enter(option) {
  const line = underway();
  line.current = option.name;
  changed();
  if (!line.values[option.name]?.text) offer(option);
  else closeList();
}

function set(option, text, value) {
  const line = underway();
  line.values[option.name] = { text, value };
  line.failure = null;
  changed();
}

function typed(option, text) {
  const choices = choicesFor(option);
  const exact = choices?.find((choice) => choice.label.toLowerCase() === text.trim().toLowerCase());
  set(option, text, exact ? exact.value : choices ? null : text);
  offer(option);
}

/** Opens the list of an option that has one; the bot's own suggestions come a moment after the last key. */
function offer(option) {
  const line = underway();
  const fixed = choicesFor(option);
  const input = boxOf(option.name);
  if ((!fixed && !option.autocomplete) || line.waiting || !input) return;
  if (list?.focus !== input) {
    list = new List({
      anchor: input, focus: input, beside: document.getElementById('command-line'), wide: true, label: option.description,
      pick: (chosen, choice) => set(option, choice.label, choice.value),
      closed: () => (list = null),
    });
  }
  const now = line.values[option.name] ?? { text: '', value: '' };
  if (!fixed) ask(option, now.text, list);
  else list.show(now.value === null ? narrowed(fixed, now.text) : fixed);
}

let question = 0;

async function ask(option, text, into) {
  question += 1;
  const mine = question;
  const current = () => mine === question && list === into;
  if (!into.choices.length) into.show([], say('composer.asking'));
  await new Promise((resolve) => setTimeout(resolve, 150));
  if (!current()) return;
  const line = underway();
  try {
    const asked = { channel: app.channel, name: line.command.name, option: option.name, typed: text, options: sent(line) };
    const found = await api('POST', `/api/as/${app.me}/autocomplete`, asked);
    if (current()) into.show(found.map((choice) => ({ value: String(choice.value), label: choice.name })));
  } catch {
    if (current()) into.show([], say('composer.no_suggestions'));
  }
}

function more(anchor, rest) {
  const options = new List({
    anchor, label: say('composer.more', { number: rest.length }), beside: document.getElementById('command-line'), wide: true,
    pick: (chosen) => {
      underway().shown.push(chosen[0]);
      changed();
      // After the list has closed, which gives the focus back to where it came from.
      queueMicrotask(() => boxOf(chosen[0])?.focus());
    },
  });
  options.show(rest.map((option) => ({ value: option.name, label: option.name, description: option.description })));
}

// --- Keys and sending ---------------------------------------------------------------------------------------------------

function key(event) {
  const name = event.target.closest('[data-option]')?.dataset.option;
  if (list?.key(event)) {
    if (event.key === 'Enter' || event.key === 'Tab') focusFirst();
    return;
  }
  if (event.key === 'Escape') stop();
  else if (event.key === 'Enter' && event.target.tagName === 'INPUT') send();
  else if (event.key === 'Backspace' && name && !underway().values[name]?.text) remove(name);
  else return;
  event.preventDefault();
}

function remove(name) {
  const line = underway();
  closeList();
  if (optionOf(line, name).required) {
    if (line.shown[0] === name) stop();
    return;
  }
  delete line.values[name];
  line.shown = line.shown.filter((other) => other !== name);
  line.current = null;
  changed();
  focusFirst();
}

function stop() {
  if (underway().waiting) return;
  closeList();
  lines.delete(app.channel);
  changed();
}

const sent = ({ shown, values }) =>
  Object.fromEntries(shown.filter((name) => values[name]?.text.trim()).map((name) => [name, values[name].value]));

async function send() {
  const line = underway();
  const channel = app.channel;
  if (line.waiting) return;
  closeList();
  line.tried = true;
  const wrong = line.shown.find((name) => fault(optionOf(line, name), line.values[name]));
  if (wrong) {
    line.failure = `${wrong}: ${fault(optionOf(line, wrong), line.values[wrong])}`;
    changed();
    boxOf(wrong)?.focus();
    return;
  }
  line.waiting = true;
  line.failure = null;
  changed();
  try {
    await app.act('command', { channel, name: line.command.name, options: sent(line) });
    if (lines.get(channel) === line) lines.delete(channel);
  } catch (refusal) {
    line.waiting = false;
    line.failure = problem(refusal);
  }
  changed();
}
