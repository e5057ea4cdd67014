import { authoritySentences } from '../authority.js';
import { occurrenceSentences } from '../clock.js';
import { both, type RejectionOf, refusing } from '../rejection.js';
import { local } from '../time/amsterdam.js';
import type { Instant } from '../time/instant.js';
import type { ActionStatus, Role } from '../vocabulary/codes.js';
import type { MunicipalityCode, Uuid } from '../vocabulary/identifiers.js';

/** Every rule of an action, by the tag of its refusal. */
export const actionSentences = {
  ...occurrenceSentences,
  NotItsMunicipality: authoritySentences.NotItsMunicipality,
  ActionUnknown: (_: object) =>
    both('There is no such action; start it first.', 'Deze actie bestaat niet; start haar eerst.'),
  ActionExists: (f: { readonly startedAt: Instant }) =>
    both(
      `This action was started at ${local(f.startedAt)} already; give a new action another id.`,
      `Deze actie is al gestart op ${local(f.startedAt)}; geef een nieuwe actie een ander id.`,
    ),
  RunTimeEmpty: (f: { readonly startedAt: Instant; readonly runsUntil: Instant }) =>
    both(
      `The run time would end (${local(f.runsUntil)}) before it starts (${local(f.startedAt)}); give a later end.`,
      `De looptijd zou eindigen (${local(f.runsUntil)}) voordat zij begint (${local(f.startedAt)}); geef een later einde.`,
    ),
  ActionIsWithdrawn: (f: { readonly event: string }) =>
    both(
      `The action was withdrawn, and ${f.event} no longer applies to it; start a new action instead.`,
      `De actie is ingetrokken, en ${f.event} is er niet meer op van toepassing; start een nieuwe actie.`,
    ),
  ActionHasEnded: (f: { readonly endedAt: Instant }) =>
    both(
      `The action ended at ${local(f.endedAt)}; start a new one that follows it up.`,
      `De actie is geëindigd op ${local(f.endedAt)}; start een nieuwe actie als vervolg erop.`,
    ),
  ActionStillRunning: (f: { readonly runsUntil: Instant; readonly event: string }) =>
    both(
      `The action still runs, until ${local(f.runsUntil)}; ${f.event} is for after its end.`,
      `De actie loopt nog, tot ${local(f.runsUntil)}; ${f.event} kan pas na het einde.`,
    ),
  FixedAfterEnd: (f: { readonly fields: ReadonlyArray<string> }) =>
    both(
      `After the end only type and municipality can change, not ${f.fields.join(', ')}.`,
      `Na het einde kunnen alleen type en gemeente nog wijzigen, niet ${f.fields.join(', ')}.`,
    ),
  NothingChanges: (_: object) =>
    both('Nothing would change; name what differs.', 'Er zou niets wijzigen; noem wat er anders is.'),
  RunTimeOver: (f: { readonly runsUntil: Instant }) =>
    both(
      `The run time was over at ${local(f.runsUntil)} and the action ended then; it can no longer be extended or ended otherwise.`,
      `De looptijd was om op ${local(f.runsUntil)} en de actie eindigde toen; verlengen of anders beëindigen kan niet meer.`,
    ),
  RunTimeNotForward: (f: { readonly runsUntil: Instant; readonly given: Instant }) =>
    both(
      `The action runs until ${local(f.runsUntil)} already; an extension names a later moment than that.`,
      `De actie loopt al tot ${local(f.runsUntil)}; een verlenging noemt een later moment.`,
    ),
  EndBeforeStart: (f: { readonly startedAt: Instant; readonly endedAt: Instant }) =>
    both(
      `The end (${local(f.endedAt)}) lies before the start (${local(f.startedAt)}); give a later end.`,
      `Het einde (${local(f.endedAt)}) ligt voor het begin (${local(f.startedAt)}); geef een later einde.`,
    ),
  ResponseExists: (f: { readonly responseId: Uuid }) =>
    both(
      `Response ${f.responseId} was recorded already; give a new response another id.`,
      `Reactie ${f.responseId} is al geregistreerd; geef een nieuwe reactie een ander id.`,
    ),
  ResponseUnknown: (f: { readonly responseId: Uuid }) =>
    both(
      `This action has no response ${f.responseId}; record it first.`,
      `Deze actie heeft geen reactie ${f.responseId}; registreer die eerst.`,
    ),
  ResponseIsWithdrawn: (f: { readonly responseId: Uuid }) =>
    both(
      `Response ${f.responseId} was withdrawn; record it anew under another id.`,
      `Reactie ${f.responseId} is ingetrokken; registreer haar opnieuw onder een ander id.`,
    ),
  ResponseBeforeStart: (f: { readonly startedAt: Instant; readonly receivedAt: Instant }) =>
    both(
      `The response (${local(f.receivedAt)}) came before the action started (${local(f.startedAt)}); it belongs to no action, or to another one.`,
      `De reactie (${local(f.receivedAt)}) kwam voor het begin van de actie (${local(f.startedAt)}); zij hoort bij geen of een andere actie.`,
    ),
  EntryContradictsLine: (f: { readonly entry: string }) =>
    both(
      `What comes over the line "app" came in by the app, not by "${f.entry}"; make the entry "app".`,
      `Wat over de lijn "app" komt, kwam binnen via de app, niet via "${f.entry}"; maak de ingang "app".`,
    ),
  ActionNotActual: (f: { readonly status: ActionStatus }) =>
    both(
      `This is no actual action but one for ${f.status}; it has no successes.`,
      `Dit is geen echte actie maar een voor ${f.status === 'exercise' ? 'oefening' : 'test'}; die kent geen successen.`,
    ),
  FoundBeforeStart: (f: { readonly startedAt: Instant; readonly found: Instant }) =>
    both(
      `The find (${local(f.found)}) lies before the start of the action (${local(f.startedAt)}); such a find is no success of it.`,
      `De vondst (${local(f.found)}) ligt voor het begin van de actie (${local(f.startedAt)}); zo'n vondst is er geen succes van.`,
    ),
  SuccessExists: (f: { readonly successId: Uuid }) =>
    both(
      `Success ${f.successId} was marked already; correct it, or give another one another id.`,
      `Succes ${f.successId} is al gemarkeerd; corrigeer het, of geef een ander succes een ander id.`,
    ),
  SuccessUnknown: (f: { readonly successId: Uuid }) =>
    both(
      `This action has no success ${f.successId}; mark it first.`,
      `Deze actie heeft geen succes ${f.successId}; markeer het eerst.`,
    ),
  SuccessIsWithdrawn: (f: { readonly successId: Uuid }) =>
    both(
      `Success ${f.successId} was withdrawn; mark it anew under another id.`,
      `Succes ${f.successId} is ingetrokken; markeer het opnieuw onder een ander id.`,
    ),
  SuccessStands: (f: { readonly successId: Uuid }) =>
    both(
      `A success stands (${f.successId}); withdraw it before ruling success out.`,
      `Er staat een succes (${f.successId}); trek het in voordat u succes uitsluit.`,
    ),
  NoSuccessStands: (_: object) =>
    both(
      'No success of this action stands, so there is nothing to thank for; mark the success first.',
      'Van deze actie staat geen succes, dus er is niets om voor te bedanken; markeer eerst het succes.',
    ),
  VerdictStands: (_: object) =>
    both(
      'Success was ruled out already; withdraw that verdict if it was wrong.',
      'Succes is al uitgesloten; trek dat oordeel in als het niet klopte.',
    ),
  NoVerdict: (_: object) =>
    both('No verdict stands that could be withdrawn.', 'Er staat geen oordeel dat ingetrokken kan worden.'),
  MunicipalityNotConcerned: (f: { readonly municipality: MunicipalityCode }) =>
    both(
      `The action was neither in ${f.municipality} nor touched it; a municipality thanks its own participants.`,
      `De actie was niet in ${f.municipality} en raakte die ook niet; een gemeente bedankt haar eigen deelnemers.`,
    ),
  AlreadyThanked: (f: { readonly municipality: MunicipalityCode }) =>
    both(
      `${f.municipality} thanked its participants already.`,
      `${f.municipality} heeft de deelnemers al bedankt.`,
    ),
  NotThanked: (f: { readonly municipality: MunicipalityCode }) =>
    both(
      `No thanks of ${f.municipality} stand that could be withdrawn.`,
      `Er staat geen dank van ${f.municipality} die ingetrokken kan worden.`,
    ),
  /** who may do it depends on whether the action has ended */
  RoleNotAllowed: (f: {
    readonly command: string;
    readonly role: Role;
    readonly allowed: ReadonlyArray<Role>;
    readonly ended: boolean;
  }) =>
    both(
      `${f.command} is not for the role ${f.role}${f.ended ? ' after the end of an action' : ''}; it is for ${f.allowed.join(' or ')}.`,
      `${f.command} is niet voor de rol ${f.role}${f.ended ? ' na het einde van een actie' : ''}; wel voor ${f.allowed.join(' of ')}.`,
    ),
};

/** Why a command on an action is refused, or why an event conflicts with its stream. */
export type ActionRejection = RejectionOf<typeof actionSentences>;

/** A refusal with this tag and these facts. */
export const refuse = refusing(actionSentences);
