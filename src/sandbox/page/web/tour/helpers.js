// What several steps of the tours share: selectors, waiting, reading what the bot said.

import { Refusal, api } from '../api.js';
import { app } from '../store.js';

/** Give up waiting after this long: the bot promises an answer within seconds, the colleagues need longer. */
const MOST_WAIT_MS = 240_000;

/** Something with this custom id, or beginning with it. */
export const control = (custom_id) => `[data-custom-id^="${custom_id}"]`;
/** A message with such a control. */
export const messageWith = (custom_id) => `[data-message]:has(${control(custom_id)})`;
export const channelEntry = (id) => `[data-channel="${id}"]`;
export const message = (id) => `[data-message="${id}"]`;
/** Somebody's row in the list of people. */
export const personRow = (id) => `[data-person="${id}"]`;
export const PERSON = '[data-tour="person"]';
/** Where people type; a command that is being filled in has its own place. */
export const COMPOSER = '#command-line|[data-tour="composer"]';
export const CLOCK = '[data-tour="clock-next"]|[data-tour="clock"]';
/** A button of the colleagues' panel, else the way there. */
export const colleagues = (what) => `[data-tour="colleagues-${what}"]|[data-tour="tab-colleagues"]|[data-tour="workshop"]`;

/** Whether the event is this command, run and answered. */
export function ran(name) {
  return (guide, type, detail) => type === 'acted' && detail.kind === 'command' && detail.name === name;
}

/** Whether the event is a press or a choice of a control whose custom id begins so. */
export function used(kind, custom_id) {
  return (guide, type, detail) => type === 'acted' && detail.kind === kind && detail.custom_id.startsWith(custom_id);
}

/** The custom id of the form that was open last. */
let opened = '';
app.events.addEventListener('form', () => {
  if (app.form) opened = app.form.data.custom_id;
});

/** Whether the event is a form sent whose custom id begins so. */
export function sent(custom_id) {
  return (guide, type, detail) => type === 'acted' && detail.kind === 'submit' && opened.startsWith(custom_id);
}

/** A step "be this person". */
export function being(person) {
  const isThem = (guide) => app.me === person(guide);
  return { person, stays: true, points: (guide) => `${personRow(person(guide))}|${PERSON}`, already: isThem, done: isThem, does: () => {} };
}

/** Runs a command where the page is. */
export function run(name, options = {}) {
  return app.act('command', { channel: app.channel, name, options });
}

/** What the bot suggests first for an option. */
export async function firstSuggestion(name, option) {
  const list = await api('POST', `/api/as/${app.me}/autocomplete`, { channel: app.channel, name, option, typed: '' });
  return list[0].value;
}

/** Fills the open form and sends it. */
export async function fillAndSend(values) {
  await until(() => app.form);
  await app.fill(values);
  return app.send();
}

/** The message that an act led to, as JSON; null if it led to none, or to one that is gone. */
export async function messageOf(guide, outcome) {
  if (outcome?.kind !== 'message') return null;
  try {
    const list = await guide.company.messages(app.me, outcome.channel);
    return list.find(({ id }) => id === outcome.id) ?? null;
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** The first moment that a message names (`<t:…>`), in milliseconds; null if it names none. */
export function momentIn(message) {
  return momentsIn(message)[0] ?? null;
}

/** Every moment that a message names, each once, in its order. */
export function momentsIn(message) {
  const found = [...(message?.content ?? '').matchAll(/<t:(\d+)/g)];
  return [...new Set(found.map(([, seconds]) => Number(seconds) * 1000))];
}

/** The newest message in a channel with a control whose custom id begins so. */
export async function newestWith(guide, person, channel, custom_id) {
  const list = await guide.company.messages(person, channel);
  return list.findLast((one) => controlsOf(one).some((found) => found.custom_id?.startsWith(custom_id))) ?? null;
}

/** Every button and select of a message. */
export function controlsOf(message) {
  return (message.components ?? []).flatMap((row) => row.components ?? []);
}

/** Presses a message's button whose custom id begins so. */
export function press(message, custom_id) {
  const button = controlsOf(message).find((found) => found.custom_id?.startsWith(custom_id));
  return app.act('press', { channel: message.channel_id, message: message.id, custom_id: button.custom_id });
}

/** Does something as somebody whom the page isn't just now. */
export function actAs(person, kind, body) {
  return api('POST', `/api/as/${person}/${kind}`, body);
}

/** Waits until something holds, asked again after every event. */
export function until(holds) {
  if (holds()) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const names = ['message', 'edited', 'form', 'colleagues', 'clock', 'hello', 'channel', 'person'];
    const look = () => holds() && end(resolve);
    const end = (how) => {
      clearTimeout(late);
      names.forEach((name) => app.events.removeEventListener(name, look));
      how();
    };
    const late = setTimeout(() => end(() => reject(new Refusal(504, 'did_not_respond'))), MOST_WAIT_MS);
    names.forEach((name) => app.events.addEventListener(name, look));
  });
}
