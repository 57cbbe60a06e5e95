// Moments as the company reads them: in its own time zone, wherever the browser is.

import { app } from '../store.js';

/** Such as "Wed 3 Feb 2027, 17:04". */
export function inFull(moment) {
  const part = parts(moment, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', ...HOURS });
  return `${part.weekday} ${part.day} ${part.month} ${part.year}, ${part.hour}:${part.minute}`;
}

/** Such as "Wed 3 Feb, 17:04". */
export function inShort(moment) {
  const part = parts(moment, { weekday: 'short', day: 'numeric', month: 'short', ...HOURS });
  return `${part.weekday} ${part.day} ${part.month}, ${part.hour}:${part.minute}`;
}

/** Such as "17:04". */
export function inHours(moment) {
  const part = parts(moment, HOURS);
  return `${part.hour}:${part.minute}`;
}

/** Such as "17:04:09". */
export function timeOfDay(moment) {
  const part = parts(moment, { ...HOURS, second: '2-digit' });
  return `${part.hour}:${part.minute}:${part.second}`;
}

/** For a field of type datetime-local. */
export function toField(moment) {
  const part = parts(moment, { year: 'numeric', month: '2-digit', day: '2-digit', ...HOURS });
  return `${part.year}-${part.month}-${part.day}T${part.hour}:${part.minute}`;
}

/** What such a field says, as a moment; null if it says nothing. */
export function fromField(text) {
  const wall = Date.parse(`${text}:00Z`);
  if (Number.isNaN(wall)) return null;
  // Twice, because the first guess may lie on the other side of a change of clocks.
  const guess = wall - offset(wall);
  return wall - offset(guess);
}

const HOURS = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
const formats = new Map();

function parts(moment, options) {
  const key = JSON.stringify(options);
  if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat('en-GB', { ...options, timeZone: app.company.zone }));
  const list = formats.get(key).formatToParts(new Date(moment));
  return Object.fromEntries(list.map(({ type, value }) => [type, value]));
}

/** How far the zone is ahead of UTC, in milliseconds. */
function offset(moment) {
  return Date.parse(`${toField(moment)}:00Z`) - Math.floor(moment / 60_000) * 60_000;
}
