import { both, type QuarantineReason, type RejectionOf, refusing, type Uuid } from '@burgernet/domain';
import { clause } from '../commands/clause.js';

/** Why a line of an import is refused, beside what commands are refused for. */
export const lineSentences = {
  NotUtf8: (_: object) =>
    both(
      'The line is not UTF-8; save the file as UTF-8 and import it again.',
      'De regel is geen UTF-8; sla het bestand op als UTF-8 en importeer het opnieuw.',
    ),
  LineTooLong: (f: { readonly most: number }) =>
    both(
      `The line is longer than ${f.most} bytes; write one JSON value a line.`,
      `De regel is langer dan ${f.most} bytes; schrijf één JSON-waarde per regel.`,
    ),
  NotJson: (_: object) =>
    both(
      'The line is not JSON, or was cut off; correct it or fetch the file again.',
      'De regel is geen JSON, of is afgebroken; verbeter hem of haal het bestand opnieuw op.',
    ),
  FieldTwice: (f: { readonly field: string }) =>
    both(
      `The field "${f.field}" stands twice in one object; keep the one that is meant.`,
      `Het veld "${f.field}" staat twee keer in één object; laat alleen het bedoelde staan.`,
    ),
  FormUnknown: (_: object) =>
    both(
      'The line is no event, CloudEvent or command; it needs an "eventId", a "specversion" or a "command".',
      'De regel is geen gebeurtenis, CloudEvent of opdracht; hij heeft een "eventId", een "specversion" of een "command" nodig.',
    ),
  LineMalformed: (f: { readonly form: 'event' | 'CloudEvent' | 'command'; readonly detail: string }) =>
    both(
      `The ${f.form} is not as it should be: ${clause(f.detail)}. Correct the line.`,
      `De regel (${f.form}) is niet zoals het moet: ${clause(f.detail)}. Verbeter hem.`,
    ),
  StreamForeign: (f: { readonly stream: string; readonly prefix: string }) =>
    both(
      `"${f.stream}" is no stream of ours; ours begin with "${f.prefix}." and name an action, mailing, municipality or publication.`,
      `"${f.stream}" is geen stroom van ons; de onze beginnen met "${f.prefix}." en noemen een actie, mailing, gemeente of publicatie.`,
    ),
  EventUnreadable: (f: {
    readonly eventId: string;
    readonly reason: QuarantineReason;
    readonly detail: string;
  }) =>
    both(
      `Event ${f.eventId} cannot be taken (${f.reason}): ${f.detail} Correct the line, or use a release that can read it.`,
      `Gebeurtenis ${f.eventId} kan niet worden overgenomen (${f.reason}): ${f.detail} Verbeter de regel, of gebruik een versie die haar kan lezen.`,
    ),
  EventDiffers: (f: { readonly eventId: string; readonly stream: string }) =>
    both(
      `Stream ${f.stream} has an event ${f.eventId} already that says something else; one of the two was altered.`,
      `Stroom ${f.stream} heeft al een gebeurtenis ${f.eventId} die iets anders zegt; een van beide is veranderd.`,
    ),
  LinesMissing: (f: { readonly stream: string; readonly expected: number; readonly revision: number }) =>
    both(
      `Revision ${f.revision} of ${f.stream} comes where ${f.expected} should; a line is missing or out of order.`,
      `Revisie ${f.revision} van ${f.stream} komt waar ${f.expected} hoort; er ontbreekt een regel of de volgorde klopt niet.`,
    ),
  MomentDiffers: (f: { readonly commandId: Uuid; readonly recordedAt: string; readonly given: string }) =>
    both(
      `Command ${f.commandId} was recorded at ${f.recordedAt} and not at ${f.given}; give this command an id of its own.`,
      `Opdracht ${f.commandId} is geregistreerd op ${f.recordedAt} en niet op ${f.given}; geef deze opdracht een eigen id.`,
    ),
};
/** Why a line is refused: a tag, the facts, and a sentence. */
export type LineFault = RejectionOf<typeof lineSentences>;

/** A refusal with this tag and these facts. */
export const refuse = refusing(lineSentences);
