import { both } from '@burgernet/domain';
import { currentDefinitions, type Definition, unknownDimensions } from '@burgernet/projections';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { certificateText, certify } from '../../audit/certificate/certify.js';
import { count } from '../../report/numbers.js';
import type { Done, Run } from '../context.js';
import type { Failure } from '../failure.js';
import { type Asked, askedOf, askIn, readDefinition, readQuestion } from '../figure-question.js';
import type { Given } from '../given.js';
import { readModelsOf, withStore } from '../reading.js';
import { auditFilesOf } from './audit-files.js';
import { checkpointAt, keyOf, signableTreeOf } from './signing.js';

/** The definitions of the figures that are named, each as it can be asked; all that can where none is. */
const definitionsOf = (
  given: Given,
  names: ReadonlyArray<string>,
): E.Either<Failure, ReadonlyArray<Definition>> =>
  pipe(
    names.length === 0 ? currentDefinitions.map(({ name }) => name) : [...new Set(names)],
    E.traverseArray((name) => readDefinition(given, name)),
  );

/** Which of the figures are certified: whoever names one and asks it by what it does not have is told so. */
const answerable = (
  definitions: ReadonlyArray<Definition>,
  names: ReadonlyArray<string>,
  asked: Asked,
): E.Either<Failure, ReadonlyArray<Definition>> =>
  names.length === 0
    ? E.right(definitions.filter((one) => unknownDimensions(one, asked.query).length === 0))
    : pipe(
        definitions,
        E.traverseArray((one) =>
          pipe(
            askedOf(one)(asked),
            E.map(() => one),
          ),
        ),
      );

/**
 * `burgernet audit certify FIGURE ...`: certificates of figures, one a line, each in the bytes that are compared.
 * They are over the log as it is now, for which a checkpoint is signed where there is none.
 */
export const auditCertify: Run = (context, given, names) =>
  withStore(context, 'read', (store) =>
    pipe(
      TE.Do,
      TE.bind('question', () => TE.fromEither(readQuestion(given))),
      TE.bind('definitions', () => TE.fromEither(definitionsOf(given, names))),
      TE.bind('files', () => TE.fromEither(auditFilesOf(context.options.store))),
      // A certificate names places in the log, so they must be those of all events that there were.
      TE.bind('models', () => readModelsOf(context, store, { asOf: { logged: 0 } })),
      TE.bind('asked', ({ models, question }) => askIn(models, given, question)),
      TE.bind('certified', ({ definitions, asked }) => TE.fromEither(answerable(definitions, names, asked))),
      TE.bind('key', ({ files }) => keyOf(context, files)),
      TE.bind('tree', ({ files, key }) => signableTreeOf(context, store, files, key)),
      TE.bind('made', ({ files, key, tree, models }) =>
        pipe(
          checkpointAt(context, files, key, tree, models.position),
          TE.map(({ checkpoint }) => {
            tree.close();
            return checkpoint;
          }),
        ),
      ),
      TE.chainTaskK(({ certified, asked, made: { head } }) => async (): Promise<Done> => {
        const { terminal, options } = context;
        const { models, query, region, asOf } = asked;
        const texts = certified.map((definition) =>
          certificateText(certify(models, head.root, { definition, query, region, asOf })),
        );
        await terminal.print(
          options.json ? `[${texts.join(',')}]\n` : texts.map((text) => `${text}\n`).join(''),
        );
        const events = Number(head.size);
        terminal.note(
          both(
            `Over the first ${count(events, 'en')} events of the log; burgernet audit verify BUNDLE --certificates FILE holds such lines against any bundle with these.`,
            `Over de eerste ${count(events, 'nl')} gebeurtenissen van het log; burgernet audit verify BUNDEL --certificates BESTAND toetst zulke regels aan elke bundel waar die in zitten.`,
          ),
        );
        return 0;
      }),
    ),
  );
