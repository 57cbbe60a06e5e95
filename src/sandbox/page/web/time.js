// Times as Discord shows them, told by the sandbox's clock (which people can move), in the reader's own zone.

import { say } from './words.js';

const DISCORD_EPOCH = 1_420_070_400_000;
let offset = 0;
const shown = new Set();

/** Sets the page's clock after the sandbox's. */
export function setClock(iso) {
  const moment = Date.parse(iso);
  if (Number.isNaN(moment)) return;
  offset = moment - Date.now();
  refresh();
}

/** Now, in the sandbox, in milliseconds. */
export function now() {
  return Date.now() + offset;
}

/** When an id was made (ids carry their time; discord-api-docs `reference`, "Snowflakes"). */
export function timeOf(id) {
  return Number(BigInt(id) >> 22n) + DISCORD_EPOCH;
}

/** The smallest id that could be made at `time`. */
export function idAt(time) {
  return (BigInt(Math.max(0, Math.trunc(time) - DISCORD_EPOCH)) << 22n).toString();
}

// The page speaks English, so dates do too; the reader's own English decides the order of day and month.
const locale = navigator.languages?.find((language) => language.startsWith('en')) ?? 'en-GB';
const format = (options) => {
  const formatter = new Intl.DateTimeFormat(locale, options);
  return (time) => formatter.format(time);
};
const STYLES = {
  t: format({ timeStyle: 'short' }),
  T: format({ timeStyle: 'medium' }),
  d: format({ dateStyle: 'short' }),
  D: format({ dateStyle: 'long' }),
  f: format({ dateStyle: 'long', timeStyle: 'short' }),
  F: format({ dateStyle: 'full', timeStyle: 'short' }),
};
const UNITS = [
  ['year', 31_536_000], ['month', 2_592_000], ['day', 86_400], ['hour', 3_600], ['minute', 60], ['second', 1],
];
const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'always' });

/** A time in one of Discord's styles (`t T d D f F R`). */
export function written(time, style = 'f') {
  if (style !== 'R') return (STYLES[style] ?? STYLES.f)(time);
  const seconds = (time - now()) / 1000;
  // A little less than a unit counts as one, so that an hour that began a moment ago still reads as an hour.
  const [unit, length] = UNITS.find(([, length]) => Math.abs(seconds) >= length * 0.95) ?? UNITS.at(-1);
  return relative.format(Math.round(seconds / length), unit);
}

/** The time beside an author: today and yesterday by name. */
export function stamp(time) {
  const day = (moment) => new Date(moment).toDateString();
  if (day(time) === day(now())) return say('time.today', { time: STYLES.t(time) });
  if (day(time) === day(now() - 86_400_000)) return say('time.yesterday', { time: STYLES.t(time) });
  return `${STYLES.d(time)} ${STYLES.t(time)}`;
}

/** The line between two days. */
export const dayOf = STYLES.D;

/** `<chat-time at="milliseconds" form="R">`: a time that keeps up with the clock. `form="stamp"` is the one beside authors. */
class ChatTime extends HTMLElement {
  static observedAttributes = ['at', 'form'];

  connectedCallback() {
    shown.add(this);
    this.tell();
  }

  disconnectedCallback() {
    shown.delete(this);
  }

  attributeChangedCallback() {
    if (this.isConnected) this.tell();
  }

  tell() {
    const at = Number(this.getAttribute('at'));
    if (!Number.isFinite(at) || Math.abs(at) > 8.64e15) return;
    const form = this.getAttribute('form') ?? 'f';
    const text = form === 'stamp' ? stamp(at) : written(at, form);
    if (!this.firstChild) this.append(document.createElement('time'));
    const time = this.firstChild;
    if (time.textContent === text) return;
    time.textContent = text;
    time.dateTime = new Date(at).toISOString();
    time.title = STYLES.F(at);
  }
}
customElements.define('chat-time', ChatTime);

function refresh() {
  for (const element of shown) element.tell();
}
setInterval(refresh, 10_000);
