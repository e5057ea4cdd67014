import * as fc from 'fast-check';
import type { Files } from '../support/bundle.js';

const ofBytes = [
  'flip a bit',
  'set a byte',
  'insert a byte',
  'delete a byte',
  'duplicate a byte',
  'swap two bytes',
  'cut off',
  'append',
  'blank a stretch',
  'put a stretch elsewhere',
] as const;
const ofLines = [
  'delete a line',
  'duplicate a line',
  'swap two lines',
  'take a line from another file',
] as const;
const ofFiles = [
  'delete a file',
  'empty a file',
  'add a file',
  'copy a file',
  'rename a file',
  'swap two files',
  'put one file in the place of another',
] as const;

/** What may be done to a bundle: to one of its bytes, lines or files, chosen by numbers. */
export interface Damage {
  readonly how: (typeof ofBytes)[number] | (typeof ofLines)[number] | (typeof ofFiles)[number];
  readonly file: number;
  readonly other: number;
  readonly at: number;
  readonly to: number;
  readonly byte: number;
}

const damageOf = (how: fc.Arbitrary<Damage['how']>): fc.Arbitrary<Damage> =>
  fc.record({
    how,
    file: fc.nat(),
    other: fc.nat(),
    at: fc.nat(),
    to: fc.nat(),
    byte: fc.integer({ min: 0, max: 255 }),
  });

/** Any damage: to bytes, lines or whole files. */
export const damages = damageOf(
  fc.oneof(fc.constantFrom(...ofBytes), fc.constantFrom(...ofLines), fc.constantFrom(...ofFiles)),
);

/** Damage to a single byte. */
export const byteDamages = damageOf(fc.constantFrom(...ofBytes.slice(0, 6)));

const pick = <A>(all: ReadonlyArray<A>, n: number): A => {
  const one = all[n % all.length];
  if (one === undefined) throw new Error('There is nothing to pick from.');
  return one;
};

const damagedBytes = (bytes: Buffer, { how, at, to, byte }: Damage): Buffer => {
  const place = bytes.length === 0 ? 0 : at % bytes.length;
  const goal = bytes.length === 0 ? 0 : to % bytes.length;
  const [before, after] = [bytes.subarray(0, place), bytes.subarray(place)];
  const length = 1 + (byte % 64);
  const copy = Buffer.from(bytes);
  switch (how) {
    case 'flip a bit':
      copy[place] = (copy[place] ?? 0) ^ (1 << (byte % 8));
      return copy;
    case 'set a byte':
      copy[place] = byte;
      return copy;
    case 'insert a byte':
      return Buffer.concat([before, Buffer.of(byte), after]);
    case 'delete a byte':
      return Buffer.concat([before, after.subarray(1)]);
    case 'duplicate a byte':
      return Buffer.concat([before, after.subarray(0, 1), after]);
    case 'swap two bytes': {
      const [one = 0, other = 0] = [copy[place], copy[goal]];
      copy[place] = other;
      copy[goal] = one;
      return copy;
    }
    case 'cut off':
      return before;
    case 'append':
      return Buffer.concat([bytes, Buffer.alloc(length, byte)]);
    case 'blank a stretch':
      return copy.fill(byte, place, Math.min(copy.length, place + length));
    default: {
      const stretch = after.subarray(0, length);
      const rest = Buffer.concat([before, after.subarray(length)]);
      return Buffer.concat([rest.subarray(0, goal), stretch, rest.subarray(goal)]);
    }
  }
};

const linesOf = (bytes: Buffer): string[] => bytes.toString('latin1').split(/(?<=\n)/);
const joined = (lines: ReadonlyArray<string>): Buffer => Buffer.from(lines.join(''), 'latin1');

