/** Where a record stands in the server's log; both numbers are needed to go on from there. */
export interface Place {
  readonly commit: bigint;
  readonly prepare: bigint;
}

export const isAfter = (one: Place, other: Place): boolean =>
  one.commit > other.commit || (one.commit === other.commit && one.prepare > other.prepare);

/** A place as the token of a checkpoint. */
export const tokenOf = ({ commit, prepare }: Place): string => `${commit}:${prepare}`;

/** The place in a token, or `undefined` where it is none of ours. */
export const placeIn = (token: string): Place | undefined => {
  const [, commit, prepare] = /^([0-9]{1,19}):([0-9]{1,19})$/.exec(token) ?? [];
  return commit === undefined || prepare === undefined
    ? undefined
    : { commit: BigInt(commit), prepare: BigInt(prepare) };
};
