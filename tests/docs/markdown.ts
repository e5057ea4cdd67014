import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Where a page's name leads to, from the root of the repository on. */
export const fileOf = (path: string): string => join(root, path);

const isSkipped = (name: string): boolean =>
  name.startsWith('.') || ['node_modules', 'dist', 'coverage', 'api'].includes(name);

const pagesIn = (folder: string): ReadonlyArray<string> =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (isSkipped(entry.name)) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return pagesIn(path);
    return entry.name.endsWith('.md') ? [relative(root, path).split(sep).join('/')] : [];
  });

/** Every page of the repository, such as `docs/README.md`. */
export const pages: ReadonlyArray<string> = pagesIn(root).toSorted();

/** The text of a page. */
export const textOf = (page: string): string => readFileSync(fileOf(page), 'utf8');

/** A fenced block of a page. */
export interface Block {
  readonly language: string;
  readonly content: string;
  /** the number of its first line, from 1 */
  readonly line: number;
  /** what the comment just above it says, unseen by readers; empty where there is none */
  readonly mark: string;
}

const fenced = /^(?:<!-- (.*?) -->\n)?```(\w*)[^\n]*\n([\s\S]*?)^```$/gm;

/** The fenced blocks of a page, in order. */
export const blocksOf = (text: string): ReadonlyArray<Block> =>
  [...text.matchAll(fenced)].map(({ index, 1: mark = '', 2: language = '', 3: content = '' }) => ({
    language,
    content,
    line: text.slice(0, index).split('\n').length + (mark === '' ? 0 : 1),
    mark,
  }));

const prose = (text: string): string => text.replaceAll(fenced, '').replaceAll(/`[^`\n]+`/g, 'code');

/** Where the links and pictures of a page lead to, as written. */
export const linksOf = (text: string): ReadonlyArray<string> =>
  [...prose(text).matchAll(/\]\(([^)\s]+)(?: "[^"]*")?\)|(?:src|srcset|href)="([^"]+)"/g)].map(
    ([, link, attribute]) => link ?? attribute ?? '',
  );

/** The anchors that a code host makes of the headings of a page. */
export const anchorsOf = (text: string): ReadonlyArray<string> => {
  const seen = new Map<string, number>();
  return [...text.replaceAll(fenced, '').matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) => {
    const slug = heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\p{M}\p{Pc} -]/gu, '')
      .replaceAll(' ', '-');
    const times = seen.get(slug) ?? 0;
    seen.set(slug, times + 1);
    return times === 0 ? slug : `${slug}-${times}`;
  });
};
