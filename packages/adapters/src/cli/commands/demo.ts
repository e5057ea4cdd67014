import {
  both,
  type Instant,
  type MunicipalityCode,
  parseMoment,
  type Sentence,
  type StoredEvent,
} from '@burgernet/domain';
import { annualReport, ReadModels } from '@burgernet/projections';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { firstValueFrom, map } from 'rxjs';
import type { EventStore, StoreError } from '../../event-store/port.js';
import { isStoreError } from '../../event-store/store-error.js';
import { tablesOf2021 } from '../../interchange/tables/read-tables.js';
import type { ReconstructedEvent } from '../../interchange/tables/recording.js';
import { actsAsSystem } from '../acts-as-system.js';
import type { Context, Done, Run } from '../context.js';
import { draw } from '../draw.js';
import { type Failure, failureOf } from '../failure.js';
import { municipalityNames } from '../known-municipalities.js';
import { regionOr, yearOr } from '../question.js';
import { readInto, withStore } from '../reading.js';
import { storeFailure } from '../store-failure.js';
import { historyOf, importInto } from '../tables-import.js';
import { writeWhole } from '../write-whole.js';

const year = 2021;
/** When the late successes and the publication of the demo were registered, in Amsterdam. */
const registeredAt: E.Either<Failure, Instant> = pipe(
  parseMoment('2022-02-01T12:00'),
  E.mapLeft(failureOf(2)),
);
const page = 'report.html';

/** What became of the demo's history in this store. */
type Outcome = 'imported' | 'completed' | 'complete' | 'another';

/** The first event of the log; nothing in an empty one. */
const firstOf = (store: EventStore): TE.TaskEither<StoreError, StoredEvent | undefined> =>
  TE.tryCatch(
    () =>
      firstValueFrom(store.replay({ upTo: 1 }).pipe(map(({ events: [event] }) => event)), {
        defaultValue: undefined,
      }),
    (thrown) => {
      if (isStoreError(thrown)) return thrown;
      throw thrown;
    },
  );

/** Where the log stands: empty, beginning as the demo's history does, or with something else. */
const standing = (
  { options }: Context,
  store: EventStore,
  [first]: ReadonlyArray<ReconstructedEvent>,
): TE.TaskEither<Failure, 'empty' | 'begun' | 'another'> =>
  pipe(
    firstOf(store),
    TE.bimap(storeFailure(options.store), (stored) => {
      if (stored === undefined) return 'empty';
      return stored.eventId === first?.event.eventId ? 'begun' : 'another';
    }),
  );

/** Brings the demo's history into a store that is empty or has a part of it, and into no other. */
const bringIn = (
  context: Context,
  store: EventStore,
  history: ReadonlyArray<ReconstructedEvent>,
): TE.TaskEither<Failure, Outcome> =>
  pipe(
    standing(context, store, history),
    TE.chain((stands) =>
      stands === 'another'
        ? TE.right<Failure, Outcome>('another')
        : pipe(
            importInto(context, store, history),
            TE.map(({ taken }): Outcome => {
              if (taken === 0) return 'complete';
              return stands === 'empty' ? 'imported' : 'completed';
            }),
            TE.orElse((failure) =>
              failure.code === 'OtherHistory' ? TE.right<Failure, Outcome>('another') : TE.left(failure),
            ),
          ),
    ),
  );

const said: Readonly<Record<Outcome, Sentence | undefined>> = {
  imported: both(
    'The published tables of 2021 were imported, as a reconstructed history.',
    'De gepubliceerde tabellen van 2021 zijn geïmporteerd, als gereconstrueerde geschiedenis.',
  ),
  completed: both(
    'The history of 2021 was half imported and is complete now.',
    'De geschiedenis van 2021 was half geïmporteerd en is nu compleet.',
  ),
  complete: undefined,
  another: both(
    "The store has another history than the demo's: the report is about that one, and nothing was imported.",
    'De opslag heeft een andere geschiedenis dan die van de demo: het rapport gaat daarover, en er is niets geïmporteerd.',
  ),
};

/** Reports on the store as it is: printed, and as a page in the current folder. */
const reportOn = (context: Context, models: ReadModels, asked: number | undefined) =>
  pipe(
    TE.Do,
    TE.bind('names', () => municipalityNames),
    TE.bind('year', () => TE.fromEither(yearOr(asked, models))),
    TE.chain(({ names, year }) => {
      const { options, terminal } = context;
      const report = annualReport(models, year, 'latest', regionOr(undefined, models));
      const drawing = {
        lang: options.language,
        municipalityName: (code: MunicipalityCode) => names.get(code) ?? code,
      };
      return pipe(
        TE.fromTask<string, Failure>(draw('html', report, drawing)),
        TE.chain((drawn) => writeWhole(page, drawn)),
        TE.chainTaskK(() => draw(options.json ? 'json' : 'text', report, drawing)),
        TE.chainTaskK((drawn) => () => terminal.print(drawn)),
        TE.map(() =>
          terminal.note(
            both(`The page with plots is in ${page}.`, `De pagina met grafieken staat in ${page}.`),
          ),
        ),
      );
    }),
  );

/**
 * `burgernet demo`: the published tables of 2021 as a history, and the report of its replay. A store
 * that has another history is reported on as it is.
 */
export const demo: Run = (context) =>
  pipe(
    TE.fromEither(actsAsSystem('demo', context.options)),
    TE.chain(() => TE.fromEither(registeredAt)),
    TE.chain((moment) => historyOf(tablesOf2021, year, moment)),
    TE.chain((history) =>
      withStore(context, 'write', (store) =>
        pipe(
          bringIn(context, store, history),
          TE.chain((outcome) => {
            const sentence = said[outcome];
            if (sentence !== undefined) context.terminal.note(sentence);
            return pipe(
              readInto(context, store, new ReadModels()),
              TE.map((models) => ({ models, year: outcome === 'another' ? undefined : year })),
            );
          }),
        ),
      ),
    ),
    TE.chain(({ models, year: asked }) => reportOn(context, models, asked)),
    TE.map((): Done => 0),
  );
