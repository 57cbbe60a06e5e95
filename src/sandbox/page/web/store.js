// The page's one shared object: who we act as, what the company is, and every act. The workshop and the tour use it too.
// Keeps no messages (see log.js) and draws nothing.

import { Refusal, api, listen } from './api.js';
import { idAt, now, setClock } from './time.js';
import { problem } from './words.js';

const events = new EventTarget();

export const app = {
  events,
  /** `/api/company` and the latest `/api/state`. */
  company: null,
  state: null,
  /** Ids of the person that we act as and of the channel that is shown. */
  me: null,
  channel: null,
  /** What this person may see and run. */
  channels: [],
  commands: [],
  /** The open form, `{ form, data }`, or null. */
  form: null,
  /** The stream of events is up. */
  connected: true,
  emit,
  on,
  become,
  open,
  act,
  toast: (text, kind = 'info') => emit('toast', { text, kind }),
};

/** Tells everyone who listens; the page redraws itself after every event. */
export function emit(name, detail = {}) {
  events.dispatchEvent(new CustomEvent(name, { detail }));
  events.dispatchEvent(new CustomEvent('*', { detail: { name } }));
}

/** Calls `handler(detail)` on each event of that name; returns what ends it. */
export function on(name, handler) {
  const listener = (event) => handler(event.detail);
  events.addEventListener(name, listener);
  return () => events.removeEventListener(name, listener);
}

/** Loads what doesn't depend on the person. */
export async function load() {
  [app.company, app.state] = await Promise.all([api('GET', '/api/company'), api('GET', '/api/state')]);
  index();
  setClock(app.state.clock.now);
  sessionStorage.since ??= idAt(now());
}

// --- Who we are, and where ----------------------------------------------------------------------------------------

let hangUp = () => {};
const remembered = { person: 'person', channel: (person) => `channel ${person}` };

let becoming = null;

/** Acts as this person from now on. Whoever asks for the same once more waits for the same lists. */
export function become(id) {
  if (id !== app.me) becoming = change(id);
  return becoming;
}

async function change(id) {
  hangUp();
  app.me = id;
  app.channel = null;
  app.form = null;
  app.channels = [];
  app.commands = [];
  sessionStorage[remembered.person] = id;
  emit('person', { id });
  await Promise.all([reloadChannels(), reloadCommands()]);
  if (app.me !== id) return;
  hangUp = listen(id, heard);
  const place = [sessionStorage[remembered.channel(id)], firstChannel()].find((channel) => visible(channel));
  if (place) await open(place);
}

/** The person of the last visit in this tab, else the company's owner. */
export function lastPerson() {
  const { people } = app.company;
  const last = people.find((person) => person.id === sessionStorage[remembered.person]);
  return (last ?? people.find((person) => person.part === 'lead') ?? people[0])?.id;
}

/** Shows a channel, and the message if one is named. */
export async function open(channel, message) {
  if (!visible(channel)) throw new Refusal(404, 'cannot_see');
  const changed = app.channel !== channel;
  app.channel = channel;
  sessionStorage[remembered.channel(app.me)] = channel;
  const waits = [];
  const detail = { id: channel, message, changed, waitFor: (promise) => waits.push(promise) };
  events.dispatchEvent(new CustomEvent('opening', { detail }));
  if (changed) emit('channel', { id: channel });
  await Promise.all(waits);
  emit('opened', { id: channel, message });
}

function visible(id) {
  return app.channels.some((channel) => channel.id === id && channel.kind !== 'category');
}

function firstChannel() {
  const me = personById(app.me);
  const own = app.company.departments.find((department) => department.name === me?.department)?.channel;
  const places = app.channels.filter((channel) => channel.kind === 'text' || channel.kind === 'news');
  return visible(own) ? own : places.sort((a, b) => a.position - b.position)[0]?.id;
}

async function reloadChannels() {
  const me = app.me;
  const channels = await api('GET', `/api/as/${me}/channels`);
  if (me !== app.me) return;
  app.channels = channels;
  places = new Map(channels.map((channel) => [channel.id, channel]));
  emit('listed');
}

async function reloadCommands() {
  const me = app.me;
  const commands = await api('GET', `/api/as/${me}/commands`);
  if (me !== app.me) return;
  app.commands = commands;
  emit('offered');
}

// --- What the server tells ----------------------------------------------------------------------------------------

const HEARD = {
  hello: (state) => {
    app.state = state;
    setClock(state.clock.now);
  },
  clock: (clock) => {
    app.state.clock = clock;
    setClock(clock.now);
  },
  bot: ({ state }) => (app.state.bot = state),
  faults: (faults) => (app.state.faults = faults),
  story: (story) => (app.state.story = story),
  colleagues: (colleagues) => (app.state.colleagues = colleagues),
  channels: () => reloadChannels(),
  commands: () => reloadCommands(),
  company: async () => {
    app.company = await api('GET', '/api/company');
    index();
  },
  resync: () => Promise.all([HEARD.company(), reloadChannels(), reloadCommands()]),
  lost: () => (app.connected = false),
  found: () => {
    // What happened meanwhile was not told to us.
    if (!app.connected) emit('resync');
    app.connected = true;
  },
};

async function heard(name, data) {
  try {
    await HEARD[name]?.(data);
  } catch (refusal) {
    report(refusal);
  }
  emit(name, data);
}

// --- Acts ---------------------------------------------------------------------------------------------------------

/**
 * Does what a click does: `kind` is `command`, `press`, `select`, `submit`, `say` or `dismiss`, `body` as in the HTTP
 * contract (`channel` defaults to the shown one). Returns the outcome; a form opens. Throws a Refusal.
 */
export async function act(kind, body) {
  const me = app.me;
  const sent = kind === 'submit' ? body : { channel: app.channel, ...body };
  const outcome = await api('POST', `/api/as/${me}/${kind}`, sent);
  if (outcome?.kind === 'form' && me === app.me) {
    app.form = { form: outcome.form, data: outcome.data };
    emit('form', { open: true, title: outcome.data.title });
  }
  emit('acted', { kind, ...sent, outcome });
  return outcome;
}

/** Tells people of a refusal that no place on the page shows. */
export function report(refusal) {
  if (!(refusal instanceof Refusal)) throw refusal;
  app.toast(problem(refusal), 'bad');
}

// --- Looking things up by id --------------------------------------------------------------------------------------

let people = new Map();
let roles = new Map();
let places = new Map();

function index() {
  const { company } = app;
  const bot = { ...company.bot, bot: true };
  people = new Map([...company.people.map((person) => [person.id, person]), [bot.id, bot]]);
  roles = new Map(company.roles.map((role) => [role.id, role]));
}

export const personById = (id) => people.get(id);
export const roleById = (id) => roles.get(id);
export const channelById = (id) => places.get(id);

/** The colour of a person's name: that of their highest role that has one. */
export function nameColour(id) {
  const own = (people.get(id)?.roles ?? []).map((role) => roles.get(role)).filter((role) => role?.color);
  const highest = own.sort((a, b) => b.position - a.position)[0];
  return highest ? `#${highest.color.toString(16).padStart(6, '0')}` : null;
}
