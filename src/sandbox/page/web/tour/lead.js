// The lead's tour: set up, announce, let managers brief their teams, answer a question, pulse, see the summary.

import { app } from '../store.js';
import { now } from '../time.js';
import { openDrawer } from '../workshop/drawer.js';
import { askColleagues } from '../workshop/colleagues.js';
import { moveClock } from '../workshop/clock.js';
import { inFull } from '../workshop/moment.js';
import {
  CLOCK, COMPOSER, PERSON, being, channelEntry, colleagues, control, controlsOf, fillAndSend, firstSuggestion, message, messageOf,
  messageWith, momentIn, momentsIn, newestWith, personRow, press, ran, run, sent, used,
} from './helpers.js';

const admin = ({ company }) => company.administrator()?.id;
const leader = ({ company }) => company.person('lead')?.id;
const reader = ({ company }) => company.person('staff', company.first())?.id;
const manager = ({ company }) => company.person('manager', company.first())?.id;
/** Where a manager reads the brief. */
const managers = () => app.channels.find(({ name }) => name.endsWith('-managers'))?.id;
const leads = ({ company }) => company.leadsChannel();

/** A moment that an earlier step kept, for words; else what is planned next. */
const kept = (name) => (guide) => ({ time: inFull(guide.kept[name] ?? Date.parse(app.state.clock.next ?? app.state.clock.now)) });

/** The colleagues have finished what they were asked to do. */
function colleaguesDone(guide, type) {
  if (type !== 'colleagues' && type !== 'hello') return false;
  const { busy, done } = app.state.colleagues;
  if (busy) guide.kept.busy = true;
  const over = guide.kept.busy === true && !busy && done > 0;
  if (over) guide.kept.busy = false;
  return over;
}

/** Shows the colleagues' panel and sets them to work. */
function letThem(what) {
  return (guide) => {
    guide.kept.busy = false;
    openDrawer('colleagues', { quietly: true });
    return askColleagues(what);
  };
}

const moveTo = (name) => async (guide) => {
  openDrawer('clock', { quietly: true });
  const to = guide.kept[name];
  await moveClock(to && to > now() ? { to: new Date(to).toISOString() } : { next: true });
};

/** An announcement for the next afternoon, which managers hear in the morning. */
const PLAN = { when: 'tomorrow 15:00', cascade: '6 hours', process: 'training' };

/** Nobody is briefed first, because the reader left that out. */
const noBrief = ({ kept: { brief_at } }) => brief_at === undefined;

/** Opens the list of questions, picks one and answers it: the manager's open one, if it is there. */
async function answerQuestion(guide) {
  const { open_question, answer } = guide.words.examples;
  const list = await messageOf(guide, await run('questions'));
  const pick = controlsOf(list).find(({ custom_id }) => custom_id === 'v1:questions:pick');
  const asked = pick.options.find(({ label }) => label === open_question) ?? pick.options[0];
  const at = { channel: list.channel_id, message: list.id };
  const screen = await messageOf(guide, await app.act('select', { ...at, custom_id: pick.custom_id, values: [asked.value] }));
  await press(screen, 'v1:questions:answer:');
  await fillAndSend({ text: answer });
  return press(await newestWith(guide, app.me, app.channel, 'v1:questions:post:'), 'v1:questions:post:');
}

