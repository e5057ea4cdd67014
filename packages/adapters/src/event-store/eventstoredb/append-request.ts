import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import empty from 'google-protobuf/google/protobuf/empty_pb.js';
import timestamp from 'google-protobuf/google/protobuf/timestamp_pb.js';
import type { Append, EventToAppend } from '../port.js';
import { encodeMetadata } from './stored-metadata.js';
import { uuidOf } from './uuid.js';

const { StreamIdentifier } = shared;
const { BatchAppendReq } = streams;

const proposed = (event: EventToAppend) => {
  const message = new BatchAppendReq.ProposedMessage();
  message.setId(uuidOf(event.eventId));
  message.getMetadataMap().set('type', event.type).set('content-type', 'application/json');
  message.setData(Buffer.from(event.data));
  message.setCustomMetadata(Buffer.from(encodeMetadata(event)));
  return message;
};

/**
 * An append as it goes over the wire: the texts of the events as they are, in bytes.
 *
 * @param correlationId under which the server answers
 * @param deadline until when the server may begin with it
 */
export const appendRequest = (
  { stream, expected, events }: Append,
  correlationId: string,
  deadline: Date,
) => {
  const identifier = new StreamIdentifier();
  identifier.setStreamName(Buffer.from(stream).toString('base64'));
  const options = new BatchAppendReq.Options();
  options.setStreamIdentifier(identifier);
  options.setDeadline(timestamp.Timestamp.fromDate(deadline));
  if (expected === 'no-stream') options.setNoStream(new empty.Empty());
  else options.setStreamPosition(String(expected));
  const request = new BatchAppendReq();
  request.setCorrelationId(uuidOf(correlationId));
  request.setOptions(options);
  request.setProposedMessagesList(events.map(proposed));
  request.setIsFinal(true);
  return request;
};
