/** Why a benchmark comes to no result, in a sentence for a person: no server, or nothing that answers. */
export class NoResult extends Error {}
