import { both, domainRegistry } from '@burgernet/domain';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { importLines } from '../interchange/import-lines.js';
import type {
  ImportError,
  ImportOutcome,
  ImportProgress,
  LineRefusal,
  RefusedLine,
} from '../interchange/import-outcome.js';
import { fileInput, type Input, streamInput } from '../interchange/input.js';
import { count } from '../report/numbers.js';
import type { Context, Done } from './context.js';
import { type Failure, failureOf } from './failure.js';
import type { Language } from './language.js';
import { newId } from './new-id.js';
import { isReadable } from './readable-file.js';
import { withStore } from './reading.js';
import { storeFailure } from './store-failure.js';
import { vaultFailure, withVault } from './with-vault.js';

const importFailure =
  (store: string) =>
  (error: ImportError): Failure => {
    switch (error.tag) {
      case 'VaultError':
        return vaultFailure(error);
      case 'InputUnreadable':
      case 'SpoolFailed':
        return failureOf(1)(error);
      default:
        return storeFailure(store)(error);
    }
  };

const progress = ({ phase, lines }: ImportProgress) =>
  phase === 'reading'
    ? both(`${count(lines, 'en')} lines read`, `${count(lines, 'nl')} regels gelezen`)
    : both(`${count(lines, 'en')} lines taken`, `${count(lines, 'nl')} regels overgenomen`);

const orTables = both(
  ', or import published tables with --tables',
  ', of importeer gepubliceerde tabellen met --tables',
);

/** Refusals of what a line is; all others are of what it asks. */
const doesNotParse: ReadonlySet<LineRefusal['tag']> = new Set([
  'NotUtf8',
  'LineTooLong',
  'NotJson',
  'FieldTwice',
  'FormUnknown',
  'LineMalformed',
  'CommandMalformed',
  'ActorMalformed',
]);

const statusOf = (refused: ReadonlyArray<RefusedLine>): Done => {
  if (refused.length === 0) return 0;
  return refused.some(({ refusal: { tag } }) => doesNotParse.has(tag)) ? 2 : 1;
};

const json = ({ refused, ...counts }: ImportOutcome, language: Language) => ({
  ...counts,
  refused: refused.map(({ file, line, stream, mayBeOfAny, refusal: reason }) => ({
    file,
    line,
    ...(stream === undefined ? {} : { stream }),
    mayBeOfAny,
    code: reason.tag,
    message: reason.text[language],
    details: 'facts' in reason ? reason.facts : {},
  })),
});

/** Why nothing was taken: one sentence, however many lines were held back. */
const nothingTaken = ({ file, line }: RefusedLine) =>
  both(
    `Line ${line} of ${file} names no stream that could be read; nothing was taken, since it may belong to any.`,
    `Regel ${line} van ${file} noemt geen leesbare stroom; er is niets overgenomen, want hij kan bij elke stroom horen.`,
  );

const shown = (outcome: ImportOutcome, language: Language): ReadonlyArray<string> => {
  const { lines, taken, events, repeated, refused, held } = outcome;
  const n = (value: number): string => count(value, language);
  const refusedHere = both('refused', 'geweigerd')[language];
  const heldHere = both(
    'not taken, because another line of its stream, or one that may be, is refused.',
    'niet overgenomen, omdat een andere regel die van de stroom is of kan zijn, is geweigerd.',
  )[language];
  const counts = both(
    `Lines read: ${n(lines)}; taken: ${n(taken)} (events: ${n(events)}); there already: ${n(repeated)}; refused: ${n(refused.length)}; not taken with them: ${n(held.length)}.`,
    `Gelezen regels: ${n(lines)}; overgenomen: ${n(taken)} (gebeurtenissen: ${n(events)}); stonden er al: ${n(repeated)}; geweigerd: ${n(refused.length)}; met hen niet overgenomen: ${n(held.length)}.`,
  )[language];
  const nameless = refused.find(({ mayBeOfAny }) => mayBeOfAny);
  return [
    ...refused.map(
      ({ file, line, refusal: reason }) => `${file}:${line}: ${refusedHere}. ${reason.text[language]}`,
    ),
    ...(nameless === undefined
      ? held.map(({ file, line }) => `${file}:${line}: ${heldHere}`)
      : [nothingTaken(nameless)[language]]),
    counts,
  ];
};

/** `burgernet import FILE...`: events and commands, one JSON value a line; `-` is standard input. */
export const importFiles = (context: Context, files: ReadonlyArray<string>): TE.TaskEither<Failure, Done> => {
  const { options, terminal, stdin } = context;
  const inputs = files.map((file): Input => (file === '-' ? streamInput(file, stdin) : fileInput(file)));
  return pipe(
    files.filter((file) => file !== '-'),
    TE.traverseSeqArray((file) => isReadable(file, orTables)),
    TE.chain(() =>
      withStore(context, 'write', (store) =>
        withVault(context, (vault) =>
          pipe(
            importLines({
              store,
              vault,
              newId,
              registry: domainRegistry(),
              onProgress: (far) => terminal.progress(progress(far)),
            })(inputs),
            TE.mapLeft(importFailure(options.store)),
          ),
        ),
      ),
    ),
    TE.chainTaskK((outcome) => async (): Promise<Done> => {
      await terminal.print(
        options.json
          ? `${JSON.stringify(json(outcome, options.language))}\n`
          : `${shown(outcome, options.language).join('\n')}\n`,
      );
      return statusOf(outcome.refused);
    }),
  );
};
