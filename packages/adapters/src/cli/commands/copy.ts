import { both } from '@burgernet/domain';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { OutcomeUnknown, StoreError } from '../../event-store/port.js';
import { type CopyFault, copyLog } from '../../interchange/copy-log.js';
import { count } from '../../report/numbers.js';
import type { Done, Run } from '../context.js';
import { type Failure, usage } from '../failure.js';
import { text } from '../given.js';
import { withStore } from '../reading.js';
import { storeFailure } from '../store-failure.js';

const copyFailure =
  (url: string) =>
  (error: StoreError | OutcomeUnknown | CopyFault): Failure => {
    switch (error.tag) {
      case 'LogsDiffer':
      case 'EventNotTaken':
        return { status: 1, code: error.tag, text: error.text, details: { position: error.position } };
      default:
        return storeFailure(url)(error);
    }
  };

/** `burgernet copy --to URL`: every event into another store, compared afterwards. */
export const copy: Run = (context, given) => {
  const { options, terminal } = context;
  const to = text(given, 'to');
  if (to === undefined || to === options.store)
    return TE.left(
      usage(
        'NoDestination',
        'Say with --to URL into which other store the events are copied.',
        'Zeg met --to URL naar welke andere opslag de gebeurtenissen worden gekopieerd.',
      ),
    );
  return pipe(
    withStore(context, 'read', (from) =>
      withStore({ ...context, options: { ...options, store: to } }, 'write', (into) =>
        pipe(
          copyLog(from, into, (position) =>
            terminal.progress({
              en: `${count(position, 'en')} events copied`,
              nl: `${count(position, 'nl')} gebeurtenissen gekopieerd`,
            }),
          ),
          TE.mapLeft(copyFailure(to)),
        ),
      ),
    ),
    TE.chainTaskK(({ events, before }) => async () => {
      const said = both(
        `The other store holds all ${count(events, 'en')} events, ${count(events - before, 'en')} of them new; each was compared.`,
        `De andere opslag bevat alle ${count(events, 'nl')} gebeurtenissen, waarvan ${count(events - before, 'nl')} nieuw; elk is vergeleken.`,
      );
      await terminal.print(
        options.json
          ? `${JSON.stringify({ events, copied: events - before })}\n`
          : `${said[options.language]}\n`,
      );
    }),
    TE.map((): Done => 0),
  );
};
