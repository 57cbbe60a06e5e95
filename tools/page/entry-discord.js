// The third-party elements and templates of the sandbox's page; see src/sandbox/page/vendor/README.md.
// Importing a component registers its element; its class is exported too, so that the page can set its colours.

export { html, nothing, render, svg } from 'lit';
export { classMap } from 'lit/directives/class-map.js';
export { guard } from 'lit/directives/guard.js';
export { ifDefined } from 'lit/directives/if-defined.js';
export { live } from 'lit/directives/live.js';
export { ref } from 'lit/directives/ref.js';
export { repeat } from 'lit/directives/repeat.js';
export { styleMap } from 'lit/directives/style-map.js';

export { DiscordAttachments } from '@skyra/discord-components-core/discord-attachments.js';
export { DiscordEmbed } from '@skyra/discord-components-core/discord-embed.js';
export { DiscordEmbedDescription } from '@skyra/discord-components-core/discord-embed-description.js';
export { DiscordEmbedField } from '@skyra/discord-components-core/discord-embed-field.js';
export { DiscordEmbedFields } from '@skyra/discord-components-core/discord-embed-fields.js';
export { DiscordEmbedFooter } from '@skyra/discord-components-core/discord-embed-footer.js';
export { DiscordMention } from '@skyra/discord-components-core/discord-mention.js';
export { DiscordVerifiedAuthorTag } from '@skyra/discord-components-core/discord-verified-author-tag.js';
