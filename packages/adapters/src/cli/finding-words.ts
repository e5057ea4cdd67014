import { both, type Sentence } from '@burgernet/domain';
import type { Finding } from '@burgernet/projections';
import type { Remark } from '../event-store/port.js';
import type { CountedMore } from '../kept-models/check-kept.js';

/** What is missing before an event of this revision. */
const missing = (expected: number, revision: number): Sentence => {
  if (expected === 0)
    return both(
      `is the first of its stream that is there, at revision ${revision}: the events before it were deleted or truncated.`,
      `is de eerste van de stroom die er is, op revisie ${revision}: de gebeurtenissen ervoor zijn verwijderd of afgekapt.`,
    );
  return both(
    `has revision ${revision} where ${expected} should follow: what stood between was removed.`,
    `heeft revisie ${revision} waar ${expected} moet volgen: wat ertussen stond, is verwijderd.`,
  );
};

/** What a finding says of the event, behind where it stands. */
const ofEvent = (finding: Finding): Sentence => {
  switch (finding.tag) {
    case 'Quarantined':
      return both(
        `cannot be read (${finding.reason}). ${finding.detail}`,
        `is niet te lezen (${finding.reason}). ${finding.detail}`,
      );
    case 'RecordedBackwards':
      return both(
        `was recorded at ${finding.recordedAt}, before the ${finding.last} that its stream had reached.`,
        `is geregistreerd op ${finding.recordedAt}, voor het ${finding.last} dat de stroom al had bereikt.`,
      );
    case 'RevisionOutOfOrder':
      return finding.revision > finding.expected
        ? missing(finding.expected, finding.revision)
        : both(
            `has revision ${finding.revision} where ${finding.expected} should follow.`,
            `heeft revisie ${finding.revision} waar ${finding.expected} moet volgen.`,
          );
    case 'PositionOutOfOrder':
      return both(
        `stands where position ${finding.expected} should follow.`,
        `staat waar positie ${finding.expected} moet volgen.`,
      );
    case 'EventIdInTwoStreams':
      return both(
        `has the id ${finding.eventId}, which stands in ${finding.other} too.`,
        `heeft het id ${finding.eventId}, dat ook in ${finding.other} staat.`,
      );
  }
};

/** What is wrong with an event of the log. */
export const findingWords = (finding: Finding): Sentence => {
  const { en, nl } = ofEvent(finding);
  const { position, stream, revision } = finding;
  return both(
    `Position ${position}, ${stream} revision ${revision}: ${en}`,
    `Positie ${position}, ${stream} revisie ${revision}: ${nl}`,
  );
};

/** What a store says of one of its streams, or what was kept of it. */
export const remarkWords = (remark: Remark | CountedMore): Sentence => {
  switch (remark.tag) {
    case 'StreamTruncated': {
      const { maxCount, maxAge, before } = remark;
      const limits = [
        ...(maxCount === undefined ? [] : [`$maxCount ${maxCount}`]),
        ...(maxAge === undefined ? [] : [`$maxAge ${maxAge} s`]),
        ...(before === undefined ? [] : [`$tb ${before}`]),
      ].join(', ');
      return both(
        `${remark.stream}: the server leaves out events of it (${limits}); a command on it is decided without them.`,
        `${remark.stream}: de server laat er gebeurtenissen van weg (${limits}); een opdracht erop wordt zonder die beslist.`,
      );
    }
    case 'StreamDeleted':
      return both(
        `${remark.stream}: the stream was deleted on the server; its events go when the server is scavenged.`,
        `${remark.stream}: de stroom is op de server verwijderd; de gebeurtenissen verdwijnen als de server wordt opgeschoond.`,
      );
    case 'StreamTombstoned':
      return both(
        `${remark.stream}: the stream was deleted for ever on the server; nothing can follow in it.`,
        `${remark.stream}: de stroom is op de server voorgoed verwijderd; er kan niets meer op volgen.`,
      );
    case 'StreamSettingsMalformed':
      return both(
        `${remark.stream}: the server's settings of the stream cannot be read.`,
        `${remark.stream}: de instellingen van de stroom op de server zijn niet te lezen.`,
      );
    case 'ServerRecord':
      return both(
        `${remark.stream}: the server keeps a record ${remark.type} in it, which is no event of ours.`,
        `${remark.stream}: de server bewaart er een ${remark.type} in; dat is geen gebeurtenis van ons.`,
      );
    case 'CountedMore':
      return both(
        `What is kept of this store has counted ${remark.position} events, of which the log does not hold all: they were removed, or it was set back. It stays until you say --rebuild.`,
        `Wat van deze opslag bewaard is, heeft ${remark.position} gebeurtenissen geteld, waarvan het log er niet alle heeft: ze zijn verwijderd, of het is teruggezet. Het blijft tot u --rebuild zegt.`,
      );
  }
};

/** What is kept beside the store is not of its log. */
export const ofAnotherLog = (position: number): Sentence =>
  both(
    `What is kept beside the store was read up to position ${position} of another log; it is not used, and stays until you say --rebuild.`,
    `Wat naast de opslag bewaard is, is gelezen tot positie ${position} van een ander log; het wordt niet gebruikt, en blijft tot u --rebuild zegt.`,
  );
