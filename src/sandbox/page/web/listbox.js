// A list to choose from that opens at a control: used by selects, by command options and by the command picker.
// Follows the ARIA listbox pattern: the focus stays in one place, `aria-activedescendant` names the active choice.

import { classMap, html, nothing, render } from '../vendor/discord.js';
import { icon } from './look.js';
import { say } from './words.js';

let serial = 0;
let openOne = null;

/** Closes the list that is open, if one is. */
export function closeList() {
  openOne?.close();
}

/**
 * An open list. `anchor`: the control that it belongs to; `focus`: the input that keeps the focus, or null for one of
 * the list's own; `beside`: what the list must not cover, if that is more than the anchor; `search`: show a search box; `chosen`: values; `multiple`, `max`; `pick(values, choice)`: after every choice;
 * `closed(values)`: once, at the end.
 */
export class List {
  constructor({ anchor, focus = null, beside = anchor, label, search = false, multiple = false, max = 1, chosen = [], wide = false, pick, closed }) {
    closeList();
    Object.assign(this, { anchor, focus, beside, label, search, multiple, max, wide, pick, closed });
    this.chosen = new Set(chosen);
    this.id = `list-${(serial += 1)}`;
    this.choices = [];
    this.typed = '';
    this.active = -1;
    this.element = document.createElement('div');
    this.element.className = 'list-popup';
    this.element.popover = 'manual';
    this.element.addEventListener('mousedown', (event) => {
      if (event.target.tagName !== 'INPUT') event.preventDefault();
    });
    (anchor.closest('dialog, main') ?? document.body).append(this.element);
    this.element.showPopover();
    this.outside = (event) => {
      if (!this.element.contains(event.target) && !this.anchor.contains(event.target)) this.close();
    };
    this.moved = (event) => {
      if (!this.element.contains(event.target)) this.place();
    };
    document.addEventListener('pointerdown', this.outside, true);
    addEventListener('resize', this.moved);
    document.addEventListener('scroll', this.moved, true);
    this.expand(true);
    openOne = this;
  }

  /** Shows these choices: `{ value, label, description?, mark?, group?, data? }`; `note` stands instead of an empty list. */
  show(choices, note) {
    this.choices = choices;
    this.note = note;
    this.filter();
    if (!this.focus && !this.element.contains(document.activeElement)) this.own?.focus();
  }

  filter() {
    const words = this.typed.trim().toLowerCase();
    this.found = words
      ? this.choices.filter((choice) => `${choice.label} ${choice.description ?? ''}`.toLowerCase().includes(words))
      : this.choices;
    const first = this.found.findIndex((choice) => this.chosen.has(choice.value));
    this.active = this.found.length ? Math.max(0, first) : -1;
    this.draw();
  }

  /** The input that has the focus while the list is open. */
  get own() {
    return this.element.querySelector(this.search ? 'input' : '[role=listbox]');
  }

  draw() {
    const activeId = this.active >= 0 ? `${this.id}-${this.active}` : undefined;
    render(this.view(activeId), this.element);
    const holder = this.focus ?? this.own;
    holder?.setAttribute('aria-controls', `${this.id}-box`);
    if (activeId) holder?.setAttribute('aria-activedescendant', activeId);
    else holder?.removeAttribute('aria-activedescendant');
    this.place();
    this.element.querySelector('.active')?.scrollIntoView({ block: 'nearest' });
  }

  view() {
    let group;
    const rows = this.found.map((choice, at) => {
      const head = choice.group && choice.group !== group ? html`<div class="list-group" role="presentation">${choice.group}</div>` : nothing;
      group = choice.group;
      return html`${head}${this.row(choice, at)}`;
    });
    return html`
      ${this.search
        ? html`<input class="list-search" type="text" role="combobox" aria-expanded="true" aria-autocomplete="list"
            aria-label=${say('controls.search')} placeholder=${say('controls.search')} autocomplete="off"
            @input=${(event) => { this.typed = event.target.value; this.filter(); }} @keydown=${(event) => this.key(event)}>`
        : nothing}
      <div class="list-rows" id="${this.id}-box" role="listbox" aria-label=${this.label} tabindex="0"
        aria-multiselectable=${this.multiple ? 'true' : nothing} @keydown=${(event) => this.search || this.key(event)}>
        ${rows}
        ${this.found.length ? nothing : html`<div class="list-note" role="option" aria-disabled="true" aria-selected="false">${this.note ?? say('controls.nothing')}</div>`}
      </div>
      ${this.multiple
        ? html`<div class="list-foot"><button type="button" class="button primary small" @click=${() => this.close()}>${say('controls.done')}</button></div>`
        : nothing}`;
  }

