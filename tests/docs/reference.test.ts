import { expect, it } from 'vitest';
import { fileOf } from './markdown.js';
import { commandPage } from './reference/command-page.js';
import { eventsPage } from './reference/events-page.js';
import { figuresPage } from './reference/figures-page.js';

it.each([
  ['figures', figuresPage],
  ['command', commandPage],
  ['events', eventsPage],
])('the reference of %s says what the code says; npm run docs:renew makes it anew', async (page, made) => {
  await expect(made()).toMatchFileSnapshot(fileOf(`docs/reference/${page}.md`));
});
