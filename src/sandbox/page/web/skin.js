// Gives the bundled discord-components the page's colours: their own are fixed and of one theme each.
// Must be loaded before the first of them is shown, because an element takes its styles when it is made.

import {
  DiscordEmbed, DiscordEmbedDescription, DiscordEmbedField, DiscordEmbedFields, DiscordEmbedFooter, DiscordMention,
  DiscordVerifiedAuthorTag,
} from '../vendor/discord.js';

function dress(component, css) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  component.elementStyles = [...component.elementStyles, sheet];
}

dress(DiscordEmbed, `
  :host { color: var(--text); margin: 4px 0; font-size: 14px; }
  :host .discord-left-border { background-color: var(--line-strong); }
  :host .discord-embed-root { flex: 0 1 auto; }
  :host .discord-embed-wrapper { background: var(--bg-embed); border: 1px solid var(--line); border-left: 0; max-width: 500px; }
  :host .discord-embed-wrapper .discord-embed-grid { padding: 2px 16px 14px 12px; grid-template-columns: minmax(0, 1fr); }
  :host .discord-embed-author, :host .discord-embed-title { color: var(--text-strong); }
`);
dress(DiscordEmbedDescription, ':host { line-height: 1.3; white-space: pre-wrap; overflow-wrap: anywhere; }');
dress(DiscordEmbedFields, ':host { grid-template-columns: repeat(12, minmax(0, 1fr)); }');
dress(DiscordEmbedField, `
  :host { line-height: 1.3; white-space: pre-wrap; }
  :host .discord-field-title { color: var(--text-strong); white-space: normal; }
`);
dress(DiscordEmbedFooter, ':host { color: var(--text-muted); font-weight: 400; }');
dress(DiscordMention, `
  :host { color: var(--mention-text); background: var(--mention); cursor: inherit; }
  :host(:hover) { color: var(--mention-text); background: var(--mention); }
  .discord-mention-icon { width: 0.9em; height: 0.9em; margin: 0 2px 0 0; }
`);
dress(DiscordVerifiedAuthorTag, ':host { background: var(--accent); color: var(--accent-text); font-weight: 600; }');
