import { both, type Sentence } from '@burgernet/domain';
import { LogCheck } from '@burgernet/projections';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { EventStore, Remark, StoreError } from '../../event-store/port.js';
import { type CountedMore, checkKept } from '../../kept-models/check-kept.js';
import { count } from '../../report/numbers.js';
import type { Context, Done, Run } from '../context.js';
import type { Failure } from '../failure.js';
import { findingWords, remarkWords } from '../finding-words.js';
import { keptBeside, readInto, withStore } from '../reading.js';
import { storeFailure } from '../store-failure.js';

const summary = (check: LogCheck, findings: number): Sentence => {
  const [enEvents, nlEvents] = [count(check.events, 'en'), count(check.events, 'nl')];
  const [enStreams, nlStreams] = [count(check.streams, 'en'), count(check.streams, 'nl')];
  return both(
    `Events read: ${enEvents}, in streams: ${enStreams}. ${findings === 0 ? 'Nothing is wrong with them.' : `Things wrong: ${findings}.`}`,
    `Gelezen gebeurtenissen: ${nlEvents}, in stromen: ${nlStreams}. ${findings === 0 ? 'Er is niets mis mee.' : `Bevindingen: ${findings}.`}`,
  );
};

/** Has the store look at how it keeps the log, where it can: events may read well out of a damaged file. */
const keepsItWell = ({ options, terminal }: Context, store: EventStore): TE.TaskEither<Failure, void> => {
  if (store.checkIntegrity === undefined) return TE.right(undefined);
  terminal.progress(both('checking how the log is kept', 'nakijken hoe het log bewaard is'));
  return pipe(store.checkIntegrity, TE.mapLeft(storeFailure(options.store)));
};

/** What the store says of its streams beside their events, and whether what was kept counted more. */
const remarksOf = (
  { options }: Context,
  store: EventStore,
): TE.TaskEither<Failure, ReadonlyArray<Remark | CountedMore>> => {
  const file = keptBeside(options.store).file;
  return pipe(
    store.remarks ?? TE.right<StoreError, ReadonlyArray<Remark>>([]),
    TE.chain((remarks) =>
      pipe(
        file === undefined ? TE.right(undefined) : checkKept(store, file),
        TE.map((kept) => (kept === undefined ? remarks : [...remarks, kept])),
      ),
    ),
    TE.mapLeft(storeFailure(options.store)),
  );
};

/**
 * `burgernet check`: reads everything once and says what is wrong with it, and what the store leaves out.
 * A store that is damaged itself is a failure, as it is for every command.
 */
export const check: Run = (context) =>
  pipe(
    withStore(context, 'read', (store) =>
      pipe(
        keepsItWell(context, store),
        TE.chain(() => readInto(context, store, new LogCheck())),
        TE.bindTo('checked'),
        TE.bind('remarks', () => remarksOf(context, store)),
      ),
    ),
    TE.chainTaskK(({ checked, remarks }) => async (): Promise<Done> => {
      const { terminal, options } = context;
      const found = checked.findings();
      const findings = [...found, ...remarks];
      const said = [
        ...found.map(findingWords),
        ...remarks.map(remarkWords),
        summary(checked, findings.length),
      ];
      await terminal.print(
        options.json
          ? `${JSON.stringify({ events: checked.events, streams: checked.streams, position: checked.position, findings })}\n`
          : said.map((sentence) => `${sentence[options.language]}\n`).join(''),
      );
      return findings.length === 0 ? 0 : 1;
    }),
  );
