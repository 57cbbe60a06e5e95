// A form of the bot's (Discord's modal) as a dialog. What was typed stays until the bot has taken it.

import { html, nothing, render } from '../vendor/discord.js';
import { chosenAtFirst, choicesOf, selectOf, TYPE } from './controls.js';
import { avatar, icon } from './look.js';
import { text } from './message.js';
import { app, emit, on } from './store.js';
import { problem, say } from './words.js';

let dialog;
/** custom id → what is in the field; a list for selects */
let values = {};
let waiting = false;
let failure = null;
let missing = new Set();

/** Puts the dialog into the page. */
export function mountForm(element) {
  dialog = element;
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    if (!document.querySelector('.list-popup')) dismiss();
  });
  on('form', ({ open }) => (open ? begin() : dialog.close()));
  on('person', () => dialog.open && dialog.close());
  app.fill = fill;
  app.send = send;
}

/** The fields of the open form: `{ part, label, description }`. */
function fields() {
  return (app.form?.data.components ?? []).flatMap((row) => {
    if (row.type === TYPE.label) return [{ part: row.component, label: row.label, description: row.description }];
    if (row.type === TYPE.row) return row.components.map((part) => ({ part, label: part.label }));
    return [{ part: row }];
  });
}

const isField = ({ part }) => Boolean(part.custom_id);
const isRequired = (part) => part.required !== false;

function begin() {
  values = Object.fromEntries(fields().filter(isField).map(({ part }) =>
    [part.custom_id, part.type === TYPE.input ? part.value ?? '' : chosenAtFirst(part)]));
  waiting = false;
  failure = null;
  missing = new Set();
  draw();
  if (!dialog.open) dialog.showModal();
  dialog.querySelector('input, textarea, .select')?.focus();
}

function dismiss() {
  if (waiting) return;
  app.form = null;
  dialog.close();
  emit('form', { open: false });
}

/** Fills fields, found by label or custom id. */
function fill(given) {
  for (const { part, label } of fields().filter(isField)) {
    const value = given[part.custom_id] ?? given[label];
    if (value === undefined) continue;
    if (part.type === TYPE.input) values[part.custom_id] = value;
    else {
      const wanted = [value].flat();
      values[part.custom_id] = choicesOf(part).filter((choice) => wanted.includes(choice.value) || wanted.includes(choice.label)).map((choice) => choice.value);
    }
  }
  draw();
}

/** Sends the form, if nothing is missing; returns the outcome, or nothing. */
async function send() {
  if (waiting || !app.form) return undefined;
  missing = new Set(fields().filter(isField).filter(({ part }) => lacks(part)).map(({ part }) => part.custom_id));
  if (missing.size) {
    draw();
    dialog.querySelector('[aria-invalid=true], .select.invalid')?.focus();
    return undefined;
  }
  waiting = true;
  failure = null;
  draw();
  const { form } = app.form;
  try {
    const outcome = await app.act('submit', { form, values });
    waiting = false;
    // The answer to a form can't be another one (discord-api-docs `interactions/receiving-and-responding`).
    app.form = null;
    dialog.close();
    emit('form', { open: false });
    return outcome;
  } catch (refusal) {
    waiting = false;
    failure = refusal.error === 'did_not_respond' ? say('form.failed') : problem(refusal);
    draw();
    return undefined;
  }
}

function lacks(part) {
  const value = values[part.custom_id];
  const least = part.type === TYPE.input ? part.min_length ?? 0 : part.min_values ?? 1;
  if (!value.length) return isRequired(part) && (part.type === TYPE.input || least > 0);
  return value.length < least;
}

// --- Drawing ------------------------------------------------------------------------------------------------------------

function draw() {
  render(app.form ? view() : nothing, dialog);
  for (const box of dialog.querySelectorAll('input, textarea')) {
    const value = values[box.dataset.field];
    if (value !== undefined && box.value !== value) box.value = value;
  }
}

function view() {
  const { data } = app.form;
  return html`<form class="form" method="dialog" novalidate data-tour="form" @submit=${(event) => { event.preventDefault(); send(); }}>
    <header class="dialog-head">${avatar({ bot: true }, 'small')}<h2 id="form-title">${data.title}</h2>
      <button type="button" class="tool" data-act="close" aria-label=${say('form.close')} @click=${dismiss}>${icon('close')}</button></header>
    <div class="form-body">
      <p class="form-note">${say('form.note', { bot: app.company.bot.name })}</p>
      ${fields().map(field)}
      ${failure ? html`<p class="failed" role="alert">${icon('warn')}${failure}</p>` : nothing}
    </div>
    <footer class="dialog-foot">
      <button type="button" class="button quiet" data-act="cancel" @click=${dismiss}>${say('form.cancel')}</button>
      <button type="submit" class="button primary ${waiting ? 'waiting' : ''}" data-act="submit" aria-busy=${waiting ? 'true' : nothing}><span class="button-words">${say('form.submit')}</span>${waiting
        ? html`<span class="dots" role="img" aria-label=${say('controls.waiting')}><i></i><i></i><i></i></span>` : nothing}</button>
    </footer></form>`;
}

function field({ part, label, description }) {
  if (!part.custom_id) return part.type === TYPE.text ? html`<div class="text">${text(part.content)}</div>` : nothing;
  const id = `field-${part.custom_id}`;
  const wrong = missing.has(part.custom_id);
  const about = [description && `${id}-about`, wrong && `${id}-wrong`].filter(Boolean).join(' ') || nothing;
  const least = part.min_length ?? 0;
  return html`<div class="field ${wrong ? 'wrong' : ''}">
    <label for=${id} id="${id}-label">${label}${isRequired(part) ? html`<span class="required" title=${say('form.required')}> *</span>` : nothing}</label>
    ${description ? html`<p class="field-about" id="${id}-about">${description}</p>` : nothing}
    ${part.type === TYPE.input ? box(part, id, about, wrong) : selectOf(part, {
      chosen: values[part.custom_id], field: part.custom_id, labelled: `${id}-label`, disabled: waiting,
      done: (chosen) => { values[part.custom_id] = chosen; missing.delete(part.custom_id); draw(); },
    })}
    ${wrong ? html`<p class="field-wrong" id="${id}-wrong">${least > 1 && values[part.custom_id].length ? say('form.too_short', { number: least }) : say('form.missing')}</p>` : nothing}
  </div>`;
}

function box(part, id, about, wrong) {
  const typed = (event) => {
    values[part.custom_id] = event.target.value;
    if (wrong) missing.delete(part.custom_id);
    draw();
  };
  const most = part.max_length ?? 4000;
  const left = most - (values[part.custom_id]?.length ?? 0);
  const count = left <= Math.max(20, most / 10) ? html`<span class="count" aria-live="polite">${say('form.left', { number: left })}</span>` : nothing;
  return part.style === 2
    ? html`<textarea id=${id} data-field=${part.custom_id} rows="4" maxlength=${most} placeholder=${part.placeholder ?? nothing} ?readonly=${waiting}
        aria-describedby=${about} aria-invalid=${wrong ? 'true' : nothing} aria-required=${isRequired(part) ? 'true' : nothing} @input=${typed}></textarea>${count}`
    : html`<input id=${id} data-field=${part.custom_id} type="text" autocomplete="off" maxlength=${most} placeholder=${part.placeholder ?? nothing} ?readonly=${waiting}
        aria-describedby=${about} aria-invalid=${wrong ? 'true' : nothing} aria-required=${isRequired(part) ? 'true' : nothing} @input=${typed}>${count}`;
}
