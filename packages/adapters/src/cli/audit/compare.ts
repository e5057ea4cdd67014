import { both } from '@burgernet/domain';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { type Compared, compareBundles } from '../../audit/bundle/compare-bundles.js';
import { count } from '../../report/numbers.js';
import type { Done, Run } from '../context.js';
import { failureOf } from '../failure.js';
import { keyAsked, verified } from './verify.js';

const words = (compared: Compared) => {
  if (compared.tag === 'GoesOn')
    return both(
      `The newer bundle begins with all events of the older one, unchanged, and adds ${count(compared.added, 'en')}.`,
      `De nieuwere bundel begint met alle gebeurtenissen van de oudere, onveranderd, en voegt er ${count(compared.added, 'nl')} toe.`,
    );
  const { position, older, newer } = compared;
  const [en, nl] = [
    [older ?? 'no event', newer ?? 'no event'],
    [older ?? 'geen gebeurtenis', newer ?? 'geen gebeurtenis'],
  ] as const;
  return both(
    `The bundles part at position ${position}: the older one has ${en[0]} there, the newer one ${en[1]}.`,
    `De bundels verschillen vanaf positie ${position}: de oudere heeft daar ${nl[0]}, de nieuwere ${nl[1]}.`,
  );
};

/** `burgernet audit compare OLD NEW`: whether nothing that was there has changed since; both are verified. */
export const auditCompare: Run = (context, given, [older = '', newer = '']) =>
  pipe(
    TE.Do,
    TE.bind('key', () => TE.fromEither(keyAsked(given))),
    TE.bind('old', ({ key }) => verified(context, older, key)),
    TE.bind('now', ({ key }) => verified(context, newer, key)),
    TE.chain(({ old, now }) =>
      pipe(
        compareBundles(
          { folder: older, events: old.manifest.events },
          { folder: newer, events: now.manifest.events },
        ),
        TE.mapLeft(failureOf(1)),
      ),
    ),
    TE.chainTaskK((compared) => async (): Promise<Done> => {
      const { terminal, options } = context;
      await terminal.print(
        options.json ? `${JSON.stringify(compared)}\n` : `${words(compared)[options.language]}\n`,
      );
      return compared.tag === 'GoesOn' ? 0 : 1;
    }),
  );
