import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { Place } from './place.js';

const { Empty, StreamIdentifier } = shared;
const { ReadReq } = streams;
const { Options } = ReadReq;
const everything = '9223372036854775807';

/** How many records the server looks through before it says how far it is. */
const searchWindow = 1_000;

const newOptions = () => {
  const options = new Options();
  const ids = new Options.UUIDOption();
  ids.setString(new Empty());
  options.setUuidOption(ids);
  // A link is delivered as it stands; what it points at is another stream's.
  options.setResolveLinks(false);
  options.setNoFilter(new Empty());
  return options;
};

const requestOf = (options: InstanceType<typeof Options>) => {
  const request = new ReadReq();
  request.setOptions(options);
  return request;
};

const allFrom = (from: Place | undefined) => {
  const all = new Options.AllOptions();
  if (from === undefined) {
    all.setStart(new Empty());
  } else {
    const position = new Options.Position();
    position.setCommitPosition(from.commit.toString());
    position.setPreparePosition(from.prepare.toString());
    all.setPosition(position);
  }
  return all;
};

const newFilter = () => {
  const filter = new Options.FilterOptions();
  filter.setMax(searchWindow);
  filter.setCheckpointintervalmultiplier(1);
  return filter;
};

/** The streams of a prefix. */
export const streamsOf = (prefix: string) => {
  const expression = new Options.FilterOptions.Expression();
  expression.setPrefixList([`${prefix}.`]);
  const filter = newFilter();
  filter.setStreamIdentifier(expression);
  return filter;
};

/** The records of the server's own of all streams, without its statistics and the links that it makes. */
export const serverRecords = () => {
  const expression = new Options.FilterOptions.Expression();
  expression.setRegex('^\\$(?!>|statsCollected$)');
  const filter = newFilter();
  filter.setEventType(expression);
  return filter;
};
export type Filter = ReturnType<typeof newFilter>;

/** One stream from a revision on, to its end. */
export const streamRequest = (stream: string, fromRevision: number) => {
  const identifier = new StreamIdentifier();
  identifier.setStreamName(Buffer.from(stream).toString('base64'));
  const from = new Options.StreamOptions();
  from.setStreamIdentifier(identifier);
  from.setRevision(String(fromRevision));
  const options = newOptions();
  options.setStream(from);
  options.setReadDirection(Options.ReadDirection.FORWARDS);
  options.setCount(everything);
  return requestOf(options);
};

const oneOfAll = (
  all: InstanceType<typeof Options.AllOptions>,
  direction: 'FORWARDS' | 'BACKWARDS',
): InstanceType<typeof ReadReq> => {
  const options = newOptions();
  options.setAll(all);
  options.setReadDirection(Options.ReadDirection[direction]);
  options.setCount('1');
  return requestOf(options);
};

/** The first record of the log, whosever it is. */
export const firstRequest = () => oneOfAll(allFrom(undefined), 'FORWARDS');

/** The record at a place, or the next one where it is gone. */
export const recordRequest = (place: Place) => oneOfAll(allFrom(place), 'FORWARDS');

/** The last record before a place. */
export const recordBeforeRequest = (place: Place) => oneOfAll(allFrom(place), 'BACKWARDS');

/** The last record of the log, whosever it is. */
export const lastRequest = () => {
  const all = new Options.AllOptions();
  all.setEnd(new Empty());
  return oneOfAll(all, 'BACKWARDS');
};

/** What a filter lets through after a place, first what is there and then what comes. */
export const subscriptionRequest = (filter: Filter, after: Place | undefined) => {
  const options = newOptions();
  options.setAll(allFrom(after));
  options.setReadDirection(Options.ReadDirection.FORWARDS);
  options.setFilter(filter);
  options.setSubscription(new Options.SubscriptionOptions());
  return requestOf(options);
};
