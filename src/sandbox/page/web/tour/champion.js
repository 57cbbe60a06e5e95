// The champion's tour: report what you heard, say whether your answer helped, look up what helped elsewhere.

import { app } from '../store.js';
import { COMPOSER, being, fillAndSend, messageWith, newestWith, press, ran, run, sent, used } from './helpers.js';

const me = ({ company }) => company.person('champion', company.first())?.id;
const mine = ({ company }) => company.channelOf(company.first());

/** What the tour's example is about, as the option `about` has it. */
const ABOUT = 'skill';
const REPORT = { kind: 'doubt', about: ABOUT, severity: '2' };

export const champion = [
  { id: 'be', ...being(me) },
  {
    id: 'report', person: me, channel: mine, points: () => COMPOSER, done: ran('champion report'),
    does: () => run('champion report', REPORT),
  },
  {
    id: 'words', person: me, channel: mine, points: () => '[data-tour="form"]|[data-tour="composer"]',
    done: sent('v1:report:form'),
    does: async (guide) => {
      if (!app.form) await run('champion report', REPORT);
      const { heard, answered } = guide.words.examples;
      await fillAndSend({ heard, answered });
    },
  },
  {
    id: 'helped', person: me, channel: mine, points: () => messageWith('v1:report:helped'), done: used('press', 'v1:report:helped'),
    does: async (guide) => {
      const report = await newestWith(guide, app.me, mine(guide), 'v1:report:helped');
      return press(report, 'v1:report:helped');
    },
  },
  {
    id: 'playbook', person: me, channel: mine, points: () => COMPOSER, done: ran('champion playbook'),
    does: () => run('champion playbook', { about: ABOUT }),
  },
  { id: 'end', points: () => '[data-tour="person"]' },
];
