// The tour's card, the welcome, and the ring around what a step points at. Only draws; the guide decides.

import { html, nothing, render } from '../../vendor/discord.js';
import { say } from '../words.js';
import { welcome } from './welcome.js';

/** The bot's answer and its place in the page arrive by two ways, within about a second. */
const MOST_WAIT_MS = 3_000;

/** How often the ring looks for its element; in between it only follows it. */
const LOOK_MS = 250;

/** What the ring is drawn around: a selector, the element found for it, and when. */
let ringed = null;
let target = null;
let targeted = 0;
let spoken = null;
const place = document.getElementById('tour');

/** Draws what the guide says; `acts` are what its buttons do. */
export function drawCard(view, acts) {
  const inside = place.contains(document.activeElement);
  const stepped = place.dataset.at !== `${view.tour}:${view.number}`;
  place.dataset.at = `${view.tour}:${view.number}`;
  document.documentElement.classList.toggle('tour-open', view.shows === 'step');
  const card = { welcome, step }[view.shows]?.(view, acts) ?? nothing;
  render(html`${card}<p class="tour-voice" aria-live="polite"></p><div class="tour-ring" aria-hidden="true" hidden></div>`, place);
  settle();
  measure();
  if (inside && stepped && view.shows === 'step') focusCard();
  ring(view.points);
}

/** While a dialog is open, the browser lets people reach nothing outside it, so the card moves in. */
function settle() {
  const home = document.querySelector('dialog:modal') ?? document.body;
  if (place.parentNode !== home) home.append(place);
}
new MutationObserver(settle).observe(document.body, { subtree: true, attributes: true, attributeFilter: ['open'] });

/** Where the card would cover something, the page leaves it as much room as it takes. */
const sizes = new ResizeObserver(measure);
let sized = null;

function measure() {
  const card = place.querySelector('.tour-card');
  if (card !== sized) {
    sizes.disconnect();
    if (card) sizes.observe(card);
    sized = card;
  }
  document.documentElement.style.setProperty('--tour-height', `${card?.offsetHeight ?? 0}px`);
}

/** Puts the focus on the card's heading, so that the next Tab reaches its buttons. */
export function focusCard() {
  place.querySelector('h2')?.focus({ preventScroll: true });
}

/** Scrolls to what a step points at. */
export function reveal(selector) {
  const found = selector?.split('|').map((one) => [...document.querySelectorAll(one)].at(-1)).find(Boolean);
  if (!found) return;
  // What is taller than the window is read from its beginning.
  const room = (found.closest('#messages') ?? document.documentElement).clientHeight;
  found.scrollIntoView({ block: found.offsetHeight > room ? 'start' : 'nearest' });
}

