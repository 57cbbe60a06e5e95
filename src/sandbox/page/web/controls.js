// Buttons and selects under a message, with what Discord shows while the bot has not answered, or fails to.

import { html, nothing } from '../vendor/discord.js';
import { channelChoices, personChoices, roleChoices } from './choices.js';
import { List } from './listbox.js';
import { icon } from './look.js';
import { app, emit, on } from './store.js';
import { problem, say } from './words.js';

export const TYPE = {
  row: 1, button: 2, string: 3, input: 4, user: 5, role: 6, mentionable: 7, channel: 8, section: 9, text: 10, container: 17, label: 18,
};
const STYLES = { 1: 'primary', 2: 'secondary', 3: 'success', 4: 'danger', 5: 'secondary' };
const IDLE = Object.freeze({});

/** message → { waiting: custom id } or { failed: sentence } */
const states = new Map();

/** What a message's controls wait for; another object after every change. */
export const stateOf = (message) => states.get(message) ?? IDLE;

on('person', () => states.clear());
on('edited', (message) => {
  if (stateOf(message.id).failed) states.delete(message.id);
});

/** All controls of a message. */
export function controlsOf(message) {
  const rows = message.components ?? [];
  if (!rows.length) return nothing;
  const state = stateOf(message.id);
  return html`<div class="controls">${rows.map((row) => (row.type === TYPE.row ? rowOf(message, row, state) : nothing))}
    ${state.failed ? html`<p class="failed" role="alert">${icon('warn')}${state.failed}</p>` : nothing}</div>`;
}

function rowOf(message, row, state) {
  return html`<div class="control-row">${row.components.map((part) =>
    part.type === TYPE.button ? button(message, part, state) : selectOf(part, {
      disabled: part.disabled || Boolean(state.waiting),
      waiting: state.waiting === part.custom_id,
      done: (values) => tell(message, 'select', { custom_id: part.custom_id, values }),
    }))}</div>`;
}

function button(message, part, state) {
  const words = html`${part.emoji?.name ? html`<span class="emoji">${part.emoji.name}</span>` : nothing}${part.label}`;
  if (part.style === 5) {
    return html`<a class="button secondary" href=${/^https?:/.test(part.url) ? part.url : nothing} target="_blank" rel="noopener noreferrer" data-label=${part.label}>${words}${icon('link')}</a>`;
  }
  const waiting = state.waiting === part.custom_id;
  return html`<button type="button" class="button ${STYLES[part.style] ?? 'secondary'} ${waiting ? 'waiting' : ''}" data-custom-id=${part.custom_id}
    data-label=${part.label ?? part.emoji?.name} ?disabled=${part.disabled} aria-disabled=${state.waiting ? 'true' : nothing} aria-busy=${waiting ? 'true' : nothing}
    @click=${() => state.waiting || tell(message, 'press', { custom_id: part.custom_id })}><span class="button-words">${words}</span>${waiting
      ? html`<span class="dots" role="img" aria-label=${say('controls.waiting')}><i></i><i></i><i></i></span>` : nothing}</button>`;
}

async function tell(message, kind, body) {
  set(message, { waiting: body.custom_id });
  try {
    await app.act(kind, { channel: message.channel_id, message: message.id, ...body });
    set(message, null);
  } catch (refusal) {
    set(message, { failed: refusal.error === 'did_not_respond' ? say('controls.failed') : problem(refusal) });
  }
}

function set(message, state) {
  if (state) states.set(message.id, state);
  else states.delete(message.id);
  emit('controls', { message: message.id });
}

// --- Selects, here and in forms ---------------------------------------------------------------------------------------

/** What a select offers: `{ value, label, description?, mark? }`. */
export function choicesOf(part) {
  switch (part.type) {
    case TYPE.user: return personChoices();
    case TYPE.role: return roleChoices();
    case TYPE.mentionable: return [...roleChoices(), ...personChoices()];
    case TYPE.channel: return channelChoices(part.channel_types);
    default:
      return (part.options ?? []).map((option) => ({
        value: option.value, label: option.label, description: option.description,
        mark: option.emoji?.name ? html`<span class="emoji">${option.emoji.name}</span>` : undefined,
      }));
  }
}

/** What the bot chose in advance. */
export function chosenAtFirst(part) {
  if (part.type === TYPE.string) return (part.options ?? []).filter((option) => option.default).map((option) => option.value);
  return (part.default_values ?? []).map((value) => value.id);
}

/**
 * A select: a button that opens a list. `done(values)` comes once the person has chosen: at once, or where several may be
 * chosen, when the list closes. `chosen` overrides what the bot chose in advance.
 */
export function selectOf(part, { disabled = false, waiting = false, chosen = chosenAtFirst(part), done, field, labelled }) {
  const all = choicesOf(part);
  const picked = chosen.map((value) => all.find((choice) => choice.value === value)).filter(Boolean);
  const placeholder = part.placeholder ?? say('controls.select');
  const shown = picked.map((choice) => choice.label).join(', ');
  return html`<button type="button" class="select ${waiting ? 'waiting' : ''}" data-custom-id=${part.custom_id} data-field=${field ?? nothing}
    aria-haspopup="listbox" aria-expanded="false" aria-label=${labelled ? nothing : shown ? `${placeholder}: ${shown}` : placeholder}
    aria-labelledby=${labelled ? `${labelled} ${labelled}-value` : nothing} ?disabled=${disabled} @click=${(event) => openSelect(event.currentTarget, part, all, chosen, done)}
    @keydown=${(event) => { if (event.key === 'ArrowDown' || event.key === 'ArrowUp') { event.preventDefault(); event.currentTarget.click(); } }}>
    <span class="select-value ${picked.length ? '' : 'empty'}" id=${labelled ? `${labelled}-value` : nothing}>${shown || placeholder}</span>
    ${waiting ? html`<span class="dots" role="img" aria-label=${say('controls.waiting')}><i></i><i></i><i></i></span>` : icon('down')}</button>`;
}

function openSelect(anchor, part, all, chosen, done) {
  const [min, max] = [part.min_values ?? 1, part.max_values ?? 1];
  const before = chosen.join();
  const list = new List({
    anchor, chosen, max, multiple: max > 1, label: part.placeholder ?? say('controls.select'),
    search: part.type !== TYPE.string || all.length > 12,
    closed: (values) => {
      if (values.join() !== before && values.length >= min) done(values);
    },
  });
  list.show(all);
}
