import { both, type DomainEvent, fromEpoch, parseMoment, toEpoch } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { derivedId } from '../../commands/event-id.js';
import { failureOf, refusal, usage } from '../failure.js';
import { text } from '../given.js';
import type { Default } from './form.js';

/** This value. */
export const always =
  (value: unknown): Default =>
  () =>
    TE.right(value);

/** The moment at which the command is given. */
export const now: Default = ({ now: moment }) => TE.right(moment);

/** An id that derives from the command's, so that a repeat is the same. */
export const newIdOf =
  (what: string): Default =>
  ({ commandId }) =>
    TE.right(derivedId(`${what}/${commandId}`));

/** The only region of which the store has figures. */
export const onlyRegion: Default = ({ models }) =>
  pipe(
    models,
    TE.chainEitherK(({ ledger }) => {
      const [only, ...others] = ledger.regions();
      return only !== undefined && others.length === 0
        ? E.right(only)
        : E.left(
            usage(
              'RegionMissing',
              'Say with --region which police region it is about; the store does not have exactly one.',
              'Zeg met --region om welke politieregio het gaat; de opslag heeft er niet precies één.',
            ),
          );
    }),
  );

/** The code of the municipality that acts. */
export const ownMunicipality: Default = ({ by }) =>
  by.role === 'municipality'
    ? TE.right(by.name)
    : TE.left(
        usage(
          'MunicipalityMissing',
          'Say with --municipality which municipality it is about, or act as one with --as municipality:GM0344.',
          'Zeg met --municipality om welke gemeente het gaat, of handel als gemeente met --as municipality:GM0344.',
        ),
      );

/** The end of the run time: so many minutes after the start. */
export const endAfterMinutes: Default = ({ given, said, now: moment }) => {
  const minutes = text(given, 'minutes');
  if (minutes === undefined)
    return TE.left(
      usage(
        'EndMissing',
        'Say with --until MOMENT until when the action runs, or with --minutes N for how long.',
        'Zeg met --until TIJDSTIP tot wanneer de actie loopt, of met --minutes N hoe lang.',
      ),
    );
  if (!/^[1-9][0-9]{0,5}$/.test(minutes))
    return TE.left(
      usage(
        'NotANumberOfMinutes',
        `"${minutes}" is no number of minutes; give a whole number such as --minutes 60.`,
        `"${minutes}" is geen aantal minuten; geef een geheel getal, zoals --minutes 60.`,
        { given: minutes },
      ),
    );
  const start = said.get('startedAt');
  return TE.fromEither(
    pipe(
      typeof start === 'string' ? parseMoment(start) : E.right(moment),
      E.bimap(
        ({ tag, text: sentence, given: wrong }) =>
          failureOf(2)({ tag, text: sentence, facts: { given: wrong } }),
        (started) => fromEpoch(toEpoch(started) + Number(minutes) * 60_000),
      ),
    ),
  );
};

/** The ids of what stands in an action. */
const standing = (events: ReadonlyArray<DomainEvent>): ReadonlyArray<string> => {
  const ids = new Set<string>();
  for (const { type, data } of events) {
    if (type === 'SuccessMarked') ids.add(data.successId);
    if (type === 'SuccessWithdrawn') ids.delete(data.successId);
  }
  return [...ids];
};

/** The only success of the action that stands. */
export const onlySuccess: Default = ({ events }) => {
  const ids = standing(events);
  const [only, ...others] = ids;
  if (only === undefined)
    return TE.left(
      refusal(
        'NoSuccessStands',
        'No success of this action stands; mark one first.',
        'Bij deze actie staat geen succes; markeer er eerst een.',
      ),
    );
  if (others.length === 0) return TE.right(only);
  const text = both(
    `More than one success of this action stands; name one of ${ids.join(', ')}.`,
    `Van deze actie staat meer dan één succes; noem een van ${ids.join(', ')}.`,
  );
  return TE.left({ status: 1, code: 'AmbiguousId', text, details: { candidates: ids } });
};

/** By what a response came in, as far as its line says it. */
export const entryOfLine: Default = ({ said }) => {
  const line = said.get('line');
  return TE.right(line === 'app' || line === 'mail' ? line : 'unknown');
};
