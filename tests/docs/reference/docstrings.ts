import { readdirSync, readFileSync } from 'node:fs';
import { fileOf } from '../markdown.js';

const folder = 'packages/domain/src';
const sources = readdirSync(fileOf(folder), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(fileOf(`${folder}/${file}`), 'utf8'));

const docstring = String.raw`/\*\*((?:(?!\*/)[\s\S])*)\*/`;

const plain = (doc: string): string =>
  doc
    .replaceAll(/^\s*\* ?/gm, '')
    .replaceAll(/\{@link (\w+)\}/g, '`$1`')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** The docstring of every export of the domain, by what it is and its name: `const Uuid`, `type Uuid`. */
const ofExports = new Map(
  sources.flatMap((source) =>
    [...source.matchAll(new RegExp(`${docstring}\nexport (const|type|interface) (\\w+)`, 'g'))].map(
      ([, doc = '', kind, name]): [string, string] => [`${kind} ${name}`, plain(doc)],
    ),
  ),
);

/** The docstring of every field of a type that the domain exports: `SuccessMarked.line`. */
const ofFields = new Map(
  sources.flatMap((source) =>
    [...source.matchAll(/^export type (\w+)(?:<.*>)? = \{\n([\s\S]*?)^\};/gm)].flatMap(
      ([, type, body = '']) =>
        [...body.matchAll(new RegExp(`${docstring}\n  readonly (\\w+)`, 'g'))].map(
          ([, doc = '', field]): [string, string] => [`${type}.${field}`, plain(doc)],
        ),
    ),
  ),
);

/** What is said of a codec: of its type, where of itself only that it is the codec of that. */
export const docOf = (name: string): string => {
  const own = ofExports.get(`const ${name}`) ?? '';
  const ofType = ofExports.get(`type ${name}`);
  if (ofType !== undefined && /^(Codec of|$)/.test(own)) return ofType;
  return own.replace(/^Codec of (.)/, (_, letter: string) => letter.toUpperCase());
};

/** What is said of a field of a type; empty where its name says it all. */
export const docOfField = (type: string, field: string): string => ofFields.get(`${type}.${field}`) ?? '';