const damagedLines = (bytes: Buffer, other: Buffer, { how, at, to }: Damage): Buffer => {
  const lines = linesOf(bytes);
  const [place, goal] = [at % lines.length, to % lines.length];
  const [line = '', goalLine = ''] = [lines[place], lines[goal]];
  switch (how) {
    case 'delete a line':
      return joined(lines.filter((_, index) => index !== place));
    case 'duplicate a line':
      return joined([...lines.slice(0, place), line, ...lines.slice(place)]);
    case 'swap two lines':
      return joined(lines.map((one, index) => (index === place ? goalLine : index === goal ? line : one)));
    default:
      return joined([...lines.slice(0, place), pick(linesOf(other), to), ...lines.slice(place)]);
  }
};

const names = [
  'extra',
  'events.ndjson.bak',
  'checkpoints/99.txt',
  'certificates/x.json',
  'deep/er/file',
  '...',
];

const damagedFiles = (files: Files, path: string, otherPath: string, { how, to, byte }: Damage): Files => {
  const after = new Map(files);
  const [bytes, other] = [files.get(path) ?? Buffer.alloc(0), files.get(otherPath) ?? Buffer.alloc(0)];
  switch (how) {
    case 'delete a file':
      after.delete(path);
      break;
    case 'empty a file':
      after.set(path, Buffer.alloc(0));
      break;
    case 'add a file':
      after.set(pick(names, to), Buffer.alloc(byte, byte));
      break;
    case 'copy a file':
      after.set(pick(names, to), bytes);
      break;
    case 'rename a file':
      after.delete(path);
      after.set(pick(names, to), bytes);
      break;
    case 'swap two files':
      after.set(path, other).set(otherPath, bytes);
      break;
    default:
      after.set(otherPath, bytes);
  }
  return after;
};

/** Does damage to a bundle. It may happen to change nothing, as where two equal lines change places. */
export const damaged = (files: Files, damage: Damage): Files => {
  const paths = [...files.keys()];
  const [path, otherPath] = [pick(paths, damage.file), pick(paths, damage.other)];
  const [bytes, other] = [files.get(path) ?? Buffer.alloc(0), files.get(otherPath) ?? Buffer.alloc(0)];
  if (ofFiles.some((how) => how === damage.how)) return damagedFiles(files, path, otherPath, damage);
  const isOfLines = ofLines.some((how) => how === damage.how);
  const after = isOfLines ? damagedLines(bytes, other, damage) : damagedBytes(bytes, damage);
  return new Map(files).set(path, after);
};

/** The files that differ: changed, gone or new. */
export const differing = (before: Files, after: Files): ReadonlyArray<string> =>
  [...new Set([...before.keys(), ...after.keys()])].filter(
    (path) =>
      !(before.get(path)?.equals(after.get(path) ?? Buffer.from('gone')) ?? false) || !after.has(path),
  );

/** Another value for one byte of a bundle: of a file that any may be, or of all bytes that there are. */
export interface ChangedByte {
  readonly file: number;
  readonly at: number;
  /** what the byte is combined with; never 0, so that it is another afterwards */
  readonly flips: number;
  readonly isOfAnyFile: boolean;
}

/** A changed byte, chosen by numbers. */
export const changedBytes: fc.Arbitrary<ChangedByte> = fc.record({
  file: fc.nat(),
  at: fc.nat(),
  flips: fc.integer({ min: 1, max: 255 }),
  isOfAnyFile: fc.boolean(),
});

/** Which file of a bundle a changed byte is in, and where. */
export const placeIn = (files: Files, { file, at, isOfAnyFile }: ChangedByte) => {
  const filled = [...files].filter(([, bytes]) => bytes.length > 0);
  if (isOfAnyFile) {
    const [path, bytes] = pick(filled, file);
    return { path, bytes, at: at % bytes.length };
  }
  let left = at % filled.reduce((sum, [, { length }]) => sum + length, 0);
  const [path, bytes] =
    filled.find(([, { length }]) => {
      if (left < length) return true;
      left -= length;
      return false;
    }) ?? pick(filled, 0);
  return { path, bytes, at: left };
};
