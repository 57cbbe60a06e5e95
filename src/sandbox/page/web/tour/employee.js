// The employee's tour: read what is in it for you, say what worries you, answer a pulse in private.

import { api } from '../api.js';
import { app } from '../store.js';
import { moveClock } from '../workshop/clock.js';
import {
  COMPOSER, actAs, being, channelEntry, control, controlsOf, fillAndSend, messageOf, messageWith, newestWith, press, ran, run, sent, until, used,
} from './helpers.js';

const me = ({ company }) => company.person('staff', company.second())?.id;
const mine = ({ company }) => company.channelOf(company.second());
const openPulse = (guide) => app.state.pulses.find(({ channel }) => channel === mine(guide));

/** The answer that the tour gives to every statement: "Agree". */
const POINT = 4;

/** More screens than a pulse has. */
const MOST_SCREENS = 40;

export const employee = [
  { id: 'be', ...being(me) },
  {
    id: 'benefit', person: me, channel: mine, points: (guide) => `${control('v1:announcement:benefit')}|${channelEntry(mine(guide))}`,
    done: used('press', 'v1:announcement:benefit'),
    does: async (guide) => press(await newestWith(guide, app.me, mine(guide), 'v1:announcement:benefit'), 'v1:announcement:benefit'),
  },
  {
    id: 'worry', person: me, channel: mine,
    points: () => `[data-tour="form"]|${control('v1:announcement:fear')}|${control('v1:announcement:worry')}`,
    done: sent('v1:announcement:worry_form'),
    does: worry,
  },
  {
    id: 'open', skips: openPulse, already: openPulse, person: me, channel: mine,
    points: (guide) => channelEntry(mine(guide)),
    done: (guide, type, detail) =>
      openPulse(guide) || (type === 'message' && controlsOf(detail).some(({ custom_id }) => custom_id?.startsWith('v1:pulse:start'))),
    does: async (guide) => {
      // A pulse of another tour may have closed just now: between two of the same people the bot wants three days.
      await moveClock({ by_seconds: 3 * 86_400 });
      const lead = guide.company.person('lead').id;
      await actAs(lead, 'command', { channel: await channelOfLead(lead), name: 'pulse launch', options: { 'over-budget': 'yes' } });
    },
  },
  {
    id: 'answer', person: me, channel: mine,
    points: () => messageWith('v1:pulse:'),
    done: used('press', 'v1:pulse:finish'), does: answer,
  },
  { id: 'privacy', person: me, channel: mine, points: () => COMPOSER, done: ran('privacy'), does: () => run('privacy') },
  { id: 'end', points: () => '[data-tour="person"]' },
];

async function worry(guide) {
  if (!app.form) {
    const post = await newestWith(guide, app.me, mine(guide), 'v1:announcement:worry:');
    await press(post, 'v1:announcement:worry:');
    const list = await newestWith(guide, app.me, mine(guide), 'v1:announcement:fear:');
    const select = controlsOf(list).find(({ custom_id }) => custom_id.startsWith('v1:announcement:fear:'));
    await app.act('select', { channel: list.channel_id, message: list.id, custom_id: select.custom_id, values: ['workload'] });
    await until(() => app.form);
  }
  await fillAndSend({ text: guide.words.examples.worry });
}

/** Walks through the private screens to the end, wherever somebody is. */
async function answer(guide) {
  const channel = mine(guide);
  const post = await newestWith(guide, app.me, channel, 'v1:pulse:start');
  let screen = await messageOf(guide, await press(post, 'v1:pulse:start'));
  for (let screens = 0; screens < MOST_SCREENS; screens += 1) {
    const controls = controlsOf(screen).filter(({ disabled }) => !disabled);
    const point = controls.find(({ custom_id }) => custom_id?.startsWith('v1:pulse:answer:') && custom_id.endsWith(`:${POINT}`));
    const chosen = point ?? controls.find(({ custom_id }) => /^v1:pulse:(finish|nofears)/.test(custom_id ?? '')) ?? onward(controls);
    const outcome = await press(screen, chosen.custom_id);
    if (chosen.custom_id.startsWith('v1:pulse:finish')) return;
    screen = await messageOf(guide, outcome);
  }
}

/** "Begin", "Next": of several ways to another screen, the last leads on. */
function onward(controls) {
  return controls.findLast(({ custom_id }) => custom_id?.startsWith('v1:pulse:show'));
}

/** Somewhere a lead can write. */
async function channelOfLead(lead) {
  const channels = await api('GET', `/api/as/${lead}/channels`);
  return channels.find(({ kind, writable }) => kind === 'text' && writable).id;
}
