import type * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { NamedActor } from '../../commands/named-actor.js';
import type { Run } from '../context.js';
import type { Failure } from '../failure.js';
import type { Given } from '../given.js';
import { municipalityNames } from '../known-municipalities.js';
import { newId } from '../new-id.js';
import type { Form } from './form.js';
import { give } from './give.js';
import { readSaid } from './said.js';

/** Who acts, where nobody said so. */
export const nobodySaid: NamedActor = { role: 'system', name: undefined };

/** The ways in which a line can be called. */
export interface Ways {
  readonly forms: readonly [Form, ...ReadonlyArray<Form>];
  /** which of its forms is meant */
  readonly choose: (given: Given, names: ReadonlyArray<string>) => E.Either<Failure, Form>;
}

/** Gives the command that a line means. */
export const runAsking =
  ({ forms, choose }: Ways): Run =>
  (context, given, names) =>
    pipe(
      TE.Do,
      TE.bind('form', () => TE.fromEither(choose(given, names))),
      TE.bind('municipalities', () => municipalityNames),
      TE.bind('said', ({ form, municipalities }) => {
        const args = form.target === 'named' ? names.slice(1) : names;
        const all = forms.flatMap(({ options }) => options);
        return TE.fromEither(readSaid(form, given, args, all, municipalities));
      }),
      TE.chain(({ form, said }) =>
        give(context, {
          form,
          given,
          names,
          said,
          commandId: context.options.id ?? newId(),
          by: context.options.as ?? nobodySaid,
        }),
      ),
    );
