import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { blocksOf, fileOf, pages, textOf } from './markdown.js';

const filesBelow = (folder: string, ending: string): ReadonlyArray<string> =>
  readdirSync(fileOf(folder), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith(ending));

const examples = filesBelow('examples', '.ts').map((name) => ({
  name,
  code: readFileSync(fileOf(`examples/${name}`), 'utf8'),
}));
const tests = filesBelow('tests', '.test.ts')
  .map((name) => readFileSync(fileOf(`tests/${name}`), 'utf8'))
  .join('\n');

const code = pages.flatMap((page) =>
  blocksOf(textOf(page))
    .filter(({ language }) => ['ts', 'js', 'mjs'].includes(language))
    .map((block) => ({ page, ...block })),
);

describe('the code that pages show', () => {
  it.each(code)('in $page, line $line, is code that a test runs', ({ content, mark }) => {
    if (mark.startsWith('run by ')) return;
    const shown = examples.filter((example) => example.code.includes(content));
    expect(shown.map(({ name }) => name)).toHaveLength(1);
    expect(tests).toContain(shown[0]?.name.replace(/\.ts$/, ''));
  });
});

describe('the blocks of pages', () => {
  it.each(pages)('of %s say what they are, and begin at the margin', (page) => {
    const text = textOf(page);
    const languages = ['ts', 'js', 'sh', 'console', 'json', 'text', 'mermaid', 'yaml', 'sql'];
    expect(blocksOf(text).filter(({ language }) => !languages.includes(language))).toEqual([]);
    expect(text.match(/^[ \t]+```/gm)).toBeNull();
    expect((text.match(/^```/gm) ?? []).length).toBe(2 * blocksOf(text).length);
  });
});
