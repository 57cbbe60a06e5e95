// `<chat-spoiler>`: hidden until pressed, by mouse or keyboard.

import { say } from './words.js';

class ChatSpoiler extends HTMLElement {
  connectedCallback() {
    if (this.role === 'button' || this.hasAttribute('shown')) return;
    this.role = 'button';
    this.tabIndex = 0;
    this.ariaLabel = say('messages.spoiler');
    this.addEventListener('click', () => this.reveal());
    this.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      this.reveal();
    });
  }

  reveal() {
    this.setAttribute('shown', '');
    this.role = null;
    this.ariaLabel = null;
    this.removeAttribute('tabindex');
  }
}
customElements.define('chat-spoiler', ChatSpoiler);
