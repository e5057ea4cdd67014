import {
  type ActionCommand,
  type ActionEvent,
  type ActionRejection,
  type ActionState,
  actionCommands,
  actionDecider,
  type DomainEvent,
  defaultPrefix,
  type Given,
  type Instant,
  isActionEvent,
  isMailingEvent,
  isMunicipalityEvent,
  isPublicationEvent,
  isVaultEvent,
  type MailingCommand,
  type MailingEvent,
  type MailingRejection,
  type MailingState,
  type MunicipalityCommand,
  type MunicipalityEvent,
  type MunicipalityRejection,
  type MunicipalityState,
  mailingCommands,
  mailingDecider,
  municipalityCommands,
  municipalityDecider,
  type PublicationCommand,
  type PublicationEvent,
  type PublicationRejection,
  type PublicationState,
  publicationCommands,
  publicationDecider,
  type Registry,
  type StreamKind,
  streamOf,
  type VaultCommand,
  type VaultEvent,
  type VaultRejection,
  type VaultState,
  vaultCommands,
  vaultDecider,
} from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import { type Asked, type Codecs, readAsked } from './asked.js';
import type { CommandFault } from './rejection.js';
import { type Aggregate, type Asking, foldStream, type StreamFold } from './stream-fold.js';

/** Why the domain refuses a command on its aggregate. */
export type DomainRejection =
  | ActionRejection
  | MailingRejection
  | MunicipalityRejection
  | PublicationRejection
  | VaultRejection;

/** Decodes what is asked of one kind of stream, and says of it on what, by whom and when. */
const reading = <C extends Codecs>(kind: StreamKind, codecs: C) => {
  const read = readAsked(kind, codecs);
  return ({ type, data, id, by }: Asking, recordedAt: Instant): E.Either<CommandFault, Given & Asked<C>> => {
    const asked = read(type, data);
    return E.isLeft(asked) ? asked : E.right({ id, by, recordedAt, ...asked.right });
  };
};

const action: Aggregate<ActionCommand, ActionEvent, ActionState, ActionRejection> = {
  decider: actionDecider,
  isEvent: isActionEvent,
  read: reading('action', actionCommands),
};
const mailing: Aggregate<MailingCommand, MailingEvent, MailingState, MailingRejection> = {
  decider: mailingDecider,
  isEvent: isMailingEvent,
  read: reading('mailing', mailingCommands),
};
const municipality: Aggregate<
  MunicipalityCommand,
  MunicipalityEvent,
  MunicipalityState,
  MunicipalityRejection
> = {
  decider: municipalityDecider,
  isEvent: isMunicipalityEvent,
  read: reading('municipality', municipalityCommands),
};
const publication: Aggregate<PublicationCommand, PublicationEvent, PublicationState, PublicationRejection> = {
  decider: publicationDecider,
  isEvent: isPublicationEvent,
  read: reading('publication', publicationCommands),
};
const vault: Aggregate<VaultCommand, VaultEvent, VaultState, VaultRejection> = {
  decider: vaultDecider,
  isEvent: isVaultEvent,
  read: reading('vault', vaultCommands),
};

/** Opens a stream of any kind to be folded, empty at first. */
export const openStream =
  (registry: Registry<DomainEvent>, prefix: string = defaultPrefix) =>
  (kind: StreamKind, id: string): StreamFold<DomainRejection> => {
    const name = streamOf(kind, id, prefix);
    switch (kind) {
      case 'action':
        return foldStream(action, registry, id, name);
      case 'mailing':
        return foldStream(mailing, registry, id, name);
      case 'municipality':
        return foldStream(municipality, registry, id, name);
      case 'publication':
        return foldStream(publication, registry, id, name);
      case 'vault':
        return foldStream(vault, registry, id, name);
    }
  };
