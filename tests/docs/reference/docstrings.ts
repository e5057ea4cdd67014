import { readdirSync, readFileSync } from 'node:fs';
import { fileOf } from '../markdown.js';

const folder = 'packages/domain/src';

/**
 * The first paragraph of the docstring of every export of the domain, by name and what it is: `const Uuid`,
 * `type Uuid`.
 */
export const docstrings: ReadonlyMap<string, string> = new Map(
  readdirSync(fileOf(folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => {
      const found = readFileSync(fileOf(`${folder}/${file}`), 'utf8').matchAll(
        /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\nexport (const|type|interface) (\w+)/g,
      );
      return [...found].map(([, doc = '', kind = '', name = '']): [string, string] => [
        `${kind} ${name}`,
        doc
          .replaceAll(/^\s*\* ?/gm, '')
          .replaceAll(/\{@link (\w+)\}/g, '`$1`')
          .replaceAll(/\s+/g, ' ')
          .trim(),
      ]);
    }),
);

/** What is said of a codec: of its type, where of itself only that it is the codec of that. */
export const docOf = (name: string): string => {
  const own = docstrings.get(`const ${name}`) ?? '';
  const ofType = docstrings.get(`type ${name}`);
  if (ofType !== undefined && /^(Codec of|$)/.test(own)) return ofType;
  return own.replace(/^Codec of (.)/, (_, letter: string) => letter.toUpperCase());
};