export const lead = [
  { id: 'admin', ...being(admin) },
  {
    id: 'status', person: admin, channel: leads, points: () => COMPOSER,
    done: ran('setup status'), does: () => run('setup status'),
  },
  {
    id: 'change', person: admin, channel: leads, points: () => COMPOSER, done: ran('setup department edit'),
    does: ({ company }) => {
      const { last, headcount } = company.names();
      return run('setup department edit', { department: last, headcount: String(headcount) });
    },
  },
  { id: 'lead', ...being(leader) },
  {
    id: 'announce', person: leader, channel: leads, points: () => COMPOSER, done: ran('announce new'),
    does: () => run('announce new', PLAN),
  },
  {
    id: 'words', person: leader, channel: leads, points: () => '[data-tour="form"]|[data-tour="composer"]',
    done: sent('v1:draft:write'),
    does: async (guide) => {
      if (!app.form) await run('announce new', PLAN);
      const { title, body, benefit, ask } = guide.words.examples;
      await fillAndSend({ title, body, benefit, ask });
    },
  },
  {
    id: 'schedule', person: leader, channel: leads, points: () => control('v1:draft:schedule'),
    done: async (guide, type, detail) => {
      const over = used('press', 'v1:draft:schedule')(guide, type, detail);
      if (over) [guide.kept.posted_at, guide.kept.brief_at] = momentsIn(await messageOf(guide, detail.outcome));
      return over;
    },
    does: async (guide) => press(await newestWith(guide, app.me, app.channel, 'v1:draft:schedule'), 'v1:draft:schedule'),
  },
  {
    id: 'brief', skips: noBrief, drawer: 'clock', points: () => CLOCK, values: kept('brief_at'),
    done: ({ kept: { brief_at } }, type) => type === 'clock' && now() >= (brief_at ?? 0) - 1_000,
    does: moveTo('brief_at'),
  },
  {
    id: 'briefed', skips: noBrief, person: manager, channel: managers,
    points: () => `[data-tour="form"]|${control('v1:brief:briefed')}`, done: sent('v1:brief:form'),
    does: async (guide) => {
      if (!app.form) await press(await newestWith(guide, app.me, managers(), 'v1:brief:briefed'), 'v1:brief:briefed');
      await fillAndSend({ attendance: '28', questions: guide.words.examples.open_question });
    },
  },
  {
    id: 'clock', drawer: 'clock', points: () => CLOCK, values: kept('posted_at'),
    done: ({ kept: { posted_at } }, type) => type === 'clock' && now() >= (posted_at ?? 0) - 1_000,
    does: moveTo('posted_at'),
  },
  {
    id: 'look', stays: true, person: reader,
    channel: ({ company }) => company.channelOf(company.first()),
    points: ({ company }) => (isOfFirst(company) ? `${messageWith('v1:announcement:understood')}|${firstEntry(company)}` : `${personRow(reader({ company }))}|${PERSON}`),
    already: ({ company }) => isOfFirst(company) && app.channel === company.channelOf(company.first()),
    done: ({ company }) => isOfFirst(company) && app.channel === company.channelOf(company.first()),
    does: () => {}, shows: () => messageWith('v1:announcement:understood'),
  },
  {
    id: 'react', drawer: 'colleagues', stays: true, points: () => colleagues('acknowledge'), done: colleaguesDone, does: letThem('acknowledge'),
  },
  {
    id: 'reach', person: leader, channel: leads, points: () => COMPOSER, done: ran('announce reach'),
    does: async () => run('announce reach', { announcement: await firstSuggestion('announce reach', 'announcement') }),
  },
  {
    id: 'answer', person: leader, channel: leads,
    points: () => `[data-tour="form"]|${control('v1:questions:post')}|${control('v1:questions:answer:')}|${control('v1:questions:pick')}|${COMPOSER}`,
    done: used('press', 'v1:questions:post:'), does: answerQuestion,
  },
  {
    id: 'pulse', person: leader, channel: leads, points: () => COMPOSER,
    done: async (guide, type, detail) => {
      if (!ran('pulse launch')(guide, type, detail)) return false;
      const answer = await messageOf(guide, detail.outcome);
      // Over the contact budget nothing is launched until the lead agrees.
      if (answer.content.includes('over-budget')) return false;
      guide.kept.closes_at = momentIn(answer);
      return true;
    },
    does: () => run('pulse launch', { 'over-budget': 'yes' }),
  },
  {
    id: 'answers', drawer: 'colleagues', stays: true, points: () => colleagues('answer'), done: colleaguesDone, does: letThem('answer'),
  },
  {
    id: 'early', person: leader, channel: leads, points: () => COMPOSER, done: ran('pulse status'),
    does: () => run('pulse status'),
  },
  {
    id: 'close', drawer: 'clock', person: leader, channel: leads, points: () => CLOCK, values: kept('closes_at'),
    done: (guide, type, detail) => {
      const summary = (type === 'message' || type === 'edited') && detail.channel_id === leads(guide) && detail.attachments?.length > 0;
      if (summary) guide.kept.summary = detail.id;
      return summary;
    },
    does: moveTo('closes_at'), shows: ({ kept: { summary } }) => message(summary),
  },
  {
    id: 'summary', person: leader, channel: leads,
    points: (guide) => (guide.kept.summary ? message(guide.kept.summary) : channelEntry(leads(guide))),
  },
  {
    id: 'detail', person: leader, channel: leads, points: () => COMPOSER, done: ran('sentiment summary'),
    does: ({ company }) => run('sentiment summary', { department: company.names().last }),
  },
  { id: 'end', points: () => '[data-tour="workshop"]' },
];

function isOfFirst(company) {
  return app.company.people.some(({ id, department }) => id === app.me && department === company.first());
}

function firstEntry(company) {
  return channelEntry(company.channelOf(company.first()));
}
