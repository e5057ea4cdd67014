import { isStreamId, streamKinds } from '@burgernet/domain';
import type { Target } from './command-entry.js';
import { cutOffJson } from './cut-off-json.js';
import { parseJson } from './raw-json.js';

/** The streams that a refused line may be for: one of these, or any. */
export type MayBeFor = ReadonlyArray<Target> | 'any';

/** The fields by which lines of any form name their stream. */
const naming = [...streamKinds, 'stream', 'subject'];
const named = new RegExp(`"(?:${naming.join('|')})"\\s*:\\s*"([^"]*)"`, 'g');

/** The streams of this id: where a line is wrong, it may be so in the kind. */
export const ofAnyKind = (id: string): ReadonlyArray<Target> =>
  streamKinds.flatMap((kind) => (isStreamId(kind, id) ? [{ kind, id }] : []));

/** The streams whose id stands at the end of a name, in whatever case; none where there is no id. */
export const namedBy = (name: unknown): ReadonlyArray<Target> => {
  if (typeof name !== 'string') return [];
  const text = name.trim();
  return [...ofAnyKind(text.slice(-36).toLowerCase()), ...ofAnyKind(text.slice(-11).toUpperCase())];
};

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The streams that a line may be for which cannot be read. All or nothing is kept per stream, so none of
 * them can take a line before this one is corrected.
 *
 * Its streams are told where the line is an object, whole or cut off, whose every field that names a
 * stream ends in an id. What more is named anywhere in it is told too: it may be two lines in one.
 *
 * @param text the line; what is no UTF-8 in it was replaced
 */
export const mayBeFor = (text: string): MayBeFor => {
  const value = parseJson(text) ?? cutOffJson(text);
  if (!isObject(value)) return 'any';
  const names = Object.entries(value).filter(([field]) => naming.includes(field));
  const told = names.map(([, name]) => namedBy(name));
  if (told.length === 0 || told.some((targets) => targets.length === 0)) return 'any';
  const anywhere = [...text.matchAll(named)].flatMap(([, name]) => namedBy(name));
  return [...told.flat(), ...anywhere];
};
