import { both, type Instant, type RejectionOf, refusing } from '@burgernet/domain';

/** Where a mistake stands. Lines count from 1, the line of the column names. */
export interface Place {
  readonly file: string;
  readonly line?: number;
}

const en = ({ file, line }: Place): string => (line === undefined ? file : `${file}, line ${line}`);
const nl = ({ file, line }: Place): string => (line === undefined ? file : `${file}, regel ${line}`);

/** What can be wrong with a folder of published tables, or with the history asked of it. */
export const tablesSentences = {
  FolderMissing: (f: { readonly folder: string }) =>
    both(
      `There is no folder ${f.folder}; give the path of a folder of tables.`,
      `Er is geen map ${f.folder}; geef het pad van een map met tabellen.`,
    ),
  FileMissing: (f: Place) =>
    both(
      `The folder has no ${f.file}; the README of the data folder says what belongs in it.`,
      `In de map ontbreekt ${f.file}; de README van de datamap zegt wat erin hoort.`,
    ),
  FileUnreadable: (f: Place & { readonly why: string }) =>
    both(`${en(f)} cannot be read: ${f.why}.`, `${nl(f)} is niet te lezen: ${f.why}.`),
  NotUtf8: (f: Place) =>
    both(
      `${en(f)} is not UTF-8; save it in that encoding.`,
      `${nl(f)} is geen UTF-8; sla het in die codering op.`,
    ),
  NotJson: (f: Place) => both(`${en(f)} is not JSON.`, `${nl(f)} is geen JSON.`),
  PublicationMalformed: (f: Place & { readonly detail: string }) =>
    both(
      `${en(f)} does not describe a publication: ${f.detail}.`,
      `${nl(f)} beschrijft geen publicatie: ${f.detail}.`,
    ),
  NotCsv: (f: Place & { readonly detail: string }) =>
    both(`${en(f)} is not CSV: ${f.detail}.`, `${nl(f)} is geen CSV: ${f.detail}.`),
  OtherColumns: (f: Place & { readonly expected: string; readonly given: string }) =>
    both(
      `${en(f)}: the columns must be ${f.expected}, not ${f.given}.`,
      `${nl(f)}: de kolommen moeten ${f.expected} zijn, niet ${f.given}.`,
    ),
  OtherWidth: (f: Place & { readonly expected: number; readonly given: number }) =>
    both(
      `${en(f)}: a row has ${f.expected} cells, this one ${f.given}.`,
      `${nl(f)}: een rij heeft ${f.expected} cellen, deze ${f.given}.`,
    ),
  NotANumber: (f: Place & { readonly column: string; readonly given: string }) =>
    both(
      `${en(f)}: "${f.given}" under ${f.column} is no number; write digits only, or leave the cell empty where nothing is stated.`,
      `${nl(f)}: "${f.given}" onder ${f.column} is geen getal; schrijf alleen cijfers, of laat de cel leeg als er niets vermeld is.`,
    ),
  NotACode: (f: Place & { readonly column: string; readonly given: string; readonly wanted: string }) =>
    both(
      `${en(f)}: "${f.given}" under ${f.column} is not a ${f.wanted}.`,
      `${nl(f)}: "${f.given}" onder ${f.column} is geen geldige waarde (${f.wanted}).`,
    ),
  ValueContradictsKind: (f: Place & { readonly figure: string }) =>
    both(
      `${en(f)}: ${f.figure} has a value exactly where its kind is not "not-stated".`,
      `${nl(f)}: ${f.figure} heeft precies dan een waarde als kind niet "not-stated" is.`,
    ),
  UnknownFigure: (f: Place & { readonly figure: string }) =>
    both(
      `${en(f)}: there is no figure "${f.figure}"; correct its name.`,
      `${nl(f)}: er is geen cijfer "${f.figure}"; verbeter de naam.`,
    ),
  UnknownMunicipality: (f: Place & { readonly given: string }) =>
    both(
      `${en(f)}: no municipality is spelled "${f.given}"; add the spelling to municipalities.csv if it is one.`,
      `${nl(f)}: geen gemeente wordt als "${f.given}" geschreven; zet die schrijfwijze in municipalities.csv als zij er een is.`,
    ),
  RowTwice: (f: Place & { readonly what: string; readonly first: number }) =>
    both(
      `${en(f)}: ${f.what} stands in line ${f.first} already.`,
      `${nl(f)}: ${f.what} staat al in regel ${f.first}.`,
    ),
  OtherYear: (f: Place & { readonly published: number; readonly asked: number }) =>
    both(
      `These tables are of ${f.published}, not of ${f.asked}; ask for ${f.published} or give another folder.`,
      `Deze tabellen zijn van ${f.published}, niet van ${f.asked}; vraag om ${f.published} of geef een andere map.`,
    ),
  RegisteredTooEarly: (f: Place & { readonly registeredAt: Instant; readonly from: Instant }) =>
    both(
      `The late successes and the publication were registered after the year: at ${f.from} or later, not at ${f.registeredAt}.`,
      `De late successen en de publicatie zijn na het jaar geregistreerd: op ${f.from} of later, niet op ${f.registeredAt}.`,
    ),
  MoreRespondedThanActions: (f: Place & { readonly actions: number; readonly withResponse: number }) =>
    both(
      `${en(f)}: ${f.withResponse} of ${f.actions} actions cannot have had a response.`,
      `${nl(f)}: van ${f.actions} acties kunnen er geen ${f.withResponse} een reactie hebben gehad.`,
    ),
  TooFewResponses: (f: Place & { readonly withResponse: number; readonly responses: number }) =>
    both(
      `${en(f)}: ${f.responses} responses are too few for ${f.withResponse} actions with a response.`,
      `${nl(f)}: ${f.responses} reacties zijn te weinig voor ${f.withResponse} acties met een reactie.`,
    ),
  ResponsesWithoutAction: (f: Place & { readonly responses: number }) =>
    both(
      `${en(f)}: ${f.responses} responses belong to no action, because none is stated to have a response.`,
      `${nl(f)}: ${f.responses} reacties horen bij geen actie, want er is geen actie met reactie vermeld.`,
    ),
  MoreTypedThanActions: (f: Place & { readonly typed: number; readonly actions: number }) =>
    both(
      `${en(f)}: the types add up to ${f.typed}, more than the ${f.actions} actions there are.`,
      `${nl(f)}: de soorten tellen op tot ${f.typed}, meer dan de ${f.actions} acties die er zijn.`,
    ),
  NotOneNumber: (
    f: Place & {
      readonly figure: string;
      readonly percentage: string;
      readonly of: number;
      readonly candidates: number;
    },
  ) =>
    both(
      `${en(f)}: ${f.percentage} % of ${f.of} for ${f.figure} is rounded from ${f.candidates} whole numbers, not from exactly one; state the numerator.`,
      `${nl(f)}: ${f.percentage} % van ${f.of} voor ${f.figure} is de afronding van ${f.candidates} gehele getallen, niet van precies één; vermeld de teller.`,
    ),
  PartExceedsWhole: (
    f: Place & {
      readonly part: string;
      readonly ofPart: number;
      readonly whole: string;
      readonly ofWhole: number;
    },
  ) =>
    both(
      `${en(f)}: ${f.part} is ${f.ofPart}, more than the ${f.ofWhole} of ${f.whole} that it is a part of.`,
      `${nl(f)}: ${f.part} is ${f.ofPart}, meer dan de ${f.ofWhole} van ${f.whole} waar het een deel van is.`,
    ),
  TooFewActionsWithCall: (f: Place & { readonly ticks: number; readonly actions: number }) =>
    both(
      `${en(f)}: ${f.ticks} ticks of the portal each need an action with a call to 0800-0011, and there are ${f.actions}.`,
      `${nl(f)}: ${f.ticks} vinkjes van het portaal vragen elk een actie met een belletje naar 0800-0011, en er zijn er ${f.actions}.`,
    ),
  SendersUnknown: (f: Place & { readonly figure: string }) =>
    both(
      `${en(f)}: mailings are stated, but not how many senders sent them (${f.figure}).`,
      `${nl(f)}: er zijn e-mailacties vermeld, maar niet hoeveel afzenders ze verstuurden (${f.figure}).`,
    ),
};

/** Why a folder is not read, or makes no history: tag, sentence, and the file and line to look at. */
export type TablesError = RejectionOf<typeof tablesSentences>;

/** A mistake with this tag and these facts. */
export const mistake = refusing(tablesSentences);
