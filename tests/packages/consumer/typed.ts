// What another service writes, for every compiler that it may have.
import { load, memoryStore, openStore } from '@burgernet/adapters';
import { type DomainEvent, domainRegistry, kindOf } from '@burgernet/domain';
import {
  ActionCommand,
  type ActionState,
  actionDecider,
  decideAction,
  decodePlain,
  evolveAction,
  type SuccessMarked,
} from '@burgernet/domain/action';
import type { decideMailing, MailingState } from '@burgernet/domain/mailing';
import { MunicipalityCommand } from '@burgernet/domain/municipality';
import { FiguresPublished } from '@burgernet/domain/publication';
import { ConsultationReason } from '@burgernet/domain/vault';
import { definitionOf, Figures, ReadModels } from '@burgernet/projections';

/** The action after a command from outside, or a sentence. */
export const told = (body: unknown, action: ActionState | undefined): ActionState | string | undefined => {
  const command = decodePlain(ActionCommand, body);
  if (!command.ok) return command.problem;
  const decided = decideAction(command.value, action);
  if (!decided.ok) {
    // A refusal is told apart by its tag, and has the facts of that tag.
    return decided.rejection.tag === 'RunTimeOver'
      ? decided.rejection.facts.runsUntil
      : decided.rejection.text.nl;
  }
  return decided.events.reduce<ActionState | undefined>(
    (state, event) => evolveAction(state, event, command.value.recordedAt),
    action,
  );
};

/** The line of a marking; other events have none. */
export const lineOf = (event: DomainEvent): SuccessMarked['line'] | undefined =>
  event.type === 'SuccessMarked' ? event.data.line : undefined;

// @ts-expect-error a line is one of those that there are
export const wrong: SuccessMarked['line'] = 'telephone';
// @ts-expect-error a moment is decoded before it is used
export const text: SuccessMarked['foundAt'] = { moment: '2021-05-14T18:03:00.000Z', precision: 'instant' };

export const kinds = [actionDecider.kind, kindOf] as const;
export const sent = (state: MailingState | undefined): Parameters<typeof decideMailing>[1] => state;
export const codecs = [MunicipalityCommand, FiguresPublished, ConsultationReason] as const;

export const share = async (url: string | undefined): Promise<string> => {
  const opened = url === undefined ? undefined : await openStore(url, 'read')();
  if (opened?._tag === 'Left') return opened.left.text.en;
  const models = await load(opened?.right ?? memoryStore(), domainRegistry(), new ReadModels())();
  const definition = definitionOf('success.full');
  if (models._tag === 'Left' || definition === undefined) return 'none';
  const value = new Figures(models.right, 'latest').value(definition, { year: 2021 });
  return value.kind === 'ratio' ? String(value.percentage) : 'none';
};