  row(choice, at) {
    const chosen = this.chosen.has(choice.value);
    return html`<div class=${classMap({ 'list-row': true, active: at === this.active, chosen })} id="${this.id}-${at}" role="option"
      aria-selected=${chosen ? 'true' : 'false'} data-value=${choice.value} data-command=${choice.command ?? nothing}
      @click=${() => this.choose(at)} @mousemove=${() => { if (this.active !== at) { this.active = at; this.draw(); } }}>
      ${choice.mark ?? nothing}
      <span class="list-words"><span class="list-label">${choice.label}</span>${choice.description
        ? html`<span class="list-description">${choice.description}</span>` : nothing}</span>
      ${chosen ? icon('check') : nothing}
    </div>`;
  }

  choose(at) {
    const choice = this.found[at];
    if (!choice) return;
    if (!this.multiple) {
      this.chosen = new Set([choice.value]);
      this.pick?.([choice.value], choice);
      this.close();
      return;
    }
    if (this.chosen.has(choice.value)) this.chosen.delete(choice.value);
    else if (this.chosen.size < this.max) this.chosen.add(choice.value);
    this.active = at;
    this.pick?.([...this.chosen], choice);
    this.draw();
  }

  /** Handles a key; says whether it did. */
  key(event) {
    const last = this.found.length - 1;
    const moves = { ArrowDown: this.active < last ? this.active + 1 : 0, ArrowUp: this.active > 0 ? this.active - 1 : last };
    if (event.key in moves && last >= 0) this.active = moves[event.key];
    else if (event.key === 'Enter' || event.key === 'Tab' || (event.key === ' ' && !this.search && !this.focus)) {
      if (event.key === 'Tab' && !this.focus) return this.close(), false;
      if (this.active < 0) return false;
      event.preventDefault();
      this.choose(this.active);
      return true;
    } else if (event.key === 'Escape') this.close();
    else return false;
    event.preventDefault();
    event.stopPropagation();
    if (openOne === this) this.draw();
    return true;
  }

  // A text box has no such state (WAI-ARIA 1.2, `aria-expanded`).
  expand(open) {
    if (this.anchor.tagName !== 'TEXTAREA') this.anchor.setAttribute('aria-expanded', String(open));
  }

  place() {
    const box = this.anchor.getBoundingClientRect();
    const free = this.beside.getBoundingClientRect();
    const { style } = this.element;
    const width = Math.min(this.wide ? Math.max(box.width, 320) : Math.max(box.width, 220), innerWidth - 16);
    const below = innerHeight - free.bottom - 12;
    const above = free.top - 12;
    const up = below < 240 && above > below;
    style.width = `${width}px`;
    style.left = `${Math.max(8, Math.min(box.left, innerWidth - width - 8))}px`;
    style.maxHeight = `${Math.min(420, up ? above : below)}px`;
    style.top = up ? 'auto' : `${free.bottom + 4}px`;
    style.bottom = up ? `${innerHeight - free.top + 4}px` : 'auto';
  }

  close() {
    if (openOne !== this) return;
    openOne = null;
    document.removeEventListener('pointerdown', this.outside, true);
    removeEventListener('resize', this.moved);
    document.removeEventListener('scroll', this.moved, true);
    const hadFocus = this.element.contains(document.activeElement);
    this.expand(false);
    for (const holder of [this.anchor, this.focus]) {
      holder?.removeAttribute('aria-activedescendant');
      holder?.removeAttribute('aria-controls');
    }
    this.element.remove();
    if (hadFocus) this.anchor.focus();
    this.closed?.([...this.chosen]);
  }
}
