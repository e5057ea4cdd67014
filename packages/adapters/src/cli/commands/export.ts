import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { isSource } from '../../interchange/cloud-event.js';
import { type ExportOptions, exportEvents } from '../../interchange/export-events.js';
import type { Done, Run } from '../context.js';
import { type Failure, optional, usage } from '../failure.js';
import { type Given, text } from '../given.js';
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

const readSource = (given: string): E.Either<Failure, string> =>
  isSource(given)
    ? E.right(given)
    : E.left(
        usage(
          'SourceMalformed',
          `"${given}" is no source of CloudEvents; give a URN such as urn:nld:oin:00000001234567890000:systeem:burgernet.`,
          `"${given}" is geen bron van CloudEvents; geef een URN zoals urn:nld:oin:00000001234567890000:systeem:burgernet.`,
          { given },
        ),
      );

const onlyForCloudEvents = usage(
  'SourceWithoutCloudEvents',
  '--source belongs to --format cloudevents; lines of the other form name no source.',
  '--source hoort bij --format cloudevents; regels van de andere vorm noemen geen bron.',
);

const readOptions = (given: Given): E.Either<Failure, ExportOptions> =>
  pipe(
    E.Do,
    E.bind('format', () => optional(text(given, 'format'), readFormat)),
    E.bind('source', () => optional(text(given, 'source'), readSource)),
    E.chain(({ format = 'ndjson', source }) => {
      if (source === undefined) return E.right({ format });
      return format === 'cloudevents' ? E.right({ format, source }) : E.left(onlyForCloudEvents);
    }),
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
    TE.fromEither(readOptions(given)),
    TE.chain((how) =>
      withStore(context, 'read', (store) =>
        pipe(exportEvents(store, how, out.write), TE.mapLeft(storeFailure(options.store))),
      ),
    ),
    TE.chainTaskK(() => out.end),
    TE.map((): Done => 0),
  );
};
