import { readFileSync } from 'node:fs';
import * as domain from '@burgernet/domain';
import * as t from 'io-ts';
import { ClosedType, ListType, NullableType, OneOfType } from '../../../packages/domain/src/codec/closed.js';
import { fileOf } from '../markdown.js';
import { docOf, docOfField } from './docstrings.js';
import { table } from './table.js';

/** Every codec that the domain exports under a name, to say which one a field has. */
const named: ReadonlyArray<readonly [string, t.Mixed]> = Object.entries(domain).flatMap(([name, value]) =>
  value instanceof t.Type ? [[name, value] satisfies [string, t.Mixed]] : [],
);
const nameOf = (codec: t.Mixed): string | undefined => named.find(([, one]) => one === codec)?.[0];

/** What a field holds, in words; what has a name is linked to what is said of it below. */
const holds = (codec: t.Mixed): string => {
  if (codec instanceof NullableType) return `${holds(codec.inner)}, or null`;
  if (codec instanceof ListType)
    return `a list of at most ${codec.most.toLocaleString('en')}: ${holds(codec.item)}`;
  const name = nameOf(codec);
  if (name !== undefined && !(codec instanceof ClosedType)) return `[${name}](#${name.toLowerCase()})`;
  if (codec instanceof OneOfType) return codec.values.map((one) => `\`${one}\``).join(', ');
  if (codec instanceof t.UnionType) {
    const members: ReadonlyArray<t.Mixed> = codec.types;
    return members.map(holds).join(' or ');
  }
  if (codec instanceof ClosedType) return 'a record';
  return codec === t.boolean ? 'true or false' : `a ${codec.name}`;
};

const isChoice = (codec: t.Mixed): boolean =>
  codec instanceof NullableType ? isChoice(codec.inner) : codec instanceof t.UnionType;

/** The records of which fields are told in rows of their own. */
const within = (codec: t.Mixed): ReadonlyArray<ClosedType<unknown>> => {
  if (codec instanceof NullableType) return within(codec.inner);
  if (codec instanceof ListType) return within(codec.item);
  if (codec instanceof t.UnionType) {
    const members: ReadonlyArray<t.Mixed> = codec.types;
    return members.flatMap(within);
  }
  return codec instanceof ClosedType ? [codec] : [];
};

/** The type that a record is of; a reason has a codec for every list of codes, and one type. */
const typeOf = (record: ClosedType<unknown>): string =>
  nameOf(record) ?? ('code' in record.required && 'note' in record.optional ? 'Reason' : '');

const rowsOf = (codec: t.Mixed, path: string): ReadonlyArray<ReadonlyArray<string>> =>
  within(codec).flatMap((record) =>
    [
      ...Object.entries<t.Mixed>(record.required).map(([name, field]) => ({
        name,
        field,
        must: isChoice(codec) ? 'in one form' : 'yes',
      })),
      ...Object.entries<t.Mixed>(record.optional).map(([name, field]) => ({ name, field, must: '' })),
    ].flatMap(({ name, field, must }) => [
      [`\`${path}${name}\``, must, holds(field), docOfField(typeOf(record), name)],
      ...rowsOf(field, `${path}${name}${field instanceof ListType ? '[]' : ''}.`),
    ]),
  );

const goldenData = (type: string, version: number): string => {
  const golden: { data: string } = JSON.parse(
    readFileSync(fileOf(`tests/domain/golden/${type}.v${version}.json`), 'utf8'),
  );
  return JSON.stringify(JSON.parse(golden.data), null, 2);
};

const eventOf = ({ type, versions }: domain.Registration): ReadonlyArray<string> => [
  `### ${type}`,
  '',
  docOf(type),
  '',
  ...versions.flatMap(({ codec }, at) => [
    `Version ${at + 1}${at + 1 === versions.length ? '' : ', read and no longer written'}:`,
    '',
    ...table(['field', 'needed', 'holds', 'about it'], rowsOf(codec, '')),
    '',
    '```json',
    goldenData(type, at + 1),
    '```',
    '',
  ]),
];

const kinds: Readonly<Record<domain.StreamKind, string>> = {
  action: '`burgernet.action-UUID`: a call to look out, from its start on.',
  mailing: '`burgernet.mailing-UUID`: a neighbourhood inquiry or a prevention message.',
  municipality: '`burgernet.municipality-GMnnnn-YYYY`: the counts of one municipality in one calendar year.',
  publication: '`burgernet.publication-UUID`: what was published, and changes no figure.',
  vault: '`burgernet.vault-UUID`: what became of a text that the vault kept.',
};

const sectionOf = (kind: domain.StreamKind): ReadonlyArray<string> => [
  `## ${kind.charAt(0).toUpperCase()}${kind.slice(1)}`,
  '',
  `In streams ${kinds[kind]}`,
  '',
  ...domain.registrations.filter((one) => one.kind === kind).flatMap(eventOf),
];

const isLeaf = (codec: t.Mixed): boolean => !(codec instanceof ClosedType);

const usedNames = (text: string): ReadonlyArray<string> =>
  [...new Set([...text.matchAll(/\]\(#(\w+)\)/g)].map(([, name = '']) => name))].toSorted();

const formOf = (anchor: string): ReadonlyArray<string> => {
  const [name = '', codec] = named.find(([one]) => one.toLowerCase() === anchor) ?? [];
  if (codec === undefined || !isLeaf(codec)) return [];
  return [
    `### ${name}`,
    '',
    docOf(name),
    '',
    ...(codec instanceof OneOfType ? [codec.values.map((one: string) => `\`${one}\``).join(', '), ''] : []),
  ];
};

/** The reference page of all events, made from the registry, the codecs and the golden files. */
export const eventsPage = (): string => {
  const all: ReadonlyArray<domain.StreamKind> = ['action', 'mailing', 'municipality', 'publication', 'vault'];
  const sections = all.flatMap(sectionOf).join('\n');
  const metadata = table(['field', 'needed', 'holds', 'about it'], rowsOf(domain.Metadata, ''));
  return `${[
    '# Events',
    '',
    '<!-- Made by npm run docs:renew from the codecs and the golden files; do not edit. -->',
    '',
    'An event is a fact that never changes. Stored names are for ever: what changes is a new version, and the release',
    'that writes it reads all earlier ones. A record holds the fields that are named here and no others; a field that is not',
    'needed is absent where there is nothing to say, and `null`, where it may be, takes a value away. How an event stands on',
    'a line is told in [import and export](import-and-export.md), how a command leads to one in the help of the command.',
    '',
    '## Beside the data',
    '',
    'Every event has an `eventId` (a UUID), its `stream` and its `revision` there, its `position` in the log, its `type` and',
    '`schemaVersion`, `recordedAt` (when it was registered), and metadata. Unknown fields of metadata are kept:',
    '',
    ...metadata,
    '',
    sections,
    '## Forms and codes',
    '',
    ...usedNames(`${sections}\n${metadata.join('\n')}`).flatMap(formOf),
  ]
    .join('\n')
    .trimEnd()}\n`;
};
