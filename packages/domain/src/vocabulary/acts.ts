import type { Sentence } from '../rejection.js';
import { both } from '../rejection.js';
import type { Role } from './codes.js';

/** What each command does, as a refusal says it: "only a coordinator may ...". */
export const acts = {
  StartAction: both('start an action', 'een actie starten'),
  ChangeAction: both('change an action', 'een actie wijzigen'),
  ExtendRunTime: both('extend the run time', 'de looptijd verlengen'),
  EndAction: both('end an action', 'een actie beëindigen'),
  WithdrawAction: both('withdraw an action', 'een actie intrekken'),
  SendClosingMessage: both('send a closing message', 'een afloopbericht versturen'),
  MeasureReach: both('record reach', 'bereik vastleggen'),
  CountShares: both('record how often an action was shared', 'vastleggen hoe vaak een actie is gedeeld'),
  ReceiveResponse: both('record a response', 'een reactie vastleggen'),
  WithdrawResponse: both('withdraw a response', 'een reactie intrekken'),
  AssessResponse: both('assess a response', 'een reactie beoordelen'),
  MarkSuccess: both('mark a success', 'een succes markeren'),
  CorrectSuccess: both('correct a marking', 'een markering corrigeren'),
  WithdrawSuccess: both('withdraw a success', 'een succes intrekken'),
  RuleOutSuccess: both('rule success out', 'succes uitsluiten'),
  WithdrawVerdict: both('withdraw a verdict', 'een oordeel intrekken'),
  ThankParticipants: both('thank participants', 'deelnemers bedanken'),
  WithdrawThanks: both('withdraw thanks', 'een bedankje intrekken'),
  SendMailing: both('send this kind of mailing', 'dit soort mailing versturen'),
  ReceiveMailingResponse: both(
    'record a response to this kind of mailing',
    'een reactie op dit soort mailing vastleggen',
  ),
  AssessMailing: both('assess this kind of mailing', 'dit soort mailing beoordelen'),
  WithdrawMailing: both('withdraw this kind of mailing', 'dit soort mailing intrekken'),
  CountParticipants: both('record a count of participants', 'een telling van deelnemers vastleggen'),
  CountInhabitants: both('record a count of inhabitants', 'een telling van inwoners vastleggen'),
  CountSafetyOfficers: both(
    'record a count of safety officers',
    "een telling van opgeleide OOV'ers vastleggen",
  ),
  CountAppDownloads: both('record a count of downloads', 'een telling van downloads vastleggen'),
  PublishFigures: both('record what was published', 'vastleggen wat gepubliceerd is'),
  ForgetPersonalData: both(
    'have personal data forgotten for this reason',
    'persoonsgegevens om deze reden laten vergeten',
  ),
  ConsultPersonalData: both('read what the vault keeps', 'lezen wat de kluis bewaart'),
} as const satisfies Readonly<Record<string, Sentence>>;
/** What a command is called. */
export type Act = keyof typeof acts;

/** Somebody in a role, as a sentence names them. */
export const roleNames: Readonly<Record<Role, Sentence>> = {
  dispatcher: both('a dispatcher', 'een centralist'),
  coordinator: both('a coordinator', 'een coördinator'),
  'police-team': both('a police team', 'een politieteam'),
  municipality: both('a municipality', 'een gemeente'),
  system: both('the system', 'het systeem'),
};
