// The guide: which tour, which step, whether the step is done. It points and helps; it blocks nothing, and whoever
// leaves finds the step again, also after the page was loaded anew.

import { api } from '../api.js';
import { app } from '../store.js';
import { say } from '../words.js';
import { inWords } from '../workshop/attempt.js';
import { closeDrawer, shownPanel } from '../workshop/drawer.js';
import { redraw } from '../workshop/redraw.js';
import { tours } from '../tour.js';
import { announce, appeared, drawCard, focusCard, reveal } from './card.js';
import { Company } from './company.js';
import { recall, remember } from './kept.js';

/** How long "done" stays visible before the next step comes by itself. */
const PAUSE_MS = 1_200;

/** Events after which a step may be done. */
const HEARD = ['acted', 'message', 'edited', 'person', 'channel', 'form', 'clock', 'colleagues', 'hello', 'resync'];

/** The panels that steps of the tours need. */
const workshops = new Set(Object.values(tours).flat().map(({ drawer }) => drawer).filter(Boolean));

const guide = {
  /** The words of all tours. */
  words: null,
  /** "welcome", "step" or null. */
  shows: null,
  tour: null,
  at: 0,
  /** Whether this step is done. */
  done: false,
  busy: false,
  problem: null,
  /** The message with which the bot answered. */
  answer: null,
  /** Only the heading and the buttons are shown. */
  folded: false,
  /** What steps hand to later ones: names, moments, messages. */
  kept: {},
  company: null,
};
let onward = null;

/** Fetches the words, and goes on where somebody was; greets whoever comes for the first time. */
export async function startTours() {
  guide.words = await api('GET', '/api/tour');
  guide.company = new Company();
  HEARD.forEach((name) => app.events.addEventListener(name, ({ detail }) => hear(name, detail ?? {})));
  app.events.addEventListener('story', redraw);
  document.addEventListener('keydown', escape);
  const kept = recall();
  if (kept?.tour && tours[kept.tour] && kept.at < steps(kept.tour).length) {
    Object.assign(guide, { tour: kept.tour, at: kept.at, kept: kept.kept ?? {}, shows: kept.active ? 'step' : null });
    if (kept.active) await enter({ moves: false });
  } else if (!kept) {
    guide.shows = 'welcome';
    announce(say('tour.welcome_title'));
  }
  draw();
}

/** Whether a step is shown. */
export function isTouring() {
  return guide.shows === 'step';
}

/** Whether a tour was begun and left. */
export function hasLeft() {
  return guide.shows !== 'step' && guide.tour !== null;
}

/** The button in the top bar: goes on with the tour, or offers them all. */
export function showTours() {
  if (guide.shows !== null) {
    leave();
  } else if (guide.tour !== null) {
    guide.shows = 'step';
    enter({ moves: false });
    focusCard();
  } else {
    guide.shows = 'welcome';
    draw();
    focusCard();
  }
}

/** Offers all tours, whatever was begun. */
function chooseTour() {
  Object.assign(guide, { shows: 'welcome', tour: null, at: 0, kept: {} });
  keep();
  draw();
  focusCard();
}

/** Begins a tour. */
function begin(tour) {
  Object.assign(guide, { tour, at: -1, kept: {}, shows: 'step' });
  return next();
}

/** Hides the card. The step is kept, unless there is none. */
function leave() {
  clearTimeout(onward);
  const touring = guide.shows === 'step';
  const over = touring && guide.at === steps(guide.tour).length - 1;
  if (over) Object.assign(guide, { tour: null, at: 0, kept: {} });
  guide.shows = null;
  keep();
  draw();
  document.querySelector('[data-tour="tours"]')?.focus();
  announce(touring && !over ? say('tour.left') : '');
}

function fold() {
  guide.folded = !guide.folded;
  draw();
}

async function next() {
  const list = steps(guide.tour);
  let at = guide.at + 1;
  while (at < list.length - 1 && list[at].skips?.(guide)) at += 1;
  guide.at = Math.min(at, list.length - 1);
  await enter({ moves: true });
}

async function back() {
  const list = steps(guide.tour);
  let at = guide.at - 1;
  while (at > 0 && list[at].skips?.(guide)) at -= 1;
  guide.at = Math.max(at, 0);
  await enter({ moves: false });
}

