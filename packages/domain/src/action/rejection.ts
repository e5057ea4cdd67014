import { authoritySentences, roleNotAllowed } from '../authority.js';
import { occurrenceSentences } from '../clock.js';
import { both, type RejectionOf, refusing, type Sentence } from '../rejection.js';
import { local, localApart } from '../time/amsterdam.js';
import type { Precision } from '../time/found-at.js';
import type { Instant } from '../time/instant.js';
import type { ActionStatus, Role } from '../vocabulary/codes.js';
import type { MunicipalityCode, Uuid } from '../vocabulary/identifiers.js';
import type { ActionCommand } from './command.js';

/** A moment of a find as exact as it is known, and no more. */
const asExactAsKnown = (f: { readonly found: Instant; readonly precision: Precision }): Sentence => {
  const shown = local(f.found);
  switch (f.precision) {
    case 'instant':
      return both(shown, shown);
    case 'hour': {
      const hour = shown.slice(0, 13);
      return both(`in the hour from ${hour}:00`, `in het uur vanaf ${hour}:00`);
    }
    case 'day':
      return both(`on ${shown.slice(0, 10)}`, `op ${shown.slice(0, 10)}`);
  }
};

/** What follows only when an action is over. */
const afterTheEnd = {
  ClosingMessageSent: both('a closing message is sent', 'wordt een afloopbericht verstuurd'),
  SuccessRuledOut: both('success is ruled out', 'wordt succes uitgesloten'),
  ParticipantsThanked: both('participants are thanked', 'worden deelnemers bedankt'),
};
/** An event that follows only when an action is over. */
export type AfterTheEnd = keyof typeof afterTheEnd;

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
  ActionIsWithdrawn: (_: { readonly event: string }) =>
    both(
      'The action was withdrawn, and only responses, reach, shares, a closing message and the withdrawal of a success are still recorded on it; start a new action instead.',
      'De actie is ingetrokken, en alleen reacties, bereik, delingen, een afloopbericht en het intrekken van een succes worden er nog op vastgelegd; start een nieuwe actie.',
    ),
  ActionHasEnded: (f: { readonly endedAt: Instant }) =>
    both(
      `The action ended at ${local(f.endedAt)}; start a new one that follows it up.`,
      `De actie is geëindigd op ${local(f.endedAt)}; start een nieuwe actie als vervolg erop.`,
    ),
  ActionStillRunning: (f: { readonly runsUntil: Instant; readonly event: AfterTheEnd }) =>
    both(
      `The action still runs, until ${local(f.runsUntil)}, and ${afterTheEnd[f.event].en} only after its end; wait, or end it first.`,
      `De actie loopt nog, tot ${local(f.runsUntil)}, en pas na het einde ${afterTheEnd[f.event].nl}; wacht, of beëindig haar eerst.`,
    ),
  FixedAfterEnd: (f: { readonly fields: ReadonlyArray<string> }) =>
    both(
      `After the end only type and municipality can change, not ${f.fields.join(', ')}; leave out the rest, or start a new action that follows it up.`,
      `Na het einde kunnen alleen soort en gemeente nog wijzigen, niet ${f.fields.join(', ')}; laat de rest weg, of start een nieuwe actie als vervolg.`,
    ),
  NothingChanges: (_: object) =>
    both(
      'All of that stands there already, so nothing would change; name what differs.',
      'Dat staat er allemaal al, dus er zou niets wijzigen; noem wat er anders is.',
    ),
  RunTimeOver: (f: { readonly runsUntil: Instant }) =>
    both(
      `The run time was over at ${local(f.runsUntil)} and the action ended then; it can no longer be extended or ended otherwise, so start a new one that follows it up.`,
      `De looptijd was om op ${local(f.runsUntil)} en de actie eindigde toen; verlengen of anders beëindigen kan niet meer; start een nieuwe actie als vervolg.`,
    ),
  RunTimeNotForward: (f: { readonly runsUntil: Instant; readonly given: Instant }) =>
    both(
      `The action runs until ${local(f.runsUntil)} already; give a later moment to extend it.`,
      `De actie loopt al tot ${local(f.runsUntil)}; geef een later moment om haar te verlengen.`,
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
      `This is no actual action but ${f.status === 'exercise' ? 'an exercise' : 'a test'}, and that has no successes; mark the success on the actual action that it is of.`,
      `Dit is geen echte actie maar een ${f.status === 'exercise' ? 'oefening' : 'test'}, en die kent geen successen; markeer het succes op de echte actie waar het bij hoort.`,
    ),
  FoundBeforeStart: (f: {
    readonly startedAt: Instant;
    readonly found: Instant;
    readonly precision: Precision;
  }) =>
    both(
      `The find (${asExactAsKnown(f).en}) lies before the start of the action (${local(f.startedAt)}); such a find is no success of it, so correct the moment or mark it on the action that ran then.`,
      `De vondst (${asExactAsKnown(f).nl}) ligt voor het begin van de actie (${local(f.startedAt)}); zij is dan geen succes van deze actie, dus verbeter het tijdstip of markeer het succes bij de actie die toen liep.`,
    ),
  FoundInTheFuture: (f: {
    readonly found: Instant;
    readonly precision: Precision;
    readonly recordedAt: Instant;
  }) => {
    const [found, recordedAt] = localApart(f.found, f.recordedAt);
    const { en, nl } = f.precision === 'instant' ? both(found, found) : asExactAsKnown(f);
    return both(
      `The find (${en}) lies after the moment of recording (${recordedAt}); correct the moment of the find.`,
      `De vondst (${nl}) ligt na het moment van registratie (${recordedAt}); verbeter het tijdstip van de vondst.`,
    );
  },
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
      'Bij deze actie staat geen succes, dus er is niets om voor te bedanken; markeer eerst het succes.',
    ),
  VerdictStands: (_: object) =>
    both(
      'Success was ruled out already; withdraw that verdict if it was wrong.',
      'Succes is al uitgesloten; trek dat oordeel in als het niet klopte.',
    ),
  NoVerdict: (_: object) =>
    both(
      'No verdict stands that could be withdrawn; a success is withdrawn as a success, and an action without either waits for a verdict.',
      'Er staat geen oordeel dat ingetrokken kan worden; een succes wordt als succes ingetrokken, en een actie zonder een van beide wacht nog op een oordeel.',
    ),
  MunicipalityNotConcerned: (f: { readonly municipality: MunicipalityCode }) =>
    both(
      `The action was neither in ${f.municipality} nor touched it; a municipality thanks its own participants, so have the place of the action corrected if it is wrong.`,
      `De actie was niet in ${f.municipality} en raakte die ook niet; een gemeente bedankt haar eigen deelnemers, dus laat de plaats van de actie wijzigen als die niet klopt.`,
    ),
  AlreadyThanked: (f: { readonly municipality: MunicipalityCode }) =>
    both(
      `${f.municipality} thanked its participants already; withdraw those thanks if they were wrong.`,
      `${f.municipality} heeft de deelnemers al bedankt; trek dat bedankje in als het niet klopte.`,
    ),
  NotThanked: (f: { readonly municipality: MunicipalityCode }) =>
    both(
      `No thanks of ${f.municipality} stand that could be withdrawn; see which municipality is meant.`,
      `Er staat geen bedankje van ${f.municipality} dat ingetrokken kan worden; kijk welke gemeente bedoeld is.`,
    ),
  /** who may do it depends on whether the action has ended; `later` are those who may then, where it has not */
  RoleNotAllowed: (f: {
    readonly command: ActionCommand['type'];
    readonly role: Role;
    readonly allowed: ReadonlyArray<Role>;
    readonly ended: boolean;
    readonly later: ReadonlyArray<Role>;
  }) => roleNotAllowed(f.command, f.role, f.allowed, f.later),
};

/** Why a command on an action is refused, or why an event conflicts with its stream. */
export type ActionRejection = RejectionOf<typeof actionSentences>;

/** A refusal with this tag and these facts. */
export const refuse = refusing(actionSentences);
