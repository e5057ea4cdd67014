import { both, type Sentence } from '@burgernet/domain';
import { LogCheck } from '@burgernet/projections';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { EventStore, Remark, StoreError } from '../../event-store/port.js';
import { type CountedMore, keptIn, Recount } from '../../kept-models/check-kept.js';
import type { Kept } from '../../kept-models/kept-rows.js';
import { count } from '../../report/numbers.js';
import type { Context, Done, Run } from '../context.js';
import type { Failure } from '../failure.js';
import { findingWords, ofAnotherLog, remarkWords } from '../finding-words.js';
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

/** Up to where read models are kept of the store. That it cannot be read is a note: the log is what is checked. */
const keptOf = ({ options, terminal }: Context): TE.TaskEither<Failure, Kept | undefined> => {
  const { file } = keptBeside(options.store);
  if (file === undefined) return TE.right(undefined);
  return pipe(
    keptIn(file),
    TE.orElse((error): TE.TaskEither<Failure, Kept | undefined> => {
      terminal.note(error.text);
      return TE.right(undefined);
    }),
  );
};

/** What the store says of its streams beside their events, and whether what was kept has counted more. */
const remarksOf = (
  { options, terminal }: Context,
  store: EventStore,
  recount: Recount<LogCheck>,
): TE.TaskEither<Failure, ReadonlyArray<Remark | CountedMore>> =>
  pipe(
    TE.Do,
    TE.bind('remarks', () => store.remarks ?? TE.right<StoreError, ReadonlyArray<Remark>>([])),
    TE.bind('kept', () => recount.verdict(store)),
    TE.bimap(storeFailure(options.store), ({ remarks, kept }) => {
      if (kept?.tag === 'CountedMore') return [...remarks, kept];
      if (kept !== undefined) terminal.note(ofAnotherLog(kept.position));
      return remarks;
    }),
  );

/**
 * `burgernet check`: reads everything once and says what is wrong with it, and what the store leaves out.
 * A store that is damaged itself is a failure, as it is for every command.
 */
export const check: Run = (context) =>
  pipe(
    withStore(context, 'read', (store) =>
      pipe(
        keepsItWell(context, store),
        TE.chain(() => keptOf(context)),
        TE.chain((kept) => readInto(context, store, new Recount(new LogCheck(), kept))),
        TE.bindTo('recount'),
        TE.bind('remarks', ({ recount }) => remarksOf(context, store, recount)),
        TE.map(({ recount, remarks }) => ({ checked: recount.projection, remarks })),
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
