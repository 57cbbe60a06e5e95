// The markdown parser, apart from the elements, so that its tests run without a browser.

export { SimpleMarkdown, rulesExtended as markdownRules } from 'discord-markdown-parser';