/** Does what the step asks for, as the person whom it is about. */
async function doIt() {
  const step = current();
  if (guide.busy || !step?.does) return;
  Object.assign(guide, { busy: true, problem: null });
  draw();
  try {
    await goThere(step);
    await step.does(guide);
    if (step === current() && step.done === undefined) finish();
  } catch (error) {
    guide.problem = inWords(error);
  }
  guide.busy = false;
  draw();
}

/** Becomes the person of the step, and opens its channel. */
async function goThere(step = current()) {
  const person = step.person?.(guide);
  if (person && app.me !== person) await app.become(person);
  const channel = step.channel?.(guide);
  if (channel && app.channel !== channel) await app.open(channel);
}

/** The same, because somebody asked for it. */
async function visit() {
  try {
    await goThere();
  } catch (error) {
    guide.problem = inWords(error);
  }
  draw();
}

async function enter({ moves }) {
  clearTimeout(onward);
  const step = current();
  // The drawer that an earlier step needed is in the way of this one.
  if (moves && !step.drawer && workshops.has(shownPanel())) closeDrawer();
  Object.assign(guide, { done: false, problem: null, busy: false, answer: null });
  keep();
  draw();
  if (moves && !step.stays) await visit();
  if (step !== current()) return;
  // A step may be done already, above all after coming back.
  if (step.already?.(guide)) finish({ quietly: true });
  draw();
  reveal(pointed());
  announce(`${title()}. ${text()}`);
}

async function hear(name, detail) {
  const step = current();
  if (guide.shows !== 'step' || !step) return;
  if (!guide.done && step.done && (await step.done(guide, name, detail)) && step === current()) {
    finish();
    await showOutcome(detail.outcome);
  }
  draw();
}

/** Scrolls to what the bot answered, where the step has something to say about it. */
async function showOutcome(outcome) {
  const shown = outcome?.kind === 'message' && words().seen && outcome.channel === app.channel;
  if (shown) guide.answer = outcome.id;
  if (!shown && !current().shows) return;
  draw();
  await appeared(pointed());
  reveal(pointed());
}

function finish({ quietly = false } = {}) {
  if (guide.done) return;
  guide.done = true;
  guide.problem = null;
  keep();
  draw();
  if (words().seen) {
    announce(text());
  } else if (!quietly) {
    announce(say('tour.done'));
    const step = current();
    onward = setTimeout(() => step === current() && guide.shows === 'step' && next(), PAUSE_MS);
  }
}

function keep() {
  remember({ tour: guide.tour, at: guide.at, kept: guide.kept, active: guide.shows === 'step' });
}

function current() {
  return guide.tour === null ? null : steps(guide.tour)[guide.at] ?? null;
}

function steps(tour) {
  return tours[tour];
}

function words() {
  const { id } = current();
  return guide.words[guide.tour].steps.find((step) => step.id === id) ?? {};
}

function title() {
  return fill(words().title ?? '');
}

function text() {
  return fill((guide.done && words().seen) || words().text || '');
}

function fill(line) {
  const values = { ...guide.company.names(), ...guide.kept, ...current()?.values?.(guide) };
  return line.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

function pointed() {
  const step = current();
  if (!guide.done) return step.points?.(guide) ?? null;
  return step.shows?.(guide) ?? (guide.answer ? `[data-message="${guide.answer}"]` : null);
}

function escape(event) {
  if (event.key !== 'Escape' || event.defaultPrevented || guide.shows === null) return;
  // Forms, lists and fields have the first say.
  const elsewhere = event.target.closest?.('input, textarea, select, [contenteditable], [role="listbox"], #workshop');
  if (elsewhere || document.querySelector('dialog:modal')) return;
  leave();
}

function draw() {
  const view = {
    ...guide,
    step: guide.shows === 'step' ? current() : null,
    number: guide.at + 1,
    of: guide.tour ? steps(guide.tour).length : 0,
    title: guide.shows === 'step' ? title() : '',
    text: guide.shows === 'step' ? text() : '',
    points: guide.shows === 'step' ? pointed() : null,
    elsewhere: guide.shows === 'step' && elsewhere(),
    waits: app.state.story.playing,
  };
  drawCard(view, { back, begin, chooseTour, doIt, fold, leave, next, visit });
  redraw();
}

/** The name of the person whom the step is about, if the page is somebody else now. */
function elsewhere() {
  const step = current();
  const person = step.person?.(guide);
  const isOther = person && app.me !== person && !step.stays && !guide.done;
  return isOther ? guide.company.name(person) : null;
}
