// One act at a time per panel: shows that it is under way, and says in words what was refused.

import { Refusal } from '../api.js';
import { problem } from '../words.js';
import { redraw } from './redraw.js';

/** A refusal as a sentence. What is no refusal is a fault of the page's own, and thrown again. */
export function inWords(error) {
  if (!(error instanceof Refusal)) throw error;
  return problem(error);
}

/** A place for acts whose outcome is shown together: ask it for `busy` and `problem`. */
export function attempts() {
  const state = {
    busy: false,
    problem: null,
    /** Does it unless something is under way. */
    async run(act) {
      if (state.busy) return;
      Object.assign(state, { busy: true, problem: null });
      redraw();
      try {
        await act();
      } catch (error) {
        state.problem = inWords(error);
      } finally {
        state.busy = false;
        redraw();
      }
    },
  };
  return state;
}
