// The messages of every channel that this person looked at, and what they haven't read yet. Draws nothing.

import { api } from './api.js';
import { app, emit, on, personById, report } from './store.js';

const PAGE = 50;
/** channel → { list, whole, loading, newFrom } */
let logs = new Map();
/** channel → pings since it was last read */
let pings = new Map();
const seen = {};

const fresh = () => ({ list: [], whole: false, loading: null, newFrom: null, ready: false });
const later = (a, b) => BigInt(a) > BigInt(b);

/** The log of a channel; empty until it is loaded. */
export function logOf(channel) {
  if (!logs.has(channel)) logs.set(channel, fresh());
  return logs.get(channel);
}

/** A message that is loaded. */
export function find(channel, id) {
  return logOf(channel).list.findLast((message) => message.id === id);
}

/** Loads the newest messages, or the ones before those that are here. */
export function loadMore(channel) {
  const log = logOf(channel);
  if (log.whole || log.loading) return log.loading ?? Promise.resolve();
  const before = log.list[0] ? `before=${log.list[0].id}&` : '';
  const path = `/api/as/${app.me}/channels/${channel}/messages?${before}limit=${PAGE}`;
  log.loading = api('GET', path)
    .then((older) => {
      const known = new Set(log.list.map((message) => message.id));
      log.list = [...older.filter((message) => !known.has(message.id)), ...log.list];
      log.whole = older.length < PAGE;
      log.ready = true;
    })
    .catch(report)
    .finally(() => {
      log.loading = null;
      emit('loaded', { channel });
    });
  return log.loading;
}

/** Loads older ones until the message is here, or there are none. */
export async function reach(channel, id) {
  const log = logOf(channel);
  while (!find(channel, id) && !log.whole) {
    const before = log.list.length;
    await loadMore(channel);
    if (log.list.length === before) return;
  }
}

// --- Read and unread ----------------------------------------------------------------------------------------------

const readMark = (channel) => (seen[app.me] ??= {})[channel] ?? sessionStorage.since ?? '0';

/** Something here is new to this person. */
export function isUnread(channel) {
  return channel.last !== null && channel.last !== undefined && later(channel.last, readMark(channel.id));
}

/** How often this person was mentioned here since they last looked. */
export function pingsIn(channel) {
  return pings.get(channel) ?? 0;
}

/** This person has seen all of it. */
export function markRead(channel) {
  const place = app.channels.find((other) => other.id === channel);
  const last = [place?.last, logOf(channel).list.at(-1)?.id].filter(Boolean);
  const mark = last.reduce((a, b) => (later(a, b) ? a : b), readMark(channel));
  if (mark === readMark(channel) && !pings.has(channel)) return;
  (seen[app.me] ??= {})[channel] = mark;
  pings.delete(channel);
  emit('read', { channel });
}

function pinged(message) {
  if (message.author?.id === app.me) return false;
  const roles = personById(app.me)?.roles ?? [];
  return (
    message.mention_everyone
    || message.mentions?.some((user) => user.id === app.me)
    || message.mention_roles?.some((role) => roles.includes(role))
  );
}

// --- What happens -------------------------------------------------------------------------------------------------

on('person', () => {
  logs = new Map();
  pings = new Map();
});
on('opening', ({ id, message, changed, waitFor }) => {
  const log = logOf(id);
  if (changed) {
    const place = app.channels.find((channel) => channel.id === id);
    log.newFrom = place && isUnread(place) ? readMark(id) : null;
  }
  if (!log.ready) waitFor(loadMore(id).then(() => message && reach(id, message)));
  else if (message) waitFor(reach(id, message));
});
on('message', (message) => {
  const channel = message.channel_id;
  const place = app.channels.find((other) => other.id === channel);
  if (place && (!place.last || later(message.id, place.last))) place.last = message.id;
  if (pinged(message)) pings.set(channel, pingsIn(channel) + 1);
  if (message.author?.id === app.me) (seen[app.me] ??= {})[channel] = message.id;
  put(channel, message);
});
on('edited', (message) => put(message.channel_id, message));
on('deleted', ({ channel, id }) => {
  if (logs.has(channel)) logOf(channel).list = logOf(channel).list.filter((message) => message.id !== id);
});
on('resync', async () => {
  logs = new Map();
  if (app.channel) await loadMore(app.channel);
});

// Ids grow with time, so the list stays in order whichever way messages come in.
function put(channel, message) {
  const log = logs.get(channel);
  if (!log?.ready && !log?.loading) return;
  const { list } = log;
  const at = list.findLastIndex((other) => !later(other.id, message.id));
  if (at >= 0 && list[at].id === message.id) list[at] = message;
  else if (at >= 0 || log.whole || list.length === 0) list.splice(at + 1, 0, message);
}
