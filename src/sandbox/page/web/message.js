// One message as Discord draws it: author, text, embeds, files, controls, and what only its reader sees.

import { classMap, html, ifDefined, nothing } from '../vendor/discord.js';
import { controlsOf } from './controls.js';
import { find } from './log.js';
import { avatar, icon } from './look.js';
import { markdown } from './markdown.js';
import { app, channelById, emit, nameColour, personById, report, roleById } from './store.js';
import { timeOf } from './time.js';
import { say } from './words.js';

const EPHEMERAL = 1 << 6;
const LOADING = 1 << 7;
/** Messages of one author within seven minutes stand together, as in Discord. */
const TOGETHER = 7 * 60_000;

export const isEphemeral = (message) => Boolean(message.flags & EPHEMERAL);

/** How texts find names, and what a click on one does. */
const names = {
  person: (id) => personById(id) ?? { name: say('messages.unknown_person') },
  role: (id) => roleById(id) ?? { name: say('messages.unknown_role') },
  channel: (id) => channelById(id) ?? { name: say('messages.no_access') },
  open(kind, id) {
    if (kind === 'channel') app.open(id).catch(report);
    if (kind === 'command') app.compose(id, {});
    if (kind === 'person') app.toast(personLine(id));
  },
};

function personLine(id) {
  const person = personById(id);
  return [person?.name, person?.department].filter(Boolean).join(' · ');
}

export const text = (content) => markdown(content, names);

function author(message) {
  const known = personById(message.author?.id);
  return known ?? { id: message.author?.id ?? '0', name: message.author?.global_name ?? message.author?.username ?? '?', bot: message.author?.bot };
}

/** Whether `message` goes on where `before` ended. */
export function continues(before, message) {
  return Boolean(
    before && before.author?.id === message.author?.id && !message.interaction_metadata && !message.message_reference
      && isEphemeral(before) === isEphemeral(message) && timeOf(message.id) - timeOf(before.id) < TOGETHER,
  );
}

/** The message; `joined`: without its head. */
export function messageView(message, joined) {
  const who = author(message);
  const at = timeOf(message.id);
  const head = `head-${message.id}`;
  return html`<article class=${classMap({ message: true, joined, ephemeral: isEphemeral(message), pinged: pinged(message) })}
    data-message=${message.id} aria-labelledby=${head}>
    ${reference(message)}
    ${joined
      ? html`<chat-time class="side-time" at=${at} form="t" aria-hidden="true"></chat-time><span id=${head} class="visually-hidden">${who.name}</span>`
      : html`${avatar(who)}<div class="head" id=${head}><span class="author" style=${ifDefined(nameStyle(who.id))}>${who.name}</span>${who.bot
          ? html`<discord-verified-author-tag></discord-verified-author-tag>` : nothing}<chat-time class="stamp" at=${at} form="stamp"></chat-time>${message.pinned
          ? html`<span class="pinned">${icon('pin')}${say('messages.pinned')}</span>` : nothing}</div>`}
    <div class="body">
      ${message.flags & LOADING ? html`<p class="thinking"><span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>${say('messages.thinking', { name: who.name })}</p>` : nothing}
      ${message.content || message.edited_timestamp
        ? html`<div class="text">${text(message.content)}${message.edited_timestamp
            ? html` <span class="edited">${say('messages.edited')}</span>` : nothing}</div>`
        : nothing}
      ${files(message)}
      ${message.embeds?.map((embed) => embedView(message, embed))}
      ${controlsOf(message)}
      ${isEphemeral(message) ? onlyYou(message) : nothing}
    </div>
    <div class="tools"><button type="button" class="tool" title=${say('messages.inspect')} aria-label=${say('messages.inspect')}
      @click=${() => emit('inspect', { channel: message.channel_id, message: message.id })}>${icon('inspect')}</button></div>
  </article>`;
}

const nameStyle = (id) => {
  const colour = nameColour(id);
  // Role colours are mixed with the text's, so that a pale one stays legible in both themes.
  return colour ? `color: color-mix(in oklab, ${colour} var(--name-share), var(--text-strong))` : undefined;
};

function pinged(message) {
  const roles = personById(app.me)?.roles ?? [];
  return Boolean(
    message.author?.id !== app.me
      && (message.mention_everyone || message.mentions?.some((user) => user.id === app.me) || message.mention_roles?.some((role) => roles.includes(role))),
  );
}

// --- The line above: whose command, or which message this answers ---------------------------------------------------

