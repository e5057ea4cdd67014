import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { type ExportOptions, exportEvents } from '../../interchange/export-events.js';
import type { Done, Run } from '../context.js';
import { type Failure, optional, usage } from '../failure.js';
import { text } from '../given.js';
import { withStore } from '../reading.js';
import { storeFailure } from '../store-failure.js';
import type { Terminal } from '../terminal.js';

const readFormat = (given: string): E.Either<Failure, ExportOptions['format']> =>
  given === 'ndjson' || given === 'cloudevents'
    ? E.right(given)
    : E.left(
        usage(
          'UnknownFormat',
          `Events are not exported as "${given}"; choose --format ndjson or --format cloudevents.`,
          `Gebeurtenissen worden niet als "${given}" geëxporteerd; kies --format ndjson of --format cloudevents.`,
          { given, formats: ['ndjson', 'cloudevents'] },
        ),
      );

/** Writes lines as they come. */
const asLines = (print: Terminal['print']) => ({
  write: (lines: string) => () => print(lines),
  end: () => Promise.resolve(),
});

/** Writes lines, each a JSON value, as one JSON value. */
const asArray = (print: Terminal['print']) => {
  let before = '[';
  return {
    write: (lines: string) => () => {
      const text = `${before}${lines.trimEnd().replaceAll('\n', ',\n')}`;
      before = ',\n';
      return print(text);
    },
    end: () => print(before === '[' ? '[]\n' : ']\n'),
  };
};

/** `burgernet export`: the events in log order, one a line; with `--json` all in one array. */
export const exportLog: Run = (context, given) => {
  const { terminal, options } = context;
  const out = (options.json ? asArray : asLines)(terminal.print);
  return pipe(
    TE.fromEither(optional(text(given, 'format'), readFormat)),
    TE.chain((format = 'ndjson') =>
      withStore(context, 'read', (store) =>
        pipe(exportEvents(store, { format }, out.write), TE.mapLeft(storeFailure(options.store))),
      ),
    ),
    TE.chainTaskK(() => out.end),
    TE.map((): Done => 0),
  );
};