/** Waits until an element is in the page, for a while. */
export async function appeared(selector) {
  const late = performance.now() + MOST_WAIT_MS;
  while (!document.querySelector(selector) && performance.now() < late) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Says something to people who hear the page. */
export function announce(words) {
  clearTimeout(spoken);
  // A moment later, so that it isn't cut off by what the focus reads out.
  spoken = setTimeout(() => {
    const voice = place.querySelector('.tour-voice');
    if (voice) voice.textContent = words.replaceAll(/[`*]/g, '');
  }, 150);
}

function step(view, { back, chooseTour, doIt, fold, leave, next, visit }) {
  const last = view.number === view.of;
  const canDo = view.step.does && !view.done;
  return html`
    <section class="tour-card ${view.folded ? 'tour-folded' : ''}" role="region" aria-labelledby="tour-title">
      <header>
        <span class="tour-count">${say('tour.count', { tour: view.words[view.tour].title, number: view.number, of: view.of })}</span>
        <span class="tour-gap"></span>
        <button class="tour-fold" aria-expanded=${view.folded ? 'false' : 'true'} aria-label=${say('tour.fold')} title=${say('tour.fold')}
          @click=${fold}>${view.folded ? '▴' : '▾'}</button>
        <button class="tour-leave" @click=${leave} title=${say('tour.leave_hint')}>${last ? say('tour.close') : say('tour.leave')}</button>
      </header>
      <progress max=${view.of} .value=${view.number} aria-hidden="true"></progress>
      <h2 id="tour-title" tabindex="-1">${view.title}</h2>
      <div class="tour-text">${marked(view.text)}</div>
      ${view.waits && view.step.does ? html`<p class="tour-hint">${say('tour.playing')}</p>` : nothing}
      ${view.elsewhere
        ? html`<p class="tour-hint">${say('tour.elsewhere', { person: view.elsewhere })}
            <button class="tour-link" @click=${visit}>${say('tour.become', { person: view.elsewhere })}</button></p>`
        : nothing}
      ${view.problem ? html`<p class="ws-problem" role="alert">${view.problem}</p>` : nothing}
      <footer>
        ${view.number > 1 ? html`<button class="ws-button" @click=${back}>${say('tour.back')}</button>` : nothing}
        ${last ? html`<button class="ws-button" @click=${chooseTour}>${say('tour.others')}</button>` : nothing}
        <span class="tour-gap"></span>
        ${canDo
          ? html`<button class="ws-button ws-primary" data-act="do-it" ?disabled=${view.busy || view.waits} @click=${doIt}>
              ${view.busy ? say('tour.doing') : say('tour.do_it')}</button>`
          : nothing}
        ${view.done ? html`<span class="tour-done">✓ ${say('tour.done')}</span>` : nothing}
        ${last
          ? html`<button class="ws-button ws-primary" @click=${leave}>${say('tour.finish')}</button>`
          : html`<button class="ws-button ${view.done || !view.step.done ? 'ws-primary' : ''}" data-act="next" @click=${next}>
              ${view.done || !view.step.done ? say('tour.next') : say('tour.skip')}</button>`}
      </footer>
    </section>`;
}

/** Words with `code` and *stress*, paragraphs by empty lines. */
function marked(text) {
  return text.split(/\n\n+/).map((paragraph) => html`<p>${paragraph.split(/(`[^`]+`|\*[^*]+\*)/).map(span)}</p>`);
}

function span(words) {
  if (words.startsWith('`')) return html`<code>${words.slice(1, -1)}</code>`;
  if (words.startsWith('*') && words.length > 2) return html`<b>${words.slice(1, -1)}</b>`;
  return words;
}

/** Draws the ring around the element, and keeps it there while things move. */
function ring(selector) {
  const start = ringed === null && selector;
  if (ringed !== selector) target = null;
  ringed = selector;
  if (start) requestAnimationFrame(follow);
}

function follow(time) {
  const line = place.querySelector('.tour-ring');
  if (ringed === null || !line) {
    if (line) line.hidden = true;
    ringed = null;
    return;
  }
  if (!target?.isConnected || time - targeted > LOOK_MS) {
    target = shown(ringed);
    targeted = time;
  }
  const box = target && seenPart(target);
  line.hidden = !box;
  if (box) {
    line.style.transform = `translate(${box.left - 4}px, ${box.top - 4}px)`;
    line.style.width = `${box.width + 8}px`;
    line.style.height = `${box.height + 8}px`;
  }
  requestAnimationFrame(follow);
}

/** The last of the elements that can be seen; a step names several, the most fitting first.
 * Behind an open dialog nothing can be seen. */
function shown(selector) {
  const within = document.querySelector('dialog:modal') ?? document;
  for (const one of selector.split('|')) {
    const found = [...within.querySelectorAll(one)].findLast((element) => seenPart(element) && !isCovered(element));
    if (found) return found;
  }
  return null;
}

/** Whether something else lies above its middle, such as the drawer on a phone. */
function isCovered(element) {
  const { left, top, width, height } = seenPart(element);
  const above = document.elementFromPoint(left + width / 2, top + height / 2);
  return above !== null && !element.contains(above) && !above.contains(element);
}

/** The part of an element that isn't scrolled away; null if nothing worth a ring is left of it. */
function seenPart(element) {
  const box = element.getBoundingClientRect();
  const frame = element.closest('#messages')?.getBoundingClientRect() ?? new DOMRect(0, 0, innerWidth, innerHeight);
  const [left, top] = [Math.max(box.left, frame.left), Math.max(box.top, frame.top)];
  const [right, bottom] = [Math.min(box.right, frame.right), Math.min(box.bottom, frame.bottom)];
  const [width, height] = [right - left, bottom - top];
  return width > 8 && height > 8 ? { left, top, width, height } : null;
}