function reference(message) {
  const cause = message.interaction_metadata;
  if (cause?.type === 2) {
    const who = personById(cause.user?.id) ?? { id: cause.user?.id ?? '0', name: cause.user?.username ?? '?' };
    return html`<div class="reference">${avatar(who, 'tiny')}<span class="author">${who.name}</span> ${say('messages.used')} <span class="command">/${cause.name}</span></div>`;
  }
  const id = message.message_reference?.message_id ?? cause?.interacted_message_id ?? cause?.triggering_interaction_metadata?.interacted_message_id;
  if (!id || id === message.id) return nothing;
  const original = find(message.channel_id, id);
  if (!original) return nothing;
  const who = author(original);
  const line = (original.content || original.embeds?.[0]?.title || original.embeds?.[0]?.description || say('messages.attachment')).split('\n')[0];
  return html`<div class="reference">${avatar(who, 'tiny')}<span class="author">${who.name}</span>
    <button type="button" class="quoted" @click=${() => app.open(message.channel_id, id).catch(report)}>${plain(line)}</button></div>`;
}

/** A line without its marks. */
export function plain(line) {
  return line.replace(/<t:\d+(:\w)?>|<[@#][!&]?(\d+)>|[*_`~|]|^(>|#+|-#) /g, (mark, form, id) =>
    id ? `@${(personById(id) ?? roleById(id) ?? channelById(id))?.name ?? ''}` : mark.startsWith('<t') ? '…' : '');
}

// --- Files and embeds -------------------------------------------------------------------------------------------------

const isPicture = (file) => file.content_type?.startsWith('image/') || /\.(png|jpe?g|gif|webp|svg)$/i.test(file.filename);
const usedInEmbed = (message, file) => message.embeds?.some((embed) => embed.image?.url === file.url || embed.thumbnail?.url === file.url);

function files(message) {
  const shown = (message.attachments ?? []).filter((file) => !usedInEmbed(message, file));
  if (!shown.length) return nothing;
  return html`<discord-attachments>${shown.map((file) => (isPicture(file) ? picture(file.url, file.description ?? file.filename, file) : otherFile(file)))}</discord-attachments>`;
}

function picture(url, alt, { width, height }) {
  return html`<button type="button" class="picture" aria-label=${say('messages.enlarge', { alt })}
    @click=${() => emit('enlarge', { url, alt })}><img src=${url} alt=${alt} width=${width ?? nothing} height=${height ?? nothing} loading="lazy"></button>`;
}

function otherFile(file) {
  return html`<a class="file" href=${file.url} download=${file.filename}>${icon('file')}<span><span class="file-name">${file.filename}</span>
    <span class="file-size">${size(file.size)}${file.description ? ` · ${file.description}` : ''}</span></span></a>`;
}

const size = (bytes = 0) => (bytes < 1024 ? `${bytes} B` : bytes < 1_048_576 ? `${(bytes / 1024).toFixed(1)} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`);

function embedView(message, embed) {
  const colour = embed.color || embed.color === 0 ? `#${embed.color.toString(16).padStart(6, '0')}` : undefined;
  const title = embed.title && html`<div class="embed-title">${/^https?:/.test(embed.url ?? '')
    ? html`<a href=${embed.url} target="_blank" rel="noopener noreferrer">${text(embed.title)}</a>` : text(embed.title)}</div>`;
  return html`<discord-embed .color=${colour}>
    ${title || embed.author || embed.description
      ? html`<discord-embed-description slot="description">${embed.author ? html`<div class="embed-author">${embed.author.name}</div>` : nothing}${title}${text(embed.description)}</discord-embed-description>`
      : nothing}
    ${embed.fields?.length ? html`<discord-embed-fields slot="fields">${fields(embed.fields)}</discord-embed-fields>` : nothing}
    ${embed.image ? html`<div class="embed-picture" slot="fields">${picture(embed.image.url, altOf(message, embed), embed.image)}</div>` : nothing}
    ${embed.footer || embed.timestamp
      ? html`<discord-embed-footer slot="footer">${embed.footer?.text}${embed.timestamp
          ? html`${embed.footer ? ' • ' : ''}<chat-time at=${Date.parse(embed.timestamp)} form="stamp"></chat-time>` : nothing}</discord-embed-footer>`
      : nothing}
  </discord-embed>`;
}

// The picture of an embed has its description on the file that it comes from.
const altOf = (message, embed) =>
  message.attachments?.find((file) => file.url === embed.image.url)?.description ?? embed.title ?? say('messages.attachment');

// Up to three inline fields share a row.
function fields(list) {
  let column = 0;
  return list.map((field) => {
    column = field.inline ? (column % 3) + 1 : 0;
    return html`<discord-embed-field inline-index=${column || nothing}><div class="field-name">${text(field.name)}</div>${text(field.value)}</discord-embed-field>`;
  });
}

// --- Seen by one person ---------------------------------------------------------------------------------------------

function onlyYou(message) {
  return html`<p class="only-you">${icon('eye')}${say('messages.only_you')} <span aria-hidden="true">•</span>
    <button type="button" class="link" data-act="dismiss" @click=${() => app.act('dismiss', { channel: message.channel_id, message: message.id }).catch(report)}>${say('messages.dismiss')}</button></p>`;
}
