import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { fileInput, type Input, streamInput } from '../../interchange/input.js';
import { linesOf } from '../../interchange/lines.js';
import { isBlank } from '../../interchange/read-line.js';
import { systemCall } from '../../interchange/system-call.js';
import type { MunicipalityNames } from '../asking/field-failure.js';
import { giveAll, type Item } from '../asking/give-all.js';
import { nobodySaid } from '../asking/run-asking.js';
import { readSettlingLine } from '../asking/settling-line.js';
import type { Context, Run } from '../context.js';
import { type Failure, refusal, usage } from '../failure.js';
import { municipalityNames } from '../known-municipalities.js';
import { isReadable } from '../readable-file.js';

const idsOfTheirOwn = usage(
  'IdWithSeveral',
  'Several commands have ids of their own, which derive from their lines or stand in them; leave --id out.',
  'Verschillende opdrachten hebben een eigen id, dat uit de regel volgt of erin staat; laat --id weg.',
);

const unreadable =
  (file: string) =>
  (why: string): Failure =>
    refusal(
      'InputUnreadable',
      `${file} cannot be read (${why}); see whether it is a file of text. Nothing was recorded.`,
      `${file} is niet te lezen (${why}); kijk of het een tekstbestand is. Er is niets vastgelegd.`,
      { file },
    );

const nothingThere = (file: string): Failure =>
  usage(
    'NothingToSettle',
    `${file} has no line that marks or rules out anything; write one JSON object a line.`,
    `${file} heeft geen regel die iets markeert of uitsluit; schrijf één JSON-object per regel.`,
    { file },
  );

const readLines = (
  { options }: Pick<Context, 'options'>,
  { name, chunks }: Input,
  municipalities: MunicipalityNames,
): TE.TaskEither<Failure, ReadonlyArray<Item>> => {
  const read = readSettlingLine(options.as ?? nobodySaid, municipalities);
  return pipe(
    () =>
      systemCall(async () => {
        const items: Item[] = [];
        for await (const line of linesOf(chunks()))
          if (!isBlank(line)) items.push({ at: `${name}:${line.number}`, call: read(line) });
        return items;
      }, unreadable(name)),
    TE.chainEitherK((items) => (items.length === 0 ? E.left(nothingThere(name)) : E.right(items))),
  );
};

const twice = (first: string): Failure =>
  refusal(
    'ActionTwice',
    `The same action stands in ${first} too; settle it in one line.`,
    `Dezelfde actie staat ook in ${first}; handel haar in één regel af.`,
    { first },
  );

/** `burgernet success settle FILE`: marks or rules out several at once; all are decided before any is written. */
export const settle: Run = (context, given, [file = '']) => {
  if (context.options.id !== undefined) return TE.left(idsOfTheirOwn);
  const input = file === '-' ? streamInput(file, context.stdin) : fileInput(file);
  return pipe(
    file === '-' ? TE.right(undefined) : isReadable(file),
    TE.chain(() => municipalityNames),
    TE.chain((municipalities) => readLines(context, input, municipalities)),
    TE.chain((items) =>
      giveAll(context, items, { isDryRun: given['dryRun'] === true, begins: false, twice }),
    ),
  );
};
